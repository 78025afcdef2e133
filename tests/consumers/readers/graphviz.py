"""Graphviz: `dot` and `sfdp` draw graph.dot without a word, and what they draw is what was written."""

import json
import shutil

from case import Skip, run
from diagram import actor, check_actors, check_lines
from picture import check_drawn

NAME = "Graphviz"
NEEDS = ["lxml", "pillow"]


def check(case):
    path = case.file("graph.dot")
    if not shutil.which("dot"):
        raise Skip(case.tools.missing("graphviz"))
    drawing, _ = draw(path, "dot", "json")
    drawing = json.loads(drawing)
    nodes = actors(drawing)
    edges = [edge for edge in drawing.get("edges", []) if edge["tail"] in nodes and edge["head"] in nodes]
    check_actors(case.expected, nodes.values())
    for edge in edges:
        assert edge.get("tooltip") and edge.get("URL"), "an edge without a tooltip or a link"
    check_lines(case.expected, [edge["URL"] for edge in edges])
    check_svg(path)
    picture = case.out / "graph.dot.png"
    run("dot", "-Tpng", "-Gdpi=40", "-o", picture, path)
    ink = check_drawn(picture) if nodes else "nothing"
    draw(path, "sfdp", "svg")
    return f"{len(nodes)} nodes, {len(edges)} edges, {ink}"


def draw(path, engine, form):
    output, messages = run(engine, f"-T{form}", path)
    assert not messages, f"{engine} says: {messages[:500]}"
    return output, messages


def actors(drawing):
    """Ids of actors by Graphviz's numbers; a legend's nodes link nowhere."""
    nodes = [thing for thing in drawing.get("objects", []) if "nodes" not in thing and "subgraphs" not in thing]
    return {node["_gvid"]: actor(node["URL"]) for node in nodes if actor(node.get("URL"))}


def check_svg(path):
    from lxml import etree

    output, _ = draw(path, "dot", "svg")
    tree = etree.fromstring(output.encode())
    tags = {etree.QName(element).localname for element in tree.iter(etree.Element)}
    assert "script" not in tags, "markup of a label reached the drawing"
