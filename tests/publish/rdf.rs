//! RDF: every syntax, read back by oxigraph, gives the same statements.

use std::collections::BTreeSet;

use aliansi::model::*;
use aliansi::pipeline::publish::{Options, RdfFormat};
use oxigraph::io::{JsonLdProfileSet, RdfFormat as Syntax, RdfParser};
use oxigraph::model::{GraphName, Quad, Term};

use crate::fixture::{HOSTILE, actor, claim, document, graph, hostile, ontology, sample, state, viewed};

fn syntax(format: RdfFormat) -> Syntax {
    match format {
        RdfFormat::Turtle => Syntax::Turtle,
        RdfFormat::NTriples => Syntax::NTriples,
        RdfFormat::NQuads => Syntax::NQuads,
        RdfFormat::TriG => Syntax::TriG,
        RdfFormat::RdfXml => Syntax::RdfXml,
        RdfFormat::JsonLd => Syntax::JsonLd { profile: JsonLdProfileSet::empty() },
    }
}

fn written(format: RdfFormat, graph: &Graph, options: &Options) -> Vec<u8> {
    let mut out = Vec::new();
    format.write(graph, &ontology(), options, &mut out).unwrap();
    out
}

/// The statements that oxigraph reads, each with how often.
fn quads(format: RdfFormat, bytes: &[u8]) -> Vec<Quad> {
    let parser = RdfParser::from_format(syntax(format)).for_reader(bytes);
    parser.map(|quad| quad.unwrap_or_else(|error| panic!("{format:?}: {error}"))).collect()
}

fn union(quads: &[Quad]) -> BTreeSet<String> {
    quads
        .iter()
        .map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad.clone() }.to_string())
        .collect()
}

fn texts(quads: &[Quad]) -> BTreeSet<String> {
    quads.iter().map(Quad::to_string).collect()
}

/// Checks every syntax that can hold what the options ask for, and gives the statements.
fn check(graph: &Graph, options: &Options) -> Vec<Quad> {
    let expected = quads(RdfFormat::NQuads, &written(RdfFormat::NQuads, graph, options));
    for format in RdfFormat::ALL.into_iter().filter(|format| !options.rdf12 || format.has_reifiers()) {
        let bytes = written(format, graph, options);
        let read = quads(format, &bytes);
        if format.has_graphs() {
            assert_eq!(texts(&read), texts(&expected), "{format:?}");
        } else {
            assert_eq!(union(&read), union(&expected), "{format:?}");
            assert!(read.iter().all(|quad| quad.graph_name.is_default_graph()));
        }
        assert_eq!(bytes, written(format, graph, options), "{format:?} gives other bytes the second time");
    }
    assert_eq!(size(&expected), Some(union(&expected).len()), "void:triples");
    assert_eq!(union(&expected).len(), expected.len(), "a statement stands there twice");
    assert!(!expected.iter().any(|quad| quad.to_string().contains("_:")), "a blank node");
    expected
}

/// What the data set says of its own size.
fn size(quads: &[Quad]) -> Option<usize> {
    let mut sizes = quads.iter().filter(|quad| {
        quad.predicate.as_str() == "http://rdfs.org/ns/void#triples"
            && ["/graph>", "#graph>"].iter().any(|end| quad.subject.to_string().ends_with(end))
    });
    let (Some(Term::Literal(size)), None) = (sizes.next().map(|quad| &quad.object), sizes.next()) else {
        return None;
    };
    size.value().parse().ok()
}

fn values(quads: &[Quad], property: &str) -> BTreeSet<String> {
    let found = quads.iter().filter(|quad| quad.predicate.as_str().ends_with(property));
    found.map(|quad| quad.object.to_string()).collect()
}

fn whole_sample() -> Graph {
    let (documents, claims) = sample();
    graph(documents, claims)
}

#[test]
fn every_syntax_is_as_its_golden() {
    let graph = whole_sample();
    for format in [RdfFormat::NTriples, RdfFormat::TriG, RdfFormat::RdfXml, RdfFormat::JsonLd] {
        let text = String::from_utf8(written(format, &graph, &Options::default())).unwrap();
        crate::bless::compare(&format!("publish/golden/graph.{}", format.extension()), &text);
    }
    let text = String::from_utf8(written(RdfFormat::Turtle, &graph, &reified())).unwrap();
    crate::bless::compare("publish/golden/reified.ttl", &text);
}

#[test]
fn every_syntax_holds_the_same_statements() {
    check(&whole_sample(), &Options::default());
    let options = Options { base: "http://localhost:7878/my%20graph#".to_owned(), ..Options::default() };
    check(&whole_sample(), &options);
    check(&whole_sample(), &reified());
}

