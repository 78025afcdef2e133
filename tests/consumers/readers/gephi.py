"""Gephi: GraphML and GEXF as they stand in its workspace, its own layout, and the pictures that it draws."""

import json
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path

from expected import compare_edges, compare_nodes, equal
from picture import check_drawn

NAME = "Gephi"
NEEDS = ["pillow", "pypdfium2"]
PROGRAM = Path(__file__).resolve().parents[1] / "gephi" / "Gephi.java"
COLUMNS = {"sign": "sign", "confidence": "confidence", "origins": "origins", "plain": "plain"}
COLUMNS |= {"symmetric": "symmetric", "contested": "contested", "status": "status", "claim": "claim"}
COLUMNS |= {"first_reported": "first_reported", "last_reported": "last_reported"}


def check(case):
    files = case.files("graph.graphml", "graph.gexf")
    output, _ = case.tools.java("gephi", PROGRAM, case.out, *files)
    records = [json.loads(line) for line in output.splitlines()]
    return ", ".join(workspace(case, path, [r for r in records if r["file"] == path.name]) for path in files)


def workspace(case, path, records):
    issues = [record["issue"] for record in records if "issue" in record]
    assert not issues, f"{path.name}: {len(issues)} messages: {issues[0]:.300}"
    nodes = {record["node"]: record for record in records if "node" in record}
    edges = [record for record in records if "edge" in record]
    head = next(record for record in records if "directed" in record)
    assert head["directed"] or not edges, f"{path.name}: not directed"
    dated = any(edge["first_reported"] for edge in case.expected.edges.values())
    if path.name.endswith(".gexf") and dated:
        assert head["timeformat"] == "DATE", f"{path.name}: time is read as {head['timeformat']}"
    check_nodes(case.expected, nodes, path.name)
    check_edges(case.expected, nodes, edges, path.name)
    if nodes:
        check_looks(nodes, edges, path.name)
        if path.name.endswith(".gexf"):
            check_presence(nodes, edges)
        for picture in ("opened", "layout"):
            check_drawn(case.out / f"{path.name}.{picture}.pdf")
    kinds = len({edge["kind"] for edge in edges})
    return f"{path.name} {len(nodes)} nodes, {len(edges)} edges, {kinds} kinds"


def actor(record):
    """The id of the actor of a node. Gephi takes the word `null` for no value."""
    return record["columns"].get("actor", "null")


def check_nodes(expected, nodes, name):
    by_actor = {actor(record): record | record["columns"] for record in nodes.values()}
    assert len(by_actor) == len(nodes), f"{name}: actors"
    compare_nodes(expected, by_actor, label="label", actor_kind="kind")


def check_edges(expected, nodes, edges, name):
    found = []
    for edge in edges:
        assert edge["directed"], f"{name}: an edge is not directed"
        assert edge["kind"] == edge["label"], f"{name}: kind {edge['kind']}, label {edge['label']}"
        ends = actor(nodes[edge["source"]]), actor(nodes[edge["target"]])
        found.append((ends[0], edge["columns"]["relation"], ends[1], edge["columns"] | edge))
    compare_edges(expected, found, **COLUMNS)
    for source, relation, target, edge in found:
        wanted = [e for key, e in expected.edges.items() if e["claim"] == edge["claim"]][0]
        equal(round(edge["weight"], 4), wanted["weight"], f"{name}: weight of {source} {relation} {target}")
        if name.endswith(".gexf"):
            check_spells(edge, wanted)


def check_spells(edge, wanted):
    """A dated edge is there when it was reported, an undated one always."""
    if not wanted["first_reported"]:
        return
    spells = spells_of(edge)
    first = day(min(low for low, _ in spells))
    last = day(max(high for _, high in spells))
    given, until = wanted["first_reported"], wanted["last_reported"]
    assert first[: len(given)] == given, f"spells start on {first}, first reported {given}"
    assert last[: len(until)] >= until, f"spells end on {last}, last reported {until}"


def check_presence(nodes, edges):
    """An actor is there from the first to the last of its edges, and always if one of them is."""
    for id, node in nodes.items():
        own = [edge for edge in edges if id in (edge["source"], edge["target"])]
        if all(edge.get("spells") for edge in own):
            spells = [spell for edge in own for spell in spells_of(edge)]
            wanted = min(low for low, _ in spells), max(high for _, high in spells)
            found = spells_of(node)[0][0], spells_of(node)[-1][1]
            assert found == wanted, f"{actor(node)} is there from {day(found[0])} to {day(found[1])}"
        else:
            assert not node.get("spells"), f"{actor(node)} is there for a time, an edge of it always"


def spells_of(element):
    return [tuple(map(float, spell.split(".."))) for spell in element["spells"].split(";")]


def day(milliseconds):
    return datetime.fromtimestamp(milliseconds / 1000, timezone.utc).strftime("%Y-%m-%d")


def check_looks(nodes, edges, name):
    """The first view is a picture: places apart, colours of blocs, sizes by rank, colours of edges by sign."""
    if len(nodes) < 3:
        return
    places = Counter((round(node["x"], 3), round(node["y"], 3)) for node in nodes.values())
    assert max(places.values()) == 1, f"{name}: actors on one another"
    assert len({node["size"] for node in nodes.values()}) > 1, f"{name}: all of one size"
    signs = {(edge["columns"]["sign"], edge["colour"]) for edge in edges}
    assert len(signs) == len({sign for sign, _ in signs}), f"{name}: colours of signs {sorted(signs)}"
    assert len({colour for _, colour in signs}) == len(signs), f"{name}: signs look the same"
