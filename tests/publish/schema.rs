//! `ontology/schema.ttl` declares what the exports use, and nothing that they do not, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use aliansi::model::*;
use aliansi::pipeline::publish::{DEFAULT_BASE, Options};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Quad, Term};

use crate::fixture::{actor, claim, document, ontology, sample, viewed};
use crate::writers::bytes;

fn quads(turtle: &[u8]) -> Vec<Quad> {
    RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle).map(|quad| quad.unwrap()).collect()
}

fn schema() -> Vec<Quad> {
    quads(include_bytes!("../../ontology/schema.ttl"))
}

/// The local name of a term of ours.
fn local(iri: &str) -> Option<String> {
    iri.strip_prefix(DEFAULT_BASE)?.strip_prefix("schema/").map(str::to_owned)
}

fn node(term: &Term) -> &str {
    match term {
        Term::NamedNode(iri) => iri.as_str(),
        _ => "",
    }
}

/// Terms of ours that the sample's export uses.
fn used() -> BTreeSet<String> {
    let levels = [Level::Actor, Level::State].map(|level| View { level, ..View::default() });
    let graphs = levels.iter().map(|view| viewed(opposed_and_edited(), view));
    graphs
        .flat_map(|graph| quads(&bytes("graph.ttl", &graph, &ontology(), &Options::default())))
        .flat_map(|quad| [local(quad.predicate.as_str()), local(node(&quad.object))])
        .flatten()
        .filter(|term| !term.is_empty()) // the vocabulary as a whole
        .collect()
}

/// The sample with a contradiction, a plan that came about, and evidence that a person confirmed.
fn opposed_and_edited() -> Material {
    let (mut documents, mut claims) = sample();
    let text = "Russia sanctioned Iran.\nThe EU has sanctioned North Korean companies.";
    let later = document("d.txt", "2026-03-01", "Daily Example", text);
    let lines: Vec<&str> = text.lines().collect();
    claims.push(claim(&later, lines[0], "russia", "sanctions", "iran"));
    let mut done = claim(&later, lines[1], "european-union", "sanctions", "north-korea/entities");
    done.object.actor = actor("north-korea/entities", ActorKind::Group).into();
    let quotation = Quotation {
        document: later.id.clone(),
        text: lines[1].to_owned(),
        subject: "european-union".to_owned(),
        relation: "sanctions".to_owned(),
        object: "north-korea/entities".to_owned(),
    };
    let ruling = Ruling::Confirm(Target { evidence: done.evidence.clone(), quotation });
    let decision = Decision { ruling, by: Some("Sri".to_owned()), at: None, why: None };
    claims.push(done);
    documents.push(later);
    Material { documents, claims, decisions: vec![decision] }
}

/// Terms that the schema declares as a class or property, or else as a concept.
pub fn declared(concepts: bool) -> BTreeSet<String> {
    let is_concept = |class: &str| class.contains("skos/core#");
    schema()
        .iter()
        .filter(|quad| quad.predicate.as_str().ends_with("#type"))
        .filter(|quad| is_concept(node(&quad.object)) == concepts)
        .filter_map(|quad| local(quad.subject.to_string().trim_matches(['<', '>'])))
        .collect()
}

/// The concepts of a scheme.
pub fn concepts(scheme: &str) -> BTreeSet<String> {
    let is_in = |quad: &&Quad| {
        quad.predicate.as_str().ends_with("#inScheme") && local(node(&quad.object)).as_deref() == Some(scheme)
    };
    let members = schema().into_iter().filter(|quad| is_in(&quad));
    members.filter_map(|quad| local(quad.subject.to_string().trim_matches(['<', '>']))).collect()
}

#[test]
fn every_term_of_the_exports_is_declared() {
    let declared: BTreeSet<String> = declared(false).union(&declared(true)).cloned().collect();
    let missing: Vec<String> = used().difference(&declared).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_class_or_property_is_declared_that_the_exports_never_use() {
    // Roles of further actors: the sample has a host.
    let others = ["with-mediator", "with-on-behalf-of", "with-via"].map(str::to_owned);
    let used: BTreeSet<String> = used().into_iter().chain(others).collect();
    let unused: Vec<String> = declared(false).difference(&used).cloned().collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_term_has_a_label_in_both_languages() {
    let mut labels: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for quad in schema() {
        let Some(term) = local(quad.subject.to_string().trim_matches(['<', '>'])) else { continue };
        let languages = labels.entry(term).or_default();
        let is_label = ["#label", "#prefLabel"].iter().any(|end| quad.predicate.as_str().ends_with(end));
        if let (true, Term::Literal(label)) = (is_label, &quad.object) {
            languages.extend(label.language().map(str::to_owned));
        }
    }
    let both = BTreeSet::from(["en".to_owned(), "id".to_owned()]);
    let missing: Vec<_> = labels.iter().filter(|(_, languages)| **languages != both).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_value_of_the_model_is_a_concept() {
    use ActorKind::*;
    let kinds = [
        State,
        Territory,
        Organization,
        Bloc,
        GovernmentBody,
        ArmedGroup,
        Company,
        Media,
        Person,
        Group,
        Place,
        Unknown,
    ];
    let statuses = [
        Status::Asserted,
        Status::Alleged,
        Status::Planned,
        Status::Possible,
        Status::Denied,
        Status::Negated,
    ];
    let genres = [Genre::News, Genre::Opinion, Genre::Official, Genre::Social];
    let phases = [Phase::Begins, Phase::Holds, Phase::Ends, Phase::Past];
    let names = kinds.iter().map(name).chain(statuses.iter().map(name));
    let names: BTreeSet<String> =
        names.chain(genres.iter().map(name)).chain(phases.iter().map(name)).collect();
    let schemes = ["Genres", "Kinds", "Phases", "Statuses"].map(str::to_owned);
    assert_eq!(declared(true), names.into_iter().chain(schemes).collect());
}

fn name<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}
