"""SPARQLWrapper: every method and format against the server, answers compared with those of `aliansi query`."""

import io
import re

from server import ASK, SELECT, questions
from terms import rdflib, rows_of_json, rows_of_result, strings, triples_of_graph, triples_of_lines

NAME = "SPARQLWrapper"
NEEDS = ["rdflib", "sparqlwrapper"]
FORMATS = {"xml": "XML", "csv": "CSV", "tsv": "TSV"}
CUT_NAME = re.compile(rb"\\\.\s")  # Turtle lets a name end with an escaped full stop, and rdflib reads no such name
GRAPHS = {"turtle": "TURTLE", "xml": "RDFXML", "json-ld": "JSONLD"}


def check(case):
    import SPARQLWrapper

    rdflib()
    server = case.server()
    seen = [ask(SPARQLWrapper, case, server, question) for question in questions(server.base)]
    refused(SPARQLWrapper, case)
    return f"{sum(seen)} answers by GET, POST and in every format; malformed queries and updates refused"


def ask(library, case, server, question):
    if question.kind == SELECT:
        return select(library, case, server, question)
    if question.kind == ASK:
        wanted = server.truth(question)
        found = [reply(library, case, question, "JSON", *how).convert()["boolean"] for how in methods(library)]
        assert set(found) == {wanted}, f"{question.name}: {found}"
        return len(found)
    wanted = triples_of_lines(server.triples(question))
    for format, name in GRAPHS.items():
        raw = reply(library, case, question, name).response.read()
        if format == "turtle" and CUT_NAME.search(raw):
            continue
        graph = rdflib().Graph().parse(raw, format=format)
        assert triples_of_graph(graph) == wanted, f"{question.name} as {format}: other triples"
    return len(GRAPHS)


def select(library, case, server, question):
    wanted = server.rows(question)
    for how in methods(library):
        found = rows_of_json(reply(library, case, question, "JSON", *how).convert())
        assert found == wanted, f"{question.name} by {how}: {found.total()} rows of {wanted.total()}"
    for format, name in FORMATS.items():
        raw = reply(library, case, question, name).response.read()
        # From bytes rdflib would end rows at any end of a line in a text.
        source = io.BytesIO(raw) if format == "xml" else io.StringIO(raw.decode("utf-8"), newline="")
        found = rows_of_result(source, format)
        agrees = strings(found) == strings(wanted) if format == "csv" else found == wanted
        assert agrees, f"{question.name} as {format}: {list((found - wanted))[:1]} for {list((wanted - found))[:1]}"
    return len(methods(library)) + len(FORMATS)


def methods(library):
    return [(library.GET, library.URLENCODED), (library.POST, library.URLENCODED), (library.POST, library.POSTDIRECTLY)]


def reply(library, case, question, format, method="GET", way="urlencoded"):
    client = library.SPARQLWrapper(case.endpoint())
    client.setQuery(question.sparql)
    client.setReturnFormat(getattr(library, format))
    client.setMethod(method)
    client.setRequestMethod(way)
    client.setOnlyConneg(True)
    return client.query()


def refused(library, case):
    """A malformed query is the client's own error, with what is wrong in it; an update is refused."""
    client = library.SPARQLWrapper(case.endpoint())
    client.setQuery("SELECT ?a { ?a ?b }")
    try:
        client.query()
    except library.SPARQLExceptions.QueryBadFormed as error:
        assert "line 1" in str(error) or "1:" in str(error), f"no position: {error}"
    else:
        raise AssertionError("a malformed query is answered")
    client.setQuery("INSERT DATA { <a:a> <a:a> <a:a> }")
    client.setMethod(library.POST)
    try:
        client.query()
    except Exception as error:
        assert "403" in str(error), f"an update: {error}"
    else:
        raise AssertionError("an update is taken")
