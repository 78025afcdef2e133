//! Runs the binary in a folder of its own.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with texts, in which commands are run.
pub struct Place(TempDir);

/// What a command left behind.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// `news/` with two articles.
    pub fn with_news() -> Self {
        let place = Self(TempDir::new().unwrap());
        place.write(
            "news/satu.txt",
            "Iran mendukung Suriah.\n\nMenurut Rusia, Ukraina menyerang Belarus. Jerman dan Prancis tidak mendukung Iran.\n",
        );
        place.write(
            "news/dua.txt",
            "Iran mendukung Suriah. Uni Eropa mengancam akan menjatuhkan sanksi terhadap Belarus.\n",
        );
        place
    }

    /// The same with a graph folder of it.
    pub fn with_graph() -> Self {
        let place = Self::with_news();
        place.run(["build", "news", "-o", "graph"]).succeeds();
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        Ran::from(self.command(arguments).output().unwrap())
    }

    /// Every file of a folder with its bytes, by name.
    pub fn contents(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), Path::new(""), &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, below: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = below.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &name, files);
        } else {
            files.push((name, std::fs::read(entry.path()).unwrap()));
        }
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    pub fn succeeds(self) -> Self {
        self.ends_with(0, &[])
    }

    /// The status is this, and standard error holds each of the words.
    pub fn ends_with(self, status: i32, words: &[&str]) -> Self {
        assert_eq!(self.status, status, "{}{}", self.out, self.err);
        for word in words {
            assert!(self.err.contains(word), "`{word}` is not in:\n{}", self.err);
        }
        self
    }
}
