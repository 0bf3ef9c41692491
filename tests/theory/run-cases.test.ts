/** Cases on many threads. */
import { expect, test } from "vitest";
import { CASES } from "../../server/theory/cases.ts";
import { figuresOf } from "../../server/theory/estimate.ts";
import { runCases } from "../../server/theory/run-cases.ts";
import { runAll } from "../../server/theory/simulate.ts";
import { unitCount } from "../../server/theory/units.ts";

const cases = CASES.filter(({ id }) => ["Q13", "T3", "T6"].includes(id));
const quick = { cases, set: "quick", generator: "mix" } as const;

test("the number of workers changes no figure, and they are those of one thread", async () => {
  const [one, three] = [
    await runCases({ ...quick, seeds: [2], workers: 1 }),
    await runCases({ ...quick, seeds: [2], workers: 3 }),
  ];
  expect(three).toEqual(one);
  const alone = cases.map((known) => figuresOf(known, "quick", runAll(known, known.quick, { seed: 2 })));
  expect(one.map(({ figures }) => figures)).toEqual(alone);
});

test("each seed has reports of its own, and so has the oracle", async () => {
  const some = cases.filter(({ id }) => id === "T3");
  const values = async (seeds: readonly number[], generator: "mix" | "threefry") =>
    (await runCases({ cases: some, set: "quick", seeds, generator })).map(({ seed, figures }) => [
      seed,
      figures[0]!.value,
    ]);
  const [first, second] = await values([1, 2], "mix");
  expect([first![0], second![0]]).toEqual([1, 2]);
  expect(second![1]).not.toBe(first![1]);
  expect((await values([1], "threefry"))[0]![1]).not.toBe(first![1]);
});

test("cancelled, the cases that are done are kept, and no other", async () => {
  const abort = new AbortController();
  const [short, long] = [CASES.find(({ id }) => id === "T6")!, CASES.find(({ id }) => id === "T1 day")!];
  let told = 0;
  const reports = await runCases({
    ...quick,
    cases: [short, long],
    seeds: [1],
    workers: 1,
    signal: abort.signal,
    onProgress: (done, total) => {
      told = total;
      if (done === 2) abort.abort();
    },
  });
  expect(reports.map(({ known }) => known.id)).toEqual(["T6"]);
  expect(told).toBe(1 + unitCount(long.quick));
});
