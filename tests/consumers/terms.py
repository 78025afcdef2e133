"""Rows and triples of several clients, written alike: a term is its kind, text, language and datatype."""

from collections import Counter

STRING = "http://www.w3.org/2001/XMLSchema#string"


def rows_of_json(document):
    """Rows of SPARQL results in JSON, each with the terms of its variables, however often each is there."""
    return Counter(
        tuple(sorted((name, *term_of_json(term)) for name, term in row.items()))
        for row in document["results"]["bindings"]
    )


def term_of_json(term):
    kind = "literal" if term["type"] == "typed-literal" else term["type"]
    return kind, term["value"], term.get("xml:lang", ""), plain(term.get("datatype"))


def plain(datatype):
    """A datatype; none for strings, whose datatype some write and some do not."""
    return "" if str(datatype or STRING) == STRING else str(datatype)


def rows_of_result(source, format):
    """Rows of an answer in a format that rdflib reads."""
    return rows(rdflib().query.Result.parse(source, format=format).bindings)


# Where rdflib ends a row of CSV that it reads from bytes, also within quotation marks, beside the line feed.
ENDS = set("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def is_cut(rows):
    """Whether rdflib would cut texts of these rows where no row ends."""
    return any(ENDS & set(text) for row in rows for _, _, text, *_ in row)


def rows(bindings):
    """Rows of rdflib."""
    return Counter(
        tuple(sorted((str(name), *term(value)) for name, value in row.items() if value is not None)) for row in bindings
    )


def term(value):
    """A term of rdflib."""
    if isinstance(value, rdflib().Literal):
        return "literal", str(value), value.language or "", plain(value.datatype)
    return "uri" if isinstance(value, rdflib().URIRef) else "bnode", str(value), "", ""


def strings(rows):
    """Rows of which only the text is left, all that CSV keeps."""
    return Counter(tuple((name, text) for name, _, text, *_ in row if text) for row in rows.elements())


def triples_of_graph(graph):
    return {tuple(map(term, triple)) for triple in graph}


def triples_of_lines(lines):
    """Of N-Triples."""
    return triples_of_graph(rdflib().Graph().parse(data="\n".join(lines), format="nt"))


def rdflib():
    """rdflib, which leaves numbers as they are written."""
    import rdflib
    import rdflib.query

    rdflib.NORMALIZE_LITERALS = False
    return rdflib
