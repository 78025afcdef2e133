"""Names of people: without titles, in all spellings, and the surname alone."""
import re

from .text import ascii_form, parts, unique

TITLES = re.compile(r"^(?:Sheikh|Prince|Emperor|Archbishop|Sir|Dr\.?|Gen\.|Sr\. Gen\.|King|Presidential Council,|Taliban Leader"
                    r"|Confederation|Polynesia|Assembly|Council|(?:Cnsp|Gnu Interim|and) Prime Minister|and Foreign Minister"
                    r"|for Foreign and Political Affairs) ")
FAMILY_FIRST = {"CHN", "TWN", "PRK", "KOR"}


def person_name(raw, rename):
    """The name without titles and peerages; None for a row that names nobody."""
    name = rename.get(raw, raw)
    if re.search(r"[^\x00-\u024f\u1e00-\u1eff’ʻ]|^Q\d|^(also|moslman|New Zealand)|Lord of", name):
        return None
    while TITLES.match(name):
        name = TITLES.sub("", name)
    name = re.sub(r", .*| of (the Netherlands|Denmark|Norway|Spain|Sweden|Lesotho|Tonga)$", "", name)
    name = re.sub(r"\b[IVX][ivx]+$", lambda number: number[0].upper(), name)
    return name or None


def surname(name, code):
    """The part by which news calls a person: the family name, which comes first in Chinese and Korean names."""
    words = name.split()
    if len(words) < 2 or re.search(r"(?:Jr\.|Sr\.|\b[IVX]+|of [A-Z]\w+)$", name):
        return None
    if code in FAMILY_FIRST:
        return words[0]
    particle = words[-2] if words[-2] in ("al", "el", "de", "van", "von", "bin") else ""
    return f"{particle} {words[-1]}".strip() if particle in ("al", "el") else words[-1]


def aliases(row):
    return [name for name in parts(row["aliases"]) if re.fullmatch(r"[\x00-\u024f\u1e00-\u1eff]+", name) and "," not in name]


def spellings(names, usual):
    """All spellings of a name, each also without diacritics, the usual one first."""
    return unique([form for name in names for form in (name, ascii_form(name))], {usual})
