"""organisations.csv: organisations, organs of states, armed groups, media."""
from collections import defaultdict

from .entry import override
from .text import by_language, parts, slug

KINDS = {"IGO": "organization", "UN organ": "organization", "UN agency": "organization", "court": "organization",
         "bloc": "organization", "alliance": "organization", "alliance (dissolved)": "organization", "NGO": "organization",
         "think-tank": "organization", "political organisation": "organization", "government body": "government-body",
         "armed group": "armed-group", "media": "media"}
SECTORS = {"government-body": "GOV", "armed-group": "UAF", "media": "JRN"}


def organisation(row, ids, change):
    kind, country = KINDS[row["type"]], ids.get(row["host_state_iso3"])
    label = row["name_en"]
    belongs = None if kind == "armed-group" else country
    short = [row["abbreviation"]] if len(row["abbreviation"]) > 2 else []
    entry = {
        "id": slug(label), "kind": kind, "label": {"en": label, "id": row["name_id"] or label},
        "names": by_language(en=parts(row["aliases_en"]), id=parts(row["aliases_id"]), any=short),
        "country": belongs, "acts_for": country if kind == "government-body" else None, "sector": SECTORS.get(kind),
        "wikidata": row["wikidata_qid"],
        "members": sorted(ids[code] for code in row["members_iso3"].split() if code in ids),
    }
    return override(entry, change)


def organisations(rows, ids, changes):
    """`into` gives an organ's names to its state: a ministry without a name of its own is the state itself."""
    entries, given = [], defaultdict(list)
    for row in rows:
        change = changes.get(row["id"], {})
        if change.get("into"):
            given[change["into"]].append(change.get("names", {}))
        elif not change.get("skip"):
            entries.append(organisation(row, ids, change))
    return entries, given
