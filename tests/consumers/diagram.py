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


def check_pairs(expected, pairs):
    """`pairs`: (source, target), perhaps several times, either way for symmetric ties."""
    wanted = {frozenset((source, target)) for source, _, target in expected.edges}
    found = {frozenset(pair) for pair in pairs}
    assert found <= wanted, f"lines between strangers: {list(found - wanted)[:2]!r:.200}"
    if is_small(expected):
        same(found, wanted, "pairs")


def is_small(expected):
    return len(expected.nodes) <= MOST and len(expected.edges) <= MANY
