"""states.csv: states, their territories and disputed ones."""
import re

from .entry import override
from .text import by_language, parts, slug, unique


def state_id(row, changes):
    change = changes.get(row["iso3"] or row["wikidata_qid"], {})
    return change.get("id") or slug(state_label(row))


def state_label(row):
    return re.sub(r"^St\. ", "Saint ", row["name_en"]).replace(" & ", " and ")


def parent(row, ids):
    """Id of the state that an undisputed territory belongs to."""
    found = re.search(r"(?:of|with) ([A-Z]{2})$", row["independent"]) or re.search(r"parent=([A-Z]{3}); claims=;", row["notes"])
    return ids.get(found[1]) if found else None


def adjectives(row):
    """English adjectives, and the plural of the people where it differs ("Spanish", "Spaniards")."""
    if row["adjective_en"] in ("", "none", "NA") or "administered" in row["adjective_en"]:
        return []
    words = re.split(r", | or |; ", re.sub(r";? ?note.*| \([^)]*\)", "", row["adjective_en"]))
    people = [word[:-3] + "s" for word in re.split(r", | or ", row["demonym_en"]) if word.endswith("(s)")]
    return unique(words + people)


def state(row, ids, change):
    label = state_label(row)
    kind = "state" if row["entity_type"] == "state" else "territory"
    official = [] if "(" in row["official_en"] else [row["official_en"]]
    capitals = parts(row["capital_en"].replace(", ", ";")) + parts(row["capital_alt_en"])
    entry = {
        "id": ids[row["iso3"] or row["wikidata_qid"]], "kind": kind,
        "label": {"en": label, "id": row["name_id"] or label},
        "names": by_language(en=official + [row["name_en"]] + parts(row["aliases_en"]), id=parts(row["aliases_id"])),
        "adjectives": {"en": adjectives(row)},
        "seats": by_language(en=capitals, id=parts(row["capital_id"]) + parts(row["capital_aliases_id"])),
        "country": parent(row, ids), "sector": "GOV" if kind == "state" else None,
        "iso3": row["iso3"], "wikidata": row["wikidata_qid"],
    }
    no_forms = [name for names in entry["names"].values() for name in names if re.search(r"[,(&/]|^[A-Z]{2}$", name)]
    keep = change.get("names", {})
    kept = {name for names in keep.values() for name in names}
    return override(entry, {**change, "drop": change.get("drop", []) + [name for name in no_forms if name not in kept]})


def states(rows, changes):
    skipped = {key for key, change in changes.items() if change.get("skip")}
    kept = [row for row in rows if (row["iso3"] or row["wikidata_qid"]) not in skipped]
    ids = {}
    for row in kept:
        ids[row["iso3"] or row["wikidata_qid"]] = state_id(row, changes)
        if row["iso2"]:
            ids[row["iso2"]] = state_id(row, changes)
    return [state(row, ids, changes.get(row["iso3"] or row["wikidata_qid"], {})) for row in kept], ids