#[test]
fn the_level_of_states_has_no_files_of_a_folder() {
    let (documents, claims) = sample();
    let view = View { level: Level::State, ..View::default() };
    let states = check(&viewed((documents, claims).into(), &view), &Options::default());
    assert!(values(&states, "dcat#distribution").is_empty());
    assert!(!values(&check(&whole_sample(), &Options::default()), "dcat#distribution").is_empty());
}

#[test]
fn an_empty_graph_is_a_data_set_of_nothing() {
    let quads = check(&graph(Vec::new(), Vec::new()), &Options::default());
    assert!(values(&quads, "void#entities").iter().all(|count| count.starts_with("\"0\"")));
    assert!(values(&quads, "dcat#startDate").is_empty());
}

#[test]
fn hostile_text_comes_back_from_every_syntax() {
    let quads = check(&hostile(), &Options::default());
    let clean = HOSTILE.replace(['\0', '\u{B}'], "");
    let literal = oxigraph::model::Literal::new_simple_literal(clean).to_string();
    for property in ["terms/title", "schema/item", "oa#exact", "schema/frame"] {
        assert!(values(&quads, property).contains(&literal), "{property}");
    }
}

/// A graph of one claim, with a text as the label and the mention of its subject, and in its title.
fn of_text(text: &str) -> Graph {
    let mut document = document("d", "2026", "p", "It supports them.");
    document.title = Some(text.to_owned());
    let mut claim = claim(&document, "It supports them.", "somebody", "supports", "iran");
    claim.subject.actor =
        Actor { label: text.to_owned(), ..actor("somebody", ActorKind::Organization) }.into();
    claim.subject.mention = text.to_owned();
    graph(vec![document], vec![claim])
}

#[test]
fn every_character_comes_back_that_xml_can_hold() {
    let long = "panjang \u{1F1EE}\u{1F1E9} ".repeat(1_000);
    let controls: String = (0..0xA0u8).map(char::from).collect();
    let line_ends = "a\rb\r\nc\n\r\td\u{85}e\u{2028}f".to_owned();
    let marks = "\u{FEFF}\u{200F}\u{202E}\u{FFFD}\u{E000}\u{D7FF}\u{FFFE}\u{FFFF}\u{10FFFF}".to_owned();
    let escapes = r#"\u0041 \UD800 \" ''' """ <a:b/> &#0; %00 ]]> ^^xsd:x @id ~ {| |} <<( )>>"#.to_owned();
    for text in [long, controls, line_ends, marks, escapes, "  ".to_owned(), String::new()] {
        let quads = check(&of_text(&text), &Options::default());
        let is_kept = |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
        let kept: String = text.chars().filter(is_kept).collect();
        let title = oxigraph::model::Literal::new_language_tagged_literal(kept, "en").unwrap();
        assert!(values(&quads, "terms/title").contains(&title.to_string()), "{title}");
    }
}

#[test]
fn ids_that_differ_only_in_case_are_two_actors() {
    let document = document("d", "2026", "p", "Somebody supports somebody.");
    let ids = ["Iran", "iran", "IRAN", "a/b", "a/B", "//a", "-", "a.b.", "%41"];
    let claims = ids.map(|id| claim(&document, &document.text, id, "supports", "x"));
    let quads = check(&graph(vec![document.clone()], claims.to_vec()), &Options::default());
    assert_eq!(values(&quads, "rdf-syntax-ns#subject").len(), ids.len());
}

#[test]
fn an_address_is_one_of_the_web() {
    for (url, is_address) in [
        ("https://example.org/a?b=c#d", true),
        ("HTTP://EXAMPLE.ORG/", false),
        ("actor:iran", false),
        ("https://example.org/a b", false),
        ("javascript:alert(1)", false),
    ] {
        let mut document = document("d", "2026", "p", "Iran supports x.");
        document.url = Some(url.to_owned());
        let claims = vec![claim(&document, &document.text, "iran", "supports", "x")];
        let quads = check(&graph(vec![document], claims), &Options::default());
        let source = values(&quads, "terms/source");
        assert!(source.iter().all(|value| value.starts_with('<') == is_address), "{source:?}");
    }
}

#[test]
fn what_is_said_twice_is_written_once() {
    let document = document("d", "2026", "p", "Iran supports x.");
    let mut claim = claim(&document, &document.text, "iran", "supports", "x");
    claim.denied_by = vec![state("iran").into(), state("iran").into()];
    claim.contexts = vec!["military".to_owned(), "military".to_owned()];
    let host = Other { role: "host".to_owned(), actor: state("iran").into() };
    claim.others = vec![host.clone(), host];
    check(&graph(vec![document], vec![claim]), &Options::default());
}

#[test]
fn evidence_of_a_document_that_is_not_there_still_has_one() {
    let gone = document("gone", "2026", "p", "Iran supports x.");
    let kept = document("kept", "2026", "p", "Nothing.");
    let claims = vec![claim(&gone, &gone.text, "iran", "supports", "x")];
    let quads = check(&graph(vec![kept], claims), &Options::default());
    assert!(values(&quads, "terms/identifier").contains("\"gone\""));
}

