"""Writes references.json and planted.csv: what NetworkX, leidenalg and HiGHS say of the networks of these tests.

Made with networkx 3.6.1, leidenalg 0.12.0, igraph 1.0.0 and scipy 1.17.1. Run it in this folder.
"""

import itertools
import json
import random

import igraph
import leidenalg
import networkx as nx
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

DIGITS = 12
LINKS = [(0, 1, 2.0), (0, 2, 1.0), (1, 2, 0.5), (2, 0, 4.0), (3, 2, 1.0), (3, 4, 3.0), (1, 4, 1.5), (2, 3, 0.25)]


def listed(scores):
    return [round(scores[node], DIGITS) for node in sorted(scores)]


def with_lengths(graph):
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / data.get("weight", 1)
    return graph


def centralities(graph):
    pagerank = {"tol": 1e-14, "max_iter": 1000}
    graph = with_lengths(graph)
    return {
        "pagerank": listed(nx.pagerank(graph, weight=None, **pagerank)),
        "weighted_pagerank": listed(nx.pagerank(graph, weight="weight", **pagerank)),
        "half_damped_pagerank": listed(nx.pagerank(graph, alpha=0.5, weight="weight", **pagerank)),
        "betweenness": listed(nx.betweenness_centrality(graph)),
        "weighted_betweenness": listed(nx.betweenness_centrality(graph, weight="length")),
        "edges": [[a, b, float(data.get("weight", 1))] for a, b, data in graph.edges(data=True)],
    }


def layers(edges, nodes, sign):
    chosen = [(a, b, abs(weight)) for a, b, weight in edges if weight * sign > 0]
    return igraph.Graph(nodes, [edge[:2] for edge in chosen]), [edge[2] for edge in chosen]


def modularity(nodes, edges, parts, resolution):
    """Gómez, Jensen & Arenas (2009), as it stands there."""
    total = within = 0
    for sign in (1, -1):
        strength = [0.0] * nodes
        for a, b, weight in edges:
            if weight * sign > 0:
                strength[a] += abs(weight)
                strength[b] += abs(weight)
                within += 2 * weight if parts[a] == parts[b] else 0
        total += sum(strength)
        pairs = itertools.product(range(nodes), repeat=2)
        chance = sum(strength[i] * strength[j] for i, j in pairs if parts[i] == parts[j]) / sum(strength)
        within -= sign * resolution * chance
    return within / total


def best_partition(nodes, edges, resolution):
    found = []
    for seed in range(50):
        partitions = []
        for sign in (1, -1):
            graph, weights = layers(edges, nodes, sign)
            kind = leidenalg.RBConfigurationVertexPartition
            partitions.append(kind(graph, weights=weights, resolution_parameter=resolution))
        optimiser = leidenalg.Optimiser()
        optimiser.set_rng_seed(seed)
        optimiser.consider_comms = leidenalg.ALL_COMMS
        while optimiser.optimise_partition_multiplex(partitions, layer_weights=[1, -1]) > 1e-12:
            pass
        parts = list(partitions[0].membership)
        found.append((modularity(nodes, edges, parts, resolution), parts))
    return max(found, key=lambda rated: round(rated[0], DIGITS))


def frustration_index(nodes, edges):
    """The AND model of Aref, Mason & Wilson (2020): a variable an actor and one an edge, two rows an edge."""
    rows, least = lil_matrix((2 * len(edges), nodes + len(edges))), []
    for at, (a, b, weight) in enumerate(edges):
        for row, side in ((2 * at, 1), (2 * at + 1, -1)):
            rows[row, nodes + at] = 1
            rows[row, a] = -side
            rows[row, b] = side if weight > 0 else -side
            least.append(0 if weight > 0 else -side)
    size = [0] * nodes + [abs(weight) for _, _, weight in edges]
    whole = [1] * nodes + [0] * len(edges)
    rule = LinearConstraint(rows.tocsr(), least, np.inf)
    solved = milp(np.array(size), constraints=rule, bounds=Bounds(0, 1), integrality=np.array(whole))
    assert solved.status == 0, solved.message
    return round(solved.fun, 6)


def planted():
    """Four camps of fifteen whose signs are right in 85 of 100 cases."""
    rng = random.Random(7)
    edges = []
    for a, b in itertools.combinations(range(60), 2):
        if rng.random() < 0.12:
            size = round(rng.uniform(0.2, 5), 1)
            edges.append((a, b, size if (rng.random() < 0.85) == (a % 4 == b % 4) else -size))
    return edges


def read(path):
    rows = [line.strip().split(",") for line in open(path) if not line.startswith("#")]
    places = {name: at for at, name in enumerate(sorted({name for row in rows for name in row[:2]}))}
    return len(places), [(places[a], places[b], float(weight)) for a, b, weight in rows]


def main():
    with open("planted.csv", "w") as file:
        file.writelines(f"{a:02d},{b:02d},{weight}\n" for a, b, weight in planted())
    digraph = nx.DiGraph()
    digraph.add_nodes_from(range(6))
    digraph.add_weighted_edges_from(LINKS)
    found = {"karate": centralities(nx.karate_club_graph()), "digraph": centralities(digraph), "blocs": []}
    for name in ("highland_tribes", "planted"):
        nodes, edges = read(f"{name}.csv")
        for resolution in (0.5, 1.0, 2.0):
            quality, parts = best_partition(nodes, edges, resolution)
            row = {"network": name, "resolution": resolution, "modularity": quality, "parts": parts}
            found["blocs"].append(row)
    counted = [(a, b, 1 if weight > 0 else -1) for a, b, weight in planted()]
    found["frustration"] = [frustration_index(60, planted()), frustration_index(60, counted)]
    with open("references.json", "w") as file:
        json.dump(found, file)
        file.write("\n")


main()
