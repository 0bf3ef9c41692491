/** The exact values that coverage is counted against. */
import { expect, test } from "vitest";
import { unitOf } from "../../shared/metrics.ts";
import { expectedLongestLine, insideAfter, solveDay, together } from "./chain.ts";
import type { ExactDay } from "./chain.ts";
import { MODELS } from "./models.ts";
import type { PortDay, Question } from "./models.ts";

test("the chain has the known numbers in line of a day at three booths", () => {
  const perHour = [10, 10, 10, 15, 30, 60, 90, 110, 120, 110, 100, 95, 90, 95, 100, 105];
  const inLineAfter = (hours: number): number =>
    insideAfter({ perHour, servers: 3, serviceMinutes: 1.5 }, hours).reduce(
      (sum, share, inside) => sum + share * Math.max(0, inside - 3),
      0,
    );
  expect(inLineAfter(7)).toBeCloseTo(1.676, 3);
  expect(inLineAfter(9)).toBeCloseTo(12.799, 2);
});

test("a long day at one server comes to the stationary answers of M/M/1", () => {
  const { meanWaitMinutes, shareWithin } = solveDay({
    perHour: Array(100).fill(30),
    servers: 1,
    serviceMinutes: 1,
  });
  expect(meanWaitMinutes).toBeCloseTo(1, 2);
  expect(1 - shareWithin(0)).toBeCloseTo(0.5, 2);
});

function solved(day: PortDay, of: Question["figure"]["class"]): ExactDay {
  if (day.fast === undefined || of === "general") return solveDay(day);
  return of === "fast" ? solveDay(day.fast) : together([solveDay(day), solveDay(day.fast)]);
}

function exactOf({ figure: { metric, statistic, class: of } }: Question, day: PortDay): number {
  if (metric === "queue") return expectedLongestLine(day);
  const { meanWaitMinutes, shareWithin, waitQuantile } = solved(day, of);
  if (unitOf(metric, statistic) === "%") return 100 * (1 - shareWithin(60));
  return statistic === "mean" ? meanWaitMinutes : waitQuantile(0.95);
}

test.each(
  MODELS.flatMap((model) =>
    model.questions.map((question) => [question.figure.statistic, question, model.days] as const),
  ),
)(
  "the %s that is expected is that of the chain",
  (_statistic, question, [first, second]) => {
    const exact =
      question.differs === true
        ? exactOf(question, second!) - exactOf(question, first!)
        : exactOf(question, first!);
    expect(Math.abs(exact / question.exact - 1)).toBeLessThan(1e-4);
  },
  60_000,
);
