//! Load on a SPARQL endpoint: clients that each ask as fast as they are answered, over connections that stay open.
//!
//! ```text
//! cargo bench --bench serving                                     # our own server, over exports/
//! cargo bench --bench serving -- --graph DIR [--seconds 30] [--clients 64] [--kinds point,star] [--seed 1] [--json]
//! cargo bench --bench serving -- --graph DIR --url http://127.0.0.1:7878/query --pid N   # any server that holds DIR's graph.nq
//! cargo bench --bench serving -- --graph DIR --seconds 300 --hostile                     # with time-outs and disconnects
//! cargo bench --bench serving -- --graph DIR --list 20                                   # the queries, as JSON Lines
//! ```
//!
//! Prints what was answered, how fast, what failed, and how much memory, threads and files the server held meanwhile (Linux).
//! `benches/against_oxigraph.py` compares two servers with it.
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

mod client;
mod figures;
mod mix;
mod options;
mod server;
mod watch;

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use client::{Client, Failure};
use figures::{Figures, Sample};
use mix::{Kind, Mix, Random};
use options::Options;
use server::Server;
use watch::Watch;

/// How long a client that was refused waits before it asks again.
const PAUSE: Duration = Duration::from_millis(10);

fn main() {
    let options = Options::read();
    let mix = Mix::of(&options.graph, &options.kinds, options.seed);
    if let Some(count) = options.list {
        return list(&mix, &options, count);
    }
    let server = Server::find(&options);
    let watch = Watch::start(server.pid, Duration::from_secs_f64(options.seconds));
    let start = Instant::now();
    let samples = load(&mix, &options, &server.address);
    // The last answers come after the time is over.
    let figures = Figures::of(&samples, start.elapsed().as_secs_f64(), options.clients, watch.stop());
    if options.json {
        println!("{}", figures.json())
    } else {
        figures.print()
    }
    drop(server);
    assert!(figures.failures() == 0, "some requests failed");
}

/// All that the clients met.
fn load(mix: &Mix, options: &Options, address: &client::Address) -> Vec<Sample> {
    let ready = Barrier::new(options.clients);
    thread::scope(|scope| {
        let clients: Vec<_> = (0..options.clients)
            .map(|nth| {
                scope.spawn({
                    let ready = &ready;
                    move || {
                        let random =
                            Random::new(options.seed.wrapping_mul(1_000_003).wrapping_add(nth as u64));
                        ready.wait();
                        ask(mix, random, Client::new(address), Duration::from_secs_f64(options.seconds))
                    }
                })
            })
            .collect();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    })
}

/// Asks one query after the other until the time is over.
fn ask(mix: &Mix, mut random: Random, mut client: Client, time: Duration) -> Vec<Sample> {
    let mut samples = Vec::new();
    let end = Instant::now() + time;
    while Instant::now() < end {
        let query = mix.query(&mut random);
        let start = Instant::now();
        let outcome = if query.kind == Kind::Leave {
            client.ask_and_leave(&query, random.below(3))
        } else {
            client.ask(&query)
        };
        samples.push(Sample { kind: query.kind, took: start.elapsed(), outcome });
        if matches!(outcome, Err(Failure::Busy)) {
            thread::sleep(PAUSE);
        }
    }
    samples
}

/// Some queries of each kind, one a line.
fn list(mix: &Mix, options: &Options, count: usize) {
    for kind in mix.kinds() {
        let mut random = Random::new(options.seed);
        for _ in 0..count {
            let query = mix.query_of(kind, &mut random);
            println!(
                "{}",
                serde_json::json!({ "kind": kind.name(), "accept": query.accept, "query": query.text })
            );
        }
    }
}
