//! What came of it.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::Failure;
use crate::mix::Kind;
use crate::watch::Held;

/// Parts of the time of which memory is told.
const FIFTHS: [&str; 5] = ["first", "second", "third", "fourth", "last"];

/// One request.
pub struct Sample {
    pub kind: Kind,
    pub took: Duration,
    /// Bytes of the answer, or why there is none.
    pub outcome: Result<usize, Failure>,
}

/// What came of many requests.
pub struct Figures<'a> {
    kinds: BTreeMap<Kind, Vec<&'a Sample>>,
    all: Vec<&'a Sample>,
    seconds: f64,
    clients: usize,
    held: Vec<Held>,
}

/// Milliseconds of what was answered, sorted.
struct Latency(Vec<f64>);

impl<'a> Figures<'a> {
    pub fn of(samples: &'a [Sample], seconds: f64, clients: usize, held: Vec<Held>) -> Self {
        let mut kinds: BTreeMap<Kind, Vec<&Sample>> = BTreeMap::new();
        for sample in samples {
            kinds.entry(sample.kind).or_default().push(sample);
        }
        Self { kinds, all: samples.iter().collect(), seconds, clients, held }
    }

    /// Requests that should have been answered and were not. What is hostile may fail.
    pub fn failures(&self) -> usize {
        self.all
            .iter()
            .filter(|sample| !Kind::HOSTILE.contains(&sample.kind) && sample.outcome.is_err())
            .count()
    }

    /// Milliseconds, bytes and requests a second as JSON.
    pub fn json(&self) -> Value {
        let kinds: serde_json::Map<_, _> = self
            .kinds
            .iter()
            .map(|(kind, samples)| (kind.name().to_owned(), self.of_samples(samples)))
            .collect();
        json!({
            "clients": self.clients, "seconds": self.seconds, "failures": self.failures(),
            "all": self.of_samples(&self.all), "kinds": kinds, "held": self.fifths(), "processor_ms": self.processor(),
        })
    }

    fn of_samples(&self, samples: &[&Sample]) -> Value {
        let latency = Latency::of(samples);
        let bytes: usize = samples.iter().filter_map(|sample| sample.outcome.ok()).sum();
        let outcomes = outcomes(samples);
        json!({
            "answers": latency.0.len(), "per_second": latency.0.len() as f64 / self.seconds, "bytes": bytes,
            "p50_ms": latency.quantile(0.5), "p99_ms": latency.quantile(0.99), "max_ms": latency.quantile(1.0),
            "not_answered": outcomes,
        })
    }

    /// What the server held in each fifth of the time: the median of each figure, so that one moment does not decide whether memory
    /// is flat; of the peak and of processor time the last.
    fn fifths(&self) -> Vec<Held> {
        let moments = self.held.chunks(self.held.len().div_ceil(FIFTHS.len()).max(1));
        moments.map(Held::median).collect()
    }

    /// Processor time that the server took for each answer, in milliseconds.
    fn processor(&self) -> Option<f64> {
        let took = self.held.last()?.processor - self.held.first()?.processor;
        let answers = self.all.iter().filter(|sample| sample.outcome.is_ok()).count();
        Some(took * 1000.0 / answers.max(1) as f64)
    }

    /// As a table.
    pub fn print(&self) {
        let processor = self
            .processor()
            .map_or(String::new(), |time| format!(", {time:.3} ms of processor time an answer"));
        println!("{} clients, {:.1} s{processor}", self.clients, self.seconds);
        println!(
            "{:18}{:>10}{:>10}{:>10}{:>10}{:>10}{:>12}",
            "", "answers", "a second", "p50 ms", "p99 ms", "max ms", "kB each"
        );
        for (kind, samples) in &self.kinds {
            self.print_line(kind.name(), samples);
        }
        self.print_line("all", &self.all);
        for (part, held) in FIFTHS.iter().zip(self.fifths()) {
            println!(
                "{part:8}{:6.1} s: {} MB resident, {} without files, {} at most; {} threads, {} files, {:.1} s of processor time",
                held.at, held.resident, held.anonymous, held.peak, held.threads, held.files, held.processor
            );
        }
    }

    fn print_line(&self, name: &str, samples: &[&Sample]) {
        let latency = Latency::of(samples);
        let answers = latency.0.len();
        let bytes: usize = samples.iter().filter_map(|sample| sample.outcome.ok()).sum();
        let [p50, p99, max] = [0.5, 0.99, 1.0].map(|part| latency.quantile(part));
        let (rate, kilobytes) =
            (answers as f64 / self.seconds, bytes as f64 / 1000.0 / answers.max(1) as f64);
        let failed = outcomes(samples);
        let failed = if failed.is_empty() { String::new() } else { format!("  not answered: {failed:?}") };
        println!("{name:18}{answers:10}{rate:10.0}{p50:10.2}{p99:10.2}{max:10.2}{kilobytes:12.2}{failed}");
    }
}

/// Why there was no answer, and how often.
fn outcomes(samples: &[&Sample]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for failure in samples.iter().filter_map(|sample| sample.outcome.err()) {
        *counts.entry(format!("{failure:?}")).or_default() += 1;
    }
    counts
}

impl Latency {
    fn of(samples: &[&Sample]) -> Self {
        let answered = samples.iter().filter(|sample| sample.outcome.is_ok());
        let mut times: Vec<f64> = answered.map(|sample| sample.took.as_secs_f64() * 1000.0).collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The time within which a part of the answers came; 0 without answers.
    fn quantile(&self, part: f64) -> f64 {
        let nth = (part * self.0.len() as f64).ceil() as usize;
        self.0.get(nth.saturating_sub(1)).copied().unwrap_or_default()
    }
}
