/** What one more officer is worth, on the page: its sentence, what an hour says, picture and table, and what can be tried. */
import { expect, test } from "vitest";
import { hourPlaces } from "../../client/charts/hour-bars.ts";
import {
  bestHour,
  bestPost,
  hourBars,
  hourSentence,
  readingOf,
  scenarioToAsk,
  tryingOf,
  worthFinding,
  worthTable,
} from "../../client/views/worth/said.ts";
import { wordsOf } from "../../client/views/words.ts";
import type { HourWorth } from "../../shared/protocol.ts";
import { DAY, HOUR } from "../../shared/units.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";
import * as fixture from "./fixture.ts";

const english = wordsOf("en");
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");
const hourOf = (
  value: number,
  low: number | null,
  high: number | null,
  post = "primary.general",
): HourWorth => ({
  post,
  hour: 9,
  planned: 4,
  truckHours: { value, low, high, n: 20 },
});

test("the sentence names the hour that saves most, how sure that is, and how many hours are noise", () => {
  expect(plain(worthFinding(english, fixture.worth()))).toBe(
    "One more officer in A saves most from 14:00 to 15:00: 400 truck-hours a day (95 %: 380 to 420). 3 hours are too close to call.",
  );
});

test("noise is never called the best hour, however high it is", () => {
  const high = hourOf(900, -50, 1_850);
  const worth = fixture.worth({ hours: [{ ...high, hour: 8 }, hourOf(3, 1, 5)] });
  expect(bestHour(worth.hours)).toBe(9);
  expect(plain(worthFinding(english, { ...worth, hours: [high] }))).toBe(
    "No hour of A is sure to save time: too close to call at 20 days.",
  );
});

test("an hour reads as what its interval says", () => {
  expect(readingOf(hourOf(5, 1, 9))).toBe("saves");
  expect(readingOf(hourOf(-5, -9, -1))).toBe("costs");
  expect(readingOf(hourOf(5, 0, 10))).toBe("close");
  expect(readingOf(hourOf(0, 0, 0))).toBe("same");
  expect(readingOf(hourOf(5, null, null))).toBe("toCome");
  expect(readingOf({ truckHours: null })).toBe("toCome");
});

test("few days that are alike read as no answer, in the sentence, the picture and the table", () => {
  const few = (value: number) => ({
    ...hourOf(value, value, value),
    truckHours: { value, low: value, high: value, n: 5 },
  });
  for (const value of [0, 3]) {
    const hours = [few(value)];
    expect(readingOf(hours[0]!)).toBe("alike");
    expect(plain(hourSentence(english, hours[0]!))).toBe(
      `09:00–10:00: ${value}.0 on all 5 days; so few that are alike tell nothing of others`,
    );
    expect(hourBars(hours)[0]!.bar?.isSure).toBe(false);
    expect(worthTable(english, { hours }).rows).toEqual([
      ["09:00", 4, value, null, null, 5, "alike on few days"],
    ]);
    expect(bestHour(hours)).toBe(null);
  }
});

test("an hour says so in words, with what it costs as a positive number", () => {
  const said = (hour: HourWorth) => plain(hourSentence(english, hour));
  expect(said(hourOf(12.4, 2.26, 22.5))).toBe("09:00–10:00: saves 12 (2.3 to 23)");
  expect(said(hourOf(-5, -9, -1))).toBe("09:00–10:00: costs 5.0 (1.0 to 9.0)");
  expect(said(hourOf(5, -1, 11))).toBe("09:00–10:00: too close to call (−1.0 to 11)");
});

test("in every language noise, work to come and an old answer are told apart", () => {
  for (const language of LANGUAGES) {
    const words = wordsOf(language);
    const hours = [
      hourOf(5, 1, 9),
      hourOf(5, -1, 11),
      hourOf(0, 0, 0),
      { ...hourOf(0, 0, 0), truckHours: null },
    ];
    expect(new Set(hours.map((hour) => hourSentence(words, hour))).size).toBe(4);
    const worth = fixture.worth();
    const findings = [
      worth,
      { ...worth, isOld: true },
      { ...worth, isRunning: false },
      { ...worth, hours: [] },
      { ...worth, hours: worth.hours.map((hour) => ({ ...hour, truckHours: null })) },
    ].map((one) => worthFinding(words, one));
    expect(new Set(findings).size).toBe(5);
  }
});

test("the picture has a bar for what is there, sure or not, and none for what is to come", () => {
  const bars = hourBars(fixture.worth().hours);
  expect(bars.filter(({ bar }) => bar === null).map(({ hour }) => hour)).toEqual([20, 21, 22, 23]);
  expect(bars.filter(({ bar }) => bar?.isSure === false).map(({ hour }) => hour)).toEqual([7, 8, 9]);
});

test("the places of the hours fill the picture without gap or overlap", () => {
  const places = hourPlaces({ bars: hourBars(fixture.worth().hours), width: 500, height: 100 });
  expect(places).toHaveLength(17);
  places
    .slice(1)
    .forEach(({ left }, index) => expect(left).toBeCloseTo(places[index]!.left + places[index]!.width));
  expect(places.at(-1)!.left + places.at(-1)!.width).toBeLessThanOrEqual(500);
});

test("the table has a row an hour, its days and what it reads; several posts are named", () => {
  const { columns, rows } = worthTable(english, fixture.worth());
  expect(columns).toHaveLength(7);
  expect(rows[7]).toEqual(["14:00", 10, 400, 380, 420, 20, "saves"]);
  expect(rows.at(-1)).toEqual(["23:00", 10, null, null, null, null, "still to come"]);
  const two = fixture.worth({ hours: [hourOf(1, 0.5, 2), hourOf(3, 1, 5, "primary.fast")] });
  expect(worthTable(english, two).rows.map(([head]) => head)).toEqual([
    "general booths 09:00",
    "FAST booths 09:00",
  ]);
  expect(bestPost(two)).toBe("primary.fast");
});

test("the first question is about the scenario that is chosen, unless all its booths are staffed", () => {
  const welcome = fixture.welcome();
  expect(scenarioToAsk(welcome, 1)).toBe(1);
  const [a, b] = welcome.scenarios;
  const staffed = b!.posts.map((post) => ({ ...post, byHour: post.byHour!.map(() => post.capacity) }));
  expect(scenarioToAsk({ scenarios: [a!, { ...b!, posts: staffed }] }, 1)).toBe(0);
});

test("an hour can be tried in every scenario but the first, until it is over", () => {
  const welcome = fixture.welcome();
  const at = (hour: number) => ({ timeMs: hour * HOUR });
  expect(tryingOf({ scenario: 1 }, 14, welcome, at(14.9))).toBe("yes");
  expect(tryingOf({ scenario: 1 }, 14, welcome, at(15))).toBe("over");
  expect(tryingOf({ scenario: 0 }, 14, welcome, at(10))).toBe("first");
  expect(tryingOf({ scenario: 1 }, 14, { openMs: DAY + 7 * HOUR }, at(10))).toBe("over");
});
