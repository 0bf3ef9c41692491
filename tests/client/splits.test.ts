/** Where the time goes, by stage and by cause: the two are told from the same places, and add up. */
import { expect, test } from "vitest";
import { HOUR } from "../../shared/units.ts";
import { CAUSES, LANGUAGES } from "../../shared/vocabulary.ts";
import {
  splitFinding,
  splitLegend,
  splitOf,
  splitRows,
  splitTable,
} from "../../client/views/charts/splits.ts";
import { wordsOf } from "../../client/views/words.ts";
import * as fixture from "./fixture.ts";

const told = {
  welcome: fixture.welcome(),
  frame: fixture.frame(15 * HOUR),
  results: fixture.results(20),
};
const english = wordsOf("en");
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("by stage the places of one stage are told together", () => {
  const places: [string, number][] = [
    ["secondary.bay", 2],
    ["secondary.dock", 3],
  ];
  const results = { ...told.results, timeByStage: [places] };
  const { rows } = splitTable(splitOf("stages", { ...told, results }, english), english);
  expect(rows).toEqual([
    ["secondary", 5],
    ["Total", 5],
  ]);
});

test("by cause every cause has its row, and the last row is their sum", () => {
  const { columns, rows } = splitTable(splitOf("causes", told, english), english);
  expect(columns).toEqual(["Cause of delay", "A", "B"]);
  expect(rows).toHaveLength(CAUSES.length + 1);
  expect(rows[0]).toEqual(["too few officers", 20.5, 6.2]);
  expect(rows.at(-1)).toEqual(["Total", 28.5, 19.9]);
});

test("until there are days the time of this run so far is told, then that of the days", () => {
  const results = { ...told.results, timeByCause: told.results.timeByCause.toReversed() };
  for (const by of ["stages", "causes"] as const) {
    expect(splitOf(by, { ...told, results: null }, english).days).toBeNull();
    expect(splitOf(by, { ...told, results: { ...results, done: 1 } }, english).days).toBeNull();
    expect(splitOf(by, { ...told, results }, english).days).toBe(20);
  }
  const live = splitOf("causes", { ...told, results: null }, english);
  expect(splitTable(live, english).rows[0]).toEqual(["too few officers", 20.5, 6.2]);
  expect(splitTable(splitOf("causes", { ...told, results }, english), english).rows[0]).toEqual([
    "too few officers",
    6.2,
    20.5,
  ]);
});

test("the sentence names the main cause in each scenario, and how much of the delay it makes", () => {
  expect(plain(splitFinding(splitOf("causes", told, english), english))).toBe(
    "Main cause of delay: too few officers in A (21 min of 29 min) and trapped behind others in B (8.3 min of 20 min).",
  );
});

test("where nobody was delayed the sentence says so", () => {
  const frame = fixture.frame(15 * HOUR);
  const calm = frame.scenarios.map((scenario) => ({
    ...scenario,
    timeByCause: CAUSES.map((cause) => [cause, 0] as const),
  }));
  const split = splitOf("causes", { ...told, frame: { ...frame, scenarios: calm }, results: null }, english);
  expect(splitFinding(split, english)).toBe("No truck has been delayed so far.");
  expect(splitLegend(split, english)).toEqual([]);
});

test("the legend tells the minutes of a cause, so that no color is needed to find its part", () => {
  const legend = splitLegend(splitOf("causes", told, english), english).map(({ text }) => text);
  expect(legend).toEqual([
    "too few officers: A 21 · B 6.2",
    "blocked ahead: A 1.4 · B 1.4",
    "trapped behind others: A 2.6 · B 8.3",
    "scanner: A 3.1 · B 3.1",
    "image review: A 0.9 · B 0.9",
  ]);
});

test("the total written at the end of a bar is that of its parts", () => {
  for (const by of ["stages", "causes"] as const) {
    for (const { total, parts } of splitRows(splitOf(by, told, english), english)) {
      expect(total).toBe(english.wait(parts.reduce((sum, { minutes }) => sum + minutes, 0)));
    }
  }
});

test("no two causes have the same shade, and each is defined in every language", () => {
  for (const language of LANGUAGES) {
    const { parts } = splitOf("causes", told, wordsOf(language));
    expect(new Set(parts.map(({ shade }) => shade)).size).toBe(CAUSES.length);
    expect(new Set(parts.map(({ name }) => name)).size).toBe(CAUSES.length);
    for (const { help } of parts) expect(help).toMatch(/\.$/);
  }
});
