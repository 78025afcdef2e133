#!/usr/bin/env python3
"""Compares the figures of a scorer with the floors that they must not fall below.

    python3 .ci/floors.py NAME FIGURES.json

NAME is a key of floors.json, beside this file; FIGURES.json is what the scorer printed. Exit status: 0 every figure is
at or above its floor, 1 one is below.
"""

import json
import sys
from pathlib import Path


def figure(figures, path):
    for key in path.split("."):
        figures = figures[key]
    return figures


def main(name, figures_file):
    floors = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))[name]
    figures = json.loads(Path(figures_file).read_text(encoding="utf-8"))
    failed = False
    for path, floor in floors.items():
        value = figure(figures, path)
        failed |= value < floor
        print(f"{'BELOW' if value < floor else 'ok':5}  {name:8} {path:20} {value:.3f}, floor {floor}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
