//! Runs a network over a sentence.

use super::matrix::{Left, add, add_product, add_to_rows, transpose};
use super::recurrent;
use super::shape::{Dense, LAYERS, Layout, Shape, WINDOW, padded};

/// A network.
#[derive(Debug, Clone, Copy)]
pub struct Net<'a> {
    /// Its sizes.
    pub shape: Shape,
    /// Where its parameters lie.
    pub layout: &'a Layout,
    /// Its parameters.
    pub parameters: &'a [f32],
}

/// What a layer has computed.
#[derive(Debug, Default)]
pub struct Layer {
    /// Before candidates and gates were squashed.
    pub before: Vec<f32>,
    /// The running averages.
    pub memories: Vec<f32>,
    /// What the next layer reads.
    pub outputs: Vec<f32>,
}

/// What a network computes of a sentence: rows, one a word.
#[derive(Debug, Default)]
pub struct Pass {
    /// Vectors of the words; to be filled in.
    pub words: Vec<f32>,
    /// The words' vectors between those of their neighbours.
    pub windows: Vec<f32>,
    /// The layers.
    pub layers: [Layer; LAYERS],
    /// Scores of tags.
    pub tags: Vec<f32>,
    /// Vectors as dependents.
    pub dependents: Vec<f32>,
    /// Vectors as heads; one row more, the root's.
    pub heads: Vec<f32>,
    /// Vectors of the heads that are looked for.
    pub wanted: Vec<f32>,
    /// Scores of heads, the root after the words.
    pub arcs: Vec<f32>,
    /// Vectors for relations as dependents.
    pub relation_dependents: Vec<f32>,
    /// Vectors for relations as heads.
    pub relation_heads: Vec<f32>,
    /// Sums of the two for each word and its head.
    pub pairs: Vec<f32>,
    /// Scores of relations.
    pub labels: Vec<f32>,
    across: Vec<f32>,
}

impl Pass {
    /// Makes room for the vectors of a sentence.
    pub fn begin(&mut self, words: usize, shape: Shape) {
        clear(&mut self.words, words * shape.input);
    }

    /// What the heads of the network read.
    pub fn top(&self) -> &[f32] {
        &self.layers[LAYERS - 1].outputs
    }
}

/// Zeros of that number.
pub fn clear(numbers: &mut Vec<f32>, length: usize) {
    numbers.clear();
    numbers.resize(length, 0.0);
}

fn rectify(numbers: &mut [f32]) {
    numbers.iter_mut().for_each(|number| *number = number.max(0.0));
}

impl Net<'_> {
    /// Everything but the relations.
    pub fn run(&self, pass: &mut Pass) {
        (0..LAYERS).for_each(|index| self.layer(index, pass));
        self.score(pass);
    }

    /// One layer. Its outputs are added to those of the layer before.
    pub fn layer(&self, index: usize, pass: &mut Pass) {
        if index == 0 {
            widen(&pass.words, self.shape.input, &mut pass.windows);
        }
        let (earlier, later) = pass.layers.split_at_mut(index);
        let inputs = earlier.last().map_or(&pass.windows, |layer| &layer.outputs);
        let layer = &mut later[0];
        self.apply(&self.layout.layers[index], inputs, &mut layer.before);
        let length = layer.before.len() / self.shape.gates() * self.shape.outputs();
        clear(&mut layer.memories, length);
        clear(&mut layer.outputs, length);
        recurrent::forward(&layer.before, self.shape.hidden, &mut layer.memories, &mut layer.outputs);
        if let Some(earlier) = earlier.last() {
            add(&mut layer.outputs, &earlier.outputs);
        }
    }

    /// From the last layer to the scores of tags and heads.
    pub fn score(&self, pass: &mut Pass) {
        let Layout { tags, dependents, heads, wanted, .. } = self.layout;
        let top = &pass.layers[LAYERS - 1].outputs;
        self.apply(tags, top, &mut pass.tags);
        self.apply(dependents, top, &mut pass.dependents);
        rectify(&mut pass.dependents);
        self.apply(heads, top, &mut pass.heads);
        rectify(&mut pass.heads);
        pass.heads.extend_from_slice(&self.parameters[self.layout.root.clone()]);
        self.apply(wanted, &pass.dependents, &mut pass.wanted);
        self.apply(&self.layout.relation_dependents, top, &mut pass.relation_dependents);
        self.apply(&self.layout.relation_heads, top, &mut pass.relation_heads);
        self.match_heads(pass);
    }

    fn match_heads(&self, pass: &mut Pass) {
        let size = self.shape.arc;
        let words = pass.wanted.len() / size;
        let width = padded(words + 1);
        transpose(&pass.heads, size, width, &mut pass.across);
        clear(&mut pass.arcs, words * width);
        add_product(Left::new(&pass.wanted, size), &pass.across, width, &mut pass.arcs);
    }

    /// The scores of relations to these heads. Those to the root mean nothing.
    pub fn relate(&self, pass: &mut Pass, heads: &[u32]) {
        let size = self.shape.relation;
        pass.pairs.clear();
        pass.pairs.extend_from_slice(&pass.relation_dependents);
        for (pair, head) in pass.pairs.chunks_exact_mut(size).zip(heads) {
            if let Some(head) = pass.relation_heads.chunks_exact(size).nth(*head as usize) {
                add(pair, head);
            }
        }
        rectify(&mut pass.pairs);
        self.apply(&self.layout.labels, &pass.pairs, &mut pass.labels);
    }

    fn apply(&self, dense: &Dense, inputs: &[f32], out: &mut Vec<f32>) {
        clear(out, inputs.len() / dense.inputs * dense.width);
        add_product(
            Left::new(inputs, dense.inputs),
            &self.parameters[dense.weights.clone()],
            dense.width,
            out,
        );
        add_to_rows(out, &self.parameters[dense.bias.clone()]);
    }
}

/// For every row and every place in its window: the row that stands there.
fn windows(rows: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    let places = (0..rows).flat_map(|row| (0..WINDOW).map(move |place| (row, place)));
    places
        .filter_map(|(row, place)| Some((row, place, (row + place).checked_sub(WINDOW / 2)?)))
        .filter(move |(_, _, from)| *from < rows)
}

/// Puts every row between its neighbours.
fn widen(rows: &[f32], size: usize, out: &mut Vec<f32>) {
    clear(out, rows.len() * WINDOW);
    for (row, place, from) in windows(rows.len() / size) {
        out[(row * WINDOW + place) * size..][..size].copy_from_slice(&rows[from * size..][..size]);
    }
}

/// The gradient of rows from that of their windows.
pub fn narrow(wide: &[f32], size: usize, out: &mut Vec<f32>) {
    clear(out, wide.len() / WINDOW);
    for (row, place, from) in windows(out.len() / size) {
        add(&mut out[from * size..][..size], &wide[(row * WINDOW + place) * size..][..size]);
    }
}
