/**
 * A made-up port for looking at the page and testing its pure parts: queues follow smooth curves, not a
 * simulation. Vehicles have numbers, and what stands where follows from how many came and went.
 */
import { classLetter, PROTOCOL_VERSION } from "../../shared/picture.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import type {
  Band,
  ChartBands,
  Charts,
  ForecastData,
  Frame,
  PlaceView,
  Results,
  ScenarioFrame,
  ScenarioView,
  Settings,
  Welcome,
  WorthData,
} from "../../shared/protocol.ts";
import type { Cause } from "../../shared/vocabulary.ts";

const BIN_MS = 5 * MINUTE;
const BINS = 288;
const FLOW_OF_TEN = [0, 0, 0, 1, 0, 0, 3, 0, 0, 0];

export const SETTINGS: Settings = {
  fastBooths: 4,
  booths: 15,
  preInspectedShare: 0,
  preInspectionStage: "preInspection",
  preInspectedOf: "fast",
  referralFactor: 1,
  referralShare: 0.12,
  scanners: 2,
  scannerStage: "nii",
  demandFactor: 1,
  stateStage: "stateSafety",
  extraInspectionShare: 0.05,
};

const unlimited = (count: number): PlaceView["lines"] =>
  Array.from({ length: count }, () => ({ room: null, serves: null }));

export function place(name: string, kind: PlaceView["kind"], more: Partial<PlaceView> = {}): PlaceView {
  const stage = name.split(".")[0]!;
  return {
    name,
    stage,
    kind,
    stageKind: stage as PlaceView["stageKind"],
    lines: unlimited(1),
    lengthM: null,
    spacingM: null,
    freeFlowMs: null,
    servers: 0,
    ...more,
  };
}

export const PLACES: readonly PlaceView[] = [
  place("outside", "outside"),
  place("exportCustoms", "station", { servers: 15 }),
  place("approach", "lanes", {
    lines: Array.from({ length: 4 }, (_, lane) => ({ room: 136, serves: lane === 0 ? "fast" : "general" })),
    lengthM: 2_600,
    spacingM: 19,
    freeFlowMs: 4 * MINUTE,
  }),
  place("primary", "station", {
    servers: 15,
    lines: Array.from({ length: 15 }, (_, booth) => ({ room: 8, serves: booth < 4 ? "fast" : "general" })),
  }),
  place("nii", "station", { servers: 2 }),
  place("secondary.bay", "station", { servers: 40 }),
  place("secondary.dock", "station", { servers: 12 }),
  place("stateSafety", "station", { servers: 4 }),
];

export function scenarioView(name: string): ScenarioView {
  const general = Array.from({ length: 24 }, (_, hour) => (hour < 7 ? 0 : hour < 9 ? 7 : hour < 20 ? 11 : 9));
  const fast = Array.from({ length: 24 }, (_, hour) => (hour < 7 ? 0 : 4));
  return {
    name,
    about: null,
    file: null,
    places: PLACES,
    posts: [
      { name: "primary.fast", capacity: 4, pool: 0, byHour: fast },
      { name: "primary.general", capacity: 11, pool: 1, byHour: general },
    ],
    settings: SETTINGS,
    warnings: [],
    differences: [],
  };
}

export function welcome(
  names: readonly string[] = ["World Trade Bridge, midweek 2024", "6 FAST booths of the same 15"],
): Welcome {
  return {
    protocol: PROTOCOL_VERSION,
    version: "0.1.0",
    session: "fixture1",
    role: "control",
    watchLink: "/w/fixture1#watchwatchwatchwatch",
    epoch: 1,
    seed: 7,
    zone: "America/Chicago",
    from: "2024-05-15",
    openMs: 7 * HOUR,
    closeMs: 24 * HOUR,
    scenarios: names.map(scenarioView),
    log: [],
    redoable: 0,
    answersFor: 0,
  };
}

const bump = (ms: number, peakH: number, widthH: number): number =>
  Math.exp(-(((ms / HOUR - peakH) / widthH) ** 2));
const queueAt = (scenario: number, ms: number): number =>
  Math.round((scenario === 0 ? 330 : 210) * bump(ms, 15.5, 3.2) + 18 * bump(ms, 9, 2));
const departedAt = (ms: number): number => Math.max(0, Math.round(((ms - 7 * HOUR) / HOUR) * 460));

function letterOf(vehicle: number): string {
  const flow = FLOW_OF_TEN[(vehicle * 7) % 10]!;
  return classLetter(flow, vehicle % 4 === 0, vehicle % 12 === 0);
}

