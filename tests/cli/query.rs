//! `query`: formats, and messages for what is no query.

use serde_json::Value;

use super::run::{Place, Ran};

fn ask(arguments: &[&str]) -> Ran {
    Place::with_graph().run(["query", "--graph", "graph"].iter().chain(arguments))
}

#[test]
fn a_table_has_short_names() {
    let ran =
        ask(&["SELECT ?who ?r { ?who ?r actor:syria . FILTER(STRSTARTS(STR(?r), STR(rel:))) }"]).succeeds();
    assert!(ran.out.contains("actor:iran") && ran.out.contains("rel:supports"), "{}", ran.out);
    assert_eq!(ran.err.trim(), "1 row");
}

#[test]
fn json_and_csv_are_the_standard_ones() {
    let query = "SELECT ?who { ?who rel:supports actor:syria }";
    let json: Value = serde_json::from_str(&ask(&["--format", "json", query]).succeeds().out).unwrap();
    let iri = json["results"]["bindings"][0]["who"]["value"].as_str().unwrap().to_owned();
    assert!(iri.ends_with("/actor/iran"));
    let csv = ask(&["--format", "csv", query]).succeeds().out;
    assert_eq!(csv.lines().collect::<Vec<_>>(), ["who", &iri]);
}

#[test]
fn ask_and_construct_are_answered() {
    assert_eq!(ask(&["ASK { actor:iran rel:supports actor:syria }"]).succeeds().out, "true\n");
    let query = "CONSTRUCT { ?b rel:trades-with ?a } WHERE { ?a rel:supports ?b }";
    let turtle = ask(&[query]).succeeds().out;
    assert!(turtle.contains("actor:syria rel:trades-with actor:iran ."), "{turtle}");
    assert!(!turtle.contains("@prefix prov:"), "{turtle}");
}

#[test]
fn every_format_of_the_w3c_is_there_and_fits_its_kind_of_answer() {
    let (rows, triples) = ("SELECT ?who { ?who rel:supports actor:syria }", "DESCRIBE actor:syria");
    assert!(ask(&["--format", "xml", rows]).succeeds().out.contains("<uri>"));
    assert!(ask(&["--format", "tsv", rows]).succeeds().out.starts_with("?who\n<"));
    assert!(ask(&["--format", "xml", "ASK {}"]).succeeds().out.contains("<boolean>true"));
    assert!(ask(&["--format", "nt", triples]).succeeds().out.lines().all(|line| line.ends_with(" .")));
    let json: Value = serde_json::from_str(&ask(&["--format", "jsonld", triples]).succeeds().out).unwrap();
    assert!(json.to_string().contains("/actor/syria"));
    ask(&["--format", "ttl", rows]).ends_with(1, &["SELECT gives rows: --format table"]);
    ask(&["--format", "csv", triples]).ends_with(1, &["give triples: --format ttl"]);
}

#[test]
fn a_file_of_rdf_is_asked_as_a_folder_is() {
    let place = Place::with_graph();
    let ask = |words: &[&str]| place.run([&["query", "--graph"], words].concat());
    let ran = ask(&["graph/graph.ttl", "ASK { actor:iran rel:supports actor:syria }"]).succeeds();
    assert_eq!(ran.out, "true\n");
    place.write("notes.docx", "nothing");
    ask(&["notes.docx", "ASK {}"]).ends_with(1, &["notes.docx", "ttl, nt, nq"]);
    place.write("broken.ttl", "actor:iran is");
    ask(&["broken.ttl", "ASK {}"]).ends_with(1, &["broken.ttl", "line 1"]);
    ask(&["graph/graph.ttl", "ASK {}", "--from", "2025"]).ends_with(1, &["needs a graph folder"]);
}

