//! `cite`: quotations with their sources, in every style.

use super::dated::{dated, json, printed, shows};

const CITE: [&str; 6] = ["cite", "--graph", "graph", "iran", "mendukung", "suriah"];

#[test]
fn a_quotation_has_its_source_its_speaker_and_the_hashes() {
    let place = dated();
    let cited = json(&place, &CITE);
    let hash = &cited["graph"].as_str().unwrap()[..16];
    let source = "[1] Antara, “Perang Bayangan 100% & Lagi”, 2025-01-10 (satu)";
    let standing = "asserted, by the author; evidence ";
    shows(
        place.run(CITE),
        &["Iran", source, "https://example.org/satu", "“Iran mendukung Suriah.”", standing, hash],
    );
    assert_eq!(cited["ontology"].as_str().unwrap().len(), 32);
    assert_eq!(cited["evidence"][0]["quotation"], "Iran mendukung Suriah.");
}

#[test]
fn the_hash_changes_with_what_was_decided_and_with_nothing_else() {
    let place = dated();
    let hash = || json(&place, &CITE)["graph"].clone();
    let (before, evidence) = (hash(), json(&place, &CITE)["evidence"][0]["evidence"].clone());
    place.run(["build", "dated.jsonl", "-o", "graph"]).succeeds();
    assert_eq!(hash(), before, "the same texts give the same graph");
    let id = evidence.as_str().unwrap();
    let confirm =
        ["confirm", "--graph", "graph", id, "--by", "Sri", "--at", "2026-03-01", "--why", "seen in print"];
    place.run(confirm).succeeds();
    assert_ne!(hash(), before);
    shows(place.run(CITE), &["confirmed by Sri, 2026-03-01: seen in print"]);
}

#[test]
fn every_style_escapes_what_it_reads() {
    let place = dated();
    let style = |style: &str| printed(&place, &[&CITE[..], &["--format", style]].concat());
    let bibtex = style("bibtex");
    let fields = [
        "@misc{aliansi-",
        r"title = {Perang Bayangan 100\% \& Lagi}",
        "year = {2025}",
        "month = 1",
        "url = {",
    ];
    assert!(fields.iter().all(|field| bibtex.contains(field)), "{bibtex}");
    assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count());
    let csv = style("csv");
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let row = rows.records().next().unwrap().unwrap();
    assert_eq!((&row[0], &row[3], &row[11]), ("iran", "Antara", "Iran mendukung Suriah."));
    assert!(style("markdown").contains("1. Antara"));
}

#[test]
fn the_surest_are_kept_in_the_order_of_their_dates() {
    let place = dated();
    let cite = ["cite", "--graph", "graph", "--level", "state", "russia", "supports", "syria"];
    let cited = json(&place, &cite);
    let dates: Vec<_> =
        cited["evidence"].as_array().unwrap().iter().map(|it| it["published"].clone()).collect();
    assert_eq!(dates, ["2025-06-20", "2026-02-01"]);
    let one = json(&place, &[&cite[..], &["--limit", "1"]].concat());
    assert_eq!(one["evidence"].as_array().unwrap().len(), 1);
    place
        .run(["cite", "--graph", "graph", "syria", "attacks", "iran"])
        .ends_with(1, &["iran supports syria"]);
}
