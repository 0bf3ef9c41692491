/** The search for a plan: on a port small enough to try every plan, and where there is none. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { hoursOnDuty, officersBySlot } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftRules } from "../../../shared/staffing/shift-plan.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { WorkerPool } from "../../../server/run/pool.ts";
import { FreshDays } from "../../../server/run/staffing/answer.ts";
import { optimize, prepare } from "../../../server/run/staffing/optimize.ts";
import type { Optimized, Prepared } from "../../../server/run/staffing/optimize.ts";
import { searchPlan } from "../../../server/run/staffing/search.ts";
import { loadSolver } from "../../../server/run/staffing/solver.ts";
import { StoppedError } from "../../../server/run/staffing/solver-thread.ts";
import { StaffingTrials } from "../../../server/run/staffing/trials.ts";
import { fullLevels, withLevels } from "../../../server/run/staffing/with-plan.ts";
import { HOUR, MINUTE, SECOND } from "../../../shared/units.ts";
import { loadedOf } from "../small-ports.ts";
import { PORT, RULES, asked, officersIn, ownPort, portOf, promised } from "./two-hours.ts";

// Hundreds of days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 120_000 });

let pool: WorkerPool;
beforeAll(() => {
  pool = new WorkerPool({ workers: 2 });
});
afterAll(() => pool.close());

const run = (prepared: Prepared, of = pool): Promise<Optimized> =>
  optimize({ pool: of, store: null }, prepared, {
    seed: 3,
    replications: 20,
    budgetMs: HOUR,
    signal: new AbortController().signal,
    names: { plan: "plan", sameHours: "same hours" },
    onSearch: () => undefined,
    onEstimate: () => undefined,
  });

/** The least booth-hours of one to three booths in either hour that keep the promise, by simulating each. */
async function leastByTrying(prepared: Prepared): Promise<number> {
  const { promises, port } = prepared;
  const trials = new StaffingTrials(
    { pool, store: null },
    { promises, seed: 3, signal: new AbortController().signal },
  );
  let least = Infinity;
  for (const first of [1, 2, 3]) {
    for (const second of [1, 2, 3]) {
      const levels = { "primary.shared": { "08:00": first, "09:00": second, "10:00": 0 } };
      const [day] = await trials.judge(`${first}${second}`, withLevels(port, levels, "tried"), 1);
      if (day!.kept) least = Math.min(least, first + second);
    }
  }
  return least;
}

test.each([["all under 1 min"], ["all under 30 min"], ["50 % of all under 1 min"]])(
  "%s: no plan with fewer hours keeps it",
  async (text) => {
    const prepared = asked([text]);
    const { outcome } = await run(prepared);
    expect(outcome.kind).toBe("found");
    if (outcome.kind !== "found") return;
    expect([outcome.kept, outcome.isCut]).toEqual([outcome.days, false]);
    expect(hoursOnDuty(outcome.plan, prepared.grid)).toBe(await leastByTrying(prepared));
  },
);

test("the file's own hours are tried where they are fewer, even where the fluid queue speaks against them", async () => {
  const prepared = asked(["all under 30 min"], RULES, ownPort(2, 1));
  // Kept by what the file has, and by five hours or more; the fluid queue has more officers in the second hour.
  const judge = (_key: string, tried: LoadedScenario, wanted: number) => {
    const [first, second] = officersIn(tried) as [number, number];
    const kept = first + second >= 5 || (first === 2 && second === 1);
    return Promise.resolve(Array.from({ length: wanted }, () => ({ waits: [kept ? 0 : HOUR], kept })));
  };
  const outcome = await searchPlan({ ...prepared, solve: await loadSolver(), trials: { judge } });
  const plan = outcome.kind === "found" ? outcome.plan : [];
  expect(officersBySlot(plan, "primary.shared", prepared.grid)).toEqual([2, 1]);
});

test.each([
  ["a roster", { roster: 5, shifts: [{ lengthMs: HOUR, most: null }] }],
  ["so many of a length", { roster: null, shifts: [{ lengthMs: HOUR, most: 5 }] }],
])("a plan that fits %s is found where only covers that do not fit keep the promise", async (_, rules) => {
  const prepared = asked(["all under 1 min"], { ...RULES, ...rules });
  // The fluid queue has more officers in the second hour.
  const judge = (_key: string, tried: LoadedScenario, wanted: number) => {
    const [first, second] = officersIn(tried) as [number, number];
    const kept = first === 3 && second >= 2;
    return Promise.resolve(Array.from({ length: wanted }, () => ({ waits: [kept ? 0 : HOUR], kept })));
  };
  const outcome = await searchPlan({ ...prepared, solve: await loadSolver(), trials: { judge } });
  const plan = outcome.kind === "found" ? outcome.plan : [];
  expect(officersBySlot(plan, "primary.shared", prepared.grid)).toEqual([3, 2]);
});

