//! SPARQL over a graph folder.
//!
//! [`open`] maps a folder's index into memory, [`of`] takes statements that stand in no file, [`Store::query`] answers one
//! query. The default graph is the union of all graphs, the [`Prefixes`] are declared beforehand, and nothing can be changed
//! or fetched: updates and `SERVICE` are refused.

pub mod canned;
pub mod database;
mod gauge;
mod gauged;
mod growth;
pub mod index;
mod nesting;
mod prefixes;
mod prompt;
mod query;
mod syntax;
mod tokens;
mod unknown;
mod xml_text;

pub use gauge::TooMuch;
pub use growth::TooLong;
pub use nesting::{TooDeep, TooManyPatterns};
pub use prefixes::Prefixes;
pub use query::{Answer, QueryError, Scope};
pub use syntax::SyntaxError;
pub use unknown::Unknown;
pub(crate) use xml_text::XmlText;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{NamedNodeRef, Quad, Term};
use oxigraph::sparql::QueryResults;
use spargebra::SparqlParser;
use thiserror::Error;

use index::{Builder, Index, IndexError};

/// A graph's RDF, ready to be asked, by many threads at once.
pub struct Store {
    statements: Statements,
    prefixes: Prefixes,
    parser: SparqlParser,
    unindexed: Option<Unindexed>,
}

/// Where the statements stand.
enum Statements {
    Index(Index),
    #[cfg(feature = "rocksdb")]
    Database(oxigraph::store::Store),
}

/// Why a folder's statements were read anew, which takes seconds for every hundred thousand claims and memory for all of them.
#[derive(Debug, Error)]
#[error(
    "{index}: {cause}; the statements are read from {statements} instead, which takes longer. Building the graph again \
     writes the index: aliansi build PATH… -o {folder}",
    folder = index.parent().unwrap_or(index).display()
)]
pub struct Unindexed {
    /// The index that should be there.
    pub index: PathBuf,
    /// The file that was read.
    pub statements: PathBuf,
    /// What is wrong with the index.
    #[source]
    pub cause: IndexError,
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
    /// A persistent oxigraph database cannot be read.
    #[error("{path}: is an oxigraph database, and cannot be opened: {cause}")]
    Database {
        /// Its folder.
        path: PathBuf,
        /// Why.
        cause: Box<dyn std::error::Error + Send + Sync>,
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
    let index = folder.join(index::FILE);
    let cause = match Index::open(&index, &folder.join("graph.nq")) {
        Ok(index) => return Ok(Store::of_index(index, prefixes)),
        Err(cause) => cause,
    };
    let files = [("graph.nq", RdfFormat::NQuads), ("graph.ttl", RdfFormat::Turtle)];
    let (statements, format) = files
        .into_iter()
        .map(|(name, format)| (folder.join(name), format))
        .find(|(path, _)| path.is_file())
        .ok_or_else(|| OpenError::NoGraph(folder.to_owned()))?;
    let (loaded, _) =
        load(&statements, format).map_err(|source| OpenError::Load { path: statements.clone(), source })?;
    Ok(Store { unindexed: Some(Unindexed { index, statements, cause }), ..Store::of_index(loaded, prefixes) })
}

/// Loads a file of RDF in the syntax that its name ends in.
///
/// # Errors
/// [`OpenError`] where it cannot be told, or the file cannot be read.
pub fn open_file(path: &Path, prefixes: Prefixes) -> Result<Store, OpenError> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let format =
        ending.and_then(RdfFormat::from_extension).ok_or_else(|| OpenError::Unknown(path.to_owned()))?;
    let failed = |cause| OpenError::File { path: path.to_owned(), cause };
    let (index, own) = load(path, format).map_err(failed)?;
    Ok(Store::of_index(index, prefixes.with(own)))
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
    Ok(Store::of_index(Index::in_memory(builder)?, prefixes))
}

/// The statements of a file, and the prefixes that it declares.
fn load(path: &Path, format: RdfFormat) -> Result<(Index, BTreeMap<String, String>), RdfParseError> {
    let mut builder = Builder::default();
    let mut parser = RdfParser::from_format(format).for_reader(BufReader::new(File::open(path)?));
    for quad in parser.by_ref() {
        builder.add(&quad?)?;
    }
    let own = parser.prefixes().map(|(name, iri)| (name.to_owned(), iri.to_owned())).collect();
    Ok((Index::in_memory(builder)?, own))
}

impl Store {
    fn new(statements: Statements, prefixes: Prefixes) -> Self {
        Self { statements, parser: query::parser(&prefixes), prefixes, unindexed: None }
    }

    fn of_index(index: Index, prefixes: Prefixes) -> Self {
        Self::new(Statements::Index(index), prefixes)
    }

    /// Why the index of the folder was not used, where it was not; to be told, since every opening takes so long.
    pub fn unindexed(&self) -> Option<&Unindexed> {
        self.unindexed.as_ref()
    }

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
        query::query(self, sparql, scope)
    }

    /// Answers a query row by row, as the rows are asked for and in no stated order.
    ///
    /// # Errors
    /// As [`Store::query`]; what fails later is an error in the place of a row.
    pub fn evaluate(&self, sparql: &str, scope: &Scope) -> Result<QueryResults<'_>, QueryError> {
        query::evaluate(self, sparql, scope)
    }

    /// The names in a query that stand nowhere in the graph, with those that may be meant. A database has no list of names.
    pub fn unknown_names(&self, sparql: &str) -> Vec<Unknown> {
        match &self.statements {
            Statements::Index(index) => unknown::unknown(index, &self.prefixes, sparql),
            #[cfg(feature = "rocksdb")]
            Statements::Database(_) => Vec::new(),
        }
    }

    /// Subject and object of each statement with a predicate.
    fn with_predicate<'s>(
        &'s self,
        predicate: NamedNodeRef<'s>,
    ) -> Box<dyn Iterator<Item = (Term, Term)> + 's> {
        match &self.statements {
            Statements::Index(index) => Box::new(index.with_predicate(predicate)),
            #[cfg(feature = "rocksdb")]
            Statements::Database(database) => {
                let quads = database.quads_for_pattern(None, Some(predicate), None, None);
                Box::new(quads.filter_map(Result::ok).map(|quad| (quad.subject.into(), quad.object)))
            }
        }
    }
}
