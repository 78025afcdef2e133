"""Offices: what role a row is, where it was held, and when."""
import re
from collections import defaultdict

NOT_THE_OFFICE = re.compile(r"Congress|Yuan|Dewan Negara|Duchy|Defence Equipment|Defence Materiel|Science and Personnel|Production"
                            r"|Defence and Space|Head of the Minister|Archives|Supreme Commander|Caixa|Chancellor of Justice|Pontifical|Vice Foreign"
                            r"|Associate Minister|Police")
ROLE_WORDS = [
    ("foreign_minister", "", "foreign-minister"), ("defence_minister", "", "defence-minister"),
    ("national_security", "", "national-security-adviser"), ("vice_head_of_state", "", "vice-president"),
    ("security_chief", "CIA|Mossad|Intelligence|FSB|MI6", "intelligence-chief"),
    ("security_chief", "^Chairman of the Joint", "chairman-of-the-joint-chiefs"),
    ("security_chief", "[Cc]ommander", "commander-in-chief"), ("security_chief", "", "chief-of-staff"),
    ("igo_head", "Deputy|Under-", "deputy-secretary-general"), ("igo_head", "Director-General", "director-general"),
    ("igo_head", "Secretary-General", "secretary-general"), ("igo_head", "High Commissioner", "high-commissioner"),
    ("igo_head", "President", "president"), ("igo_head", "", "chair"),
    ("", "^(?:Acting|Interim|Transitional) President", "interim-president"),
    ("", "^(?:Acting|Interim) Prime Minister", "interim-prime-minister"),
    ("", "Governor-General", "governor-general"), ("", "Vice President", "vice-president"),
    ("", "Supreme Leader", "supreme-leader"), ("", "Prime Minister|Taoiseach", "prime-minister"),
    ("", "Premier", "premier"), ("", "Chancellor", "chancellor"), ("", "Pope", "pope"), ("", "Emperor", "emperor"),
    ("", "Grand Duke", "grand-duke"), ("", "Amir|Emir", "emir"), ("", "Sultan", "sultan"), ("", "Queen", "queen"),
    ("", "Prince", "prince"), ("", "King|[Mm]onarch|Druk|Ngwenyama|Yang di", "king"), ("", "[Pp]resident", "president"),
    ("head_of_government", "Chief Minister", "chief-minister"), ("head_of_government", "Governor", "governor"),
    ("head_of_state", "", "head-of-state"), ("head_of_government", "", "head-of-government"),
]
ONE_HOLDER = {"president", "prime-minister", "premier", "chancellor", "king", "emir", "supreme-leader", "foreign-minister",
              "defence-minister"}
RIVALS = {"yemen", "sudan", "libya", "myanmar", "western-sahara"}  # two governments, whose ministers hold office side by side
PLAIN_TITLES = re.compile(
    r"(?i)(?:federal )?(?:president|prime minister|(?:vice|deputy) president|premier|king|monarch|chief of state"
    r"|head of government|foreign minister|minister (?:of|for) (?:foreign|external) (?:affairs|relations)"
    r"|minister (?:of|for) (?:national )?defen[cs]e|chief of (?:the )?general staff|governor-general|chancellor"
    r"|secretary-general|director-general)\b[^,;&]{0,60}$")


def role_of(row):
    for office_class, words, role in ROLE_WORDS:
        if office_class in ("", row["office_class"]) and re.search(words, row["office"]):
            return role
    return None


def usable(row):
    """Rows that the share-alike list alone attests are left out."""
    sources = row["source"].split(" | ")
    return any("world-leaders-current" not in source for source in sources) and not NOT_THE_OFFICE.search(row["office"])


def place_of(row, ids, changes):
    for rule in changes["office_of"]:
        if re.search(rule["words"], row["office"]) and rule.get("state", row["state_iso3"]) == row["state_iso3"]:
            return rule["of"]
    return ids.get(row["state_iso3"])


def office(row, of):
    """The title is kept where it says more than the role."""
    held = {"role": role_of(row), "of": of}
    if not PLAIN_TITLES.match(row["office"]):
        held["title"] = row["office"]
    held.update({key: row[key] for key in ("start", "end") if row[key]})
    return held


def merged(offices):
    """One record an office and beginning: the most precise dates of what the sources give."""
    groups = defaultdict(list)
    for held in offices:
        groups[held["role"], held["of"], held.get("start", "")[:4]].append(held)
    result = []
    for group in groups.values():
        best = max(group, key=lambda held: (len(held.get("start", "")), len(held.get("end", "")), held.get("title", "")))
        ends = [held["end"] for held in group if held.get("end")]
        result.append({**best, **({"end": max(ends, key=len)} if ends else {})})
    return sorted(result, key=lambda held: (held.get("start", ""), held["role"], held["of"]))


def succeed(people):
    """Where no source gives the end of an office that one person holds at a time, it ends when the next one begins."""
    tenures = defaultdict(list)
    for entry in people:
        for held in entry.get("offices", []):
            if held["role"] in ONE_HOLDER and held["of"] not in RIVALS and held.get("start"):
                tenures[held["role"], held["of"]].append((held["start"], entry["id"], held))
    for line in tenures.values():
        for start, holder, held in line:
            later = [other for other, person, _ in line if person != holder and other[:4] > start[:4]]
            if later:
                held.setdefault("end", min(later))


def correct_offices(entry, change):
    """`without`: roles that the tables give wrongly; `ends`: when the last tenure ended, where they stop before."""
    entry["offices"] = [held for held in entry.get("offices", []) if held["role"] not in change.get("without", [])]
    for role, end in change.get("ends", {}).items():
        held = [held for held in entry.get("offices", []) if held["role"] == role]
        if held:
            held[-1].setdefault("end", end)
    return entry
