//! Words a second of tagging and parsing, and the time to load a model, with a model of made-up sentences: the
//! network has the same size whatever it has learnt, so the speed is that of the models that are shipped.

use std::hint::black_box;

use aliansi::syntax::{Analyzer, Model, Options, train};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

#[path = "../tests/syntax/treebank.rs"]
#[allow(dead_code)]
mod treebank;

fn model() -> Vec<u8> {
    let options = Options { language: "xx".to_owned(), seed: 1, epochs: 2 };
    train(&treebank::trees(200), &options, |_| ()).expect("a model")
}

fn analyze(criterion: &mut Criterion) {
    let bytes = model();
    let model = Model::load(&bytes).expect("its own bytes");
    let mut group = criterion.benchmark_group("analyze");
    for words in [10, 25, 60] {
        let forms: Vec<_> =
            treebank::trees(60).into_iter().flatten().map(|node| node.form).take(words).collect();
        let mut analyzer = Analyzer::new(&model);
        group.throughput(Throughput::Elements(words as u64));
        group.bench_function(format!("{words} words"), |bencher| {
            bencher.iter(|| black_box(analyzer.analyze(black_box(&forms), &[])).len());
        });
    }
    group.finish();
}

fn load(criterion: &mut Criterion) {
    let bytes = model();
    criterion.bench_function("load", |bencher| bencher.iter(|| Model::load(black_box(&bytes))));
}

criterion_group!(benches, analyze, load);
criterion_main!(benches);
