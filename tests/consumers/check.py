#!/usr/bin/env python3
"""Reads graphs with the programs that people open them with, and compares what each has read with graph.json.

    python3 tests/consumers/check.py --program ALIANSI [--tools FOLDER] [--out FOLDER] [--only NAME] GRAPH_FOLDER…

ALIANSI writes every export of each folder. `install.sh FOLDER` installs what the readers need; run this with the Python
of its venv. What is not installed is skipped with a message; where the variable CI is set that counts as a failure,
unless there was no network.
Exit status: 0 all that could be checked agrees, 1 something does not, 2 wrong usage.
"""

import argparse
import importlib
import pkgutil
import sys
import tempfile
import time
from pathlib import Path

MOST = 700  # characters of what is said of a reader
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import readers  # noqa: E402
from case import Case, Skip, Tools, Unwritten, is_ci  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--tools", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("folders", nargs="+", type=Path)
    return parser.parse_args()


def found_readers(only):
    """Modules with a `NAME` and a `check(case)` that says what it has seen."""
    names = sorted(module.name for module in pkgutil.iter_modules(readers.__path__) if only in module.name)
    return [importlib.import_module(f"readers.{name}") for name in names]


def outcome(reader, case):
    """ok, skipped or FAILED, and what there is to say."""
    try:
        case.tools.python(*getattr(reader, "NEEDS", ()))
        return "ok", reader.check(case)
    except Skip as reason:
        counts = is_ci() and "no network" not in str(reason) and not isinstance(reason, Unwritten)
        return "FAILED" if counts else "skipped", str(reason)
    except Exception as error:  # whatever a reader raises is what this looks for
        return "FAILED", f"{type(error).__name__}: {error}"


def main():
    given = arguments()
    out = given.out or Path(tempfile.mkdtemp(prefix="consumers"))
    tools = Tools(given.tools.resolve() if given.tools else None)
    outcomes = []
    for folder in given.folders:
        case = Case(folder, out.resolve(), tools, given.program)
        print(f"{case.name}: {len(case.expected.nodes)} actors, {len(case.expected.edges)} edges")
        for reader in found_readers(given.only):
            start = time.monotonic()
            how, what = outcome(reader, case)
            outcomes.append(how)
            what = " ".join(what.split())[:MOST]
            print(f"  {how:8}{reader.NAME}: {what} ({time.monotonic() - start:.1f} s)", flush=True)
        case.close()
    print(", ".join(f"{outcomes.count(how)} {how}" for how in ("ok", "skipped", "FAILED")))
    return int("FAILED" in outcomes)


if __name__ == "__main__":
    sys.exit(main())
