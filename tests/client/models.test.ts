import { expect, test } from "vitest";
import { HOUR } from "../../shared/units.ts";
import { hourTicks, spreadLabels, valueAt } from "../../client/charts/time-model.ts";
import { csvOf, textsOf, timeChartModel, timeFinding, timeTable } from "../../client/views/charts/models.ts";
import type { Told } from "../../client/views/charts/models.ts";
import { wrapped } from "../../client/views/charts/export.ts";
import { headline, isStale } from "../../client/views/results/rows.ts";
import { wordsOf } from "../../client/views/words.ts";
import * as fixture from "./fixture.ts";

const NOW = 15 * HOUR;
const told: Told = {
  welcome: fixture.welcome(),
  frame: fixture.frame(NOW),
  charts: fixture.charts(NOW),
  results: fixture.results(20),
  forecast: null,
};
const plain = (text: string | null): string => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");

test("a finding names every scenario, in each language", () => {
  for (const language of ["en", "es", "fr"] as const) {
    const finding = timeFinding("wait", told, wordsOf(language));
    expect(finding).toMatch(/A \d+.*B \d+/);
    expect(finding).not.toContain("{{");
  }
});

test("before the first trucks are through a chart says so", () => {
  const early: Told = { ...told, frame: null, charts: null, results: null };
  expect(timeFinding("wait", early, wordsOf("en"))).toBe(
    "Nothing to tell before the first trucks are through.",
  );
});

test("the present is what the yard says, also where no bin has it yet", () => {
  const [a, b] = told.frame!.scenarios;
  const { series } = timeChartModel("queue", told, wordsOf("en"), { width: 400, height: 120, hoverMs: null });
  expect(series.map(({ now }) => now)).toEqual([a!.queue, b!.queue]);
  const late = { ...a!, queue: 5_000 };
  const finding = timeFinding(
    "queue",
    { ...told, frame: { ...told.frame!, scenarios: [late, b!] } },
    wordsOf("en"),
  );
  expect(finding).toBe(`Now A 5,000 and B ${b!.queue}; highest so far A 5,000 at 15:00.`);
});

test("results are old as soon as they answer for another log", () => {
  expect(isStale(fixture.welcome(), fixture.results())).toBe(false);
  expect(isStale({ answersFor: 3 }, fixture.results())).toBe(true);
});

test("a chart's table has the line up to now and the band for the whole day", () => {
  const { columns, rows } = timeTable("queue", told, wordsOf("en"));
  expect(columns).toHaveLength(7);
  const after = rows.find(([time]) => time === "18:00");
  expect(after?.[1]).toBeNull();
  expect(after?.[2]).toBeTypeOf("number");
  expect(rows[0]?.[0]).toBe("07:00");
});

test("the headline says the difference with its interval", () => {
  expect(plain(headline(wordsOf("en"), fixture.results(20), 1))).toBe(
    "B cuts the mean wait by 12.4 min (95 %: 10.8 to 14.0).",
  );
});

test("an interval that holds zero is too close to call", () => {
  const results = fixture.results(20);
  const [named, ...rest] = results.rows;
  const close = { ...named, differences: [null, { value: 0.4, low: -1.2, high: 2, n: 20 }] };
  expect(headline(wordsOf("en"), { ...results, rows: [close, ...rest] }, 1)).toContain(
    "too close to call at 20 days",
  );
});

test("few days on which nobody waits are no interval", () => {
  const results = fixture.results(20);
  const alone = (n: number) => {
    const [named, ...rest] = results.rows;
    const row = { ...named, estimates: [{ value: 0, low: 0, high: 0, n }], differences: [null] };
    return headline(wordsOf("en"), { ...results, rows: [row, ...rest] }, 0);
  };
  expect(alone(5)).toContain("on all 5 days; so few that are alike tell nothing of others");
  expect(plain(alone(20))).toContain("95 %");
});

test("no text of results calls anything significant", () => {
  for (const language of ["en", "es", "fr"] as const) {
    expect(headline(wordsOf(language), fixture.results(20), 1)).not.toMatch(/signific/i);
  }
});

test("CSV quotes what needs it", () => {
  expect(csvOf({ columns: ["a", 'b "c"'], rows: [["x,y", null]] })).toBe('a,"b ""c"""\r\n"x,y",\r\n');
});

test("a table is read in the reader's numbers, the head of a row too", () => {
  const table = { columns: ["h", "b", "c"], rows: [[2 / 3, null, "x"] as const, [2, 0.25, "y"] as const] };
  expect(textsOf(table, wordsOf("fr"))).toEqual([
    ["0,7", "–", "x"],
    ["2", "0,3", "y"],
  ]);
});

test("labels that would touch are moved apart, within the chart", () => {
  const placed = spreadLabels([50, 52, 51], 13, 10, 100);
  const sorted = placed.toSorted((a, b) => a - b);
  expect(sorted[1]! - sorted[0]!).toBeGreaterThanOrEqual(13);
  expect(sorted[2]! - sorted[1]!).toBeGreaterThanOrEqual(13);
  expect(Math.max(...spreadLabels([99, 99], 13, 10, 100))).toBeLessThanOrEqual(100);
});

test("times of day at an axis do not touch, however long the run is", () => {
  for (const days of [1, 2, 7, 30, 365, 730, 3650]) {
    const ticks = hourTicks({ fromMs: 0, untilMs: days * 24 * HOUR }, 370);
    const pixels = (370 * (ticks[1]! - ticks[0]!)) / (days * 24 * HOUR);
    expect(pixels, `${days} days`).toBeGreaterThanOrEqual(52);
    expect(ticks.length, `${days} days`).toBeGreaterThan(3);
  }
});

test("a value an hour old is not told as the present one", () => {
  const bins = { fromMs: 0, binMs: HOUR / 12 };
  expect(valueAt([5, null, null], bins, HOUR / 4)).toBe(5);
  expect(valueAt([5, ...Array<null>(20).fill(null)], bins, 1.5 * HOUR)).toBeNull();
});

test("a long source is broken between words", () => {
  expect(wrapped("A: one, B: another · seed 7", 12)).toEqual(["A: one, B:", "another ·", "seed 7"]);
  expect(wrapped("unbreakable", 4)).toEqual(["unbreakable"]);
});
