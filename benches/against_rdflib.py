"""How long rdflib and aliansi take to write the same statements, in one run on one machine.

    pip install rdflib
    python benches/against_rdflib.py [CLAIMS [PROFILE]]

Prints megabytes a second of both and the ratio of their times. Both write from memory into memory; aliansi makes the statements of
its graph on the way, rdflib has them.
"""

import json
import subprocess
import sys
import tempfile
import time

import rdflib

SYNTAXES = {"nq": "nquads", "nt": "nt", "ttl": "turtle", "trig": "trig", "rdf": "xml", "jsonld": "json-ld"}


def ours(claims, profile, file):
    command = ["cargo", "bench", "--quiet", "--profile", profile, "--bench", "rdf", "--", "--against", str(claims), file]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def union(quads):
    graph = rdflib.Graph()
    for prefix, namespace in quads.namespaces():
        graph.bind(prefix, namespace)
    for triple in quads.triples((None, None, None)):
        graph.add(triple)
    return graph


def theirs(graph, syntax):
    start = time.perf_counter()
    size = len(graph.serialize(format=syntax, encoding="utf-8"))
    return size, time.perf_counter() - start


def main():
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    profile = sys.argv[2] if len(sys.argv) > 2 else "bench"
    with tempfile.NamedTemporaryFile(suffix=".nq") as file:
        fast = ours(claims, profile, file.name)
        quads = rdflib.Dataset(default_union=True)
        quads.parse(file.name, format="nquads")
    triples = union(quads)
    print(f"{claims} claims, {len(triples)} triples")
    print(f"{'':8}{'rdflib MB/s':>14}{'aliansi MB/s':>14}{'ratio':>8}")
    for extension, syntax in SYNTAXES.items():
        size, slow = theirs(quads if extension in ("nq", "trig", "jsonld") else triples, syntax)
        own_size, own = fast[extension]
        print(f"{extension:8}{size / slow / 1e6:14.1f}{own_size / own / 1e6:14.1f}{slow / own:8.0f}")


if __name__ == "__main__":
    main()
