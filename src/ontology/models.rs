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
            match read(&folder.join(&file.path), code) {
                Ok(model) => drop(models.by_language.insert(code.to_owned(), Arc::new(Some(model).into()))),
                Err(cause) => problems.push(Problem::new((&file.path, None), cause, String::new())),
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

fn read(path: &Path, code: &str) -> Result<Model, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let model = Model::load(&bytes).map_err(|error| error.to_string())?;
    if model.language() == code {
        return Ok(model);
    }
    Err(format!("the model is of the language `{}`; move it to languages/{0}/", model.language()))
}