test("the answer is the same for any number of workers", async () => {
  const alone = new WorkerPool({ workers: 1 });
  try {
    const prepared = asked(["95 % of all under 2 min"]);
    expect(await run(prepared, alone)).toEqual(await run(prepared));
  } finally {
    await alone.close();
  }
});

test("the winner is estimated on other draws, beside the file's staffing on the same days", async () => {
  const { answer, seed, freshSeed } = await run(asked(["all under 1 min"]));
  expect(freshSeed).not.toBe(seed);
  expect(answer!.plan.kept).toMatchObject({ kept: 20, days: 20, high: 1 });
  expect(answer!.sureness).toBe("close");
  expect(answer!.shipped.boothHours).toBe(6);
  expect(answer!.sameHours!.boothHours).toBeLessThanOrEqual(6);
  expect(
    answer!.result.differences.some(({ scenario, metric }) => scenario === "plan" && metric === "wait"),
  ).toBe(true);
});

test("the same hours stay where the file has them if they keep the promise there as well", async () => {
  const prepared = asked(["all under 1 min"], RULES, ownPort(2, 2));
  const { answer } = await run(prepared);
  // The fluid queue is least with one officer and then three; nobody waits in either.
  expect(officersBySlot(answer!.sameHours!.shifts, "primary.shared", prepared.grid)).toEqual([2, 2]);
});

test("when the time is up the new days end, of which so many are run in any case", async () => {
  const prepared = asked(["all under 1 min"]);
  const plan = [{ post: "primary.shared", start: 0, length: 2, rest: null, officers: 2 }];
  const names = { plan: "plan", sameHours: "same hours" };
  const fresh = new FreshDays(
    { pool, store: null },
    plan,
    null,
    { ...prepared, seed: 4, replications: 200, names },
    {
      signal: new AbortController().signal,
      timeUp: AbortSignal.abort(),
      onProgress: () => undefined,
    },
  );
  await fresh.finished;
  const { plan: estimated, worthDays } = fresh.answer();
  expect(estimated.kept.days).toBeGreaterThanOrEqual(20);
  expect(estimated.kept.days).toBeLessThan(200);
  expect(worthDays).toBe(0);
});

test("a promise that all booths together break is impossible, with the limit that they keep", async () => {
  const { outcome, answer } = await run(asked(["all under 5 min", "all under 3 h"], RULES, portOf(1)));
  expect(answer).toBeNull();
  expect(outcome).toMatchObject({ kind: "impossible", kept: 0 });
  // From nine on a truck comes every 30 s and takes 58: the last of 120 waits 119 times the difference.
  const broken = outcome.kind === "impossible" ? outcome.broken : [];
  expect(broken.map(({ promise, limitMs }) => [promise.limitMs, limitMs])).toEqual([
    [5 * MINUTE, 119 * 28 * SECOND],
  ]);
});

test("a roster that is too short is told by how much", async () => {
  const { outcome } = await run(asked(["all under 1 min"], { ...RULES, roster: 1 }));
  expect(outcome).toEqual({ kind: "rosterShort", needed: 2 });
});

test("the number of officers that are missing is told by plans made without the roster", async () => {
  const arrivals = [
    { from: "08:00", until: "09:00", every: "30 s" },
    { from: "09:00", until: "10:00", every: "15 s" },
  ];
  const booths = { shared: { "08:00": 8, "10:00": 0 } };
  const port = loadedOf("port", {
    hours: "08:00-10:00",
    arrivals,
    stages: { primary: { booths: { shared: 8 }, line: "pooled", service: "58 s", moveUp: "0 s" } },
    staffing: { primary: booths },
  });
  const { outcome } = await run(asked(["all under 1 min"], { ...RULES, roster: 3 }, port));
  // A truck every 15 s takes four booths for 58 s each.
  expect(outcome).toEqual({ kind: "rosterShort", needed: 4 });
});

