"""CSV: strict RFC 4180; nodes, edges and evidence come back as graph.json and claims.jsonl have them."""

import csv
import re

from expected import compare_edges, compare_nodes, printable

NAME = "CSV"
NUMBERS = ["weight", "confidence", "origins", "sign"]
FLAGS = ["plain", "symmetric", "contested"]
FIELDS = NUMBERS + FLAGS + ["status", "claim", "first_reported", "last_reported", "since", "until"]


def check(case):
    folder = case.file("csv")
    tables = [table(folder / f"{name}.csv") for name in ("nodes", "edges", "evidence")]
    columns = tables[1][0]
    nodes, edges, evidence = ([unguarded(row) for row in rows] for _, rows in tables)
    compare_nodes(case.expected, {row["id"]: row for row in nodes}, label="label", kind="kind")
    rows = [(row["source"], row["relation"], row["target"], typed(row)) for row in edges]
    compare_edges(case.expected, rows, **{field: field for field in FIELDS})
    assert set(FIELDS) <= set(columns), f"edges.csv has no {sorted(set(FIELDS) - set(columns))}"
    ids = {id for edge in case.expected.edges.values() for id in edge["evidence"]}
    told = {claim["evidence"]: printable(claim["text"]) for claim in case.expected.claims}
    found = {row["evidence"]: row for row in evidence}
    assert len(found) == len(evidence), "a piece of evidence stands twice"
    assert ids <= set(found), f"evidence missing: {list(ids - set(found))[:2]}"
    for id, row in found.items():
        assert row["text"] == told[id], f"text of {id}: {row['text']!r:.80}, not {told[id]!r:.80}"
    return f"{len(nodes)} nodes, {len(edges)} edges, {len(evidence)} pieces of evidence"


def unguarded(row):
    """Takes off the apostrophe before what a spreadsheet would run as a formula, which no text may begin with."""
    for name, cell in row.items():
        is_number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
        assert is_number or not re.match(r"[=+\-@\t\r\n]", cell), f"{name}: a spreadsheet runs {cell!r:.60}"
    return {name: re.sub(r"^'(?='*[=+\-@\t\r\n])", "", cell) for name, cell in row.items()}


def table(path):
    """Columns and rows of a CSV file, read strictly; every row has as many cells as the header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True, restkey="\0", restval="\0")
        rows = list(reader)
    assert len(set(reader.fieldnames)) == len(reader.fieldnames), f"{path.name}: a column stands twice"
    for row in rows:
        assert "\0" not in row and "\0" not in row.values(), f"{path.name}: a row of another length: {row!r:.200}"
    return reader.fieldnames, rows


def typed(row):
    """Numbers and truth values of a row as such."""
    numbers = {name: float(row[name]) for name in NUMBERS}
    flags = {name: {"true": True, "false": False}[row[name]] for name in FLAGS}
    return row | numbers | flags
