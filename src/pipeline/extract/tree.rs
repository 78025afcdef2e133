//! A dependency tree → clauses: the same clauses as `clause` reads off chunks, for the same binder.
//!
//! Relations are those of UD v2. Nothing depends on the difference of compound and nmod, on which the Indonesian
//! treebanks disagree.

use std::ops::Range;

use super::chunk::{Phrase, is_passive};
use super::clause::{Clause, Clauses, Link};
use crate::model::{Mention, Sentence, Upos};
use crate::ontology::index::LanguageIndex;

/// The clauses of a sentence; `None` where it has no tree.
pub fn clauses(sentence: &Sentence, mentions: &[Mention], index: &LanguageIndex) -> Option<Clauses> {
    if sentence.tokens.iter().all(|token| token.relation.is_empty()) {
        return None;
    }
    let tree = Tree { sentence, mentions, index, children: children(sentence) };
    let heads = tree.nominal_heads();
    let phrases = tree.phrases(&heads);
    Some(Reader { tree, phrases, clauses: Vec::new() }.read())
}

fn children(sentence: &Sentence) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); sentence.tokens.len()];
    for (at, token) in sentence.tokens.iter().enumerate() {
        if let Some(head) = token.head {
            children[head as usize].push(at);
        }
    }
    children
}

struct Tree<'a> {
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    index: &'a LanguageIndex,
    children: Vec<Vec<usize>>,
}

/// A phrase with the head of its first member.
struct Headed {
    heads: Vec<usize>,
    phrase: Phrase,
}

impl Tree<'_> {
    fn is(&self, list: &str, at: usize) -> bool {
        self.index.forms.is(list, &self.sentence.tokens[at].form)
    }

    /// The relation of a token, without its subtype.
    fn relation(&self, at: usize) -> &str {
        let relation = self.sentence.tokens[at].relation.as_str();
        relation.split(':').next().unwrap_or(relation)
    }

    fn child(&self, at: usize, relations: &[&str]) -> Option<usize> {
        self.children[at].iter().copied().find(|&child| relations.contains(&self.relation(child)))
    }

    /// The preposition of a noun.
    fn case(&self, at: usize) -> Option<usize> {
        let before = |&child: &usize| child < at && matches!(self.relation(child), "case" | "mark");
        self.children[at].iter().copied().find(before)
    }

    fn is_nominal(&self, at: usize) -> bool {
        use Upos::{Adj, Det, Noun, Num, Pron, Propn, Sym, X};
        matches!(self.sentence.tokens[at].upos, Noun | Propn | Pron | Num | Adj | Det | Sym | X)
    }

    /// Whether a token belongs to the phrase of its head.
    fn is_inside(&self, at: usize) -> bool {
        match self.relation(at) {
            "flat" | "fixed" | "compound" | "amod" | "det" | "nummod" | "clf" | "goeswith" => true,
            "nmod" | "advmod" => self.case(at).is_none(),
            _ => false,
        }
    }

    /// Nouns that head a phrase of their own, in order.
    fn nominal_heads(&self) -> Vec<usize> {
        let heads = |&at: &usize| self.is_nominal(at) && !self.is_inside(at) && !self.is("relativizer", at);
        (0..self.sentence.tokens.len()).filter(heads).collect()
    }

    fn phrases(&self, heads: &[usize]) -> Vec<Headed> {
        let joined = |&at: &usize| self.joined_to(at).is_none_or(|head| !heads.contains(&head));
        let firsts = heads.iter().copied().filter(joined);
        let mut phrases: Vec<Headed> = firsts.map(|head| self.phrase(head, heads)).collect();
        phrases.sort_by_key(|headed| headed.phrase.first());
        phrases
    }

    /// The noun that a coordinated noun without a preposition of its own is joined to.
    fn joined_to(&self, at: usize) -> Option<usize> {
        let head = self.sentence.tokens[at].head? as usize;
        (self.relation(at) == "conj" && self.case(at).is_none()).then_some(head)
    }

    fn phrase(&self, head: usize, heads: &[usize]) -> Headed {
        let conjuncts = self.children[head].iter().copied();
        let conjuncts = conjuncts.filter(|&at| heads.contains(&at) && self.joined_to(at) == Some(head));
        let heads: Vec<usize> = std::iter::once(head).chain(conjuncts).collect();
        let members = heads.iter().map(|&head| self.range(head)).collect();
        Headed { heads, phrase: Phrase { members, preposition: self.case(head), tail: 0 } }
    }

    /// The tokens of a noun with what belongs to it, and the whole of every name that they touch.
    fn range(&self, head: usize) -> Range<usize> {
        let (mut first, mut last) = (head, head);
        let mut open = vec![head];
        while let Some(at) = open.pop() {
            (first, last) = (first.min(at), last.max(at));
            open.extend(self.children[at].iter().copied().filter(|&child| self.is_inside(child)));
        }
        let touched = |mention: &&Mention| mention.first <= last && first < mention.last;
        let names = self.mentions.iter().filter(touched).map(|mention| mention.first..mention.last);
        names.fold(first..last + 1, |range, name| range.start.min(name.start)..range.end.max(name.end))
    }
}

