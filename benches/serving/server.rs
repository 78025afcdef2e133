//! The server that is asked.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::client::Address;
use crate::options::Options;

/// The server that is asked: one that runs, or our own, which ends with this.
pub struct Server {
    pub address: Address,
    pub pid: Option<u32>,
    own: Option<Child>,
}

impl Server {
    /// The one that is named, or our own.
    pub fn find(options: &Options) -> Self {
        match &options.url {
            Some(url) => Self { address: Address::parse(url), pid: options.pid, own: None },
            None => Self::start(options),
        }
    }

    fn start(options: &Options) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_aliansi"))
            .args(["serve", "--port", "0", "--graph"])
            .arg(&options.graph)
            .args(&options.serve)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut messages = BufReader::new(child.stderr.take().unwrap());
        let mut greeting = String::new();
        messages.read_line(&mut greeting).unwrap();
        let url = greeting.split_whitespace().find(|word| word.starts_with("http://"));
        let url = url.unwrap_or_else(|| panic!("the server says: {greeting}"));
        std::thread::spawn(move || {
            messages.lines().map_while(Result::ok).for_each(|line| eprintln!("{line}"))
        });
        let pid = Some(child.id());
        Self {
            address: Address::parse(&format!("{}sparql", url.trim_end_matches(';'))),
            pid,
            own: Some(child),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.own.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }
}
