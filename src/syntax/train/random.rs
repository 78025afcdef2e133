//! A small random number generator: the same numbers on every machine.

use crate::syntax::hash::mix;

/// SplitMix64.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator whose numbers follow from the seed.
    pub fn new(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(1)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A generator of its own, which follows from this one.
    pub fn fork(&mut self) -> Self {
        Self::new(self.next())
    }

    /// From 0 up to 1, without it.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    /// From -1 to 1.
    pub fn around(&mut self) -> f32 {
        2.0 * self.unit() - 1.0
    }

    /// Puts items in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = ((u128::from(self.next()) * (last as u128 + 1)) >> 64) as usize;
            items.swap(last, other);
        }
    }

    /// Dropout: zeros with this chance, elsewhere a number that makes up for them.
    pub fn mask(&mut self, length: usize, drop: f32, mask: &mut Vec<f32>) {
        let kept = 1.0 / (1.0 - drop);
        mask.clear();
        mask.extend((0..length).map(|_| if self.unit() < drop { 0.0 } else { kept }));
    }
}
