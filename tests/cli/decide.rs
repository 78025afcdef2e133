//! `reject`, `confirm`, `correct`, `alias`, `claim`: what a person decides, and that it outlives a build.

use super::run::{Place, Ran};

const EDGE: [&str; 3] = ["iran", "supports", "syria"];

fn explain(place: &Place, edge: [&str; 3]) -> Ran {
    place.run(["explain", "--graph", "graph"].iter().chain(&edge))
}

/// The ids of the evidence of an edge, as `explain` prints them.
fn evidence(place: &Place, edge: [&str; 3]) -> Vec<String> {
    let shown = explain(place, edge).succeeds().out;
    shown.lines().filter_map(|line| line.rsplit_once(", evidence ")).map(|(_, id)| id.to_owned()).collect()
}

fn decide(place: &Place, words: &[&str]) -> Ran {
    let [command, rest @ ..] = words else { panic!("no command") };
    let rest = rest.iter().copied();
    let who = ["--by", "Sri", "--at", "2026-03-01"];
    place.run([*command, "--graph", "graph"].into_iter().chain(rest).chain(who))
}

fn bytes(place: &Place, file: &str) -> Vec<u8> {
    std::fs::read(place.path(&format!("graph/{file}"))).unwrap()
}

#[test]
fn rejected_evidence_stays_rejected_after_a_build_and_comes_back_when_confirmed() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    assert_eq!(ids.len(), 2);
    decide(&place, &["reject", &ids[0], &ids[1], "--why", "both are quiz questions"]).succeeds();
    let claims = bytes(&place, "claims.jsonl");
    explain(&place, EDGE).ends_with(1, &["no actor `syria`"]);
    let decided: Vec<_> =
        ["graph.ttl", "graph.json", "decisions.jsonl"].map(|file| bytes(&place, file)).into();
    place.run(["build", "news", "-o", "graph"]).succeeds();
    let rebuilt: Vec<_> =
        ["graph.ttl", "graph.json", "decisions.jsonl"].map(|file| bytes(&place, file)).into();
    assert!(decided == rebuilt, "a build applies the decisions again");
    assert!(claims == bytes(&place, "claims.jsonl"), "what the texts gave is kept");
    decide(&place, &["confirm", &ids[0]]).succeeds();
    let shown = explain(&place, EDGE).succeeds().out;
    assert!(shown.contains("confidence 1.00"), "{shown}");
    let lines = String::from_utf8(bytes(&place, "decisions.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), 3, "the file is only appended to");
    assert!(lines.lines().all(|line| line.contains(r#""by":"Sri""#)), "{lines}");
}

#[test]
fn a_decision_survives_a_moved_file() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    decide(&place, &["reject", &ids[0], &ids[1]]).succeeds();
    std::fs::rename(place.path("news/dua.txt"), place.path("news/moved.txt")).unwrap();
    let built = place.run(["build", "news", "-o", "graph"]).succeeds();
    assert!(built.err.contains("0 warnings"), "{}", built.err);
    explain(&place, EDGE).ends_with(1, &[]);
}

#[test]
fn what_no_longer_matches_is_listed_and_kept() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    decide(&place, &["reject", &ids[0]]).succeeds();
    std::fs::remove_file(place.path("news/satu.txt")).unwrap();
    std::fs::remove_file(place.path("news/dua.txt")).unwrap();
    place.write("news/tiga.txt", "Jerman mendukung Prancis.\n");
    let built = place.run(["build", "news", "-o", "graph"]).succeeds();
    assert!(built.err.contains("decision 1: nothing in the texts matches it any more"), "{}", built.err);
    assert!(!bytes(&place, "decisions.jsonl").is_empty());
}

#[test]
fn fields_are_corrected_and_marked_in_exports() {
    let place = Place::with_graph();
    let ids = evidence(&place, EDGE);
    decide(&place, &["correct", &ids[0], "object=Rusia", "status=alleged"]).succeeds();
    let shown = explain(&place, ["iran", "supports", "russia"]).succeeds().out;
    assert!(shown.contains("alleged"), "{shown}");
    let turtle = String::from_utf8(bytes(&place, "graph.ttl")).unwrap();
    assert!(turtle.contains(r#"al:edited "corrected""#) && turtle.contains(r#"al:editedBy "Sri""#));
}

#[test]
fn a_wrong_field_status_or_id_names_what_is_possible() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    let hints = [
        (vec!["correct", id, "state=denied"], "no field `state`: give subject, relation"),
        (vec!["correct", id, "status=true"], "no status `true`: give asserted"),
        (vec!["correct", id, "subject=Iran dan Irak"], "give an id in kebab case"),
        (vec!["reject", "123"], "is no evidence id"),
        (vec!["reject", "0123456789"], "no evidence `0123456789` in the graph"),
        (vec!["alias", "Wakanda", "iran"], "nothing was written"),
        (vec!["correct", id, "contexts=cybr"], "; did you mean cyber?"),
        (vec!["correct", id, "mode=blame"], "`supports` has no mode `blame`"),
        (
            vec!["correct", id, "relation=accuses", "mode=blam"],
            "`accuses` has no mode `blam`: it has blame, lawsuit, investigation; did you mean blame?",
        ),
        (vec!["correct", id, "subject=Suriah"], "both subject and object would be `syria`"),
        (vec!["correct", id, "denied_by=rusai"], ", russia?"),
        (vec!["correct", id, "subject=Rusai"], ", russia?"),
    ];
    for (words, hint) in hints {
        let ran = decide(&place, &words).ends_with(1, &[]);
        assert!(ran.err.contains(hint), "{words:?}: {}", ran.err);
    }
    let long = format!("item={}", "x".repeat(5000));
    decide(&place, &["correct", id, &long]).ends_with(1, &["`item` is longer than 4000 characters"]);
    assert!(!place.path("graph/decisions.jsonl").exists());
}

#[test]
fn a_claim_about_one_actor_alone_is_refused_also_after_a_merge() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    decide(&place, &["alias", "--merge", "germany", "iran"]).succeeds();
    let before = bytes(&place, "decisions.jsonl");
    decide(&place, &["correct", id, "object=germany"]).ends_with(1, &["would be `iran`"]);
    decide(&place, &["claim", "iran", "supports", "germany", "--quote", "Satu.", "--source", "x"])
        .ends_with(1, &["would be `iran`"]);
    assert!(before == bytes(&place, "decisions.jsonl"), "nothing was written");
}

#[test]
fn a_new_actor_is_told_and_one_that_is_nearly_another_insisted_on() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    let told = decide(&place, &["correct", id, "object=wakanda-raya"]).succeeds().err;
    assert!(told.contains("`wakanda-raya` is a new actor"), "{told}");
    let told = decide(&place, &["correct", id, "object=rusai", "--new-actor"]).succeeds().err;
    assert!(told.contains("`rusai` is a new actor"), "{told}");
    let told = decide(&place, &["correct", id, "object=russia"]).succeeds().err;
    assert!(!told.contains("new actor"), "{told}");
}

/// The line of a piece of evidence among the tables.
fn row(place: &Place, id: &str) -> String {
    let rows = String::from_utf8(bytes(place, "csv/evidence.csv")).unwrap();
    rows.lines().find(|line| line.starts_with(id)).unwrap().to_owned()
}

#[test]
fn an_empty_time_clears_it_and_a_mode_goes_with_its_relation() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    decide(&place, &["correct", id, "relation=accuses", "mode=blame", "when=1979"]).succeeds();
    assert!(row(&place, id).contains("iran,accuses,syria,blame,1979,1979,holds,"), "{}", row(&place, id));
    decide(&place, &["correct", id, "when="]).succeeds();
    assert!(row(&place, id).contains("iran,accuses,syria,blame,,,,"), "{}", row(&place, id));
    decide(&place, &["correct", id, "relation=supports"]).succeeds();
    assert!(row(&place, id).contains("iran,supports,syria,,,,,"), "no such mode: {}", row(&place, id));
}

