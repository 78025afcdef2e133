// For those who use no mouse, a screen reader, the dark, or a telephone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { claim, open, serve, test } from "./harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What axe calls serious or critical, in short. */
async function violations(page) {
  await page.evaluate(`${AXE};0`);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  return grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

const VIEWS = {
  network: [(edge) => `/?edge=${edge}&status=denied`, "ol.evidence"],
  list: [() => "/?tab=list&actor=velmora", ".ties"],
  matrix: [() => "/?tab=matrix&pair=velmora,oskaria", ".panel .edges li"],
  blocs: [() => "/?tab=blocs", ".bloc"],
  sparql: [() => `/?tab=sparql&query=${encodeURIComponent("SELECT * { ?s rel:supports ?o }")}`, ".rows tbody tr"],
};

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing serious in any view, ${colorScheme}`, async (t) => {
    const server = await serve(t, "--edit");
    const edge = await claim(server, "quorin", "attacks", "tarsk");
    for (const [name, [path, ready]] of Object.entries(VIEWS)) {
      const page = await open(t, server, path(edge), { colorScheme });
      await page.locator(ready).first().waitFor();
      if (name === "sparql") await page.locator(".CodeMirror").waitFor();
      assert.deepEqual(await violations(page), [], name);
    }
  });
}

test("axe finds nothing serious in the dialog", async (t) => {
  const server = await serve(t, "--edit");
  const page = await open(t, server, `/?edge=${await claim(server, "quorin", "attacks", "tarsk")}`);
  await page.getByRole("button", { name: "Correct" }).first().click();
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await violations(page), []);
});

test("the keyboard alone leads from the search to the sentences", async (t) => {
  const page = await open(t, await serve(t), "/?tab=list");
  await page.locator("table.list").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("velmora");
  await page.getByRole("option", { name: /Velmora/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "panel-title");
  await tabTo(page, "Its edges");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Velmora supports Oskaria/ }).waitFor();
  await tabTo(page, "Velmora supports Oskaria");
  await page.keyboard.press("Enter");
  await page.locator("ol.evidence mark.cue").first().waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "panel-title");
  await page.keyboard.press("Escape");
  await page.locator(".right").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
});

/** Tab goes on to what is called so. */
async function tabTo(page, name) {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (focused.replace(/\s+/g, " ").startsWith(name)) return;
  }
  assert.fail(`Tab does not reach ${name}`);
}

test("Tab leaves the editor of queries", async (t) => {
  const page = await open(t, await serve(t), "/?tab=sparql");
  await page.getByRole("textbox", { name: "Query" }).focus();
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement?.textContent === "Run");
});

test("a telephone shows every view without scrolling sideways, and the panel as a sheet", async (t) => {
  const server = await serve(t);
  const edge = await claim(server, "velmora", "supports", "oskaria");
  for (const path of ["/", "/?tab=list", "/?tab=matrix", "/?tab=blocs", "/?tab=sparql", `/?edge=${edge}`]) {
    const page = await open(t, server, path, PHONE);
    await page.getByRole("tab", { selected: true }).waitFor();
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= room, `${path}: ${wide} of ${room}`);
  }
});

test("the page speaks Indonesian to those whose browser does", async (t) => {
  const server = await serve(t);
  const edge = await claim(server, "velmora", "supports", "oskaria");
  const page = await open(t, server, `/?edge=${edge}`, { locale: "id-ID" });
  await page.getByRole("heading", { name: /Bukti/ }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "id");
});
