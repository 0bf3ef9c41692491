/** What cost does not grow with: booths and vehicles inside. */
import { Tally } from "../../server/measure/tally.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { EventCounter } from "./event-counter.ts";
import { median } from "./median.ts";

const BOOTHS = [1, 10, 100];
const INSIDE = [100, 10_000, 100_000];
/** Arrivals in a round, whatever the booths and the vehicles inside. */
const ARRIVALS = 200_000;
const MINUTES_A_DAY = 1_440;

export type ScalingRow = { readonly what: string; readonly eventsPerSecond: number };

function loadedStation(station: object, perMinute: number, days: number): LoadedScenario {
  const scenario = {
    cruce: 1,
    name: "scaling",
    days,
    northbound: {
      demand: { rates: `${perMinute * 60} /h` },
      stages: { station: { kind: "station", ...station } },
    },
  };
  const source = { file: "scaling.json", text: JSON.stringify(scenario) };
  const loaded = loadScenario(source, shippedLibrary(new Map()));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
}

type Case = { readonly what: string; readonly plan: PortPlan; readonly fromMs: number };

/** Nine tenths of the booths busy, vehicles a minute growing with them. */
const boothCases = (): readonly Case[] =>
  BOOTHS.map((booths) => {
    const days = Math.ceil(ARRIVALS / (0.9 * booths * MINUTES_A_DAY));
    const loaded = loadedStation({ servers: booths, service: "exponential 1 min" }, 0.9 * booths, days);
    return { what: `${booths} booths`, plan: planScenario(loaded), fromMs: 0 };
  });

/** A hundred a minute who stay so long that so many are inside, each with a pending event; measured once they are. */
const insideCases = (): readonly Case[] =>
  INSIDE.map((inside) => {
    const minutes = inside / 100;
    const fill = 6 * minutes * 60_000;
    const days = Math.ceil(ARRIVALS / (100 * MINUTES_A_DAY) + fill / 86_400_000);
    const loaded = loadedStation({ servers: "unlimited", service: `exponential ${minutes} min` }, 100, days);
    return {
      what: `${inside.toLocaleString("en-US")} vehicles inside`,
      plan: planScenario(loaded),
      fromMs: fill,
    };
  });

function speedOf({ plan, fromMs }: Case): number {
  const toMs = fromMs + (ARRIVALS / ratePerMinute(plan)) * 60_000;
  const counter = new EventCounter();
  const counted = new PortRun(plan, { seed: 1, replication: 0, observer: counter });
  counted.advance(fromMs);
  const before = counter.arrivals + counter.exits;
  counted.advance(toMs);
  const events = counter.arrivals + counter.exits - before;
  const run = new PortRun(plan, { seed: 1, replication: 0, observer: new Tally(plan) });
  run.advance(fromMs);
  const started = performance.now();
  run.advance(toMs);
  return (events * 1000) / (performance.now() - started);
}

const ratePerMinute = ({ demand }: PortPlan): number =>
  demand.rates.reduce((sum, rates) => sum + (rates?.perHour[0] ?? 0), 0) / 60;

export function measureScaling(rounds: number): readonly ScalingRow[] {
  const cases = [...boothCases(), ...insideCases()];
  const speeds = cases.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) cases.forEach((of, i) => speeds[i]!.push(speedOf(of)));
  return cases.map(({ what }, i) => ({ what, eventsPerSecond: median(speeds[i]!) }));
}
