"""The HTML report: strict HTML 5, nothing from a text runs or is loaded, the sentences are those of the claims."""

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
    return f"{len(elements)} elements, {quoted(elements, case.expected)} sentences, {len(scripts)} scripts"


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


def quoted(elements, expected):
    """How many sentences are on the page, each as claims.jsonl has it, however its words are marked."""
    texts = {claim["evidence"]: squeezed(printable(claim["text"])) for claim in expected.claims}
    shown = [e for e in elements if (e.get("id") or "").startswith("evidence-")]
    for element in shown:
        id = element.get("id").removeprefix("evidence-")
        found = squeezed("".join("".join(quote.itertext()) for quote in element.iter("blockquote")))
        assert found == texts[id], f"evidence {id}: {found!r:.80}, not {texts[id]!r:.80}"
    assert shown or not any(is_between_states(expected, edge) for edge in expected.edges.values()), "no sentences"
    return len(shown)


def is_between_states(expected, edge):
    ends = {edge["source"], edge["target"]}
    return edge["sign"] and len(ends) == 2 and all(expected.nodes[end]["kind"] == "state" for end in ends)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()
