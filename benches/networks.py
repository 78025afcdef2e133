"""How long NetworkX and aliansi take to write the same graph as GraphML and as GEXF, in one run on one machine.

    pip install networkx lxml
    python benches/networks.py [CLAIMS ACTORS [PROFILE]]

Prints seconds of both and their ratio. Layout is not counted: NetworkX writes the places that aliansi computed.
"""

import io
import json
import subprocess
import sys
import tempfile
import time

import networkx as nx


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ours(claims, actors, profile, file):
    command = ["cargo", "bench", "--quiet", "--profile", profile, "--bench", "networks", "--", "--once"]
    command += [str(claims), str(actors), file]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    claims, actors = sys.argv[1:3] if len(sys.argv) > 2 else (50_000, 10_000)
    profile = sys.argv[3] if len(sys.argv) > 3 else "bench"
    with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
        own = ours(claims, actors, profile, file.name)
        graph = nx.read_graphml(file.name, force_multigraph=True)
    print(json.dumps(own))
    for name in ("graphml", "gexf"):
        speed = own[f"{name}_bytes"] / own[name] / 1e6
        write = {"graphml": nx.write_graphml, "gexf": nx.write_gexf}[name]
        theirs = seconds(lambda: write(graph, io.BytesIO()))
        print(f"{name:8} NetworkX {theirs:8.3f} s, aliansi {own[name]:8.3f} s ({speed:.0f} MB/s): {theirs / own[name]:.0f} times")


if __name__ == "__main__":
    main()
