/**
 * Random scenarios over the whole schema, as files would say them: small enough that a run takes
 * milliseconds, odd enough to meet every rule. What the checks refuse is thrown away by `loadedScenario`.
 */
import fc from "fast-check";
import { loadScenario } from "../../server/scenario/load.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { EXAMS, FLOWS } from "../../shared/vocabulary.ts";

type Entry = Readonly<Record<string, unknown>>;

const NOTHING = shippedLibrary(new Map());

const seconds = (low: number, high: number) => fc.integer({ min: low, max: high }).map((s) => `${s} s`);
const percent = (low = 0, high = 100) => fc.integer({ min: low, max: high }).map((p) => `${p} %`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const count = (low: number, high: number) => fc.integer({ min: low, max: high });

const service = (low: number, high: number) =>
  fc.oneof(
    seconds(low, high),
    seconds(low, high).map((mean) => `exponential ${mean}`),
    seconds(low, high).map((mean) => `lognormal ${mean} cv 0.7`),
    seconds(low, high).map((mean) => `erlang ${mean} shape 3`),
    seconds(low, high).map((mean) => `gamma ${mean} cv 0.6`),
    seconds(low, high).map((mean) => `uniform 0 s to ${mean}`),
  );
const byClass = (low: number, high: number) =>
  fc.oneof(service(low, high), fc.record({ all: service(low, high), fast: service(low, high) }));

const shareByClass = fc.oneof(percent(), fc.record({ all: percent(), fast: percent() }));

const CLOCKS = ["08:00", "08:20", "09:00", "09:30", "10:00", "10:45", "11:30"] as const;

/** Officers in steps, somebody at the start; at most so many. */
const steps = (most: number) =>
  fc
    .tuple(
      count(1, most),
      fc.uniqueArray(fc.constantFrom(...CLOCKS.slice(1)), { maxLength: 3 }),
      fc.array(count(0, most), { minLength: 3, maxLength: 3 }),
    )
    .map(([first, times, levels]) =>
      Object.fromEntries([["08:00", first], ...times.sort().map((time, i) => [time, levels[i]!])]),
    );

const preInspection = fc.record({
  share: fc
    .tuple(percent(), fc.constantFrom("all", "fast", "general"))
    .map(([share, of]) => `${share} of ${of}`),
  lanes: count(1, 2),
  service: service(20, 120),
  hours: fc.constantFrom("08:00-10:00", "09:00-11:00"),
  room: maybe(count(0, 5)),
});
const exportCustoms = fc.record({
  lanes: count(1, 4),
  service: byClass(10, 60),
  redLight: percent(0, 20),
  redLightService: service(60, 600),
  redLightBays: maybe(count(1, 3)),
  room: maybe(count(0, 8)),
});
const toll = fc.record({
  lanes: count(1, 3),
  service: service(5, 20),
  moveUp: seconds(0, 5),
  room: maybe(count(0, 6)),
});
const approach = fc.record({
  lanes: count(1, 3),
  length: count(60, 400).map((m) => `${m} m`),
  spacing: fc.constant("19 m"),
  freeFlow: seconds(10, 120),
  fastSplitsAt: maybe(count(20, 50).map((m) => `${m} m`)),
});
const niiBefore = fc.record({
  kind: fc.constant("nii"),
  scanners: count(1, 3),
  service: service(10, 60),
  share: shareByClass,
  room: maybe(count(0, 6)),
  review: maybe(
    fc.record({
      service: service(20, 200),
      analysts: count(1, 4),
      wait: fc.constantFrom("goes on queueing", "at the scanner", "in the yard"),
    }),
  ),
  alarm: percent(0, 20),
});
const primary = fc.record({
  booths: fc.record({ fast: count(0, 2), general: count(1, 4), shared: count(0, 2) }),
  line: fc.constantFrom("own", "pooled"),
  laneRoom: maybe(count(0, 4)),
  fastFirst: fc.boolean(),
  fastUsesGeneral: fc.constantFrom("when no fast booth is staffed", "when it is shorter"),
  service: byClass(20, 120),
  moveUp: seconds(0, 12),
  referral: fc.record({
    random: percent(0, 10),
    byRisk: fc.record({ laden: percent(0, 40) }),
    fastFactor: percent(),
    reasons: fc.constant({ documents: "40 %", scan: "30 %", partialUnload: "30 %" }),
  }),
});
const niiAfter = fc.record({
  kind: fc.constant("nii"),
  scanners: count(1, 2),
  service: service(20, 200),
  share: maybe(percent(0, 30)),
  review: maybe(
    fc.record({
      service: service(20, 200),
      analysts: count(1, 3),
      wait: fc.constantFrom("goes on queueing", "at the scanner"),
    }),
  ),
});
const secondary = fc.record({
  bays: count(1, 4),
  docks: count(1, 2),
  room: maybe(count(0, 6)),
  exams: fc.constant(
    Object.fromEntries(
      EXAMS.map((exam, i) => [
        exam,
        { service: `lognormal ${3 + i} min cv 0.5`, at: i % 2 === 0 ? "bay" : "dock" },
      ]),
    ),
  ),
});
const stateSafety = fc.record({
  share: shareByClass,
  inspectors: count(1, 3),
  service: service(30, 300),
  room: maybe(count(0, 5)),
});
const station = fc.record({
  kind: fc.constant("station"),
  servers: fc.oneof(count(1, 3), fc.constant("unlimited")),
  service: byClass(10, 90),
  room: maybe(count(0, 8)),
  share: shareByClass,
});

/** The path in its order, each stage but primary there or not. */
const stages = fc
  .tuple(
    maybe(preInspection),
    maybe(exportCustoms),
    maybe(toll),
    maybe(approach),
    maybe(niiBefore),
    primary,
    maybe(niiAfter),
    secondary,
    maybe(stateSafety),
    maybe(station),
  )
  .map(([pre, customs, tollStage, road, before, booths, after, exams, safety, last]) =>
    strip({
      preInspection:
        pre === undefined ? undefined : { ...pre, replaces: customs === undefined ? [] : ["exportCustoms"] },
      exportCustoms: customs,
      toll: tollStage,
      approach: road,
      portals: before,
      primary: booths,
      nii: after,
      secondary: exams,
      stateSafety: safety,
      lastStop: last,
    }),
  );

const effect = fc.oneof(
  fc.record({ kind: fc.constant("boothsClosed"), booths: count(1, 3) }),
  fc.record({ kind: fc.constant("slowService"), factor: fc.constantFrom("50 %", "150 %", "300 %") }),
  fc.record({ kind: fc.constant("demand"), factor: fc.constantFrom("0 %", "40 %", "200 %") }),
  fc.record({ kind: fc.constant("referral"), factor: fc.constantFrom("0 %", "300 %") }),
);
const change = fc
  .tuple(fc.constantFrom(...CLOCKS), maybe(count(5, 90).map((m) => `${m} min`)), effect)
  .map(([at, time, what]) => strip({ at, for: time, ...what }));

const demand = fc
  .tuple(
    count(20, 160),
    count(20, 160),
    fc.subarray([...FLOWS], { minLength: 1 }),
    fc.array(percent(), { minLength: 6, maxLength: 6 }),
    maybe(percent(1, 30)),
    fc.boolean(),
  )
  .map(([early, late, flows, fast, dayToDay, batches]) =>
    strip({
      rates: { "08:00": `${early} /h`, "09:30": `${late} /h`, "12:00": "0 /h" },
      flows: evenShares(flows),
      fast: Object.fromEntries(flows.map((flow, i) => [flow, fast[i]!])),
      dayToDay,
      batch: batches ? { "1": 3, "2": 1 } : undefined,
    }),
  );

export const scenarioFile: fc.Arbitrary<Entry> = fc
  .record({
    demand,
    stages,
    general: steps(4),
    withStaffing: fc.boolean(),
    rules: fc.record({
      setUp: seconds(0, 300),
      closesFirst: fc.constantFrom("named officers", "first free", "shortest line"),
      laneOfClosingBooth: fc.constantFrom("serve it", "merge into others"),
    }),
    atClosing: fc.constantFrom("clear the queue", "hold it until opening", "turn it away"),
    days: count(1, 2),
    changes: fc.array(change, { maxLength: 3 }),
  })
  .map(({ demand: who, stages: path, general, withStaffing, rules, atClosing, days, changes }) => {
    const { booths } = path["primary"] as { booths: { fast: number; general: number; shared: number } };
    const levels = Object.fromEntries(
      Object.entries(general as Record<string, number>).map(([time, level]) => [
        time,
        Math.min(level, booths.general),
      ]),
    );
    const parts = {
      general: levels,
      ...(booths.fast > 0 ? { fast: { "08:00": 1 } } : {}),
      ...(booths.shared > 0 ? { shared: { "08:00": 1 } } : {}),
    };
    return {
      cruce: 1,
      name: "a random port",
      hours: "08:00-12:00",
      atClosing,
      days,
      northbound: {
        demand: who,
        stages: path,
        staffing: { rules, ...(withStaffing ? { primary: parts } : {}) },
      },
      changes,
    };
  });

/** As a file is loaded; null when the checks refuse it. */
export function loadedScenario(file: Entry): LoadedScenario | null {
  const result = loadScenario({ file: "random.yaml", text: JSON.stringify(file) }, NOTHING);
  return result.ok ? result : null;
}

/** Shares in whole percent that make 100 %. */
function evenShares(flows: readonly string[]): Record<string, string> {
  const each = Math.floor(100 / flows.length);
  return Object.fromEntries(
    flows.map((flow, i) => [flow, `${i === 0 ? 100 - each * (flows.length - 1) : each} %`]),
  );
}

function strip(entry: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(entry).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, isPlain(value) ? strip(value) : value]));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
