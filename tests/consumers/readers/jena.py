"""Apache Jena: `riot --validate` on every syntax, the same triples as oxigraph reads, and `shacl validate`."""

from pathlib import Path

from expected import same

NAME = "Apache Jena"
SHAPES = Path(__file__).resolve().parents[3] / "ontology" / "shapes.ttl"
SYNTAXES = ["graph.ttl", "graph.nt", "graph.nq", "graph.trig", "graph.rdf", "graph.jsonld", "graph.12.ttl"]


def check(case):
    files = case.files(*SYNTAXES)
    output, messages = case.tools.java("jena", "riotcmd.riot", "--validate", *files)
    assert not complaints(output + messages), complaints(output + messages)
    plain = [path for path in files if ".12." not in path.name]
    wanted = None
    for path in plain:
        found = triples(case, path)
        wanted = found if wanted is None else wanted
        same(found, wanted, f"triples of {path.name} against {plain[0].name}")
    return f"{len(wanted)} triples in {', '.join(path.name for path in files)}; {shacl(case)}"


def complaints(text):
    """What riot says other than that it has seen a file."""
    return "\n".join(line for line in text.splitlines() if "WARN" in line or "ERROR" in line)[:1500]


def triples(case, path):
    output, _ = case.tools.java("jena", "riotcmd.riot", "--merge", "--output=nt", path)
    return set(output.split("\n")) - {""}


def shacl(case):
    if not SHAPES.exists():
        return "no shapes.ttl"
    data = case.file("graph.ttl")
    output, _ = case.tools.java("jena", "shacl.shacl", "validate", "--text", "--shapes", SHAPES, "--data", data)
    assert output.strip() == "Conforms", output[:1500]
    return "shacl conforms"
