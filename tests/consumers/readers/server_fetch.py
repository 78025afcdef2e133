"""fetch-sparql-endpoint (Comunica's client): streams of rows and triples, by GET and POST."""

import json
from pathlib import Path

from server import ASK, SELECT, questions
from terms import rows_of_json, term_of_json, triples_of_lines

NAME = "fetch-sparql-endpoint"
NEEDS = ["rdflib"]  # which reads what `aliansi query` says
SCRIPT = Path(__file__).resolve().parents[1] / "node" / "sparql.mjs"


def check(case):
    server = case.server()
    asked = questions(server.base)
    file = case.out / "questions.json"
    file.write_text(json.dumps([{"kind": question.kind, "query": question.sparql} for question in asked]))
    output, _ = case.tools.node(SCRIPT, case.endpoint(), file)
    answers = json.loads(output)
    for method, found in answers["methods"].items():
        for question, answer in zip(asked, found, strict=True):
            compare(server, question, answer, method)
    for what, message in answers["refused"].items():
        assert message, f"{what} is not refused"
    return f"{len(asked)} questions by {' and '.join(answers['methods'])}; malformed queries and updates refused"


def compare(server, question, answer, method):
    place = f"{question.name} by {method}"
    if question.kind == SELECT:
        found, wanted = rows_of_json({"results": {"bindings": answer}}), server.rows(question)
        assert found == wanted, f"{place}: {list(found - wanted)[:1]} for {list(wanted - found)[:1]}"
    elif question.kind == ASK:
        assert answer is server.truth(question), f"{place}: {answer}"
    else:
        found = {tuple(map(term_of_json, triple)) for triple in answer}
        assert found == triples_of_lines(server.triples(question)), f"{place}: other triples"
