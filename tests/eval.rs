//! The scorer against figures worked out by the reference scorer, and against that scorer itself where it is.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use aliansi::eval::{
    Aspect, Names, Report, Slice, breakdown, confidence, evaluate, markdown, read_gold, read_predictions,
    read_table,
};
use aliansi::ontology::Ontology;
use serde_json::{Value, json};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval").join(name)
}

fn score(gold: &Path, claims: &Path, names: &Names) -> Report {
    evaluate(&read_gold(gold).unwrap(), &read_predictions(claims).unwrap(), names)
}

fn fixture_names() -> Names {
    Names::new(read_table(&fixture("same.json")).unwrap(), read_table(&fixture("rollup.json")).unwrap())
}

fn fixture_report() -> Report {
    score(&fixture("gold.jsonl"), &fixture("claims.jsonl"), &fixture_names())
}

/// The figures without the intervals, which come from another generator than the reference's.
fn figures(report: &Value) -> Value {
    let mut report = report.clone();
    if let Some(claim) = report["claim"].as_object_mut() {
        claim.remove("precision_95");
        claim.remove("recall_named_95");
    }
    report
}

fn level(shares: [f64; 5], counts: [usize; 3]) -> Value {
    json!({
        "precision": shares[0], "recall_named": shares[1], "f1_named": shares[2],
        "recall_all": shares[3], "f1_all": shares[4],
        "predicted": counts[0], "required_named": counts[1], "required": counts[2],
    })
}

#[test]
fn figures_are_those_of_the_reference_scorer() {
    let report = serde_json::to_value(fixture_report()).unwrap();
    let expected = json!({
        "claim": level([0.7273, 0.7778, 0.7517, 0.8, 0.7619], [11, 9, 10]),
        "status": level([0.6364, 0.6667, 0.6512, 0.7, 0.6667], [11, 9, 10]),
        "state": level([0.75, 0.8333, 0.7895, 0.8571, 0.8], [8, 6, 7]),
        "tie": level([0.875, 1.0, 0.9333, 1.0, 0.9333], [8, 6, 7]),
        "traps": {"sentences": 2, "with_a_claim": 1},
        "attribution": {"right": 0.875, "found_of_stated": 0.5, "stated": 2},
    });
    assert_eq!(figures(&report), expected);
    assert_eq!(report["claim"]["precision_95"], json!([0.5, 1.0]));
}

#[test]
fn errors_name_what_is_missed_and_what_is_wrong() {
    let report = fixture_report();
    let places: Vec<_> =
        report.errors.iter().map(|errors| format!("{}:{}", errors.doc, errors.sent)).collect();
    assert_eq!(places, ["a:0", "a:2", "f:0"]);
    assert_eq!(report.errors[0].missed[0].claim.1, "criticizes");
    assert_eq!(report.errors[0].wrong[0].0, "syldavia");
    assert_eq!(report.unplaced, 1);
    let meets = report.relations["meets"];
    assert_eq!((meets.gold, meets.found, meets.wrong), (1, 1, 1));
}

#[test]
fn gold_against_itself_is_perfect_and_nothing_predicted_is_nothing_found() {
    let gold = read_gold(&fixture("gold.jsonl")).unwrap();
    let nothing = evaluate(&gold, &[], &Names::default());
    assert_eq!((nothing.claim.precision, nothing.claim.recall_all), (0.0, 0.0));
    let lines: Vec<String> =
        gold.iter().flat_map(|s| s.claims.iter().map(|c| predicted(&s.doc, &s.text, c))).collect();
    let directory = tempfile::tempdir().unwrap();
    let claims = directory.path().join("claims.jsonl");
    std::fs::write(&claims, lines.join("\n")).unwrap();
    let perfect = score(&fixture("gold.jsonl"), &claims, &Names::default());
    assert_eq!((perfect.status.f1_all, perfect.tie.f1_all, perfect.traps.with_a_claim), (1.0, 1.0, 0));
}

