//! Treebanks → a model.

mod adam;
mod backward;
mod example;
mod gradient;
mod learner;
mod names;
mod random;
mod vocabulary;

use super::ModelError;
use super::conllu::Tree;
use super::format::{self, Parts};
use super::inventory::Inventory;
use super::net::shape::Shape;
use super::vectors::Vectors;
use learner::{Learner, Lesson};
use random::Random;
use vocabulary::Vocabulary;

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Code of the language, such as `id`.
    pub language: String,
    /// All random choices follow from it.
    pub seed: u64,
    /// How often every sentence is read.
    pub epochs: usize,
}

/// How far training has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Epoch {
    /// Its number, from 1.
    pub number: usize,
    /// Mean loss a word: less is better.
    pub loss: f32,
}

/// Sentences of a step.
const BATCH: usize = 8;

/// The greatest rate. It rises to it over the first steps, a tenth of all at most, and then falls to nothing.
const RATE: f32 = 2e-3;
const RISE: usize = 100;

/// Chance that a sentence is read with every name as one word, as names are when the caller knows them.
const JOIN: f32 = 0.5;

/// The bytes of a model: the same trees and options give the same bytes, with any number of threads.
///
/// `report` is told of every epoch. Time and memory are linear in the treebank.
///
/// # Errors
/// The trees hold no words, or more tags or relations than a model can.
pub fn train(
    trees: &[Tree],
    options: &Options,
    mut report: impl FnMut(Epoch),
) -> Result<Vec<u8>, ModelError> {
    let inventory = example::inventory(trees)?;
    let versions: Vec<_> = trees.iter().map(|tree| example::versions(tree, &inventory)).collect();
    let vocabulary = Vocabulary::new(versions.iter().flatten());
    let lesson = |example| Lesson { rows: vocabulary.rows(&example), example };
    let lessons: Vec<Vec<Lesson>> =
        versions.into_iter().map(|versions| versions.into_iter().map(lesson).collect()).collect();
    let mut random = Random::new(options.seed);
    let shape = shape(&inventory);
    let mut learner = Learner::new(shape, &vocabulary, &mut random);
    let steps = lessons.len().div_ceil(BATCH) * options.epochs;
    let mut done = 0;
    for number in 1..=options.epochs {
        let mut order: Vec<&Lesson> = lessons.iter().map(|versions| choose(versions, &mut random)).collect();
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for batch in order.chunks(BATCH) {
            loss += learner.learn(batch, rate(done, steps), &mut random);
            done += 1;
        }
        let words: usize = order.iter().map(|lesson| lesson.rows.len()).sum();
        report(Epoch { number, loss: loss / words as f32 });
    }
    Ok(pack(&learner, &vocabulary, &inventory, shape, &options.language))
}

fn shape(inventory: &Inventory) -> Shape {
    let (tags, labels) = (inventory.tags.len(), inventory.labels.len());
    Shape { input: 64, hidden: 96, arc: 64, relation: 64, tags, labels }
}

fn choose<'a>(versions: &'a [Lesson], random: &mut Random) -> &'a Lesson {
    match versions {
        [_, joined] if random.unit() < JOIN => joined,
        _ => &versions[0],
    }
}

fn rate(done: usize, steps: usize) -> f32 {
    let rise = ((done + 1) as f32 / RISE.min(steps / 10 + 1) as f32).min(1.0);
    RATE * rise * (1.0 - done as f32 / steps as f32)
}

fn pack(
    learner: &Learner,
    vocabulary: &Vocabulary,
    inventory: &Inventory,
    shape: Shape,
    language: &str,
) -> Vec<u8> {
    let rows = vocabulary.keys.iter().copied().zip(learner.vectors.chunks_exact(shape.input));
    let vectors = Vectors::quantize(rows, shape.input);
    format::write(&Parts { language, inventory, shape, parameters: &learner.parameters, vectors: &vectors })
}