test("as many officers as are said to be enough for a roster are enough", async () => {
  const arrivals = [
    { from: "08:00", until: "09:00", every: "120 s" },
    { from: "09:00", until: "10:00", every: "25 s" },
    { from: "10:00", until: "12:00", every: "120 s" },
  ];
  const port = loadedOf("port", {
    hours: "08:00-12:00",
    arrivals,
    stages: { primary: { booths: { shared: 5 }, line: "pooled", service: "58 s", moveUp: "0 s" } },
    staffing: { primary: { shared: { "08:00": 5, "12:00": 0 } } },
  });
  const outcomeOf = async (roster: number) =>
    (await run(asked(["all under 5 min"], { ...RULES, roster }, port))).outcome;
  const short = await outcomeOf(1);
  // The cover with the fewest officers has three, in other hours than simulation keeps the promise in.
  expect(short).toEqual({ kind: "rosterShort", needed: 4 });
  expect(await outcomeOf(4)).toMatchObject({ kind: "found" });
});

test("booths that shifts cannot man to the last do not hide that fewer are enough", async () => {
  const port = loadedOf("port", {
    hours: "08:00-10:00",
    arrivals: [
      { from: "08:00", until: "09:00", every: "120 s", fast: true },
      { from: "08:00", until: "09:00", every: "30 s" },
    ],
    stages: {
      primary: { booths: { fast: 1, general: 3 }, line: "pooled", service: "58 s", moveUp: "0 s" },
    },
    staffing: {
      primary: { fast: { "08:00": 1, "10:00": 0 }, general: { "08:00": 3, "10:00": 0 } },
    },
  });
  const rules: ShiftRules = {
    ...RULES,
    shifts: [{ lengthMs: 2 * HOUR, most: null }],
    rest: { forMs: HOUR / 2, fromMs: 1.5 * HOUR, toMs: 1.5 * HOUR },
  };
  const outcomeOf = async (roster: number) =>
    (await run(asked(["all under 50 min"], { ...rules, roster }, port))).outcome;
  expect(await outcomeOf(2)).toEqual({ kind: "rosterShort", needed: 3 });
  expect(await outcomeOf(3)).toMatchObject({ kind: "found" });
});

test("stopped while officers go one by one, a roster that is too short is told by those who are enough", async () => {
  const shifts = [{ lengthMs: HOUR, most: null }];
  const prepared = asked(["all under 1 min"], { ...RULES, shifts, roster: 1 });
  const judge = (_key: string, tried: LoadedScenario, wanted: number) => {
    // Neighbors are compared by fewer days than a plan is judged by.
    if (wanted < 20) return Promise.reject(new StoppedError());
    const kept = officersIn(tried).every((officers) => officers === 3);
    return Promise.resolve(Array.from({ length: wanted }, () => ({ waits: [kept ? 0 : HOUR], kept })));
  };
  const outcome = await searchPlan({ ...prepared, solve: await loadSolver(), trials: { judge } });
  expect(outcome).toEqual({ kind: "rosterShort", needed: 6 });
});

test("stopped before anything was tried, nothing is found", async () => {
  const prepared = asked(["all under 1 min"]);
  const trials = new StaffingTrials(
    { pool, store: null },
    {
      promises: prepared.promises,
      seed: 1,
      signal: AbortSignal.abort(),
    },
  );
  expect(await searchPlan({ ...prepared, solve: await loadSolver(), trials })).toEqual({ kind: "stopped" });
});

test.each([
  ["days", { days: 2 }],
  ["closed", { hours: null }],
])("a scenario that plans cannot be made for is refused: %s", (why, change) => {
  const scenario = { ...PORT.scenario, ...change } as typeof PORT.scenario;
  const question = { promises: promised("all under 1 min"), sure: 0.9, rules: RULES };
  expect(prepare({ ...PORT, scenario }, question)).toMatchObject({ why });
});

test("and so are booths that change their lane type", () => {
  const changes = [{ kind: "booths", fast: 1, at: 9 * HOUR, day: 1 }];
  const scenario = { ...PORT.scenario, changes } as typeof PORT.scenario;
  const question = { promises: promised("all under 1 min"), sure: 0.9, rules: RULES };
  expect(prepare({ ...PORT, scenario }, question)).toMatchObject({ why: "boothsMove" });
});

