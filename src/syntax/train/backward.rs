//! The gradient of a network's losses on one sentence.

use std::ops::Range;

use super::random::Random;
use crate::syntax::net::forward::{Net, Pass, clear, narrow};
use crate::syntax::net::matrix::{Left, add, add_product, sum_rows, transpose};
use crate::syntax::net::recurrent;
use crate::syntax::net::shape::{Dense, LAYERS, padded};

/// What is to be found in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Numbers of the tags.
    pub tags: &'a [u8],
    /// Heads; the number of words stands for the root.
    pub heads: &'a [u32],
    /// Numbers of the relations.
    pub labels: &'a [u8],
}

/// Buffers of one sentence after another.
#[derive(Debug, Default)]
pub struct Tape {
    /// What was computed on the way forward.
    pub pass: Pass,
    /// Gradient of the words' vectors.
    pub words: Vec<f32>,
    masks: [Vec<f32>; LAYERS],
    /// Gradient of what the last layer, later the one before, gave.
    top: Vec<f32>,
    rows: Vec<f32>,
    others: Vec<f32>,
    across: Vec<f32>,
}

impl Tape {
    /// Runs the network forward over `self.pass.words` and back: adds to the gradient `into`, sets
    /// `self.words`, and gives the loss.
    pub fn run(
        &mut self,
        net: Net<'_>,
        target: Target<'_>,
        drop: f32,
        random: &mut Random,
        into: &mut [f32],
    ) -> f32 {
        for index in 0..LAYERS {
            random.mask(net.shape.outputs(), drop, &mut self.masks[index]);
            net.layer(index, &mut self.pass);
            apply(&self.masks[index], &mut self.pass.layers[index].outputs);
        }
        net.score(&mut self.pass);
        net.relate(&mut self.pass, target.heads);
        clear(&mut self.top, self.pass.top().len());
        let loss =
            self.tags(net, target, into) + self.arcs(net, target, into) + self.relations(net, target, into);
        (0..LAYERS).rev().for_each(|index| self.layer(net, index, into));
        loss
    }

    fn tags(&mut self, net: Net<'_>, target: Target<'_>, into: &mut [f32]) -> f32 {
        let dense = &net.layout.tags;
        let rows = self.pass.tags.chunks_exact_mut(dense.width).zip(target.tags);
        let loss = rows.map(|(row, gold)| blame(row, usize::from(*gold), 0..net.shape.tags)).sum();
        let Self { pass, top, across, .. } = self;
        back(net, dense, pass.top(), &pass.tags, into, top, across);
        loss
    }

    fn arcs(&mut self, net: Net<'_>, target: Target<'_>, into: &mut [f32]) -> f32 {
        let words = target.heads.len();
        let width = padded(words + 1);
        let mut loss = 0.0;
        for (word, row) in self.pass.arcs.chunks_exact_mut(width).enumerate() {
            // No word is its own head.
            row[word] = f32::MIN / 2.0;
            loss += blame(row, target.heads[word] as usize, 0..words + 1);
        }
        self.heads(net, words, into);
        self.dependents(net, words, into);
        loss
    }

    /// From the gradient of the arcs to that of the words as heads, and of the root.
    fn heads(&mut self, net: Net<'_>, words: usize, into: &mut [f32]) {
        let (size, width) = (net.shape.arc, padded(words + 1));
        let Self { pass, top, others, across, .. } = self;
        clear(others, width * size);
        add_product(Left::transposed(&pass.arcs, width), &pass.wanted, size, others);
        let (of_words, of_root) = others[..(words + 1) * size].split_at_mut(words * size);
        add(&mut into[net.layout.root.clone()], of_root);
        mute(of_words, &pass.heads);
        back(net, &net.layout.heads, pass.top(), of_words, into, top, across);
    }

    fn dependents(&mut self, net: Net<'_>, words: usize, into: &mut [f32]) {
        let (size, width) = (net.shape.arc, padded(words + 1));
        let Self { pass, top, rows, others, across, .. } = self;
        // The padding of the arcs meets rows of zeros.
        clear(others, width * size);
        others[..(words + 1) * size].copy_from_slice(&pass.heads);
        clear(rows, words * size);
        add_product(Left::new(&pass.arcs, width), others, size, rows);
        clear(others, words * size);
        back(net, &net.layout.wanted, &pass.dependents, rows, into, others, across);
        mute(others, &pass.dependents);
        back(net, &net.layout.dependents, pass.top(), others, into, top, across);
    }

    fn relations(&mut self, net: Net<'_>, target: Target<'_>, into: &mut [f32]) -> f32 {
        let (words, size) = (target.heads.len(), net.shape.relation);
        let loss = self.blame_labels(net, target);
        let Self { pass, top, rows, others, across, .. } = self;
        clear(rows, words * size);
        back(net, &net.layout.labels, &pass.pairs, &pass.labels, into, rows, across);
        mute(rows, &pass.pairs);
        back(net, &net.layout.relation_dependents, pass.top(), rows, into, top, across);
        clear(others, words * size);
        for (row, head) in rows.chunks_exact(size).zip(target.heads) {
            if let Some(place) = others.chunks_exact_mut(size).nth(*head as usize) {
                add(place, row);
            }
        }
        back(net, &net.layout.relation_heads, pass.top(), others, into, top, across);
        loss
    }

