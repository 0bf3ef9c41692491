/** The report of a staffing plan as its reader opens it: its tables and pictures are the plan that the JSON has. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "../cli/cruce.ts";
import { launchChromium } from "./chromium.ts";
import { openFile } from "./open-file.ts";
import { violationsOf } from "./violations.ts";

// Hundreds of days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 180_000 });

type Found = {
  readonly shifts: readonly { readonly post: string; readonly from: string; readonly officers: number }[];
  readonly booths: readonly { readonly byStep: readonly { readonly booths: number }[] }[];
  readonly answer: { readonly worth: readonly object[] };
};

let browser: Browser;
let folder = "";
let port = "";
beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), "cruce-plan-report-"));
  port = join(folder, "port.yaml");
  const staffing = '  staffing: { primary: { shared: { "08:00": 4, "12:00": 0 } } }\n';
  writeFileSync(port, `${smallPort(4, '"a small port <b>& more</script>"')}${staffing}`);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const optimize = (report: string, ...more: readonly string[]) => {
  const asked = ["--promise", "all under 40 min", "--shifts", "2 h, 1 h", "--replications", "10"];
  return cruceHere(["optimize", port, ...asked, "--json", "--report", report, ...more]);
};

test("it shows the plan that was found, asks nobody for anything, and is accessible", async () => {
  const file = join(folder, "plan.html");
  const { code, stdout } = await optimize(file, "--quiet");
  expect(code).toBe(0);
  const { shifts, booths, answer } = JSON.parse(stdout) as Found;
  const { page, complaints, addresses } = await openFile(browser, file, 390);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("<b>& more</script>");
  expect((await page.locator("p.question").textContent())?.replaceAll("\u00a0", " ")).toBe(
    "Which shifts keep “all under 40 min” on 90 % of the days, with the least hours at the posts?",
  );
  const rows = await page
    .getByRole("table", { name: "Shifts of" })
    .locator("tbody tr")
    .evaluateAll((lines) => lines.map((line) => [...line.children].map(({ textContent }) => textContent)));
  expect(rows.map(([post, from, , officers]) => [post, from, officers])).toEqual(
    shifts.map(({ post, from, officers }) => [post, from, String(officers)]),
  );
  const bars = booths.flatMap(({ byStep }) => byStep.filter((step) => step.booths > 0));
  expect(await page.locator("svg.staffing-bars rect").count()).toBe(bars.length);
  expect(await page.locator("svg.hour-bars").count()).toBe(answer.worth.length > 0 ? 1 : 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  const violations = await violationsOf(page);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(addresses).toEqual([pathToFileURL(file).href]);
  await page.context().close();
});

test("one that is there is not overwritten, and a file has one name", async () => {
  const file = join(folder, "there.html");
  writeFileSync(file, "something");
  const there = await optimize(file);
  expect([there.code, there.stderr]).toEqual([2, expect.stringContaining("is not overwritten")]);
  const same = join(folder, "same");
  const twice = await optimize(same, "--write", same);
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringMatching(/--report.*--write/)]);
});
