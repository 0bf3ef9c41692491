/** A forecast on the page: its sentence, how old it is, and the fan as picture, finding and table. */
import { expect, test } from "vitest";
import { largestValue } from "../../client/charts/time-chart.ts";
import { timeChartModel, timeFinding, timeTable } from "../../client/views/charts/models.ts";
import type { Told } from "../../client/views/charts/models.ts";
import { ageOf, forecastHeadline, forecastRows } from "../../client/views/forecast/said.ts";
import { wordsOf } from "../../client/views/words.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import * as fixture from "./fixture.ts";

const NOW = 14.5 * HOUR;
const forecast = fixture.forecast(NOW);
const told: Told = {
  welcome: fixture.welcome(),
  frame: fixture.frame(NOW),
  charts: fixture.charts(NOW),
  results: fixture.results(20),
  forecast,
};
const plain = (text: string | null): string => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
const VIEW = { width: 400, height: 120, hoverMs: null };

test("the sentence says how much less is waited, from when on, and how sure that is", () => {
  expect(plain(forecastHeadline(wordsOf("en"), forecast, 1))).toBe(
    "In the 4 hours from 14:30, B’s trucks wait 6.2 min less (95 %: 5.1 to 7.3).",
  );
  expect(plain(forecastHeadline(wordsOf("en"), forecast, 0))).toBe(
    "In the 4 hours from 14:30, A’s trucks wait 31 min (95 %: 30 min to 32 min).",
  );
});

test("an interval that holds zero is too close to call, in each language", () => {
  const [a, b] = forecast.scenarios;
  const wait = { value: 0.4, low: -1.2, high: 2, n: 200 };
  const close = { ...forecast, scenarios: [a!, { ...b!, differences: { ...b!.differences!, wait } }] };
  const said = (["en", "es", "fr"] as const).map((language) => forecastHeadline(wordsOf(language), close, 1));
  expect(said[0]).toContain("too close to call");
  expect(said[1]).toContain("demasiado parejo");
  expect(said[2]).toContain("trop serré pour trancher");
});

test("before two futures are there nothing is said and nothing drawn", () => {
  const early = fixture.forecast(NOW, 1);
  expect(forecastHeadline(wordsOf("en"), early, 1)).toBeNull();
  expect(timeChartModel("wait", { ...told, forecast: early }, wordsOf("en"), VIEW).fan).toBeNull();
});

test("a forecast grows old by a change at once, and by the clock after half an hour", () => {
  const { welcome } = told;
  const at = (minutes: number) => ({ timeMs: NOW + minutes * MINUTE });
  expect(ageOf(forecast, welcome, at(30))).toBe("fresh");
  expect(ageOf(forecast, welcome, at(31))).toBe("old");
  expect(ageOf(forecast, { answersFor: 4 }, at(0))).toBe("changed");
});

test("where scenarios have no trucks in common there is no difference to show", () => {
  const alone = { ...forecast, scenarios: forecast.scenarios.map((one) => ({ ...one, differences: null })) };
  expect(forecastRows(alone, [0, 1]).map(({ difference }) => difference)).toEqual([null, null, null]);
  expect(plain(forecastHeadline(wordsOf("en"), alone, 1))).toContain("B’s trucks wait 25 min");
});

test("the days' band behind the fan takes no part in the height of the chart", () => {
  const model = timeChartModel("queue", told, wordsOf("en"), VIEW);
  const high = Math.max(...forecast.scenarios[0]!.fan.queue.high.map(Number));
  expect(largestValue({ ...model, series: [{ ...model.series[0]!, values: [], now: null }] }, 0)).toBeCloseTo(
    Math.max(high, ...told.results!.bands[0]!.queue.high.slice(0, (NOW / HOUR) * 12).map(Number)),
  );
});

test("the finding says where the futures lead, and the table has them from their instant on", () => {
  expect(plain(timeFinding("queue", told, wordsOf("en")))).toMatch(
    /^Now A \d+ and B \d+; at 18:30 90 % of futures have A \d+ to \d+ and B \d+ to \d+\.$/,
  );
  const { columns, rows } = timeTable("queue", told, wordsOf("en"));
  expect(columns).toContain("B, futures’ median");
  const column = columns.indexOf("B, futures’ median");
  const at = (time: string) => rows.find(([first]) => first === time)?.[column];
  expect([at("14:25"), typeof at("14:30"), typeof at("18:25"), at("18:30")]).toEqual([
    null,
    "number",
    "number",
    null,
  ]);
});
