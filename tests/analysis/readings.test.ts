import { expect, test } from "vitest";
import { meanOf } from "../../server/analysis/mean.ts";
import { ratioOf } from "../../server/analysis/ratio.ts";
import { readAhead, readingOf } from "../../server/analysis/readings.ts";
import type { Additive } from "../../server/analysis/readings.ts";
import { meansOf, sumsOf } from "../../server/analysis/replications.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";

/** Two days of each replication, some of which lack the number asked for. */
const DAYS = Array.from({ length: 12 }, (_, day) => ({
  replication: Math.floor(day / 2),
  endedMs: day % 5 === 0 ? Number.NaN : 100 + ((day * 7) % 11),
  seed: 1 + (day % 3),
})) as Partial<ReplicationSummary>[] as readonly ReplicationSummary[];

const ratio: Additive = { kind: "ratio", above: ({ seed }) => seed ** 2, below: ({ seed }) => seed };
const daily: Additive = { kind: "daily", of: ({ endedMs }) => endedMs };
const highest: Additive = { kind: "highest", of: ({ seed }) => -seed };
const nothing: Additive = { kind: "ratio", above: () => 0, below: () => 0 };

test("figures read together say what each says by itself", () => {
  readAhead([ratio, daily, highest, nothing], DAYS);
  expect(readingOf(ratio, DAYS)).toEqual(
    ratioOf(
      sumsOf(DAYS, ({ seed }) => seed ** 2),
      sumsOf(DAYS, ({ seed }) => seed),
    ),
  );
  expect(readingOf(daily, DAYS)).toEqual(meanOf(meansOf(DAYS, ({ endedMs }) => endedMs)));
  expect(readingOf(highest, DAYS)).toEqual(meanOf(meansOf(DAYS, ({ seed }) => -seed)));
  expect(readingOf(nothing, DAYS)).toBeNull();
});

test("a figure is read once of the same days, and anew of others", () => {
  let reads = 0;
  const counted: Additive = {
    kind: "daily",
    of: ({ seed }) => {
      reads++;
      return seed;
    },
  };
  readAhead([counted], DAYS);
  expect(readingOf(counted, DAYS)!.value).toBe(2);
  expect(reads).toBe(DAYS.length);
  expect(readingOf(counted, DAYS.slice(0, 2))!.value).toBe(1.5);
  expect(reads).toBe(DAYS.length + 2);
});
