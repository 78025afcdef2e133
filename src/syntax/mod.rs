//! Models of languages: words → parts of speech, features, dependency trees after Universal Dependencies.
//!
//! | module | does |
//! |---|---|
//! | `lexeme` | a word → keys for its form, shape and affixes |
//! | `vectors` | keys → a vector |
//! | `net` | vectors of a sentence → scores of tags, heads and relations |
//! | `tree` | scores of heads → a tree |
//! | `analyze` | all of these over a sentence |
//! | `format` | a model as bytes |
//! | [`conllu`], [`train`](mod@train), `eval` | treebanks → models and figures |

mod analyze;
pub mod conllu;
mod error;
mod eval;
mod format;
mod hash;
mod inventory;
mod lexeme;
mod net;
mod shipped;
mod train;
mod tree;
mod vectors;

pub use analyze::Analyzer;
pub use error::ModelError;
pub use eval::{Figures, evaluate};
pub use format::VERSION as FORMAT;
pub use inventory::Tag;
pub use shipped::{shipped, shipped_languages};
pub use train::{Epoch, Options, train};

use inventory::Inventory;
use net::shape::{Layout, Shape};
use vectors::Vectors;

/// What was learnt of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    language: String,
    inventory: Inventory,
    shape: Shape,
    layout: Layout,
    parameters: Vec<f32>,
    vectors: Vectors,
    /// The relation of a name's later words to its first.
    name_part: u8,
    /// The relation of sentences that stand side by side.
    beside: u8,
}

/// What a model says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Number of the tag; see [`Model::tag`].
    pub tag: u8,
    /// Index of the head in the sentence; `None` for the root.
    pub head: Option<u32>,
    /// Number of the relation to the head; see [`Model::label`].
    pub label: u8,
}

impl Model {
    /// Reads a model that [`train`](train()) has made. Takes some milliseconds.
    ///
    /// # Errors
    /// The bytes are no model, one of another format, or damaged.
    pub fn load(bytes: &[u8]) -> Result<Self, ModelError> {
        format::read(bytes)
    }

    fn new(
        language: String,
        inventory: Inventory,
        shape: Shape,
        parameters: Vec<f32>,
        vectors: Vectors,
    ) -> Self {
        let name_part = inventory.first_label(&["flat:name", "flat"]);
        let beside = inventory.first_label(&["parataxis", "dep"]);
        let layout = shape.layout();
        Self { language, inventory, shape, layout, parameters, vectors, name_part, beside }
    }

    /// Code of the language, such as `id`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Part of speech and features of a word that this model has analyzed.
    ///
    /// # Panics
    /// If another model has analyzed it.
    pub fn tag(&self, word: &Word) -> &Tag {
        &self.inventory.tags[usize::from(word.tag)]
    }

    /// Relation to the head, such as `nsubj:pass`, of a word that this model has analyzed.
    ///
    /// # Panics
    /// If another model has analyzed it.
    pub fn label(&self, word: &Word) -> &str {
        &self.inventory.labels[usize::from(word.label)]
    }

    /// All tags, in order.
    pub fn tags(&self) -> &[Tag] {
        &self.inventory.tags
    }

    /// All relations, the root's first.
    pub fn labels(&self) -> &[String] {
        &self.inventory.labels
    }

    /// How many vectors of words, parts of words and shapes it has.
    pub fn vector_count(&self) -> usize {
        self.vectors.slots().count()
    }

    /// How many parameters the network has, without vectors.
    pub fn parameter_count(&self) -> usize {
        self.parameters.len()
    }

    /// Bytes that it takes in memory.
    pub fn memory(&self) -> usize {
        let strings = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
        self.vectors.slot_count() * (self.shape.input + 1)
            + self.parameters.len() * size_of::<f32>()
            + strings(&self.inventory.labels)
    }
}
