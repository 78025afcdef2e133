//! Packs `ontology/**/*.toml` into the binary: one line a file, its path, a tab and its content as JSON,
//! because JSON loads several times faster than TOML. Names the language models to be compiled in.

#[path = "src/ontology/bundle.rs"]
mod bundle;
#[path = "src/digest.rs"]
mod digest;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=ontology");
    match pack().and_then(|()| list_models()) {
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
    for file in files.iter().filter(|file| !bundle::is_model(&file.path)) {
        let value = bundle::parse(file).map_err(|error| format!("ontology/{}: {error}", file.path))?;
        packed += &format!("{}\t{value}\n", file.path);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("ontology.bundle"), packed)?;
    fs::write(out.join("ontology.hash"), bundle::hash(&files))?;
    Ok(())
}

/// Writes a table of the models that are there, `ontology/languages/CODE/syntax.model`.
fn list_models() -> Result<(), Box<dyn Error>> {
    let folder = env::current_dir()?.join("ontology/languages");
    let mut folders: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    folders.sort_by_key(fs::DirEntry::file_name);
    let entry = |folder: &fs::DirEntry| {
        let (code, file) = (folder.file_name(), folder.path().join("syntax.model"));
        file.is_file().then(|| format!("    ({:?}, include_bytes!({file:?})),\n", code.to_string_lossy()))
    };
    let entries: String = folders.iter().filter_map(entry).collect();
    let table = format!("const MODELS: &[(&str, &[u8])] = &[\n{entries}];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("models.rs"), table)?;
    Ok(())
}
