//! Queries that come with the program: `ontology/queries/*.rq`.
//!
//! A file is SPARQL whose first lines, `#: ` and TOML, say what it is for and which parameters it has. A parameter is a variable
//! of the query, `$name`, in the place of which its value is put before it runs. Values are terms, written whole and escaped, so
//! that nobody's value can become any other part of a query.

mod value;

pub use value::{Kind, ValueError, term};

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use oxigraph::model::Term;
use serde::Deserialize;
use thiserror::Error;

use super::tokens::tokens;

/// What the lines of the head begin with.
const HEAD: &str = "#:";

/// A query that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canned {
    /// The name of its file, without `.rq`.
    pub name: String,
    /// What it is for, by language code.
    pub about: BTreeMap<String, String>,
    /// What it must be told, by the name of the variable.
    pub parameters: BTreeMap<String, Parameter>,
    /// Arguments, `NAME=VALUE`, with which it finds something in the shipped corpus.
    pub example: Vec<String>,
    /// The query.
    pub sparql: String,
}

/// What a query must be told.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What values it takes.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What it is, in English.
    pub en: String,
    /// What it is, in Indonesian.
    pub id: String,
    /// Its value unless another is given.
    pub default: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    about: BTreeMap<String, String>,
    #[serde(default)]
    parameters: BTreeMap<String, Parameter>,
    #[serde(default)]
    example: Vec<String>,
}

/// Why a file is no query of this kind.
#[derive(Debug, Error)]
pub enum CannedError {
    /// It cannot be read.
    #[error("{path}: cannot read it: {cause}")]
    Read {
        /// The file or folder.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// Its head cannot be understood.
    #[error(
        "queries/{name}.rq: the lines that begin with `#:` must be TOML with about, parameters, example: {cause}"
    )]
    Head {
        /// The query.
        name: String,
        /// Why.
        cause: Box<toml::de::Error>,
    },
    /// A parameter is no variable of the query.
    #[error("queries/{name}.rq: no ${parameter} stands in the query; take the parameter out or use it")]
    Unused {
        /// The query.
        name: String,
        /// The parameter.
        parameter: String,
    },
    /// A `$variable` of the query is no parameter.
    #[error(
        "queries/{name}.rq: ${parameter} is no parameter; declare it in the head, or write ?{parameter} for a plain variable"
    )]
    Undeclared {
        /// The query.
        name: String,
        /// The variable.
        parameter: String,
    },
}

/// The queries in the program, sorted by name; those of a folder `queries/` below `ontology` come over them.
///
/// # Errors
/// [`CannedError`] names the file and what is wrong with it.
pub fn all(ontology: Option<&Path>) -> Result<Vec<Canned>, CannedError> {
    let mut texts: BTreeMap<String, String> =
        SHIPPED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    if let Some(folder) = ontology.map(|ontology| ontology.join("queries")).filter(|folder| folder.is_dir()) {
        texts.extend(of_folder(&folder)?);
    }
    texts.into_iter().map(|(name, text)| Canned::parse(&name, &text)).collect()
}

fn of_folder(folder: &Path) -> Result<Vec<(String, String)>, CannedError> {
    let failed = |path: &Path, cause| CannedError::Read { path: path.display().to_string(), cause };
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|cause| failed(folder, cause))? {
        let path = entry.map_err(|cause| failed(folder, cause))?.path();
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
        if let (Some("rq"), Some(name)) = (path.extension().and_then(|end| end.to_str()), name) {
            texts.push((name, std::fs::read_to_string(&path).map_err(|cause| failed(&path, cause))?));
        }
    }
    Ok(texts)
}

