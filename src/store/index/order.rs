//! Orders in which all statements stand, so that what a pattern asks for stands together in one of them.
//!
//! Four are enough: whatever of subject, predicate, object and graph a pattern names, one of them leads an order, and the
//! shortest stretch among those orders is read.

use std::ops::Range;

use super::layout::{ROW, short};

/// A statement as ids of subject, predicate, object and graph; graph 0 is the default graph.
pub type Ids = [u32; 4];

/// What a pattern names of a statement.
pub type Pattern = [Option<u32>; 4];

/// An order: places of [`Ids`], the leading one first.
#[derive(Debug, Clone, Copy)]
pub struct Order(pub [usize; 4]);

/// By subject, by predicate, by object, by graph.
pub const ORDERS: [Order; super::layout::ORDERS] =
    [Order([0, 1, 2, 3]), Order([1, 2, 0, 3]), Order([2, 0, 1, 3]), Order([3, 0, 1, 2])];

impl Order {
    /// The ids of a statement in this order.
    pub fn key(self, ids: Ids) -> Ids {
        self.0.map(|place| ids[place])
    }

    /// A statement of ids in this order.
    fn ids(self, key: Ids) -> Ids {
        let mut ids = [0; 4];
        for (place, id) in self.0.into_iter().zip(key) {
            ids[place] = id;
        }
        ids
    }

    fn pattern(self, pattern: Pattern) -> Pattern {
        self.0.map(|place| pattern[place])
    }
}

/// All statements in one order.
#[derive(Debug, Clone, Copy)]
pub struct Sorted<'i> {
    pub order: Order,
    /// The first row of each leading id, and one more.
    pub starts: &'i [u8],
    pub rows: &'i [u8],
}

impl<'i> Sorted<'i> {
    /// Where everything stands that a pattern asks for, among other things.
    pub fn stretch(&self, pattern: Pattern) -> Range<usize> {
        let [leading, rest @ ..] = self.order.pattern(pattern);
        let Some(leading) = leading else { return 0..self.rows.len() / ROW };
        let mut stretch = self.of(leading);
        for (nth, id) in rest.into_iter().enumerate() {
            let Some(id) = id else { break };
            let from = self.first(&stretch, |row| row[nth] < id);
            stretch = from..self.first(&(from..stretch.end), |row| row[nth] <= id);
        }
        stretch
    }

    /// The rows of a leading id; never beyond the last, even in a damaged index.
    fn of(&self, leading: u32) -> Range<usize> {
        let at = leading as usize;
        let row = |at| (short(self.starts, at) as usize).min(self.rows.len() / ROW);
        row(at)..row(at + 1).max(row(at))
    }

    /// The first row of a stretch that is not before something.
    fn first(&self, stretch: &Range<usize>, is_before: impl Fn([u32; 3]) -> bool) -> usize {
        let (mut from, mut to) = (stretch.start, stretch.end);
        while from < to {
            let middle = from + (to - from) / 2;
            if is_before(self.row(middle)) { from = middle + 1 } else { to = middle }
        }
        from
    }

    fn row(&self, at: usize) -> [u32; 3] {
        let row = self.rows.get(at * ROW..(at + 1) * ROW).unwrap_or(&[]);
        [short(row, 0), short(row, 1), short(row, 2)]
    }

    /// The statements of a stretch that fit a pattern.
    pub fn fitting(self, pattern: Pattern, stretch: Range<usize>) -> Fitting<'i> {
        let leading = self.order.pattern(pattern)[0];
        Fitting { sorted: self, pattern, leading: leading.unwrap_or(0), stretch }
    }
}

/// Statements that fit a pattern, in the order of what they are read from.
pub struct Fitting<'i> {
    sorted: Sorted<'i>,
    pattern: Pattern,
    /// The leading id of the next row, or one before it.
    leading: u32,
    stretch: Range<usize>,
}

impl Iterator for Fitting<'_> {
    type Item = Ids;

    fn next(&mut self) -> Option<Ids> {
        loop {
            let at = self.stretch.next()?;
            // In a damaged index no leading id may hold the row.
            while self.sorted.of(self.leading).end <= at {
                self.leading = self.leading.checked_add(1)?;
                if self.leading as usize >= self.sorted.starts.len() / 4 {
                    return None;
                }
            }
            let [a, b, c] = self.sorted.row(at);
            let ids = self.sorted.order.ids([self.leading, a, b, c]);
            if ids.into_iter().zip(self.pattern).all(|(id, wanted)| wanted.is_none_or(|wanted| wanted == id))
            {
                return Some(ids);
            }
        }
    }
}
