//! Documents and the sentences in them that state a claim.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use oxigraph::model::{Literal, NamedNode, Quad, Term};

use super::description::{Description, date, integer, number, plain_text, text};
use super::vocabulary::{DCT, OA, PROV, Vocabulary, external};
use crate::model::{Actor, Argument, Claim, Document, Graph, PartialDate, When};
use crate::pipeline::publish::text::{name, web_address};

/// Each document, sorted by id, and its evidence in the order of the claims, in the graph of the document.
pub fn by_document<'g>(graph: &'g Graph, vocabulary: &'g Vocabulary) -> impl Iterator<Item = Quad> + 'g {
    let edges = Rc::new(edges(graph));
    documents(graph).into_iter().flat_map(move |id| {
        let described = match graph.document(id) {
            Some(document) => self::document(document, vocabulary),
            None => absent(id, vocabulary),
        };
        described.into_iter().chain(evidence(id, graph, edges.clone(), vocabulary))
    })
}

/// The ids of the documents, sorted, with those that claims name and nobody has.
pub fn documents(graph: &Graph) -> BTreeSet<&str> {
    let known = graph.documents.iter().map(|document| document.id.as_str());
    let edges = graph.edges().flat_map(|(_, edge, _)| &edge.evidence);
    known.chain(edges.map(|&index| graph.claims[index].document.as_str())).collect()
}

/// The id of each claim's edge; of a claim that is on none, nothing.
fn edges(graph: &Graph) -> Vec<&str> {
    let mut edges = vec![""; graph.claims.len()];
    for (_, edge, _) in graph.edges() {
        for &index in &edge.evidence {
            edges[index] = &edge.claim;
        }
    }
    edges
}

fn absent(id: &str, vocabulary: &Vocabulary) -> Vec<Quad> {
    let iri = vocabulary.document(id);
    let description = Description::within(iri.clone(), iri).a(vocabulary.term("Document"));
    description.with(external(DCT, "identifier"), plain_text(id)).quads()
}

fn document(document: &Document, vocabulary: &Vocabulary) -> Vec<Quad> {
    let iri = vocabulary.document(&document.id);
    let language = document.language.as_deref();
    let dct = |name| external(DCT, name);
    Description::within(iri.clone(), iri)
        .a(vocabulary.term("Document"))
        .a(external(PROV, "Entity"))
        .with(dct("identifier"), plain_text(&document.id))
        .with_each(&dct("title"), document.title.as_deref().map(|title| text(title, language)))
        .with_each(&dct("publisher"), document.publisher.as_deref().map(plain_text))
        .with_each(&dct("creator"), document.author.as_deref().map(plain_text))
        .with_each(&dct("issued"), document.published.as_ref().map(|day| date(day.as_str())))
        .with_each(&dct("language"), language.map(plain_text))
        .with_each(&dct("source"), document.url.as_deref().map(link))
        .with_each(&vocabulary.term("genre"), document.genre.map(|genre| vocabulary.term(&name(genre))))
        .with_each(&vocabulary.term("citedSource"), document.via.as_deref().map(plain_text))
        .with_each(&vocabulary.term("archivedAt"), document.archive_url.as_deref().map(link))
        .with_each(&vocabulary.term("retrieved"), document.retrieved.as_ref().map(|day| date(day.as_str())))
        .quads()
}

/// An address; a text if it is none. Other IRIs than those of the web are texts too: `actor:x` would be an address by accident,
/// and an actor where a format knows the prefix.
fn link(url: &str) -> Term {
    web_address(url).map_or_else(|| plain_text(url).into(), Term::from)
}

/// The evidence that a document gives, in the order of its claims.
fn evidence<'g>(
    id: &'g str,
    graph: &'g Graph,
    edges: Rc<Vec<&'g str>>,
    vocabulary: &'g Vocabulary,
) -> impl Iterator<Item = Quad> + 'g {
    let first = graph.claims.partition_point(|claim| claim.document.as_str() < id);
    let claims = graph.claims[first..].iter().take_while(move |claim| claim.document == id);
    let text = graph.document(id).map_or("", |document| document.text.as_str());
    let mut ruler = Ruler::default();
    claims.enumerate().flat_map(move |(nth, claim)| {
        let edge = edges[first + nth];
        if edge.is_empty() {
            return Vec::new();
        }
        let span = [claim.start, claim.end].map(|byte| ruler.code_points(text, byte));
        piece(graph, claim, edge, span, vocabulary)
    })
}

