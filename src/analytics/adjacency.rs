//! Who neighbours whom, in one piece of memory.

/// A graph by its nodes' neighbours, each with the weight of the edge: compressed sparse rows.
#[derive(Debug, Clone)]
pub(super) struct Adjacency {
    starts: Vec<usize>,
    ends: Vec<(usize, f64)>,
}

impl Adjacency {
    /// Neighbours in both directions of edges. O(n + m); neighbours are in the order of the edges.
    pub(super) fn undirected(nodes: usize, edges: &[(usize, usize, f64)]) -> Self {
        let both = || edges.iter().flat_map(|&(a, b, weight)| [(a, b, weight), (b, a, weight)]);
        Self::of_links(nodes, both)
    }

    /// Where links lead. O(n + m).
    pub(super) fn directed(nodes: usize, links: &[(usize, usize, f64)]) -> Self {
        Self::of_links(nodes, || links.iter().copied())
    }

    /// Whence links come. O(n + m).
    pub(super) fn reversed(nodes: usize, links: &[(usize, usize, f64)]) -> Self {
        Self::of_links(nodes, || links.iter().map(|&(from, to, weight)| (to, from, weight)))
    }

    fn of_links<I: Iterator<Item = (usize, usize, f64)>>(nodes: usize, links: impl Fn() -> I) -> Self {
        let mut starts = vec![0; nodes + 1];
        for (from, ..) in links() {
            starts[from + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut ends = vec![(0, 0.0); starts[nodes]];
        for (from, to, weight) in links() {
            ends[next[from]] = (to, weight);
            next[from] += 1;
        }
        Self { starts, ends }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The neighbours of a node, each with the weight of the edge.
    pub(super) fn of(&self, node: usize) -> &[(usize, f64)] {
        &self.ends[self.starts[node]..self.starts[node + 1]]
    }

    /// How many neighbours a node has.
    pub(super) fn degree(&self, node: usize) -> usize {
        self.starts[node + 1] - self.starts[node]
    }
}
