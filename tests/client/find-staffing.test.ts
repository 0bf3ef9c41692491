/** Finding staffing in words: how the form begins, what it asks, and what is said of a plan and of none. */
import { expect, test } from "vitest";
import type { Results, ScenarioView } from "../../shared/protocol.ts";
import type { StaffingResult } from "../../shared/staffing/result.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import {
  beginningOf,
  movedTo,
  promisedPlaces,
  promisesFor,
  requestOf,
  unpromised,
} from "../../client/views/experiments/optimize-question.ts";
import {
  costText,
  coverText,
  limitText,
  noPlanTexts,
  optimizeTitle,
  planText,
  promiseText,
  shareText,
} from "../../client/views/experiments/staffing-said.ts";
import {
  barsFinding,
  planWorthFinding,
  shiftsNote,
  staffedPosts,
  staffingsTable,
} from "../../client/views/experiments/staffing-tables.ts";
import { wordsOf } from "../../client/views/words.ts";

const [en, fr] = [wordsOf("en"), wordsOf("fr")];
const plain = (text: string | null): string => (text ?? "").replaceAll("\u00a0", " ");

const promise = { share: 0.95, class: "fast", stage: null, limitMs: 40 * MINUTE } as const;
const kept = { kept: 177, days: 200, low: 0.833, high: 0.922 };
const staffing = (boothHours: number) => ({ kept, promises: [{ ...kept, limitMs: null }], boothHours });
const result: StaffingResult = {
  phase: "over",
  searchMs: 0,
  budgetMs: 1,
  judged: 3,
  ranking: null,
  fresh: null,
  date: "2024-05-07",
  grid: { fromMs: 7 * HOUR, slotMs: HOUR, slots: 3, wraps: false },
  posts: [{ post: "primary.fast", booths: 2, planned: [2, 2, 2] }],
  promises: [promise],
  sure: 0.9,
  roster: 3,
  best: {
    plan: [
      { post: "primary.fast", start: 0, length: 2, rest: null, officers: 2 },
      { post: "primary.fast", start: 1, length: 2, rest: null, officers: 1 },
    ],
    sureness: "kept",
    kept: 20,
    days: 20,
  },
  cover: { hours: 8, leastHours: 7 },
  isCut: false,
  noPlan: null,
  answer: {
    sureness: "close",
    shipped: staffing(8.5),
    plan: staffing(6),
    sameHours: null,
    rows: [],
    worth: [],
    freshSeed: 2,
  },
};

test("the form begins with what the scenario keeps on most days, in shifts that fit its hours", () => {
  const row = { metric: "wait", statistic: "p95", class: null, estimates: [{ value: 12 }, { value: 41.3 }] };
  const results = { rows: [row] } as unknown as Results;
  const asked = beginningOf({ openMs: 7 * HOUR, closeMs: 14 * HOUR, scenarios: [] }, results, 1);
  expect(requestOf({ ...asked, rest: { minutes: "30", from: "2,5", to: "4" } })).toEqual({
    kind: "optimize",
    scenarios: [1],
    promise: ["95 % of all under 55 min"],
    sure: "90 %",
    shifts: "6 h, 4 h",
    startsEvery: "1 h",
    break: "30 min between 2.5 h and 4 h",
    roster: null,
    budget: "3 min",
    days: 200,
  });
  expect(beginningOf(null, null, 0).promises).toEqual([{ share: "95", who: "all", minutes: "60" }]);
});

test("a promise that nobody changed goes with the scenario, and any other stays", () => {
  const row = { metric: "wait", statistic: "p95", class: null, estimates: [{ value: 12 }, { value: 41.3 }] };
  const results = { rows: [row] } as unknown as Results;
  const asked = beginningOf(null, results, 1);
  const other = { share: "90", who: "fast", minutes: "55" };
  expect(movedTo({ ...asked, promises: [...asked.promises, other] }, results, 0, [])).toEqual({
    scenario: 0,
    promises: [{ share: "95", who: "all", minutes: "15" }, other],
  });
  const changed = [{ share: "95", who: "all", minutes: "54" }];
  expect(movedTo({ ...asked, promises: changed }, results, 0, []).promises).toEqual(changed);
});

