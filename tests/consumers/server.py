"""`aliansi serve` over a graph folder, questions to it, and what `aliansi query` answers to them."""

import json
import re
import subprocess

from case import run
from terms import rows_of_json

SELECT, ASK, CONSTRUCT = "select", "ask", "construct"


class Server:
    """The program, serving a folder until it is closed."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.base = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["options"]["base"]
        command = [program, "serve", "--port", "0", "--graph", folder]
        self.process = subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True)
        greeting = self.process.stderr.readline()
        found = re.search(r"http://[^/ ]+/", greeting)
        assert found, f"serve does not say where it listens: {greeting}{self.process.stderr.read()}"
        self.url = f"{found.group()}sparql"

    def close(self):
        self.process.terminate()
        assert self.process.wait(20) == 0, f"serve ended with {self.process.returncode}"
        self.process.stderr.close()

    def says(self, question, format):
        """What `aliansi query` prints."""
        return run(self.program, "query", "--quiet", "--graph", self.folder, "--format", format, question.sparql)[0]

    def rows(self, question):
        """Rows as `aliansi query` has them."""
        return rows_of_json(json.loads(self.says(question, "json")))

    def truth(self, question):
        return json.loads(self.says(question, "json"))["boolean"]

    def triples(self, question):
        """Lines of N-Triples."""
        return lines(self.says(question, "nt"))


def lines(text):
    """Lines of N-Triples, of which strings may hold what Python also takes for the end of a line."""
    return {line for line in text.split("\n") if line}


class Question:
    """A query of a kind."""

    def __init__(self, kind, name, base, body):
        self.kind = kind
        self.name = name
        vocabulary = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
        self.sparql = f"PREFIX al: <{base}schema/>\n{vocabulary}{body}"


PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "oa": "http://www.w3.org/ns/oa#",
}


def questions(base):
    """What is asked of every graph: numbers, truths, texts in every script, what may be unbound, triples."""
    claim = "?claim a al:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
    return [
        Question(SELECT, "claims", base, f"SELECT ?claim ?s ?p ?o ?plain ?confidence ?sign {{ {claim} ; "
                 "al:plain ?plain ; al:confidence ?confidence ; al:sign ?sign }"),
        Question(SELECT, "sentences", base, "SELECT ?evidence ?text ?speaker { ?evidence al:evidenceFor ?claim ; oa:exact ?text "
                 "OPTIONAL { ?evidence al:attributedTo ?speaker } }"),
        Question(SELECT, "labels", base, "SELECT ?thing ?label { ?thing rdfs:label ?label }"),
        Question(SELECT, "nothing", base, "SELECT ?a { ?a al:noSuchThing ?b }"),
        Question(ASK, "is there an actor", base, "ASK { ?a a al:Actor }"),
        Question(ASK, "is there nonsense", base, "ASK { ?a al:noSuchThing ?b }"),
        Question(CONSTRUCT, "edges", base, f"CONSTRUCT {{ ?s ?p ?o . ?s rdfs:label ?label }} {{ {claim} . ?s rdfs:label ?label }}"),
        Question(CONSTRUCT, "quotes", base, "CONSTRUCT { ?e oa:exact ?text } { ?e oa:exact ?text }"),
    ]
