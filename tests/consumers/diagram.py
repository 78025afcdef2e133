"""What diagrams show: pairs of actors, one line or several for each, the strongest where there are too many."""

from urllib.parse import unquote

from expected import same

MOST = 60  # actors; with MANY ties they may leave the weaker ones out
MANY = 100


def actor(link):
    """The actor that a link is about, or None."""
    return unquote(link.split("/actor/", 1)[1]) if link and "/actor/" in link else None


def check_actors(expected, actors):
    strangers = set(actors) - set(expected.nodes)
    assert not strangers, f"not in the graph: {list(strangers)[:2]!r:.200}"
    assert actors or not expected.nodes, "nothing is drawn"
    if is_small(expected):
        same(set(actors), set(expected.nodes), "actors")


def check_lines(expected, links):
    """`links`: what the lines link to: a claim of the graph, or a report. Each pair that is joined has a line."""
    ends = {edge["claim"]: frozenset((edge["source"], edge["target"])) for edge in expected.edges.values()}
    claims = {link.split("/claim/", 1)[1] for link in links if "/claim/" in link}
    assert claims <= set(ends), f"lines of no claim: {list(claims - set(ends))[:2]}"
    reports = {link for link in links if "/claim/" not in link}
    strange = reports - {document.get("url") for document in expected.documents}
    assert not strange, f"lines that link elsewhere: {list(strange)[:2]}"
    assert links or not expected.edges, "no lines"
    if is_small(expected) and not reports:
        same({ends[claim] for claim in claims}, set(ends.values()), "pairs")


def is_small(expected):
    return len(expected.nodes) <= MOST and len(expected.edges) <= MANY
