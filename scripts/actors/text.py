"""Names and cells of tables."""
import re
import unicodedata

LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ə": "a", "æ": "ae", "ß": "ss", "Þ": "Th", "þ": "th", "ð": "d",
                         "’": "'", "ʻ": "'", "ʼ": "'"})


def ascii_form(text):
    return unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore").decode()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", ascii_form(text).lower().replace("'", "")).strip("-")


def parts(cell):
    return [re.sub(r"^[Tt]he ", "", part.strip()) for part in cell.split(";") if part.strip()]


def unique(names, without=()):
    return [name for name in dict.fromkeys(names) if name and name not in without]


def fewest_capitals(names):
    """Drops spellings that another one covers: a small letter in a name also matches a capital."""
    def covers(other, name):
        same = other != name and other.lower() == name.lower() and len(other.split()) == len(name.split())
        return same and all(a == b or (a == b.lower() and not b.isupper()) for a, b in zip(other.split(), name.split()))
    return [name for name in names if not any(covers(other, name) for other in names)]


def by_language(**lists):
    """Names by language; a name that both languages use moves to `any`."""
    both = [name for name in lists.get("en", []) if name in lists.get("id", [])]
    found = {"any": fewest_capitals(unique(lists.get("any", []) + both))}
    for code in ("en", "id"):
        found[code] = fewest_capitals(unique(lists.get(code, []), found["any"]))
    return {code: names for code, names in found.items() if names}