#[test]
fn a_name_can_be_given_to_another_actor_and_taken_back() {
    let place = Place::with_graph();
    decide(&place, &["alias", "Suriah", "syrian-opposition"]).succeeds();
    explain(&place, ["iran", "supports", "syrian-opposition"]).succeeds();
    decide(&place, &["alias", "Suriah", "syria"]).succeeds();
    explain(&place, EDGE).succeeds();
    decide(&place, &["alias", "--merge", "syria", "iraq"]).succeeds();
    explain(&place, ["iran", "supports", "iraq"]).succeeds();
    decide(&place, &["alias", "--merge", "syria", "syria"]).succeeds();
    explain(&place, EDGE).succeeds();
}

#[test]
fn a_claim_can_be_added_with_its_source() {
    let place = Place::with_graph();
    let source =
        ["--source", "https://example.org/1", "--publisher", "Harian Contoh", "--published", "2026-02-01"];
    let claim = ["claim", "iran", "visits", "Rusia", "--quote", "Utusan Teheran terbang ke Moskow."];
    decide(&place, &[&claim[..], &source[..]].concat()).succeeds();
    let shown = explain(&place, ["iran", "visits", "russia"]).succeeds().out;
    assert!(shown.contains("Utusan Teheran terbang") && shown.contains("Harian Contoh"), "{shown}");
    let claims = bytes(&place, "claims.jsonl");
    assert!(!String::from_utf8(claims).unwrap().contains("Utusan"), "the texts gave no such claim");

    let id = &evidence(&place, ["iran", "visits", "russia"])[0];
    decide(&place, &["reject", id]).succeeds();
    explain(&place, ["iran", "visits", "russia"]).ends_with(1, &["visits"]);
}

