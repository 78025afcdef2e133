//! The programs that people open exports with read them: `tests/consumers/check.py` on graphs that go to extremes.
//!
//! What is not installed is skipped, and said. `tests/consumers/install.sh FOLDER` installs everything; name that folder in
//! `ALIANSI_CONSUMERS`.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "consumers/extremes.rs"]
mod extremes;
#[path = "publish/fixture.rs"]
mod fixture;

use std::path::{Path, PathBuf};
use std::process::Command;

use aliansi::model::{Claim, Document, Levels, Status};
use aliansi::ontology::Ontology;
use aliansi::pipeline::publish::{Options, publish};
use aliansi::pipeline::{fuse::fuse_levels, grade::grade};

/// Writes a graph folder below the folder that cargo keeps for tests; its network files also show ties of these statuses.
fn written(name: &str, material: (Vec<Document>, Vec<Claim>), statuses: &[Status]) -> PathBuf {
    let ontology = Ontology::shipped();
    let options = Options { statuses: statuses.to_vec(), ..Options::default() };
    let Levels { actors, states } = fuse_levels(material.into(), &options.view(), ontology);
    let levels = Levels { actors: grade(actors, ontology), states: grade(states, ontology) };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers").join(name);
    publish(&levels, ontology, &options, &folder).unwrap();
    folder
}

/// The Python that install.sh has furnished, or any.
fn python(tools: Option<&Path>) -> Option<PathBuf> {
    let furnished = tools.map(|tools| tools.join("venv/bin/python"));
    furnished.into_iter().chain(["python3", "python"].map(PathBuf::from)).find(|python| {
        let version = Command::new(python).arg("--version").output();
        version.is_ok_and(|output| output.status.success())
    })
}

#[test]
fn programs_read_what_goes_to_extremes() {
    let all = [Status::Asserted, Status::Alleged, Status::Planned, Status::Possible, Status::Denied];
    let folders = [
        written("hostile", extremes::hostile(), &[]),
        written("empty", (Vec::new(), Vec::new()), &[]),
        written("one", extremes::one(), &[]),
        written("statuses", fixture::sample(), &all),
    ];
    let tools = std::env::var_os("ALIANSI_CONSUMERS").map(PathBuf::from);
    let Some(python) = python(tools.as_deref()) else {
        println!("skipped: python is not installed");
        return;
    };
    let mut check = Command::new(python);
    check.arg("tests/consumers/check.py").arg("--program").arg(env!("CARGO_BIN_EXE_aliansi"));
    check.arg("--out").arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers-out"));
    check.env_remove("CI"); // there a program that is missing is a failure
    if let Some(tools) = tools {
        check.arg("--tools").arg(tools);
    }
    let output = check.args(folders).output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    println!("{report}{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{report}");
}
