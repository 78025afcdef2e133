//! Matrix products, the same to the bit on every machine.
//!
//! Every sum is made in the order of its terms, whatever the width of the vector unit.

/// Columns are worked on in groups of this many; a matrix on the right has a multiple of it.
pub const LANES: usize = 16;

const ROWS: usize = 4;

/// A matrix on the left: where its elements lie.
#[derive(Clone, Copy)]
pub struct Left<'a> {
    data: &'a [f32],
    rows: usize,
    columns: usize,
    row_step: usize,
    column_step: usize,
}

impl<'a> Left<'a> {
    /// Rows of `columns` elements, one after another.
    pub fn new(data: &'a [f32], columns: usize) -> Self {
        Self { data, rows: data.len() / columns, columns, row_step: columns, column_step: 1 }
    }

    /// The matrix whose columns are the rows of `data`.
    pub fn transposed(data: &'a [f32], rows: usize) -> Self {
        Self { data, rows, columns: data.len() / rows, row_step: 1, column_step: rows }
    }
}

/// `out += left × right`; `right` and `out` have rows of `width` elements, a multiple of [`LANES`].
pub fn add_product(left: Left<'_>, right: &[f32], width: usize, out: &mut [f32]) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has been asked just before.
        return unsafe { add_product_avx2(left, right, width, out) };
    }
    blocks(left, right, width, out);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn add_product_avx2(left: Left<'_>, right: &[f32], width: usize, out: &mut [f32]) {
    blocks(left, right, width, out);
}

#[inline(always)]
fn blocks(left: Left<'_>, right: &[f32], width: usize, out: &mut [f32]) {
    for column in (0..width).step_by(LANES) {
        let mut row = 0;
        while row + ROWS <= left.rows {
            block::<ROWS>(left, row, right, width, column, out);
            row += ROWS;
        }
        while row < left.rows {
            block::<1>(left, row, right, width, column, out);
            row += 1;
        }
    }
}

#[inline(always)]
fn block<const N: usize>(
    left: Left<'_>,
    row: usize,
    right: &[f32],
    width: usize,
    column: usize,
    out: &mut [f32],
) {
    let mut sums = [[0.0_f32; LANES]; N];
    let rows: [&[f32]; N] = std::array::from_fn(|turn| &left.data[(row + turn) * left.row_step..]);
    for (step, weights) in right.chunks_exact(width).take(left.columns).enumerate() {
        let weights: &[f32; LANES] = weights[column..column + LANES].try_into().unwrap_or(&[0.0; LANES]);
        for (sums, row) in sums.iter_mut().zip(rows) {
            let factor = row[step * left.column_step];
            for lane in 0..LANES {
                sums[lane] += factor * weights[lane];
            }
        }
    }
    for (turn, sums) in sums.iter().enumerate() {
        let place = &mut out[(row + turn) * width + column..][..LANES];
        place.iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
    }
}

/// Writes the transpose of `data`, whose rows have `columns` elements, with rows padded to `width`.
pub fn transpose(data: &[f32], columns: usize, width: usize, out: &mut Vec<f32>) {
    out.clear();
    out.resize(columns * width, 0.0);
    for (row, elements) in data.chunks_exact(columns).enumerate() {
        elements.iter().enumerate().for_each(|(column, element)| out[column * width + row] = *element);
    }
}

/// Adds a row to every row.
pub fn add_to_rows(rows: &mut [f32], row: &[f32]) {
    rows.chunks_exact_mut(row.len()).for_each(|into| add(into, row));
}

/// Adds all rows to one.
pub fn sum_rows(rows: &[f32], row: &mut [f32]) {
    rows.chunks_exact(row.len()).for_each(|from| add(row, from));
}

/// Adds numbers to others, as far as both go.
pub fn add(into: &mut [f32], from: &[f32]) {
    into.iter_mut().zip(from).for_each(|(into, from)| *into += from);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::hash::mix;

    fn numbers(length: usize) -> Vec<f32> {
        (0..length as u64).map(|at| (mix(at) % 2001) as f32 / 1000.0 - 1.0).collect()
    }

    fn product(left: &[f32], columns: usize, right: &[f32], width: usize) -> Vec<f32> {
        let rows = left.chunks_exact(columns);
        let cell = |row: &[f32], at: usize| {
            row.iter().enumerate().fold(0.0, |sum, (k, x)| sum + x * right[k * width + at])
        };
        rows.flat_map(|row| (0..width).map(move |at| cell(row, at))).collect()
    }

    #[test]
    fn products_are_the_same_to_the_bit_with_and_without_vector_units() {
        for rows in [1, 3, 4, 9] {
            let (left, right) = (numbers(rows * 7), numbers(7 * 32));
            let expected = product(&left, 7, &right, 32);
            let (mut fast, mut plain) = (vec![0.0; rows * 32], vec![0.0; rows * 32]);
            add_product(Left::new(&left, 7), &right, 32, &mut fast);
            blocks(Left::new(&left, 7), &right, 32, &mut plain);
            assert_eq!(fast, expected);
            assert_eq!(plain, expected);
        }
    }

    #[test]
    fn a_transposed_left_side_is_read_across() {
        let (left, right) = (numbers(5 * 3), numbers(5 * 16));
        let mut across = Vec::new();
        transpose(&left, 3, 5, &mut across);
        let mut out = vec![0.0; 3 * 16];
        add_product(Left::transposed(&left, 3), &right, 16, &mut out);
        assert_eq!(out, product(&across, 5, &right, 16));
    }
}
