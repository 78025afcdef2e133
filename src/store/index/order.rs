//! Orders in which all statements stand, so that what a pattern asks for stands together in one of them.
//!
//! Whatever of subject, predicate and object a pattern names stands at the beginning of one of the first three, where all that
//! fits is one stretch and equal triples of several graphs are neighbours. The last one finds what a graph holds.

use std::ops::Range;

use super::layout::{ROW, short};

/// A statement as ids of subject, predicate, object and graph; graph 0 is the default graph.
pub type Ids = [u32; 4];

/// What a pattern names of a statement.
pub type Pattern = [Option<u32>; 4];

/// An order: places of [`Ids`], the leading one first.
#[derive(Debug, Clone, Copy)]
pub struct Order(pub [usize; 4]);

/// By subject, by predicate, by object; by graph.
pub const ORDERS: [Order; super::layout::ORDERS] =
    [Order([0, 1, 2, 3]), Order([1, 2, 0, 3]), Order([2, 0, 1, 3]), Order([3, 0, 1, 2])];

/// The place of the order by graph.
pub const BY_GRAPH: usize = 3;

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

    /// The place in [`ORDERS`] of the order that begins with what a pattern names of a triple.
    pub fn of_triple([subject, predicate, object, _]: Pattern) -> usize {
        match (subject, predicate, object) {
            (None, Some(_), _) => 1,
            (_, None, Some(_)) => 2,
            _ => 0,
        }
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
    /// Where everything stands that a pattern asks for, among other things where it names what follows a gap.
    pub fn stretch(&self, pattern: Pattern) -> Range<usize> {
        let [leading, rest @ ..] = self.order.pattern(pattern);
        let Some(leading) = leading else { return 0..self.len() };
        let mut stretch = self.of(leading);
        for (nth, id) in rest.into_iter().enumerate() {
            let Some(id) = id else { break };
            let from = self.first(&stretch, |row| row[nth] < id);
            stretch = from..self.first(&(from..stretch.end), |row| row[nth] <= id);
        }
        stretch
    }

    fn len(&self) -> usize {
        self.rows.len() / ROW
    }

    /// The rows of a leading id. In a damaged index they may not be there.
    fn of(&self, leading: u32) -> Range<usize> {
        let at = leading as usize;
        let end = (short(self.starts, at + 1) as usize).min(self.len());
        (short(self.starts, at) as usize).min(end)..end
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
        let row = self.rows.get(at * ROW..).and_then(|rows| rows.first_chunk::<ROW>());
        row.map_or([0; 3], |&[a, b, c, d, e, f, g, h, i, j, k, l]| {
            [[a, b, c, d], [e, f, g, h], [i, j, k, l]].map(u32::from_le_bytes)
        })
    }

    /// The statements of a stretch that fit a pattern.
    pub fn fitting(self, pattern: Pattern, stretch: Range<usize>) -> Fitting<'i> {
        let leading = self.order.pattern(pattern)[0].unwrap_or(0);
        Fitting { sorted: self, pattern, leading, until: self.of(leading).end, stretch }
    }
}

/// Statements that fit a pattern, in the order of what they are read from.
pub struct Fitting<'i> {
    sorted: Sorted<'i>,
    pattern: Pattern,
    /// The leading id of the next row, or one before it.
    leading: u32,
    /// The first row that has another leading id.
    until: usize,
    stretch: Range<usize>,
}

impl Fitting<'_> {
    /// Goes on to the leading id of a row; none if in a damaged index no id leads it.
    fn lead(&mut self, at: usize) -> Option<()> {
        while self.until <= at {
            self.leading = self.leading.checked_add(1)?;
            if self.leading as usize + 1 >= self.sorted.starts.len() / 4 {
                return None;
            }
            self.until = self.sorted.of(self.leading).end;
        }
        Some(())
    }
}

impl Iterator for Fitting<'_> {
    type Item = Ids;

    fn next(&mut self) -> Option<Ids> {
        loop {
            let at = self.stretch.next()?;
            self.lead(at)?;
            let [a, b, c] = self.sorted.row(at);
            let ids = self.sorted.order.ids([self.leading, a, b, c]);
            if ids.into_iter().zip(self.pattern).all(|(id, wanted)| wanted.is_none_or(|wanted| wanted == id))
            {
                return Some(ids);
            }
        }
    }
}
