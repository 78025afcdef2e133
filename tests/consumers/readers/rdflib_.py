"""rdflib: every RDF syntax holds the same triples, and they say what graph.json and claims.jsonl say."""

from expected import printable, same

NAME = "rdflib"
NEEDS = ["rdflib"]
SYNTAXES = {
    "graph.ttl": "turtle",
    "graph.nt": "nt",
    "graph.nq": "nquads",
    "graph.trig": "trig",
    "graph.rdf": "xml",
    "graph.jsonld": "json-ld",
}
CLAIMS = """SELECT ?claim ?s ?p ?o ?plain ?confidence {
  ?claim a al:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; al:plain ?plain ; al:confidence ?confidence
}"""
QUOTES = "SELECT ?evidence ?claim ?text { ?evidence al:evidenceFor ?claim ; oa:exact ?text }"


def check(case):
    import rdflib

    read = {path.name: triples(rdflib, path) for path in case.files(*SYNTAXES)}
    first, wanted = next(iter(read.items()))
    for name, found in read.items():
        same(found, wanted, f"triples of {name} against {first}")
    assert not any(isinstance(term, rdflib.BNode) for triple in wanted for term in triple), "blank nodes"
    graph = rdflib.Graph().parse(case.file("graph.ttl"))
    check_claims(graph, case.expected)
    check_quotes(graph, case.expected)
    check_labels(rdflib, graph, case.expected)
    return f"{len(wanted)} triples in {', '.join(read)}"


def triples(rdflib, path):
    """All triples, whatever graph they are in."""
    data = rdflib.Dataset(default_union=True)
    data.parse(path, format=SYNTAXES[path.name])
    return set(data.triples((None, None, None)))


def check_claims(graph, expected):
    """Each edge of graph.json is a claim and a triple."""
    claims = {str(row.claim).rsplit("/", 1)[1]: row for row in graph.query(CLAIMS)}
    for edge in expected.edges.values():
        row = claims[edge["claim"]]
        assert row.plain.toPython() == edge["plain"], f"al:plain of {row.claim}"
        if edge["status"] == "asserted":
            assert abs(float(row.confidence) - edge["confidence"]) < 1e-4, f"al:confidence of {row.claim}"
        assert not edge["plain"] or (row.s, row.p, row.o) in graph, f"{row.claim} has no triple of its own"
    plain = sum(row.plain.toPython() for row in claims.values())
    assert plain == sum(edge["plain"] for edge in expected.edges.values()), "plain claims"


def check_quotes(graph, expected):
    """Each piece of evidence quotes its sentence as claims.jsonl has it."""
    found = {(str(row.evidence).rsplit("/", 1)[1], str(row.text)) for row in graph.query(QUOTES)}
    same(found, {(claim["evidence"], printable(claim["text"])) for claim in expected.claims}, "sentences")


def check_labels(rdflib, graph, expected):
    labels = {str(label) for label in graph.objects(None, rdflib.RDFS.label)}
    wanted = {printable(node["label"]) for node in expected.nodes.values()}
    assert wanted <= labels, f"labels missing: {list(wanted - labels)[:2]!r:.200}"
