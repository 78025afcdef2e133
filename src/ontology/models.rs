//! The models of the languages, which the parser runs.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::Problem;
use super::bundle::{self, File};
use crate::syntax::{self, Model};

/// Where the model of a language stands below an ontology folder.
const FILE: &str = "syntax.model";

/// A model for each language that has one; shipped ones are read at first use.
#[derive(Debug, Clone, Default)]
pub struct Models {
    by_language: BTreeMap<String, Arc<OnceLock<Option<Model>>>>,
}

impl Models {
    /// Those that are compiled into the binary.
    pub(super) fn shipped() -> Self {
        let models = syntax::shipped_languages().map(|code| (code.to_owned(), Arc::default()));
        Self { by_language: models.collect() }
    }

    /// Those of a folder, read at once, and every fault of theirs.
    pub(super) fn of_folder(folder: &Path, files: &[File]) -> (Self, Vec<Problem>) {
        let (mut models, mut problems) = (Self::default(), Vec::new());
        for file in files.iter().filter(|file| bundle::is_model(&file.path)) {
            let Some(code) = language(&file.path) else {
                let fix = format!("move it to languages/LANGUAGE/{FILE}");
                problems.push(Problem::new((&file.path, None), "nothing reads a model in this place", fix));
                continue;
            };
            match read(folder, file, code) {
                Ok(model) => drop(models.by_language.insert(code.to_owned(), Arc::new(Some(model).into()))),
                Err(problem) => problems.push(problem),
            }
        }
        (models, problems)
    }

    /// These, and the top's instead of those of the same languages.
    pub(super) fn with(mut self, top: Self) -> Self {
        self.by_language.extend(top.by_language);
        self
    }

    /// The model of a language. The first call for a shipped one takes some milliseconds.
    pub fn get(&self, language: &str) -> Option<&Model> {
        let model = self.by_language.get(language)?;
        model.get_or_init(|| syntax::shipped(language).and_then(|bytes| Model::load(bytes).ok())).as_ref()
    }
}

/// `id` of `languages/id/syntax.model`.
fn language(path: &str) -> Option<&str> {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["languages", code, FILE] => Some(code),
        _ => None,
    }
}

/// The model of a file, if it is of the language in whose folder it stands.
fn read(folder: &Path, file: &File, code: &str) -> Result<Model, Problem> {
    let fault = |cause: String, fix: String| Problem::new((&file.path, None), cause, fix);
    let bytes = std::fs::read(folder.join(&file.path))
        .map_err(|error| fault(error.to_string(), String::from("make the file readable, or remove it")))?;
    // A model's own errors name the next step.
    let model = Model::load(&bytes).map_err(|error| fault(error.to_string(), String::new()))?;
    let language = model.language();
    if language == code {
        return Ok(model);
    }
    let cause = format!("the model is of the language `{language}`");
    Err(fault(cause, format!("move it to languages/{language}/{FILE}")))
}