/// Gold of six documents with a claim each, and claims for it: two wrong, one with the wrong status.
fn sliced() -> Vec<(Aspect, Vec<Slice>)> {
    let directory = tempfile::tempdir().unwrap();
    let (gold, claims) = (directory.path().join("gold.jsonl"), directory.path().join("claims.jsonl"));
    let (mut gold_lines, mut claim_lines) = (String::new(), String::new());
    for number in 0..6 {
        let (doc, text) = (format!("d{number}"), "Syldavia mendukung Borduria.");
        let wanted = json!({"s": "syldavia", "p": "supports", "o": "borduria", "status": "asserted"});
        gold_lines +=
            &format!("{}\n", json!({"doc": doc, "sent": 0, "lang": "id", "text": text, "claims": [wanted]}));
        let passive = number % 2 == 0;
        let claim = json!({
            "document": doc, "text": text, "language": "id", "relation": "supports", "binder": "both",
            "subject": {"id": "syldavia"}, "object": {"id": if number < 4 { "borduria" } else { "klow" }},
            "status": if number == 0 { "planned" } else { "asserted" }, "frame": VERB,
            "cue": {"text": if passive { "didukung" } else { "mendukung" }, "start": 9, "end": 18},
        });
        claim_lines += &format!("{claim}\n");
    }
    std::fs::write(&gold, gold_lines).unwrap();
    std::fs::write(&claims, claim_lines).unwrap();
    let (gold, claims) = (read_gold(&gold).unwrap(), read_predictions(&claims).unwrap());
    breakdown(&gold, &claims, &Names::default(), Ontology::shipped())
}

/// A frame of the ontology with verbs.
const VERB: &str = "supports/id/back";

fn slice(by: &[(Aspect, Vec<Slice>)], aspect: Aspect, name: &str) -> Slice {
    let (_, slices) = by.iter().find(|(of, _)| *of == aspect).unwrap();
    slices.iter().find(|slice| slice.name == name).unwrap_or_else(|| panic!("{aspect:?} {slices:#?}")).clone()
}

#[test]
fn figures_are_broken_down_by_what_claims_are() {
    let by = sliced();
    let supports = slice(&by, Aspect::Relation, "supports");
    assert_eq!(
        (supports.predicted, supports.right, supports.named, supports.found),
        (6, 4, Some(6), Some(4))
    );
    assert_eq!((supports.precision, supports.recall_named), (Some(0.6667), Some(0.6667)));
    let [low, high] = supports.precision_95.unwrap();
    assert!(low < 0.6667 && high > 0.6667, "{low} {high}");
    assert_eq!(slice(&by, Aspect::Construction, "verb").named, None);
    let (active, passive) = (slice(&by, Aspect::Voice, "active"), slice(&by, Aspect::Voice, "passive"));
    assert_eq!((active.predicted, active.right, passive.predicted, passive.right), (3, 2, 3, 2));
    assert_eq!(passive.precision_95, None);
    let (asserted, planned) = (slice(&by, Aspect::Status, "asserted"), slice(&by, Aspect::Status, "planned"));
    assert_eq!((asserted.right, asserted.named, planned.right, planned.named), (3, Some(6), 0, Some(0)));
    assert_eq!(slice(&by, Aspect::Binder, "both").predicted, 6);
    assert_eq!(slice(&by, Aspect::Language, "id").found, Some(4));
}

#[test]
fn a_page_shows_levels_and_breakdown() {
    let page = markdown(&fixture_report(), &confidence(&[], Ontology::shipped()), &sliced());
    assert!(
        page.starts_with("| level |") && page.contains("| claim | 11 | 0.73 | 0.50–1.00 | 9 | 0.78 |"),
        "{page}"
    );
    assert!(
        page.contains("\n### By voice\n\n| voice | predicted | precision | 95% |\n|---|--:|--:|---|\n"),
        "{page}"
    );
    assert!(page.contains("| passive | 3 | 0.67 | – |\n"), "{page}");
}

fn predicted(doc: &str, text: &str, claim: &aliansi::eval::GoldClaim) -> String {
    json!({
        "document": doc, "text": text, "subject": {"id": claim.s}, "relation": claim.p,
        "object": {"id": claim.o}, "status": claim.status,
        "attributed_to": claim.by.as_ref().map(|by| json!({"id": by})),
    })
    .to_string()
}

#[test]
fn a_bad_line_is_named_with_what_belongs_there() {
    let directory = tempfile::tempdir().unwrap();
    let gold = directory.path().join("gold.jsonl");
    std::fs::write(&gold, "\n{\"doc\": 1, \"text\": \"a\", \"claims\": []}\n{\"doc\": \"2\"}\n").unwrap();
    let message = read_gold(&gold).unwrap_err().to_string();
    assert!(message.contains("gold.jsonl:3:") && message.contains("doc, text and claims"), "{message}");
}

