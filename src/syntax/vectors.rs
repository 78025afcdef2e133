//! Key → a vector of bytes: what the network knows of words.

/// A table with open addressing. One byte of each key is stored to tell it from others: a key that was never
/// stored is taken for another once in some hundred times, which does no harm that can be measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Vectors {
    size: usize,
    /// What a byte of 1 is worth.
    scale: f32,
    /// Slots a key can point to; the table has [`OVERHANG`] more.
    reach: usize,
    /// 0 where the slot is empty.
    marks: Vec<u8>,
    rows: Vec<i8>,
}

/// The longest run of taken slots from the last one that a key points to.
const OVERHANG: usize = 64;

fn mark(key: u32) -> u8 {
    (key as u8).max(1)
}

impl Vectors {
    /// An empty table.
    pub fn new(reach: usize, size: usize, scale: f32) -> Self {
        let slots = reach + OVERHANG;
        Self { size, scale, reach, marks: vec![0; slots], rows: vec![0; slots * size] }
    }

    /// Rounds vectors to bytes. The greatest few in ten thousand numbers are cut off, for a finer scale.
    pub fn quantize<'a>(vectors: impl Iterator<Item = (u32, &'a [f32])> + Clone, size: usize) -> Self {
        let mut sizes: Vec<f32> =
            vectors.clone().flat_map(|(_, row)| row).map(|number| number.abs()).collect();
        sizes.sort_unstable_by(f32::total_cmp);
        let cut = sizes.len() / 5000 + 1;
        let most = sizes.len().checked_sub(cut).map_or(1.0, |at| sizes[at].max(f32::MIN_POSITIVE));
        let mut table = Self::new(vectors.clone().count() * 3 / 2 + 1, size, most / 127.0);
        let mut row = Vec::new();
        for (key, vector) in vectors {
            row.clear();
            row.extend(vector.iter().map(|number| (number / table.scale).round().clamp(-127.0, 127.0) as i8));
            table.insert(key, &row);
        }
        table
    }

    /// Stores a vector, unless one is there that could not be told from it.
    fn insert(&mut self, key: u32, row: &[i8]) {
        let home = self.home(key);
        let slot = self.marks[home..].iter().position(|found| *found == 0 || *found == mark(key));
        if let Some(slot) = slot.map(|offset| home + offset).filter(|slot| self.marks[*slot] == 0) {
            self.put(slot, mark(key), row.iter().copied());
        }
    }

    /// Fills a slot: how a stored table is read.
    pub fn put(&mut self, slot: usize, mark: u8, row: impl Iterator<Item = i8>) {
        self.marks[slot] = mark;
        let place = &mut self.rows[slot * self.size..][..self.size];
        place.iter_mut().zip(row).for_each(|(into, byte)| *into = byte);
    }

    /// The taken slots in order: slot, mark, vector.
    pub fn slots(&self) -> impl Iterator<Item = (usize, u8, &[i8])> {
        let slots = self.marks.iter().zip(self.rows.chunks_exact(self.size)).enumerate();
        slots.filter(|(_, (mark, _))| **mark != 0).map(|(slot, (mark, row))| (slot, *mark, row))
    }

    /// How many slots there are.
    pub fn slot_count(&self) -> usize {
        self.marks.len()
    }

    /// Slots a key can point to, and what a byte of 1 is worth.
    pub fn measures(&self) -> (usize, f32) {
        (self.reach, self.scale)
    }

    /// Sets `into` to the sum of the vectors of these keys.
    pub fn sum(&self, keys: &[u32], into: &mut [f32]) {
        into.fill(0.0);
        for slot in keys.iter().filter_map(|key| self.find(*key)) {
            let row = &self.rows[slot * self.size..][..self.size];
            into.iter_mut().zip(row).for_each(|(sum, byte)| *sum += f32::from(*byte));
        }
        into.iter_mut().for_each(|sum| *sum *= self.scale);
    }

    fn home(&self, key: u32) -> usize {
        ((u64::from(key) * self.reach as u64) >> 32) as usize
    }

    fn find(&self, key: u32) -> Option<usize> {
        let home = self.home(key);
        let found = self.marks[home..].iter().position(|found| *found == 0 || *found == mark(key))?;
        Some(home + found).filter(|slot| self.marks[*slot] != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_what_is_stored() {
        let rows: Vec<(u32, Vec<f32>)> =
            (0..500_u32).map(|n| (n.wrapping_mul(0x9e37_79b9), vec![n as f32, -1.0])).collect();
        let table = Vectors::quantize(rows.iter().map(|(key, row)| (*key, row.as_slice())), 2);
        let mut sum = [9.0; 2];
        table.sum(&[rows[400].0, rows[40].0], &mut sum);
        assert!((sum[0] - 440.0).abs() < 5.0, "{sum:?}");
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let mut sum = [1.0; 2];
        Vectors::quantize(std::iter::empty(), 2).sum(&[7, 8], &mut sum);
        assert_eq!(sum, [0.0, 0.0]);
    }
}
