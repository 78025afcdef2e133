"""neo4j-admin's import format, by a strict parser of its header rules (the database itself is too great to install).

Rules: <https://neo4j.com/docs/operations-manual/current/import/>, section "CSV header format".
"""

import re

from expected import printable

from readers.csv_ import table

NAME = "neo4j-admin headers"
TYPES = {"int", "long", "float", "double", "boolean", "byte", "short", "char", "string", "date", "datetime"}
TYPES |= {"localtime", "time", "localdatetime", "duration", "point"}
SPECIAL = re.compile(r"(?P<name>\w*):(?P<role>ID|LABEL|START_ID|END_ID|TYPE|IGNORE)(\((?P<space>[\w ]+)\))?")
PROPERTY = re.compile(r"(?P<name>\w+)(:(?P<type>\w+)(?P<array>\[\])?)?")
SHAPES = {
    **dict.fromkeys(("int", "long", "byte", "short"), re.compile(r"-?\d+")),
    **dict.fromkeys(("float", "double"), re.compile(r"-?\d+(\.\d+)?([eE]-?\d+)?")),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}


def check(case):
    folder = case.file("neo4j")
    tables = [table(path) for path in sorted(folder.glob("*.csv"))]
    files = [(header(columns, rows), rows) for columns, rows in tables]
    ids = set()
    for roles, rows in (found for found in files if "ID" in found[0]):
        for row in rows:
            id = row[roles["ID"]]
            assert id and id not in ids, f"the id {id!r:.60} is empty or stands twice"
            ids.add(id)
        assert "LABEL" in roles, "nodes without a label"
    links = []
    for roles, rows in (found for found in files if "START_ID" in found[0]):
        assert {"END_ID", "TYPE"} <= set(roles), f"a file of relations without {roles}"
        for row in rows:
            links.append((row[roles["START_ID"]], row[roles["TYPE"]], row[roles["END_ID"]]))
    check_links(links, ids, case.expected)
    return f"{len(ids)} nodes, {len(links)} relations"


def header(columns, rows):
    """Column by role. Every cell must have its column's type."""
    roles = {}
    for column in columns:
        special = SPECIAL.fullmatch(column)
        plain = PROPERTY.fullmatch(column)
        assert special or plain, f"no header of neo4j: {column!r}"
        if special:
            assert special["role"] not in roles, f"{special['role']} stands twice"
            roles[special["role"]] = column
        elif plain["type"]:
            assert plain["type"] in TYPES, f"no type of neo4j: {column!r}"
            check_cells(column, plain, rows)
    return roles


def check_cells(column, plain, rows):
    shape = SHAPES.get(plain["type"])
    for row in rows if shape else []:
        cells = row[column].split(";") if plain["array"] else [row[column]]
        for cell in filter(None, cells):
            assert shape.fullmatch(cell), f"{column}: {cell!r:.60}"


def check_links(links, ids, expected):
    for start, kind, end in links:
        assert start in ids and end in ids, f"a relation of strangers: {start!r:.40} {end!r:.40}"
        assert kind and kind == kind.strip(), f"type {kind!r:.40}"
    actors = {re.sub(r"[\r\n]", " ", printable(id)) for id in expected.nodes}  # the importer reads a row a line
    if expected.edges:
        between = [link for link in links if {link[0], link[2]} <= actors]
        assert len(between) == len(expected.edges), f"{len(between)} relations between actors"
