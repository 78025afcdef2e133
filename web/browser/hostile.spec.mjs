// Names and texts that try to break out of the page. The harness fails on what they would do: run, ask, or pop up.
import assert from "node:assert/strict";

import { claim, open, serve, test } from "./harness.mjs";
import { IMAGE, LONG, OVERRIDE, SCRIPT } from "./world.mjs";

const TABS = ["network", "list", "matrix", "blocs"];

test("hostile names are text in every view", async (t) => {
  const server = await serve(t);
  for (const tab of TABS) {
    const page = await open(t, server, `/?tab=${tab}&actor=tarsk`);
    await page.getByRole("heading", { name: IMAGE }).waitFor();
    await page.getByRole("tab", { selected: true }).waitFor();
    assert.equal(await page.locator("#page img, #page script, #page iframe").count(), 0, tab);
  }
});

test("they are text in the search, and isolated from what stands beside them", async (t) => {
  const page = await open(t, await serve(t), "/");
  for (const [name, label] of [["tarsk", IMAGE], ["oberlia", SCRIPT], ["quorin", OVERRIDE], ["xanthe", LONG]]) {
    await page.getByRole("combobox").fill(name);
    const found = page.getByRole("option").first().locator("bdi").first();
    await found.filter({ hasText: label }).waitFor();
    await page.getByRole("combobox").press("Enter");
    const title = page.locator("#panel-title bdi");
    await title.filter({ hasText: label }).waitFor();
    assert.equal(await title.evaluate((it) => getComputedStyle(it).unicodeBidi), "isolate");
  }
});

test("a long name stays in the panel", async (t) => {
  const page = await open(t, await serve(t), "/?actor=xanthe");
  await page.locator("#panel-title").waitFor();
  const [inner, outer] = await page.locator(".right").evaluate((it) => [it.scrollWidth, it.clientWidth]);
  assert.ok(inner <= outer, `${inner} of ${outer}`);
});

test("a hostile title, publisher and address of a document do nothing", async (t) => {
  const server = await serve(t);
  const id = await claim(server, "velmora", "supports", "xanthe");
  const page = await open(t, server, `/?edge=${id}&status=planned`);
  const piece = page.locator("ol.evidence > li").filter({ hasText: IMAGE }).filter({ hasText: SCRIPT });
  await piece.waitFor();
  assert.equal(await piece.getByRole("link").count(), 0);
  await page.locator("ol.evidence").evaluate((it) => it.scrollIntoView());
});

test("a hostile address of the page opens the page", async (t) => {
  const server = await serve(t);
  const path = `/?actor=${encodeURIComponent(SCRIPT)}&tab=${encodeURIComponent(IMAGE)}&from=${encodeURIComponent(SCRIPT)}`;
  const page = await open(t, server, path);
  await page.locator(".right [role='alert']").waitFor();
  assert.equal(await page.locator("#page img, #page script").count(), 0);
});
