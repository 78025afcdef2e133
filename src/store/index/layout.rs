//! What stands where in an index: a header, then sections of little-endian integers and bytes.
//!
//! | section | holds |
//! |---|---|
//! | ends | for each term, where its bytes end (8 bytes each) |
//! | table | hash table of terms: term ids in open addressing, 0 where free (4 bytes each) |
//! | names | ids of terms that are IRIs, in the order of their characters (4 bytes each) |
//! | starts, rows of each [`Order`](super::order::Order) | statements: for each leading id the first row, then the rows (12 bytes each) |
//! | text | the terms' bytes, one after another |
//!
//! Ids of terms count from 1, in the order in which statements first name them; 0 is the default graph.

use std::ops::Range;

use super::IndexError;

/// The first bytes of every index, with the version of its layout.
const MAGIC: [u8; 8] = *b"aliansi\x01";
/// Bytes before the first section.
const HEADER: usize = 8 + 8 * 6 + SEAL;
/// Bytes of a [`Seal`].
pub const SEAL: usize = 40;
/// What an index was made of ([`seal`](super::seal)).
pub type Seal = [u8; SEAL];
/// Bytes of a row: what follows the leading id in an order.
pub const ROW: usize = 12;
/// In how many orders statements stand.
pub const ORDERS: usize = 4;

/// How much of everything an index holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    /// Distinct terms.
    pub terms: usize,
    /// Places in the hash table, a power of two.
    pub table: usize,
    /// Terms that are IRIs.
    pub names: usize,
    /// Statements.
    pub quads: usize,
    /// Bytes of all terms.
    pub text: usize,
}

/// Where the sections stand, in bytes.
#[derive(Debug, Clone)]
pub struct Layout {
    pub lengths: Lengths,
    pub ends: Range<usize>,
    pub table: Range<usize>,
    pub names: Range<usize>,
    /// By order: the first row of each leading id.
    pub starts: [Range<usize>; ORDERS],
    /// By order.
    pub rows: [Range<usize>; ORDERS],
    pub text: Range<usize>,
}

impl Layout {
    /// The layout of so much; none if it is more than a machine can address.
    pub fn of(lengths: Lengths) -> Option<Self> {
        let mut at = HEADER;
        let mut section = |count: usize, size: usize| {
            let start = at;
            at = at.checked_add(count.checked_mul(size)?)?;
            Some(start..at)
        };
        let ends = section(lengths.terms, 8)?;
        let table = section(lengths.table, 4)?;
        let names = section(lengths.names, 4)?;
        // One for the default graph, one behind the last.
        let leading = lengths.terms.checked_add(2)?;
        let mut orders = || Some((section(leading, 4)?, section(lengths.quads, ROW)?));
        let [a, b, c, d] = [orders()?, orders()?, orders()?, orders()?];
        let text = section(lengths.text, 1)?;
        let (starts, rows) = ([a.0, b.0, c.0, d.0], [a.1, b.1, c.1, d.1]);
        Some(Self { lengths, ends, table, names, starts, rows, text })
    }

    /// The bytes of the header.
    pub fn header(&self, seal: &Seal) -> Vec<u8> {
        let Lengths { terms, table, names, quads, text } = self.lengths;
        let mut header = MAGIC.to_vec();
        for number in [terms, table, names, quads, text, self.text.end] {
            header.extend((number as u64).to_le_bytes());
        }
        header.extend(seal);
        header
    }

    /// Reads the header of an index and checks that the rest can be what it says.
    pub fn read(bytes: &[u8]) -> Result<(Self, Seal), IndexError> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC[..]) {
            return Err(IndexError::Foreign);
        }
        let header = bytes.get(..HEADER).ok_or(IndexError::Damaged)?;
        let number = |nth: usize| usize::try_from(long(header, 1 + nth)).map_err(|_| IndexError::Damaged);
        let lengths = Lengths {
            terms: number(0)?,
            table: number(1)?,
            names: number(2)?,
            quads: number(3)?,
            text: number(4)?,
        };
        let layout = Self::of(lengths).ok_or(IndexError::Damaged)?;
        let fits = layout.text.end == bytes.len() && number(5)? == bytes.len();
        let sane = lengths.table.is_power_of_two()
            && lengths.table > lengths.terms
            && lengths.names <= lengths.terms;
        let seal = header[HEADER - SEAL..].try_into().map_err(|_| IndexError::Damaged)?;
        if fits && sane { Ok((layout, seal)) } else { Err(IndexError::Damaged) }
    }
}

/// The nth integer of 4 bytes; 0 beyond the end, which no sound index asks for.
pub fn short(bytes: &[u8], nth: usize) -> u32 {
    bytes.get(nth * 4..nth * 4 + 4).and_then(|it| it.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The nth integer of 8 bytes; 0 beyond the end.
pub fn long(bytes: &[u8], nth: usize) -> u64 {
    bytes.get(nth * 8..nth * 8 + 8).and_then(|it| it.try_into().ok()).map_or(0, u64::from_le_bytes)
}
