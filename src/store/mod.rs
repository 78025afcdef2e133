//! SPARQL over a graph folder.
//!
//! [`open`] maps a folder's index into memory, [`of`] takes statements that stand in no file, [`Store::query`] answers one
//! query. The default graph is the union of all graphs, the [`Prefixes`] are declared beforehand, and nothing can be changed
//! or fetched: updates and `SERVICE` are refused.

pub mod canned;
pub mod index;
mod prefixes;
mod prompt;
mod query;
mod syntax;
mod tokens;
mod unknown;

pub use prefixes::Prefixes;
pub use query::{Answer, QueryError, Scope};
pub use syntax::SyntaxError;
pub use unknown::Unknown;

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::Quad;
use oxigraph::sparql::QueryResults;
use thiserror::Error;

use index::{Builder, Index};

/// A graph's RDF, ready to be asked, by many threads at once.
pub struct Store {
    index: Index,
    prefixes: Prefixes,
}

/// Why a folder cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The folder holds no RDF.
    #[error(
        "{0}: holds neither graph.nq nor graph.ttl; build a graph there first: aliansi build PATH… -o {0}"
    )]
    NoGraph(PathBuf),
    /// The file's name does not say which syntax of RDF it is in.
    #[error("{0}: its name ends in none of ttl, nt, nq, trig, rdf, jsonld; give it the ending of its syntax")]
    Unknown(PathBuf),
    /// A file that the user named cannot be read.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why, with the line where it is the syntax.
        cause: RdfParseError,
    },
    /// The RDF of a folder cannot be read.
    #[error("{path}: {source}; build the graph again: aliansi build PATH… -o {folder}", folder = path.parent().unwrap_or(path).display())]
    Load {
        /// The file.
        path: PathBuf,
        /// Why, with the line where it is the syntax.
        source: RdfParseError,
    },
}

/// Opens the RDF of a graph folder: its index, or where there is none that fits, one that is made in memory of `graph.nq`,
/// else of `graph.ttl`.
///
/// # Errors
/// [`OpenError`] where the folder holds neither file, or one that cannot be read.
pub fn open(folder: &Path, prefixes: Prefixes) -> Result<Store, OpenError> {
    if let Ok(index) = Index::open(&folder.join(index::FILE), &folder.join("graph.nq")) {
        return Ok(Store { index, prefixes });
    }
    let files = [("graph.nq", RdfFormat::NQuads), ("graph.ttl", RdfFormat::Turtle)];
    let (path, format) = files
        .into_iter()
        .map(|(name, format)| (folder.join(name), format))
        .find(|(path, _)| path.is_file())
        .ok_or_else(|| OpenError::NoGraph(folder.to_owned()))?;
    let index = load(&path, format).map_err(|source| OpenError::Load { path, source })?;
    Ok(Store { index, prefixes })
}

/// Loads a file of RDF in the syntax that its name ends in.
///
/// # Errors
/// [`OpenError`] where it cannot be told, or the file cannot be read.
pub fn open_file(path: &Path, prefixes: Prefixes) -> Result<Store, OpenError> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let format =
        ending.and_then(RdfFormat::from_extension).ok_or_else(|| OpenError::Unknown(path.to_owned()))?;
    let index = load(path, format).map_err(|cause| OpenError::File { path: path.to_owned(), cause })?;
    Ok(Store { index, prefixes })
}

/// A store of statements that stand in no file.
///
/// # Errors
/// There are more of them than a store can hold.
pub fn of(quads: impl Iterator<Item = Quad>, prefixes: Prefixes) -> io::Result<Store> {
    let mut builder = Builder::default();
    for quad in quads {
        builder.add(&quad)?;
    }
    Ok(Store { index: Index::in_memory(builder)?, prefixes })
}

fn load(path: &Path, format: RdfFormat) -> Result<Index, RdfParseError> {
    let mut builder = Builder::default();
    for quad in RdfParser::from_format(format).for_reader(BufReader::new(File::open(path)?)) {
        builder.add(&quad?)?;
    }
    Ok(Index::in_memory(builder)?)
}

impl Store {
    /// The prefixes that queries need not declare.
    pub fn prefixes(&self) -> &Prefixes {
        &self.prefixes
    }

    /// Answers a `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE` query.
    ///
    /// # Errors
    /// [`QueryError`]: the text is no query, would change the graph, would ask another server, or fails.
    pub fn query(&self, sparql: &str) -> Result<Answer, QueryError> {
        self.query_within(sparql, &Scope::default())
    }

    /// The same, of what a scope shows, and until it is cancelled.
    ///
    /// # Errors
    /// As [`Store::query`], and that of a cancelled query.
    pub fn query_within(&self, sparql: &str, scope: &Scope) -> Result<Answer, QueryError> {
        query::query(&self.index, &self.prefixes, sparql, scope)
    }

    /// Answers a query row by row, as the rows are asked for and in no stated order.
    ///
    /// # Errors
    /// As [`Store::query`]; what fails later is an error in the place of a row.
    pub fn evaluate(&self, sparql: &str, scope: &Scope) -> Result<QueryResults<'_>, QueryError> {
        query::evaluate(&self.index, &self.prefixes, sparql, scope)
    }

    /// The names in a query that stand nowhere in the graph, with those that may be meant.
    pub fn unknown_names(&self, sparql: &str) -> Vec<Unknown> {
        unknown::unknown(&self.index, &self.prefixes, sparql)
    }
}
