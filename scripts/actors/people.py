"""leaders.csv: people, one entry each, with the offices that they held."""
from collections import defaultdict

from .entry import override
from .names import aliases, person_name, spellings, surname
from .offices import correct_offices, merged, office, place_of, succeed, usable
from .text import ascii_form, slug, unique


def gather(rows, ids, territories, changes):
    """Rows by person id."""
    ids_of_names = {name: key for key, change in changes["people"].items() for name in change.get("same", [])}
    people = defaultdict(list)
    for row in rows:
        name, of = person_name(row["person"], changes["rename"]), place_of(row, ids, changes)
        ruled_from_afar = of in territories and row["office_class"] == "head_of_state" and "factbook" in row["source"]
        if name and of and usable(row) and not ruled_from_afar:
            people[ids_of_names.get(name) or slug(name)].append((name, of, row))
    return people


def home_of(places, belongs):
    """Where most offices were held: a state rather than an organ or a territory of it; the last of several."""
    return max(reversed(places), key=lambda place: (belongs[place] == place, places.count(place)))


def person(key, rows, belongs):
    names = [name for name, _, _ in rows]
    label = ascii_form(max(names, key=lambda name: (names.count(name), -len(name), name)))
    home = home_of([of for _, of, _ in rows], belongs)
    return {
        "id": key, "kind": "person", "label": {"en": label},
        "names": {"any": spellings(names + [form for _, _, row in rows for form in aliases(row)], label)},
        "country": belongs[home], "acts_for": None if belongs[home] else home, "sector": "GOV",
        "wikidata": next((row["wikidata_qid"] for _, _, row in rows if row["wikidata_qid"]), None),
        "weak": unique(filter(None, (surname(ascii_form(name), row["state_iso3"]) for name, _, row in rows))),
        "offices": merged([office(row, of) for _, of, row in rows]),
    }


def state_of(entry):
    return entry["id"] if entry["kind"] == "state" else entry.get("country")


def all_names(entry):
    lists = [names for key in ("names", "adjectives", "seats") for names in entry.get(key, {}).values()]
    return [*entry["label"].values(), *(name for names in lists for name in names)]


def share_out(people, known, others, common):
    """A surname goes to one person, who is well known or else held office last, and to none if it is another name or too common."""
    taken = {name for entry in people + others for name in all_names(entry)} | set(common)

    def weight(entry):
        starts = [held.get("start", "") for held in entry.get("offices", [])]
        return entry["id"] in known, max(starts, default=""), entry["id"]

    for entry in sorted(people, key=weight, reverse=True):
        entry["weak"] = [name for name in entry.get("weak", []) if name not in taken]
        taken.update(entry["weak"])
    return people


def people(rows, ids, entries, changes):
    territories = {entry["id"] for entry in entries if entry["kind"] == "territory"}
    belongs = defaultdict(str, {entry["id"]: state_of(entry) for entry in entries})
    found = gather(rows, ids, territories, changes)
    result = []
    for key in sorted(set(found) | set(changes["people"])):
        change = changes["people"].get(key, {})
        entry = person(key, found[key], belongs) if key in found else {"id": key, "kind": "person"}
        if not change.get("skip"):
            result.append(override(correct_offices(entry, change), change))
    succeed(result)
    return share_out(result, set(changes["people"]), entries, changes["common"])
