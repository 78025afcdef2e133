//! Makes an index of statements.

use std::io::{self, Write};
use std::path::Path;

use oxigraph::model::{GraphName, Quad, TermRef};
use rayon::prelude::*;

use super::layout::{Layout, Lengths, Seal};
use super::order::{Ids, ORDERS, Order};
use super::{seal, table, term};

/// Collects statements; holds each distinct term once, and 16 bytes a statement.
#[derive(Debug)]
pub struct Builder {
    text: Vec<u8>,
    ends: Vec<u64>,
    table: Vec<u32>,
    quads: Vec<Ids>,
    /// Bytes of the term that is looked up.
    scratch: Vec<u8>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            text: Vec::new(),
            ends: Vec::new(),
            table: vec![0; 64],
            quads: Vec::new(),
            scratch: Vec::new(),
        }
    }
}

/// An index cannot count more terms or statements than this: its ids have 4 bytes.
const MOST: usize = u32::MAX as usize - 2;

impl Builder {
    /// Takes a statement in.
    ///
    /// # Errors
    /// There are more terms or statements than ids.
    pub fn add(&mut self, quad: &Quad) -> io::Result<()> {
        let graph = match &quad.graph_name {
            GraphName::DefaultGraph => 0,
            GraphName::NamedNode(node) => self.id(node.as_ref().into()),
            GraphName::BlankNode(node) => self.id(node.as_ref().into()),
        };
        let subject = self.id(quad.subject.as_ref().into());
        let predicate = self.id(quad.predicate.as_ref().into());
        let object = self.id(quad.object.as_ref());
        self.quads.push([subject, predicate, object, graph]);
        let is_room = self.quads.len() < MOST && self.ends.len() < MOST;
        if is_room {
            Ok(())
        } else {
            Err(io::Error::other("more than four thousand million terms or statements"))
        }
    }

    /// Writes the index of the statements that a file holds.
    ///
    /// # Errors
    /// What the writer says, or whoever reads that file.
    pub fn write(self, statements: &Path, out: &mut impl Write) -> io::Result<()> {
        let seal = seal::of_file(statements)?;
        self.finish()?.write(&seal, out)
    }

    /// The bytes of the index.
    pub(super) fn into_bytes(self, seal: &Seal) -> io::Result<Vec<u8>> {
        let finished = self.finish()?;
        let mut bytes = Vec::with_capacity(finished.layout.text.end);
        finished.write(seal, &mut bytes)?;
        Ok(bytes)
    }

    fn finish(mut self) -> io::Result<Finished> {
        sort(&mut self.quads, ORDERS[0]);
        self.quads.dedup();
        let names = self.names();
        let lengths = Lengths {
            terms: self.ends.len(),
            table: self.table.len(),
            names: names.len(),
            quads: self.quads.len(),
            text: self.text.len(),
        };
        let layout =
            Layout::of(lengths).ok_or_else(|| io::Error::other("more than this machine can address"))?;
        Ok(Finished { builder: self, names, layout })
    }

    /// The id of a term, a new one if it is met for the first time.
    fn id(&mut self, term: TermRef) -> u32 {
        let mut bytes = std::mem::take(&mut self.scratch);
        bytes.clear();
        term::encode(term, &mut bytes);
        let mut at = table::place(&bytes, self.table.len());
        while self.table[at] != 0 && self.bytes(self.table[at]) != bytes {
            at = table::next(at, self.table.len());
        }
        if self.table[at] == 0 {
            self.table[at] = self.put(&bytes);
        }
        let id = self.table[at];
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        self.scratch = bytes;
        id
    }

    fn put(&mut self, bytes: &[u8]) -> u32 {
        self.text.extend_from_slice(bytes);
        self.ends.push(self.text.len() as u64);
        self.ends.len() as u32
    }

    fn bytes(&self, id: u32) -> &[u8] {
        let nth = id as usize - 1;
        let start = nth.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[nth] as usize]
    }

    /// Doubles the table, which keeps at least every second place free.
    fn grow(&mut self) {
        let mut table = vec![0; self.table.len() * 2];
        for id in 1..=self.ends.len() as u32 {
            let mut at = table::place(self.bytes(id), table.len());
            while table[at] != 0 {
                at = table::next(at, table.len());
            }
            table[at] = id;
        }
        self.table = table;
    }

    /// The ids of IRIs, in the order of their characters.
    fn names(&self) -> Vec<u32> {
        let mut names: Vec<(&str, u32)> =
            (1..=self.ends.len() as u32).filter_map(|id| Some((term::iri(self.bytes(id))?, id))).collect();
        names.par_sort_unstable();
        names.into_iter().map(|(_, id)| id).collect()
    }
}

/// All of an index but its bytes.
struct Finished {
    builder: Builder,
    names: Vec<u32>,
    layout: Layout,
}

impl Finished {
    fn write(self, seal: &Seal, out: &mut impl Write) -> io::Result<()> {
        let Self { mut builder, names, layout } = self;
        out.write_all(&layout.header(seal))?;
        for end in &builder.ends {
            out.write_all(&end.to_le_bytes())?;
        }
        shorts(builder.table.iter().copied(), out)?;
        shorts(names.into_iter(), out)?;
        for order in ORDERS {
            sort(&mut builder.quads, order);
            shorts(starts(&builder.quads, order, builder.ends.len()).into_iter(), out)?;
            shorts(builder.quads.iter().flat_map(|ids| order.key(*ids).into_iter().skip(1)), out)?;
        }
        out.write_all(&builder.text)
    }
}

fn sort(quads: &mut [Ids], order: Order) {
    quads.par_sort_unstable_by_key(|ids| order.key(*ids));
}

/// The first row of each leading id from 0 on, and the number of rows behind the last.
fn starts(sorted: &[Ids], order: Order, terms: usize) -> Vec<u32> {
    let mut starts = vec![0; terms + 2];
    for ids in sorted {
        starts[order.key(*ids)[0] as usize + 1] += 1;
    }
    let mut rows = 0;
    for start in &mut starts {
        rows += *start;
        *start = rows;
    }
    starts
}

fn shorts(numbers: impl Iterator<Item = u32>, out: &mut impl Write) -> io::Result<()> {
    for number in numbers {
        out.write_all(&number.to_le_bytes())?;
    }
    Ok(())
}
