// How much a first visit loads, gzipped; ends with status 1 above the limit. What only the SPARQL tab loads is told apart.
import { gzipSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LIMIT = 400_000;
const dist = new URL("dist/page/", import.meta.url).pathname;
const html = readFileSync(join(dist, "index.html"), "utf8");
const size = (path) => gzipSync(readFileSync(path)).length;
const assets = readdirSync(join(dist, "assets"));

// The first visit takes what the page names, and what those scripts import at once.
const first = new Set(assets.filter((name) => html.includes(name)));
for (const name of first) {
  if (!name.endsWith(".js")) continue;
  const script = readFileSync(join(dist, "assets", name), "utf8");
  for (const [, imported] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) first.add(imported);
}
const sum = (names) => names.reduce((total, name) => total + size(join(dist, "assets", name)), 0);
const total = size(join(dist, "index.html")) + sum([...first]);
const later = sum(assets.filter((name) => !first.has(name) && /\.(js|css)$/.test(name)));
console.log(`first load ${total} bytes gzipped of ${LIMIT}; loaded later ${later}`);
if (total > LIMIT) process.exit(1);
