"""The XML schemas of GraphML and GEXF: schemas/README.md says what they are."""

import zipfile
from pathlib import Path

NAME = "XML schemas"
NEEDS = ["lxml"]
SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"


def check(case):
    from lxml import etree

    schemas = loaded(etree, case)
    files = case.files("graph.graphml", "graph.gexf")
    for path in files:
        tree = etree.parse(path, etree.XMLParser(huge_tree=True))
        schemas[path.suffix].assertValid(tree)
        if path.suffix == ".gexf":
            check_columns(tree.getroot())
    for path in sorted((SCHEMAS / "invalid").iterdir()):
        assert not schemas[path.suffix].validate(etree.parse(path)), f"{path.name} is valid"
    return f"{', '.join(path.name for path in files)} valid"


def loaded(etree, case):
    """The schemas, beside the official ones that they extend."""
    folder = case.out / "schemas"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(case.tools.installed("schemas.classpath").read_text().strip()) as package:
        (folder / "official.xsd").write_bytes(package.read("graphml.xsd"))
        (folder / "xlink.xsd").write_bytes(package.read("xlink.xsd"))
    for path in SCHEMAS.glob("*.xsd"):
        (folder / path.name).write_bytes(path.read_bytes())
    return {f".{name}": etree.XMLSchema(etree.parse(folder / f"{name}.xsd")) for name in ("graphml", "gexf")}


def check_columns(root):
    """A schema cannot say that a value belongs to a column of its own class, and has the column's type."""
    space = "{http://gexf.net/1.3}"
    for what in ("node", "edge"):
        columns = {}
        for attributes in root.iter(f"{space}attributes"):
            if attributes.get("class") == what:
                columns |= {column.get("id"): column.get("type") for column in attributes.iter(f"{space}attribute")}
        for element in root.iter(f"{space}{what}"):
            values = list(element.iter(f"{space}attvalue"))
            assert len({value.get("for") for value in values}) == len(values), f"{element.get('id')}: twice a value"
            for value in values:
                check_value(columns[value.get("for")], value.get("value"))


def check_value(kind, text):
    if kind in ("long", "double"):
        float(text)
    if kind == "boolean":
        assert text in ("true", "false"), text
    assert text, "an empty value"
