//! The data set as a whole, in VoID and DCAT: what it is and is not, of what time, how much of what.
//!
//! <https://www.w3.org/TR/void/>, <https://www.w3.org/TR/vocab-dcat-3/>. Nodes have IRIs below that of the data set,
//! since a relative IRI would mean another thing wherever the file is opened, and a blank node could not be compared.

use std::collections::BTreeMap;

use oxigraph::model::vocab::rdfs;
use oxigraph::model::{GraphName, NamedNode, Quad};

use super::description::{Description, date, integer, plain_text, text};
use super::evidence;
use super::vocabulary::{DCAT, DCT, OA, OWL, PROV, SKOS, VOID, Vocabulary, external};
use crate::model::{Graph, Level, PartialDate, View};
use crate::ontology::Ontology;
use crate::pipeline::publish::NOTICE;

const TITLE: [(&str, &str); 2] = [
    ("en", "Claims about political actors, as texts report them"),
    ("id", "Klaim tentang aktor politik, sebagaimana diberitakan teks"),
];
const RIGHTS: [(&str, &str); 2] = [
    (
        "en",
        "The sentences that are quoted belong to their authors and publishers; no licence to them is given here.",
    ),
    (
        "id",
        "Kalimat yang dikutip adalah milik penulis dan penerbitnya; di sini tidak diberikan lisensi atasnya.",
    ),
];
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";
/// Files of a graph folder that are made of the same graph, with their media types; of a format that has none registered, that
/// of what it is written in.
const FILES: [(&str, &str); 10] = [
    ("claims.jsonl", "application/json"),
    ("csv/edges.csv", "text/csv"),
    ("csv/evidence.csv", "text/csv"),
    ("csv/nodes.csv", "text/csv"),
    ("documents.jsonl", "application/json"),
    ("graph.gexf", "application/xml"),
    ("graph.graphml", "application/xml"),
    ("graph.json", "application/json"),
    ("graph.nq", "application/n-quads"),
    ("graph.ttl", "text/turtle"),
];

/// What the data set is, all but [how many triples](size) it has.
pub fn description(graph: &Graph, ontology: &Ontology, vocabulary: &Vocabulary) -> Vec<Quad> {
    let parts = [partitions(graph, vocabulary), files(graph, vocabulary)].concat();
    let mut quads = dataset(graph, ontology, vocabulary, &parts);
    quads.extend(software(vocabulary));
    quads.extend(rights(vocabulary));
    quads.extend(period(graph, vocabulary).into_iter().flatten());
    quads.extend(parts.into_iter().flat_map(|part| part.quads));
    quads
}

/// How many triples there are, with this one and so many others: known when they have been written.
pub fn size(others: usize, vocabulary: &Vocabulary) -> Quad {
    Quad::new(vocabulary.dataset(), external(VOID, "triples"), integer(others + 1), GraphName::DefaultGraph)
}

/// A node that the data set names by a property.
#[derive(Clone)]
struct Part {
    property: NamedNode,
    node: NamedNode,
    quads: Vec<Quad>,
}

fn dataset(graph: &Graph, ontology: &Ontology, vocabulary: &Vocabulary, parts: &[Part]) -> Vec<Quad> {
    let (dct, void) = (|name| external(DCT, name), |name| external(VOID, name));
    let span = span(graph);
    let base = vocabulary.base();
    let described = Description::of(vocabulary.dataset())
        .a(void("Dataset"))
        .a(external(DCAT, "Dataset"))
        .with_each(&dct("title"), TITLE.map(|(code, words)| text(words, Some(code))))
        .with_each(&dct("description"), NOTICE.map(|(code, words)| text(words, Some(code))))
        .with(dct("creator"), vocabulary.part("software"))
        .with(dct("rights"), vocabulary.part("rights"))
        .with_each(&dct("issued"), span.map(|[_, newest]| date(day(newest))))
        .with_each(&dct("temporal"), span.map(|_| vocabulary.part("period")))
        .with(vocabulary.term("ontologyHash"), plain_text(&ontology.hash))
        .with(void("uriSpace"), plain_text(base))
        .with_each(&void("vocabulary"), vocabularies(vocabulary))
        .with_each(&void("exampleResource"), examples(graph, vocabulary))
        .with(void("entities"), integer(entities(graph).iter().map(|(_, count)| count).sum::<usize>()));
    parts.iter().fold(described, |all, part| all.with(part.property.clone(), part.node.clone())).quads()
}

fn vocabularies(vocabulary: &Vocabulary) -> Vec<NamedNode> {
    let others = [DCT, OA, OWL, PROV, SKOS].map(|namespace| external(namespace, ""));
    std::iter::once(vocabulary.term("")).chain(others).collect()
}

/// A claim and an actor: the first plain edge and who does it.
fn examples(graph: &Graph, vocabulary: &Vocabulary) -> Vec<NamedNode> {
    let first = graph.edges().find(|(_, edge, _)| edge.plain);
    let nodes = |(source, edge, _): (&crate::model::Node, &crate::model::Edge, _)| {
        vec![vocabulary.claim(&edge.claim), vocabulary.actor(&source.actor.id)]
    };
    first.map(nodes).unwrap_or_default()
}

