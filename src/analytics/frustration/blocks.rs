//! Biconnected components: no cycle runs through two of them, so each is frustrated for itself.

use super::Edge;

/// The edges of each biconnected component. Nodes are below `nodes`. Hopcroft & Tarjan (1973), “Algorithm 447”; O(n + m), without
/// recursion.
pub(super) fn blocks(nodes: usize, edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut walk = Walk::new(nodes, edges);
    (0..nodes).for_each(|node| walk.from(node));
    walk.found
}

struct Walk<'e> {
    edges: &'e [Edge],
    /// By node, its edges, as indices.
    of: Vec<Vec<usize>>,
    /// By node, when it was met, from 1; 0 if it was not.
    met: Vec<usize>,
    /// By node, the earliest met that it reaches below its way.
    low: Vec<usize>,
    time: usize,
    /// Edges of components that are not complete yet.
    open: Vec<usize>,
    found: Vec<Vec<Edge>>,
}

/// A node on the way: itself, the edge that led to it, how many of its edges are done.
struct Step {
    node: usize,
    by: usize,
    done: usize,
}

impl<'e> Walk<'e> {
    fn new(nodes: usize, edges: &'e [Edge]) -> Self {
        let mut of = vec![Vec::new(); nodes];
        for (at, &(a, b, _)) in edges.iter().enumerate() {
            of[a].push(at);
            of[b].push(at);
        }
        let (met, low) = (vec![0; nodes], vec![0; nodes]);
        Self { edges, of, met, low, time: 0, open: Vec::new(), found: Vec::new() }
    }

    fn from(&mut self, root: usize) {
        if self.met[root] > 0 {
            return;
        }
        let mut way = vec![self.enter(root, usize::MAX)];
        while let Some(step) = way.last_mut() {
            let (node, by) = (step.node, step.by);
            let Some(&edge) = self.of[node].get(step.done) else {
                way.pop();
                self.leave(way.last().map(|step| step.node), node);
                continue;
            };
            step.done += 1;
            if edge != by {
                way.extend(self.follow(node, edge));
            }
        }
    }

    fn enter(&mut self, node: usize, by: usize) -> Step {
        self.time += 1;
        self.met[node] = self.time;
        self.low[node] = self.time;
        Step { node, by, done: 0 }
    }

    /// Goes along an edge, unless it leads back.
    fn follow(&mut self, node: usize, edge: usize) -> Option<Step> {
        let (a, b, _) = self.edges[edge];
        let next = if a == node { b } else { a };
        if self.met[next] == 0 {
            self.open.push(edge);
            return Some(self.enter(next, edge));
        }
        if self.met[next] < self.met[node] {
            self.open.push(edge);
            self.low[node] = self.low[node].min(self.met[next]);
        }
        None
    }

    /// Goes back to the node above, which closes a component if nothing below reaches past it.
    fn leave(&mut self, above: Option<usize>, node: usize) {
        let Some(above) = above else { return };
        self.low[above] = self.low[above].min(self.low[node]);
        if self.low[node] >= self.met[above] {
            let ends = |edge: &usize| (self.edges[*edge].0, self.edges[*edge].1);
            let first =
                self.open.iter().rposition(|edge| ends(edge) == (above, node) || ends(edge) == (node, above));
            let component = self.open.split_off(first.unwrap_or(0));
            self.found.push(component.into_iter().map(|edge| self.edges[edge]).collect());
        }
    }
}
