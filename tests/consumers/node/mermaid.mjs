// Parses a Mermaid diagram with Mermaid itself, and prints what it has understood as JSON.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<body></body>", { pretendToBeVisual: true });
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

const text = readFileSync(process.argv[2], "utf8");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
const nodes = [...db.getVertices().values()].map(({ id, text }) => ({ id, label: text }));
const edges = db.getEdges().map(({ start, end, text, stroke, type }) => ({ start, end, text, stroke, type }));
process.stdout.write(JSON.stringify({ nodes, edges, groups: db.getSubGraphs().length }));
