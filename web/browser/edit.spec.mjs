// Deciding about evidence, where the server was started with --edit.
import assert from "node:assert/strict";

import { asked, claim, decisions, open, serve, test } from "./harness.mjs";

async function piece(page) {
  const evidence = page.locator("ol.evidence > li");
  await evidence.first().waitFor();
  return evidence.first();
}

test("without --edit nothing is decided", async (t) => {
  const server = await serve(t);
  const page = await open(t, server, `/?edge=${await claim(server, "velmora", "supports", "tarsk")}`);
  const first = await piece(page);
  assert.equal(await first.getByRole("button", { name: /Reject|Confirm|Correct/ }).count(), 0);
});

test("rejected evidence is gone from the page and stands in decisions.jsonl", async (t) => {
  const server = await serve(t, "--edit");
  const id = await claim(server, "velmora", "supports", "tarsk");
  const page = await open(t, server, `/?tab=list&edge=${id}`);
  const row = page.locator("table.list tbody tr").filter({ hasText: "Velmora" }).filter({ hasText: "<img" });
  await row.waitFor();
  await (await piece(page)).getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Who decides").fill("Ratna");
  await dialog.getByLabel("Why").fill("kalimat lain");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await row.waitFor({ state: "detached" });
  const panel = page.getByRole("complementary", { name: "Details" });
  await panel.getByRole("alert").filter({ hasText: "not in the graph any more" }).waitFor();
  await panel.getByRole("status").filter({ hasText: "Written to decisions.jsonl" }).waitFor();
  assert.equal(await panel.locator("ol.evidence").count(), 0);
  await page.waitForFunction(() => document.activeElement?.closest(".right"));
  const [decision] = decisions(server.graph);
  assert.equal(decision.decision, "reject");
  assert.equal(decision.by, "Ratna");
  assert.equal(decision.why, "kalimat lain");
  assert.equal((await asked(server, "/api/edges?subject=velmora&object=tarsk")).total, 0);
});

test("a correction changes what is claimed, and who decided is remembered", async (t) => {
  const server = await serve(t, "--edit");
  const id = await claim(server, "quorin", "attacks", "velmora");
  const page = await open(t, server, `/?edge=${id}`);
  await (await piece(page)).getByRole("button", { name: "Correct" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Correct" }).click();
  await dialog.getByRole("alert").filter({ hasText: "Change a field first" }).waitFor();
  await dialog.getByLabel("Who decides").fill("Bima");
  await dialog.getByLabel("object", { exact: true }).fill("tarsk");
  await dialog.getByLabel("Status").selectOption("alleged");
  await dialog.getByRole("button", { name: "Correct" }).click();
  await dialog.waitFor({ state: "detached" });
  const [decision] = decisions(server.graph);
  assert.deepEqual(decision.set, { object: "tarsk", status: "alleged" });
  assert.equal(await page.evaluate(() => localStorage.getItem("aliansi-by")), "Bima");
});

test("a confirmed piece says by whom; a refusal is told in the dialog; Escape gives the focus back", async (t) => {
  const server = await serve(t, "--edit");
  const page = await open(t, server, `/?edge=${await claim(server, "oberlia", "supports", "quorin")}`);
  const confirm = (await piece(page)).getByRole("button", { name: "Confirm" });
  await confirm.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await page.locator("ol.evidence").count(), 1);
  assert.ok(await confirm.evaluate((it) => it === document.activeElement));
  await confirm.click();
  await dialog.getByLabel("Who decides").fill("Sinta");
  await page.route("**/api/decisions", (route) => route.fulfill({
    status: 409, contentType: "application/problem+json", body: JSON.stringify({ title: "Changed", status: 409, detail: "it says otherwise now" }),
  }));
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await dialog.getByRole("alert").filter({ hasText: "it says otherwise now" }).waitFor();
  await page.unroute("**/api/decisions");
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await page.locator(".edits").filter({ hasText: "confirmed by Sinta" }).waitFor();
  await page.locator(".right [role='status']").filter({ hasText: "Written to decisions.jsonl" }).waitFor();
  assert.ok(await confirm.evaluate((it) => it === document.activeElement));
});

test("a decision is saved where the browser keeps nothing", async (t) => {
  const server = await serve(t, "--edit");
  const page = await open(t, server, "/");
  await page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }));
  await page.goto(`${server.url}/?edge=${await claim(server, "oberlia", "supports", "quorin")}`);
  await (await piece(page)).getByRole("button", { name: "Confirm" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Who decides").fill("Sinta");
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await page.locator(".edits").filter({ hasText: "confirmed by Sinta" }).waitFor();
});
