"""Mermaid: parsed by Mermaid itself; its nodes and lines are the graph's."""

import json
from pathlib import Path

NAME = "Mermaid"
SCRIPT = Path(__file__).resolve().parents[1] / "node" / "mermaid.mjs"


def check(case):
    output, _ = case.tools.node(SCRIPT, case.file("graph.mmd"))
    diagram = json.loads(output)
    ids = {node["id"] for node in diagram["nodes"]}
    for edge in diagram["edges"]:
        assert {edge["start"], edge["end"]} <= ids, f"a line to nowhere: {edge}"
    assert len(ids) == len(diagram["nodes"]), "two nodes have one id"
    if case.expected.edges:
        assert diagram["edges"], "no lines"
    return f"{len(ids)} nodes, {len(diagram['edges'])} lines, {diagram['groups']} groups"
