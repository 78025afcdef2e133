"""The HTML report: strict HTML 5, nothing from a text runs, nothing is loaded, every piece of evidence is there."""

import re

from expected import printable

NAME = "HTML report"
NEEDS = ["html5lib"]
SAFE = re.compile(r"(https?://|#|mailto:)")
HARMLESS = {"invalid-codepoint"}  # control characters of a text are shown as nothing
LOADING = {"iframe", "object", "embed", "link", "base", "form", "frame", "applet", "audio", "video", "img"}


def check(case):
    import html5lib

    source = case.file("graph.html").read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(source)
    errors = [f"{code} at {place}" for place, code, _ in parser.errors if code not in HARMLESS]
    assert not errors, f"{len(errors)} errors of syntax: {errors[:3]}"
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for element in elements:
        check_element(element)
    scripts = ["".join(e.itertext()) for e in elements if e.tag.endswith("script")]
    assert all("alert(1)" not in script for script in scripts), "a text reached a script"
    policy = [e for e in elements if e.tag == "meta" and e.get("http-equiv") == "Content-Security-Policy"]
    assert policy, "no content security policy"
    ids = [e.get("id") for e in elements if e.get("id")]
    assert len(ids) == len(set(ids)), "an id stands twice"
    targets = {e.get("href")[1:] for e in elements if (e.get("href") or "").startswith("#")}
    assert targets <= set(ids), f"links to nowhere: {list(targets - set(ids))[:3]}"
    return f"{len(elements)} elements, {quoted(tree, case.expected)} sentences, {len(scripts)} scripts"


def check_element(element):
    name = element.tag.split("}")[-1]
    assert name not in LOADING, f"an element that loads: {name}"
    for attribute, value in element.attrib.items():
        attribute = attribute.split("}")[-1].lower() if isinstance(attribute, str) else attribute[-1]
        assert not attribute.startswith("on"), f"a handler: {attribute}"
        if attribute in ("href", "src", "action", "formaction", "data"):
            assert SAFE.match(value), f"a link to {value[:60]!r}"
            assert attribute == "href", f"loads {value[:60]!r}"
        assert "url(" not in value or "url(#" in value, f"loads {value[:60]!r}"


def quoted(tree, expected):
    """How many sentences of the edges' evidence are on the page; all must be, however their words are marked."""
    page = squeezed("".join(tree.itertext()))
    of_edges = {id for edge in expected.edges.values() for id in edge["evidence"]}
    texts = {squeezed(printable(c["text"])) for c in expected.claims if c["evidence"] in of_edges}
    missing = [text for text in texts if text not in page]
    assert not missing, f"{len(missing)} of {len(texts)} sentences missing: {missing[:1]!r:.200}"
    return len(texts)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()
