//! Relations and actors: what the edges are made of.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, Quad};

use super::description::{Description, integer, number, plain_text, text};
use super::vocabulary::{OWL, SKOS, Vocabulary, WIKIDATA, external};
use crate::model::{Graph, Node};
use crate::ontology::{ActorEntry, Ontology, Relation};
use crate::pipeline::publish::text::name;

/// The relations that the graph's edges have, as properties, sorted by id.
pub fn relations<'g>(
    graph: &'g Graph,
    ontology: &'g Ontology,
    vocabulary: &'g Vocabulary,
) -> impl Iterator<Item = Quad> + 'g {
    let used: BTreeSet<&str> = graph.edges().map(|(_, edge, _)| edge.relation.as_str()).collect();
    used.into_iter().flat_map(|id| match ontology.relation(id) {
        Some(known) => relation(known, vocabulary),
        None => unlisted(id, vocabulary),
    })
}

fn relation(relation: &Relation, vocabulary: &Vocabulary) -> Vec<Quad> {
    let actor = vocabulary.term("Actor");
    let symmetric = relation.symmetric.then(|| external(OWL, "SymmetricProperty"));
    Description::of(vocabulary.relation(&relation.id))
        .a(rdf::PROPERTY.into_owned())
        .a(external(OWL, "ObjectProperty"))
        .with_each(&rdf::TYPE.into_owned(), symmetric)
        .with_each(&rdfs::LABEL.into_owned(), labels(&relation.label))
        .with(external(SKOS, "definition"), text(&relation.definition, Some("en")))
        .with(rdfs::DOMAIN.into_owned(), actor.clone())
        .with(rdfs::RANGE.into_owned(), actor)
        .with(vocabulary.term("sign"), integer(relation.sign))
        .with(vocabulary.term("weight"), number(relation.weight))
        .with_each(&vocabulary.term("plover"), relation.plover.as_deref().map(plain_text))
        .with_each(&vocabulary.term("cameo"), relation.cameo.as_deref().map(plain_text))
        .with_each(
            &vocabulary.term("threatenedAs"),
            relation.threatened_as.as_deref().map(|id| vocabulary.relation(id)),
        )
        .with_each(
            &vocabulary.term("contradicts"),
            relation.contradicts.iter().map(|id| vocabulary.relation(id)),
        )
        .quads()
}

/// A relation that claims have and the ontology does not.
fn unlisted(id: &str, vocabulary: &Vocabulary) -> Vec<Quad> {
    Description::of(vocabulary.relation(id))
        .a(rdf::PROPERTY.into_owned())
        .a(external(OWL, "ObjectProperty"))
        .with(rdfs::LABEL.into_owned(), plain_text(id))
        .quads()
}

/// The actors, sorted by id.
pub fn actors<'g>(
    graph: &'g Graph,
    ontology: &'g Ontology,
    vocabulary: &'g Vocabulary,
) -> impl Iterator<Item = Quad> + 'g {
    graph.network.node_weights().flat_map(|node| actor(node, ontology.actor(&node.actor.id), vocabulary))
}

fn actor(node: &Node, known: Option<&ActorEntry>, vocabulary: &Vocabulary) -> Vec<Quad> {
    let actor = &node.actor;
    let labels =
        known.map_or_else(|| vec![text(&actor.label, Some("en"))], |entry| labels(&entry.label).collect());
    let state = |id: &Option<String>| id.as_deref().map(|id| vocabulary.actor(id));
    Description::of(vocabulary.actor(&actor.id))
        .a(vocabulary.term("Actor"))
        .with_each(&rdfs::LABEL.into_owned(), labels)
        .with(vocabulary.term("kind"), vocabulary.term(&name(actor.kind)))
        .with_each(&vocabulary.term("sector"), actor.sector.as_deref().map(plain_text))
        .with_each(&vocabulary.term("country"), state(&actor.country))
        .with_each(&vocabulary.term("actsFor"), state(&actor.acts_for))
        .with_each(&vocabulary.term("standsFor"), node.members.iter().map(|id| vocabulary.actor(id)))
        .with_each(&vocabulary.term("iso3"), known.and_then(|entry| entry.iso3.as_deref()).map(plain_text))
        .with_each(&external(OWL, "sameAs"), wikidata_item(node).map(|item| external(WIKIDATA, item)))
        .quads()
}

fn wikidata_item(node: &Node) -> Option<&str> {
    let item = node.wikidata.as_deref()?;
    let number = item.strip_prefix('Q')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(item)
}

fn labels(by_language: &BTreeMap<String, String>) -> impl Iterator<Item = Literal> {
    by_language.iter().map(|(code, label)| text(label, Some(code)))
}