#[test]
fn a_file_of_others_has_its_own_prefixes_and_cannot_command_the_terminal() {
    let place = Place::with_news();
    let text = "@prefix ex: <https://x.example/> . @prefix rel: <https://rel.example/> .
        ex:a rel:b \"red\\u001B[31m\\u0007\" ; rel:c \"a\\rb\" .";
    place.write("others.ttl", text);
    let ask =
        |words: &[&str]| place.run(["query", "--graph", "others.ttl"].iter().chain(words)).succeeds().out;
    assert_eq!(ask(&["ASK { ex:a rel:c ?c }"]), "true\n");
    let table = ask(&["SELECT ?b { ?a rel:b ?b }"]);
    assert!(table.contains("red\u{FFFD}[31m\u{FFFD}"), "{table:?}");
    let xml = ask(&["SELECT ?b ?c { ?a rel:b ?b ; rel:c ?c }", "--format", "xml"]);
    assert!(xml.contains("a&#13;b") && !xml.contains('\r') && !xml.contains('\u{1b}'), "{xml:?}");
}

#[test]
fn a_query_comes_from_a_file_too() {
    let place = Place::with_graph();
    place.write("who.rq", "ASK { ?who rel:supports actor:syria }");
    assert_eq!(place.run(["query", "--graph", "graph", "--file", "who.rq"]).succeeds().out, "true\n");
    place.run(["query", "--graph", "graph", "--file", "none.rq"]).ends_with(1, &["none.rq"]);
}

#[test]
fn a_syntax_error_is_pointed_at() {
    let ran = ask(&["SELECT ?who\nWHER { ?who rel:supports ?b }"]);
    ran.ends_with(1, &["SPARQL syntax error at 2:1", "expected", "WHERE", "  | WHER {", "\n  | ^"]);
}

#[test]
fn a_prefix_or_name_that_is_misspelt_is_answered_with_a_near_one() {
    ask(&["ASK { ?a re:supports ?b }"])
        .ends_with(1, &["1:10", "not declared (did you mean rel:?); declared are"]);
    let ran = ask(&["SELECT ?who { ?who rel:suports actor:syira }"]).succeeds();
    let notes = "0 rows\nrel:suports stands nowhere in the graph; did you mean rel:supports?\n\
        actor:syira stands nowhere in the graph; did you mean actor:syria?";
    assert_eq!(ran.err.trim(), notes);
    let ran = ask(&["SELECT * { actor:atlantis ?r ?b }"]).succeeds();
    assert_eq!(ran.err.trim(), "0 rows\nactor:atlantis stands nowhere in the graph");
}

#[test]
fn each_sort_of_name_has_its_near_one() {
    let unknown_prefix = ask(&["SELECT * { ?a rel:supports acto:syria }"]);
    unknown_prefix.ends_with(1, &["1:28: `acto:syria`", "did you mean actor:?"]);
    let other = ask(&["ASK { ?a nowhere:x ?b }"]);
    other.ends_with(1, &["`nowhere:x` has a prefix that is not declared; declared are"]);
    for (query, near) in [
        (
            "SELECT * { ?e al:statsu al:asserted }",
            "al:statsu stands nowhere in the graph; did you mean al:status?",
        ),
        ("SELECT * { ?e al:status al:aserted }", "did you mean al:asserted?"),
        ("SELECT * { ?c a al:Clam }", "did you mean al:Claim?"),
        ("ASK { ?c rdf:predicat ?r }", "did you mean rdf:predicate?"),
        ("CONSTRUCT WHERE { actor:irna ?r ?b }", "did you mean actor:iran?"),
    ] {
        let err = ask(&[query]).succeeds().err;
        assert!(err.contains(near), "{query}: {err}");
    }
}

#[test]
fn a_near_name_is_told_where_others_are_found() {
    let ran = ask(&["SELECT ?a { { ?a rel:suports ?b } UNION { ?a rel:supports ?b } }"]).succeeds();
    assert_eq!(ran.err.trim(), "1 row\nrel:suports stands nowhere in the graph; did you mean rel:supports?");
}