    /// The root's relation goes without saying.
    fn blame_labels(&mut self, net: Net<'_>, target: Target<'_>) -> f32 {
        let mut loss = 0.0;
        for (word, row) in self.pass.labels.chunks_exact_mut(net.layout.labels.width).enumerate() {
            match target.labels[word] {
                0 => row.fill(0.0),
                label => loss += blame(row, usize::from(label), 1..net.shape.labels),
            }
        }
        loss
    }

    /// From the gradient of a layer's outputs in `self.top` to that of what it read.
    fn layer(&mut self, net: Net<'_>, index: usize, into: &mut [f32]) {
        let Self { pass, words, masks, top, rows, others, across } = self;
        let layer = &pass.layers[index];
        let dense = &net.layout.layers[index];
        apply(&masks[index], top);
        clear(rows, layer.before.len());
        recurrent::backward(&layer.before, net.shape.hidden, &layer.memories, top, rows);
        match index.checked_sub(1) {
            // `top` already holds what was added on the way around the layer.
            Some(below) => back(net, dense, &pass.layers[below].outputs, rows, into, top, across),
            None => {
                clear(others, pass.windows.len());
                back(net, dense, &pass.windows, rows, into, others, across);
                narrow(others, net.shape.input, words);
            }
        }
    }
}

/// Replaces scores by the gradient of their cross-entropy, and gives that. What is outside `classes` cannot be.
fn blame(scores: &mut [f32], gold: usize, classes: Range<usize>) -> f32 {
    scores[..classes.start].fill(0.0);
    scores[classes.end..].fill(0.0);
    let possible = &mut scores[classes];
    let most = possible.iter().fold(f32::MIN, |most, score| most.max(*score));
    possible.iter_mut().for_each(|score| *score = (*score - most).exp());
    let sum: f32 = possible.iter().sum();
    possible.iter_mut().for_each(|score| *score /= sum);
    let loss = -scores[gold].max(f32::MIN_POSITIVE).ln();
    scores[gold] -= 1.0;
    loss
}

/// No gradient where the rectifier gave nothing.
fn mute(slopes: &mut [f32], outputs: &[f32]) {
    slopes.iter_mut().zip(outputs).filter(|(_, output)| **output <= 0.0).for_each(|(slope, _)| *slope = 0.0);
}

/// Multiplies every row by the mask.
pub fn apply(mask: &[f32], rows: &mut [f32]) {
    rows.chunks_exact_mut(mask.len())
        .for_each(|row| row.iter_mut().zip(mask).for_each(|(number, by)| *number *= by));
}

/// From the gradient of a matrix's outputs: adds that of its parameters to `into`, that of its inputs to `below`.
fn back(
    net: Net<'_>,
    dense: &Dense,
    inputs: &[f32],
    outputs: &[f32],
    into: &mut [f32],
    below: &mut [f32],
    across: &mut Vec<f32>,
) {
    add_product(
        Left::transposed(inputs, dense.inputs),
        outputs,
        dense.width,
        &mut into[dense.weights.clone()],
    );
    sum_rows(outputs, &mut into[dense.bias.clone()]);
    transpose(&net.parameters[dense.weights.clone()], dense.width, dense.inputs, across);
    add_product(Left::new(outputs, dense.width), across, dense.inputs, below);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::net::shape::Shape;

    const SHAPE: Shape = Shape { input: 16, hidden: 16, arc: 16, relation: 16, tags: 3, labels: 4 };
    const TARGET: Target<'static> =
        Target { tags: &[0, 2, 1, 1], heads: &[1, 4, 3, 1], labels: &[1, 0, 3, 2] };

    fn loss(parameters: &[f32], words: &[f32], into: &mut [f32]) -> (f32, Vec<f32>) {
        let layout = SHAPE.layout();
        let mut tape = Tape::default();
        tape.pass.begin(4, SHAPE);
        tape.pass.words.copy_from_slice(words);
        let net = Net { shape: SHAPE, layout: &layout, parameters };
        (tape.run(net, TARGET, 0.0, &mut Random::new(1), into), tape.words)
    }

    /// The change of the loss when a number grows a little, against what the gradient says.
    fn check(numbers: &mut [f32], gradient: &[f32], by: usize, loss: impl Fn(&[f32]) -> f32) {
        for at in (0..numbers.len()).step_by(by) {
            let number = numbers[at];
            let [more, less] = [0.01, -0.01].map(|change| {
                numbers[at] = number + change;
                loss(numbers)
            });
            numbers[at] = number;
            let measured = (more - less) / 0.02;
            assert!((measured - gradient[at]).abs() < 0.02, "{at}: {measured}, not {}", gradient[at]);
        }
    }

    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let mut random = Random::new(3);
        let length = SHAPE.layout().length;
        let mut parameters: Vec<f32> = (0..length).map(|_| 0.4 * random.around()).collect();
        let mut words: Vec<f32> = (0..4 * 16).map(|_| random.around()).collect();
        let mut gradient = vec![0.0; length];
        let (_, of_words) = loss(&parameters, &words, &mut gradient);
        let fixed = words.clone();
        check(&mut parameters, &gradient, 37, |parameters| {
            loss(parameters, &fixed, &mut vec![0.0; length]).0
        });
        check(&mut words, &of_words, 1, |words| loss(&parameters, words, &mut vec![0.0; length]).0);
    }
}
