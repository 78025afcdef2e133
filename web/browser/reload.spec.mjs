// What stands on the page while another answer is awaited, and when none comes.
import assert from "node:assert/strict";

import { claim, open, serve, test } from "./harness.mjs";

const ties = (url) => url.pathname === "/api/ties";

test("the matrix of another level is marked as old, then gone if the server gives none", async (t) => {
  const page = await open(t, await serve(t), "/?tab=matrix");
  const cells = page.locator(".ties-matrix td button");
  await cells.first().waitFor();
  let answer;
  const held = new Promise((resolve) => { answer = resolve; });
  await page.route(ties, (route) => held.then(() => route.fulfill({ status: 400, json: { title: "Refused", status: 400 } })));
  await page.getByRole("radio", { name: "Actors" }).check();
  await page.locator("#view .answer[aria-busy='true']").waitFor();
  await page.locator("#view").getByRole("status").filter({ hasText: "Loading" }).waitFor();
  answer();
  await page.locator("#view").getByRole("alert").filter({ hasText: "Refused" }).waitFor();
  assert.equal(await cells.count(), 0);
  await page.unroute(ties);
  await page.locator("#view").getByRole("button", { name: "Try again" }).click();
  await cells.first().waitFor();
});

test("how many stand in the matrix is in the address", async (t) => {
  const page = await open(t, await serve(t), "/?tab=matrix");
  await page.getByRole("combobox", { name: "Actors" }).selectOption("10");
  await page.waitForURL(/strongest=10/);
  await page.reload();
  assert.equal(await page.getByRole("combobox", { name: "Actors" }).inputValue(), "10");
});

test("an edge outside of the span is said to be so, in both languages", async (t) => {
  const server = await serve(t);
  const path = `/?edge=${await claim(server, "velmora", "supports", "oskaria")}&from=2025-06`;
  const page = await open(t, server, path);
  await page.locator(".right").getByRole("alert").filter({ hasText: "not within what is looked at" }).waitFor();
  assert.equal(await page.locator("ol.evidence").count(), 0);
  const indonesian = await open(t, server, path, { locale: "id-ID" });
  await indonesian.locator(".right").getByRole("alert").filter({ hasText: "di luar" }).waitFor();
});

test("more evidence, once asked for, is that of the span that is looked at", async (t) => {
  const server = await serve(t);
  const page = await open(t, server, `/?edge=${await claim(server, "velmora", "supports", "oskaria")}`);
  const pieces = page.locator("ol.evidence > li");
  await page.getByRole("button", { name: /50 of 60/ }).click();
  await pieces.nth(59).waitFor();
  await goTo(page, "from=2025-02-20");
  await pieces.nth(19).waitFor({ state: "detached" });
  assert.equal(await pieces.filter({ hasText: /pada hari ke-1\./ }).count(), 0);
  await goTo(page, "from=2025-06");
  await page.locator(".right").getByRole("alert").waitFor();
  assert.equal(await pieces.count(), 0);
});

/** The back and forward buttons change the address so, without loading the page. */
function goTo(page, parameter) {
  return page.evaluate((added) => {
    history.pushState(null, "", `?edge=${new URLSearchParams(location.search).get("edge")}&${added}`);
    dispatchEvent(new PopStateEvent("popstate"));
  }, parameter);
}

test("a list says which filters do not narrow it, and is narrowed by the others", async (t) => {
  const page = await open(t, await serve(t), "/?tab=matrix&pair=quorin,tarsk&relation=supports&confidence=0.5");
  const panel = page.locator(".right");
  await panel.getByText("The list is not narrowed by these filters: confidence.").waitFor();
  await panel.getByText("No edges within this view.").waitFor();
});
