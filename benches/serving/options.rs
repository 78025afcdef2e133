//! What is asked of the benchmark.

use std::path::PathBuf;

use crate::mix::Kind;

/// What is asked of the benchmark.
pub struct Options {
    /// The graph folder that the queries take their names from.
    pub graph: PathBuf,
    /// The endpoint; none: our own server is started.
    pub url: Option<String>,
    /// The server's process.
    pub pid: Option<u32>,
    pub clients: usize,
    pub seconds: f64,
    pub seed: u64,
    /// Kinds of query, in the proportions that they have.
    pub kinds: Vec<Kind>,
    /// Show so many queries of each kind, and ask none.
    pub list: Option<usize>,
    pub json: bool,
    /// Further arguments of our own server.
    pub serve: Vec<String>,
}

impl Options {
    /// From the command line; a panic names what is wrong.
    pub fn read() -> Self {
        let mut options = Self {
            graph: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/exports")),
            url: None,
            pid: None,
            clients: 64,
            seconds: 10.0,
            seed: 1,
            kinds: Kind::USUAL.to_vec(),
            list: None,
            json: false,
            serve: Vec::new(),
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            options.set(&name, &mut arguments);
        }
        options
    }

    fn set(&mut self, name: &str, rest: &mut impl Iterator<Item = String>) {
        let mut value = || rest.next().unwrap_or_else(|| panic!("{name} needs a value"));
        match name {
            "--graph" => self.graph = value().into(),
            "--url" => self.url = Some(value()),
            "--pid" => self.pid = value().parse().ok(),
            "--clients" => self.clients = value().parse().unwrap(),
            "--seconds" => self.seconds = value().parse().unwrap(),
            "--seed" => self.seed = value().parse().unwrap(),
            "--kinds" => self.kinds = value().split(',').map(Kind::named).collect(),
            "--list" => self.list = value().parse().ok(),
            "--serve" => self.serve = value().split_whitespace().map(str::to_owned).collect(),
            "--json" => self.json = true,
            "--hostile" => {
                self.kinds.extend(Kind::HOSTILE);
                self.serve.extend(["--timeout".to_owned(), "1".to_owned()]);
            }
            // cargo's own
            "--bench" => {}
            other => panic!("{other} is no option: see benches/serving/main.rs"),
        }
    }
}
