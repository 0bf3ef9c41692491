/** The beginning of a steady scenario's days, as the page says and draws it. */
import { expect, test } from "vitest";
import type { WarmUpShown } from "../../shared/warm-up.ts";
import { scalesOf } from "../../client/charts/warm-up.ts";
import { warmUpFinding, warmUpTable } from "../../client/views/experiments/warm-up-said.ts";
import { csvOf, textsOf } from "../../client/views/charts/models.ts";
import { wordsOf } from "../../client/views/words.ts";

const shown: WarmUpShown = {
  scenario: "a long name",
  runs: 20,
  everyMinutes: 5,
  leaveOutMinutes: 190,
  isSettled: true,
  queueByBatches: null,
  curve: { fromMinutes: 15, stepMinutes: 25, queue: [2, 5, 5.5], error: [0.4, 0.25], leastError: 0.25 },
};

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("the finding names the scenario by its letter, and settings without marks", () => {
  expect(plain(warmUpFinding(wordsOf("en"), "B", shown))).toBe(
    "B: leave out the first 3.2 h of the counted days, for which warmUp can be longer (MSER-5 over the queue, runs: 20).",
  );
  expect(warmUpFinding(wordsOf("fr"), "B", { ...shown, leaveOutMinutes: 180 })).toContain(" 3 premières h ");
});

test("of one run the mean of the rest is said with its interval, its batches and whether they know of each other", () => {
  const queueByBatches = {
    value: 5.25,
    low: 4.5,
    high: 6,
    batches: 20,
    batchMinutes: 150,
    lag1: 0.04,
    isIndependent: true,
  };
  expect(plain(warmUpFinding(wordsOf("en"), "A", { ...shown, queueByBatches }))).toMatch(
    /is 5\.3 \(4\.5 to 6\.0\) by 20 batches of 2\.5 h, which know little of each other \(lag 1: 0\.04\)\.$/,
  );
});

test("the table says what is left out before each step, and of the last ones the queue alone", () => {
  const table = warmUpTable(wordsOf("es"), shown);
  const { columns, rows } = table;
  expect(columns).toEqual([
    "Dejado fuera, h",
    "Cola después, media de 25 min",
    "Error estándar de la media, vehículos",
  ]);
  expect(rows).toEqual([
    [0, 2, 0.4],
    [40 / 60, 5, 0.25],
    [65 / 60, 5.5, null],
  ]);
  expect(csvOf(table)).toContain(`${40 / 60},5,0.25`);
});

test("the table is read in the reader's numbers: hours to a tenth, errors by their size", () => {
  const curve = { ...shown.curve, queue: [2, 5, 5.5, 120, 4], error: [12.4, 0.25, 0.0312, 0, 0.98] };
  expect(textsOf(warmUpTable(wordsOf("fr"), { ...shown, curve }), wordsOf("fr"))).toEqual([
    ["0,0", "2,0", "12"],
    ["0,7", "5,0", "0,25"],
    ["1,1", "5,5", "0,031"],
    ["1,5", "120", "0"],
    ["1,9", "4,0", "0,98"],
  ]);
});

test("a queue that never varies has axes with values all the same", () => {
  const curve = { ...shown.curve, queue: [0, 0, 0], error: [0, 0], leastError: 0 };
  const { queue, error } = scalesOf({ width: 600, height: 300, shown: { ...shown, curve } });
  for (const axis of [queue, error]) expect(axis.ticks(2)).toEqual([0, 0.5, 1]);
});
