import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../shared/units.ts";
import type { LogEntry } from "../../shared/protocol.ts";
import { preferredLanguage, readAddress, readView, viewQuery } from "../../client/state/address.ts";
import { dayEndMs } from "../../client/state/day.ts";
import { hoursChanges, officersByHour } from "../../client/state/plan.ts";
import * as fixture from "./fixture.ts";

const [, general] = fixture.scenarioView("any").posts;

const staffing = (atMs: number, officers: number, forMs?: number): LogEntry => ({
  sequence: 1,
  scenario: 1,
  atMs,
  change: {
    kind: "staffing",
    post: "primary.general",
    officers,
    at: atMs,
    day: 1,
    ...(forMs === undefined ? {} : { for: forMs }),
  },
});

test("an address tells the session, the role and the secret, or that there is none", () => {
  const secret = "abcdefghijklmnop";
  expect(readAddress({ pathname: "/c/0123456789ab", hash: `#${secret}` })).toEqual({
    kind: "session",
    role: "control",
    session: "0123456789ab",
    secret,
  });
  expect(readAddress({ pathname: "/w/0123456789ab", hash: `#${secret}` })).toMatchObject({ role: "watch" });
  expect(readAddress({ pathname: "/", hash: "#token=xyz" })).toEqual({ kind: "new", token: "xyz" });
});

test("a view written into the address is read back", () => {
  const view = {
    language: "fr",
    selected: 2,
    wall: false,
    timeView: "causes",
    screen: "experiments",
    experiment: 3,
  } as const;
  expect(readView(viewQuery(view))).toEqual(view);
  const usual = {
    language: null,
    selected: null,
    wall: false,
    timeView: "stages",
    screen: "live",
    experiment: null,
  };
  expect(readView("?b=9&lang=xx&by=luck")).toEqual(usual);
});

test("the first language that is spoken wins, unless the address says one", () => {
  expect(preferredLanguage(null, ["de-DE", "es-MX", "en"])).toBe("es");
  expect(preferredLanguage("fr", ["es"])).toBe("fr");
  expect(preferredLanguage(null, ["de"])).toBe("en");
});

test("a change of one hour changes that hour alone, even when it reaches a little into the next", () => {
  const planned = officersByHour(general, [staffing(14 * HOUR + 50 * MINUTE, 9, 25 * MINUTE)], 1);
  expect(planned[14]).toBe(9);
  expect(planned[15]).toBe(11);
  expect(planned[13]).toBe(11);
});

test("a change without an end holds to the end of the day, and another scenario's is no concern", () => {
  expect(officersByHour(general, [staffing(18 * HOUR, 5)], 1).slice(17)).toEqual([11, 5, 5, 5, 5, 5, 5]);
  expect(officersByHour(general, [staffing(18 * HOUR, 5)], 0)).toEqual(general.byHour);
});

test("neighboring hours of the same number become one change, and hours that are over none", () => {
  const wanted = new Map([
    [13, 4],
    [14, 8],
    [15, 8],
    [17, 8],
  ]);
  expect(hoursChanges(wanted, 14.5 * HOUR)).toEqual([
    { officers: 8, fromMs: 14.5 * HOUR, forMs: 1.5 * HOUR },
    { officers: 8, fromMs: 17 * HOUR, forMs: HOUR },
  ]);
});

test("the day reaches to the whole hour in which the run, or half of the days, let out the last truck", () => {
  const welcome = fixture.welcome();
  const results = fixture.results();
  expect(dayEndMs(welcome, null, null)).toBe(24 * HOUR);
  expect(dayEndMs(welcome, { timeMs: 25.3 * HOUR }, null)).toBe(26 * HOUR);
  const longer = (bins: number) =>
    results.bands.map((bands) => ({
      ...bands,
      clearedPerHour: {
        ...bands.clearedPerHour,
        median: [...bands.clearedPerHour.median, ...Array<number>(bins).fill(3), 0, 0],
      },
    }));
  const at9 = { timeMs: 9 * HOUR };
  expect(dayEndMs(welcome, at9, { ...results, bands: longer(12) })).toBe(24 * HOUR);
  expect(dayEndMs(welcome, at9, { ...results, bands: longer(25) })).toBe(26 * HOUR);
});
