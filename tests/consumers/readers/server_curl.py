"""curl: the protocol as a shell script speaks it."""

import csv
import io
import json
import shutil

from case import Skip, run
from server import ASK, SELECT, lines, questions
from terms import rows_of_json

NAME = "curl"
CSV = "text/csv"
JSON = "application/sparql-results+json"
LINES = "application/n-triples"


def check(case):
    if not shutil.which("curl"):
        raise Skip("curl is not installed")
    server = case.server()
    for question in questions(server.base):
        for way in ways(case, question):
            ask(case, server, question, way)
    statuses(case)
    return "GET, form and direct POST, compressed, HEAD; statuses of what is refused"


def ways(case, question):
    """Options that send a query."""
    file = case.out / "query.rq"
    file.write_text(question.sparql, encoding="utf-8")
    return [
        ["--get", "--data-urlencode", f"query@{file}"],
        ["--data-urlencode", f"query@{file}"],
        ["--header", "Content-Type: application/sparql-query", "--data-binary", f"@{file}"],
        ["--compressed", "--get", "--data-urlencode", f"query@{file}"],
    ]


def curl(case, *options):
    return run("curl", "--silent", "--show-error", "--max-time", "60", *options, case.endpoint())[0]


def ask(case, server, question, way):
    def answer(accept):
        return curl(case, "--fail-with-body", "--header", f"Accept: {accept}", *way)

    if question.kind == SELECT:
        found, wanted = rows_of_json(json.loads(answer(JSON))), server.rows(question)
        assert found == wanted, f"{question.name}: {list(found - wanted)[:1]} for {list(wanted - found)[:1]}"
        assert table(answer(CSV)) == table(server.says(question, "csv")), f"{question.name} as CSV"
    elif question.kind == ASK:
        assert json.loads(answer(JSON))["boolean"] is server.truth(question), question.name
    else:
        assert lines(answer(LINES)) == server.triples(question), f"{question.name}: other triples"


def table(text):
    """The head of a table and its rows in one order."""
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    return head, sorted(rows)


def statuses(case):
    """What a script decides by."""
    everything = "query=SELECT * { ?a ?b ?c } LIMIT 1"
    wanted = [
        (200, ["--get", "--data-urlencode", everything]),
        (200, ["--head", "--get", "--data-urlencode", everything]),
        (406, ["--get", "--data-urlencode", everything, "--header", "Accept: image/png"]),
        (400, ["--get", "--data-urlencode", "query=SELECT"]),
        (403, ["--data-urlencode", "update=CLEAR ALL"]),
        (415, ["--header", "Content-Type: text/plain", "--data-binary", "ASK {}"]),
        (405, ["--request", "DELETE"]),
    ]
    for status, options in wanted:
        found = curl(case, "--output", case.out / "answer", "--write-out", "%{http_code}", *options)
        assert found == str(status), f"{' '.join(options)}: {found}, not {status}"
