"""graph.svg: well-formed, nothing that runs or loads, links and titles, drawn by resvg."""

from pathlib import Path

from diagram import actor, check_actors, check_lines
from picture import check_drawn

NAME = "SVG"
NEEDS = ["lxml", "pillow"]
SCRIPT = Path(__file__).resolve().parents[1] / "node" / "draw.mjs"
XLINK = "{http://www.w3.org/1999/xlink}href"
SAFE = ("http://", "https://", "#")


def check(case):
    from lxml import etree

    path = case.file("graph.svg")
    tree = etree.parse(path)
    elements = list(tree.iter(etree.Element))
    for element in elements:
        check_element(etree, element)
    links = [element for element in elements if etree.QName(element).localname == "a"]
    targets = [link.get("href", link.get(XLINK)) for link in links]
    check_actors(case.expected, {id for id in map(actor, targets) if id})
    check_lines(case.expected, [target for target in targets if not actor(target)])
    names = {etree.QName(element).localname for element in elements}
    assert {"title", "desc"} <= names, "no title or description for screen readers"
    case.tools.node(SCRIPT, path)
    ink = check_drawn(Path(f"{path}.png"))
    return f"{len(elements)} elements, {len(links)} links, {ink}"


def check_element(etree, element):
    name = etree.QName(element)
    assert name.namespace == "http://www.w3.org/2000/svg", f"an element of another language: {name}"
    assert name.localname not in ("script", "foreignObject", "image", "use"), f"an element that runs or loads: {name}"
    for attribute, value in element.attrib.items():
        local = etree.QName(attribute).localname
        assert not local.lower().startswith("on"), f"a handler: {local}"
        if local == "href":
            assert value.startswith(SAFE), f"a link to {value[:60]}"
        assert "url(" not in value or "url(#" in value, f"loads {value[:60]}"
