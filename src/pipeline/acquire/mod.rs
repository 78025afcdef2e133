//! Paths → documents.
//!
//! [`acquire`] walks the paths, reads one document at a time and hands it on: what it holds does not grow with
//! the corpus, but for 32 bytes a document that find duplicate ids. A document goes through these steps, a file each:
//!
//! | step | file |
//! |---|---|
//! | paths → files in sorted order | `walk` |
//! | file → format, binary files refused | `format` |
//! | bytes → text in whatever encoding | `decode`, `transcode` |
//! | format → lines and what it says of itself | `plain`, `markdown`, `html`, `jsonl`, `table` |
//! | UTF-8 that was read as something else → what was meant | `mojibake` |
//! | spaces, controls, hard-wrapped lines | `normalize`, `unwrap` |
//! | what stands beside the article is set aside | `boilerplate`, `labels` |
//! | language, title line | `finish` |
//! | ids unique | [`Unique`] |
//!
//! Phrases, month names and sections are the ontology's: `languages/LANG/{boilerplate,dates,bylines}.toml`.

mod boilerplate;
mod bylines;
mod dates;
mod decode;
mod finish;
mod format;
mod html;
mod jsonl;
mod labels;
mod language;
mod limit;
mod markdown;
mod mojibake;
mod normalize;
mod plain;
mod publisher;
mod record;
mod rules;
mod table;
mod transcode;
mod unique;
mod unwrap;
mod walk;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Document, Warning};
use crate::ontology::Ontology;

use rules::Rules;

pub use limit::MAX_BYTES;
pub use unique::{Admission, Unique};

/// What the user says of the input.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `--map`: document field → column of a .csv file or key of a .jsonl line.
    pub map: BTreeMap<String, String>,
}

/// A document, or something that went wrong. A warning about a document that is kept comes right before it.
pub type Acquired = Result<Document, Warning>;

/// What [`acquire`] gives. It may move to another thread.
pub type Documents<'a> = Box<dyn Iterator<Item = Acquired> + Send + 'a>;

/// Streams the documents below the paths: files as they are given, folders in the order of their paths' bytes,
/// `-` for standard input. Nothing stops the stream: what cannot be read is a warning.
///
/// Each call makes the ontology's phrases ready anew, which costs as much as reading a few articles: give all paths at once.
pub fn acquire<'a>(paths: &[PathBuf], options: &Options, ontology: &'a Ontology) -> Documents<'a> {
    let refused = record::unknown_fields(options).into_iter().map(Err);
    let rules = Arc::new(Rules::new(ontology, options.clone()));
    let documents = walk::walk(paths).flat_map(move |input| match input {
        Ok(input) => format::documents(&input, &rules),
        Err(warning) => one(Err(warning)),
    });
    let mut unique = Unique::default();
    Box::new(refused.chain(documents.flat_map(move |acquired| match acquired {
        Ok(document) => unique.admit(document).into_acquired(),
        Err(warning) => vec![Err(warning)],
    })))
}

fn one(acquired: Acquired) -> Documents<'static> {
    Box::new(std::iter::once(acquired))
}
