// The count at the end of `npm test`: that silence is not taken for success.
import { expect, test } from "vitest";
import type { FileResult } from "../../scripts/tally.ts";
import { summaryLines, tallySets, tallyStep } from "../../scripts/tally.ts";

function file(set: string, states: FileResult["states"], errors = 0): FileResult {
  return { set, file: `${set}.test.ts`, states, errors, ms: 500 };
}

const lastLine = (files: readonly FileResult[]): string | undefined => summaryLines(tallySets(files)).at(-1);

test("tests are counted over all sets, each check as one", () => {
  const sets = tallySets([file("unit", ["passed", "passed"]), file("theory", ["passed", "failed"])]);
  const lines = summaryLines([tallyStep("types", true, 1200), tallyStep("lint", false, 300), ...sets]);
  expect(lines.at(-1)).toBe("4 passed, 2 failed");
});

test("files of one set share a line", () => {
  const sets = tallySets([file("unit", ["passed"]), file("theory", ["passed"]), file("unit", ["passed"])]);
  expect(sets.map(({ name, passed, ms }) => [name, passed, ms])).toEqual([
    ["unit", 2, 1000],
    ["theory", 1, 500],
  ]);
});

test("a test that is skipped or never ran counts as failed, and is named", () => {
  const [unit] = tallySets([file("unit", ["passed", "skipped", "pending"])]);
  expect(unit).toMatchObject({ passed: 1, failed: 2, note: "2 did not run in unit.test.ts" });
});

test("a file that does not load counts as failed", () => {
  expect(lastLine([file("unit", [], 1)])).toBe("0 passed, 1 failed");
});
