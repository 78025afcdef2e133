"""NetworkX: GraphML, GEXF and node-link JSON."""

import json

from case import Unwritten
from expected import compare_edges, compare_nodes

NAME = "NetworkX"
NEEDS = ["networkx"]
FIELDS = ["weight", "confidence", "origins", "sign", "plain", "symmetric", "contested", "status", "claim"]
FIELDS += ["first_reported", "last_reported"]


def check(case):
    import networkx

    seen = [graphml(networkx, case), gexf(networkx, case), node_link(networkx, case)]
    return ", ".join(seen)


def graphml(networkx, case):
    graph = networkx.read_graphml(case.file("graph.graphml"), force_multigraph=True)
    network(graph, case.expected)
    types = {"weight": float, "confidence": float, "sign": int, "origins": int, "plain": bool, "label": str}
    for _, _, edge in graph.edges(data=True):
        for name, kind in types.items():
            assert type(edge[name]) is kind, f"GraphML: {name} is a {type(edge[name]).__name__}"
    return f"GraphML {graph.number_of_edges()} edges"


def gexf(networkx, case):
    try:
        path = case.file("graph.gexf")
    except Unwritten:
        return "no GEXF"
    graph = networkx.MultiDiGraph(networkx.read_gexf(path, version="1.3"))
    network(graph, case.expected)
    return f"GEXF {graph.number_of_edges()} edges"


def node_link(networkx, case):
    network_ = json.loads(case.file("graph.json").read_text(encoding="utf-8"))
    graph = networkx.node_link_graph(network_, edges="edges")
    assert graph.is_directed() and graph.is_multigraph(), "JSON: not a directed multigraph"
    assert graph.number_of_edges() == len(case.expected.edges), "JSON: parallel edges were merged"
    return f"JSON {graph.number_of_edges()} edges"


def network(graph, expected):
    assert graph.is_directed(), "not directed"
    nodes = {data["actor"]: data for _, data in graph.nodes(data=True)}
    compare_nodes(expected, nodes, label="label", actor_kind="kind")
    actor = dict(graph.nodes(data="actor"))
    edges = [(actor[s], data["relation"], actor[t], data) for s, t, data in graph.edges(data=True)]
    compare_edges(expected, edges, **{name: name for name in FIELDS})
