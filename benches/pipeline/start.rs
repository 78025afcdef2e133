//! What it takes before the first word is read.

use std::hint::black_box;
use std::process::{Command, Stdio};

use aliansi::ontology::Ontology;
use aliansi::ontology::index::LanguageIndex;
use criterion::Criterion;

/// Measures the whole program on no text, and the look-up tables alone.
pub fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    group.bench_function("program", |bencher| bencher.iter(run));
    group.bench_function("program-without-ontology", |bencher| bencher.iter(show_version));
    let ontology = Ontology::shipped();
    let index = || LanguageIndex::build(ontology, &ontology.languages["id"]);
    group.bench_function("index", |bencher| bencher.iter(|| black_box(index())));
    group.finish();
}

/// Reads one sentence: loads the ontology and builds its tables.
fn run() {
    let text = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
    std::fs::write(text.path(), "Iran didukung oleh Suriah.").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    command.args(["--quiet", "extract", "--threads", "1"]).arg(text.path());
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success() && !output.stdout.is_empty());
}

fn show_version() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    assert!(command.arg("--version").output().unwrap().status.success());
}
