"""How long NetworkX and aliansi take for the same analyses of the same network, in one run on one machine.

    pip install networkx scipy
    python benches/against_networkx.py [ACTORS EDGES [PROFILE]]

Prints seconds of both and their ratio. Communities: NetworkX has no signed modularity, so its greedy and Louvain communities of the
friendly edges alone stand beside the signed blocs.
"""

import json
import random
import subprocess
import sys
import tempfile
import time

import networkx as nx


def generated(actors, edges, seed=1):
    """Degrees by a power law; ten camps whose signs are right in four of five cases."""
    rng = random.Random(seed)
    graph = nx.Graph()
    graph.add_nodes_from(range(actors))
    for _ in range(edges):
        a, b = (int(actors * rng.random() ** 3) for _ in range(2))
        if a != b:
            size = rng.uniform(0.5, 10)
            sign = 1 if (a % 10 == b % 10) == (rng.random() < 0.8) else -1
            graph.add_edge(a, b, signed=sign * size, weight=size, length=1 / size)
    return graph


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ours(graph, profile):
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.writelines(f"{a:06d},{b:06d},{weight}\n" for a, b, weight in graph.edges(data="signed"))
        file.flush()
        command = ["cargo", "bench", "--quiet", "--profile", profile, "--bench", "analytics", "--", "--file", file.name]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def merge(claims, profile):
    """One edge for each subject, relation and object, with the indices of its claims: what `fuse` does, but for sorting."""
    with tempfile.NamedTemporaryFile("r", suffix=".jsonl") as file:
        command = ["cargo", "bench", "--quiet", "--profile", profile, "--bench", "scale", "--", "--merge", str(claims), file.name]
        own = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["merge"]
        records = [json.loads(line) for line in file]
    graph = nx.MultiDiGraph()

    def merged():
        for at, claim in enumerate(records):
            subject, relation, object_ = claim["subject"]["id"], claim["relation"], claim["object"]["id"]
            if graph.has_edge(subject, object_, relation):
                graph[subject][object_][relation]["evidence"].append(at)
            else:
                graph.add_edge(subject, object_, relation, evidence=[at])

    return seconds(merged), own


def theirs(graph):
    friends = nx.Graph()
    friends.add_nodes_from(graph)
    friends.add_weighted_edges_from((a, b, w) for a, b, w in graph.edges(data="signed") if w > 0)
    community = nx.community
    work = {
        "pagerank": lambda: nx.pagerank(graph),
        "betweenness, 64 pivots": lambda: nx.betweenness_centrality(graph, k=64, seed=1),
        "weighted betweenness, 64 pivots": lambda: nx.betweenness_centrality(graph, k=64, weight="length", seed=1),
        "census": lambda: nx.triangles(graph),
        "blocs, 4 starts": lambda: [community.louvain_communities(friends, seed=seed) for seed in range(4)],
    }
    if len(graph) <= 5_000:
        work["betweenness"] = lambda: nx.betweenness_centrality(graph)
        work["blocs, 4 starts (greedy)"] = lambda: community.greedy_modularity_communities(friends, weight="weight")
    return {name: seconds(call) for name, call in work.items()}


def main():
    actors, edges = (int(text) for text in sys.argv[1:3]) if len(sys.argv) > 2 else (2_000, 20_000)
    profile = sys.argv[3] if len(sys.argv) > 3 else "bench"
    graph = generated(actors, edges)
    print(f"{graph.number_of_nodes()} actors, {graph.number_of_edges()} edges")
    print(f"{'':32}{'NetworkX s':>12}{'aliansi s':>12}{'ratio':>8}")
    fast = ours(graph, profile)
    for name, slow in theirs(graph).items():
        own = fast[name.removesuffix(" (greedy)")]
        print(f"{name:32}{slow:12.4f}{own:12.4f}{slow / own:8.0f}")
    slow, own = merge(100_000, profile)
    print(f"{'merge of 100,000 claims':32}{slow:12.4f}{own:12.4f}{slow / own:8.1f}")


if __name__ == "__main__":
    main()
