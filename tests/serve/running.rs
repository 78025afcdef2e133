//! A server that runs as long as a test needs it.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::client::{Answer, Request, encoded};

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// What it has said so far.
    said: Arc<Mutex<String>>,
}

/// The graph of the corpus.
pub fn exports() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("exports")
}

impl Server {
    /// Serves the graph of the corpus.
    pub fn start(arguments: &[&str]) -> Self {
        Self::of(&exports(), arguments)
    }

    pub fn of(graph: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_aliansi"))
            .args(["serve", "--port", "0", "--graph"])
            .arg(graph)
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut errors = BufReader::new(child.stderr.take().unwrap());
        let mut greeting = String::new();
        while !greeting.contains("http://") {
            assert_ne!(errors.read_line(&mut greeting).unwrap(), 0, "{greeting}");
        }
        let address = greeting.split("http://").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        let said = Arc::new(Mutex::new(greeting));
        let saying = said.clone();
        std::thread::spawn(move || {
            let mut line = String::new();
            while errors.read_line(&mut line).is_ok_and(|length| length > 0) {
                saying.lock().unwrap().push_str(&std::mem::take(&mut line));
            }
            let _ = errors.read_to_string(&mut line);
        });
        Self { child, address, said }
    }

    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    pub fn get(&self, target: &str) -> Answer {
        Request::new("GET", target).send(self.address)
    }

    /// Asks a query by GET.
    pub fn ask(&self, query: &str) -> Answer {
        self.get(&asking(query))
    }

    /// The same with what is accepted.
    pub fn ask_for(&self, accept: &str, query: &str) -> Answer {
        Request::new("GET", &asking(query)).header("Accept", accept).send(self.address)
    }

    /// The server still answers.
    pub fn lives(&self) {
        self.ask("ASK { ?a ?b ?c }").refuses(200, &["true"]);
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The status with which it ends, which must not take longer.
    pub fn ends_within(&mut self, time: Duration) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < time, "it still runs: {}", self.said());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The target of a query asked by GET.
pub fn asking(query: &str) -> String {
    format!("/sparql?query={}", encoded(query))
}

/// Waits until something holds.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
