#!/usr/bin/env python3
"""Convert tables of facts about actors into states.toml, organizations.toml and people.toml.

usage: convert_actors.py DATA_DIR ACTORS_DIR

DATA_DIR holds states.csv, organisations.csv and leaders.csv; ACTORS_DIR gets the files. actor_overrides.toml, beside this
script, holds the hand-written decisions on ids, names and spellings (its head says how). The same input gives the same
bytes. ontology/SOURCES.md names the origin of the facts.
"""
import csv
import sys
import tomllib
from pathlib import Path

sys.dont_write_bytecode = True  # leaves no files beside the parts

from actors.entry import override, write
from actors.organisations import organisations
from actors.people import people
from actors.states import states

OVERRIDES = Path(__file__).with_name("actor_overrides.toml")


def table(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def main(data, actors):
    changes = tomllib.loads(OVERRIDES.read_text(encoding="utf-8"))
    state_entries, ids = states(table(data, "states.csv"), changes["states"])
    organisation_entries, given = organisations(table(data, "organisations.csv"), ids, changes["organizations"])
    for entry in state_entries:
        for names in given[entry["id"]]:
            override(entry, {"names": names})
    entries = state_entries + organisation_entries
    write(actors / "states.toml", "states.csv", state_entries)
    write(actors / "organizations.toml", "organisations.csv", organisation_entries)
    write(actors / "people.toml", "leaders.csv", people(table(data, "leaders.csv"), ids, entries, changes))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