const post = (name: string, pool: number) => ({ name, pool, capacity: 3, byHour: null });
const place = (stage: string, stageKind: string) => ({ name: stage, stage, stageKind });
/** The bays of secondary have the officers of primary, its documents and the toll their own. */
const pooled = {
  places: [place("toll", "station"), place("first", "primary"), place("secondary", "secondary")],
  posts: [
    post("toll", 0),
    post("first.general", 1),
    post("secondary.bay", 1),
    post("secondary.documents", 2),
  ],
} as unknown as ScenarioView;

test("the form begins with a promise for each post that officers of primary man too", () => {
  expect(promisedPlaces(pooled)).toEqual(["secondary.bay"]);
  const { promises } = beginningOf({ openMs: 0, closeMs: 24 * HOUR, scenarios: [pooled] }, null, 0);
  expect(requestOf({ ...beginningOf(null, null, 0), promises }).promise).toEqual([
    "95 % of all under 60 min",
    "95 % of all at secondary.bay under 30 min",
  ]);
});

test("for another scenario promises about its posts take the place of those about others", () => {
  const fast = { share: "90", who: "fast", minutes: "20" };
  const atDock = { share: "95", who: "all at secondary.dock", minutes: "10" };
  const promises = promisesFor([fast, atDock], ["secondary.bay"]);
  expect(promises.map(({ who }) => who)).toEqual(["fast", "all at secondary.bay"]);
  expect(promisesFor(promises, [])).toEqual([fast]);
});

test("what has no promise yet is known, primary among it", () => {
  const [, atBay] = promisesFor([], ["secondary.bay"]);
  expect(unpromised([], ["secondary.bay"])).toEqual([null, "secondary.bay"]);
  expect(unpromised([atBay!], ["secondary.bay"])).toEqual([null]);
});

test("promises are told in the reader's words", () => {
  const request = {
    ...requestOf(beginningOf(null, null, 2)),
    promise: ["99.5 % of fast under 90 min", "laden under 1 h"],
  };
  expect(plain(optimizeTitle(en, request))).toBe(
    "C: staffing for 99.5% of FAST under 1 h 30 and laden under 1 h",
  );
  expect(plain(optimizeTitle(fr, request))).toBe(
    "C : effectif pour 99,5 % de FAST en moins de 1 h 30 et chargé en moins de 1 h",
  );
});

test("a limit that is no whole minute is told as it was promised", () => {
  const limits = [40, 62, 12.5, 90.5, 0.05, 0.125].map((minutes) => plain(limitText(en, minutes * MINUTE)));
  expect(limits).toEqual(["40 min", "1 h 02", "12.5 min", "90.5 min", "0.05 min", "7.5 s"]);
  expect([20_000, 3_727_500, 125].map((ms) => plain(limitText(en, ms)))).toEqual([
    "20 s",
    "3,727.5 s",
    "0.125 s",
  ]);
  expect(plain(promiseText(fr, { share: 1, class: null, stage: null, limitMs: 12.5 * MINUTE }))).toBe(
    "tous les camions en moins de 12,5 min",
  );
});

test("nearly all is not told as all", () => {
  expect([1, 0.9996, 0.99, 0.885, 0].map((share) => shareText(en, share))).toEqual([
    "100%",
    "99.9%",
    "99%",
    "88.5%",
    "0%",
  ]);
});

test("a staffing keeps a promise under the next whole minute above the wait that it reaches", () => {
  const reached = { ...kept, limitMs: 40.4 * MINUTE };
  const answer = { ...result.answer!, plan: { ...staffing(6), promises: [reached] } };
  const row = staffingsTable(en, { ...result, answer }, "B").rows[1]!;
  expect(row.map((cell) => plain(String(cell)))).toEqual([
    "95% of FAST under 40 min: kept on 90% of the days under",
    "never",
    "41 min",
  ]);
});