fn piece(
    graph: &Graph,
    claim: &Claim,
    edge: &str,
    span: [Option<usize>; 2],
    vocabulary: &Vocabulary,
) -> Vec<Quad> {
    let al = |name| vocabulary.term(name);
    let language = claim.language.as_deref();
    let document = vocabulary.document(&claim.document);
    let [start, end] = span;
    let description = Description::within(document.clone(), vocabulary.evidence(&claim.evidence))
        .a(al("Evidence"))
        .a(external(OA, "TextPositionSelector"))
        .a(external(OA, "TextQuoteSelector"))
        .with(al("evidenceFor"), vocabulary.claim(edge))
        .with(al("status"), al(&name(claim.status)))
        .with(al("confidence"), number(claim.confidence))
        .with(al("frame"), plain_text(&claim.frame))
        .with(al("binder"), plain_text(&name(claim.binder)))
        .with(al("subjectBinder"), plain_text(&name(claim.subject.binder)))
        .with(al("objectBinder"), plain_text(&name(claim.object.binder)))
        .with(al("cue"), text(&claim.cue.text, language))
        .with_each(&al("subjectMention"), mention(graph, &claim.subject, language))
        .with_each(&al("objectMention"), mention(graph, &claim.object, language))
        .with_each(&al("subjectNamedBy"), claim.subject.named_by.map(|rule| plain_text(&name(rule))))
        .with_each(&al("objectNamedBy"), claim.object.named_by.map(|rule| plain_text(&name(rule))))
        .with(al("sentence"), integer(claim.sentence))
        .with_each(&external(OA, "start"), start.map(integer))
        .with_each(&external(OA, "end"), end.map(integer))
        .with(external(OA, "exact"), text(&claim.text, language))
        .with(external(PROV, "wasDerivedFrom"), document)
        .with_different(&al("edited"), claim.edits.iter().map(|edit| plain_text(&name(edit.kind))))
        .with_different(
            &al("editedBy"),
            claim.edits.iter().filter_map(|edit| edit.by.as_deref()).map(plain_text),
        );
    let actor = |actor: &Arc<Actor>| vocabulary.actor(graph.representative(&actor.id));
    timed(
        taking_part(spoken(description, claim, actor, vocabulary), claim, actor, vocabulary),
        claim,
        vocabulary,
    )
    .quads()
}

/// The words that name an actor; nothing where another node stands for a private person.
fn mention(graph: &Graph, argument: &Argument, language: Option<&str>) -> Option<Literal> {
    let is_hidden = graph.is_private(&argument.actor.id);
    (!is_hidden).then(|| text(&argument.mention, language))
}

/// Who says it, who denies it.
fn spoken(
    description: Description,
    claim: &Claim,
    actor: impl Fn(&Arc<Actor>) -> NamedNode,
    vocabulary: &Vocabulary,
) -> Description {
    let speaker = claim.attributed_to.as_ref().map(&actor);
    let deniers = claim.denied_by.iter().map(&actor);
    description
        .with_each(&vocabulary.term("attributedTo"), speaker)
        .with_different(&vocabulary.term("deniedBy"), deniers)
        .with_each(&vocabulary.term("citedSource"), claim.via.as_deref().map(plain_text))
}

/// How, with what, about what, and who else takes part.
fn taking_part(
    description: Description,
    claim: &Claim,
    actor: impl Fn(&Arc<Actor>) -> NamedNode,
    vocabulary: &Vocabulary,
) -> Description {
    let language = claim.language.as_deref();
    let words = |words: &Option<String>| words.as_deref().map(|words| text(words, language));
    let description = description
        .with_each(&vocabulary.term("mode"), claim.mode.as_deref().map(plain_text))
        .with_different(&vocabulary.term("context"), claim.contexts.iter().map(|context| plain_text(context)))
        .with_each(&vocabulary.term("item"), words(&claim.item))
        .with_each(&vocabulary.term("about"), words(&claim.about));
    claim.others.iter().fold(description, |description, other| {
        let property = vocabulary.term(&format!("with-{}", other.role));
        description.with_different(&property, [actor(&other.actor)])
    })
}

/// When the deed happens.
fn timed(description: Description, claim: &Claim, vocabulary: &Vocabulary) -> Description {
    let Some(When { from, to, precision, basis, phase }) = &claim.when else { return description };
    let day = |day: &Option<PartialDate>| day.as_ref().map(|day| date(day.as_str()));
    description
        .with_each(&vocabulary.term("from"), day(from))
        .with_each(&vocabulary.term("to"), day(to))
        .with(vocabulary.term("precision"), plain_text(&name(precision)))
        .with(vocabulary.term("timeBasis"), plain_text(&name(basis)))
        .with(vocabulary.term("phase"), vocabulary.term(&name(phase)))
}

/// Counts code points up to a byte of a text, going on from where it stopped last: the evidence of one
/// document comes in order, so that the whole costs one pass over the text.
#[derive(Default)]
struct Ruler<'g> {
    text: &'g str,
    byte: usize,
    points: usize,
}

impl<'g> Ruler<'g> {
    /// How many code points stand before a byte; nothing if a character does not begin there.
    fn code_points(&mut self, text: &'g str, byte: usize) -> Option<usize> {
        if !std::ptr::eq(self.text, text) || byte < self.byte {
            *self = Self { text, byte: 0, points: 0 };
        }
        self.points += text.get(self.byte..byte)?.chars().count();
        self.byte = byte;
        Some(self.points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_forwards_and_backwards() {
        let (text, mut ruler) = ("aé😀b", Ruler::default());
        assert_eq!([3, 7, 8, 1, 3].map(|byte| ruler.code_points(text, byte)), [2, 3, 4, 1, 2].map(Some));
        assert_eq!([2, 99].map(|byte| ruler.code_points(text, byte)), [None, None]);
        assert_eq!(ruler.code_points("", 0), Some(0));
    }
}
