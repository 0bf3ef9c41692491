/**
 * A small part of the table of coverage in docs/explanation/validation.md: experiments of the same seeds, whose
 * share of intervals that hold must be one that the binomial allows, once in ten thousand otherwise.
 */
import { expect, test } from "vitest";
import { countOutcomes, wilson } from "./count.ts";
import { experiment, prepare } from "./experiments.ts";
import { MODELS } from "./models.ts";

const EXPERIMENTS = 60;
const DAYS = 20;

/** As the full table has it, for 20 days. */
const KNOWN = { mean: 0.93, p95: 0.873, shareOver60: 0.95, max: 0.928 } as const;

test("intervals of 20 days hold the exact value as often as is published, and a wrong one hardly ever", () => {
  const model = MODELS.find(({ name }) => name === "one booth that fills up")!;
  const [mean] = model.questions;
  const asked = {
    ...model,
    questions: [...model.questions, { ...mean!, exact: 2 * mean!.exact }],
    sequential: [],
  };
  const prepared = prepare(asked);
  const outcomes = Array.from({ length: EXPERIMENTS }, (_, i) => experiment(prepared, i + 1, [DAYS]));
  const counted = countOutcomes(asked, outcomes).held.map((bySize) => wilson(bySize[0]!, 0.9999));
  model.questions.forEach(({ figure }, question) => {
    const known = KNOWN[figure.statistic as keyof typeof KNOWN];
    expect(counted[question]!.low).toBeLessThan(known);
    expect(counted[question]!.high).toBeGreaterThan(known);
  });
  expect(counted.at(-1)!.high).toBeLessThan(0.5);
}, 120_000);

test("the interval of a share is Wilson's: of 8 in 10 from 49 to 94 %", () => {
  const { low, high } = wilson({ held: 8, of: 10 });
  expect(low).toBeCloseTo(0.4902, 4);
  expect(high).toBeCloseTo(0.9433, 4);
});
