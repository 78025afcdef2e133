//! Layout and network files of a generated graph: `cargo bench --bench networks`.
//!
//! The writers are measured without the layout, in bytes a second on one core. `-- --once CLAIMS ACTORS FILE` instead does each once
//! and prints seconds, bytes and memory as JSON, and leaves the GraphML file: what `benches/networks.py` compares with NetworkX.
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

#[path = "scale/generate.rs"]
mod generate;

use std::hint::black_box;
use std::time::Instant;

use aliansi::model::{Graph, View};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::layout::Layout;
use aliansi::pipeline::publish::network::{Network, Standing};
use aliansi::pipeline::publish::{Options, gexf, graphml};
use aliansi::pipeline::{fuse::fuse, grade::grade};
use criterion::{Criterion, Throughput};

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CLAIMS: usize = 50_000;
const ACTORS: usize = 10_000;

fn graph(claims: usize, actors: usize) -> Graph {
    let ontology = Ontology::shipped();
    grade(fuse(generate::material(claims, actors, ontology), &View::default(), ontology), ontology)
}

/// What the writers of network files make of it.
fn files(network: &Network, layout: &Layout) -> [(&'static str, Vec<u8>); 2] {
    let options = Options::default();
    let (mut with_graphml, mut with_gexf) = (Vec::new(), Vec::new());
    graphml::write(network, layout, &options, &mut with_graphml).unwrap();
    gexf::write(network, layout, &options, &mut with_gexf).unwrap();
    [("graphml", with_graphml), ("gexf", with_gexf)]
}

fn writers(criterion: &mut Criterion) {
    let graph = graph(CLAIMS, ACTORS);
    let options = Options::default();
    let network = Network::whole(&graph, &Standing::of(&graph, &graph), &options);
    let layout = Layout::of(&network);
    let mut group = criterion.benchmark_group("networks");
    group.sample_size(10);
    for (name, bytes) in files(&network, &layout) {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        let mut out = bytes;
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                out.clear();
                match name {
                    "graphml" => graphml::write(&network, &layout, &options, &mut out).unwrap(),
                    _ => gexf::write(&network, &layout, &options, &mut out).unwrap(),
                }
                black_box(out.len())
            });
        });
    }
    group.throughput(Throughput::Elements(network.ties.len() as u64));
    group.bench_function("layout", |bencher| bencher.iter(|| black_box(Layout::of(&network))));
    group.finish();
}

/// Each once, with what it takes.
fn once(claims: usize, actors: usize, file: &str) {
    let graph = graph(claims, actors);
    let options = Options::default();
    let network = Network::whole(&graph, &Standing::of(&graph, &graph), &options);
    let before = peak();
    let (layout, laying) = timed(|| Layout::of(&network));
    let laid = peak();
    let mut out = Vec::new();
    let ((), graphml) = timed(|| graphml::write(&network, &layout, &options, &mut out).unwrap());
    std::fs::write(file, &out).unwrap();
    let size = out.len();
    out.clear();
    let ((), gexf) = timed(|| gexf::write(&network, &layout, &options, &mut out).unwrap());
    let extent = network.extent();
    println!(
        "{}",
        serde_json::json!({
            "actors": extent.actors, "ties": extent.ties, "layout": laying, "graphml": graphml, "graphml_bytes": size,
            "gexf": gexf, "gexf_bytes": out.len(), "peak_before_mb": before, "peak_with_layout_mb": laid,
        })
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

/// The most megabytes of memory that were in use at once, by Linux's account of this process; 0 elsewhere.
fn peak() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() / 1024
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--once") {
        let number = |nth: usize| arguments[at + nth].parse().unwrap();
        return once(number(1), number(2), &arguments[at + 3]);
    }
    let mut criterion = Criterion::default().configure_from_args();
    writers(&mut criterion);
    criterion.final_summary();
}
