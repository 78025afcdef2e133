//! Sessions whose lines come from a list.

use oxigraph::model::{GraphName, NamedNode, Quad};

use super::*;
use crate::store::canned::all;
use crate::store::{Prefixes, of};

/// `actors` of them, each of which supports the next.
fn store(actors: usize) -> Store {
    let base = |path: &str| format!("https://example.org/{path}/");
    let actor = |nth: usize| NamedNode::new(format!("https://example.org/actor/state-{nth:03}")).unwrap();
    let supports = NamedNode::new("https://example.org/relation/supports").unwrap();
    let quads = (1..actors)
        .map(|nth| Quad::new(actor(nth - 1), supports.clone(), actor(nth), GraphName::DefaultGraph));
    of(quads, Prefixes::new(vec![("actor", base("actor")), ("rel", base("relation"))])).unwrap()
}

/// What lines print, with the error of each that fails.
fn said(store: &Store, lines: &[&str]) -> (String, Vec<String>) {
    let (queries, console) = (all(None).unwrap(), Console::new(true, false));
    let mut session = Session::new(store, &queries, None, &console);
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    for line in lines {
        match session.enter(line, &mut out) {
            Ok(next) => assert_eq!(next, Next::On),
            Err(error) => errors.push(format!("{error:#}")),
        }
    }
    (String::from_utf8(out).unwrap(), errors)
}

#[test]
fn queries_are_answered_one_after_the_other() {
    let asks = [
        "ASK { actor:state-000 rel:supports actor:state-001 }",
        "",
        "ASK { ?a rel:supports actor:state-000 }",
    ];
    assert_eq!(said(&store(3), &asks), ("true\nfalse\n".to_owned(), Vec::new()));
}

#[test]
fn what_fails_is_told_and_what_comes_next_is_done() {
    let (out, errors) = said(&store(3), &["ASK { ?a re:x ?b }", ".fromat csv", ".name suporters", "ASK {}"]);
    assert_eq!(out, "true\n");
    let parts = ["did you mean rel:?", "did you mean .format?", "did you mean supporters?"];
    assert_eq!(errors.len(), parts.len());
    for (error, part) in errors.iter().zip(parts) {
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn a_format_is_kept_for_rows_and_another_for_triples() {
    let select = "SELECT ?b { actor:state-000 rel:supports ?b }";
    let construct = "CONSTRUCT WHERE { actor:state-000 rel:supports ?b }";
    let (out, errors) = said(&store(2), &[".format csv", ".format nt", ".format", select, construct]);
    assert_eq!(errors, [""; 0]);
    let iri = |name: &str| format!("https://example.org/{name}");
    let [state, relation, other] = ["actor/state-000", "relation/supports", "actor/state-001"].map(iri);
    let wanted =
        format!("csv for rows, nt for triples\nb\r\n{other}\r\n<{state}> <{relation}> <{other}> .\n");
    assert_eq!(out, wanted);
}

#[test]
fn a_table_shows_as_many_rows_as_wanted() {
    let rows = |lines: &[&str]| said(&store(201), lines).0.matches("actor:").count();
    let select = "SELECT ?a { ?a rel:supports ?b }";
    assert_eq!(rows(&[select]), MOST_ROWS);
    assert_eq!(rows(&[".rows 7", select]), 7);
    assert_eq!(rows(&[".rows", select]), 200);
}

#[test]
fn a_shipped_query_is_told_what_it_needs_in_the_words_of_a_session() {
    let (_, errors) =
        said(&store(3), &[".name supporters", ".name supporters actr=x", ".name relation relation=suports"]);
    let wanted = [
        "supporters needs actor=… (the actor); use it so: .name supporters actor=ACTOR",
        "supporters has no parameter `actr` (did you mean actor?); use it so: .name supporters actor=ACTOR",
        "relation=suports: no relation `suports` in the graph; \
         SELECT * { ?id a rdf:Property ; rdfs:label ?label } shows all",
    ];
    assert_eq!(errors, wanted);
}

#[test]
fn answers_go_to_a_new_file_until_the_screen_is_wanted_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.csv");
    let output = format!(".output {}", path.display());
    let select = "SELECT ?b { actor:state-000 rel:supports ?b }";
    let (out, errors) =
        said(&store(2), &[".format csv", &output, select, select, ".output", "ASK {}", &output]);
    assert_eq!(out, "true\n");
    assert_eq!(errors, [format!("{}: is there already; name a new file", path.display())]);
    let written = "b\r\nhttps://example.org/actor/state-001\r\n".repeat(2);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), written);
}

#[test]
fn commands_show_what_there_is() {
    let (out, errors) = said(&store(2), &[".help", ".list", ".prefixes"]);
    assert_eq!(errors, [""; 0]);
    for (name, usage, about) in COMMANDS {
        assert!(out.contains(name) && out.contains(usage) && out.contains(about), "{out}");
    }
    assert!(out.contains("single-origin") && out.contains(".name evidence subject="), "{out}");
    assert!(out.contains("rel: <https://example.org/relation/>"), "{out}");
}

#[test]
fn lines_are_taken_until_they_end_or_the_user_ends_them() {
    let (store, queries, console) = (store(2), all(None).unwrap(), Console::new(true, false));
    let text = |text: &str| Entered::Text(text.to_owned());
    let talked = |lines: Vec<Entered>| {
        let (mut out, mut lines) = (Vec::new(), lines.into_iter());
        let next = || Ok(lines.next().unwrap());
        Session::new(&store, &queries, None, &console).talk(next, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), lines.count())
    };
    assert_eq!(
        talked(vec![text("ASK {}"), Entered::Dropped, text("ASK {}"), Entered::End]),
        ("true\n".repeat(2), 0)
    );
    assert_eq!(talked(vec![text("ASK {}"), text(".quit"), text("ASK {}")]), ("true\n".to_owned(), 1));
}
