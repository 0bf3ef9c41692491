import { describe, expect, test } from "vitest";
import { KnSelection, selectBest } from "../../../server/analysis/ranking/kn.ts";
import type { KnOptions } from "../../../server/analysis/ranking/kn.ts";
import { normals } from "../days.ts";

const OPTIONS: KnOptions = { confidence: 0.95, indifference: 1, firstStage: 10 };

/** Observations of systems until one is chosen. */
function run(options: KnOptions, rowOf: () => readonly number[]): KnSelection {
  const selection = new KnSelection(rowOf().length, options);
  while (selection.best === null) selection.observe(rowOf());
  return selection;
}

/** Normal systems with these means and standard deviation 3, `common` of the variance being the same luck for all. */
function systems(seed: number, means: readonly number[], common = 0): () => readonly number[] {
  const normal = normals(seed);
  return () => {
    const luck = Math.sqrt(common) * normal();
    return means.map((mean) => mean + 3 * (luck + Math.sqrt(1 - common) * normal()));
  };
}

/** Fewer right selections than this come about once in 10 000 times where 95 % are promised (binomial, normal limit). */
const least = (experiments: number): number => 0.95 - 3.72 * Math.sqrt((0.95 * 0.05) / experiments);

function shareRight(experiments: number, options: KnOptions, means: readonly number[], common = 0) {
  let right = 0;
  let rows = 0;
  for (let experiment = 0; experiment < experiments; experiment++) {
    const selection = run(options, systems(1 + experiment, means, common));
    if (selection.best === 0) right++;
    rows += selection.rows;
  }
  return { right: right / experiments, rows: rows / experiments };
}

describe("the promise holds", () => {
  // The best is better than all others by just the indifference zone: the hardest case there is.
  const slippage = [0, 1, 1, 1, 1];

  test("on independent draws", () => {
    expect(shareRight(1_000, { ...OPTIONS, independent: true }, slippage).right).toBeGreaterThan(
      least(1_000),
    );
  });

  test("on common draws, with fewer rows", () => {
    const alone = shareRight(200, OPTIONS, slippage);
    const paired = shareRight(1_000, OPTIONS, slippage, 0.8);
    expect(paired.right).toBeGreaterThan(least(1_000));
    expect(paired.rows).toBeLessThan(alone.rows / 3);
  });

  test("but not for systems closer than the zone, of which another may be chosen", () => {
    const { right } = shareRight(400, { ...OPTIONS, confidence: 0.55, indifference: 3 }, [0, 0.5, 0.5]);
    expect(right).toBeLessThan(0.9);
  });
});

test("two systems with a known first stage end where the closed form says", () => {
  // Differences ±1 about −0.05: S² = 10/9; η = ½ (0.1^(−2/9) − 1) = 0.3340, h² = 18 η, so reach = h² S² ÷ 0.25 = 26.7.
  const rows = Array.from({ length: 40 }, (_, i) => [0, (i % 2 === 0 ? -1 : 1) + 0.05]);
  const selection = new KnSelection(2, { ...OPTIONS, indifference: 0.5 });
  for (const row of rows.slice(0, 10)) selection.observe(row);
  expect(selection.remaining).toEqual([0, 1]);
  expect(selection.rowsAtMost).toBe(27);
  for (const row of rows.slice(10)) selection.observe(row);
  // Sums differ by r ÷ 20 on even rows; the line stands at ¼ (26.7 − r): they meet from r = 22.3 on.
  expect(selection.best).toBe(0);
  expect(selection.rows).toBe(24);
});

test("whoever falls behind leaves early, while the others go on", () => {
  const rowOf = systems(3, [0, 0.2, 40]);
  const selection = new KnSelection(3, { ...OPTIONS, indifference: 0.5 });
  for (let row = 0; row < 10; row++) selection.observe(rowOf());
  expect(selection.remaining).toEqual([0, 1]);
  expect(selection.best).toBeNull();
});

test("systems without any spread are decided by the first stage", () => {
  expect(run(OPTIONS, () => [3, 2, 5])).toMatchObject({ best: 1, rows: 10 });
});

test("a single system needs no row", () => {
  expect(new KnSelection(1, OPTIONS).best).toBe(0);
});

test("a row without a number is refused", () => {
  expect(() => new KnSelection(2, OPTIONS).observe([1, Number.NaN])).toThrow(
    "system 1 has no number in row 0",
  );
});

test.each([{ confidence: 0.3 }, { confidence: 1 }, { indifference: 0 }, { firstStage: 1 }])(
  "no selection is made with %o",
  (part) => {
    expect(() => new KnSelection(3, { ...OPTIONS, ...part })).toThrow("no selection among 3 systems");
  },
);

describe("a driver", () => {
  const rows = Array.from({ length: 5_000 }, systems(8, [1, 0, 3]));

  test("asks for the systems that remain alone, and finds the same however many rows it asks for at once", async () => {
    const asked: (readonly number[])[] = [];
    const select = (batch: number) =>
      selectBest(3, { ...OPTIONS, batch }, (wanted, first, count) => {
        asked.push(wanted);
        return Promise.resolve(
          rows.slice(first, first + count).map((row) => wanted.map((system) => row[system])),
        );
      });
    const one = await select(1);
    const many = await select(7);
    expect(many).toMatchObject({ best: one.best, rows: one.rows });
    expect(one.best).toBe(1);
    expect(asked.some((wanted) => wanted.length === 2)).toBe(true);
  });

  test("stops without an answer when the rows it may spend are spent", async () => {
    const selection = await selectBest(
      3,
      { ...OPTIONS, indifference: 0.1, mostRows: 30 },
      (wanted, first, count) =>
        Promise.resolve(rows.slice(first, first + count).map((row) => wanted.map((system) => row[system]))),
    );
    expect(selection).toMatchObject({ best: null, leader: 1, rows: 30 });
  });
});
