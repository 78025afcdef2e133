//! Who is on the same side as whom, as far as it is settled.

/// Disjoint sets whose members know on which side of their set they stand: union by size, paths halved by compression.
/// Tarjan (1975); amortised all but constant.
#[derive(Debug, Clone)]
pub(super) struct Parity {
    /// The one above, and whether it is on the same side.
    above: Vec<(usize, bool)>,
    size: Vec<usize>,
}

impl Parity {
    pub(super) fn new(actors: usize) -> Self {
        Self { above: (0..actors).map(|actor| (actor, true)).collect(), size: vec![1; actors] }
    }

    /// The representative of an actor's set, and whether the actor is on its side.
    pub(super) fn find(&mut self, actor: usize) -> (usize, bool) {
        let (mut root, mut same) = (actor, true);
        while self.above[root].0 != root {
            same = same == self.above[root].1;
            root = self.above[root].0;
        }
        let (mut at, mut side) = (actor, same);
        while self.above[at].0 != at {
            let (next, step) = std::mem::replace(&mut self.above[at], (root, side));
            (at, side) = (next, side == step);
        }
        (root, same)
    }

    /// Settles that two actors are on the same side, or not. What was settled before stays.
    pub(super) fn join(&mut self, a: usize, b: usize, same: bool) {
        let ((a, a_same), (b, b_same)) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let (small, great) = if self.size[a] <= self.size[b] { (a, b) } else { (b, a) };
        self.size[great] += self.size[small];
        self.above[small] = (great, (a_same == b_same) == same);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_follow_from_what_is_settled() {
        let mut parity = Parity::new(6);
        for (a, b, same) in [(0, 1, false), (2, 3, false), (1, 2, false), (4, 5, true)] {
            parity.join(a, b, same);
        }
        let sides: Vec<_> = (0..4).map(|actor| parity.find(actor)).collect();
        assert!(sides.iter().all(|side| side.0 == sides[0].0));
        assert_eq!(
            sides.iter().map(|side| side.1 == sides[0].1).collect::<Vec<_>>(),
            [true, false, true, false]
        );
        assert_ne!(parity.find(4).0, parity.find(0).0);
        assert_eq!(parity.find(4), parity.find(5));
    }
}
