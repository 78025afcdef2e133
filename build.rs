//! Packs `ontology/**/*.toml` into the binary: one line a file, its path, a tab and its content as JSON,
//! because JSON loads several times faster than TOML. Names the language models, the queries and the files of the explorer's
//! page to be compiled in.

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
    println!("cargo:rerun-if-changed=web/dist");
    match pack().and_then(|()| list_models()).and_then(|()| list_queries()).and_then(|()| list_page()) {
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

/// Writes a table of the queries, `ontology/queries/NAME.rq`. They ask graphs and make none, so they are no part of the hash.
fn list_queries() -> Result<(), Box<dyn Error>> {
    let folder = env::current_dir()?.join("ontology/queries");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "rq"));
    files.sort();
    let name =
        |file: &PathBuf| file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entry = |file: &PathBuf| format!("    ({:?}, include_str!({file:?})),\n", name(file));
    let entries: String = files.iter().map(entry).collect();
    let table = format!("const SHIPPED: &[(&str, &str)] = &[\n{entries}];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("queries.rs"), table)?;
    Ok(())
}

/// Writes a table of the files of the page, `web/dist/page/**`; empty where it was not built.
fn list_page() -> Result<(), Box<dyn Error>> {
    let root = env::current_dir()?.join("web/dist/page");
    let mut files = Vec::new();
    if root.is_dir() {
        files_below(&root, &mut files)?;
    }
    let mut entries: Vec<(String, String)> = Vec::new();
    for file in &files {
        let path = format!("/{}", file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/"));
        let (hash, media_type) = (digest::hex_of_reader(fs::File::open(file)?)?, media_type(file));
        let entry = format!(
            "    File {{ path: {path:?}, media_type: {media_type:?}, hash: {hash:?}, bytes: include_bytes!({file:?}) }},\n"
        );
        entries.push((path, entry));
    }
    entries.sort();
    let entries: String = entries.into_iter().map(|(_, entry)| entry).collect();
    let table = format!("static FILES: &[File] = &[\n{entries}];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("page.rs"), table)?;
    Ok(())
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files_below(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