test("a plan is told with its interval, its verdict and its hours", () => {
  expect(plain(planText(en, result))).toBe(
    "3 officers with 6 h at the posts keep “95% of FAST under 40 min” on 88.5% of the days (95 %: 83.3% to 92.2%; 90% asked). Whether this is enough is too close to call.",
  );
  expect(plain(costText(en, result.answer!))).toBe("2.5 h at the posts fewer (6 instead of 8.5)");
  expect(staffedPosts(en, result)).toEqual([
    { name: "FAST booths", booths: 2, plan: [2, 2, 1], other: [2, 2, 2] },
  ]);
});

test("how far the cover is from the best is told as the most that it can be, or as proven", () => {
  // One hour of seven is 14.28… % of them.
  expect(plain(coverText(en, result))).toContain("8 h on duty, at most 14.3% more than");
  expect(plain(coverText(en, result))).toContain("with less than 7 h. ");
  expect(plain(coverText(en, result))).toContain("led to 6 h on duty");
  const proven = { ...result, cover: { hours: 8, leastHours: 8 } };
  expect(plain(coverText(en, proven))).toContain("8 h on duty, proven to be the fewest that cover");
});

test("where there is no plan, it is said which constraint fails and what would do", () => {
  const impossible = {
    kind: "impossible",
    kept: 1,
    days: 20,
    broken: [{ promise, limitMs: 69.1 * MINUTE }],
    short: [
      {
        post: "primary.fast",
        needed: 3,
        booths: 2,
        fromMs: 9 * HOUR,
        untilMs: 11 * HOUR,
        limitMs: 40 * MINUTE,
      },
    ],
  } as const;
  const said = noPlanTexts(en, impossible, result).map(plain);
  expect(said.slice(1)).toEqual([
    '"95% of FAST under 40 min" fails: fully staffed posts keep "95% of FAST under 1 h 10" on 90% of the days.',
    "FAST booths has work for 3 officers from 09:00 to 11:00, if nobody is to wait longer than 40 min; 2 can work there.",
  ]);
  expect(noPlanTexts(en, { kind: "rosterShort", needed: 5 }, result)).toEqual([
    "No plan was found that keeps the promise with this roster: 5 officers a day are enough, 2 more than there are. Fewer may do.",
  ]);
  expect(noPlanTexts(en, { kind: "stopped" }, result)).toEqual([
    "The time was up before any plan was found: search for longer.",
  ]);
});

test("where the next officer saves most is said once it is sure, as in the hours of the live day", () => {
  const hour = (hour: number, value: number, low: number) => ({
    post: "primary.fast",
    hour,
    planned: 1,
    truckHours: { value, low, high: 2 * value - low, n: 40 },
  });
  expect(plain(planWorthFinding(en, [hour(8, 4, 1.5), hour(9, 12.4, 10), hour(10, 15, -2)]))).toBe(
    "One more from 09:00 to 10:00 (FAST booths) saves most: 12 truck-hours (95 %: 10 to 15).",
  );
  expect(planWorthFinding(en, [hour(10, 15, -2)])).toBe(
    "In no hour is it sure that one more officer saves anything.",
  );
  expect(planWorthFinding(en, [{ ...hour(9, 1, 1), truckHours: null }])).toBe(
    "The first days are being run…",
  );
});

test("one officer is told as one, in every language", () => {
  const [first] = result.best!.plan;
  const alone = { ...result, best: { ...result.best!, plan: [{ ...first!, officers: 1 }] } };
  const [es, booth] = [wordsOf("es"), { ...result.posts[0]!, booths: 1 }];
  expect(plain(planText(en, alone))).toMatch(/^1 officer with [\d.]+ h at the posts keeps /);
  expect(plain(planText(es, alone))).toMatch(/^1 oficial con .* cumple /);
  expect(plain(planText(fr, alone))).toMatch(/^1 agent avec .* tient /);
  expect(shiftsNote(en, alone)).toMatch(/^1 officer, /);
  expect(barsFinding(en, { ...alone, posts: [booth] }, "B")).toContain("1 officer at 1 place;");
});