test("all that cannot be asked of it is told at once, each at its place in the question", () => {
  const rules = { ...RULES, shifts: [{ lengthMs: 3 * HOUR, most: null }], startsEveryMs: HOUR / 60 };
  const promises = promised("all under 1 min", "fast under 1 min");
  expect(prepare(PORT, { promises, sure: 0.9, rules })).toMatchObject({
    findings: [
      { code: "CR-704", path: ["promise", 1] },
      { code: "CR-705", path: ["shifts"] },
      { code: "CR-706", path: ["startsEvery"], params: { written: "2 h, 1 min, 3 h", found: "1 min" } },
    ],
  });
});

test.each([
  ["longer than every shift", { forMs: 3 * HOUR, fromMs: 0, toMs: HOUR }, true],
  ["as long as the longest", { forMs: 2 * HOUR, fromMs: 0, toMs: 0 }, true],
  ["after every shift", { forMs: HOUR, fromMs: 2 * HOUR, toMs: 3 * HOUR }, true],
  ["too late for the shorter shift alone", { forMs: HOUR / 2, fromMs: HOUR, toMs: HOUR }, false],
])("a break that no shift can have is refused: %s", (_, rest, isRefused) => {
  const prepared = prepare(PORT, {
    promises: promised("all under 1 min"),
    sure: 0.9,
    rules: { ...RULES, rest },
  });
  const findings = "findings" in prepared ? prepared.findings : [];
  expect(findings.map(({ code, path }) => [code, path])).toEqual(isRefused ? [["CR-709", ["break"]]] : []);
});

test("a promise about a place that is not planned is one fault, not two", () => {
  const question = { promises: promised("all at toll under 1 min"), sure: 0.9, rules: RULES };
  expect(prepare(PORT, question)).toMatchObject({ findings: [{ code: "CR-707" }] });
});

test("officers that were ordered for a time count as the file's staffing, and no plan has them", () => {
  const changes = [
    { kind: "staffing", post: "primary.shared", officers: 1, at: 8 * HOUR, day: 1, for: HOUR },
  ] as const;
  const port = { ...PORT, scenario: { ...PORT.scenario, changes: [...changes] } };
  const prepared = asked(["all under 30 min"], RULES, port);
  const [post] = prepared.port.pools;
  expect([post!.hours, post!.officersAt(8.5 * HOUR), post!.officersAt(9 * HOUR)]).toEqual([4, 1, 3]);
  expect(withLevels(prepared.port, fullLevels(prepared.port), "full").scenario.changes).toEqual([]);
});

/** FAST trucks and others, whose officers are of one pool. */
const pooledPort = (posts: readonly string[], minimum = {}) =>
  loadedOf("pooled", {
    hours: "08:00-10:00",
    arrivals: [
      { from: "08:00", until: "09:00", every: "60 s" },
      { from: "08:00", until: "10:00", every: "60 s", fast: true },
      { from: "09:00", until: "10:00", every: "30 s" },
    ],
    stages: {
      primary: { booths: { fast: 2, general: 3 }, line: "pooled", service: "58 s", moveUp: "0 s" },
      secondary: { bays: 3, exams: { documents: { service: "1 min", at: "bay" } } },
    },
    staffing: { pools: { officers: { posts, minimum, officers: { "08:00": 5, "10:00": 0 } } } },
  });

test("officers of a pool are planned together, and its posts get them in order of pull", async () => {
  const port = pooledPort(["primary.general", "primary.fast"], { "primary.fast": 1 });
  const prepared = asked(["all under 1 min"], RULES, port);
  const { outcome, answer } = await run(prepared);
  // One booth for FAST and one for the others, who need two from nine on.
  const plan = outcome.kind === "found" ? outcome.plan : [];
  expect(officersBySlot(plan, "officers", prepared.grid)).toEqual([2, 3]);
  expect(hoursOnDuty(plan, prepared.grid)).toBe(5);
  expect(answer!.shipped.boothHours).toBe(10);
});

/** A truck a minute, 58 s at primary and then 118 s at secondary, whose officers are of the pool of primary. */
const inspectedPort = (minimum: object) =>
  loadedOf("inspected", {
    hours: "08:00-10:00",
    arrivals: [{ from: "08:00", until: "10:00", every: "60 s" }],
    stages: {
      primary: {
        booths: { shared: 2 },
        line: "pooled",
        service: "58 s",
        moveUp: "0 s",
        referral: { random: "100 %", reasons: { documents: "100 %" } },
      },
      secondary: { bays: 4, exams: { documents: { service: "118 s", at: "bay" } } },
    },
    staffing: {
      pools: {
        officers: {
          posts: ["primary.shared", "secondary.bay"],
          minimum,
          officers: { "08:00": 6, "10:00": 0 },
        },
      },
    },
  });
