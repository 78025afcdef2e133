//! `acquire` from the outside: golden files, encodings, bad input, and the seed articles where they are at hand.

#![allow(clippy::unwrap_used)] // a test may fail

#[path = "acquire/bad_input.rs"]
mod bad_input;
mod bless;
#[path = "acquire/encodings.rs"]
mod encodings;
#[path = "acquire/golden.rs"]
mod golden;
#[path = "acquire/overlay.rs"]
mod overlay;
#[path = "acquire/seeds.rs"]
mod seeds;

use std::path::{Path, PathBuf};

use aliansi::model::{Document, Warning};
use aliansi::ontology::Ontology;
use aliansi::pipeline::acquire::{Options, acquire};

/// Documents and warnings of the paths, in order.
fn acquired(paths: &[PathBuf], map: &[(&str, &str)]) -> Vec<Result<Document, Warning>> {
    let map = map.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect();
    acquire(paths, &Options { map }, Ontology::shipped()).collect()
}

/// The only document of one file.
fn document(path: &Path) -> Document {
    let [Ok(document)] = &acquired(&[path.to_owned()], &[])[..] else { panic!("{}", path.display()) };
    document.clone()
}

fn input(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/acquire/input").join(name)
}
