//! Actors move to the bloc where they gain most.

use std::collections::{BTreeSet, VecDeque};

use super::super::adjacency::Adjacency;
use super::super::signed::SignedNetwork;

/// Up to so many blocs an actor may also join one that it has no edge to: a common foe brings together too.
const FEW: usize = 64;

/// Gains below this share of all weight are rounding.
const LEAST: f64 = 1e-12;

/// A network, or what is left of it when blocs are drawn together, as signed modularity sees it.
#[derive(Debug, Clone)]
pub(super) struct Layers {
    /// Neighbours with signed weights, without loops: what is within a node stays there.
    pub(super) ends: Adjacency,
    /// By node, the summed size of its friendly and of its hostile edges in the network.
    pub(super) strengths: Vec<[f64; 2]>,
    /// Resolution over the total strength, friendly and hostile.
    pub(super) scale: [f64; 2],
    /// Gains that count are greater.
    pub(super) least: f64,
}

impl Layers {
    pub(super) fn new(network: &SignedNetwork, resolution: f64) -> Self {
        let mut strengths = vec![[0.0; 2]; network.len()];
        let mut total = [0.0; 2];
        for &(a, b, weight) in &network.edges {
            let layer = usize::from(weight < 0.0);
            strengths[a][layer] += weight.abs();
            strengths[b][layer] += weight.abs();
            total[layer] += 2.0 * weight.abs();
        }
        let ends = Adjacency::undirected(network.len(), &network.edges);
        let scale = total.map(|total| if total > 0.0 { resolution / total } else { 0.0 });
        Self { ends, strengths, scale, least: LEAST * (total[0] + total[1]) }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.strengths.len()
    }

    /// What a node with so much weight to a bloc gains by being in it, when it is not counted in the bloc's strength.
    pub(super) fn gain(&self, node: usize, weight: f64, bloc: [f64; 2]) -> f64 {
        let own = self.strengths[node];
        weight - own[0] * bloc[0] * self.scale[0] + own[1] * bloc[1] * self.scale[1]
    }
}

/// Which node is in which bloc; there are as many places for blocs as nodes.
pub(super) struct Moving<'l> {
    layers: &'l Layers,
    /// By node, its bloc.
    pub(super) of_node: Vec<usize>,
    strengths: Vec<[f64; 2]>,
    sizes: Vec<usize>,
    /// Blocs with nodes.
    used: BTreeSet<usize>,
    /// Blocs without.
    empty: BTreeSet<usize>,
    /// By bloc, the weight of the present node to it; 0 between nodes.
    to: Vec<f64>,
    is_touched: Vec<bool>,
    touched: Vec<usize>,
}

impl<'l> Moving<'l> {
    pub(super) fn new(layers: &'l Layers, of_node: Vec<usize>) -> Self {
        let mut strengths = vec![[0.0; 2]; layers.len()];
        let mut sizes = vec![0; layers.len()];
        for (node, &bloc) in of_node.iter().enumerate() {
            sizes[bloc] += 1;
            (0..2).for_each(|layer| strengths[bloc][layer] += layers.strengths[node][layer]);
        }
        let (used, empty) = (0..sizes.len()).partition(|bloc| sizes[*bloc] > 0);
        let (to, is_touched) = (vec![0.0; layers.len()], vec![false; layers.len()]);
        Self { layers, of_node, strengths, sizes, used, empty, to, is_touched, touched: Vec::new() }
    }

    /// Moves nodes, in the given order and again whenever a neighbour has moved, until none gains; whether any did.
    pub(super) fn settle(&mut self, order: &[usize]) -> bool {
        let mut queue: VecDeque<usize> = order.iter().copied().collect();
        let mut is_queued = vec![true; self.layers.len()];
        let mut moved = false;
        while let Some(node) = queue.pop_front() {
            is_queued[node] = false;
            let (from, to) = (self.of_node[node], self.best(node));
            if from == to {
                continue;
            }
            moved = true;
            self.put(node, to);
            for &(end, _) in self.layers.ends.of(node) {
                if self.of_node[end] != to && !std::mem::replace(&mut is_queued[end], true) {
                    queue.push_back(end);
                }
            }
        }
        moved
    }

    /// The bloc where a node is best off: its own unless another one is clearly better, of equals the one with the smaller number.
    fn best(&mut self, node: usize) -> usize {
        let own = self.of_node[node];
        self.touch(node);
        self.take_out(node);
        let mut best = (own, self.layers.gain(node, self.to[own], self.strengths[own]) + self.layers.least);
        for &bloc in &self.touched {
            let gain = self.layers.gain(node, self.to[bloc], self.strengths[bloc]);
            if gain > best.1 || gain == best.1 && bloc < best.0 && best.0 != own {
                best = (bloc, gain);
            }
        }
        self.put_back(node);
        // Alone it gains nothing and loses nothing.
        if best.1 < -self.layers.least && self.sizes[own] > 1 {
            best = (self.empty.first().copied().unwrap_or(own), 0.0);
        }
        self.forget();
        best.0
    }

    /// Notes the blocs that a node may join with its weight to them.
    fn touch(&mut self, node: usize) {
        if self.used.len() <= FEW {
            self.touched.extend(&self.used);
        }
        self.touched.iter().for_each(|&bloc| self.is_touched[bloc] = true);
        for &(end, weight) in self.layers.ends.of(node) {
            let bloc = self.of_node[end];
            self.to[bloc] += weight;
            if !std::mem::replace(&mut self.is_touched[bloc], true) {
                self.touched.push(bloc);
            }
        }
    }

    fn forget(&mut self) {
        for bloc in self.touched.drain(..) {
            self.to[bloc] = 0.0;
            self.is_touched[bloc] = false;
        }
    }

    fn take_out(&mut self, node: usize) {
        let (bloc, own) = (self.of_node[node], self.layers.strengths[node]);
        (0..2).for_each(|layer| self.strengths[bloc][layer] -= own[layer]);
    }

    fn put_back(&mut self, node: usize) {
        let (bloc, own) = (self.of_node[node], self.layers.strengths[node]);
        (0..2).for_each(|layer| self.strengths[bloc][layer] += own[layer]);
    }

    fn put(&mut self, node: usize, bloc: usize) {
        self.take_out(node);
        let from = std::mem::replace(&mut self.of_node[node], bloc);
        self.put_back(node);
        self.sizes[from] -= 1;
        self.sizes[bloc] += 1;
        if self.sizes[bloc] == 1 {
            self.empty.remove(&bloc);
            self.used.insert(bloc);
        }
        if self.sizes[from] == 0 {
            self.used.remove(&from);
            self.empty.insert(from);
        }
    }
}
