//! Adam: steps along the gradient, each number at a pace of its own (Kingma and Ba 2015).

use std::ops::Range;

/// How much of the mean gradient is kept, and of the mean square.
const KEEP: (f32, f32) = (0.9, 0.98);

/// Running means of the gradient and its square.
#[derive(Debug)]
pub struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
}

impl Adam {
    /// For that many numbers.
    pub fn new(length: usize) -> Self {
        Self { mean: vec![0.0; length], square: vec![0.0; length] }
    }

    /// Moves a range of the numbers by `rate` against the gradient. There is no correction of the first steps:
    /// the rate rises slowly instead.
    pub fn step(&mut self, numbers: &mut [f32], range: Range<usize>, gradient: &[f32], rate: f32) {
        let means = self.mean[range.clone()].iter_mut().zip(&mut self.square[range.clone()]);
        for ((number, slope), (mean, square)) in numbers[range].iter_mut().zip(gradient).zip(means) {
            *mean = KEEP.0 * *mean + (1.0 - KEEP.0) * slope;
            *square = KEEP.1 * *square + (1.0 - KEEP.1) * slope * slope;
            *number -= rate * *mean / (square.sqrt() + 1e-8);
        }
    }
}
