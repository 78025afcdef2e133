// Finding an actor, narrowing the view, reading the sentences; all of it in the address.
import assert from "node:assert/strict";

import { claim, open, serve, test } from "./harness.mjs";

test("an actor is found, and an edge of it read to its sentences", async (t) => {
  const page = await open(t, await serve(t), "/");
  await page.getByRole("combobox").fill("oska");
  await page.getByRole("option", { name: "Oskaria" }).click();
  await page.getByRole("heading", { name: "Oskaria" }).waitFor();
  await page.getByRole("button", { name: "Its edges" }).click();
  await page.getByRole("button", { name: /Velmora supports Oskaria/ }).click();
  const evidence = page.locator("ol.evidence > li");
  await evidence.nth(49).waitFor();
  assert.equal(await evidence.count(), 50);
  await page.getByRole("button", { name: /50 of 60/ }).click();
  await evidence.nth(59).waitFor();
  assert.equal(await evidence.locator("mark.subject", { hasText: "Velmora" }).count(), 60);
  assert.equal(await evidence.locator("mark.cue", { hasText: "mendukung" }).count(), 60);
  const link = evidence.first().getByRole("link");
  assert.match(await link.getAttribute("href"), /^https:\/\/news\.example\/banyak-/);
  assert.equal(await link.getAttribute("rel"), "noreferrer noopener");
});

test("a denial shows who says it and who denies it", async (t) => {
  const server = await serve(t);
  const id = await claim(server, "quorin", "attacks", "tarsk");
  const page = await open(t, server, `/?edge=${id}`);
  const pieces = page.locator("ol.evidence > li");
  await pieces.filter({ hasText: "Who says it" }).filter({ hasText: "Oskaria" }).waitFor();
  await pieces.filter({ hasText: "Denied by" }).filter({ hasText: "denied" }).waitFor();
});

test("a filter narrows the network, stands in the address, and is lifted by the back button", async (t) => {
  const page = await open(t, await serve(t), "/?tab=list");
  const rows = page.locator("table.list tbody tr");
  await rows.nth(6).waitFor();
  const all = await rows.count();
  await page.getByText("Relations", { exact: true }).click();
  await page.getByRole("checkbox", { name: /attacks/ }).check();
  await page.waitForFunction((count) => document.querySelectorAll("table.list tbody tr").length < count, all);
  assert.match(page.url(), /relation=attacks/);
  for (const row of await rows.all()) assert.match(await row.innerText(), /attacks/);
  const narrowed = await rows.allInnerTexts();
  await page.reload();
  await rows.first().waitFor();
  assert.deepEqual(await rows.allInnerTexts(), narrowed);
  await page.goBack();
  await rows.nth(all - 1).waitFor();
  assert.doesNotMatch(page.url(), /relation=/);
});

test("the matrix opens the edges between two, the blocs open an actor, and a reload shows the same", async (t) => {
  const page = await open(t, await serve(t), "/?tab=matrix");
  await page.getByRole("button", { name: /Velmora and Oskaria|Oskaria and Velmora/ }).first().click();
  const title = page.locator("#panel-title");
  await title.filter({ hasText: "Velmora" }).filter({ hasText: "Oskaria" }).waitFor();
  await page.reload();
  await title.filter({ hasText: "Velmora" }).waitFor();
  await page.getByRole("button", { name: /Velmora supports Oskaria/ }).waitFor();
  await page.getByRole("tab", { name: "Blocs" }).click();
  await page.locator(".bloc").getByRole("button", { name: "Velmora" }).click();
  await page.getByRole("heading", { name: "Velmora" }).waitFor();
  assert.match(page.url(), /tab=blocs.*actor=velmora/);
  await page.goBack();
  await title.filter({ hasText: "Oskaria" }).waitFor();
});

test("arrow keys go from tie to tie in the matrix", async (t) => {
  const page = await open(t, await serve(t), "/?tab=matrix");
  const cells = page.locator(".ties-matrix td button");
  await cells.first().waitFor();
  assert.equal(await page.locator(".ties-matrix td button[tabindex='0']").count(), 1);
  const before = await cells.first().getAttribute("aria-label");
  await cells.first().focus();
  await page.keyboard.press("ArrowDown");
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  assert.ok(focused && focused !== before);
});
