//! How actors stand to each other, pair by pair.

use petgraph::graph::NodeIndex;

use crate::analytics::{SignedNetwork, Weights, ties};
use crate::model::Graph;

/// The tie of two actors: the sums of the plain edges between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::serve) struct Pair {
    /// The actor with the smaller id.
    pub a: NodeIndex,
    /// The other.
    pub b: NodeIndex,
    /// Friendly weight, 0 or more.
    pub friendly: f64,
    /// Hostile weight, 0 or more.
    pub hostile: f64,
    /// How many edges were summed.
    pub edges: usize,
}

/// All ties of a graph.
pub(in crate::serve) struct Pairs {
    /// In the order of the actors.
    all: Vec<Pair>,
    /// By actor, the indices of its ties, those of the greatest net first.
    of_actor: Vec<Vec<u32>>,
    /// Actors that have ties, those with the most weight first.
    strongest: Vec<NodeIndex>,
}

impl Pair {
    /// Friendly less hostile weight.
    pub fn net(&self) -> f64 {
        self.friendly - self.hostile
    }

    fn volume(&self) -> f64 {
        self.friendly + self.hostile
    }

    /// The other of the two actors.
    pub fn other(&self, actor: NodeIndex) -> NodeIndex {
        if self.a == actor { self.b } else { self.a }
    }
}

impl Pairs {
    pub fn of(graph: &Graph) -> Self {
        let at = |id: &str| graph.position(id).unwrap_or_default();
        let pair = |tie: crate::analytics::Tie| Pair {
            a: at(&tie.a),
            b: at(&tie.b),
            friendly: tie.plus,
            hostile: tie.minus,
            edges: tie.edges.len(),
        };
        let all: Vec<Pair> = ties(graph, &Weights::plover(), |_| true).into_iter().map(pair).collect();
        let of_actor = of_actor(&all, graph.network.node_count());
        let strongest = strongest(&all, &of_actor);
        Self { all, of_actor, strongest }
    }

    /// The ties of an actor, those of the greatest net first.
    pub fn at(&self, actor: NodeIndex) -> impl ExactSizeIterator<Item = &Pair> {
        let own = self.of_actor.get(actor.index()).map_or(&[][..], Vec::as_slice);
        own.iter().map(|&at| &self.all[at as usize])
    }

    /// The actors with the most weight in their ties, the first the strongest.
    pub fn strongest(&self) -> &[NodeIndex] {
        &self.strongest
    }

    /// The ties among some actors, in the order of their ids.
    pub fn among(&self, actors: &[NodeIndex]) -> Vec<&Pair> {
        let mut inside = actors.to_vec();
        inside.sort_unstable();
        let is_inside = |actor: NodeIndex| inside.binary_search(&actor).is_ok();
        let own = |&actor: &NodeIndex| self.at(actor).filter(move |pair| pair.a == actor);
        let mut among: Vec<&Pair> = inside.iter().flat_map(own).filter(|pair| is_inside(pair.b)).collect();
        among.sort_by_key(|pair| (pair.a, pair.b));
        among.dedup_by_key(|pair| (pair.a, pair.b));
        among
    }

    /// The ties as a network of friends and foes.
    pub fn network(&self, graph: &Graph) -> SignedNetwork {
        let mut joined = self.strongest.clone();
        joined.sort_unstable();
        let mut place = vec![0; graph.network.node_count()];
        joined.iter().enumerate().for_each(|(nth, at)| place[at.index()] = nth);
        let edge = |pair: &Pair| (place[pair.a.index()], place[pair.b.index()], pair.net());
        let ids = joined.iter().map(|at| graph.network[*at].actor.id.clone()).collect();
        SignedNetwork::new(ids, self.all.iter().map(edge).collect::<Vec<_>>())
    }
}

fn of_actor(all: &[Pair], actors: usize) -> Vec<Vec<u32>> {
    let mut of_actor = vec![Vec::new(); actors];
    for (at, pair) in all.iter().enumerate() {
        of_actor[pair.a.index()].push(at as u32);
        of_actor[pair.b.index()].push(at as u32);
    }
    let size = |at: &u32| all[*at as usize].net().abs();
    of_actor.iter_mut().for_each(|own| own.sort_by(|x, y| size(y).total_cmp(&size(x))));
    of_actor
}

/// Equals stay in the order of their ids.
fn strongest(all: &[Pair], of_actor: &[Vec<u32>]) -> Vec<NodeIndex> {
    let sum = |own: &Vec<u32>| own.iter().map(|&at| all[at as usize].volume()).sum::<f64>();
    let sums: Vec<f64> = of_actor.iter().map(sum).collect();
    let mut joined: Vec<usize> = (0..of_actor.len()).filter(|&at| !of_actor[at].is_empty()).collect();
    joined.sort_by(|&x, &y| sums[y].total_cmp(&sums[x]));
    joined.into_iter().map(NodeIndex::new).collect()
}
