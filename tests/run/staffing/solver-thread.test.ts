/** The solver beside all other work: stopped whenever it must be, and there again for the next program. */
import { afterAll, expect, test } from "vitest";
import type { LinearModel } from "../../../server/analysis/staffing/linear-model.ts";
import { SolverThread, StoppedError } from "../../../server/run/staffing/solver-thread.ts";

const solver = new SolverThread();
afterAll(() => solver.close());

const ever = new AbortController().signal;
/** The least whole number that is `least` or more. */
const atLeast = (least: number, most: number | null = null): LinearModel => ({
  columns: [{ cost: 1, most, isWhole: true }],
  rows: [{ terms: [[0, 1]], least }],
  step: 1,
});

test("programs that are asked at once get their own answers", async () => {
  const asked = [2.5, 7, 0.1].map((least) => solver.until(ever)(atLeast(least)));
  expect(await Promise.all(asked)).toEqual([[3], [7], [1]]);
  expect(await solver.until(ever)(atLeast(3, 2))).toBeNull();
});

test("what is under way is stopped, and the next program is solved", async () => {
  const abort = new AbortController();
  const stopped = [1, 2].map((least) => solver.until(abort.signal)(atLeast(least)));
  abort.abort();
  for (const one of stopped) await expect(one).rejects.toThrow(StoppedError);
  await expect(solver.until(abort.signal)(atLeast(1))).rejects.toThrow(StoppedError);
  expect(await solver.until(ever)(atLeast(4.2))).toEqual([5]);
});