const INSPECTED = ["all under 1 min", "all at secondary.bay under 1 min"];

test.each([
  ["one booth and two bays, where each keeps what it needs", { "primary.shared": 1, "secondary.bay": 2 }, 3],
  ["all booths before the bays have any, in order of pull", {}, 4],
])("a pool that mans secondary too has officers for %s", async (_, minimum, officers) => {
  const prepared = asked(INSPECTED, RULES, inspectedPort(minimum));
  const { outcome, answer } = await run(prepared);
  const plan = outcome.kind === "found" ? outcome.plan : [];
  expect(officersBySlot(plan, "officers", prepared.grid)).toEqual([officers, officers]);
  expect(answer!.plan.promises.map(({ kept }) => kept)).toEqual([20, 20]);
});

test("a promise about secondary that its bays break is impossible, with the limit that they keep", async () => {
  const port = inspectedPort({});
  const { stages } = port.scenario.northbound;
  const northbound = {
    ...port.scenario.northbound,
    stages: { ...stages, secondary: { ...stages["secondary"], bays: 1 } },
  } as typeof port.scenario.northbound;
  const { outcome } = await run(
    asked(INSPECTED, RULES, { ...port, scenario: { ...port.scenario, northbound } }),
  );
  const broken = outcome.kind === "impossible" ? outcome.broken : [];
  // The last of 120 waits 119 times the 58 s by which the bay falls behind, in a histogram of bins of 1.6 %.
  expect(broken.map(({ promise }) => promise.stage)).toEqual(["secondary.bay"]);
  expect(broken[0]!.limitMs / (119 * 58 * SECOND)).toBeCloseTo(1, 1);
});

test.each([
  ["a place that is not promised", ["all under 1 min"], "CR-708", ["promise"]],
  ["nothing of primary", ["all at secondary.bay under 1 min"], "CR-708", ["promise"]],
  ["a place that no pool mans", [...INSPECTED, "all at toll under 1 min"], "CR-707", ["promise", 2]],
])("what is promised covers what a pool mans, and no more: %s", (_, texts, code, path) => {
  const question = { promises: promised(...texts), sure: 0.9, rules: RULES };
  expect(prepare(inspectedPort({}), question)).toMatchObject({ findings: [{ code, path }] });
});

test("a pool that reads images too is refused by that post's name", () => {
  const port = loadedOf("scanned", {
    hours: "08:00-10:00",
    arrivals: [{ from: "08:00", until: "10:00", every: "60 s" }],
    stages: {
      primary: { booths: { shared: 2 }, service: "58 s" },
      nii: {
        scanners: 1,
        service: "45 s",
        share: "30 %",
        review: { service: "6 min", analysts: 2, wait: "in the yard" },
      },
    },
    staffing: {
      pools: {
        officers: { posts: ["primary.shared", "nii.review"], officers: { "08:00": 3, "10:00": 0 } },
      },
    },
  } as never);
  const question = { promises: promised("all under 1 min"), sure: 0.9, rules: RULES };
  expect(prepare(port, question)).toMatchObject({
    why: "pool",
    params: { pool: "officers", other: "nii.review" },
  });
});

test.each([
  // Who works all day has a break in the last hour, which leaves nobody.
  [
    "a gap",
    { shifts: [{ lengthMs: 2 * HOUR, most: null }], rest: { forMs: HOUR, fromMs: HOUR, toMs: HOUR } },
    "all under 30 min",
  ],
  // From nine on two booths are needed, and the one shift that could be there rests in its first half.
  [
    "too few",
    { shifts: [{ lengthMs: HOUR, most: null }], rest: { forMs: HOUR / 2, fromMs: 0, toMs: 0 } },
    "all under 1 min",
  ],
] as const)(
  "shifts that cannot keep what all booths keep are told as the reason: %s",
  async (_, rules, promise) => {
    const { outcome, answer } = await run(asked([promise], { ...RULES, ...rules }));
    expect(outcome).toEqual({ kind: "shiftsShort" });
    expect(answer).toBeNull();
  },
);
