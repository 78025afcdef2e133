"""pySHACL: the export conforms to ontology/shapes.ttl, and what is broken on purpose does not."""

from pathlib import Path

from case import Unwritten

NAME = "pySHACL"
NEEDS = ["pyshacl", "rdflib"]
ROOT = Path(__file__).resolve().parents[3]
SHAPES = ROOT / "ontology" / "shapes.ttl"
BROKEN = ROOT / "tests" / "consumers" / "broken"


def check(case):
    import pyshacl
    import rdflib

    if not SHAPES.exists():
        raise Unwritten("there is no ontology/shapes.ttl")
    shapes = rdflib.Graph().parse(SHAPES)
    conforms, _, report = validate(pyshacl, rdflib, case.file("graph.ttl"), shapes)
    assert conforms, report[:1500]
    broken = sorted(BROKEN.glob("*.ttl")) if case.name == "one" else []
    for path in broken:
        check_broken(pyshacl, rdflib, path, shapes)
    return f"conforms; {len(broken)} broken graphs do not" if broken else "conforms"


def validate(pyshacl, rdflib, path, shapes):
    data = rdflib.Graph().parse(path)
    return pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=True, allow_warnings=False)


def check_broken(pyshacl, rdflib, path, shapes):
    """A broken graph names in a comment on its first line the shape that it must break."""
    shape = path.read_text(encoding="utf-8").splitlines()[0].split()[-1].strip("<>.:")
    conforms, _, report = validate(pyshacl, rdflib, path, shapes)
    assert not conforms, f"{path.name} conforms"
    assert shape.split(":")[-1] in report, f"{path.name}: the report does not name {shape}: {report[:500]}"
