/** Pictures: whole, numbered, of one epoch, each session its own, whatever other clients do. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { FRAMES_PER_SECOND } from "../../shared/protocol.ts";
import { HOUR } from "../../shared/units.ts";
import { startTestServer } from "./page.ts";
import type { TestServer } from "./page.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ replications: 2 });
});
afterAll(() => server.end());

/** Vehicles of a line's text: "a3bA2" are six. */
const count = (line: string): number =>
  [...line.matchAll(/[A-Za-z](\d*)/g)].reduce((sum, [, times]) => sum + Number(times === "" ? 1 : times), 0);

test("every frame is whole: all vehicles inside are in a line or with a server", async () => {
  const { control } = await server.session();
  const viewer = await server.joined(control);
  await viewer.ask({ do: "pause" });
  await viewer.ask({ do: "jump", toMs: 10 * HOUR });
  const frame = await viewer.next("frame", ({ timeMs }) => timeMs === 10 * HOUR);
  const { scenarios } = viewer.heard.welcome[0]!;
  frame.scenarios.forEach((scenario, index) => {
    const { places, posts } = scenarios[index]!;
    const inLines = scenario.lines.flat().reduce((sum, line) => sum + count(line), 0);
    const inHand = scenario.servers
      .join("")
      .match(/../g)!
      .filter((server) => !server.endsWith("-"));
    expect(inLines + inHand.length).toBe(scenario.inside);
    expect(scenario.inside).toBe(scenario.arrived - scenario.departed);
    expect(scenario.lines.map((lines) => lines.length)).toEqual(places.map(({ lines }) => lines.length));
    expect(scenario.servers.map((text) => text.length)).toEqual(places.map(({ servers }) => 2 * servers));
    expect(scenario.officers).toHaveLength(posts.length);
  });
  expect(frame.scenarios[0]!.inside).toBeGreaterThan(0);
});

test("frames are numbered upwards and come at a bounded rate", async () => {
  const { control } = await server.session();
  const viewer = await server.joined(control);
  const first = await viewer.later("frame");
  const begin = performance.now();
  await viewer.next("frame", ({ number }) => number > first.number + 8);
  const seconds = (performance.now() - begin) / 1_000;
  const frames = viewer.heard.frame.filter(({ number }) => number > first.number);
  const numbers = frames.map(({ number }) => number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(frames.length / seconds).toBeLessThanOrEqual(FRAMES_PER_SECOND + 1);
});

test("a paused session goes on showing its frame, so that a lost one is mended", async () => {
  const { control } = await server.session();
  const viewer = await server.joined(control);
  await viewer.ask({ do: "pause" });
  const frame = await viewer.later("frame", ({ playing }) => !playing);
  const again = await viewer.next("frame", ({ number }) => number > frame.number);
  expect({ ...again, number: 0 }).toEqual({ ...frame, number: 0 });
});

test("frames count the viewers", async () => {
  const { control, watch } = await server.session();
  const viewer = await server.joined(control);
  const phones = await Promise.all([server.joined(watch), server.joined(watch)]);
  await viewer.next("frame", ({ viewers }) => viewers === 3);
  for (const phone of phones) phone.leave();
  expect(await viewer.later("frame", ({ viewers }) => viewers === 1)).toBeDefined();
});

test("two sessions know nothing of each other", async () => {
  const [one, other] = await Promise.all([server.session(), server.session()]);
  const [a, b] = [await server.joined(one.control), await server.joined(other.control)];
  await Promise.all([a.ask({ do: "pause" }), b.ask({ do: "pause" })]);
  const still = await b.later("frame", ({ playing }) => !playing);
  await a.ask({ do: "change", changes: [{ scenario: 0, effect: { kind: "booths", fast: 2 } }] });
  await a.ask({ do: "jump", toMs: 12 * HOUR });
  await a.next("frame", ({ timeMs }) => timeMs === 12 * HOUR);
  const later = await b.next("frame", ({ number }) => number > still.number);
  expect(later.timeMs).toBe(still.timeMs);
  expect(b.heard.welcome.at(-1)!.log).toEqual([]);
  expect(await server.viewer(one.control, { session: other.session }).refusal()).toMatchObject({
    refusal: "notAllowed",
  });
});

test("a client that stops reading delays nobody", async () => {
  const { control, watch } = await server.session();
  const [stalled, viewer] = [await server.joined(watch), await server.joined(control)];
  stalled.stall();
  const first = await viewer.later("frame");
  const begin = performance.now();
  await viewer.next("frame", ({ number, timeMs }) => number > first.number && timeMs > first.timeMs);
  await viewer.later("frame");
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test("who comes back after a while sees the present", async () => {
  const { control, watch } = await server.session();
  const [phone, viewer] = [await server.joined(watch), await server.joined(control)];
  await phone.next("frame");
  phone.leave();
  await viewer.ask({ do: "pause" });
  await viewer.ask({ do: "jump", toMs: 11 * HOUR });
  await viewer.next("frame", ({ timeMs }) => timeMs === 11 * HOUR);
  const back = await server.joined(watch);
  expect((await back.next("frame")).timeMs).toBe(11 * HOUR);
});
