//! Cuts the tokens of a sentence.

use std::ops::Range;

use super::{Chunk, Mark, Phrase};
use crate::model::{Mention, MentionKind, Sentence, Token, Upos};
use crate::ontology::index::LanguageIndex;
use crate::pipeline::detect::form_at;

/// The chunks, before coordination.
pub fn cut(sentence: &Sentence, mentions: &[Mention], index: &LanguageIndex) -> Vec<Chunk> {
    let heads = index.forms.heads_last().then(|| super::nominal::heads(sentence)).flatten();
    Chunker { sentence, mentions, index, heads, chunks: Vec::new(), modifiers: None, introducer: None }.run()
}

/// Most words between quotation marks that part no phrase.
const QUOTED: usize = 3;

struct Chunker<'a> {
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    index: &'a LanguageIndex,
    /// The head of each token's noun phrase, where a tree tells it and heads stand last.
    heads: Option<Vec<usize>>,
    chunks: Vec<Chunk>,
    /// First of the adverbs, auxiliaries and negations read since the last chunk.
    modifiers: Option<usize>,
    /// A preposition read since the last chunk.
    introducer: Option<usize>,
}

impl Chunker<'_> {
    fn run(mut self) -> Vec<Chunk> {
        let mut at = 0;
        while at < self.sentence.tokens.len() {
            at = self.step(at);
        }
        self.chunks
    }

    fn is(&self, list: &str, token: &Token) -> bool {
        self.index.forms.is(list, &token.form)
    }

    /// Reads from a token on; gives the next token to read.
    fn step(&mut self, at: usize) -> usize {
        if let Some(mention) =
            self.mentions.iter().find(|mention| (mention.first..mention.last).contains(&at))
        {
            self.nominal(at..mention.last);
            return mention.last;
        }
        let adverbial = self.index.forms.adverbial(form_at(self.sentence, at)).max(self.approximator(at));
        if adverbial > 0 {
            self.modifiers = self.modifiers.or(Some(at));
            return at + adverbial;
        }
        if self.joins_modifiers(at) {
            self.nominal(at..at + 1);
            return at + 1;
        }
        let token = &self.sentence.tokens[at];
        if self.is_scare_quote(at) {
            return at + 1;
        }
        if self.modifiers.is_some() && self.is_parenthesis(at) {
            return at + 3;
        }
        if token.form == "(" {
            return self.bracket_end(at);
        }
        if token.relation == "compound:prt" {
            return at + 1;
        }
        if let Some(mark) = self.mark(at, token) {
            self.push_mark(mark, at);
        } else if token.upos == Upos::Punct {
            self.dash(at);
        } else if self.is_verb(token) || self.is_feared(at) {
            self.verb(at);
        } else if self.is_preposition(at, token) && !self.ends_verb(at) {
            self.introducer = Some(at);
            self.modifiers = None;
        } else if matches!(token.upos, Upos::Aux | Upos::Part | Upos::Adv) {
            self.modifiers = self.modifiers.or(Some(at));
        } else {
            self.nominal(at..at + 1);
        }
        at + 1
    }

    /// How many words stand before a number that is not exact: "**more than** 100 people", "**up to** a dozen ships".
    fn approximator(&self, at: usize) -> usize {
        let length = self.index.forms.phrase("approximator", form_at(self.sentence, at));
        let part = |at: usize| self.sentence.tokens.get(at).map(|token| token.upos);
        let next = at + length;
        let number = part(next) == Some(Upos::Num)
            || part(next) == Some(Upos::Det) && part(next + 1) == Some(Upos::Num);
        // "complained on Tuesday **over two** raids": behind a day the tree tells that it is a preposition.
        let day = at.checked_sub(1).is_some_and(|before| self.is("day", &self.sentence.tokens[before]));
        let introduces = length == 1 && day && self.sentence.tokens[at].relation == "case";
        if number && !introduces { length } else { 0 }
    }

    /// Quotation marks around a word or two without a verb part no phrase: memuji “**keberanian**” Presiden X.
    fn is_scare_quote(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let quotes = |form: &str| matches!(form, "“" | "”" | "\"" | "‘" | "’" | "'");
        if !quotes(&tokens[at].form) {
            return false;
        }
        let plain =
            |at: usize| tokens.get(at).is_some_and(|token| token.upos != Upos::Punct && !self.is_verb(token));
        let spans = |open: usize| {
            let words = (open + 1..open + 1 + QUOTED).take_while(|&at| plain(at)).count();
            (words > 0 && tokens.get(open + 1 + words).is_some_and(|token| quotes(&token.form)))
                .then_some(words)
        };
        let before = |open: usize| open > 0 && tokens[open - 1].upos != Upos::Punct;
        let opens = before(at) && spans(at).is_some();
        let closes = (1..=QUOTED).any(|words| {
            at.checked_sub(words + 1)
                .is_some_and(|open| quotes(&tokens[open].form) && before(open) && spans(open) == Some(words))
        });
        opens || closes
    }

    /// "economic **and** trade cooperation": between two modifiers of a noun, neither a name, nothing ends.
    fn joins_modifiers(&self, at: usize) -> bool {
        let Some(heads) = self.heads.as_ref().filter(|heads| at > 0 && at + 1 < heads.len()) else {
            return false;
        };
        let token = &self.sentence.tokens[at];
        let joins = token.form == "," || self.is("coordinator", token);
        let named =
            |at: usize| self.mentions.iter().any(|mention| (mention.first..mention.last).contains(&at));
        let inside = heads[at] > at + 1 && heads[at] == heads[at - 1] && heads[at] == heads[at + 1];
        joins && inside && !named(at - 1) && !named(at + 1)
    }

    /// "did **, however,** call": an adverb between commas parts no verb from its auxiliary.
    fn is_parenthesis(&self, at: usize) -> bool {
        let comma = |at: usize| self.sentence.tokens.get(at).is_some_and(|token| token.form == ",");
        let adverb = self.sentence.tokens.get(at + 1).is_some_and(|token| token.upos == Upos::Adv);
        comma(at) && adverb && comma(at + 2)
    }

    /// A dash between two names is left out, for `coordinate` to join them; any other belongs to its word.
    fn dash(&mut self, at: usize) {
        let named =
            |at: usize| self.mentions.iter().any(|mention| (mention.first..mention.last).contains(&at));
        if !(named(at - 1) && named(at + 1)) {
            self.nominal(at..at + 1);
        }
    }

    fn is_verb(&self, token: &Token) -> bool {
        let helps = token.relation.starts_with("aux") && self.index.forms.heads_last();
        token.upos == Upos::Verb || self.is("copula", token) && token.upos != Upos::Part && !helps
    }

    /// "X **khawatir** Y menyerang": an adjective of hope or fear right before somebody takes a clause, as a verb does.
    fn is_feared(&self, at: usize) -> bool {
        let hopes = self.heads.is_none() && self.is("hoping", &self.sentence.tokens[at]);
        let named = |mention: &Mention| mention.first == at + 1 && mention.kind != MentionKind::Pronoun;
        hopes && self.mentions.iter().any(named)
    }

    fn is_preposition(&self, at: usize, token: &Token) -> bool {
        let before_noun =
            || self.next_content(at + 1).is_some_and(|next| !self.is_verb(&self.sentence.tokens[next]));
        token.upos == Upos::Adp
            || self.is("subordinator", token)
            || self.is("nominal_prepositions", token) && self.modifiers.is_none() && before_noun()
    }

    /// A preposition that ends the sentence introduces nothing.
    fn ends_verb(&self, at: usize) -> bool {
        at + 1 >= self.sentence.tokens.len()
    }

    fn mark(&self, at: usize, token: &Token) -> Option<Mark> {
        // "**provided** Egypt with arms"
        let joins = |list: &str| self.is(list, token) && (self.heads.is_none() || token.upos != Upos::Verb);
        let next_is_verb =
            || self.next_content(at + 1).is_some_and(|next| self.is_verb(&self.sentence.tokens[next]));
        Some(match token.form.as_str() {
            "," => Mark::Comma,
            ":" if next_is_verb() => Mark::Comma,
            "“" | "”" | "\"" | "‘" | "’" => Mark::Quote,
            _ if token.upos == Upos::Punct => return self.punctuation(at),
            _ if joins("subordinator") && self.subject_follows(at) => Mark::Subordinate,
            _ if self.is("where", token) && self.introducer.is_some() => Mark::Subordinate,
            _ if self.is("relativizer", token) && self.heads.is_some() && token.relation == "det" => {
                return None;
            }
            _ if self.is("complementizer", token) && self.spells_out(at, token) => Mark::Complement,
            _ if self.is("relativizer", token) => Mark::Relative,
            _ if self.is("complementizer", token) => Mark::Complement,
            _ if self.is("contrast", token) => Mark::Contrast,
            _ if self.is("coordinator", token) => Mark::Coordinator,
            _ if joins("subordinator") && !(self.is("purpose", token) || self.names_follow(at, token)) => {
                Mark::Subordinate
            }
            _ if self.is("purpose", token) && next_is_verb() => Mark::Purpose,
            _ => return None,
        })
    }

    /// "told Iran **that** …", "the claim **that** …": where a conjunction is a relative pronoun too, the tree tells, and what
    /// stands before.
    fn spells_out(&self, at: usize, token: &Token) -> bool {
        let named = self.mentions.iter().any(|mention| mention.last == at);
        let noun = at.checked_sub(1).map(|before| &self.sentence.tokens[before]);
        let states = |noun: &Token| {
            noun.upos == Upos::Noun
                && self.index.cues.governing_noun(&noun.form).is_some_and(|governor| governor.speaker)
        };
        token.relation == "mark" || self.heads.is_some() && (named || noun.is_some_and(states))
    }

    /// "sejak invasi", "usai pertemuan": a subordinator that is a preposition before a noun phrase.
    fn names_follow(&self, at: usize, token: &Token) -> bool {
        let verb = self.sentence.tokens[at + 1..].iter().position(|token| self.is_verb(token));
        let comma = self.sentence.tokens[at + 1..].iter().position(|token| token.upos == Upos::Punct);
        let before_comma = || comma.is_some_and(|comma| verb.is_some_and(|verb| comma < verb));
        (token.upos == Upos::Adp || self.noun_follows(at)) && (verb.is_none() || before_comma())
    }

    /// "after **the US** attacked Iran": what follows is no noun of the preposition but the subject of a clause, as the tree
    /// tells.
    fn subject_follows(&self, at: usize) -> bool {
        let Some(heads) = &self.heads else { return false };
        let tokens = &self.sentence.tokens;
        let Some(&head) = heads.get(at + 1) else { return false };
        let verb = tokens[head].head.map(|verb| verb as usize).filter(|&verb| verb > head);
        tokens[head].relation.starts_with("nsubj")
            && verb.is_some_and(|verb| self.is_verb(&tokens[verb]) || tokens[verb].upos != Upos::Punct)
    }

    fn noun_follows(&self, at: usize) -> bool {
        self.sentence.tokens.get(at + 1).is_some_and(|token| token.upos == Upos::Noun)
    }

    /// A dash without spaces joins what stands around it; other punctuation ends a clause.
    fn punctuation(&self, at: usize) -> Option<Mark> {
        let dash = matches!(self.sentence.tokens[at].form.as_str(), "-" | "–" | "—" | "/");
        let tight = |at: usize| self.sentence.tokens.get(at).is_some_and(|token| !token.spaced);
        (!(dash && at > 0 && tight(at) && tight(at + 1))).then_some(Mark::Break)
    }

    /// The next token that is no adverb, auxiliary, negation or opening quotation mark.
    fn next_content(&self, from: usize) -> Option<usize> {
        let modifies = |token: &Token| {
            let beside = matches!(token.upos, Upos::Aux | Upos::Part | Upos::Adv) && !self.is_verb(token);
            beside || matches!(&*token.form, "“" | "\"")
        };
        (from..self.sentence.tokens.len()).find(|&at| !modifies(&self.sentence.tokens[at]))
    }

    fn bracket_end(&self, open: usize) -> usize {
        let close = self.sentence.tokens[open..].iter().position(|token| token.form == ")");
        close.filter(|&length| length < 12).map_or(open + 1, |length| open + length + 1)
    }

    fn push_mark(&mut self, mark: Mark, at: usize) {
        self.chunks.push(Chunk::Mark(mark, at));
        (self.modifiers, self.introducer) = (None, None);
    }

    fn verb(&mut self, at: usize) {
        if let Some(preposition) = self.introducer.take() {
            self.chunks.push(Chunk::Mark(Mark::Purpose, preposition));
        }
        self.chunks.push(Chunk::Verb(self.modifiers.take().unwrap_or(at)..at + 1));
    }

    fn nominal(&mut self, range: Range<usize>) {
        let skipped = self.modifiers.take();
        if self.introducer.is_none() && self.extends(&range, skipped) {
            if let Some(Chunk::Phrase(phrase)) = self.chunks.last_mut() {
                let last = phrase.members.len() - 1;
                phrase.members[last].end = range.end;
            }
            return;
        }
        let phrase = Phrase { members: vec![range], preposition: self.introducer.take(), tail: 0 };
        self.chunks.push(Chunk::Phrase(phrase));
    }

    /// Whether the tokens belong to the phrase before: adjacent, and not a new noun after a name.
    fn extends(&self, range: &Range<usize>, skipped: Option<usize>) -> bool {
        let Some(Chunk::Phrase(phrase)) = self.chunks.last() else { return false };
        if self.index.forms.heads_last() {
            return self.extends_to_head(phrase, range, skipped);
        }
        let token = &self.sentence.tokens[range.start];
        if skipped.is_some() {
            return skipped == Some(phrase.last()) && token.upos == Upos::Adj;
        }
        if (phrase.last()..range.start).any(|at| !self.is_scare_quote(at)) {
            return false;
        }
        let after_name = self.mentions.iter().any(|mention| mention.last == phrase.last());
        let named = self.mentions.iter().any(|mention| mention.first == range.start);
        let follows = matches!(token.upos, Upos::Adj | Upos::Det | Upos::Num) && !named
            || self.is("possessive", token)
            || self.is("demonstrative", token);
        (!after_name || follows) && !self.opens(token, range.start)
    }

    /// The same where heads stand last: the tree tells, else a noun that follows without a determiner belongs to the phrase.
    fn extends_to_head(&self, phrase: &Phrase, range: &Range<usize>, skipped: Option<usize>) -> bool {
        let last = phrase.last();
        if super::shifted::begins(self.sentence, self.mentions, self.index, phrase, range.start) {
            return false;
        }
        let adjacent =
            skipped.unwrap_or(range.start) == last || (last..range.start).all(|at| self.is_scare_quote(at));
        if let Some(heads) = &self.heads {
            let tokens = &self.sentence.tokens;
            let named =
                |at: usize| self.mentions.iter().any(|mention| mention.first < at && at < mention.last);
            let owns = |at: usize| tokens[at].upos == Upos::Part && self.is("genitive", &tokens[at]);
            return adjacent
                && (owns(range.start)
                    || self.is_incomplete(phrase) && tokens[range.start].upos != Upos::Det
                    || owns(last - 1) && tokens[range.start].upos != Upos::Det
                    || heads[last - 1] == heads[range.end - 1]
                    || heads[last - 1] == heads[range.start]
                    || named(range.start));
        }
        let token = &self.sentence.tokens[range.start];
        adjacent && skipped.is_none() && !matches!(token.upos, Upos::Det | Upos::Pron)
    }

    /// "from **neighboring** Lebanon": a preposition and adjectives alone want a noun, whatever the tree makes of them.
    fn is_incomplete(&self, phrase: &Phrase) -> bool {
        let adjectives = (phrase.first()..phrase.last()).all(|at| self.sentence.tokens[at].upos == Upos::Adj);
        let named = self.mentions.iter().any(|mention| phrase.holds(mention.first));
        phrase.preposition.is_some() && adjectives && !named
    }

    /// "kedua", "para" begin a phrase of their own.
    fn opens(&self, token: &Token, at: usize) -> bool {
        let before = &self.sentence.tokens[at - 1];
        let quantifies = token.upos == Upos::Det && !self.is("demonstrative", token);
        let noun_before = !matches!(before.upos, Upos::Det | Upos::Num);
        quantifies && noun_before || self.is("demonstrative", before) && token.upos != Upos::Det
    }
}
