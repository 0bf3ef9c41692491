/** The report as its reader opens it: from a file, without a network, on a screen, a phone and paper. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { heldTogether } from "../../shared/held-together.ts";
import { cruceHere, smallPort } from "../cli/cruce.ts";
import { launchChromium } from "./chromium.ts";
import { openFile } from "./open-file.ts";
import type { OpenedFile } from "./open-file.ts";
import { violationsOf } from "./violations.ts";

let browser: Browser;
let folder = "";
const ports: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), "cruce-report-"));
  for (const booths of [2, 3]) {
    const name = `"${booths} booths <b>& more</script>"`;
    const file = join(folder, `${booths}.yaml`);
    writeFileSync(file, `${smallPort(booths, name)}costs: { truckHour: $ 90 /h } # an assumption\n`);
    ports.push(file);
  }
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const open = (file: string, width?: number): Promise<OpenedFile> => openFile(browser, file, width);

describe.each(["en", "es", "fr"])("in %s", (language) => {
  const file = (): string => join(folder, `${language}.html`);
  beforeAll(async () => {
    const args = ["--replications", "3", "--language", language, "--quiet", "--report", file()];
    const { code, stderr } = await cruceHere(["compare", ...ports, ...args]);
    if (code !== 0) throw new Error(stderr);
  });

  test("it draws its charts from a file, asks nobody for anything, and is accessible", async () => {
    const { page, complaints, addresses } = await open(file());
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("svg.time-chart path.run").count()).toBe(4);
    expect(await page.locator("svg.split-bars g.row").count()).toBe(2);
    expect(await page.locator("svg.interval path.dot").count()).toBeGreaterThan(0);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(
      "2 booths <b>& more</script>",
    );
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(addresses).toEqual([pathToFileURL(file()).href]);
    await page.context().close();
  });
});

test("it fits on a phone and on paper", async () => {
  const { page } = await open(join(folder, "en.html"), 390);
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  for (const format of ["A4", "Letter"]) expect((await page.pdf({ format })).length).toBeGreaterThan(10_000);
  expect(await overflow()).toBe(0);
  await page.context().close();
});

test("the beginning of a steady run is drawn with its cut, and its table says the same", async () => {
  const [port, file] = [join(folder, "steady.yaml"), join(folder, "steady.html")];
  writeFileSync(
    port,
    `cruce: 1
name: always open
days: 2
northbound:
  demand: { rates: 48 /h }
  stages: { primary: { booths: { general: 1 }, service: exponential 1 min } }
`,
  );
  const { code, stderr } = await cruceHere(["run", port, "--replications", "1", "--quiet", "--report", file]);
  if (code !== 0) throw new Error(stderr);
  const { page, complaints } = await open(file, 390);
  const picture = page.locator("svg.warm-up");
  expect(await picture.locator(".error path").getAttribute("d")).toMatch(/^M.*L/);
  const cut = /^cut at ([\d.]+) h$/.exec((await picture.locator(".cut text").textContent()) ?? "")?.[1];
  const violations = await violationsOf(page, "figure:has(svg.warm-up)");
  expect(violations.map(({ id }) => id)).toEqual([]);
  const said = ((await page.locator("section", { has: picture }).textContent()) ?? "").replaceAll(
    "\u00a0",
    " ",
  );
  expect(said).toContain(`leave out the first ${cut} h `);
  const rows = await page
    .locator("figure:has(svg.warm-up) tbody tr")
    .evaluateAll((all) => all.map(({ children }) => [...children].map((cell) => Number(cell.textContent))));
  const early = rows.filter(([hours]) => hours! <= 24);
  const [least] = early.toSorted(([, , one], [, , other]) => one! - other!);
  // The table has not every step, so that the least error may lie between two of its lines.
  expect(Math.abs(least![0]! - Number(cut))).toBeLessThanOrEqual(rows[1]![0]! - rows[0]![0]!);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the answer that is printed stands in it, with the command that makes it again", async () => {
  const file = join(folder, "said.html");
  const args = ["compare", ...ports, "--replications", "3", "--json", "--quiet", "--report", file];
  const { stdout } = await cruceHere(args);
  const { answers } = JSON.parse(stdout) as { readonly answers: readonly string[] };
  const { page } = await open(file);
  const text = (await page.locator("main").textContent()) ?? "";
  expect(text).toContain(heldTogether(answers[0]!));
  expect(text).toContain(`--report ${file}`);
  expect(text).toContain("an assumption");
  await page.context().close();
});

test("a report of scenarios by themselves tells of each; one that is there is not overwritten", async () => {
  const file = join(folder, "run.html");
  const args = ["run", ...ports, "--replications", "2", "--quiet", "--report", file];
  expect((await cruceHere(args)).code).toBe(0);
  const { page } = await open(file);
  expect(await page.locator(".verdict").count()).toBe(2);
  await page.context().close();
  const before = readFileSync(file, "utf8");
  const again = await cruceHere(args);
  expect(again).toMatchObject({ code: 2, stdout: "" });
  expect(again.stderr).toContain(`${file} is there already`);
  expect(readFileSync(file, "utf8")).toBe(before);
});
