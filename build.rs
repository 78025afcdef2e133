//! Packs `ontology/**/*.toml` into the binary: one line a file, its path, a tab and its content as JSON,
//! because JSON loads several times faster than TOML.

#[path = "src/ontology/bundle.rs"]
mod bundle;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=ontology");
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), Box<dyn Error>> {
    let files = bundle::read(Path::new("ontology"))?;
    let mut packed = String::new();
    for file in &files {
        let value = bundle::parse(file).map_err(|error| format!("ontology/{}: {error}", file.path))?;
        packed += &format!("{}\t{value}\n", file.path);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("ontology.bundle"), packed)?;
    fs::write(out.join("ontology.hash"), bundle::hash(&files))?;
    Ok(())
}
