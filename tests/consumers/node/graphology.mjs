// Reads a GraphML or GEXF file as Gephi Lite does, and prints the graph as JSON.
import { readFileSync } from "node:fs";
import Graph, { MultiDirectedGraph } from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parse as parseGraphml } from "graphology-graphml";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
globalThis.DOMParser = window.DOMParser;
globalThis.Document = window.Document;
globalThis.XMLDocument = window.XMLDocument;

const [path] = process.argv.slice(2);
const parse = path.endsWith(".gexf") ? parseGexf : parseGraphml;
const options = { allowUndeclaredAttributes: true, addMissingNodes: false };
// jsdom's parser takes the line ends of XML 1.1 for line ends in XML 1.0 too; browsers do not.
const text = readFileSync(path, "utf8").replace(/[\u0085\u2028]/g, (c) => `&#${c.charCodeAt(0)};`);
const graph = parse(path.endsWith(".gexf") ? Graph : MultiDirectedGraph, text, options);
process.stdout.write(JSON.stringify({ type: graph.type, ...graph.export() }));
