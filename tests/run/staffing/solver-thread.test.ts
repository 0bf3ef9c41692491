/** The solver beside all other work: stopped whenever it must be, and there again for the next program. */
import { afterAll, expect, test } from "vitest";
import type { LinearModel } from "../../../server/analysis/staffing/linear-model.ts";
import { solverOf } from "../../../server/run/staffing/solver.ts";
import { SolverThread, StoppedError } from "../../../server/run/staffing/solver-thread.ts";

const solver = new SolverThread();
afterAll(() => solver.close());

const ever = new AbortController().signal;
const valuesOf = async (solution: ReturnType<ReturnType<typeof solver.until>>) => (await solution)?.values;
/** The least whole number that is `least` or more. */
const atLeast = (least: number, most: number | null = null): LinearModel => ({
  columns: [{ cost: 1, most, isWhole: true }],
  rows: [{ terms: [[0, 1]], least }],
  step: 1,
});

test("programs that are asked at once get their own answers", async () => {
  const asked = [2.5, 7, 0.1].map((least) => valuesOf(solver.until(ever)(atLeast(least))));
  expect(await Promise.all(asked)).toEqual([[3], [7], [1]]);
  expect(await solver.until(ever)(atLeast(3, 2))).toBeNull();
});

test("what is under way is stopped, and the next program is solved", async () => {
  const abort = new AbortController();
  const stopped = [1, 2].map((least) => solver.until(abort.signal)(atLeast(least)));
  abort.abort();
  for (const one of stopped) await expect(one).rejects.toThrow(StoppedError);
  await expect(solver.until(abort.signal)(atLeast(1))).rejects.toThrow(StoppedError);
  expect(await valuesOf(solver.until(ever)(atLeast(4.2)))).toEqual([5]);
});

test("an answer that was under way when its program was stopped is not that of the next one", async () => {
  for (let round = 0; round < 10; round++) {
    await solver.until(ever)(atLeast(1));
    const abort = new AbortController();
    const stopped = solver.until(abort.signal)(atLeast(2));
    // So long this thread hears of nothing, and the answer waits for it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
    abort.abort();
    await expect(stopped).rejects.toThrow(StoppedError);
    expect(await valuesOf(solver.until(ever)(atLeast(7)))).toEqual([7]);
  }
});

test("where its steps run out, the best found so far is the answer, with what none costs less than", async () => {
  let x = 3 * 7_919;
  const next = (): number => (x = (x * 48_271) % 2_147_483_647) / 2_147_483_647;
  const columns = Array.from({ length: 50 }, () => ({
    cost: 3 + Math.floor(next() * 5),
    most: null,
    isWhole: true,
  }));
  const rows = Array.from({ length: 40 }, () => ({
    terms: columns.flatMap((_, c) => (next() < 0.3 ? [[c, 1 + Math.floor(next() * 9)] as const] : [])),
    least: 20 + Math.floor(next() * 30),
  }));
  // Proved to be the least, it takes thousands of steps.
  const cut = (await (await solverOf(1))({ columns, rows, step: 1 }))!;
  const values = cut.values.map(Math.round);
  const costOf = (of: readonly number[]): number =>
    of.reduce((sum, value, c) => sum + value * columns[c]!.cost, 0);
  const relaxed = columns.map((column) => ({ ...column, isWhole: false }));
  const { bound } = (await (await solverOf(1))({ columns: relaxed, rows, step: 1 }))!;
  expect(cut.bound).toBeGreaterThanOrEqual(bound - 1e-6);
  // Costs are whole: what is proven to be the least is within one of its bound.
  expect(costOf(values) - cut.bound).toBeGreaterThan(1);
  for (const { terms, least } of rows)
    expect(terms.reduce((sum, [column, factor]) => sum + factor * values[column]!, 0)).toBeGreaterThanOrEqual(
      least,
    );
});
