//! Wrong usage, help, and what there is to read.

use super::run::Place;

#[test]
fn no_arguments_show_how_to_begin() {
    Place::with_news().run::<&str>([]).ends_with(2, &["Usage: aliansi", "First steps:", "aliansi build"]);
}

#[test]
fn the_version_is_told() {
    let ran = Place::with_news().run(["--version"]).succeeds();
    assert_eq!(ran.out.trim(), format!("aliansi {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_command_teaches_by_examples() {
    let place = Place::with_news();
    let commands = "build extract query explain cite show ties blocs balance diff eval gaps";
    for command in commands.split(' ').map(|command| vec![command]).chain([vec!["ontology", "check"]]) {
        let help = place.run(command.into_iter().chain(["--help"])).succeeds().out;
        assert!(help.contains("Examples:\n") && help.contains("aliansi "), "{help}");
    }
}

#[test]
fn wrong_usage_has_status_2_and_says_what_is_right() {
    let place = Place::with_graph();
    let build = |option: &str, value: &str| place.run(["build", "news", "-o", "other", option, value]);
    build("--map", "published").ends_with(2, &["FIELD=COLUMN"]);
    build("--status", "sure").ends_with(2, &["asserted", "negated"]);
    build("--base", "example").ends_with(2, &["absolute IRI"]);
    build("--threshold", "1.5").ends_with(2, &["from 0 to 1"]);
    build("--threads", "0").ends_with(2, &["--threads"]);
    place.run(["build", "-o", "other"]).ends_with(2, &["<PATH>"]);
    place.run(["query", "--graph", "graph"]).ends_with(2, &["<SPARQL>"]);
    place.run(["eval", "gold.jsonl"]).ends_with(2, &["<PATH>"]);
    place.run(["buidl"]).ends_with(2, &["build"]);
    assert!(!place.path("other").exists());
}

#[test]
fn where_nothing_can_be_read_nothing_is_done() {
    let place = Place::with_news();
    place.write("empty.txt", "");
    place.write("photo.jpg", "\u{0}\u{1}");
    std::fs::create_dir(place.path("nothing")).unwrap();
    for path in ["missing.txt", "empty.txt", "photo.jpg", "nothing"] {
        place.run(["gaps", path]).ends_with(1, &["error: no document could be read from", path]);
        place.run(["extract", path]).ends_with(1, &["error: no document could be read from", path, ".jsonl"]);
        place.run(["build", path, "-o", "graph"]).ends_with(1, &["error: no document", path]);
        assert!(!place.path("graph").exists());
    }
}

#[test]
fn warnings_are_counted_and_strict_makes_them_an_error() {
    let place = Place::with_news();
    place.run(["build", "news", "missing", "-o", "graph"]).ends_with(0, &["warning: missing", "1 warning"]);
    place
        .run(["build", "news", "missing", "-o", "strict", "--strict"])
        .ends_with(1, &["strict is not written", "1 warning"]);
    assert!(!place.path("strict").exists());
    let extracted =
        place.run(["extract", "news", "missing", "--strict"]).ends_with(1, &["1 warning and --strict"]);
    assert!(!extracted.out.is_empty());
}

#[test]
fn quiet_prints_errors_alone() {
    let place = Place::with_news();
    assert_eq!(place.run(["build", "news", "missing", "-o", "graph", "--quiet"]).succeeds().err, "");
    place.run(["extract", "missing", "--quiet"]).ends_with(1, &["error: "]);
}

#[test]
fn an_ontology_that_is_none_is_named_with_its_faults() {
    let place = Place::with_news();
    place.write("mine/actors/others.toml", "[[actor]]\nid = \"borduria\"\nkind = \"realm\"\n");
    place
        .run(["extract", "news", "--ontology", "mine"])
        .ends_with(1, &["mine", "actors/others.toml", "realm"]);
    place.run(["extract", "news", "--ontology", "yours"]).ends_with(1, &["yours"]);
}

#[test]
fn an_ontology_is_checked_by_its_examples() {
    let place = Place::with_news();
    let example =
        "[[example]]\nlanguage = \"id\"\ntext = \"Suriah tidur.\"\nclaims = [\"syria supports iran\"]\n";
    place.write("mine/relations/supports.toml", &format!("id = \"supports\"\n\n{example}"));
    let ran = place.run(["ontology", "check", "mine"]);
    ran.ends_with(
        1,
        &["relations/supports.toml:5: “Suriah tidur.”", "expected `syria supports iran`, found nothing"],
    );
}
