/** What one more officer is worth, over a real socket: who may ask, what all hear, and when it is old or gone. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { ChangeMessage, SessionLinks, WorthData } from "../../shared/protocol.ts";
import { HOUR } from "../../shared/units.ts";
import { startTestServer } from "./page.ts";
import type { TestServer, Viewer } from "./page.ts";

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
  await control.ask({ do: "jump", toMs: 8 * HOUR });
  await control.next("frame", ({ timeMs }) => timeMs === 8 * HOUR);
});
afterEach(() => control.leave());

const isWhole = (worth: WorthData | null): boolean => worth !== null && !worth.isRunning;
const few = { do: "worth", scenario: 0, days: 5 } as const;
/** One officer where two are planned: from nine to eleven more come than he can serve. */
const short: ChangeMessage = {
  scenario: 0,
  effect: { kind: "staffing", post: "primary.general", officers: 1 },
  fromMs: 9 * HOUR,
  forMs: 2 * HOUR,
};

test("the one who steers asks, and everybody sees the hours come, each with its interval", async () => {
  const watcher = await server.joined(links.watch);
  expect(await control.ask(few)).toEqual({ ok: true, sequence: 3 });
  const [mine, theirs] = await Promise.all([control, watcher].map((viewer) => viewer.next("worth", isWhole)));
  expect(theirs).toEqual(mine);
  expect(mine).toMatchObject({ scenario: 0, isOld: false, done: 60, total: 60, days: 5 });
  expect(mine!.hours.map(({ post, hour, planned }) => [post, hour, planned])).toEqual(
    Array.from({ length: 12 }, (_, index) => ["primary.general", 7 + index, 2]),
  );
  for (const { truckHours } of mine!.hours) {
    expect(truckHours!.n).toBe(5);
    expect(truckHours!.low!).toBeLessThanOrEqual(truckHours!.value);
    expect(truckHours!.high!).toBeGreaterThanOrEqual(truckHours!.value);
  }
  const done = control.heard.worth.map((worth) => worth?.done ?? -1);
  expect(done).toEqual([...done].sort((a, b) => a - b));
});

test("it is asked with the changes that stand, and hours in which the trucks wait come first", async () => {
  await control.ask({ do: "change", changes: [short] });
  await control.ask({ ...few, days: 6 });
  const first = await control.next("worth", (worth) => worth?.hours.some((one) => one.truckHours) === true);
  const early = first!.hours.filter(({ truckHours }) => truckHours !== null).map(({ hour }) => hour);
  expect(early.length).toBeLessThan(12);
  expect(early).toEqual(expect.arrayContaining([9, 10]));
  const { hours } = (await control.next("worth", isWhole))!;
  const at = (wanted: number) => hours.find(({ hour }) => hour === wanted)!;
  expect([8, 9, 10, 11].map((hour) => at(hour).planned)).toEqual([2, 1, 1, 2]);
  for (const hour of [9, 10])
    expect(at(hour).truckHours!.value).toBeGreaterThan(at(15).truckHours!.value + 1);
});

test("where every booth is staffed there are no hours, and nothing to wait for", async () => {
  await control.ask({ ...few, scenario: 1 });
  expect(await control.next("worth", isWhole)).toMatchObject({ scenario: 1, hours: [], total: 0 });
});

test("who only watches is refused, and so are days beyond the bounds and scenarios that there are not", async () => {
  const watcher = await server.joined(links.watch);
  const refused = (refusal: string) => ({ ok: false, refusal, problems: [] });
  expect(await watcher.ask(few)).toEqual(refused("notAllowed"));
  expect(await watcher.ask({ do: "stopWorth" })).toEqual(refused("notAllowed"));
  for (const wrong of [{ days: 4 }, { days: 101 }, { scenario: -1 }, { scenario: "A" }, { hour: 9 }])
    expect(await control.askAnything({ ...few, ...wrong })).toEqual(refused("malformed"));
  expect(await control.ask({ ...few, scenario: 2 })).toEqual(refused("invalid"));
});

test("stopped, it keeps what is there, for whoever comes later, too", async () => {
  await control.ask({ ...few, days: 100 });
  await control.next("worth", (worth) => worth?.hours.some((one) => one.truckHours) === true);
  await control.ask({ do: "stopWorth" });
  const stopped = await control.next("worth", isWhole);
  expect(stopped!.done).toBeLessThan(stopped!.total);
  expect(stopped!.hours.some(({ truckHours }) => truckHours !== null)).toBe(true);
  expect(await (await server.joined(links.watch)).next("worth")).toEqual(stopped);
});

test("stopped before any hour is there, it is gone", async () => {
  await control.ask({ ...few, days: 100 });
  await control.ask({ do: "stopWorth" });
  await control.next("worth", (worth) => worth === null, 1);
});

test("a change of its scenario makes it old, one of another does not, and taken back it is as it was", async () => {
  await control.ask(few);
  await control.next("worth", isWhole);
  await control.ask({ do: "change", changes: [{ ...short, scenario: 1 }] });
  await control.ask({ do: "change", changes: [short] });
  const old = await control.next("worth", (worth) => worth?.isOld === true);
  expect(control.heard.worth.filter((worth) => worth?.isOld)).toEqual([old]);
  await control.ask({ do: "undo" });
  const fresh = control.heard.worth.indexOf(old) + 1;
  expect(await control.next("worth", () => true, fresh)).toMatchObject({ isOld: false, done: 60 });
  await control.ask({ do: "seed", seed: 8 });
  expect(await control.next("worth", () => true, fresh + 1)).toMatchObject({ isOld: true });
});

test("a change while it is worked out ends the work, and what is there is old", async () => {
  await control.ask({ ...few, days: 100 });
  await control.next("worth", (worth) => worth?.hours.some((one) => one.truckHours) === true);
  await control.ask({ do: "change", changes: [short] });
  expect(await control.next("worth", isWhole)).toMatchObject({ isOld: true, isRunning: false });
});

test("it goes with its scenario", async () => {
  await control.ask({ ...few, scenario: 1 });
  await control.next("worth", isWhole);
  await control.ask({ do: "remove", scenario: 1 });
  await control.next("worth", (worth) => worth === null, 1);
});
