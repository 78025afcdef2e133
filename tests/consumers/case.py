"""A graph that is checked, and the tools that are there to check it with."""

import os
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from expected import Expected

HERE = Path(__file__).resolve().parent


class Skip(Exception):
    """A reader that cannot be had here, and why."""


class Unwritten(Skip):
    """An export that the program does not know."""


# Format of `aliansi export`, further options, what it is written to.
EXPORTS = [
    ("ttl", [], "graph.ttl"),
    ("nt", [], "graph.nt"),
    ("nq", [], "graph.nq"),
    ("trig", [], "graph.trig"),
    ("rdf", [], "graph.rdf"),
    ("jsonld", [], "graph.jsonld"),
    ("ttl", ["--rdf12"], "graph.12.ttl"),
    ("graphml", [], "graph.graphml"),
    ("gexf", [], "graph.gexf"),
    ("json", [], "graph.json"),
    ("dot", ["--structural", "--all-actors", "--level", "actor"], "graph.dot"),
    ("svg", ["--structural", "--all-actors", "--level", "actor"], "graph.svg"),
    ("csv", [], "csv"),
    ("csv", ["--neo4j"], "neo4j"),
    ("mermaid", ["--structural", "--all-actors", "--level", "actor"], "graph.mmd"),
    ("html", ["--structural", "--level", "actor", "--pairs", "100000"], "graph.html"),
]


class Case:
    """A graph folder and what `aliansi export` makes of it."""

    def __init__(self, folder, out, tools, program):
        self.name = folder.name
        self.folder = folder
        self.tools = tools
        self.program = program
        self.served = None
        self.proxy = None
        self.expected = Expected.of(folder)
        self.out = out / self.name
        shutil.rmtree(self.out, ignore_errors=True)
        self.exports = self.out / "exports"
        self.exports.mkdir(parents=True)
        self.refused = {}
        for format, options, name in EXPORTS:
            self.export(program, format, options, name)

    def export(self, program, format, options, name):
        command = [program, "export", "--quiet", "--graph", self.folder, "--format", format, *options]
        done = subprocess.run([*command, "-o", self.exports / name], capture_output=True, text=True)
        if done.returncode:
            self.refused[name] = done.stderr.strip()

    def server(self):
        """The program, serving the folder from the first call on."""
        if self.served is None:
            from server import Server

            self.served = Server(self.program, self.folder)
        return self.served

    def endpoint(self):
        """Where clients ask: the server, or what stands between."""
        return self.proxy or self.server().url

    def close(self):
        """Ends the server."""
        if self.served:
            self.served.close()

    def file(self, name):
        """An export. `Unwritten` if the program does not know it; any other failure to write it is an error."""
        message = self.refused.get(name, "")
        if any(words in message for words in ("invalid value", "unexpected argument")):
            raise Unwritten(f"no {name}: {message.splitlines()[0]}")
        assert not message, f"{name} is not written: {message}"
        return self.exports / name

    def files(self, *names):
        """Those exports that the program knows. `Unwritten` if it knows none."""
        found = []
        for name in names:
            try:
                found.append(self.file(name))
            except Unwritten:
                pass
        return found or [self.file(names[0])]


class Tools:
    """The folder that install.sh has filled, and what is on the path."""

    def __init__(self, folder):
        self.folder = folder

    def python(self, *packages):
        """Sees that Python packages are there, of the version in requirements.txt or a later one."""
        for line in (HERE / "requirements.txt").read_text().splitlines():
            package, _, wanted = line.partition("==")
            if package not in packages:
                continue
            try:
                found = version(package)
            except PackageNotFoundError:
                raise Skip(self.missing("python", package)) from None
            if numbers(found) < numbers(wanted):
                raise Skip(f"{package} is {found}, older than {wanted}")

    def java(self, name, main, *arguments):
        """Runs a Java program, a class or a source file, with the class path of a name; gives its output."""
        if not shutil.which("java"):
            raise Skip("java is not installed")
        path = self.installed(f"{name}.classpath").read_text().strip()
        return run("java", "-Djava.awt.headless=true", "-Xmx1g", "-cp", path, main, *arguments)

    def node(self, script, *arguments):
        """Runs a script with the packages of node/package.json; gives its output."""
        if not shutil.which("node"):
            raise Skip("node is not installed")
        self.installed("node/node_modules")
        copy = self.folder / "node" / script.name  # node looks for packages beside a script
        shutil.copy(script, copy)
        return run("node", copy, *arguments)

    def installed(self, name):
        path = self.folder / name if self.folder else None
        if path and path.exists():
            return path
        raise Skip(self.missing(name.split("/")[0].split(".")[0]))

    def missing(self, name, package=None):
        """Why something is not installed."""
        note = self.folder / f"{name}.missing" if self.folder else None
        if note and note.exists():
            return note.read_text().strip()
        return f"{package or name} is not installed: see install.sh"


def numbers(text):
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def run(*command, limit=120):
    """Output of a program; an `AssertionError` with its messages if it fails."""
    done = subprocess.run(list(map(str, command)), capture_output=True, timeout=limit)
    messages = done.stderr.decode("utf-8", "replace").strip()
    assert done.returncode == 0, f"{Path(str(command[0])).name} ended with {done.returncode}: {messages[-1500:]}"
    return done.stdout.decode("utf-8"), messages


def is_ci():
    return os.environ.get("CI", "") not in ("", "false")
