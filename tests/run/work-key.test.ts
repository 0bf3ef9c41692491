/** What makes two runs the same work, and what the version of the model is made of. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { MODEL_SOURCES, modelVersion, versionOf } from "../../server/run/model-version.ts";
import { workContent } from "../../server/run/work-key.ts";
import { readSource } from "../tidy/source.ts";
import { ONE_MORE, TODAY, loadedOf } from "./small-ports.ts";
import { BUSY_DAY } from "../measure/tallied.ts";

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cruce-version-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the work of a scenario", () => {
  const of = (change: object) => workContent({ ...TODAY, scenario: { ...TODAY.scenario, ...change } });

  test("is told by what is run, not by what people call it or pay for it", () => {
    const costs = { ...TODAY.scenario.costs, truckHour: 70 };
    expect(of({ name: "other", about: "words", costs })).toBe(workContent(TODAY));
  });

  test("changes with any value that is run", () => {
    const works = [workContent(TODAY), workContent(ONE_MORE), of({ followFor: 1 }), of({ days: 2 })];
    expect(new Set(works).size).toBe(works.length);
  });

  test("changes with the rules of its time zone on its days", () => {
    expect(of({ zone: "America/Chicago" })).not.toBe(of({ zone: "America/Phoenix" }));
  });

  test("changes with each arrival of its list", () => {
    const list = (...times: string[]) =>
      workContent({
        ...loadedOf("list", { stages: BUSY_DAY.stages, arrivals: times }),
        arrivals: times.map((time) => ({
          timeMs: Number.parseInt(time, 10) * 3_600_000,
          flow: "laden",
          fast: false,
          count: 1,
        })),
      });
    expect(list("08:00", "09:00")).toBe(list("08:00", "09:00"));
    expect(list("08:00", "09:00")).not.toBe(list("08:00", "10:00"));
  });
});

/** Of the checkout what counts, somewhere else. */
function copied(): string {
  const copy = mkdtempSync(join(folder, "copy-"));
  for (const place of MODEL_SOURCES) {
    mkdirSync(dirname(join(copy, place)), { recursive: true });
    cpSync(join(CHECKOUT, place), join(copy, place), { recursive: true });
  }
  return copy;
}

describe("the version of the model", () => {
  test("is that of its sources, wherever they stand", () => {
    expect(versionOf(copied())).toBe(modelVersion());
  });

  test.each([
    "shared/units.ts",
    "server/core/tally.ts",
    "server/engine/draws.ts",
    "server/port/stages/primary.ts",
    "server/measure/summary.ts",
    "server/run/replication.ts",
    "dist/core.js",
  ])("changes with %s", (path) => {
    const copy = copied();
    appendFileSync(join(copy, path), "\n");
    expect(versionOf(copy)).not.toBe(modelVersion());
  });

  test("changes with a new file", () => {
    const copy = copied();
    writeFileSync(join(copy, "server/port/another.ts"), "");
    expect(versionOf(copy)).not.toBe(modelVersion());
  });

  test("does not change with a text, nor with the line ends of another system", () => {
    const copy = copied();
    appendFileSync(join(copy, "shared/messages/en/cli.ts"), "// more\n");
    const units = join(copy, "shared/units.ts");
    writeFileSync(units, readFileSync(units, "utf8").replaceAll("\n", "\r\n"));
    expect(versionOf(copy)).toBe(modelVersion());
  });

  test("covers everything that a replication is made of", () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path) || !path.endsWith(".ts")) return;
      reached.add(path);
      const { imports } = readSource(path, readFileSync(join(CHECKOUT, path), "utf8"));
      for (const name of imports) if (name.startsWith(".")) visit(posix.join(posix.dirname(path), name));
    };
    ["server/run/replication.ts", "server/run/plan-scenario.ts"].forEach(visit);
    const isCovered = (path: string): boolean =>
      MODEL_SOURCES.some((place) => path === place || path.startsWith(`${place}/`));
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((path) => !isCovered(path))).toEqual([]);
  });
});