fn reified() -> Options {
    Options { rdf12: true, ..Options::default() }
}

#[test]
fn claims_reify_their_triples() {
    let quads = check(&whole_sample(), &reified());
    let claims: BTreeSet<String> = quads
        .iter()
        .filter(|quad| quad.predicate.as_str().ends_with("#type"))
        .filter(|quad| quad.object.to_string().ends_with("schema/Claim>"))
        .map(|quad| quad.subject.to_string())
        .collect();
    let reifiers: BTreeSet<String> = quads
        .iter()
        .filter(|quad| quad.predicate.as_str().ends_with("#reifies"))
        .map(|quad| quad.subject.to_string())
        .collect();
    assert_eq!(reifiers, claims, "each claim, and nothing else");
    let turtle = String::from_utf8(written(RdfFormat::Turtle, &whole_sample(), &reified())).unwrap();
    let edge = turtle.lines().find(|line| line.starts_with("actor:north-korea rel:supports actor:russia "));
    assert_eq!(
        edge,
        Some("actor:north-korea rel:supports actor:russia ~ claim:f384e85bdb9b98c5db2bb6e4d494dece .")
    );
    let both_ways = turtle
        .lines()
        .filter(|line| line.contains("rel:allied-with actor:"))
        .filter(|line| line.contains(" ~ "));
    assert_eq!(both_ways.count(), 2);
}

#[test]
fn a_syntax_without_reifiers_says_which_have_them() {
    for format in [RdfFormat::RdfXml, RdfFormat::JsonLd] {
        let mut out = Vec::new();
        let error = format.write(&whole_sample(), &ontology(), &reified(), &mut out).unwrap_err();
        assert!(error.to_string().contains("ttl, nt, nq, trig"), "{error}");
        assert!(out.is_empty());
    }
}

#[test]
fn what_a_document_says_goes_with_its_graph() {
    let quads = check(&whole_sample(), &Options::default());
    let graphs: BTreeSet<String> = quads
        .iter()
        .filter(|quad| !quad.graph_name.is_default_graph())
        .map(|quad| quad.graph_name.to_string())
        .collect();
    assert_eq!(graphs.len(), 3);
    let trig = String::from_utf8(written(RdfFormat::TriG, &whole_sample(), &Options::default())).unwrap();
    assert_eq!(
        trig.lines().filter(|line| line.ends_with('{')).count(),
        graphs.len(),
        "each graph is opened once"
    );
}

#[test]
fn the_data_set_says_how_much_it_holds_and_of_when() {
    let graph = whole_sample();
    let quads = check(&graph, &Options::default());
    let turtle = String::from_utf8(written(RdfFormat::Turtle, &graph, &Options::default())).unwrap();
    for class in ["Actor", "Claim", "Document", "Evidence"] {
        let count =
            quads.iter().filter(|quad| quad.object.to_string().ends_with(&format!("schema/{class}>")));
        let count = count.filter(|quad| quad.predicate.as_str().ends_with("#type")).count();
        assert!(
            turtle.contains(&format!("void:class al:{class} ;\n    void:entities {count} .")),
            "{class} {count}"
        );
    }
    assert!(turtle.contains("void:property rel:allied-with ;\n    void:triples 2 ."));
    assert_eq!(values(&quads, "dcat#startDate").len(), 1);
    assert!(
        turtle
            .contains("dcat:startDate \"2025\"^^xsd:gYear ;\n    dcat:endDate \"2026-02\"^^xsd:gYearMonth .")
    );
}

#[test]
fn every_file_of_a_folder_is_a_distribution() {
    let (documents, claims) = sample();
    let levels = aliansi::pipeline::graphs((documents, claims).into(), &View::default(), &ontology());
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("graph");
    aliansi::pipeline::publish::publish(&levels, &ontology(), &Options::default(), &folder).unwrap();
    let quads = check(&levels.actors, &Options::default());
    let named = values(&quads, "dcat#distribution");
    // What is laid out for a reader's eye is a picture of the data, the manifest is about the folder, and the index is for
    // the program alone.
    let pictures = ["manifest.json", "graph.dot", "graph.index", "graph.svg"];
    for name in files(&folder).into_iter().chain(files(&folder.join("csv"))) {
        let is_named = named.iter().any(|iri| iri.ends_with(&format!("/{name}>")));
        assert_eq!(is_named, !pictures.contains(&name.as_str()), "{name}");
    }
    for iri in &named {
        let (_, name) = iri.trim_end_matches('>').split_once("/file/").unwrap();
        assert!(folder.join(name).exists(), "{name}");
    }
}

fn files(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.path().is_file());
    files.map(|entry| entry.file_name().into_string().unwrap()).collect()
}
