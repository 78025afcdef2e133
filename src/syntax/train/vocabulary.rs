//! The keys that get a vector.

use rustc_hash::FxHashMap;

use super::example::Example;
use crate::syntax::lexeme::KEYS;

/// Keys that are seen less often get none: what is seen once tells nothing of what else shares it.
const LEAST: u32 = 2;

/// Stands for the row of a key that has none.
pub const NO_ROW: u32 = u32::MAX;

/// Keys with their rows and how often they are seen.
#[derive(Debug)]
pub struct Vocabulary {
    rows: FxHashMap<u32, u32>,
    /// Of every row, in ascending order.
    pub keys: Vec<u32>,
    /// Of every row.
    pub counts: Vec<u32>,
}

impl Vocabulary {
    /// The keys of these examples.
    pub fn new<'a>(examples: impl Iterator<Item = &'a Example>) -> Self {
        let mut counts = FxHashMap::<u32, u32>::default();
        examples
            .flat_map(|example| example.words.as_flattened())
            .for_each(|key| *counts.entry(*key).or_default() += 1);
        let mut kept: Vec<_> = counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
        kept.sort_unstable();
        let rows = kept.iter().zip(0..).map(|((key, _), row)| (*key, row)).collect();
        let (keys, counts) = kept.into_iter().unzip();
        Self { rows, keys, counts }
    }

    /// The rows of a sentence's words.
    pub fn rows(&self, example: &Example) -> Vec<[u32; KEYS]> {
        let row = |key| self.rows.get(&key).copied().unwrap_or(NO_ROW);
        example.words.iter().map(|keys| keys.map(row)).collect()
    }
}
