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

test("Enter picks from the list of the text that stands there, not from the one before", async (t) => {
  const page = await open(t, await serve(t), "/?tab=list");
  const field = page.getByRole("combobox");
  await field.fill("oskaria");
  await page.getByRole("option", { name: /Oskaria/ }).first().waitFor();
  await field.fill("velmora");
  await field.press("Enter");
  await page.getByRole("heading", { name: "Velmora" }).waitFor();
  assert.match(page.url(), /actor=velmora/);
});

test("the list of a search comes back with an arrow key, and a search that fails says so", async (t) => {
  const page = await open(t, await serve(t), "/?tab=list");
  const field = page.getByRole("combobox");
  await field.fill("oska");
  const found = page.getByRole("option", { name: /Oskaria/ }).first();
  await found.waitFor();
  await field.blur();
  await found.waitFor({ state: "hidden" });
  await field.focus();
  await field.press("ArrowDown");
  await found.waitFor();
  await page.route("**/api/actors?*", (route) => route.fulfill({ status: 400, json: { title: "Refused", status: 400 } }));
  await field.fill("velm");
  await page.getByRole("option", { name: /Refused/ }).waitFor();
});

test("filters stand only where they narrow what is shown", async (t) => {
  const page = await open(t, await serve(t), "/?tab=matrix&relation=attacks&confidence=0.5&from=2025-02");
  const filters = page.getByRole("complementary", { name: "Filters" });
  await filters.getByText("narrow the network and the list only").waitFor();
  assert.equal(await filters.getByRole("button", { name: /attacks|0\.50/ }).count(), 0);
  await filters.getByRole("button", { name: /2025-02/ }).waitFor();
  await page.getByRole("tab", { name: "SPARQL" }).click();
  await filters.getByText("filters do not narrow it").waitFor();
  assert.equal(await filters.getByRole("slider").count(), 0);
});

test("keys on a slider are one step back; both handles at the end can still be moved", async (t) => {
  const page = await open(t, await serve(t), "/?tab=list");
  const from = page.getByRole("slider", { name: "from" });
  await from.focus();
  const steps = await page.evaluate(() => history.length);
  for (const month of ["02", "03", "04"]) {
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(new RegExp(`from=2025-${month}`));
  }
  assert.equal(await page.evaluate(() => history.length), steps + 1);
  await page.keyboard.press("End");
  const box = await from.boundingBox();
  await page.mouse.move(box.x + box.width - 9, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  const answer = page.waitForResponse(/\/api\/network\?.*from=2025-0[3-6]/);
  await page.mouse.up();
  await (await answer).finished();
});

test("months outside of the data are named as they were asked for", async (t) => {
  const page = await open(t, await serve(t), "/?tab=list&from=2020-01&to=2020-12");
  await page.locator(".span legend").filter({ hasText: "2020-01 – 2020-12" }).waitFor();
});

test("who is picked and not drawn is said to be missing, with a way to what is around", async (t) => {
  const page = await open(t, await serve(t), "/?actors=2&actor=oberlia");
  await page.locator(".missing").getByRole("button").click();
  await page.waitForURL(/around=oberlia/);
  await page.locator(".missing").waitFor({ state: "detached" });
});

test("who is picked outside of what is seen is moved to", async (t) => {
  const page = await open(t, await serve(t), "/?view=5,5,0.2");
  await page.locator(".stage canvas").first().waitFor();
  await page.getByRole("combobox").fill("velmora");
  await page.getByRole("option", { name: /Velmora/ }).first().click();
  await page.waitForFunction(() => !location.search.includes("view=5%2C5"));
});
