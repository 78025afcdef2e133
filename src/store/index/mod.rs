//! All statements of a graph in a file that is mapped into memory: opened at once, however large, and read where a query looks.
//!
//! A term is a number, statements stand in four orders (`order`), and what a pattern asks for is a stretch of one of
//! them. [`Builder`] makes an index, [`Index`] reads it; `layout` says what stands where. Any number of threads may ask
//! one index at once.

mod build;
mod dataset;
mod layout;
mod order;
mod seal;
mod table;
mod term;
#[cfg(test)]
mod tests;

pub use build::Builder;
pub use dataset::Damaged;
pub(super) use dataset::{Dataset, Id};

use std::fs::File;
use std::io;
use std::ops::{Deref, Range};
use std::path::Path;

use memmap2::Mmap;
use oxigraph::model::{NamedNodeRef, Term, TermRef};
use spareval::ExpressionTerm;
use thiserror::Error;

use layout::{Layout, SEAL, Seal, long, short};
use order::{BY_GRAPH, Fitting, ORDERS, Order, Pattern, Sorted};

/// The file of a graph folder that holds its index.
pub const FILE: &str = "graph.index";

/// Statements, ready to be asked.
pub struct Index {
    bytes: Bytes,
    layout: Layout,
}

/// Why an index cannot be read.
#[derive(Debug, Error)]
pub enum IndexError {
    /// The file cannot be opened.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It is another kind of file, or of another version of the program.
    #[error("it is no index, or one of another version of aliansi")]
    Foreign,
    /// Its lengths do not fit together.
    #[error("it is damaged")]
    Damaged,
    /// It was made of other statements.
    #[error("it was made of other statements")]
    Stale,
}

enum Bytes {
    Mapped(Mmap),
    Owned(Vec<u8>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Mapped(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }
}

impl Index {
    /// Opens an index file, if it has this version's layout and was made of a file of statements of that length, with those ends: a
    /// change of the same length in the midst of a large file is not seen. Takes no longer for a large one; what is damaged
    /// inside gives wrong answers, but no crash. The file must not be cut off or written over while it is open: who replaces
    /// it puts another in its place, as the program does.
    ///
    /// # Errors
    /// [`IndexError`] where a file cannot be opened, is no index, is not as long as it says, or was made of other statements.
    pub fn open(path: &Path, statements: &Path) -> Result<Self, IndexError> {
        let file = File::open(path)?;
        // SAFETY: a mapped file must not change. Indexes are written once under a name that nobody reads, and replaced
        // by renaming, which leaves the mapped one as it is.
        #[expect(unsafe_code)]
        let bytes = unsafe { Mmap::map(&file) }?;
        let (index, seal) = Self::of(Bytes::Mapped(bytes))?;
        if seal == seal::of_file(statements)? { Ok(index) } else { Err(IndexError::Stale) }
    }

    /// An index in memory.
    ///
    /// # Errors
    /// There are more statements than an index can hold.
    pub fn in_memory(builder: Builder) -> io::Result<Self> {
        Self::of(Bytes::Owned(builder.into_bytes(&[0; SEAL])?))
            .map(|(index, _)| index)
            .map_err(io::Error::other)
    }

    fn of(bytes: Bytes) -> Result<(Self, Seal), IndexError> {
        let (layout, seal) = Layout::read(&bytes)?;
        Ok((Self { bytes, layout }, seal))
    }

    /// Number of statements.
    pub fn len(&self) -> usize {
        self.layout.lengths.quads
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether any statement names a term.
    pub fn holds(&self, term: TermRef) -> bool {
        self.id(term).is_some()
    }

    /// IRIs in the graph that begin with some characters, in order. How many there are is known at once.
    pub fn names<'i>(&'i self, prefix: &str) -> impl ExactSizeIterator<Item = &'i str> + use<'i> {
        let from = self.first_name(|name| name < prefix);
        let to = self.first_name(|name| name < prefix || name.starts_with(prefix));
        (from..to.max(from)).map(|nth| self.name(nth))
    }

    /// The place of the first IRI that is not before something.
    fn first_name(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut from, mut to) = (0, self.layout.lengths.names);
        while from < to {
            let middle = from + (to - from) / 2;
            if is_before(self.name(middle)) { from = middle + 1 } else { to = middle }
        }
        from
    }

    fn name(&self, nth: usize) -> &str {
        term::iri(self.bytes_of(short(self.section(&self.layout.names), nth))).unwrap_or_default()
    }

    /// Subject and object of each statement with a predicate.
    pub fn with_predicate(&self, predicate: NamedNodeRef) -> impl Iterator<Item = (Term, Term)> {
        let id = self.id(predicate.into());
        let fitting = id.into_iter().flat_map(|id| self.fitting([None, Some(id), None, None]));
        fitting.filter_map(|[subject, _, object, _]| Some((self.term(subject)?, self.term(object)?)))
    }

    fn section(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or(&[])
    }

    fn bytes_of(&self, id: u32) -> &[u8] {
        let Some(nth) = (id as usize).checked_sub(1) else { return &[] };
        let ends = self.section(&self.layout.ends);
        let start = nth.checked_sub(1).map_or(0, |before| long(ends, before));
        self.section(&self.layout.text).get(start as usize..long(ends, nth) as usize).unwrap_or(&[])
    }

    fn term(&self, id: u32) -> Option<Term> {
        term::decode(self.bytes_of(id))
    }

    fn value(&self, id: u32) -> Option<ExpressionTerm> {
        term::decode_value(self.bytes_of(id))
    }

    fn id(&self, term: TermRef) -> Option<u32> {
        let mut bytes = Vec::new();
        term::encode(term, &mut bytes);
        let (places, table) = (self.layout.lengths.table, self.section(&self.layout.table));
        let mut at = table::place(&bytes, places);
        // A sound table has free places; a damaged one may not.
        for _ in 0..places {
            match short(table, at) {
                0 => return None,
                id if self.bytes_of(id) == bytes => return Some(id),
                _ => at = table::next(at, places),
            }
        }
        None
    }

    fn sorted(&self, nth: usize) -> Sorted<'_> {
        let starts = self.section(&self.layout.starts[nth]);
        Sorted { order: ORDERS[nth], starts, rows: self.section(&self.layout.rows[nth]) }
    }

    /// The statements that fit a pattern; where it names no graph, equal triples are neighbours.
    fn fitting(&self, pattern: Pattern) -> Fitting<'_> {
        let stretch = |nth| (self.sorted(nth), self.sorted(nth).stretch(pattern));
        let by_triple = stretch(Order::of_triple(pattern));
        let by_graph = pattern[3].map(|_| stretch(BY_GRAPH));
        let is_shorter = |other: &(Sorted, Range<usize>)| other.1.len() < by_triple.1.len();
        let (sorted, stretch) = by_graph.filter(is_shorter).unwrap_or(by_triple);
        sorted.fitting(pattern, stretch)
    }

    /// Graphs with a name, in the order of their ids.
    fn graphs(&self) -> impl Iterator<Item = u32> {
        (1..=self.layout.lengths.terms as u32).filter(|&id| self.is_graph(id))
    }

    fn is_graph(&self, id: u32) -> bool {
        id != 0 && !self.sorted(BY_GRAPH).stretch([None, None, None, Some(id)]).is_empty()
    }
}
