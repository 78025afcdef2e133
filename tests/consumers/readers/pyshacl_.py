"""pySHACL: the export conforms to ontology/shapes.ttl, and what is broken on purpose does not."""

import logging
import re
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
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # some broken graphs hold no date where one must stand
    shapes = rdflib.Graph().parse(SHAPES)
    conforms, _, report = validate(pyshacl, rdflib, case.file("graph.ttl"), shapes)
    assert conforms, report[:1500]
    broken = sorted(BROKEN.glob("*.ttl")) if case.name == "one" else []
    if broken:
        conforms, _, report = validate(pyshacl, rdflib, BROKEN.parent / "sound.ttl", shapes)
        assert conforms, f"sound.ttl: {report[:1500]}"
    for path in broken:
        check_broken(pyshacl, rdflib, path, shapes)
    return f"conforms; {len(broken)} broken graphs do not" if broken else "conforms"


def validate(pyshacl, rdflib, path, shapes):
    data = rdflib.Graph().parse(path)
    return pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=True, allow_warnings=False)


def check_broken(pyshacl, rdflib, path, shapes):
    """A broken graph names in a comment on its first line the one shape that it breaks."""
    shape = path.read_text(encoding="utf-8").splitlines()[0].split()[-1]
    conforms, results, _ = validate(pyshacl, rdflib, path, shapes)
    assert not conforms, f"{path.name} conforms"
    sh = rdflib.SH
    details = set(results.objects(None, sh.detail))
    found = {source for result, source in results.subject_objects(sh.sourceShape) if result not in details}
    names = {re.split(r"[#/]", str(source))[-1].split("-")[0] for source in found}
    assert names == {shape}, f"{path.name}: broken is {sorted(names)}, not {shape}"