struct Reader<'a> {
    tree: Tree<'a>,
    phrases: Vec<Headed>,
    clauses: Vec<Clause>,
}

impl Reader<'_> {
    fn read(mut self) -> Clauses {
        for at in 0..self.tree.sentence.tokens.len() {
            if let Some(predicate) = self.predicate(at) {
                let clause = self.clause(at, predicate);
                self.clauses.push(clause);
            }
        }
        self.govern();
        let phrases = self.phrases.into_iter().map(|headed| headed.phrase).collect();
        Clauses { phrases, clauses: self.clauses }
    }

    /// The token that governs a clause's arguments: the verb itself, the predicate of a copula.
    fn predicate(&self, at: usize) -> Option<usize> {
        let token = &self.tree.sentence.tokens[at];
        if self.tree.relation(at) == "cop" {
            return token.head.map(|head| head as usize);
        }
        (token.upos == Upos::Verb).then_some(at)
    }

    fn phrase_with(&self, head: usize) -> Option<usize> {
        self.phrases.iter().position(|headed| headed.heads.contains(&head))
    }

    fn phrases_of(&self, predicate: usize, relations: &[&str]) -> Vec<usize> {
        let children = self.tree.children[predicate].iter();
        let fitting = children.filter(|&&child| relations.contains(&self.tree.relation(child)));
        fitting.filter_map(|&child| self.phrase_with(child)).collect()
    }

    fn clause(&self, verb: usize, predicate: usize) -> Clause {
        let copula = verb != predicate;
        let mut objects = if copula {
            self.phrase_with(predicate).into_iter().collect()
        } else {
            self.phrases_of(predicate, &["obj", "iobj"])
        };
        objects.sort_unstable();
        let mut obliques = self.phrases_of(predicate, &["obl"]);
        let below: Vec<usize> = objects.iter().flat_map(|&object| self.below(object)).collect();
        obliques.extend(below);
        let agents = self.bare_agents(verb, &mut obliques);
        objects.extend(agents);
        obliques.sort_unstable();
        let subject = self.phrases_of(predicate, &["nsubj", "csubj"]).first().copied();
        let link = self.link(predicate);
        Clause {
            first: self.first(verb),
            verb,
            link,
            parent: None,
            subject,
            objects,
            obliques,
            mark: self.mark(predicate),
        }
    }

    /// Prepositional phrases that hang on an object, at any depth: which noun or verb they belong to is what a
    /// parser gets wrong most.
    fn below(&self, phrase: usize) -> Vec<usize> {
        let heads = &self.phrases[phrase].heads;
        let mut open: Vec<usize> = heads.clone();
        let mut found = Vec::new();
        while let Some(at) = open.pop() {
            for &child in self.tree.children[at].iter().filter(|&&child| self.tree.relation(child) == "nmod")
            {
                open.push(child);
                found.extend(
                    self.phrase_with(child).filter(|&other| self.phrases[other].phrase.preposition.is_some()),
                );
            }
        }
        found
    }

    /// A passive verb's agent without "oleh" stands as an object does.
    fn bare_agents(&self, verb: usize, obliques: &mut Vec<usize>) -> Vec<usize> {
        if !is_passive(&self.tree.sentence.tokens[verb]) {
            return Vec::new();
        }
        let bare = |phrase: &usize| {
            let phrase = &self.phrases[*phrase].phrase;
            phrase.preposition.is_none() && phrase.first() == verb + 1
        };
        let agents = obliques.iter().copied().filter(|phrase| bare(phrase)).collect();
        obliques.retain(|phrase| !bare(phrase));
        agents
    }

    /// The first of the adverbs, auxiliaries and negations directly before a verb.
    fn first(&self, verb: usize) -> usize {
        use Upos::{Adv, Aux, Part};
        let light = |&at: &usize| matches!(self.tree.sentence.tokens[at].upos, Adv | Aux | Part);
        (0..verb).rev().take_while(light).last().unwrap_or(verb)
    }

    fn mark(&self, predicate: usize) -> Option<usize> {
        self.tree.child(predicate, &["mark"]).or_else(|| self.tree.child(predicate, &["cc"]))
    }

    fn link(&self, predicate: usize) -> Link {
        match self.tree.relation(predicate) {
            "acl" => Link::Relative,
            "ccomp" => Link::Complement,
            "xcomp" => Link::Chain,
            "advcl" if self.mark(predicate).is_some_and(|at| self.tree.is("purpose", at)) => Link::Purpose,
            "advcl" => Link::Subordinate,
            "conj" => Link::Coordinate,
            _ => Link::Root,
        }
    }

    /// Ties every clause to the one above, and gives it the subject that it shares with that.
    fn govern(&mut self) {
        for at in 0..self.clauses.len() {
            self.tie(at, self.clauses.len());
        }
    }

    fn tie(&mut self, at: usize, depth: usize) {
        let Some(predicate) = self.predicate(self.clauses[at].verb) else { return };
        let Some(head) = self.tree.sentence.tokens[predicate].head.map(|head| head as usize) else { return };
        if self.clauses[at].link == Link::Relative {
            return self.relate(at, predicate, head);
        }
        let above = self.clauses.iter().position(|clause| self.predicate(clause.verb) == Some(head));
        let Some(above) = above.filter(|&above| above != at) else { return };
        self.clauses[at].parent = Some(above);
        if self.clauses[at].subject.is_none() && depth > 0 {
            self.tie(above, depth - 1);
            self.clauses[at].subject = self.shared_subject(at, above);
        }
    }

    /// The subject of a clause that names none: the controller in the clause above.
    fn shared_subject(&self, at: usize, above: usize) -> Option<usize> {
        let parent = &self.clauses[above];
        if self.clauses[at].link == Link::Complement {
            return None;
        }
        let lemma = &self.tree.sentence.tokens[parent.verb].lemma;
        let governor = self.tree.index.cues.governing_verb(lemma);
        let by_object = governor.is_some_and(|governor| governor.control.as_deref() == Some("object"));
        let controls = by_object
            && self.clauses[at].link != Link::Coordinate
            && !is_passive(&self.tree.sentence.tokens[parent.verb]);
        parent.objects.first().copied().filter(|_| controls).or(parent.subject)
    }

    /// A relative clause: its noun is the subject, or the object where the clause has a subject of its own.
    fn relate(&mut self, at: usize, predicate: usize, head: usize) {
        let Some(antecedent) = self.phrases.iter().position(|headed| headed.phrase.holds(head)) else {
            return;
        };
        let above = self.tree.sentence.tokens[head].head.map(|head| head as usize);
        let parent =
            self.clauses.iter().position(|clause| above.is_some() && self.predicate(clause.verb) == above);
        let children = &self.tree.children[predicate];
        let is_object =
            |&&child: &&usize| self.tree.is("relativizer", child) && self.tree.relation(child) == "obj";
        let object = children.iter().any(|child| is_object(&child));
        let clause = &mut self.clauses[at];
        clause.parent = parent.filter(|&parent| parent != at);
        match clause.subject {
            Some(subject) if subject != antecedent && (object || clause.objects.is_empty()) => {
                clause.objects.insert(0, antecedent);
            }
            Some(_) => {}
            None => clause.subject = Some(antecedent),
        }
    }
}
