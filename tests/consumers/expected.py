"""What must come back from every program: read off claims.jsonl and graph.json by plain code."""

import json
import math
from collections import Counter

DIGITS = 1e-4  # exports round to four decimals


class Expected:
    """The network of a graph folder, at the level of actors."""

    def __init__(self, network, claims, documents):
        self.nodes = {node["id"]: node for node in network["nodes"]}
        self.edges = {(edge["source"], edge["relation"], edge["target"]): edge for edge in network["edges"]}
        self.claims = claims
        self.documents = documents

    @classmethod
    def of(cls, folder):
        network = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
        return cls(network, lines(folder / "claims.jsonl"), lines(folder / "documents.jsonl"))


def lines(path):
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def printable(text):
    """What RDF, XML and CSV may hold of a text: JSON alone can hold control characters and non-characters."""
    return "".join(c for c in text or "" if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


def compare_nodes(expected, found, **fields):
    """`found`: a record by actor id. `fields`: its field for a field of graph.json."""
    wanted = {printable(id): node for id, node in expected.nodes.items()}
    same(set(found), set(wanted), "actors")
    for id, node in wanted.items():
        for theirs, ours in fields.items():
            equal(found[id].get(theirs), node[ours], f"{theirs} of {id[:60]!r}")


def compare_edges(expected, found, **fields):
    """`found`: (source, relation, target, record), once for each edge."""
    wanted = {tuple(map(printable, key)): edge for key, edge in expected.edges.items()}
    same(Counter(edge[:3] for edge in found), Counter(wanted.keys()), "edges")
    for *key, record in found:
        edge = wanted[tuple(key)]
        for theirs, ours in fields.items():
            equal(record.get(theirs), edge[ours], f"{theirs} of {' '.join(key)[:60]!r}")


def equal(found, wanted, what):
    if isinstance(wanted, bool):
        agrees = type(found) is bool and found == wanted
    elif isinstance(wanted, (int, float)):
        agrees = isinstance(found, (int, float)) and math.isclose(found, wanted, rel_tol=1e-6, abs_tol=DIGITS)
    else:
        agrees = (found or "") == printable(wanted)
    assert agrees, f"{what} is {found!r:.80}, not {wanted!r:.80}"


def same(found, wanted, what):
    """Of sets or counters."""
    missing, extra = wanted - found, found - wanted
    assert not missing and not extra, (
        f"{what}: {len(missing)} missing {sample(missing)}, {len(extra)} too many {sample(extra)}"
    )


def sample(items):
    return ", ".join(f"{item!r:.90}" for item in list(items)[:2])