#[test]
fn an_added_claim_that_was_rejected_comes_back() {
    let place = Place::with_graph();
    let edge = ["iran", "visits", "russia"];
    let claim = [&["claim"][..], &edge, &["--quote", "Utusan Teheran terbang.", "--source", "x"]].concat();
    let given = bytes(&place, "claims.jsonl");
    decide(&place, &claim).succeeds();
    let id = &evidence(&place, edge)[0];
    for back in [&["confirm", id][..], &claim] {
        decide(&place, &["reject", id]).succeeds();
        explain(&place, edge).ends_with(1, &["visits"]);
        assert!(given == bytes(&place, "claims.jsonl"), "no text gave what was added");
        let told = decide(&place, back).succeeds().err;
        assert!(!told.contains("warning"), "every decision matches: {told}");
        assert_eq!(evidence(&place, edge), std::slice::from_ref(id), "{back:?}");
    }
    let built = place.run(["build", "news", "-o", "graph"]).succeeds();
    assert!(built.err.contains("0 warnings"), "{}", built.err);
    assert_eq!(evidence(&place, edge), std::slice::from_ref(id));
}

#[test]
fn what_a_text_states_and_a_person_adds_counts_once() {
    let place = Place::with_graph();
    let given = bytes(&place, "claims.jsonl");
    let ids = evidence(&place, EDGE);
    let claim =
        [&["claim"][..], &EDGE, &["--quote", "Iran mendukung Suriah.", "--source", "satu.txt"]].concat();
    decide(&place, &claim).succeeds();
    assert_eq!(evidence(&place, EDGE), ids);
    for id in &ids {
        decide(&place, &["reject", id]).succeeds();
    }
    explain(&place, EDGE).ends_with(1, &[]);
    decide(&place, &claim).succeeds();
    assert_eq!(evidence(&place, EDGE).len(), 1);
    assert!(given == bytes(&place, "claims.jsonl"), "what the texts gave is kept");
}

#[test]
fn a_claim_without_words_a_source_or_a_known_language_is_refused() {
    let place = Place::with_graph();
    let claim = |quote: &str, source: &str, further: &[&str]| {
        let words = ["claim", "iran", "visits", "russia", "--quote", quote, "--source", source];
        decide(&place, &[&words[..], further].concat())
    };
    claim(" ", "x", &[]).ends_with(1, &["`quote` is empty"]);
    claim("Satu.", "", &[]).ends_with(1, &["`source` is empty"]);
    claim("Satu.", "x", &["--language", "not a tag"]).ends_with(1, &["`not a tag` is no language"]);
    assert!(!place.path("graph/decisions.jsonl").exists());
    claim(" Satu. ", " x ", &["--language", "IND"]).succeeds();
    let line = String::from_utf8(bytes(&place, "decisions.jsonl")).unwrap();
    let written: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(written["quotation"], "Satu.");
    assert_eq!((&written["source"]["id"], &written["source"]["language"]), (&"x".into(), &"id".into()));
}

#[test]
fn an_addition_by_hand_without_words_changes_nothing_and_is_listed() {
    let place = Place::with_graph();
    let line = |quotation: &str, source: &str| {
        let claim = r#""decision":"add","subject":"iran","relation":"visits","object":"russia""#;
        format!(
            "{{{claim},\"quotation\":\"{quotation}\",\"source\":{{\"id\":\"{source}\",\"text\":\"\"}}}}\n"
        )
    };
    place.write("graph/decisions.jsonl", &(line("", "satu.txt") + &line("Satu.", "")));
    let built = place.run(["build", "news", "-o", "graph"]).succeeds();
    assert!(
        built.err.contains("decision 1: nothing") && built.err.contains("decision 2: nothing"),
        "{}",
        built.err
    );
    explain(&place, ["iran", "visits", "russia"]).ends_with(1, &["visits"]);
}

#[test]
fn a_folder_of_another_ontology_is_refused() {
    let place = Place::with_graph();
    let id = &evidence(&place, EDGE)[0];
    let manifest = String::from_utf8(bytes(&place, "manifest.json")).unwrap();
    let (before, after) = manifest.split_once(r#""ontology": ""#).unwrap();
    place.write("graph/manifest.json", &format!(r#"{before}"ontology": "ffff{}"#, &after[4..]));
    let ran = decide(&place, &["reject", id]).ends_with(1, &[]);
    assert!(ran.err.contains("another ontology") && ran.err.contains("aliansi build"), "{}", ran.err);
}
