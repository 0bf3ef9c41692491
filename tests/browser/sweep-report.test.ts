/** The report of a sweep as its reader opens it: what its pictures draw and its tables say is what the JSON has. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cruceHere, smallPort } from "../cli/cruce.ts";
import { launchChromium } from "./chromium.ts";
import { openFile } from "./open-file.ts";
import { violationsOf } from "./violations.ts";

type Interval = { readonly value: number; readonly low: number; readonly high: number };
type Found = {
  readonly points: readonly { readonly point: number; readonly estimates: readonly Interval[] }[];
  readonly effects: readonly { readonly rows: readonly { readonly effect: Interval }[] }[];
  readonly frontier: { readonly points: readonly { readonly point: number; readonly standing: string }[] };
};

let browser: Browser;
let folder = "";
let port = "";
beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), "cruce-sweep-report-"));
  port = join(folder, "port.yaml");
  writeFileSync(port, smallPort(2, `"a small port <b>& more</script>"`));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const BOOTHS = ["--vary", "northbound.stages.primary.booths.shared = 2 to 4 in 3"];
const FIGURES = ["--respond", "wait", "--frontier", "boothHours", "wait"];

async function sweepReport(name: string, ...more: readonly string[]): Promise<Found & { file: string }> {
  const file = join(folder, `${name}.html`);
  const args = ["--replications", "20", "--quiet", "--json", "--report", file, ...more];
  const { code, stdout, stderr } = await cruceHere(["sweep", port, ...args]);
  if (code !== 0) throw new Error(stderr);
  return { ...(JSON.parse(stdout) as Found), file };
}

/** Numbers as they are printed in English: to three digits or so. */
const shown = (value: number): string =>
  value.toLocaleString("en-US", {
    minimumFractionDigits: value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2,
    maximumFractionDigits: value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2,
  });

const rowsUnder = (page: Page, heading: string): Promise<readonly (readonly string[])[]> =>
  page
    .locator("section", { has: page.getByRole("heading", { name: heading, exact: true }) })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    );

describe.each(["en", "es", "fr"])("in %s", (language) => {
  test("it draws what each setting does and what is best, asks nobody for anything, and is accessible", async () => {
    const found = await sweepReport(language, ...BOOTHS, ...FIGURES, "--language", language);
    const { page, complaints, addresses } = await openFile(browser, found.file);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("<b>& more</script>");
    expect(await page.locator("svg.tornado g.bars rect").count()).toBe(
      found.effects.reduce((sum, { rows }) => sum + rows.length, 0),
    );
    expect(await page.locator("svg.frontier g.marks circle").count()).toBe(3);
    const numbered = await page.locator("svg.frontier g.numbers text").allTextContents();
    expect(numbered).toEqual(
      found.frontier.points.flatMap(({ point, standing }) => (standing === "off" ? [] : [String(point)])),
    );
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(addresses).toEqual([pathToFileURL(found.file).href]);
    await page.context().close();
  });
});

test("its tables say the same as the JSON, in words that claim no more", async () => {
  const found = await sweepReport("same", ...BOOTHS, ...FIGURES);
  const { page } = await openFile(browser, found.file);
  const points = await rowsUnder(page, "All points");
  expect(points.map(([point, , wait]) => [point, wait])).toEqual(
    found.points.map(({ point, estimates: [wait] }) => [
      String(point),
      `${shown(wait!.value)}\n${shown(wait!.low)} … ${shown(wait!.high)}`,
    ]),
  );
  const { effect } = found.effects[0]!.rows[0]!;
  const said = (value: number): string => `−${shown(-value)}`;
  expect(effect.high).toBeLessThan(0);
  const verdicts = await page.locator("p.verdict").allTextContents();
  expect(verdicts.map((text) => text.replaceAll("\u00a0", " "))).toContain(
    `Wait, mean: booths.shared counts most. From 2 to 4 it changes by ${said(effect.value)} min (95 %: ${said(effect.low)} to ${said(effect.high)}).`,
  );
  await page.context().close();
});

test("elementary effects are told by their size, and it fits on a phone and on paper", async () => {
  const morris = ["--design", "morris", "--points", "6", "--respond", "boothHours"];
  const { file } = await sweepReport(
    "morris",
    "--vary",
    "northbound.stages.primary.booths.shared = 2 to 4",
    "--vary",
    "northbound.demand.rates = × 0.8 to × 1",
    ...morris,
  );
  const { page } = await openFile(browser, file, 390);
  expect(await page.locator("p.verdict").first().textContent()).toContain("in one direction or the other");
  expect(await page.getByRole("columnheader", { name: "Mean size μ* (95 %)" }).count()).toBe(1);
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  for (const format of ["A4", "Letter"]) expect((await page.pdf({ format })).length).toBeGreaterThan(10_000);
  await page.context().close();
});
