/** Experiments over a real socket: who may start them, who hears of them, how they stop, and what outlives a server. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { ExperimentFrame } from "../../shared/experiments.ts";
import type { SessionLinks } from "../../shared/protocol.ts";
import { removeFolder, secretOf, startTestServer } from "./page.ts";
import type { TestOptions, TestServer, Viewer } from "./page.ts";
import { loadSmall } from "./small-port.ts";

/** Little else of its sessions is run. */
const calmServer = (options: TestOptions = {}): Promise<TestServer> =>
  startTestServer({ replications: 2, ...options });

let server: TestServer;
let links: SessionLinks;
let control: Viewer;
beforeAll(async () => {
  server = await calmServer();
});
afterAll(() => server.end());
beforeEach(async () => {
  links = await server.session();
  control = await server.joined(links.control);
  await control.ask({ do: "pause" });
});
afterEach(async () => {
  // What is left would be run behind the tests that follow.
  for (const { id } of control.heard.experiments.at(-1) ?? []) await control.experiment({ do: "remove", id });
  control.leave();
});

const compare = (stop: unknown, also = {}) => ({
  do: "start",
  request: { kind: "compare", scenarios: [0, 1], answer: "wait", stop, ...also },
});
const days = (count: number) => compare({ by: "days", days: count });
const isOver = ({ status }: ExperimentFrame): boolean => status !== "running" && status !== "waiting";
const dataOf = ({ data }: ExperimentFrame) => {
  if (data?.kind !== "compare") throw new Error("it has no data of a comparison");
  return data;
};

test("the one who steers starts it, all see it in the list, and those who watch it see its interval narrow", async () => {
  const watcher = await server.joined(links.watch);
  expect(await control.experiment(days(30))).toEqual({ ok: true, id: 1 });
  const [entry] = await watcher.next("experiments", ([first]) => first?.status === "running");
  expect(entry).toMatchObject({ id: 1, names: ["Small port", "One more booth"] });
  expect(await watcher.experiment({ do: "watch", id: 1 })).toEqual({ ok: true, id: 1 });
  const last = await watcher.next("experiment", isOver);
  expect(last).toMatchObject({ status: "done", done: 30, total: 30, most: 30, leftMs: null, seed: 1 });
  const { rows, narrowing, differences, reading } = dataOf(last);
  const named = rows.find((row) => row.named)!;
  expect(named).toMatchObject({ metric: "wait", statistic: "mean" });
  expect(named.differences[1]!.high!).toBeLessThan(0);
  expect(differences[1]).not.toEqual([]);
  expect(reading).toBeNull();
  expect(narrowing.days).toEqual(Array.from({ length: 28 }, (_, index) => index + 3));
  const widths = narrowing.scenarios[0].map((one) => one!.high! - one!.low!);
  expect(widths.at(-1)!).toBeLessThan(widths[5] / 1.5);
  expect(narrowing.scenarios[0].at(-1)).toEqual(named.differences[1]);
  await watcher.next("experiments", ([first]) => first?.status === "done");
});

