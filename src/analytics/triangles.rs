//! Every triangle of a network, once.

use rayon::prelude::*;

/// The edges of a network, each leading to the end with more neighbours, so that no node leads to more than √(2m) others.
///
/// Latapy (2008), “Main-memory triangle computations for very large (sparse (power-law)) graphs”, Theoretical Computer Science
/// 407: all triangles in O(m^1.5) time and O(m) memory.
pub(super) struct Triangles {
    starts: Vec<usize>,
    /// Where a node leads, with the index of the edge.
    ends: Vec<(usize, usize)>,
}

/// A triangle by its three edges, as indices into the network's.
pub(super) type Triangle = [usize; 3];

/// Stands for "no edge leads there".
const NONE: usize = usize::MAX;

/// Nodes whose triangles are folded together: the same for any number of threads.
const PART: usize = 512;

impl Triangles {
    pub(super) fn new(nodes: usize, edges: &[(usize, usize, f64)]) -> Self {
        let mut degrees = vec![0_usize; nodes];
        for &(a, b, _) in edges {
            degrees[a] += 1;
            degrees[b] += 1;
        }
        let upward = |&(a, b, _): &(usize, usize, f64)| {
            if (degrees[a], a) < (degrees[b], b) { (a, b) } else { (b, a) }
        };
        let mut starts = vec![0; nodes + 1];
        edges.iter().for_each(|edge| starts[upward(edge).0 + 1] += 1);
        (0..nodes).for_each(|node| starts[node + 1] += starts[node]);
        let mut next = starts.clone();
        let mut ends = vec![(0, 0); edges.len()];
        for (at, edge) in edges.iter().enumerate() {
            let (from, to) = upward(edge);
            ends[next[from]] = (to, at);
            next[from] += 1;
        }
        Self { starts, ends }
    }

    /// Calls `take` with every triangle, in an order that the network decides.
    pub(super) fn each(&self, mut take: impl FnMut(Triangle)) {
        let mut edge_to = vec![NONE; self.len()];
        (0..self.len()).for_each(|node| self.at(node, &mut edge_to, &mut take));
    }

    /// Folds the triangles over all cores: `take` adds one to a part, `join` two parts, in order.
    pub(super) fn fold<T: Default + Send>(
        &self,
        take: impl Fn(&mut T, Triangle) + Sync,
        join: impl Fn(T, T) -> T,
    ) -> T {
        let part = |edge_to: &mut Vec<usize>, part: usize| {
            let mut sum = T::default();
            for node in part * PART..self.len().min((part + 1) * PART) {
                self.at(node, edge_to, &mut |triangle| take(&mut sum, triangle));
            }
            sum
        };
        let parts = (0..self.len().div_ceil(PART)).into_par_iter();
        let parts: Vec<T> = parts.map_init(|| vec![NONE; self.len()], part).collect();
        parts.into_iter().fold(T::default(), join)
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn of(&self, node: usize) -> &[(usize, usize)] {
        &self.ends[self.starts[node]..self.starts[node + 1]]
    }

    /// The triangles whose node of least degree is `node`. `edge_to` is empty before and after.
    fn at(&self, node: usize, edge_to: &mut [usize], take: &mut impl FnMut(Triangle)) {
        let own = self.of(node);
        own.iter().for_each(|&(end, edge)| edge_to[end] = edge);
        for &(middle, first) in own {
            for &(end, second) in self.of(middle) {
                if edge_to[end] != NONE {
                    take([first, second, edge_to[end]]);
                }
            }
        }
        own.iter().for_each(|&(end, _)| edge_to[end] = NONE);
    }
}
