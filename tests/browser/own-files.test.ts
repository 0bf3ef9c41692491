/** Files of one's own: a mistake is shown with its line, a good file joins the others, and what is seen can be saved. */
import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadScenario } from "../../server/scenario/load.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { FILES, SMALL_PORT } from "../protocol/small-port.ts";
import { openHouse } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
  await visit.standAt("09:00");
});
afterAll(() => house.close());

const MINE = SMALL_PORT.trimStart().replace("name: Small port", "name: My own port");
const WRONG = MINE.replace("length: 1 km", "length: 1 h").replace("laneRoom", "laneRom");

const tabs = (): Locator => visit.page.getByRole("navigation", { name: "Scenarios" });

async function choose(dialog: Locator, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    visit.page.waitForEvent("filechooser"),
    dialog.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name: "mine.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });
}

test("every mistake of a file is shown with its line, and nothing else changes", async () => {
  await visit.button("Compare another").click();
  const dialog = visit.page.getByRole("dialog", { name: "Compare another scenario" });
  await choose(dialog, WRONG);
  const alert = dialog.getByRole("alert");
  await alert.waitFor();
  const told = await alert.innerText();
  const lineOf = (part: string): number => WRONG.split("\n").findIndex((line) => line.includes(part)) + 1;
  expect(told).toContain("2 problems in mine.yaml");
  expect(told).toContain(`mine.yaml:${lineOf("1 h")}:`);
  expect(told).toContain(`mine.yaml:${lineOf("laneRom")}:`);
  expect(told).toContain("laneRoom");
  expect(await tabs().getByText("My own port").count()).toBe(0);

  await choose(dialog, MINE);
  await dialog.waitFor({ state: "detached" });
  await tabs().getByText("My own port").waitFor();
  await visit.page.getByRole("img", { name: /^Picture of C:/ }).waitFor();
});

test("a scenario can be replaced by one that is shipped", async () => {
  await visit.button(/C: details, save, remove$/).click();
  await visit.button("Replace with another").click();
  const dialog = visit.page.getByRole("dialog", { name: "Replace C" });
  await choose(dialog, MINE.replace("My own port", "My second port"));
  await dialog.waitFor({ state: "detached" });
  await tabs().getByText("My second port").waitFor();
  expect(await tabs().getByText("My own port").count()).toBe(0);
});

test("a scenario changed live is saved as a file that says the change", async () => {
  const { page } = visit;
  await tabs().getByRole("button", { name: /^B/ }).first().click();
  await page.getByRole("slider", { name: "Demand" }).press("ArrowRight");
  await page
    .getByRole("region", { name: "Log" })
    .getByText(/^09:00 B: arrivals at/)
    .waitFor();
  await visit.button(/B: details, save, remove$/).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    visit.button("Save as a file").click(),
  ]);
  expect(download.suggestedFilename()).toBe("one-more-booth.yaml");
  const text = readFileSync(await download.path(), "utf8");
  const loaded = loadScenario({ file: "saved.yaml", text }, shippedLibrary(FILES));
  expect(loaded).toMatchObject({ ok: true, scenario: { name: "One more booth" } });
  expect(text).toMatch(/changes:\s/);
});
