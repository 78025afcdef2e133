//! Documents and claims → the same without actors whom people decided to forget.
//!
//! Decisions hold a key of each such actor, not a name. Which words mean it in a document is what `detect` finds there, so each
//! document is cleared by itself, and a graph that grows holds no more of it than one that is built. Names are blanked by as
//! many bytes, so that offsets and evidence ids of other claims hold.

mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{
    Actor, ActorKind, Claim, Decision, Document, Material, Mention, MentionKind, Ruling, forgotten_key, kebab,
};
use crate::ontology::Ontology;
use words::{Words, blanked};

/// Actors whom people decided to forget.
pub struct Forgotten<'o> {
    keys: BTreeSet<String>,
    /// What the ontology calls them.
    known: Words,
    ontology: &'o Ontology,
}

impl<'o> Forgotten<'o> {
    /// Those whom decisions forget.
    pub fn by<'d>(decisions: impl IntoIterator<Item = &'d Decision>, ontology: &'o Ontology) -> Self {
        let keys = decisions.into_iter().filter_map(|decision| match &decision.ruling {
            Ruling::Forget { hash } => Some(hash.clone()),
            _ => None,
        });
        let mut forgotten = Self { keys: keys.collect(), known: Words::default(), ontology };
        if !forgotten.is_empty() {
            forgotten.known = forgotten.known_names();
        }
        forgotten
    }

    /// Whether there is nobody to forget.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Takes them out of documents and claims.
    pub fn clear(&self, material: Material) -> Material {
        if self.is_empty() {
            return material;
        }
        let traces: BTreeMap<String, Traces> =
            material.documents.iter().map(|document| (document.id.clone(), self.traces(document))).collect();
        let documents =
            material.documents.iter().map(|document| self.cleared(document, &traces[&document.id]));
        let documents: Vec<Document> = documents.collect();
        let texts: BTreeMap<&str, &Document> =
            documents.iter().map(|document| (document.id.as_str(), document)).collect();
        let mut claims = material.claims;
        claims.retain_mut(|claim| {
            let (Some(document), Some(traces)) =
                (texts.get(claim.document.as_str()), traces.get(&claim.document))
            else {
                return true;
            };
            let stays = !self.concerns(claim, &traces.whole);
            if stays {
                self.clear_claim(claim, document, &traces.words);
            }
            stays
        });
        Material { documents, claims, decisions: material.decisions }
    }

    /// A document without their names.
    pub fn clear_document(&self, document: &Document) -> Document {
        if self.is_empty() { document.clone() } else { self.cleared(document, &self.traces(document)) }
    }

    /// A text without their names, also by the words that these documents have for them.
    pub fn clear_text(&self, text: &str, documents: &[Document]) -> String {
        let mut text = self.blank(text, &self.known);
        for document in documents {
            text = self.blank(&text, &self.traces(document).words);
        }
        text
    }

    /// Whether an id, or the actor of which it is a group, is one of theirs.
    pub fn is_theirs(&self, id: &str) -> bool {
        self.keys.contains(&forgotten_key(id))
            || id.split('/').any(|part| self.keys.contains(&forgotten_key(part)))
    }

    fn known_names(&self) -> Words {
        let mut words = Words::default();
        for entry in self.ontology.actors.iter().filter(|entry| self.is_theirs(&entry.id)) {
            for (_, name) in entry.all_names() {
                words.add(name);
            }
        }
        words
    }

    fn traces(&self, document: &Document) -> Traces {
        let mentions = super::mentions(document, self.ontology);
        let (theirs, others): (Vec<_>, Vec<_>) =
            mentions.iter().partition(|mention| mention.actors.iter().any(|actor| self.is_theirs(&actor.id)));
        let mut words = self.known.clone();
        let mut spans = Vec::new();
        for mention in theirs.into_iter().filter(|mention| is_name(mention)) {
            words.add(&document.text[mention.start..mention.end]);
            spans.push(mention.start..mention.end);
            for actor in mention.actors.iter().filter(|actor| self.is_theirs(&actor.id)) {
                add(&mut words, actor, &document.text[mention.start..mention.end]);
            }
        }
        let others: Vec<Range<usize>> = others.iter().map(|mention| mention.start..mention.end).collect();
        spans.extend(words.places(&document.text, &|id| self.is_theirs(id), &others));
        spans.sort_by_key(|span| (span.start, span.end));
        Traces { spans, whole: words.without_parts(), words }
    }

    fn cleared(&self, document: &Document, traces: &Traces) -> Document {
        let mut document = Document { text: blanked(&document.text, &traces.spans), ..document.clone() };
        let Document { title, publisher, author, url, archive_url, via, .. } = &mut document;
        if let Some(title) = title {
            *title = self.blank(title, &traces.words);
        }
        for field in [publisher, author, url, archive_url, via].into_iter().flatten() {
            *field = self.blank(field, &traces.whole);
        }
        document
    }

    fn blank(&self, text: &str, words: &Words) -> String {
        blanked(text, &words.places(text, &|id| self.is_theirs(id), &[]))
    }

    /// Whether a claim is by, of or about one of them, or about somebody who is named after them.
    fn concerns(&self, claim: &Claim, words: &Words) -> bool {
        let arguments = [&claim.subject, &claim.object];
        let others = claim.others.iter().map(|other| &other.actor);
        let mut actors = claim.attributed_to.iter().chain(&claim.denied_by).chain(others);
        let named_after = |text: &str| !words.places(text, &|id| self.is_theirs(id), &[]).is_empty();
        let concerned = |actor: &Actor| {
            let of = actor.country.iter().chain(&actor.acts_for).any(|state| self.is_theirs(state));
            of || self.is_theirs(&actor.id) || named_after(&actor.id) || named_after(&actor.label)
        };
        let meant = |mention: &str| self.is_theirs(&kebab(mention));
        arguments.iter().any(|argument| concerned(&argument.actor) || meant(&argument.mention))
            || actors.any(|actor| concerned(actor))
    }

    fn clear_claim(&self, claim: &mut Claim, document: &Document, words: &Words) {
        let [subject, object] = [&mut claim.subject, &mut claim.object];
        let quoted = [
            (&mut claim.text, claim.start..claim.end),
            (&mut claim.cue.text, claim.cue.start..claim.cue.end),
            (&mut subject.mention, subject.start..subject.end),
            (&mut object.mention, object.start..object.end),
        ];
        for (text, place) in quoted {
            let here = document.text.get(place).filter(|here| here.len() == text.len());
            *text = here.map_or_else(|| self.blank(text, words), str::to_owned);
        }
        for field in [&mut claim.via, &mut claim.item, &mut claim.about].into_iter().flatten() {
            *field = self.blank(field, words);
        }
    }
}

/// How a document names the forgotten.
struct Traces {
    /// Where, in order.
    spans: Vec<Range<usize>>,
    /// In what words.
    words: Words,
    /// In what words that mean nobody else.
    whole: Words,
}

/// Whether a mention holds a name, not words such as "he" or "the president".
fn is_name(mention: &Mention) -> bool {
    use MentionKind::{Adjective, Name, Seat, Unlisted};
    matches!(mention.kind, Name | Adjective | Seat | Unlisted)
}

/// What names an actor: the label, and of a person each part of the name.
fn add(words: &mut Words, actor: &Actor, mention: &str) {
    words.add(&actor.label);
    if matches!(actor.kind, ActorKind::Person | ActorKind::Unknown) {
        words.add_parts(&actor.label);
        words.add_parts(mention);
    }
}
