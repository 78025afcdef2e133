// The SPARQL tab, on the endpoint of the same server.
import assert from "node:assert/strict";

import { open, serve, test } from "./harness.mjs";
import { IMAGE, SCRIPT } from "./world.mjs";

const LABELS = "SELECT ?actor ?label { ?actor a al:Actor ; rdfs:label ?label } ORDER BY ?actor";

const tab = (query) => `/?tab=sparql&query=${encodeURIComponent(query)}`;
const rows = (page) => page.locator(".rows tbody tr");

test("a query that is typed is answered, and its address answers it again", async (t) => {
  const page = await open(t, await serve(t), "/?tab=sparql");
  const editor = page.getByRole("textbox", { name: "Query" });
  await editor.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("SELECT ?s { ?s rel:supports actor:oskaria }");
  await page.keyboard.press("Control+Enter");
  await rows(page).first().waitFor();
  assert.deepEqual(await rows(page).allInnerTexts(), ["actor:velmora"]);
  assert.match(page.url(), /query=/);
  await page.reload();
  await rows(page).first().waitFor();
  assert.deepEqual(await rows(page).allInnerTexts(), ["actor:velmora"]);
  await page.getByRole("button", { name: "actor:velmora" }).click();
  await page.getByRole("heading", { name: "Velmora" }).waitFor();
});

test("every example runs", async (t) => {
  const page = await open(t, await serve(t), "/?tab=sparql");
  const examples = page.getByRole("combobox", { name: "Examples" });
  const names = await examples.locator("option").evaluateAll((all) => all.map((it) => it.value).filter(Boolean));
  assert.ok(names.length >= 5);
  for (const name of names) {
    // A page without an answer: none of the example before can be taken for its own.
    await page.goto(new URL("/?tab=sparql", page.url()).href);
    await page.locator(".CodeMirror").waitFor();
    await examples.selectOption(name);
    await page.getByRole("button", { name: "Run" }).click();
    await page.locator(".rows tbody tr, pre.triples", { hasText: /\w/ }).first().waitFor().catch(() => assert.fail(`${name} gives nothing`));
  }
});

test("what is written and not yet run is there again after another tab; another address has its own query", async (t) => {
  const page = await open(t, await serve(t), tab("ASK { ?s ?p ?o }"));
  const editor = page.getByRole("textbox", { name: "Query" });
  const text = () => page.locator(".CodeMirror-code").innerText();
  await editor.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("SELECT ?draft { ?draft ?p ?o } LIMIT 1");
  await page.getByRole("tab", { name: "Blocs" }).click();
  await page.getByRole("tab", { name: "SPARQL" }).click();
  await page.locator(".CodeMirror-code").waitFor();
  assert.match(await text(), /\?draft/);
  await page.getByRole("button", { name: "Run" }).click();
  await rows(page).first().waitFor();
  await page.goBack();
  await page.getByText("Yes", { exact: true }).waitFor();
  assert.match(await text(), /ASK/);
});

test("values of an answer stay text", async (t) => {
  const page = await open(t, await serve(t), tab(LABELS));
  await rows(page).first().waitFor();
  const shown = await page.locator(".rows").innerText();
  assert.ok(shown.includes(IMAGE) && shown.includes(SCRIPT), shown);
  assert.equal(await page.locator(".rows img, .rows script").count(), 0);
});

test("links of an answer lead to the Web alone", async (t) => {
  const values = '<javascript:alert(1)> <data:text/html,x> <https://other.example/x>';
  const page = await open(t, await serve(t), tab(`SELECT ?x { VALUES ?x { ${values} } }`));
  await rows(page).nth(2).waitFor();
  const links = await page.locator(".rows a").evaluateAll((all) => all.map((it) => [it.href, it.rel]));
  assert.deepEqual(links, [["https://other.example/x", "noreferrer noopener"]]);
});

test("a mistake is told in the server's words, and ASK and CONSTRUCT are answered", async (t) => {
  const server = await serve(t);
  const page = await open(t, server, tab("SELECT ?x { ?x ?y }"));
  const quoted = page.locator(".sparql [role='alert'] pre").filter({ hasText: "^" });
  await quoted.waitFor();
  assert.match(await quoted.evaluate((it) => getComputedStyle(it).fontFamily), /mono/);
  const yes = await open(t, server, tab("ASK { ?s ?p ?o }"));
  await yes.getByText("Yes", { exact: true }).waitFor();
  const graph = await open(t, server, tab("CONSTRUCT { ?s rel:supports ?o } WHERE { ?s rel:supports ?o }"));
  await graph.locator("pre.triples").filter({ hasText: "velmora" }).waitFor();
});

test("an answer is saved as a file", async (t) => {
  const page = await open(t, await serve(t), tab("SELECT ?s { ?s rel:supports actor:oskaria }"));
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  assert.equal((await saved).suggestedFilename(), "answer.csv");
});

test("prefixes and relations are proposed from the graph alone", async (t) => {
  const page = await open(t, await serve(t), "/?tab=sparql");
  await page.getByRole("textbox", { name: "Query" }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("SELECT ?s { ?s rel:supp");
  await page.keyboard.press("Control+Space");
  await page.waitForFunction(() => /PREFIX rel:/.test(document.querySelector(".CodeMirror-code")?.textContent ?? ""));
});
