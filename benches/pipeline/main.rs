//! How fast the stages are, on one core: `cargo bench --bench pipeline`, or with the name of a group at its end.
//!
//! | group | counts |
//! |---|---|
//! | `start` | runs of the program, look-up tables built |
//! | `read` | words through the stages that read texts, for each language of the corpus |
//! | `graph` | claims through the stages that make and write the graph |
#![allow(clippy::unwrap_used)] // a benchmark that panics fails

mod graph;
mod read;
mod start;
mod texts;

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};

/// Twenty samples in three seconds, with a thread pool of one.
fn short() -> Criterion {
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().unwrap();
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
}

criterion_group! {
    name = benches;
    config = short();
    targets = start::bench, read::bench, graph::bench
}
criterion_main!(benches);
