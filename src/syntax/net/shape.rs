//! The sizes of a network, and where its parameters lie in one long row.

use std::ops::Range;

use super::matrix::LANES;

/// Sizes of a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Of a word's vector; a multiple of [`LANES`] like the next three.
    pub input: usize,
    /// Of what a layer gives in one direction.
    pub hidden: usize,
    /// Of the vectors that find heads.
    pub arc: usize,
    /// Of the vectors that name relations.
    pub relation: usize,
    /// How many tags.
    pub tags: usize,
    /// How many relations.
    pub labels: usize,
}

/// Words that the first layer reads at once.
pub const WINDOW: usize = 3;

/// Layers.
pub const LAYERS: usize = 2;

/// A matrix, and the row that is added to its products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dense {
    /// Length of the rows that it takes.
    pub inputs: usize,
    /// Length of the rows that it gives.
    pub width: usize,
    /// Its place among the parameters.
    pub weights: Range<usize>,
    /// The row's place.
    pub bias: Range<usize>,
}

/// Every part of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The recurrent layers' matrices.
    pub layers: [Dense; LAYERS],
    /// Scores of tags.
    pub tags: Dense,
    /// Vectors of words as dependents …
    pub dependents: Dense,
    /// … and as heads.
    pub heads: Dense,
    /// From a dependent's vector to that of the head it looks for.
    pub wanted: Dense,
    /// Vectors that name relations, of dependents …
    pub relation_dependents: Dense,
    /// … and of heads.
    pub relation_heads: Dense,
    /// Scores of relations.
    pub labels: Dense,
    /// The root's vector as a head.
    pub root: Range<usize>,
    /// How many parameters there are.
    pub length: usize,
}

/// The length of a row that holds this many numbers.
pub fn padded(numbers: usize) -> usize {
    numbers.next_multiple_of(LANES)
}

impl Shape {
    /// Length of a layer's pre-activations, for each word: three parts in two directions.
    pub fn gates(&self) -> usize {
        6 * self.hidden
    }

    /// Length of a layer's outputs, for each word.
    pub fn outputs(&self) -> usize {
        2 * self.hidden
    }

    /// Whether a network of this shape can be run.
    pub fn is_sound(&self) -> bool {
        let sizes = [self.input, self.hidden, self.arc, self.relation];
        sizes.iter().all(|size| (1..=1024).contains(size) && size.is_multiple_of(LANES))
            && (1..256).contains(&self.tags)
            && (1..256).contains(&self.labels)
    }

    /// Where the parameters of a network of this shape lie.
    pub fn layout(&self) -> Layout {
        let mut length = 0;
        let mut take = |size: usize| {
            length += size;
            length - size..length
        };
        let mut dense = |inputs: usize, outputs: usize| {
            let width = padded(outputs);
            Dense { inputs, width, weights: take(inputs * width), bias: take(width) }
        };
        let read = self.outputs();
        Layout {
            layers: [dense(WINDOW * self.input, self.gates()), dense(read, self.gates())],
            tags: dense(read, self.tags),
            dependents: dense(read, self.arc),
            heads: dense(read, self.arc),
            wanted: dense(self.arc, self.arc),
            relation_dependents: dense(read, self.relation),
            relation_heads: dense(read, self.relation),
            labels: dense(self.relation, self.labels),
            root: take(self.arc),
            length,
        }
    }
}

impl Layout {
    /// All matrices.
    pub fn matrices(&self) -> impl Iterator<Item = &Dense> {
        let heads = [&self.tags, &self.dependents, &self.heads, &self.wanted];
        let relations = [&self.relation_dependents, &self.relation_heads, &self.labels];
        self.layers.iter().chain(heads).chain(relations)
    }
}