impl Canned {
    /// Reads a file.
    ///
    /// # Errors
    /// [`CannedError`]: its head is no TOML, or its parameters are not the `$variables` of the query.
    pub fn parse(name: &str, text: &str) -> Result<Self, CannedError> {
        let (head, body): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with(HEAD));
        let head: String = head.iter().map(|line| line[HEAD.len()..].to_owned() + "\n").collect();
        let head: Head = toml::from_str(&head)
            .map_err(|cause| CannedError::Head { name: name.to_owned(), cause: Box::new(cause) })?;
        let sparql = body.join("\n").trim().to_owned();
        let query = Self {
            name: name.to_owned(),
            about: head.about,
            parameters: head.parameters,
            example: head.example,
            sparql,
        };
        query.check()?;
        Ok(query)
    }

    /// The query with terms in the place of its parameters. One without a term stays a variable.
    pub fn with(&self, values: &BTreeMap<String, Term>) -> String {
        let mut text = String::new();
        let mut written = 0;
        for token in tokens(&self.sparql) {
            let value = token.text.strip_prefix('$').and_then(|name| values.get(name));
            if let Some(value) = value {
                text += &self.sparql[written..token.start];
                text += &value.to_string();
                written = token.start + token.text.len();
            }
        }
        text + &self.sparql[written..]
    }

    fn check(&self) -> Result<(), CannedError> {
        let used: BTreeSet<&str> =
            tokens(&self.sparql).iter().filter_map(|token| token.text.strip_prefix('$')).collect();
        let name = || self.name.clone();
        if let Some(parameter) = self.parameters.keys().find(|parameter| !used.contains(parameter.as_str())) {
            return Err(CannedError::Unused { name: name(), parameter: parameter.clone() });
        }
        match used.into_iter().find(|variable| !self.parameters.contains_key(*variable)) {
            Some(variable) => Err(CannedError::Undeclared { name: name(), parameter: variable.to_owned() }),
            None => Ok(()),
        }
    }
}

// SHIPPED: (name, text) of each file below `ontology/queries`.
include!(concat!(env!("OUT_DIR"), "/queries.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_shipped_queries_are_read_and_say_what_they_are_for() {
        let queries = all(None).unwrap();
        assert!(queries.len() >= 15);
        for query in queries {
            assert!(query.about.contains_key("en") && query.about.contains_key("id"), "{}", query.name);
        }
    }

    #[test]
    fn parameters_and_variables_must_be_the_same() {
        let parse = |text: &str| Canned::parse("q", text).unwrap_err().to_string();
        assert!(parse("#: about = 1\nASK {}").contains("must be TOML"));
        let head = "#: about.en = \"x\"\n#: parameters.a = { type = \"actor\", en = \"x\", id = \"x\" }\n";
        assert!(parse(&format!("{head}ASK {{ ?a ?b ?c }}")).contains("no $a stands"));
        assert!(parse(&format!("{head}ASK {{ $a ?b $c }}")).contains("$c is no parameter"));
    }

    #[test]
    fn a_value_stays_one_term() {
        let text = "#: about.en = \"x\"\n#: parameters.a = { type = \"text\", en = \"x\", id = \"x\" }\nASK { ?s ?p $a . # $a\n ?q ?r '$a' }";
        let query = Canned::parse("q", text).unwrap();
        let value = oxigraph::model::Literal::new_simple_literal("\" } ; DROP ALL #\n\\");
        let bound = query.with(&BTreeMap::from([("a".to_owned(), value.into())]));
        assert_eq!(bound, "ASK { ?s ?p \"\\\" } ; DROP ALL #\\n\\\\\" . # $a\n ?q ?r '$a' }");
    }

    #[test]
    fn a_folder_comes_over_the_shipped_ones() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("queries")).unwrap();
        std::fs::write(folder.path().join("queries/friends.rq"), "#: about.en = \"mine\"\nASK {}").unwrap();
        let queries = all(Some(folder.path())).unwrap();
        let friends = queries.iter().find(|query| query.name == "friends").unwrap();
        assert_eq!((friends.about["en"].as_str(), friends.sparql.as_str()), ("mine", "ASK {}"));
    }
}
