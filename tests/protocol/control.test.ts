/** Control messages: exactly one checked reply each, and nothing happens without the right to it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Reply, SessionLinks } from "../../shared/protocol.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { startTestServer } from "./page.ts";
import type { TestServer, Viewer } from "./page.ts";

let server: TestServer;
let links: SessionLinks;
let control: Viewer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.end());
beforeEach(async () => {
  links = await server.session();
  control = await server.joined(links.control);
});
afterEach(() => control.leave());

const refused = (refusal: string): unknown => ({ ok: false, refusal, problems: [] });
const at =
  (timeMs: number) =>
  (frame: { readonly timeMs: number }): boolean =>
    frame.timeMs === timeMs;

async function pausedAt(timeMs: number): Promise<void> {
  await control.ask({ do: "pause" });
  await control.ask({ do: "jump", toMs: timeMs });
  await control.next("frame", at(timeMs));
}

test("replies count the entries of the log", async () => {
  const replies = [
    await control.ask({ do: "pause" }),
    await control.ask({ do: "speed", factor: 300 }),
    await control.ask({ do: "play" }),
  ];
  expect(replies).toEqual([2, 3, 4].map((sequence) => ({ ok: true, sequence })));
});

test("pause stops the clock at once, even at full speed", async () => {
  await control.ask({ do: "speed", factor: "max" });
  await control.ask({ do: "pause" });
  const frame = await control.later("frame", ({ playing }) => !playing);
  const again = await control.next("frame", ({ number }) => number > frame.number);
  expect(again.timeMs).toBe(frame.timeMs);
});

test("a step and a jump lead to their instants", async () => {
  await pausedAt(9 * HOUR);
  await control.ask({ do: "step", ms: 10 * MINUTE });
  expect(await control.next("frame", at(9 * HOUR + 10 * MINUTE))).toMatchObject({ playing: false });
  await control.ask({ do: "jump", toMs: 8 * HOUR });
  const back = await control.next("frame", at(8 * HOUR));
  expect(back.epoch).toBe(2);
});

test("a change shows at once, is logged for everybody, and is undone and redone", async () => {
  await pausedAt(9 * HOUR);
  const watcher = await server.joined(links.watch);
  const before = control.heard.frame.at(-1)!;
  const effect = { kind: "staffing", post: "primary.general", officers: 1 } as const;
  expect(await control.ask({ do: "change", changes: [{ scenario: 1, effect }] })).toEqual({
    ok: true,
    sequence: 4,
  });
  const changed = await control.next("frame", at(9 * HOUR + 1_000));
  expect(changed.scenarios[1]!.officers).not.toEqual(before.scenarios[1]!.officers);
  expect(changed.scenarios[0]!.officers).toEqual(before.scenarios[0]!.officers);
  const logged = await watcher.next("welcome", ({ log }) => log.length === 1);
  expect(logged).toMatchObject({
    role: "watch",
    epoch: 1,
    log: [{ sequence: 4, scenario: 1, atMs: 9 * HOUR + 1_000, change: effect }],
  });

  await control.ask({ do: "undo" });
  expect(await watcher.next("welcome", ({ redoable }) => redoable === 1)).toMatchObject({
    epoch: 2,
    log: [],
  });
  const undone = await watcher.next("frame", ({ epoch }) => epoch === 2);
  expect(undone.scenarios[1]!.officers).toEqual(before.scenarios[1]!.officers);

  await control.ask({ do: "redo" });
  expect(await watcher.next("welcome", ({ epoch }) => epoch === 3)).toMatchObject({
    redoable: 0,
    log: [{ sequence: 4 }],
  });
  const redone = await watcher.next("frame", ({ epoch }) => epoch === 3);
  expect(redone.scenarios).toEqual(changed.scenarios);
});

test("after a change the days behind it are simulated anew with it", async () => {
  await control.ask({ do: "replications", count: 4 });
  const first = await control.next("results", ({ done, total }) => done === 4 && total === 4);
  const effect = { kind: "demand", factor: "150 %" } as const;
  const reply = await control.ask({ do: "change", changes: [{ scenario: 1, effect }] });
  const sequence = reply.ok ? reply.sequence : 0;
  const second = await control.next(
    "results",
    (results) => results.sequence === sequence && results.done === 4,
  );
  const arrivals = (results: typeof first): number[] =>
    results.rows.find(({ metric }) => metric === "departures")!.estimates.map(({ value }) => value);
  expect(arrivals(second)[0]).toBe(arrivals(first)[0]);
  expect(arrivals(second)[1]).toBeGreaterThan(1.3 * arrivals(first)[1]!);
});

test("results answer for the log, so going back in the day keeps them", async () => {
  await control.ask({ do: "replications", count: 3 });
  const all = await control.next("results", ({ done, total }) => done === 3 && total === 3);
  await pausedAt(9 * HOUR);
  await control.ask({ do: "restart" });
  const { answersFor } = await control.next("welcome", ({ epoch }) => epoch === 2);
  expect(answersFor).toBe(all.sequence);
  const told = await control.next("results", ({ number }) => number > all.number);
  expect({ ...told, number: 0 }).toEqual({ ...all, number: 0 });
});

test("asking for more days takes back none of those that are in", async () => {
  await control.ask({ do: "replications", count: 4 });
  await control.next("results", ({ done, total }) => done === 4 && total === 4);
  const before = control.heard.results.length;
  await control.ask({ do: "replications", count: 7 });
  await control.next("results", ({ done }) => done === 7);
  const dones = control.heard.results.slice(before).map(({ done, total }) => [Math.min(done, 4), total]);
  expect(dones).toEqual(dones.map(() => [4, 7]));
});

test("asking for fewer days tells the first of those that are in", async () => {
  await control.ask({ do: "replications", count: 4 });
  await control.next("results", ({ done, total }) => done === 4 && total === 4);
  await control.ask({ do: "replications", count: 2 });
  expect(await control.next("results", ({ total }) => total === 2)).toMatchObject({ done: 2 });
});

test("taking a change back asks for results anew, as the welcome says", async () => {
  await control.ask({ do: "change", changes: [{ scenario: 1, effect: { kind: "booths", fast: 2 } }] });
  expect((await control.next("welcome", ({ log }) => log.length === 1)).answersFor).toBe(2);
  await control.ask({ do: "undo" });
  expect((await control.next("welcome", ({ redoable }) => redoable === 1)).answersFor).toBe(3);
});

test("changes of several scenarios take effect at one instant, even at full speed, and are taken back as one", async () => {
  await control.ask({ do: "speed", factor: 3_600 });
  const effect = { kind: "boothsClosed", booths: 1 } as const;
  await control.ask({
    do: "change",
    changes: [
      { scenario: 0, effect, forMs: HOUR },
      { scenario: 1, effect, forMs: HOUR },
    ],
  });
  const { log } = await control.next("welcome", ({ log }) => log.length > 0);
  expect(log.map(({ scenario }) => scenario)).toEqual([0, 1]);
  expect(log[0]!.atMs).toBe(log[1]!.atMs);
  await control.ask({ do: "undo" });
  expect((await control.next("welcome", ({ redoable }) => redoable > 0)).log).toEqual([]);
  await control.ask({ do: "redo" });
  expect((await control.next("welcome", ({ epoch }) => epoch === 3)).log).toEqual(log);
});

test("of changes asked for together none is made when one cannot be", async () => {
  const changes = [
    { scenario: 0, effect: { kind: "booths", fast: 1 } },
    { scenario: 1, effect: { kind: "staffing", post: "primary.nowhere", officers: 1 } },
  ] as const;
  expect(await control.ask({ do: "change", changes: [...changes] })).toMatchObject({
    refusal: "invalid",
    problems: [{ code: "CR-311" }],
  });
  await control.ask({ do: "restart" });
  expect((await control.next("welcome", ({ epoch }) => epoch === 2)).log).toEqual([]);
});

test("nothing to take back, no such scenario: refused as invalid", async () => {
  expect(await control.ask({ do: "undo" })).toEqual(refused("invalid"));
  expect(await control.ask({ do: "redo" })).toEqual(refused("invalid"));
  expect(await control.ask({ do: "remove", scenario: 3 })).toEqual(refused("invalid"));
  expect(
    await control.ask({ do: "change", changes: [{ scenario: 3, effect: { kind: "booths", fast: 1 } }] }),
  ).toEqual(refused("invalid"));
});

test("a change that the port cannot make is refused with its problem", async () => {
  const effect = { kind: "staffing", post: "primary.nowhere", officers: 1 } as const;
  const reply = (await control.ask({ do: "change", changes: [{ scenario: 0, effect }] })) as Reply & {
    ok: false;
  };
  expect(reply).toMatchObject({ ok: false, refusal: "invalid", problems: [{ code: "CR-311" }] });
});

test("whoever watches cannot change anything", async () => {
  await pausedAt(9 * HOUR);
  const watcher = await server.joined(links.watch);
  const before = control.heard.frame.at(-1)!;
  for (const message of [
    { do: "play" },
    { do: "restart" },
    { do: "seed", seed: 2 },
    { do: "change", changes: [{ scenario: 0, effect: { kind: "booths", fast: 0 } }] },
  ]) {
    expect(await watcher.askAnything(message)).toEqual(refused("notAllowed"));
  }
  const after = await control.later("frame");
  expect({ ...after, number: 0, viewers: 0 }).toEqual({ ...before, number: 0, viewers: 0 });
  expect(await control.ask({ do: "play" })).toEqual({ ok: true, sequence: 4 });
});

test.each([
  ["no object", 7],
  ["nothing", null],
  ["an unknown command", { do: "explode" }],
  ["an unknown key", { do: "play", twice: true }],
  ["a wrong unit", { do: "change", changes: [{ scenario: 1, effect: { kind: "referral", factor: "3 h" } }] }],
  ["a number that is none", { do: "jump", toMs: "soon" }],
  ["a time without end", { do: "step", ms: 1e9 }],
  ["a polluted object", JSON.parse('{"do":"play","__proto__":{"role":"control"}}')],
])("%s is refused as malformed", async (_, message) => {
  expect(await control.askAnything(message)).toEqual(refused("malformed"));
});

test("a burst is answered message by message, and slowed down", async () => {
  const replies = await Promise.all(Array.from({ length: 60 }, () => control.ask({ do: "pause" })));
  const fast = replies.filter((reply) => !reply.ok);
  expect(replies).toHaveLength(60);
  expect(fast.length).toBeGreaterThanOrEqual(20);
  expect(fast.every((reply) => !reply.ok && reply.refusal === "tooFast")).toBe(true);
});

test("a flood ends the connection and nothing else", async () => {
  const watcher = await server.joined(links.watch);
  const left = control.left();
  for (let i = 0; i < 1_000; i++) control.socket.emit("control", { do: "pause" }, () => {});
  expect(await left).toMatch(/disconnect/);
  expect(await watcher.later("frame")).toBeDefined();
});

test("a message beyond the limit ends the connection and nothing else", async () => {
  const watcher = await server.joined(links.watch);
  const left = control.left();
  control.socket.emit("control", { do: "x".repeat(70_000) } as never, () => {});
  expect(await left).toMatch(/transport|disconnect/);
  expect(await watcher.later("frame")).toBeDefined();
});

test("a message that wants no answer and events nobody knows do no harm", async () => {
  const emit = control.socket.emit.bind(control.socket) as (event: string, ...data: unknown[]) => void;
  emit("control", { do: "pause" });
  emit("control", "x", 7);
  emit("control");
  emit("welcome", { role: "control" });
  expect(await control.ask({ do: "speed", factor: 60 })).toMatchObject({ ok: true });
});
