//! What the server holds while it works, by Linux's account of its process.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What a process holds at a moment. Memory is in MB (10⁶ bytes).
#[derive(Debug, Clone, Copy, Default, serde::Serialize)]
pub struct Held {
    /// Seconds since the start.
    pub at: f64,
    /// Resident memory, the mapped pages of files included.
    pub resident: u64,
    /// Of it, what is no page of a file.
    pub anonymous: u64,
    /// The most that was ever resident.
    pub peak: u64,
    pub threads: u64,
    pub files: u64,
    /// Seconds of processor time since the process began.
    pub processor: f64,
}

impl Held {
    /// The median of each figure of some moments, at least one; of the peak and of processor time the last.
    pub fn median(moments: &[Self]) -> Self {
        let median = |of: fn(&Self) -> u64| {
            let mut figures: Vec<u64> = moments.iter().map(of).collect();
            figures.sort_unstable();
            figures[figures.len() / 2]
        };
        Self {
            resident: median(|held| held.resident),
            anonymous: median(|held| held.anonymous),
            threads: median(|held| held.threads),
            files: median(|held| held.files),
            ..moments[moments.len() - 1]
        }
    }
}

/// Looks at a process from time to time.
pub struct Watch {
    over: Arc<AtomicBool>,
    looking: JoinHandle<Vec<Held>>,
}

impl Watch {
    /// Begins to look, some hundred times in the time that it takes. Without a process there is nothing to see.
    pub fn start(pid: Option<u32>, time: Duration) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let is_over = over.clone();
        let looking = thread::spawn(move || look(pid, time / 100, &is_over));
        Self { over, looking }
    }

    /// What was held, earliest first.
    pub fn stop(self) -> Vec<Held> {
        self.over.store(true, Ordering::Relaxed);
        self.looking.join().unwrap()
    }
}

fn look(pid: Option<u32>, pause: Duration, is_over: &AtomicBool) -> Vec<Held> {
    let start = Instant::now();
    let mut seen = Vec::new();
    while let Some(pid) = pid {
        seen.extend(held(pid, start.elapsed().as_secs_f64()));
        if is_over.load(Ordering::Relaxed) {
            break;
        }
        thread::sleep(pause);
    }
    seen
}

fn held(pid: u32, at: f64) -> Option<Held> {
    let process = PathBuf::from(format!("/proc/{pid}"));
    let status = std::fs::read_to_string(process.join("status")).ok()?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0_u64)
    };
    let megabytes = |name| field(name) * 1024 / 1_000_000;
    Some(Held {
        at,
        resident: megabytes("VmRSS"),
        anonymous: megabytes("RssAnon"),
        peak: megabytes("VmHWM"),
        threads: field("Threads"),
        files: std::fs::read_dir(process.join("fd")).map_or(0, |files| files.count() as u64),
        processor: processor(&std::fs::read_to_string(process.join("stat")).ok()?).unwrap_or_default(),
    })
}

/// User and system time of a line of `/proc/PID/stat`, in which they are the 14th and 15th field, in hundredths.
fn processor(stat: &str) -> Option<f64> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut next = || fields.next()?.parse::<f64>().ok();
    Some((next()? + next()?) / 100.0)
}