/** Vehicles of a range whose number leaves `rest` when divided by `parts`, head first. */
function lineOf(from: number, until: number, parts: number, rest: number): string {
  let text = "";
  for (let vehicle = from; vehicle < until; vehicle++)
    if (vehicle % parts === rest) text += letterOf(vehicle);
  return text;
}

export function scenarioFrame(scenario: number, ms: number): ScenarioFrame {
  const gone = departedAt(ms);
  const queue = queueAt(scenario, ms);
  const atBooths = Math.min(queue, 15 * 5);
  const onBridge = Math.min(queue - atBooths, 4 * 136);
  const bridgeFrom = gone + atBooths;
  const outsideFrom = bridgeFrom + onBridge;
  const isOpen = (booth: number): boolean => booth !== 13;
  const servers = (count: number, busyShare: number): string =>
    Array.from({ length: count }, (_, server) =>
      (server * 13 + gone) % 100 < busyShare ? `b${letterOf(gone - server)}` : ".-",
    ).join("");
  return {
    lines: [
      [lineOf(outsideFrom, gone + queue, 1, 0)],
      [lineOf(gone + queue, gone + queue + 6, 1, 0)],
      [0, 1, 2, 3].map((lane) => lineOf(bridgeFrom, outsideFrom, 4, lane)),
      Array.from({ length: 15 }, (_, booth) => lineOf(gone, bridgeFrom, 15, booth)),
      [""],
      [""],
      [""],
      [""],
    ],
    servers: [
      "",
      servers(15, 60),
      "",
      Array.from({ length: 15 }, (_, booth) =>
        booth === 14 ? "!-" : isOpen(booth) ? `b${letterOf(gone - booth)}` : "x-",
      ).join(""),
      `b${letterOf(gone)}!-`,
      servers(40, 55),
      servers(12, 30),
      servers(4, 40),
    ],
    laneTypes: PLACES.map(({ name }) => (name === "primary" ? `${"f".repeat(4)}${"g".repeat(11)}` : "")),
    queue,
    queueKm: (onBridge / 4) * 0.019,
    waitMs: queue < 4 ? null : (queue / 460) * HOUR,
    boothsOpen: 13,
    clearedLastHour: 460 - scenario * 12,
    arrived: gone + queue,
    departed: gone,
    inside: queue,
    officers: [4, 11],
    settings: SETTINGS,
    timeByStage: times(scenario),
    timeByCause: causes(scenario),
  };
}

const times = (scenario: number): [string, number][] => [
  ["exportCustoms", 2.4],
  ["approach", scenario === 0 ? 21.5 : 14.2],
  ["primary", scenario === 0 ? 9.4 : 8.1],
  ["nii", 1.1],
  ["secondary", 6.3],
  ["stateSafety", 1.8],
];

const causes = (scenario: number): [Cause, number][] => [
  ["officers", scenario === 0 ? 20.5 : 6.2],
  ["blocked", 1.4],
  ["trapped", scenario === 0 ? 2.6 : 8.3],
  ["closed", 0],
  ["scanner", 3.1],
  ["review", 0.9],
  ["setUp", 0],
];

export function frame(ms: number, number = 1, count = 2): Frame {
  return {
    epoch: 1,
    number,
    timeMs: ms,
    playing: true,
    speed: 120,
    ended: false,
    viewers: 1,
    scenarios: Array.from({ length: count }, (_, scenario) => scenarioFrame(scenario, ms)),
  };
}

const bins = (untilMs: number, value: (ms: number) => number): number[] =>
  Array.from({ length: Math.min(BINS, Math.floor(untilMs / BIN_MS)) }, (_, bin) => value(bin * BIN_MS));

const noise = (ms: number, scenario: number): number =>
  0.9 + 0.2 * (((ms / BIN_MS) * (7 + scenario * 4)) % 10) * 0.1;

export function charts(ms: number, count = 2): Charts {
  return {
    epoch: 1,
    number: 1,
    fromMs: 0,
    binMs: BIN_MS,
    scenarios: Array.from({ length: count }, (_, scenario) => ({
      waitMin: bins(ms, (at) => (queueAt(scenario, at) / 460) * 60 * noise(at, scenario)).map((value, bin) =>
        bin * BIN_MS < 7 * HOUR ? null : value,
      ),
      queue: bins(ms, (at) => Math.round(queueAt(scenario, at) * noise(at, scenario))),
      clearedPerHour: bins(ms, (at) => (at < 7.2 * HOUR ? 0 : Math.round(440 * noise(at, scenario)))),
    })),
  };
}

function band(value: (ms: number) => number): Band {
  const all = bins(24 * HOUR, value);
  return { low: all.map((one) => one * 0.6), median: all, high: all.map((one) => one * 1.45 + 1) };
}

