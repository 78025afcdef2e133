#!/usr/bin/env python3
"""Reads a graph folder with the programs that people open it with, and compares what each has read.

    python3 tests/consumers/check.py GRAPH_FOLDER

Needs rdflib and networkx (pip) and Graphviz's `dot`; what is not installed is skipped with a message.
Exit status: 0 all that could be checked agrees, 1 something does not, 2 wrong usage.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

PLAIN = """SELECT ?claim WHERE {
  ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; al:plain ?plain . FILTER(?plain)
}"""
UNSOURCED = "SELECT ?claim { ?claim a al:Claim FILTER NOT EXISTS { ?e al:evidenceFor ?claim ; oa:exact ?text } }"
WITHOUT_EDGE = """SELECT ?claim WHERE {
  ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; al:plain ?plain . FILTER(?plain)
  FILTER NOT EXISTS { ?s ?p ?o }
}"""


def check_turtle(folder, network):
    import rdflib

    graph = rdflib.Graph().parse(folder / "graph.ttl")
    quads = rdflib.Dataset(default_union=True)
    quads.parse(folder / "graph.nq", format="nquads")
    assert set(graph) == set(quads.triples((None, None, None))), "graph.ttl and graph.nq differ"
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple), "blank nodes"
    plain = sum(edge["plain"] for edge in network["edges"])
    assert len(graph.query(PLAIN)) == plain, "plain claims and the edges of graph.json differ in number"
    assert len(graph.query(UNSOURCED)) == 0, "a claim has no sentence"
    assert len(graph.query(WITHOUT_EDGE)) == 0, "a plain claim has no triple of its own"
    return f"{len(graph)} triples, {plain} plain edges"


def check_graphml(folder, network):
    import networkx

    graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    assert graph.is_directed(), "not directed"
    assert graph.number_of_nodes() == len(network["nodes"]), "nodes"
    assert graph.number_of_edges() == len(network["edges"]), "edges"
    types = {"weight": float, "confidence": float, "sign": int, "origins": int, "plain": bool, "label": str}
    for _, _, edge in graph.edges(data=True):
        for name, kind in types.items():
            assert type(edge[name]) is kind, f"{name} is a {type(edge[name]).__name__}"
        assert edge["weight"] > 0, "a weight of 0 deletes the edge"
    labels = sorted(printable(data["label"]) for _, data in graph.nodes(data=True))
    assert labels == sorted(printable(node["label"]) for node in network["nodes"]), "labels"
    return f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"


def printable(text):
    """XML can hold no control characters, JSON can."""
    return "".join(c for c in text if c >= " " and c not in "\ufffe\uffff")


def check_json(folder, network):
    import networkx

    graph = networkx.node_link_graph(network, edges="edges")
    assert graph.is_directed() and graph.is_multigraph(), "not a directed multigraph"
    assert graph.number_of_edges() == len(network["edges"]), "parallel edges were merged"
    return f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"


def check_dot(folder, _network):
    command = ["dot", "-Tsvg", str(folder / "graph.dot")]
    drawn = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert drawn.returncode == 0 and not drawn.stderr, drawn.stderr
    assert "<script" not in drawn.stdout, "markup of a label reached the drawing"
    edges = drawn.stdout.count('class="edge"')
    return f"{edges} edges drawn"


CHECKS = [
    ("graph.ttl, graph.nq", "rdflib", check_turtle),
    ("graph.graphml", "networkx", check_graphml),
    ("graph.json", "networkx", check_json),
    ("graph.dot", "dot", check_dot),
]


def is_installed(tool):
    return bool(shutil.which(tool)) if tool == "dot" else bool(importlib.util.find_spec(tool))


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    folder, failed = Path(arguments[0]), False
    network = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    for files, tool, check in CHECKS:
        if not is_installed(tool):
            print(f"skipped {files}: {tool} is not installed")
            continue
        try:
            print(f"ok      {files} ({tool}): {check(folder, network)}")
        except Exception as error:  # whatever a reader raises is what this looks for
            failed = True
            print(f"FAILED  {files} ({tool}): {type(error).__name__}: {error}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