#[test]
fn a_format_that_is_misspelt_is_wrong_usage_with_a_near_one() {
    ask(&["--format", "jsno", "ASK {}"]).ends_with(2, &["table, json, xml, csv", "'json'"]);
}

#[test]
fn positions_count_comments_and_lines_as_the_user_wrote_them() {
    let fails = |query: &str, parts: &[&str]| ask(&[query]).ends_with(1, parts);
    let caret = "  |  ?a re:x }\n  |     ^";
    fails("# who's there? {\n\n  # \"all\"\nSELECT ?a { # begins\n\t?a re:x }", &["5:5", caret]);
    fails("ASK { ?é rel:supports/ }", &["1:24", "`}`"]);
    fails("SELECT ?a\r\n{ ?a re:x ?b }\r\n", &["2:6", "  | { ?a re:x ?b }\n"]);
    fails("ASK { ?a rdfs:label '''two\nlines''' ; }} # more\n", &["2:13", "found `}`"]);
    fails("PREFIX x: <http://x/#y> # here\nASK { ?a x:b <http://x/#c> . ] }", &["2:30", "found `]`"]);
    fails("SELECT ?a {\n  ?a rel:supports ?b\n  # no end\n", &["3:11", "found the end of the query"]);
}

#[test]
fn names_that_are_there_or_declared_need_no_hint() {
    for query in [
        "SELECT ?a { ?a rel:supports actor:syria }",
        "PREFIX rel: <https://example.org/> SELECT (COUNT(*) AS ?n) { ?a rel:suports ?b }",
        "SELECT (COUNT(*) AS ?n) { ?a ?r ?b FILTER(?r != rel:atlantis && xsd:string(?b) != \"\") }",
    ] {
        assert_eq!(ask(&[query]).succeeds().err.trim(), "1 row", "{query}");
    }
}

#[test]
fn updates_and_services_are_refused() {
    ask(&["DELETE WHERE { ?a ?b ?c }"])
        .ends_with(1, &["DELETE would change the graph", "SELECT", "aliansi build"]);
    ask(&["SELECT * { SERVICE SILENT <https://example.org/> { ?a ?b ?c } }"])
        .ends_with(1, &["SERVICE", "offline"]);
}

#[test]
fn a_folder_without_a_graph_is_named() {
    let ran = Place::with_news().run(["query", "--graph", "news", "ASK {}"]);
    ran.ends_with(1, &["news", "aliansi build"]);
}

#[test]
fn a_window_and_the_level_of_states_can_be_asked() {
    let place = Place::with_news();
    place.write(
        "news.jsonl",
        r#"{"id":"a","published":"2025-05-01","text":"Menteri Luar Negeri Rusia Sergei Lavrov mengunjungi Iran."}
{"id":"b","text":"Iran mendukung Suriah."}"#,
    );
    place.run(["build", "news.jsonl", "-o", "dated"]).succeeds();
    let ask = |flags: &[&str]| {
        let query = "SELECT ?a ?r ?b { ?a ?r ?b FILTER(STRSTARTS(STR(?r), STR(rel:))) }";
        place.run(["query", "--graph", "dated", query, "--format", "csv"].iter().chain(flags)).succeeds()
    };
    assert!(ask(&[]).out.contains("sergei-lavrov,") && ask(&[]).out.contains("/supports,"));
    let states = ask(&["--level", "state"]).out;
    assert!(states.contains("actor/russia,") && !states.contains("lavrov"), "{states}");
    let windowed = ask(&["--from", "2025", "--to", "2025-12"]);
    assert!(windowed.out.contains("/visits,") && !windowed.out.contains("/supports,"), "{}", windowed.out);
    assert!(windowed.err.contains("1 piece of evidence without a date left out"), "{}", windowed.err);
    assert!(ask(&["--from", "2026", "--undated"]).out.contains("/supports,"));
}
