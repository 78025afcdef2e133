//! What each stage in the middle makes of five short documents, against files that git can compare.
//!
//! `ALIANSI_BLESS=1 cargo test --test stages` rewrites the golden files.
#![allow(clippy::unwrap_used)] // a test that panics fails

mod bless;
#[path = "stages/show.rs"]
mod show;

use aliansi::model::{Claim, Document, Genre, Mention, Sentence, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{
    analyze::{analyze, parse},
    detect::detect,
    extract::{extract, outline},
    fuse::fuse,
    grade::grade,
};

/// A document with what the stages made of it.
struct Stages {
    document: Document,
    sentences: Vec<Sentence>,
    /// The same with their trees.
    parsed: Vec<Sentence>,
    mentions: Vec<Mention>,
    claims: Vec<Claim>,
}

fn stages(document: Document) -> Stages {
    let ontology = Ontology::shipped();
    let sentences = analyze(&document, ontology);
    let mentions = detect(&document, &sentences, ontology);
    let mut parsed = sentences.clone();
    parse(&document, &mut parsed, &mentions, ontology);
    let claims = extract(&document, &parsed, &mentions, ontology);
    Stages { document, sentences, parsed, mentions, claims }
}

fn document(id: &str, language: &str, publisher: &str, text: &str) -> Document {
    Document {
        id: id.to_owned(),
        text: text.to_owned(),
        published: Some("2025-11-06".parse().unwrap()),
        publisher: Some(publisher.to_owned()),
        genre: Some(Genre::News),
        language: Some(language.to_owned()),
        ..Document::default()
    }
}

fn documents() -> [Document; 5] {
    [
        document("pertemuan", "id", "Harian Contoh", include_str!("stages/input/pertemuan.txt")),
        document("sanksi", "id", "Kabar Contoh", include_str!("stages/input/sanksi.txt")),
        document("strait", "en", "Example Daily", include_str!("stages/input/strait.txt")),
        document("envoys", "en", "Example Daily", include_str!("stages/input/envoys.txt")),
        document("bermusuhan", "id", "Harian Contoh", include_str!("stages/input/bermusuhan.txt")),
    ]
}

fn check(stage: &str, show: impl Fn(&Stages) -> String) {
    for document in documents() {
        let stages = stages(document);
        bless::compare(&format!("stages/golden/{}.{stage}", stages.document.id), &show(&stages));
    }
}

#[test]
fn analyze_gives_sentences_of_tokens() {
    check("tokens.tsv", |stages| show::tokens(&stages.document, &stages.sentences));
}

#[test]
fn detect_gives_mentions() {
    check("mentions.tsv", |stages| show::mentions(&stages.document, &stages.mentions));
}

#[test]
fn extract_reads_clauses() {
    check("clauses.txt", |stages| {
        let outline = |sentence| outline(&stages.document, sentence, &stages.mentions, Ontology::shipped());
        let text = |sentence: &Sentence| stages.document.text[sentence.start..sentence.end].to_owned();
        stages.parsed.iter().map(|sentence| format!("{}\n{}\n", text(sentence), outline(sentence))).collect()
    });
}

#[test]
fn extract_gives_claims() {
    check("claims.jsonl", |stages| show::claims(&stages.claims));
}

#[test]
fn fuse_and_grade_give_one_graph() {
    let ontology = Ontology::shipped();
    let claims = documents().into_iter().flat_map(|document| stages(document).claims).collect();
    let graph = grade(fuse((documents().to_vec(), claims).into(), &View::default(), ontology), ontology);
    bless::compare("stages/golden/graph.txt", &show::graph(&graph));
}
