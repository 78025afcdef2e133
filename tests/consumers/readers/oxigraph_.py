"""oxigraph: every RDF syntax is read strictly, the RDF 1.2 one too, and SPARQL finds the edges."""

from case import Unwritten
from expected import printable, same

NAME = "oxigraph"
NEEDS = ["pyoxigraph"]
SYNTAXES = ["graph.ttl", "graph.nt", "graph.nq", "graph.trig", "graph.rdf", "graph.jsonld"]
REIFIERS = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?claim { ?claim rdf:reifies <<( ?s ?p ?o )>> ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"""


def check(case):
    import pyoxigraph

    read = {path.name: triples(pyoxigraph, path) for path in case.files(*SYNTAXES)}
    first, wanted = next(iter(read.items()))
    for name, found in read.items():
        same(found, wanted, f"triples of {name} against {first}")
    seen = f"{len(wanted)} triples in {', '.join(read)}"
    check_edges(pyoxigraph, case)
    try:
        return f"{seen}; {reifiers(pyoxigraph, case.file('graph.12.ttl'), case.expected)} reifiers"
    except Unwritten:
        return seen


def quads(pyoxigraph, path):
    form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
    return pyoxigraph.parse(path=str(path), format=form)


def triples(pyoxigraph, path):
    return {str(quad.triple) for quad in quads(pyoxigraph, path)}


def store(pyoxigraph, path):
    loaded = pyoxigraph.Store()
    loaded.extend(quads(pyoxigraph, path))
    return loaded


def check_edges(pyoxigraph, case):
    """The triples between actors are the plain edges, those of symmetric relations both ways."""
    loaded = store(pyoxigraph, case.file("graph.nq"))
    query = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(CONTAINS(STR(?p), '/relation/')) }"
    edges = [edge for edge in case.expected.edges.values() if edge["plain"]]
    two_ways = [edge for edge in edges if edge["symmetric"] and edge["source"] != edge["target"]]
    found = len(list(loaded.query(query)))
    assert found == len(edges) + len(two_ways), f"{found} triples between actors"
    titles = "PREFIX dct: <http://purl.org/dc/terms/> SELECT ?t { GRAPH ?g { ?d dct:title ?t } }"
    found = {row["t"].value for row in loaded.query(titles)}
    same(found, {printable(doc["title"]) for doc in case.expected.documents if doc.get("title")}, "titles")


def reifiers(pyoxigraph, path, expected):
    """Every plain edge is reified by its claim."""
    rows = store(pyoxigraph, path).query(REIFIERS)
    found = {row["claim"].value.rsplit("/", 1)[1] for row in rows}
    plain = {edge["claim"] for edge in expected.edges.values() if edge["plain"]}
    assert plain <= found, f"{len(plain - found)} plain claims reify nothing"
    return len(found)
