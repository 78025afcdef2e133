//! Words a second through the stages from files to claims.

use std::hint::black_box;

use aliansi::model::{Document, Mention, Sentence};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{
    self,
    analyze::{analyze, parse},
    detect::detect,
    extract::extract,
};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};

use crate::texts;

/// Measures `acquire` on the corpus, the other stages on the documents of each language; `extract` and the whole with trees
/// and over chunks alone.
pub fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Elements(texts::words(&texts::acquired())));
    group.bench_function("acquire", |bencher| bencher.iter(|| black_box(texts::acquired())));
    for language in ["id", "en"] {
        stages(&mut group, language);
    }
    group.finish();
}

fn stages(group: &mut BenchmarkGroup<'_, WallTime>, language: &str) {
    let ontology = Ontology::shipped();
    let documents = texts::documents(language);
    group.throughput(Throughput::Elements(texts::words(&documents)));
    let mut measure = |stage: &str, work: &dyn Fn(usize) -> usize| {
        let all = || black_box((0..documents.len()).map(work).sum::<usize>());
        group.bench_function(BenchmarkId::new(stage, language), |bencher| bencher.iter(all));
    };
    let (sentences, mentions) = (sentences(&documents), mentions(&documents));
    let chunks_alone = ontology.clone().without_models();
    // The copy that `parse` writes to costs a hundredth of it.
    let parsed = |n: usize| {
        let mut sentences = sentences[n].clone();
        parse(&documents[n], &mut sentences, &mentions[n], ontology);
        sentences
    };
    let trees: Vec<Vec<Sentence>> = (0..documents.len()).map(parsed).collect();
    measure("analyze", &|n| analyze(&documents[n], ontology).len());
    measure("detect", &|n| detect(&documents[n], &sentences[n], ontology).len());
    measure("parse", &|n| parsed(n).len());
    measure("extract", &|n| extract(&documents[n], &trees[n], &mentions[n], ontology).len());
    measure("extract-chunks", &|n| extract(&documents[n], &sentences[n], &mentions[n], ontology).len());
    measure("all", &|n| pipeline::read(&documents[n], ontology).claims.len());
    measure("all-chunks", &|n| pipeline::read(&documents[n], &chunks_alone).claims.len());
}

fn sentences(documents: &[Document]) -> Vec<Vec<Sentence>> {
    documents.iter().map(|document| analyze(document, Ontology::shipped())).collect()
}

fn mentions(documents: &[Document]) -> Vec<Vec<Mention>> {
    let pairs = documents.iter().zip(sentences(documents));
    pairs.map(|(document, sentences)| detect(document, &sentences, Ontology::shipped())).collect()
}
