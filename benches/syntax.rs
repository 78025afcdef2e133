//! Words a second of tagging and parsing by the shipped models, over every sentence of the corpus; the time to load a model.
//!
//! How much memory a model takes is told by `aliansi model info LANG`.
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

use std::hint::black_box;

use aliansi::ontology::Ontology;
use aliansi::pipeline::analyze::analyze;
use aliansi::syntax::{Analyzer, Model, shipped, shipped_languages};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

#[path = "pipeline/texts.rs"]
#[allow(dead_code)] // shared with the stages
mod texts;

/// The words of each sentence of the corpus in a language, as written.
fn sentences(language: &str) -> Vec<Vec<String>> {
    let documents =
        texts::acquired().into_iter().filter(|document| document.language.as_deref() == Some(language));
    let forms = documents.flat_map(|document| {
        let form = |start: usize, end: usize| document.text[start..end].to_owned();
        let sentences = analyze(&document, Ontology::shipped()).into_iter();
        let forms = sentences.map(|sentence| {
            sentence.tokens.iter().map(|token| form(token.start, token.end)).collect::<Vec<_>>()
        });
        forms.collect::<Vec<_>>()
    });
    forms.collect()
}

fn analyze_corpus(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("syntax");
    for language in shipped_languages() {
        let model = Model::load(shipped(language).unwrap()).unwrap();
        let sentences = sentences(language);
        let words: usize = sentences.iter().map(Vec::len).sum();
        let mut analyzer = Analyzer::new(&model);
        let mut all = || sentences.iter().map(|forms| analyzer.analyze(forms, &[]).len()).sum::<usize>();
        group.throughput(Throughput::Elements(words as u64));
        group.bench_function(BenchmarkId::new("tag and parse", language), |bencher| {
            bencher.iter(|| black_box(all()));
        });
    }
    group.finish();
}

fn load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("syntax");
    for language in shipped_languages() {
        let bytes = shipped(language).unwrap();
        group.bench_function(BenchmarkId::new("load", language), |bencher| {
            bencher.iter(|| Model::load(black_box(bytes)));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = analyze_corpus, load
}
criterion_main!(benches);
