//! Learns from batches of sentences.

use rayon::prelude::*;

use super::adam::Adam;
use super::backward::{Tape, Target, apply};
use super::example::Example;
use super::gradient::Gradient;
use super::random::Random;
use super::vocabulary::{NO_ROW, Vocabulary};
use crate::syntax::lexeme::{KEYS, KEYS_OF_FORM};
use crate::syntax::net::forward::Net;
use crate::syntax::net::matrix::add;
use crate::syntax::net::shape::{Layout, Shape};

/// A batch is cut into this many parts whatever the number of threads, so that sums are always made alike.
const PARTS: usize = 4;

/// Share of what the layers give, and of the words' vectors, that is hidden in training.
const DROP: f32 = 0.25;

/// A form seen `n` times is hidden with a chance of this by this and `n`, so that affixes and context learn too.
const DROP_FORM: f32 = 0.25;

/// A sentence with the rows of its words.
#[derive(Debug)]
pub struct Lesson {
    /// The sentence.
    pub example: Example,
    /// Of each of its words.
    pub rows: Vec<[u32; KEYS]>,
}

/// A network on its way.
#[derive(Debug)]
pub struct Learner {
    shape: Shape,
    layout: Layout,
    counts: Vec<u32>,
    /// The network's parameters.
    pub parameters: Vec<f32>,
    /// The vectors of all rows.
    pub vectors: Vec<f32>,
    adams: [Adam; 2],
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    tape: Tape,
    gradient: Gradient,
    /// Word and row of every vector that was used in a sentence.
    used: Vec<(usize, u32)>,
    mask: Vec<f32>,
    loss: f32,
}

impl Learner {
    /// A network that knows nothing yet.
    pub fn new(shape: Shape, vocabulary: &Vocabulary, random: &mut Random) -> Self {
        let layout = shape.layout();
        let mut parameters = vec![0.0; layout.length];
        for dense in layout.matrices() {
            let spread = (6.0 / (dense.inputs + dense.width) as f32).sqrt();
            parameters[dense.weights.clone()]
                .iter_mut()
                .for_each(|number| *number = random.around() * spread);
        }
        let rows = vocabulary.keys.len();
        let vectors: Vec<f32> = (0..rows * shape.input).map(|_| random.around() * 0.1).collect();
        let adams = [Adam::new(parameters.len()), Adam::new(vectors.len())];
        let part = |_| Part::new(Gradient::new(layout.length, rows, shape.input));
        let parts = (0..PARTS).map(part).collect();
        Self { shape, layout, counts: vocabulary.counts.clone(), parameters, vectors, adams, parts }
    }

    /// One step along the gradient of a batch. Gives the sum of its losses.
    pub fn learn(&mut self, batch: &[&Lesson], rate: f32, random: &mut Random) -> f32 {
        let lessons: Vec<_> = batch.iter().map(|lesson| (*lesson, random.fork())).collect();
        let net = Net { shape: self.shape, layout: &self.layout, parameters: &self.parameters };
        let share = lessons.len().div_ceil(PARTS);
        self.parts.par_iter_mut().zip(lessons.par_chunks(share)).for_each(|(part, lessons)| {
            for (lesson, random) in lessons {
                part.learn(net, lesson, &self.vectors, &self.counts, random.clone());
            }
        });
        self.step(batch.iter().map(|lesson| lesson.rows.len()).sum(), rate)
    }

    fn step(&mut self, words: usize, rate: f32) -> f32 {
        let Some((first, others)) = self.parts.split_first_mut() else { return 0.0 };
        others.iter_mut().for_each(|other| first.take(other));
        first.gradient.scale(words);
        let [adam, adam_vectors] = &mut self.adams;
        adam.step(&mut self.parameters, 0..self.layout.length, &first.gradient.parameters, rate);
        first.gradient.drain(|range, slopes| adam_vectors.step(&mut self.vectors, range, slopes, rate));
        std::mem::take(&mut first.loss)
    }
}

impl Part {
    fn new(gradient: Gradient) -> Self {
        Self { tape: Tape::default(), gradient, used: Vec::new(), mask: Vec::new(), loss: 0.0 }
    }

    fn take(&mut self, other: &mut Self) {
        self.gradient.take(&mut other.gradient);
        self.loss += std::mem::take(&mut other.loss);
    }

    fn learn(&mut self, net: Net<'_>, lesson: &Lesson, vectors: &[f32], counts: &[u32], mut random: Random) {
        let size = net.shape.input;
        self.choose(lesson, counts, &mut random);
        self.tape.pass.begin(lesson.rows.len(), net.shape);
        for (word, row) in &self.used {
            let vector = &vectors[*row as usize * size..][..size];
            add(&mut self.tape.pass.words[word * size..][..size], vector);
        }
        random.mask(size, DROP, &mut self.mask);
        apply(&self.mask, &mut self.tape.pass.words);
        let Example { tags, heads, labels, .. } = &lesson.example;
        let target = Target { tags, heads, labels };
        self.loss += self.tape.run(net, target, DROP, &mut random, &mut self.gradient.parameters);
        apply(&self.mask, &mut self.tape.words);
        for (word, row) in &self.used {
            self.gradient.add_to_vector(*row, &self.tape.words[word * size..][..size]);
        }
    }

    /// The vectors that are used this time.
    fn choose(&mut self, lesson: &Lesson, counts: &[u32], random: &mut Random) {
        self.used.clear();
        for (word, rows) in lesson.rows.iter().enumerate() {
            for (turn, row) in rows.iter().enumerate().filter(|(_, row)| **row != NO_ROW) {
                let hidden = || DROP_FORM / (DROP_FORM + counts[*row as usize] as f32);
                if turn >= KEYS_OF_FORM || random.unit() >= hidden() {
                    self.used.push((word, *row));
                }
            }
        }
    }
}
