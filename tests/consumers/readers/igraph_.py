"""igraph: GraphML."""

from expected import compare_edges, compare_nodes

NAME = "igraph"
NEEDS = ["igraph"]
TEXTS = ["status", "claim", "first_reported", "last_reported"]
NUMBERS = ["weight", "confidence", "origins", "sign"]
FLAGS = ["plain", "symmetric", "contested"]


def check(case):
    import igraph

    graph = igraph.Graph.Read_GraphML(str(case.file("graph.graphml")))
    assert graph.is_directed(), "not directed"
    nodes = {node["actor"]: node.attributes() for node in graph.vs}
    compare_nodes(case.expected, nodes, label="label", actor_kind="kind", actor="id")
    edges = []
    for edge in graph.es:
        record = edge.attributes()
        source, target = graph.vs[edge.source]["actor"], graph.vs[edge.target]["actor"]
        edges.append((source, record["relation"], target, record))
    compare_edges(case.expected, edges, **{name: name for name in TEXTS + NUMBERS + FLAGS})
    return f"{len(nodes)} nodes, {len(edges)} edges"
