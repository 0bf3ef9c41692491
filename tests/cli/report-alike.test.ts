/** What reports say where days are alike, or too few for an interval. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";
import type { Language } from "../../shared/vocabulary.ts";

let folder = "";
let port = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-report-alike-"));
  port = join(folder, "port.yaml");
  // With a booth for each truck nobody waits on any day.
  writeFileSync(port, smallPort(40, "a port without waits").replace("exponential 100 s", "10 s"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function report(args: readonly string[], language: Language = "en"): Promise<string> {
  const file = join(folder, `${language}-${args.length}.html`);
  const how = ["--no-store", "--workers", "1", "--quiet", "--report", file];
  const { code, stderr } = await cruceHere([...args, ...how], language);
  if (code !== 0) throw new Error(stderr);
  return readFileSync(file, "utf8");
}

test.each([
  ["en", "is 0 min on all 3 days simulated; so few tell nothing of other days."],
  ["es", "es de 0 min en los 3 días simulados; tan pocos no dicen nada de otros días."],
  ["fr", "est de 0 min les 3 jours simulés ; si peu ne disent rien des autres jours."],
] as const)("the report of a run of few days that are alike says so, in %s", async (language, said) => {
  const page = await report(["run", port, "--replications", "3"], language);
  expect(page.replaceAll("\u00a0", " ").replaceAll("\u202f", " ")).toContain(said);
});
