/** Forecasts over a real socket: who may ask, what all hear, and when one is old or gone. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { ForecastData, SessionLinks } from "../../shared/protocol.ts";
import { HOUR } from "../../shared/units.ts";
import { startTestServer } from "./page.ts";
import type { TestServer, Viewer } from "./page.ts";
import { loadSmall } from "./small-port.ts";

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
  await jumpTo(10 * HOUR);
});
afterEach(() => control.leave());

async function jumpTo(toMs: number): Promise<void> {
  await control.ask({ do: "jump", toMs });
  await control.next("frame", ({ timeMs }) => timeMs === toMs);
}

const isWhole = (forecast: ForecastData | null): boolean =>
  forecast !== null && forecast.done === forecast.total;

const few = { do: "forecast", futures: 20 } as const;

test("the one who steers asks, and everybody sees the futures of this present grow", async () => {
  const watcher = await server.joined(links.watch);
  expect(await control.ask({ do: "forecast" })).toEqual({ ok: true, sequence: 3 });
  const [mine, theirs] = await Promise.all(
    [control, watcher].map((viewer) => viewer.next("forecast", isWhole)),
  );
  expect(theirs).toEqual(mine);
  expect(mine).toMatchObject({ sequence: 1, atMs: 10 * HOUR, untilMs: 14 * HOUR, done: 200, total: 200 });
  const [, wider] = mine!.scenarios;
  expect(wider!.differences!.wait!.high).toBeLessThan(0);
  const done = control.heard.forecast.map((forecast) => forecast?.done ?? -1);
  expect(done).toEqual([...done].sort((a, b) => a - b));
});

test("who only watches is refused, and so are hours and futures beyond the bounds", async () => {
  const watcher = await server.joined(links.watch);
  const refused = (refusal: string) => ({ ok: false, refusal, problems: [] });
  expect(await watcher.ask({ do: "forecast" })).toEqual(refused("notAllowed"));
  expect(await watcher.ask({ do: "endForecast" })).toEqual(refused("notAllowed"));
  const wrong = [{ hours: 0 }, { hours: 13 }, { hours: "4" }, { futures: 19 }, { futures: 501 }, { days: 1 }];
  for (const bounds of wrong)
    expect(await control.askAnything({ do: "forecast", ...bounds })).toEqual(refused("malformed"));
});

test("whoever comes later, or again, sees the last one; once it is put away, that there is none", async () => {
  await control.ask({ ...few, hours: 2 });
  const forecast = await control.next("forecast", isWhole);
  expect(await (await server.joined(links.watch)).next("forecast")).toEqual(forecast);
  expect(await control.ask({ do: "endForecast" })).toEqual({ ok: true, sequence: 3 });
  await control.next("forecast", (one) => one === null, control.heard.forecast.indexOf(forecast));
  expect(await (await server.joined(links.watch)).next("forecast")).toBeNull();
});

test("after a change it comes again by itself, from the new present and with the change in it", async () => {
  await control.ask(few);
  const first = await control.next("forecast", isWhole);
  const effect = { kind: "staffing", post: "primary.general", officers: 1 } as const;
  await control.ask({ do: "change", changes: [{ scenario: 1, effect }] });
  const second = await control.next("forecast", (one) => isWhole(one) && one!.sequence !== first!.sequence);
  expect(second).toMatchObject({ sequence: 4, atMs: 10 * HOUR + 1_000, total: 20 });
  expect(second!.scenarios[1]!.figures.wait!.value).toBeGreaterThan(first!.scenarios[1]!.figures.wait!.value);
});

test("it stays while the clock goes on, and is gone when the clock stands before it", async () => {
  await control.ask(few);
  const forecast = await control.next("forecast", isWhole);
  await jumpTo(12 * HOUR);
  await jumpTo(11 * HOUR);
  expect(control.heard.forecast.at(-1)).toEqual(forecast);
  await control.ask({ do: "jump", toMs: 9 * HOUR });
  await control.next("forecast", (one) => one === null, control.heard.forecast.indexOf(forecast));
});

test("another seed is forecast anew, and nothing of the other trucks is shown meanwhile", async () => {
  await control.ask(few);
  const first = await control.next("forecast", isWhole);
  const before = control.heard.forecast.length;
  await control.ask({ do: "seed", seed: 8 });
  const second = await control.next("forecast", isWhole, before);
  expect(control.heard.forecast[before]).toBeNull();
  expect(second!.scenarios[0]!.now).not.toEqual(first!.scenarios[0]!.now);
});

test("one whose futures run away is told to everybody with the place to look at, and the live day goes on", async () => {
  const round = await startTestServer({ scenarios: [loadSmall("round-port.yaml")] });
  const { control: link, watch } = await round.session();
  const [viewer, watcher] = [await round.joined(link), await round.joined(watch)];
  await viewer.ask({ do: "pause" });
  await viewer.ask({ do: "jump", toMs: 10 * HOUR });
  const told = new Promise((resolve) => watcher.socket.on("failed", (...failure) => resolve(failure)));
  expect(await viewer.ask(few)).toMatchObject({ ok: true });
  expect(await told).toMatchObject([
    "forecast",
    { limit: "eventsAtOnce", clockMs: 11 * HOUR, place: "round" },
  ]);
  expect(watcher.heard.forecast.at(-1)).toBeNull();
  await viewer.ask({ do: "step", ms: 60_000 });
  await viewer.next("frame", ({ timeMs }) => timeMs === 10 * HOUR + 60_000);
  await round.end();
});
