"""graph.json itself, with nothing but Python: every edge is what claims.jsonl gives, and nothing is lost."""

import json

from expected import same

NAME = "graph.json against claims.jsonl"


def check(case):
    expected = case.expected
    exported = json.loads(case.file("graph.json").read_text(encoding="utf-8"))
    written = json.loads((case.folder / "graph.json").read_text(encoding="utf-8"))
    assert exported == written, "`export --format json` differs from the folder's graph.json"
    evidence = {claim["evidence"]: claim for claim in expected.claims}
    assert len(evidence) == len(expected.claims), "two claims have the same evidence id"
    for edge in expected.edges.values():
        check_edge(edge, [evidence[id] for id in edge["evidence"]], expected.nodes)
    check_plain(expected)
    check_labels(expected)
    return f"{len(expected.nodes)} nodes, {len(expected.edges)} edges, {len(evidence)} pieces of evidence"


def check_edge(edge, claims, nodes):
    assert claims, f"{edge['claim']}: no evidence"
    for claim in claims:
        assert claim["relation"] == edge["relation"], f"{edge['claim']}: evidence of another relation"
        told = {claim[end]["id"] for end in ("subject", "object")} & set(nodes)  # others are part of a group
        assert told <= {edge["source"], edge["target"]}, f"{edge['claim']}: evidence of others"
    days = sorted(claim["published"][:10] for claim in claims if claim["published"] and claim["status"] == "asserted")
    if days:
        assert edge["first_reported"] and edge["last_reported"], f"{edge['claim']}: no date"
        assert edge["first_reported"][:4] <= days[0][:4], f"{edge['claim']}: first reported after its first report"
    assert edge["weight"] > 0, f"{edge['claim']}: a weight of 0 deletes the edge in Gephi"
    assert edge["sign"] in (-1, 0, 1) and 0 <= edge["confidence"] <= 1, f"{edge['claim']}: sign or confidence"


def check_plain(expected):
    """What is asserted by the author, surely enough, is an edge, unless it is opinion."""
    for claim in expected.claims:
        if claim["status"] == "asserted" and not claim["attributed_to"] and claim["confidence"] >= 0.5:
            if claim["genre"] in ("news", "official"):
                key = (claim["subject"]["id"], claim["relation"], claim["object"]["id"])
                if not {key[0], key[2]} <= set(expected.nodes):
                    continue  # a person that a group stands for
                assert key in expected.edges or key[::-1] in expected.edges, f"{claim['claim']}: no edge"


def check_labels(expected):
    ends = {end for source, _, target in expected.edges for end in (source, target)}
    same(set(expected.nodes), ends, "actors on edges")
    for id, node in expected.nodes.items():
        assert node["label"], f"{id}: no label"
