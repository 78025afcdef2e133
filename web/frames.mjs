// How fast the page draws a network of 2,000 actors and 10,000 ties: frames while the reader pans, zooms and points, in Chromium.
//
//     npm run build && npm run frames            CHROMIUM=/path/to/chromium  ACTORS=2000  TIES=10000
//     URL=http://127.0.0.1:8017 npm run frames   the graph of an `aliansi serve`
//
// Else the network is made up here and served beside the built page. Between two frames lies all that the browser does, where there is
// no graphics card the drawing, too; `script` is the part of a frame that the page itself takes.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { loadavg } from "node:os";
import { chromium } from "playwright-core";

const ACTORS = Number(process.env.ACTORS ?? 2000);
const TIES = Number(process.env.TIES ?? 10_000);
const PAGE = new URL("dist/page/", import.meta.url).pathname;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const FLAGS = [
  "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--enable-unsafe-swiftshader", "--use-angle=swiftshader",
];

/** The same numbers at every run, from 0 to 1. */
function numbers() {
  let seed = 7;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function network() {
  const next = numbers();
  const nodes = Array.from({ length: ACTORS }, (_, nth) => {
    const [angle, far] = [next() * 2 * Math.PI, Math.sqrt(next())];
    return {
      id: `actor-${nth}`, label: `Republic of ${nth}`, kind: "state", country: null, bloc: nth % 9 < 7 ? nth % 9 : null,
      rank: 1 / (nth + 2), ties: 10, x: far * Math.cos(angle), y: far * Math.sin(angle),
    };
  });
  // The first actors have the most ties.
  const one = () => `actor-${Math.floor(ACTORS * next() ** 2)}`;
  const edges = Array.from({ length: TIES }, (_, nth) => {
    const month = `2025-${String(1 + (nth % 12)).padStart(2, "0")}`;
    return {
      claim: `claim-${nth}`, source: one(), target: one(), relation: "meets", sign: (nth % 3) - 1, symmetric: nth % 4 === 0,
      status: "asserted", plain: true, contested: false, confidence: 0.9, origins: 1, weight: 1 + 9 * next(), first_reported: month,
      last_reported: month, since: null, until: null, months: { [month]: 1 }, statuses: { asserted: 1 }, edited: false,
    };
  });
  return { nodes, edges, of: { actors: ACTORS, edges: TIES }, cut: false };
}

const extent = { actors: ACTORS, edges: TIES };
const about = {
  version: "0", notice: { en: "" }, graph: "0", ontology: "0", edit: false, documents: 0, claims: TIES,
  levels: { actor: extent, state: extent }, from: "2025-01", to: "2025-12", statuses: ["asserted"], relations: [], base: "", prefixes: {},
};
const answers = {
  "/api": about,
  "/api/network": network(),
  "/api/timeline": { months: [] },
  "/health": { status: "ok", graph: "0", ready: true },
};

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const answer = answers[path];
  if (answer) return response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  const file = join(PAGE, path === "/" ? "index.html" : path);
  if (!file.startsWith(PAGE) || !existsSync(file)) return response.writeHead(404).end();
  return response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream").end(readFileSync(file));
});

/** Counts frames, and how long the page's own callbacks take in each. */
function watch() {
  const ask = window.requestAnimationFrame.bind(window);
  window.frames_ = [];
  let spent = 0;
  window.requestAnimationFrame = (callback) =>
    ask((now) => {
      const begun = performance.now();
      callback(now);
      spent += performance.now() - begun;
    });
  let before = performance.now();
  const tick = (now) => {
    window.frames_.push([now - before, spent]);
    [before, spent] = [now, 0];
    ask(tick);
  };
  ask(tick);
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1) ?? "–";

async function during(page, name, act) {
  await page.evaluate(() => void (window.frames_.length = 0));
  const begun = Date.now();
  await act();
  const frames = await page.evaluate(() => window.frames_);
  const [whole, script] = [0, 1].map((column) => frames.map((frame) => frame[column]).sort((a, b) => a - b));
  const rate = ((frames.length * 1000) / (Date.now() - begun)).toFixed(0);
  console.log(`${name}: ${rate} frames a second; ms between frames ${at(whole, 0.5)} (p95 ${at(whole, 0.95)}), script ${at(script, 0.5)} (p95 ${at(script, 0.95)})`);
}

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  const begun = Date.now();
  await page.goto(`${process.env.URL ?? `http://127.0.0.1:${server.address().port}`}/?actors=${ACTORS}`);
  const place = await page.waitForSelector(".stage:not([data-actors='0'])", { timeout: 300_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  console.log(`${await place.getAttribute("data-actors")} actors, ${await place.getAttribute("data-ties")} ties, ${browser.version()}, software GL, load ${loadavg()[0].toFixed(1)}; drawn after ${Date.now() - begun} ms`);
  await during(page, "still", () => page.waitForTimeout(1000));
  const [x, y] = [820, 460];
  await during(page, "pan", async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let nth = 0; nth < 90; nth++) await page.mouse.move(x + 200 * Math.sin(nth / 8), y + 3 * (nth % 20));
    await page.mouse.up();
  });
  await during(page, "zoom", async () => {
    for (let nth = 0; nth < 10; nth++) await page.mouse.wheel(0, nth < 5 ? -200 : 200);
    await page.waitForTimeout(500);
  });
  await during(page, "point", async () => {
    for (let nth = 0; nth < 30; nth++) await page.mouse.move(x + 4 * nth - 120, y + 2 * nth - 60);
  });
} finally {
  await browser.close();
  server.close();
}
