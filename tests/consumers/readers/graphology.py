"""graphology (what Gephi Lite uses): GraphML and GEXF."""

import json
from pathlib import Path

from expected import compare_edges, compare_nodes

NAME = "graphology"
SCRIPT = Path(__file__).resolve().parents[1] / "node" / "graphology.mjs"
FIELDS = ["confidence", "origins", "sign", "plain", "symmetric", "contested", "status", "claim", "weight"]
FIELDS += ["first_reported", "last_reported"]


def check(case):
    return ", ".join(read(case, path) for path in case.files("graph.graphml", "graph.gexf"))


def read(case, path):
    output, _ = case.tools.node(SCRIPT, path)
    graph = json.loads(output)
    assert graph["options"]["type"] == "directed" or not graph["edges"], f"{path.name}: {graph['options']}"
    nodes = {node["key"]: node["attributes"] for node in graph["nodes"]}
    actors = {key: record.get("actor", key) for key, record in nodes.items()}
    by_actor = {actors[key]: record for key, record in nodes.items()}
    compare_nodes(case.expected, by_actor, label="label", actor_kind="kind")
    edges = [
        (actors[edge["source"]], edge["attributes"]["relation"], actors[edge["target"]], edge["attributes"])
        for edge in graph["edges"]
    ]
    compare_edges(case.expected, edges, **{field: field for field in FIELDS})
    for record in nodes.values():
        assert isinstance(record.get("x"), (float, int)), f"{path.name}: no places"
    return f"{path.name} {len(nodes)} nodes, {len(edges)} edges"
