// A graph of invented states, the server over it, and a browser that lets nothing pass.
//
// CHROMIUM and ALIANSI name the two programs; without one of them the tests are skipped, and say so. PAGE names a folder with a
// newer page than the program holds (web/dist), which is then tested under the program's own policy.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, test as plainTest } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

import { ACTORS, DOCUMENTS, ontology } from "./world.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ALIANSI = process.env.ALIANSI ?? fileURLToPath(new URL("../../target/debug/aliansi", import.meta.url));

/** So long a state is waited for, in milliseconds; a loaded machine is slow. */
const PATIENCE = 20_000;

/** No service of the browser's own asks anything; the network is drawn in software. */
const SWITCHES = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
];

function missing() {
  if (!existsSync(CHROMIUM)) return `no browser at ${CHROMIUM}: name one by CHROMIUM`;
  if (!existsSync(ALIANSI)) return `no program at ${ALIANSI}: build it, or name it by ALIANSI`;
  return false;
}

/** A test that is skipped, and says why, on a machine without what it needs. */
export function test(name, run) {
  plainTest(name, { skip: missing(), timeout: 300_000 }, run);
}

let started;

/** One browser for all tests of a file. */
function browser() {
  started ??= chromium.launch({ executablePath: CHROMIUM, headless: true, args: SWITCHES });
  return started;
}

after(async () => (await started)?.close());

/** A server over a fresh graph; it and the graph go when the test ends. */
export async function serve(t, ...options) {
  const place = mkdtempSync(join(tmpdir(), "aliansi-page-"));
  t.after(() => rmSync(place, { recursive: true, force: true }));
  const graph = await build(place);
  const words = ["serve", "--graph", graph, "--ontology", join(place, "ontology"), "--port", "0", ...options];
  const server = spawn(ALIANSI, words, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const windows = [];
  t.after(async () => {
    // Before the server goes: a page that asks for more would be refused.
    await Promise.all(windows.map((window) => window.close()));
    server.kill("SIGTERM");
    return ended;
  });
  return { url: await address(server), graph, windows };
}

async function build(place) {
  await mkdir(join(place, "ontology/actors"), { recursive: true });
  writeFileSync(join(place, "ontology/actors/states.toml"), ontology(ACTORS));
  writeFileSync(join(place, "news.jsonl"), DOCUMENTS.map((it) => `${JSON.stringify(it)}\n`).join(""));
  const graph = join(place, "graph");
  const words = ["build", join(place, "news.jsonl"), "--ontology", join(place, "ontology"), "-o", graph];
  const built = spawnSync(ALIANSI, words, { encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
  return graph;
}

/** The address that the server says it listens at. */
function address(server) {
  const said = [];
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: server.stderr });
    lines.on("line", (line) => {
      said.push(line);
      const [url] = line.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
      if (url) resolve(url);
    });
    lines.on("close", () => reject(new Error(`the server ended: ${said.join("\n")}`)));
  });
}

/**
 * A page in a window of its own. An error of the page, a dialog, a breach of its policy, or a request to any other server fails
 * the test.
 */
export async function open(t, { url, windows }, path, options = {}) {
  const window = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, locale: "en", ...options });
  windows.push(window);
  window.setDefaultTimeout(PATIENCE);
  const page = await window.newPage();
  const wrong = watched(page, url);
  t.after(() => assert.deepEqual(wrong, []));
  if (process.env.PAGE) await replaced(page, url, process.env.PAGE);
  await page.goto(url + path);
  assert.ok(await page.locator("#page").count(), "the program was built without the page: build it, then the program");
  return page;
}

/** Serves the files of a folder in place of the program's page. */
async function replaced(page, url, folder) {
  const type = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
  await page.route((asked) => asked.origin === url && !/^\/(api|sparql|health)\b/.test(asked.pathname), async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, pathname);
    const contentType = type[extname(path)];
    if (contentType) return route.fulfill({ path, contentType });
    const answer = await route.fetch();
    const headers = { "content-security-policy": answer.headers()["content-security-policy"] ?? "" };
    return route.fulfill({ path: join(folder, "index.html"), contentType: "text/html", headers });
  });
}

/** What goes wrong on a page, as it goes. */
function watched(page, url) {
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("console", (said) => {
    if (said.type() === "error" && !isAnAnswer(said.text())) wrong.push(`console: ${said.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && origin !== url) wrong.push(`request: ${request.url()}`);
  });
  return wrong;
}

/** A request that is refused or comes before the graph is made, which the browser logs though the page deals with it. */
function isAnAnswer(text) {
  return /^Failed to load resource: the server responded with a status of (4\d\d|503) /.test(text);
}

/** The lines of decisions.jsonl. */
export function decisions(graph) {
  const path = join(graph, "decisions.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));
}

/** What the server answers as JSON. */
export async function asked({ url }, path) {
  for (;;) {
    const answer = await fetch(url + path);
    if (answer.ok) return answer.json();
    assert.equal(answer.status, 503, path);
    await answer.arrayBuffer();
  }
}

/** The claim id of an edge at the level of states. */
export async function claim(server, subject, relation, object) {
  const statuses = "asserted,alleged,planned,possible,denied,negated";
  const query = new URLSearchParams({ subject, relation, object, status: statuses });
  const { edges } = await asked(server, `/api/edges?${query}`);
  assert.equal(edges.length, 1);
  return edges[0].claim;
}
