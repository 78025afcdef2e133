//! Blocs of a network that falls into parts.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use super::{BlocOptions, Blocs, SignedNetwork, blocs, signed_modularity};

/// The [`blocs`](blocs()) of each connected part of a network: those whom no path of ties joins hold neither together nor apart, and
/// are in no common bloc. As costly as the parts together.
pub fn blocs_of_parts(network: &SignedNetwork, options: BlocOptions) -> Blocs {
    let components = components(network);
    let mut all = Blocs { of_actor: vec![0; network.len()], ..Blocs::default() };
    for (actors, part) in components.iter().zip(parts(network, &components)) {
        let found = blocs(&part, options);
        for (&actor, bloc) in actors.iter().zip(found.of_actor) {
            all.of_actor[actor] = all.blocs.len() + bloc;
        }
        all.blocs.extend(found.blocs);
        all.frustration += found.frustration;
    }
    all.modularity = signed_modularity(network, &all.of_actor, options.resolution);
    all.blocs.sort_by(|a, b| b.actors.len().cmp(&a.actors.len()).then_with(|| a.actors.cmp(&b.actors)));
    all
}

/// The actors of each connected part, in the order of the network.
fn components(network: &SignedNetwork) -> Vec<Vec<usize>> {
    let mut joined = UnionFind::new(network.len());
    for &(a, b, _) in &network.edges {
        joined.union(a, b);
    }
    let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (actor, root) in joined.into_labeling().into_iter().enumerate() {
        components.entry(root).or_default().push(actor);
    }
    components.into_values().collect()
}

/// Each connected part as a network of its own.
fn parts(network: &SignedNetwork, components: &[Vec<usize>]) -> Vec<SignedNetwork> {
    let mut place = vec![(0, 0); network.len()];
    for (part, actors) in components.iter().enumerate() {
        actors.iter().enumerate().for_each(|(at, &actor)| place[actor] = (part, at));
    }
    let mut edges = vec![Vec::new(); components.len()];
    for &(a, b, weight) in &network.edges {
        edges[place[a].0].push((place[a].1, place[b].1, weight));
    }
    let names = |actors: &Vec<usize>| actors.iter().map(|&actor| network.actors[actor].clone()).collect();
    components.iter().zip(edges).map(|(actors, edges)| SignedNetwork::new(names(actors), edges)).collect()
}
