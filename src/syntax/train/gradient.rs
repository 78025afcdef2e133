//! A gradient: of the network's parameters, and of the vectors that were used.

use std::ops::Range;

use crate::syntax::net::matrix::add;

/// Sums over sentences.
#[derive(Debug)]
pub struct Gradient {
    /// Of the parameters.
    pub parameters: Vec<f32>,
    /// Of the vectors, zero where none was used.
    vectors: Vec<f32>,
    size: usize,
    used: Vec<u32>,
    is_used: Vec<bool>,
}

impl Gradient {
    /// Zeros, for that many parameters and vectors of `size` numbers.
    pub fn new(parameters: usize, vectors: usize, size: usize) -> Self {
        Self {
            parameters: vec![0.0; parameters],
            vectors: vec![0.0; vectors * size],
            size,
            used: Vec::new(),
            is_used: vec![false; vectors],
        }
    }

    fn range(&self, row: u32) -> Range<usize> {
        row as usize * self.size..(row as usize + 1) * self.size
    }

    /// Adds to that of a vector.
    pub fn add_to_vector(&mut self, row: u32, slopes: &[f32]) {
        let range = self.range(row);
        add(&mut self.vectors[range], slopes);
        if !std::mem::replace(&mut self.is_used[row as usize], true) {
            self.used.push(row);
        }
    }

    /// Adds another and leaves zeros in it.
    pub fn take(&mut self, other: &mut Self) {
        add(&mut self.parameters, &other.parameters);
        other.parameters.fill(0.0);
        while let Some(row) = other.used.pop() {
            let range = other.range(row);
            self.add_to_vector(row, &other.vectors[range.clone()]);
            other.vectors[range].fill(0.0);
            other.is_used[row as usize] = false;
        }
    }

    /// Divides by the number of words, and shortens what is longer than 1.
    pub fn scale(&mut self, words: usize) {
        let share = 1.0 / words as f32;
        let length = self.parameters.iter().map(|slope| slope * slope).sum::<f32>().sqrt() * share;
        let by = share / length.max(1.0);
        self.parameters.iter_mut().for_each(|slope| *slope *= by);
        for row in &self.used {
            let range = self.range(*row);
            self.vectors[range].iter_mut().for_each(|slope| *slope *= by);
        }
    }

    /// Hands out the gradients of the vectors that were used, and leaves zeros.
    pub fn drain(&mut self, mut each: impl FnMut(Range<usize>, &[f32])) {
        self.used.sort_unstable();
        for row in std::mem::take(&mut self.used) {
            let range = self.range(row);
            each(range.clone(), &self.vectors[range.clone()]);
            self.vectors[range].fill(0.0);
            self.is_used[row as usize] = false;
        }
        self.parameters.fill(0.0);
    }
}
