//! Claims: everything said for one (subject, relation, object), plain edge or not.

use oxigraph::model::vocab::rdf;
use oxigraph::model::{Literal, Quad};

use super::description::{Description, date, integer, number};
use super::edge::triple;
use super::vocabulary::{RDF, Vocabulary, external};
use crate::model::{Edge, Graph, Node};
use crate::pipeline::publish::network::sign;

/// The claims, in the order of the edges; if asked for, with the triple that each reifies, but where
/// [the plain edge](super::edge::plain) says so.
pub fn claims<'g>(
    graph: &'g Graph,
    vocabulary: &'g Vocabulary,
    reifies: bool,
) -> impl Iterator<Item = Quad> + 'g {
    graph.edges().flat_map(move |(source, edge, target)| claim(source, edge, target, vocabulary, reifies))
}

fn claim(source: &Node, edge: &Edge, target: &Node, vocabulary: &Vocabulary, reifies: bool) -> Vec<Quad> {
    let reified = (reifies && !edge.plain)
        .then(|| triple(&source.actor.id, &edge.relation, &target.actor.id, vocabulary));
    Description::of(vocabulary.claim(&edge.claim))
        .a(vocabulary.term("Claim"))
        .a(external(RDF, "Statement"))
        .with(rdf::SUBJECT.into_owned(), vocabulary.actor(&source.actor.id))
        .with(rdf::PREDICATE.into_owned(), vocabulary.relation(&edge.relation))
        .with(rdf::OBJECT.into_owned(), vocabulary.actor(&target.actor.id))
        .with_each(&rdf::REIFIES.into_owned(), reified)
        .with(vocabulary.term("confidence"), number(edge.confidence))
        .with(vocabulary.term("sign"), integer(sign(edge.polarity)))
        .with(vocabulary.term("origins"), integer(edge.origins))
        .with(vocabulary.term("plain"), Literal::from(edge.plain))
        .with(vocabulary.term("contested"), Literal::from(edge.contested))
        .with_each(&vocabulary.term("firstReported"), edge.first_reported.as_deref().map(date))
        .with_each(&vocabulary.term("lastReported"), edge.last_reported.as_deref().map(date))
        .with_each(
            &vocabulary.term("contradictedBy"),
            edge.contradicted_by.iter().map(|id| vocabulary.claim(id)),
        )
        .with_each(&vocabulary.term("fulfilledBy"), edge.fulfilled_by.iter().map(|id| vocabulary.claim(id)))
        .with_each(&vocabulary.term("since"), edge.since.as_deref().map(date))
        .with_each(&vocabulary.term("until"), edge.until.as_deref().map(date))
        .quads()
}
