/** Programs solved with the rows that bind: the answer is that of all rows. */
import { expect, test } from "vitest";
import { ModelBuilder } from "../../../server/analysis/staffing/linear-model.ts";
import type { LinearModel } from "../../../server/analysis/staffing/linear-model.ts";
import { solveAddingRows } from "../../../server/analysis/staffing/rows-as-broken.ts";
import { loadSolver } from "../../../server/run/staffing/solver.ts";

const solver = await loadSolver();

/** Three columns at 3, 2 and 2 a piece, and a row for each pair and each three times. */
function programOf(spare: readonly number[] = []) {
  const builder = new ModelBuilder();
  const columns = [3, 2, 2].map((cost) => builder.column({ cost, most: 9, isWhole: true }));
  const later = [1, 2, 3].flatMap((need) =>
    columns.map((column, c) => ({
      groups: [`${column}`],
      least: need + 0.5,
      terms: [[column, 1] as const, [columns[(c + 1) % 3]!, 1] as const],
    })),
  );
  return { builder, later, spare, step: 1 };
}

test("rows come as they are broken, and the answer meets all of them at the least cost", async () => {
  const asked: LinearModel[] = [];
  const solution = await solveAddingRows((model) => {
    asked.push(model);
    return solver(model);
  }, programOf());
  // Every two of them are four or more.
  expect(solution!.values.map(Math.round)).toEqual([2, 2, 2]);
  expect(solution!.bound).toBeCloseTo(14);
  expect(asked[0]!.rows).toHaveLength(0);
  expect(asked.at(-1)!.rows.length).toBeLessThan(9);
});

test("a spare column that the relaxed answer uses is kept, and one without which there is no answer too", async () => {
  const { values } = (await solveAddingRows(solver, programOf([0, 1, 2])))!;
  expect(values.map(Math.round)).toEqual([2, 2, 2]);
  const builder = new ModelBuilder();
  const [cheap, dear] = [1, 5].map((cost) => builder.column({ cost, most: null, isWhole: true })) as [
    number,
    number,
  ];
  // Half of the cheap one would do; whole, five of the dear one do.
  builder.atLeast(5, [
    [cheap, 10],
    [dear, 1],
  ]);
  builder.atMost(5, [
    [cheap, 10],
    [dear, 1],
  ]);
  const solution = await solveAddingRows(solver, { builder, later: [], spare: [dear], step: 1 });
  expect(solution!.values.map(Math.round)).toEqual([0, 5]);
});

test("the bound holds for answers with the columns that were spared", async () => {
  const builder = new ModelBuilder();
  const [two, one] = [2, 1.1].map((cost) => builder.column({ cost, most: null, isWhole: true })) as [
    number,
    number,
  ];
  // One and a half of the first make three, two when whole; one of each cost 3.1.
  builder.atLeast(3, [
    [two, 2],
    [one, 1],
  ]);
  const { values, bound } = (await solveAddingRows(solver, { builder, later: [], spare: [one], step: 0.1 }))!;
  expect(values.map(Math.round)).toEqual([2, 0]);
  expect(bound).toBeCloseTo(3);
});

test("what no columns meet has no answer", async () => {
  const { builder, later, ...rest } = programOf();
  const [row] = later;
  expect(
    await solveAddingRows(solver, { ...rest, builder, later: [...later, { ...row!, least: 19 }] }),
  ).toBeNull();
});
