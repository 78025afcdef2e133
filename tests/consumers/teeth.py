#!/usr/bin/env python3
"""Spoils exports and the answers of the server in small ways and sees that the readers notice: a check that cannot fail proves nothing.

    python3 tests/consumers/teeth.py --program ALIANSI --tools FOLDER --out FOLDER GRAPH_FOLDER

Exit status: 0 every reader noticed what it should, 1 one did not.
"""

import argparse
import importlib
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from case import Case, Skip, Tools  # noqa: E402
from proxy import Proxy  # noqa: E402

# Export, what is spoilt, by what (once), and the readers that must notice.
SPOILT = [
    ("graph.graphml", r'(<data key="n_label">)', r"\1x", "networkx_ igraph_ graphology gephi"),
    ("graph.graphml", r'(<data key="e_weight">)', r"\g<1>9", "networkx_ igraph_ graphology gephi"),
    ("graph.graphml", r'(<data key="e_confidence">)\d', r"\g<1>7", "networkx_ igraph_ graphology gephi"),
    ("graph.graphml", r"(?s)\s*<edge .*?</edge>", "", "networkx_ igraph_ graphology gephi"),
    ("graph.graphml", r'(<edge [^>]*) label="[^"]*"', r'\1 label="other"', "gephi"),
    ("graph.graphml", r'(<edge [^>]*) label="[^"]*"', r"\1", "schemas"),
    ("graph.graphml", r'attr.type="double"', 'attr.type="decimal"', "schemas"),
    ("graph.gexf", r'(<node [^>]*label=")', r"\1x", "networkx_ graphology gephi"),
    ("graph.gexf", r'(<edge [^>]*weight=")', r"\g<1>9", "networkx_ graphology gephi"),
    ("graph.gexf", r'(<edge [^>]*kind=")[^"]*', r"\1other", "gephi"),
    ("graph.gexf", r'start="(\d\d\d\d)', 'start="1999', "gephi"),
    ("graph.gexf", r'(?s)(<edge .*?start=")\d\d\d\d', r"\g<1>1999", "gephi"),
    ("graph.gexf", r'(<edge [^>]*) source="[^"]*"', r'\1 source="nowhere"', "schemas"),
    ("graph.ttl", r"( rel:[a-z-]+ )(actor:\S+) \.", r"\1actor:nobody .", "rdflib_ oxigraph_ jena"),
    ("graph.ttl", r"(oa:exact \")", r"\1x", "rdflib_ oxigraph_ jena"),
    ("graph.nq", r" \.\n", "\n", "rdflib_ oxigraph_ jena"),
    ("graph.rdf", r"</rdf:Description>", "", "rdflib_ oxigraph_ jena"),
    ("graph.jsonld", r'("@id": ?")', r"\1x", "rdflib_ oxigraph_ jena"),
    ("graph.dot", r"digraph", "digraf", "graphviz"),
    ("graph.svg", r"</svg>", "<script/></svg>", "svg"),
    ("graph.svg", r'href="http', 'href="javascript', "svg"),
    ("graph.html", r"</body>", "<script>alert(1)</script></body>", "report"),
    ("graph.html", r"</body>", '<p onclick="x">x</p></body>', "report"),
    ("graph.html", r"</body>", '<img src="https://example.org/x.png" alt="x"></body>', "report"),
    ("graph.mmd", r"-->|-\.->|---", "->->", "mermaid"),
    ("csv/nodes.csv", r"\n[^,\n]+,", "\nx,", "csv_"),
    ("csv/edges.csv", r"(\d\.\d+)", r"9\1", "csv_"),
    ("csv/evidence.csv", r"\n([^,\n]+),", r"\n\1,,", "csv_"),
    ("neo4j/nodes.csv", r":LABEL", ":LABLE", "neo4j"),
]

CLIENTS = "server_curl server_fetch server_rdflib server_sparqlwrapper"
JSON = "application/sparql-results+json"

# Media type of an answer, what is spoilt in it, by what (once), and the clients that must notice.
ANSWERS = [
    (JSON, r'("value":")', r"\1x", CLIENTS),
    (JSON, r'"boolean":true', '"boolean":false', CLIENTS),
    (JSON, r'("bindings":\[)\{.*?\}\},?', r"\1", CLIENTS),
    (JSON, r'("xml:lang":")\w+', r"\1zz", CLIENTS),
    (JSON, r"(?s)\}$", "", "server_curl server_rdflib server_sparqlwrapper"),
    ("application/sparql-results+xml", r"<literal>", "<literal>x", "server_rdflib server_sparqlwrapper"),
    ("application/sparql-results+xml", r"<boolean>true", "<boolean>false", "server_rdflib"),
    ("text/csv", r"\n[^,]+,", "\nx,", "server_curl server_rdflib server_sparqlwrapper"),
    ("text/tab-separated-values", r"\n[^\t]+\t", "\n<a:x>\t", "server_sparqlwrapper"),
    ("text/turtle", r"(?s)\.\s*$", "", "server_sparqlwrapper server_fetch"),
    ("application/n-triples", r"^<[^>]+>", "<a:x>", "server_curl"),
]


def noticed(case, name):
    """Whether a reader complains. None if it cannot be had."""
    reader = importlib.import_module(f"readers.{name}")
    try:
        case.tools.python(*getattr(reader, "NEEDS", ()))
        reader.check(case)
    except Skip:
        return None
    except Exception:
        return True
    return False


def spoil(case, export, pattern, replacement, names):
    path = case.exports / export
    if not path.exists():
        print(f"  skipped {export}: there is none")
        return []
    whole = path.read_text(encoding="utf-8")
    path.write_text(spoilt := re.sub(pattern, replacement, whole, count=1), encoding="utf-8")
    assert spoilt != whole, f"{export}: nothing like {pattern}"
    outcomes = {name: noticed(case, name) for name in names.split()}
    path.write_text(whole, encoding="utf-8")
    for name, outcome in outcomes.items():
        print(f"  {({True: 'ok', False: 'MISSED', None: 'skipped'})[outcome]:8}{name}: {export}, {pattern}")
    return list(outcomes.values())


def spoil_answers(case, media_type, pattern, replacement, names):
    """What the clients say of a server whose answers are spoilt."""
    outcomes = []
    for name in names.split():
        proxy = Proxy(case.server().url, media_type, pattern, replacement)
        case.proxy = proxy.url
        outcome = noticed(case, name)
        case.proxy = None
        proxy.close()
        assert proxy.spoilt or outcome is None, f"{name}: no {media_type} like {pattern}"
        print(f"  {({True: 'ok', False: 'MISSED', None: 'skipped'})[outcome]:8}{name}: {media_type}, {pattern}")
        outcomes.append(outcome)
    return outcomes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--program", "--tools", "--out"):
        parser.add_argument(option, required=True)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    case = Case(given.folder, Path(given.out).resolve(), Tools(Path(given.tools).resolve()), given.program)
    outcomes = [outcome for line in SPOILT for outcome in spoil(case, *line)]
    outcomes += [outcome for line in ANSWERS for outcome in spoil_answers(case, *line)]
    case.close()
    print(f"{outcomes.count(True)} noticed, {outcomes.count(None)} skipped, {outcomes.count(False)} MISSED")
    return int(False in outcomes)


if __name__ == "__main__":
    sys.exit(main())
