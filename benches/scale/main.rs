//! Cost and memory of fuse, grade, ties, blocs and a whole graph folder over as many claims as a large desk collects: `cargo bench --bench scale`.
//!
//! One run each, since a run takes seconds; the figures of interest are ratios: cost a claim at a million claims against a
//! hundred thousand. `--merge CLAIMS FILE` writes claims for another program to merge, and prints the
//! seconds that it takes here. `--folder CLAIMS DIR` writes a graph folder, to be asked or served, and keeps it.
#![allow(clippy::unwrap_used)]

mod generate;

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use aliansi::analytics;
use aliansi::model::{Graph, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{self, fuse::fuse, grade::grade, publish};
use aliansi::store::index::Builder;
use oxigraph::model::Quad;

/// The program's own allocator, so that memory is what the program would take.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Numbers of claims, with the number of actors that they are about.
const SIZES: [(usize, usize); 2] = [(100_000, 5_000), (1_000_000, 50_000)];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--merge") {
        return merge(arguments[at + 1].parse().unwrap(), &arguments[at + 2]);
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--folder") {
        let claims: usize = arguments[at + 1].parse().unwrap();
        return folder((claims, claims / 20), arguments[at + 2].as_ref());
    }
    let mut costs = Vec::new();
    for (claims, actors) in SIZES {
        costs.push(measure(claims, actors).as_secs_f64() / claims as f64);
    }
    folder(SIZES[0], &tempfile::tempdir().unwrap().path().join("graph"));
    println!("cost a claim at {} against {} claims: {:.2}×", SIZES[1].0, SIZES[0].0, costs[1] / costs[0]);
}

/// Writes claims as JSON Lines, and prints as JSON how long it takes to fuse them.
fn merge(claims: usize, file: &str) {
    let ontology = Ontology::shipped();
    let material = generate::material(claims, claims / 20, ontology);
    let lines = material.claims.iter().map(|claim| serde_json::to_string(claim).unwrap() + "\n");
    std::fs::write(file, lines.collect::<String>()).unwrap();
    let (_, time) = timed(|| fuse(material, &View::default(), ontology));
    println!("{}", serde_json::json!({ "merge": time.as_secs_f64() }));
}

/// Prints what one size takes, and gives the time of fuse and grade together.
fn measure(claims: usize, actors: usize) -> Duration {
    let ontology = Ontology::shipped();
    let material = generate::material(claims, actors, ontology);
    println!("{claims} claims of {actors} actors: {} MB with the generated material", resident());
    let (fused, fusing) = timed(|| fuse(material, &View::default(), ontology));
    let (graph, grading) = timed(|| grade(fused, ontology));
    println!("  fuse {fusing:.2?}, grade {grading:.2?}, peak {} MB", peak());
    describe(&graph);
    statements(&graph, ontology);
    fusing + grading
}

/// Writes a folder of all exports; prints what it takes, and what the graphs of both levels take.
fn folder((claims, actors): (usize, usize), target: &Path) {
    let ontology = Ontology::shipped();
    let material = generate::material(claims, actors, ontology);
    let (levels, making) = timed(|| pipeline::graphs(material, &View::default(), ontology));
    let write = || publish::publish(&levels, ontology, &publish::Options::default(), target);
    let (written, writing) = timed(write);
    written.unwrap();
    let files = std::fs::read_dir(target).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
    let megabytes = files.sum::<u64>() / 1_000_000;
    println!(
        "{claims} claims: both levels {making:.2?}, folder of {megabytes} MB {writing:.2?}, peak {} MB",
        peak()
    );
}

/// Prints what the statements and their index take beside the graph, without a disk.
fn statements(graph: &Graph, ontology: &Ontology) {
    let mut index = Builder::default();
    let see = |quad: &Quad| index.add(quad);
    let options = publish::Options::default();
    let (written, writing) =
        timed(|| publish::nquads::write_and(see, graph, ontology, &options, &mut io::sink()));
    written.unwrap();
    let seal = tempfile::NamedTempFile::new().unwrap();
    let (written, indexing) = timed(|| index.write(seal.path(), &mut io::sink()));
    written.unwrap();
    println!("  statements {writing:.2?}, index {indexing:.2?}, peak {} MB", peak());
}

fn describe(graph: &Graph) {
    let (nodes, edges) = (graph.network.node_count(), graph.network.edge_count());
    println!("  {nodes} actors, {edges} edges");
    let (ties, time) = timed(|| analytics::ties(graph, &analytics::Weights::plover(), |_| true));
    println!("  ties {time:.2?}: {}", ties.len());
    let network = analytics::SignedNetwork::of_ties(&ties, 0.0);
    let (blocs, time) = timed(|| analytics::blocs(&network, analytics::BlocOptions::default()));
    println!("  blocs {time:.2?}: {}", blocs.blocs.len());
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// Megabytes of memory in use now.
fn resident() -> u64 {
    status("VmRSS:")
}

/// The most megabytes of memory that were in use at once.
fn peak() -> u64 {
    status("VmHWM:")
}

/// A line of Linux's account of this process, in megabytes; 0 elsewhere.
fn status(key: &str) -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(key));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() / 1024
}