test("frames come to those who watch it alone, and each is newer than the one before", async () => {
  const other = await server.joined(links.watch);
  await control.experiment(days(20));
  await control.experiment({ do: "watch", id: 1 });
  await control.next("experiment", isOver);
  await other.next("experiments", ([first]) => first?.status === "done");
  expect(other.heard.experiment).toEqual([]);
  const numbers = control.heard.experiment.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test("asked for a precision, it stops at the first look at which the answer is known so well", async () => {
  await control.experiment(compare({ by: "precision", within: "1 min", most: 320 }));
  await control.experiment({ do: "watch", id: 1 });
  const last = await control.next("experiment", isOver);
  const { reading, rows } = dataOf(last);
  const { low, high } = rows.find((row) => row.named)!.differences[1]!;
  expect([20, 40, 80, 160]).toContain(last.done);
  expect(reading).toMatchObject({ state: "reached", days: last.done });
  expect((high! - low!) / 2).toBeLessThanOrEqual(1);
});

test("an answer that is not known well enough at the most days says so", async () => {
  await control.experiment(compare({ by: "precision", within: "0.001 min", most: 25 }));
  await control.experiment({ do: "watch", id: 1 });
  const last = await control.next("experiment", isOver);
  expect(last).toMatchObject({ status: "done", done: 25 });
  expect(dataOf(last).reading).toMatchObject({ state: "limit", days: 25, next: null });
});

test("it is of the scenarios as they stood: with the changes made until then and not those made later", async () => {
  const one = { kind: "staffing", post: "primary.general", officers: 1 } as const;
  await control.ask({ do: "change", changes: [{ scenario: 1, effect: one }] });
  await control.experiment(days(5));
  await control.ask({ do: "undo" });
  await control.experiment({ do: "watch", id: 1 });
  const { answersFor, ...last } = await control.next("experiment", isOver);
  expect(dataOf({ answersFor, ...last }).changes).toMatchObject([{ scenario: 1, change: { officers: 1 } }]);
  const welcome = await control.next("welcome", ({ log }) => log.length === 0, 2);
  expect(welcome.answersFor).toBeGreaterThan(answersFor);
});

test("everything that is wrong with a request is told at once, each at its field", async () => {
  const request = {
    scenarios: [1, 3, 1],
    answer: "waitt of fast",
    stop: { by: "days", days: 1 },
  };
  const reply = await control.experiment(compare(request.stop, request));
  const problems = reply.ok ? [] : reply.problems.map(({ field, code }) => [field, code]);
  expect(problems).toEqual([
    ["scenarios", "noScenario"],
    ["scenarios", "twice"],
    ["answer", "figure"],
    ["stop.days", "number"],
  ]);
  const precise = await control.experiment(compare({ by: "precision", within: "2 km", most: 5 }));
  expect(precise.ok ? [] : precise.problems.map(({ field, code }) => [field, code])).toEqual([
    ["stop.within", "within"],
    ["stop.most", "number"],
  ]);
  expect(await control.experiment(compare({ by: "hope" }))).toMatchObject({ refusal: "malformed" });
});

test("scenarios that are not about the same trucks cannot be compared", async () => {
  const other = await calmServer({
    scenarios: [loadSmall("small-port.yaml"), loadSmall("round-port.yaml")],
  });
  const viewer = await other.joined((await other.session()).control);
  expect(await viewer.experiment(days(5))).toMatchObject({ problems: [{ code: "unlike" }] });
  await other.end();
});

test("who only watches may watch, and not start, cancel or remove", async () => {
  const watcher = await server.joined(links.watch);
  const refused = { ok: false, refusal: "notAllowed", problems: [] };
  expect(await watcher.experiment(days(5))).toEqual(refused);
  await control.experiment(days(5));
  expect(await watcher.experiment({ do: "cancel", id: 1 })).toEqual(refused);
  expect(await watcher.experiment({ do: "remove", id: 1 })).toEqual(refused);
  expect(await watcher.experiment({ do: "watch", id: 2 })).toMatchObject({ refusal: "invalid" });
});

test("they run one after the other, no more than four wait, and one that waits is cancelled where it stands", async () => {
  for (const id of [1, 2, 3, 4]) expect(await control.experiment(days(2_000))).toEqual({ ok: true, id });
  const fifth = await control.experiment(days(5));
  expect(fifth).toMatchObject({
    ok: false,
    problems: [{ field: "", code: "unfinished", params: { most: 4 } }],
  });
  await control.experiment({ do: "cancel", id: 2 });
  const list = await control.next("experiments", (entries) => entries[1]?.status === "cancelled");
  expect(list.map(({ status }) => status)).toEqual(["running", "cancelled", "waiting", "waiting"]);
  await control.experiment({ do: "cancel", id: 1 });
  await control.next("experiments", (entries) => entries[2]?.status === "running");
});

test("cancelled, it keeps the days that are done", async () => {
  await control.experiment(days(2_000));
  await control.experiment({ do: "watch", id: 1 });
  await control.next("experiment", ({ done }) => done >= 5);
  await control.experiment({ do: "cancel", id: 1 });
  const last = await control.next("experiment", isOver);
  expect(last.status).toBe("cancelled");
  expect(last.done).toBeLessThan(last.total);
  expect(dataOf(last).rows[0].estimates[0].n).toBe(last.done);
});

test("asked for again over more days, those that are stored are not simulated again", async () => {
  // Days of another seed were run for no other test.
  await control.ask({ do: "seed", seed: 77 });
  await control.experiment(days(6));
  await control.experiment({ do: "watch", id: 1 });
  expect(await control.next("experiment", isOver)).toMatchObject({ done: 6, taken: 0 });
  await control.experiment(days(9));
  await control.experiment({ do: "watch", id: 2 });
  const second = await control.next("experiment", (frame) => frame.id === 2 && isOver(frame));
  expect(second).toMatchObject({ done: 9, taken: 12 });
});

test("removed, it is gone from the list and the next one runs", async () => {
  await control.experiment(days(2_000));
  await control.experiment(days(5));
  await control.experiment({ do: "remove", id: 1 });
  const list = await control.next(
    "experiments",
    (entries) => entries[0]?.id === 2 && entries[0].status === "done",
  );
  expect(list).toHaveLength(1);
  expect(await control.experiment(days(5))).toEqual({ ok: true, id: 3 });
});

test("a server that starts again has the results of those that were over and goes on with the rest", async () => {
  const first = await calmServer();
  const own = await first.session();
  const before = await first.joined(own.control);
  await before.ask({ do: "pause" });
  await before.experiment(days(5));
  await before.experiment({ do: "watch", id: 1 });
  const finished = await before.next("experiment", isOver);
  await before.experiment(days(7));
  await first.close();

  const second = await calmServer({ dataFolder: first.folder });
  const after = await second.joined(own.watch);
  await after.experiment({ do: "watch", id: 1 });
  expect(await after.next("experiment")).toEqual(finished);
  await after.next("experiments", (entries) => entries.every(({ status }) => status === "done"));
  await after.experiment({ do: "watch", id: 2 });
  const again = await after.next("experiment", ({ id }) => id === 2);
  expect(again).toMatchObject({ status: "done", done: 7 });
  await second.close();
  removeFolder(first.folder);
});

const sweep = (also = {}) => ({
  do: "start",
  request: {
    kind: "sweep",
    scenarios: [0],
    vary: [{ setting: "northbound.staffing.primary.general", values: "+ 0, + 1" }],
    respond: ["wait", "officerHours"],
    frontier: ["officerHours", "wait"],
    days: 5,
    ...also,
  },
});

test("a sweep tells its points as they come, what each setting does, and which points no other beats", async () => {
  const watcher = await server.joined(links.watch);
  const settings = [
    { setting: "northbound.staffing.primary.general", values: "+ 0, + 1" },
    { setting: "northbound.demand.trucks", values: "× 0.9, × 1" },
  ];
  expect(await control.experiment(sweep({ vary: settings }))).toEqual({ ok: true, id: 1 });
  await watcher.experiment({ do: "watch", id: 1 });
  const last = await watcher.next("experiment", isOver);
  expect(last).toMatchObject({ status: "done", done: 20, total: 20, names: ["Small port"] });
  if (last.data?.kind !== "sweep") throw new Error("it has no data of a sweep");
  const { points, effects, frontier } = last.data.result;
  expect(points.map(({ point, values }) => [point, ...values])).toEqual([
    [1, "+ 0", "× 0.9"],
    [2, "+ 0", "× 1"],
    [3, "+ 1", "× 0.9"],
    [4, "+ 1", "× 1"],
  ]);
  const wait = points.map(({ estimates }) => estimates[0]!.value);
  expect(wait[1]).toBeGreaterThan(wait[0]!);
  expect(wait[1]).toBeGreaterThan(wait[3]!);
  expect(effects[0]!.rows).toHaveLength(2);
  expect(frontier!.points.filter(({ standing }) => standing === "on").map(({ point }) => point)).toEqual([
    1, 3,
  ]);
});

test("of a Latin hypercube each setting takes a value in each part of its range", async () => {
  const vary = [
    { setting: "northbound.demand.trucks", values: "× 0.8 to × 1.2" },
    { setting: "northbound.stages.primary.service", values: "× 0.8 to × 1.2" },
  ];
  expect(await control.experiment(sweep({ vary, design: "latin", points: 4 }))).toEqual({ ok: true, id: 1 });
  await control.experiment({ do: "watch", id: 1 });
  const last = await control.next("experiment", isOver);
  expect(last).toMatchObject({ status: "done", done: 20 });
  const points = last.data?.kind === "sweep" ? last.data.result.points : [];
  for (const setting of [0, 1]) {
    const parts = points.map(({ values }) => Math.floor((Number(values[setting]!.slice(2)) - 0.8) / 0.1));
    expect(parts.sort()).toEqual([0, 1, 2, 3]);
  }
  const few = await control.experiment(sweep({ vary, design: "latin" }));
  expect(few.ok ? [] : few.problems).toMatchObject([{ field: "points", code: "number" }]);
});

test("a point of a sweep is a scenario of its own, to be kept or put beside the others", async () => {
  await control.experiment(sweep());
  await control.experiment({ do: "watch", id: 1 });
  await control.next("experiment", isOver);
  const pointOf = (point: number, link: string): Promise<Response> =>
    fetch(`${server.url}/api/sessions/${links.session}/experiments/1/points/${point}`, {
      headers: { authorization: `Bearer ${secretOf(link)}` },
    });
  const response = await pointOf(2, links.watch);
  expect(response.headers.get("content-disposition")).toContain("small-port-2.yaml");
  const text = await response.text();
  const put = await server.post(
    `/api/sessions/${links.session}/scenarios`,
    { index: 2, source: { name: "point.yaml", text } },
    { authorization: `Bearer ${secretOf(links.control)}` },
  );
  expect(put.status).toBe(200);
  const { scenarios } = await control.next("welcome", (welcome) => welcome.scenarios.length === 3);
  const general = scenarios[2]!.posts.find(({ name }) => name === "primary.general");
  expect(general!.byHour![9]).toBe(3);
  expect((await pointOf(3, links.watch)).status).toBe(404);
  expect((await pointOf(1, links.control.replace(/.{4}$/, "abcd"))).status).toBe(403);
});

test("settings that are not there and values that do not fit are told at their fields, all at once", async () => {
  const vary = [
    { setting: "northbound.staffing.primery", values: "+ 0, + 1" },
    { setting: "northbound.demand.trucks", values: "5 km, 6 km, 5 km" },
  ];
  const reply = await control.experiment(sweep({ vary }));
  const problems = reply.ok ? [] : reply.problems;
  expect(problems.map(({ field }) => field)).toEqual(["vary.0", "vary.1"]);
  expect(problems.every(({ code }) => code === "setting")).toBe(true);
  const bare = await control.experiment(sweep({ vary: [], respond: ["waits"], days: 1 }));
  expect(bare.ok ? [] : bare.problems.map(({ field, code }) => [field, code])).toEqual([
    ["vary", "settings"],
    ["respond.0", "figure"],
    ["days", "number"],
  ]);
  const many = { setting: "northbound.demand.trucks", values: "× 0.5 to × 1.5 in 241" };
  expect(await control.experiment(sweep({ vary: [many] }))).toMatchObject({
    problems: [{ field: "vary", code: "points", params: { found: 241, most: 240 } }],
  });
});

test("points that are no scenarios fail the sweep, and say why", async () => {
  const vary = [{ setting: "northbound.staffing.primary.general", values: "+ 0, + 9" }];
  await control.experiment(sweep({ vary }));
  await control.experiment({ do: "watch", id: 1 });
  const last = await control.next("experiment", isOver);
  expect(last).toMatchObject({ status: "failed", problems: [{ field: "vary.0", code: "setting" }] });
});
