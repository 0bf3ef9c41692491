/**
 * A program with thousands of rows of which few bind: it is solved with those alone that an answer has broken so far,
 * first as if no column had to be whole, which costs next to nothing (cutting planes; Dantzig, Fulkerson, Johnson,
 * Operations Research 2, 1954). Columns that may be spared and that this relaxed answer has no use for are left out of
 * the whole one. The answer meets all rows; it is the best of those without the spared columns.
 */
import type { Column, ModelBuilder, Row, Solve } from "./linear-model.ts";

/** Of the rows of a group, the one that is broken most is added at a time. */
export type LaterRow = Row & { readonly groups: readonly string[] };

export type ManyRows = {
  readonly builder: ModelBuilder;
  readonly later: readonly LaterRow[];
  readonly spare: readonly number[];
  readonly step: number;
};

type Values = readonly number[];

/** Beyond what the solver rounds. */
const TOLERANCE = 1e-6;

export async function solveAddingRows(solve: Solve, program: ManyRows): Promise<Values | null> {
  const { builder, later, step } = program;
  const left = new Set(later);
  const relaxed = await solveUntilMet(() => solve(builder.model(step, relax)), program, left);
  if (relaxed === null) return null;
  // A whole answer costs far more than a row: those that it may well break are added before it.
  add(builder, left, tightestOf(left, relaxed, Number.NEGATIVE_INFINITY));
  const spared = new Set(program.spare.filter((column) => relaxed[column] < TOLERANCE));
  const without = (column: Column, index: number): Column =>
    spared.has(index) ? { ...column, most: 0 } : column;
  const whole = await solveUntilMet(() => solve(builder.model(step, without)), program, left);
  if (whole !== null || spared.size === 0) return whole;
  return solveUntilMet(() => solve(builder.model(step)), program, left);
}

const relax = (column: Column): Column => ({ ...column, isWhole: false });

async function solveUntilMet(
  solve: () => Promise<Values | null>,
  { builder }: ManyRows,
  left: Set<LaterRow>,
): Promise<Values | null> {
  for (;;) {
    const values = await solve();
    if (values === null) return null;
    const broken = tightestOf(left, values, TOLERANCE);
    if (broken.size === 0) return values;
    add(builder, left, broken);
  }
}

function add(builder: ModelBuilder, left: Set<LaterRow>, rows: Iterable<LaterRow>): void {
  for (const row of rows) {
    left.delete(row);
    builder.atLeast(row.least, row.terms);
  }
}

/** Of each group the row that lacks most, if it lacks more than so much. */
function tightestOf(rows: Iterable<LaterRow>, values: Values, least: number): ReadonlySet<LaterRow> {
  const tightest = new Map<string, { readonly row: LaterRow; readonly lack: number }>();
  for (const row of rows) {
    const lack = row.terms.reduce((sum, [column, factor]) => sum - factor * values[column], row.least);
    for (const group of row.groups)
      if (lack > (tightest.get(group)?.lack ?? least)) tightest.set(group, { row, lack });
  }
  return new Set([...tightest.values()].map(({ row }) => row));
}
