"""How fast oxigraph's own server and aliansi answer the same queries about the same graph, taking turns on one machine.

    pip install oxigraph
    cargo build --release
    python benches/against_oxigraph.py --program target/release/aliansi GRAPH_FOLDER
        [--seconds 30] [--rounds 2] [--clients 64] [--kinds A,B] [--singly SECONDS] [--store DIR] [--serve "OPTION…"]

Loads graph.nq of the folder into a store of oxigraph's (which --store keeps for another time), starts both servers, sees that they
give the same answers, then sets benches/serving on the one and on the other by turns: with the mix of all queries, and with each
kind of query by itself. Prints answers a second, milliseconds, and the processor time of an answer, which other work on the machine
disturbs least; a ratio above 1 says that aliansi is faster.
Exit status: 0 the answers were the same, 1 they were not.
"""

import argparse
import json
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

SAMPLE = 20  # queries of each kind of which both answers are compared
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
NAMES = ("oxigraph", "aliansi")
HEADS = ("answers a second", "p50 ms", "p99 ms", "max ms", "processor ms each", "ratio of")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", default=30.0, type=float)
    parser.add_argument("--rounds", default=2, type=int)
    parser.add_argument("--clients", default=64, type=int)
    parser.add_argument("--kinds", default="")
    parser.add_argument("--singly", default=5.0, type=float)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--serve", default="")
    parser.add_argument("--profile", default="bench")
    parser.add_argument("folder", type=Path)
    return parser.parse_args()


def tool(given, *options):
    """Output of benches/serving."""
    command = ["cargo", "bench", "--quiet", "--profile", given.profile, "--bench", "serving", "--"]
    command += ["--graph", given.folder.resolve(), *options]
    return subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True).stdout


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@contextmanager
def started(path, *command):
    """A server of which the command ends in the place of its port; its endpoint and its process id once it answers."""
    port = free_port()
    server = subprocess.Popen([str(part).format(port=port) for part in command], stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/{path}"
    try:
        start = time.monotonic()
        while not is_answering(url):
            assert server.poll() is None, f"{command[0]} ended with {server.returncode}"
            time.sleep(0.01)
        print(f"{Path(command[0]).name} answers after {time.monotonic() - start:.2f} s", flush=True)
        yield url, server.pid
    finally:
        server.terminate()
        server.wait(30)


def is_answering(url):
    try:
        return ask(url, "ASK {}", "application/sparql-results+json") is not None
    except urllib.error.URLError:
        return False


def ask(url, query, accept):
    request = urllib.request.Request(f"{url}?{urllib.parse.urlencode({'query': query})}", headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=600) as answer:
        return answer.read().decode("utf-8")


def rows(url, query, accept):
    """An answer, without the order that no query asks for."""
    text = ask(url, re.sub(r" LIMIT \d+$", "", query), accept)
    if "json" not in accept:
        return Counter(set(text.splitlines()))
    found = json.loads(text)["results"]["bindings"]
    return Counter(tuple(sorted((name, *same_term(term)) for name, term in row.items())) for row in found)


def same_term(term):
    """A term; numbers by their value, since oxigraph's store keeps no trailing zeros."""
    datatype = term.get("datatype", "")
    is_number = datatype.endswith(("#decimal", "#double", "#float"))
    value = str(float(term["value"])) if is_number else term["value"]
    return term["type"], value, term.get("xml:lang", ""), datatype


def same_answers(given, kinds, urls):
    """Sees that both give the same answers; prints how much there was to compare."""
    seen = {}
    for line in map(json.loads, tool(given, "--list", SAMPLE, *kinds).splitlines()):
        theirs, ours = (rows(url, line["query"], line["accept"]) for url in urls)
        if theirs != ours:
            missing, more = theirs - ours, ours - theirs
            print(f"{line['query']}\n  only oxigraph: {list(missing)[:3]}\n  only aliansi: {list(more)[:3]}")
            return False
        seen.setdefault(line["kind"], []).append(theirs.total())
    for kind, counts in seen.items():
        print(f"  same answers: {kind}, {len(counts)} queries, {sum(counts)} rows")
        assert sum(counts), f"no query of {kind} finds anything: there is nothing to compare"
    return True


def measure(given, servers, seconds, *options):
    """Figures of both, by turns."""
    figures = [[], []]
    for _ in range(given.rounds):
        for (url, pid), own in zip(servers, figures):
            said = tool(given, "--url", url, "--pid", pid, "--seconds", seconds, "--clients", given.clients, "--json", *options)
            own.append(json.loads(said))
    return figures


def compare(name, figures):
    theirs, ours = ([run["all"] for run in runs] for runs in figures)
    columns = []
    for field in ("per_second", "p50_ms", "p99_ms", "max_ms"):
        columns += [statistics.median(run[field] for run in runs) for runs in (theirs, ours)]
    processor = [statistics.median(run["processor_ms"] for run in runs) for runs in figures]
    ratios = columns[1] / columns[0], processor[0] / max(processor[1], 1e-3)
    print(f"{name:18}" + "".join(f"{column:11.1f}" for column in columns) + "".join(f"{time:11.3f}" for time in processor)
          + "".join(f"{ratio:11.2f}" for ratio in ratios), flush=True)


def print_held(figures):
    for name, runs in zip(NAMES, figures):
        for held in (run["held"] for run in runs):
            resident = ", ".join(str(part["resident"]) for part in held)
            print(f"{name}: {resident} MB resident in each fifth of the time; at most {held[-1]['peak']} MB, "
                  f"{max(part['threads'] for part in held)} threads, {max(part['files'] for part in held)} files")


def run(given, store):
    kinds = ["--kinds", given.kinds] if given.kinds else []
    theirs = [OXIGRAPH, "serve-read-only", "--union-default-graph", "--location", store, "--bind", "127.0.0.1:{port}"]
    ours = [given.program, "serve", "--graph", given.folder, *given.serve.split(), "--port", "{port}"]
    with started("query", *theirs) as first, started("sparql", *ours) as second:
        servers = (first, second)
        if not same_answers(given, kinds, [url for url, _ in servers]):
            return 1
        print(f"{'':18}" + "".join(f"{name:>22}" for name in HEADS))
        print(f"{'':18}" + "".join(f"{name:>11}" for name in NAMES) * 5 + f"{'answers':>11}{'processor':>11}")
        mixed = measure(given, servers, given.seconds, *kinds)
        compare("mix", mixed)
        for kind in sorted(mixed[0][0]["kinds"]):
            compare(kind, measure(given, servers, given.singly, "--kinds", kind))
        print_held(mixed)
    return 0


def main():
    given = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        store = given.store or Path(scratch) / "store"
        if not store.exists():
            load = [OXIGRAPH, "load", "--location", store, "--file", given.folder / "graph.nq"]
            subprocess.run(load, check=True, stderr=subprocess.DEVNULL)
        return run(given, store)


if __name__ == "__main__":
    sys.exit(main())
