/** Finding staffing over a real socket: asked, watched, stopped, gone on with after a restart, and taken over as a scenario. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ExperimentFrame } from "../../shared/experiments.ts";
import type { SessionLinks } from "../../shared/protocol.ts";
import type { StaffingResult } from "../../shared/staffing/result.ts";
import { removeFolder, secretOf, startTestServer } from "./page.ts";
import type { TestServer, Viewer } from "./page.ts";
import { loadSmall } from "./small-port.ts";

// Hundreds of days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 180_000 });

let server: TestServer;
let links: SessionLinks;
let control: Viewer;
beforeAll(async () => {
  server = await startTestServer({ replications: 2 });
});
afterAll(() => server.end());
beforeEach(async () => {
  links = await server.session();
  control = await server.joined(links.control);
  await control.ask({ do: "pause" });
});
afterEach(async () => {
  for (const { id } of control.heard.experiments.at(-1) ?? []) await control.experiment({ do: "remove", id });
  control.leave();
});

const ask = (also = {}) => ({
  do: "start",
  request: {
    kind: "optimize",
    scenarios: [1],
    promise: ["95 % of all under 12 min"],
    sure: "80 %",
    shifts: "6 h",
    startsEvery: "6 h",
    break: null,
    roster: null,
    budget: "5 min",
    days: 10,
    ...also,
  },
});
const isOver = ({ status }: ExperimentFrame): boolean => status !== "running" && status !== "waiting";
const resultOf = ({ data }: ExperimentFrame): StaffingResult => {
  if (data?.kind !== "optimize") throw new Error("it has no data of a staffing question");
  return data.result;
};
const planOf = (id: number): Promise<Response> =>
  fetch(`${server.url}/api/sessions/${links.session}/experiments/${id}/plan`, {
    headers: { authorization: `Bearer ${secretOf(links.watch)}` },
  });

test("the best plan is told while the search goes on, and then how good it is on days that it never saw", async () => {
  const watcher = await server.joined(links.watch);
  expect(await control.experiment(ask())).toEqual({ ok: true, id: 1 });
  await watcher.experiment({ do: "watch", id: 1 });
  const last = await watcher.next("experiment", isOver);
  expect(last).toMatchObject({ status: "done", names: ["One more booth"], leftMs: null });
  const result = resultOf(last);
  expect(result).toMatchObject({ phase: "over", noPlan: null, isCut: false, sure: 0.8 });
  expect(result.posts.map(({ post, booths, planned }) => [post, booths, planned[0]])).toEqual([
    ["primary.fast", 1, 1],
    ["primary.general", 3, 3],
  ]);
  const { plan, shipped, worth, rows } = result.answer!;
  expect([plan.kept.days, shipped.boothHours]).toEqual([10, 48]);
  expect(plan.boothHours).toBeLessThan(48);
  expect(rows.find(({ named }) => named)!.differences[1]!.value).toBeGreaterThan(0);
  expect(worth.length).toBeGreaterThan(0);
  const told = watcher.heard.experiment.flatMap((frame) => (frame.data === null ? [] : [resultOf(frame)]));
  const searching = told.filter(({ phase }) => ["possible", "cover", "improve"].includes(phase));
  expect(searching.length).toBeGreaterThan(0);
  expect(searching.every(({ answer, fresh }) => answer === null && fresh === null)).toBe(true);

  const response = await planOf(1);
  expect(response.headers.get("content-disposition")).toContain("one-more-booth-plan-1.yaml");
  const put = await server.post(
    `/api/sessions/${links.session}/scenarios`,
    { index: 2, source: { name: "plan.yaml", text: await response.text() } },
    { authorization: `Bearer ${secretOf(links.control)}` },
  );
  expect(put.status).toBe(200);
  const { scenarios } = await control.next("welcome", (welcome) => welcome.scenarios.length === 3);
  const hours = scenarios[2]!.posts
    .filter(({ name }) => name.startsWith("primary."))
    .flatMap(({ byHour }) => byHour ?? []);
  expect(hours.reduce((sum, officers) => sum + officers, 0)).toBe(plan.boothHours);
});

test("stopped, it keeps the best plan so far; gone on with after a restart, it ends as it would have", async () => {
  // So many days to try a plan on that it is under way when it is stopped.
  await control.experiment(ask({ days: 2000 }));
  await control.experiment(ask({ days: 300 }));
  await control.experiment({ do: "watch", id: 1 });
  await control.next("experiment", ({ data }) => data?.kind === "optimize" && data.result.best !== null);
  await control.experiment({ do: "cancel", id: 1 });
  const stopped = await control.next("experiment", isOver);
  expect(stopped.status).toBe("cancelled");
  expect(resultOf(stopped).best).not.toBeNull();
  expect((await planOf(1)).status).toBe(200);
  await control.experiment({ do: "watch", id: 2 });
  const whole = await control.next("experiment", (frame) => frame.id === 2 && isOver(frame));

  const first = await startTestServer({ replications: 2 });
  const own = await first.session();
  const before = await first.joined(own.control);
  await before.ask({ do: "pause" });
  await before.experiment(ask({ days: 300 }));
  await before.experiment({ do: "watch", id: 1 });
  await before.next("experiment", ({ data }) => data?.kind === "optimize" && data.result.judged > 0);
  await first.close();
  const second = await startTestServer({ replications: 2, dataFolder: first.folder });
  const after = await second.joined(own.watch);
  await after.experiment({ do: "watch", id: 1 });
  const again = await after.next("experiment", isOver);
  expect(again.taken).toBeGreaterThan(0);
  expect({ ...resultOf(again), searchMs: 0 }).toEqual({ ...resultOf(whole), searchMs: 0 });
  await second.close();
  removeFolder(first.folder);
});

test("a promise that no staffing keeps has no plan, and says what all booths keep", async () => {
  await control.experiment(ask({ promise: ["all under 2 s", "all under 3 h"] }));
  await control.experiment({ do: "watch", id: 1 });
  const { noPlan, best } = resultOf(await control.next("experiment", isOver));
  expect(best).toBeNull();
  expect(noPlan).toMatchObject({ kind: "impossible", kept: 0, broken: [{ promise: { limitMs: 2000 } }] });
  expect((await planOf(1)).status).toBe(404);
});

test("everything that is wrong with a question is told at once, each at its field", async () => {
  const bad = {
    promise: ["95 % of fst under 9 min", "all under 5 min"],
    sure: "100 %",
    shifts: "8 h, 8 h",
    break: "30 min",
    roster: 0,
    budget: "1 h",
    days: 5,
  };
  const reply = await control.experiment(ask(bad));
  expect(reply.ok ? [] : reply.problems.map(({ field }) => field)).toEqual([
    "promise.0",
    "shifts",
    "break",
    "sure",
    "roster",
    "budget",
    "days",
  ]);
  const unfit = await control.experiment(
    ask({ promise: ["all under 5 min", "produce under 5 min"], shifts: "14 h" }),
  );
  expect(unfit.ok ? [] : unfit.problems.map(({ field }) => field)).toEqual(["promise.1", "shifts"]);
});

test("a scenario without primary inspection is none to plan officers for", async () => {
  const other = await startTestServer({ scenarios: [loadSmall("round-port.yaml")] });
  const viewer = await other.joined((await other.session()).control);
  expect(await viewer.experiment(ask({ scenarios: [0] }))).toMatchObject({
    problems: [{ field: "scenarios", code: "staffing", refusal: { why: "noPrimary" } }],
  });
  await other.end();
});
