"""Mermaid: parsed by Mermaid itself; its nodes and lines are the graph's."""

import html
import json
from pathlib import Path

from expected import printable

NAME = "Mermaid"
CUT = 12  # characters of a label that are compared
SCRIPT = Path(__file__).resolve().parents[1] / "node" / "mermaid.mjs"


def check(case):
    output, _ = case.tools.node(SCRIPT, case.file("graph.mmd"))
    diagram = json.loads(output)
    ids = {node["id"] for node in diagram["nodes"]}
    for edge in diagram["edges"]:
        assert {edge["start"], edge["end"]} <= ids, f"a line to nowhere: {edge}"
    assert len(ids) == len(diagram["nodes"]), "two nodes have one id"
    assert diagram["edges"] or not case.expected.edges, "no lines"
    check_labels(case.expected, [label(node["label"]) for node in diagram["nodes"]])
    return f"{len(ids)} nodes, {len(diagram['edges'])} lines, {diagram['groups']} groups"


def check_labels(expected, labels):
    """Labels may be cut, and have their blanks made one."""
    beginnings = {squeezed(printable(node["label"]))[:CUT].strip() for node in expected.nodes.values()}
    strange = [text for text in labels if squeezed(text).rstrip("…")[:CUT].strip() not in beginnings]
    assert not strange, f"labels of no actor: {strange[:2]!r:.200}"


def label(text):
    """Mermaid keeps `#…;` in signs of its own until it draws."""
    return html.unescape(text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";"))


def squeezed(text):
    return " ".join(text.split())