export function results(done = 20, count = 2): Results {
  const estimate = (value: number, half: number) => ({
    value,
    low: value - half,
    high: value + half,
    n: done,
  });
  const row = (
    metric: string,
    statistic: string,
    unit: string,
    a: number,
    b: number,
    named = false,
    ofClass: string | null = null,
  ) => ({
    metric,
    statistic,
    class: ofClass,
    unit,
    named,
    estimates: Array.from({ length: count }, (_, scenario) => estimate(scenario === 0 ? a : b, a * 0.06)),
    differences: Array.from({ length: count }, (_, scenario) =>
      scenario === 0 ? null : estimate(b - a, Math.abs(b - a) * 0.12 + a * 0.004),
    ),
  });
  return {
    number: 1,
    sequence: 0,
    done,
    total: 40,
    fromMs: 0,
    binMs: BIN_MS,
    bands: Array.from({ length: count }, (_, scenario) => ({
      waitMin: band((at) => (queueAt(scenario, at) / 460) * 60),
      queue: band((at) => queueAt(scenario, at)),
      clearedPerHour: band((at) => (at < 7 * HOUR ? 0 : 440)),
    })),
    rows: [
      row("wait", "mean", "min", 31.2, 18.8, true),
      row("wait", "p95", "min", 74, 43),
      row("wait", "mean", "min", 12.1, 12.4, false, "fast"),
      row("wait", "shareOver60", "%", 14.2, 2.1),
      row("crossingTime", "mean", "min", 62, 48),
      row("departures", "total", "vehicles", 8_014, 8_020),
      row("officerHours", "total", "h", 281, 297),
      row("trucksPerBoothHour", "mean", "/h", 33.9, 32.4),
    ],
    timeByStage: Array.from({ length: count }, (_, scenario) => times(scenario)),
    timeByCause: Array.from({ length: count }, (_, scenario) => causes(scenario)),
    shorterDays: Array.from({ length: count }, () => Math.max(0, done - 3)),
  };
}

/** Four hours from an instant on. */
export function forecast(atMs: number, done = 200, count = 2): ForecastData {
  const estimate = (value: number, half: number) => ({
    value,
    low: value - half,
    high: value + half,
    n: done,
  });
  const fanOf = (scenario: number): ChartBands => {
    const spread = (value: (ms: number) => number): Band => {
      const all = Array.from({ length: 48 }, (_, bin) => value(atMs + bin * BIN_MS));
      const wider = (bin: number): number => 1 + bin / 100;
      return {
        low: all.map((one, bin) => one / wider(bin)),
        median: all,
        high: all.map((one, bin) => one * wider(bin)),
      };
    };
    return {
      waitMin: spread((ms) => (queueAt(scenario, ms) / 460) * 60),
      queue: spread((ms) => queueAt(scenario, ms)),
      clearedPerHour: spread(() => 440),
    };
  };
  const figures = (scenario: number) => ({
    wait: estimate(31 - 6.2 * scenario, 0.8),
    queueMax: estimate(330 - 80 * scenario, 9),
    cleared: estimate(1_760, 12),
  });
  return {
    number: 1,
    sequence: 0,
    atMs,
    untilMs: atMs + 4 * HOUR,
    done,
    total: 200,
    fromMs: atMs,
    binMs: BIN_MS,
    scenarios: Array.from({ length: count }, (_, scenario) => ({
      now: { waitMin: 30, queue: queueAt(scenario, atMs), clearedPerHour: 440 },
      fan: fanOf(scenario),
      figures: figures(scenario),
      differences:
        scenario === 0
          ? null
          : { wait: estimate(-6.2, 1.1), queueMax: estimate(-80, 12), cleared: estimate(0, 4) },
    })),
  };
}

/** Of the general booths of A: short of officers in the afternoon, noise in the morning, the night still to come. */
export function worth(more: Partial<WorthData> = {}): WorthData {
  const truckHours = (hour: number) => {
    if (hour >= 20) return null;
    const value = Math.round(400 * bump(hour * HOUR, 14, 3));
    return hour < 12
      ? { value, low: value - 30, high: value + 40, n: 20 }
      : { value, low: value - 20, high: value + 20, n: 20 };
  };
  return {
    number: 1,
    scenario: 0,
    isOld: false,
    isRunning: true,
    done: 260,
    total: 340,
    days: 20,
    hours: Array.from({ length: 17 }, (_, index) => ({
      post: "primary.general",
      hour: 7 + index,
      planned: index < 2 ? 8 : 10,
      truckHours: truckHours(7 + index),
    })),
    ...more,
  };
}
