//! `ontology/shapes.ttl` speaks of what the exports have, lists the values that they have, and each of its shapes is broken by a
//! graph of `tests/consumers/broken`. That they do break is for a SHACL processor to say, where one is installed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use aliansi::pipeline::publish::DEFAULT_BASE;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use crate::schema;

const SHACL: &str = "http://www.w3.org/ns/shacl#";

fn read(turtle: &str) -> Vec<Quad> {
    RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle).map(|quad| quad.unwrap()).collect()
}

fn shapes() -> Vec<Quad> {
    read(include_str!("../../ontology/shapes.ttl"))
}

fn objects<'a>(quads: &'a [Quad], subject: &NamedOrBlankNode, property: &str) -> Vec<&'a Term> {
    let is_it = |quad: &&Quad| quad.subject == *subject && quad.predicate.as_str().ends_with(property);
    quads.iter().filter(is_it).map(|quad| &quad.object).collect()
}

/// The members of a list, as the names of terms of ours or as texts.
fn list(quads: &[Quad], first: &Term) -> BTreeSet<String> {
    let (mut members, mut at) = (BTreeSet::new(), first.clone());
    while let Term::BlankNode(cell) = &at {
        let cell = NamedOrBlankNode::from(cell.clone());
        members.extend(objects(quads, &cell, "#first").into_iter().map(name));
        at = objects(quads, &cell, "#rest")[0].clone();
    }
    members
}

fn name(term: &Term) -> String {
    match term {
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string().rsplit(['/', '#']).next().unwrap().trim_end_matches('>').to_owned(),
    }
}

/// The values that a property may have, by its name.
fn closed_lists() -> BTreeMap<String, BTreeSet<String>> {
    let quads = shapes();
    let lists = quads.iter().filter(|quad| quad.predicate.as_str() == format!("{SHACL}in"));
    lists.map(|quad| (name(objects(&quads, &quad.subject, "#path")[0]), list(&quads, &quad.object))).collect()
}

/// The shapes that say themselves what they are about.
fn targeted() -> BTreeSet<String> {
    let quads = shapes();
    let targets = quads.iter().filter(|quad| quad.predicate.as_str().starts_with(&format!("{SHACL}target")));
    targets.map(|quad| name(&quad.subject.clone().into())).collect()
}

#[test]
fn closed_lists_are_those_of_the_schema() {
    let lists = closed_lists();
    for (property, scheme) in
        [("kind", "Kinds"), ("status", "Statuses"), ("genre", "Genres"), ("phase", "Phases")]
    {
        assert_eq!(lists[property], schema::concepts(scheme), "{property}");
    }
}

#[test]
fn shapes_name_no_term_that_the_schema_does_not() {
    let own = format!("{DEFAULT_BASE}schema/");
    let terms = shapes().into_iter().flat_map(|quad| [quad.object, quad.predicate.into()]);
    let named: BTreeSet<String> = terms
        .filter_map(|term| match term {
            Term::NamedNode(iri) => iri.as_str().strip_prefix(&own).map(str::to_owned),
            _ => None,
        })
        .collect();
    let declared: BTreeSet<String> =
        schema::declared(false).union(&schema::declared(true)).cloned().collect();
    let unknown: Vec<&String> = named.difference(&declared).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let unchecked: Vec<String> = schema::declared(false).difference(&named).cloned().collect();
    assert!(unchecked.is_empty(), "no shape speaks of {unchecked:?}");
}

#[test]
fn every_shape_is_broken_by_a_graph() {
    let mut broken = BTreeSet::new();
    for entry in fs::read_dir("tests/consumers/broken").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ttl") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        assert!(!read(&text).is_empty(), "{}", path.display());
        let shape = text.lines().next().and_then(|line| line.strip_prefix("# breaks: ")).unwrap();
        broken.insert(shape.to_owned());
    }
    assert_eq!(broken, targeted());
}
