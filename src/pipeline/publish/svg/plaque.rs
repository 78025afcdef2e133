//! An actor's label in its box.

use super::geometry::{Point, Rect};
use super::glyphs;
use crate::pipeline::publish::diagram::{Shape, Spot};

/// Labels wider than this, in pixels at the size of the least prominent, are set in two rows.
const WIDEST_ROW: f64 = 105.0;
/// Font sizes, in pixels, of the least and the most prominent.
const SMALLEST: f64 = 13.5;
const LARGEST: f64 = 20.0;

/// An actor's label, row by row, in its box.
#[derive(Debug, Clone)]
pub struct Plaque {
    pub rows: Vec<String>,
    pub size: f64,
    pub rect: Rect,
    pub shape: Shape,
}

impl Plaque {
    /// At the origin.
    pub fn of(spot: &Spot) -> Self {
        let size = SMALLEST + (LARGEST - SMALLEST) * spot.prominence.sqrt();
        let rows = rows(&spot.label);
        let text = rows.iter().map(|row| glyphs::bold(row, size)).fold(0.0, f64::max);
        let shape = spot.shape();
        let (air, above) = air(shape);
        let width = (text + 2.0 * air).max(44.0);
        let height = rows.len() as f64 * size * 1.15 + 12.0 + above;
        Self { rows, size, rect: Rect::new(Point::default(), width, height), shape }
    }

    /// The baseline of the first row.
    pub fn baseline(&self) -> f64 {
        let (_, above) = air(self.shape);
        let text = self.rows.len() as f64 * self.size * 1.15;
        self.rect.centre.y + above / 2.0 - text / 2.0 + self.size * 0.92
    }
}

/// Room beside the text, and how much of the height lies above it.
fn air(shape: Shape) -> (f64, f64) {
    match shape {
        Shape::Hexagon | Shape::Slanted | Shape::Ellipse | Shape::EllipseDashed => (16.0, 0.0),
        Shape::House => (10.0, 8.0),
        Shape::Sides | Shape::Double | Shape::Note => (14.0, 0.0),
        _ => (10.0, 0.0),
    }
}

/// One row, or two of nearly equal width where there is a gap between words.
fn rows(label: &str) -> Vec<String> {
    if glyphs::width(label, SMALLEST) <= WIDEST_ROW {
        return vec![label.to_owned()];
    }
    let gaps = label.match_indices([' ', '-']).map(|(at, gap)| (at + usize::from(gap == "-"), at + 1));
    let halves = gaps.map(|(end, start)| (&label[..end], &label[start..]));
    let wider = |(first, second): &(&str, &str)| glyphs::width(first, 10.0).max(glyphs::width(second, 10.0));
    match halves.min_by(|a, b| wider(a).total_cmp(&wider(b))) {
        Some((first, second)) => vec![first.to_owned(), second.to_owned()],
        None => vec![label.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_take_two_rows() {
        assert_eq!(rows("Iran"), ["Iran"]);
        assert_eq!(rows("Saint Vincent and the Grenadines"), ["Saint Vincent and", "the Grenadines"]);
        assert_eq!(rows("Donaudampfschifffahrtsgesellschaft"), ["Donaudampfschifffahrtsgesellschaft"]);
    }
}