/// The program, without which nobody could make the data set again.
fn software(vocabulary: &Vocabulary) -> Vec<Quad> {
    Description::of(vocabulary.part("software"))
        .a(external(PROV, "SoftwareAgent"))
        .with(rdfs::LABEL.into_owned(), plain_text(env!("CARGO_PKG_NAME")))
        .with(external(OWL, "versionInfo"), plain_text(env!("CARGO_PKG_VERSION")))
        .quads()
}

fn rights(vocabulary: &Vocabulary) -> Vec<Quad> {
    Description::of(vocabulary.part("rights"))
        .a(external(DCT, "RightsStatement"))
        .with_each(&rdfs::LABEL.into_owned(), RIGHTS.map(|(code, words)| text(words, Some(code))))
        .quads()
}

/// From the day of the oldest document to that of the newest, as precise as they are.
fn period(graph: &Graph, vocabulary: &Vocabulary) -> Option<Vec<Quad>> {
    let [oldest, newest] = span(graph)?;
    let period = Description::of(vocabulary.part("period"))
        .a(external(DCT, "PeriodOfTime"))
        .with(external(DCAT, "startDate"), date(day(oldest)))
        .with(external(DCAT, "endDate"), date(day(newest)));
    Some(period.quads())
}

/// The dates of the oldest and the newest document; nothing if none has a date.
fn span(graph: &Graph) -> Option<[&PartialDate; 2]> {
    let dates = || graph.documents.iter().filter_map(|document| document.published.as_ref());
    let oldest = dates().min_by_key(|date| (date.first_day(), *date))?;
    let newest = dates().max_by_key(|date| (date.last_day(), *date))?;
    Some([oldest, newest])
}

fn day(date: &PartialDate) -> &str {
    date.day().unwrap_or(date.as_str())
}

/// How many there are of each class.
fn entities(graph: &Graph) -> [(&'static str, usize); 4] {
    let evidence = graph.edges().map(|(_, edge, _)| edge.evidence.len()).sum();
    [
        ("Actor", graph.network.node_count()),
        ("Claim", graph.network.edge_count()),
        ("Document", evidence::documents(graph).len()),
        ("Evidence", evidence),
    ]
}

/// How much there is of each class, and how many plain edges of each relation.
fn partitions(graph: &Graph, vocabulary: &Vocabulary) -> Vec<Part> {
    let void = |name| external(VOID, name);
    let class = |(class, count): (&str, usize)| {
        let node = vocabulary.part(&format!("class/{class}"));
        let quads = Description::of(node.clone())
            .with(void("class"), vocabulary.term(class))
            .with(void("entities"), integer(count));
        Part { property: void("classPartition"), node, quads: quads.quads() }
    };
    let property = |(relation, count): (&str, usize)| {
        let node = vocabulary.part(&format!("relation/{relation}"));
        let quads = Description::of(node.clone())
            .with(void("property"), vocabulary.relation(relation))
            .with(void("triples"), integer(count));
        Part { property: void("propertyPartition"), node, quads: quads.quads() }
    };
    entities(graph).into_iter().map(class).chain(edges(graph).into_iter().map(property)).collect()
}

/// How many triples the plain edges of each relation are.
fn edges(graph: &Graph) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for (source, edge, target) in graph.edges().filter(|(_, edge, _)| edge.plain) {
        let both_ways = edge.symmetric && source.actor.id != target.actor.id;
        *counts.entry(edge.relation.as_str()).or_default() += 1 + usize::from(both_ways);
    }
    counts
}

/// The files of the folder; of a part or another level of a graph there is no folder.
fn files(graph: &Graph, vocabulary: &Vocabulary) -> Vec<Part> {
    let View { level, window, .. } = &graph.view;
    if *level != Level::Actor || !window.is_open() {
        return Vec::new();
    }
    FILES.into_iter().map(|(name, media)| file(name, media, vocabulary)).collect()
}

fn file(name: &str, media: &str, vocabulary: &Vocabulary) -> Part {
    let node = vocabulary.part(&format!("file/{name}"));
    let quads = Description::of(node.clone())
        .a(external(DCAT, "Distribution"))
        .with(external(DCT, "title"), plain_text(name))
        .with(external(DCAT, "mediaType"), external(MEDIA_TYPES, media));
    Part { property: external(DCAT, "distribution"), node, quads: quads.quads() }
}

#[cfg(test)]
mod tests {
    use oxigraph::model::Literal;
    use oxigraph::model::vocab::xsd;

    use super::*;
    use crate::model::Document;

    fn dated(dates: &[&str]) -> Graph {
        let document = |date: &&str| Document { published: date.parse().ok(), ..Document::default() };
        Graph { documents: dates.iter().map(document).collect::<Vec<_>>().into(), ..Graph::default() }
    }

    #[test]
    fn a_span_is_as_precise_as_its_documents() {
        let graph = dated(&["2026-01-10T08:00:00+07:00", "2025", "2026", "2025-03-01"]);
        let days = span(&graph).map(|dates| dates.map(day));
        assert_eq!(days, Some(["2025", "2026"]));
        assert_eq!(span(&dated(&["soon"])), None);
    }

    #[test]
    fn literals_of_dates_are_of_their_kind() {
        assert_eq!(date("2025"), Literal::new_typed_literal("2025", xsd::G_YEAR));
    }
}