/// Random gold and predictions, scored by both. `SCORE_PY` is the path of the reference scorer.
#[test]
fn random_data_scores_as_the_reference_scorer_says() {
    let Ok(scorer) = std::env::var("SCORE_PY") else { return };
    for seed in 1..=20 {
        let directory = tempfile::tempdir().unwrap();
        let (gold, claims) = (directory.path().join("gold.jsonl"), directory.path().join("claims.jsonl"));
        let (gold_lines, claim_lines) = Made(seed).files();
        std::fs::write(&gold, gold_lines).unwrap();
        std::fs::write(&claims, claim_lines).unwrap();
        let output = Command::new("python3")
            .args([
                scorer.as_ref(),
                gold.as_path(),
                claims.as_path(),
                Path::new("--json"),
                Path::new("--rollup"),
            ])
            .arg(fixture("rollup.json"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let reference: Value = serde_json::from_slice(&output.stdout).unwrap();
        let names = Names::new(BTreeMap::new(), read_table(&fixture("rollup.json")).unwrap());
        let ours = serde_json::to_value(score(&gold, &claims, &names)).unwrap();
        assert_eq!(figures(&ours), figures(&reference), "seed {seed}");
        for bounds in ["precision_95", "recall_named_95"] {
            assert_close(&ours["claim"][bounds], &reference["claim"][bounds]);
        }
    }
}

fn assert_close(ours: &Value, reference: &Value) {
    for end in 0..2 {
        let (a, b) = (ours[end].as_f64().unwrap(), reference[end].as_f64().unwrap());
        assert!((a - b).abs() < 0.03, "{ours} {reference}");
    }
}

/// A small generator of made-up gold.
struct Made(u64);

impl Made {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
    }

    fn files(&mut self) -> (String, String) {
        let (mut gold, mut claims) = (String::new(), String::new());
        for sentence in 0..120 {
            let text = format!("Kalimat {} {} {}", self.below(50), self.pick(&ACTORS), self.pick(&RELATIONS));
            let doc = format!("d{}", sentence / 6);
            let wanted: Vec<_> = (0..self.below(4)).map(|_| self.claim()).collect();
            let more: Vec<_> = (0..self.below(3)).map(|_| self.claim()).collect();
            for claim in wanted.iter().chain(&more) {
                if self.below(4) > 0 {
                    claims += &format!("{}\n", self.prediction(&doc, &text, claim));
                }
            }
            gold += &format!("{}\n", json!({"doc": doc, "sent": sentence, "text": text, "claims": wanted}));
        }
        (gold, claims)
    }

    fn claim(&mut self) -> Value {
        json!({
            "s": self.pick(&ACTORS), "p": self.pick(&RELATIONS), "o": self.pick(&ACTORS),
            "status": self.pick(&STATUSES), "by": self.pick(&ACTORS[..3]),
            "named": self.below(5) > 0, "optional": self.below(6) == 0,
        })
    }

    fn prediction(&mut self, doc: &str, text: &str, claim: &Value) -> Value {
        let status = if self.below(3) == 0 { json!(self.pick(&STATUSES)) } else { claim["status"].clone() };
        let country = if self.below(3) == 0 { json!(self.pick(&ACTORS)) } else { Value::Null };
        json!({
            "document": format!("folder/{doc}.txt"), "text": text, "relation": claim["p"], "status": status,
            "subject": {"id": claim["s"], "country": country}, "object": {"id": claim["o"]},
            "attributed_to": {"id": self.pick(&ACTORS[..3])},
        })
    }
}

const ACTORS: [&str; 7] =
    ["syldavia", "borduria", "ottokar", "borduria/military", "San Theodoros", "tapioca", "nuevo_rico"];
const STATUSES: [&str; 6] = ["asserted", "alleged", "planned", "possible", "denied", "negated"];
const RELATIONS: [&str; 9] = [
    "supports",
    "meets",
    "allied-with",
    "leads",
    "opposes",
    "disputes-with",
    "requests",
    "praises",
    "unheard-of",
];
