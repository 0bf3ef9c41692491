/**
 * What server and page say to each other. Control: one request, one checked reply, logged. Data:
 * whole numbered frames at a bounded rate, sent volatile; a lost frame is mended by the next.
 *
 * Everything the page sends is checked by the schemas here; what the server sends is typed only.
 * An `epoch` counts the scenario sets and replays of a session: frames and charts of another are not to be drawn.
 */
import type { Runaway } from "./runaway.ts";
import { z } from "zod";
import { effect } from "./scenario/changes.ts";
import type { Change } from "./scenario/changes.ts";
import type { Difference } from "./scenario/difference.ts";
import type { Estimate } from "./estimate.ts";
import { MOST_SEED } from "./limits.ts";
import type { Problem } from "./problem.ts";
import { MAX_SCENARIO_BYTES, MAX_SCENARIOS, PROTOCOL_VERSION } from "./picture.ts";
import type { Refusal } from "./picture.ts";
import type { ShareOf } from "./scenario/share.ts";
import type { Cause, LaneType, StageKind } from "./vocabulary.ts";

export {
  FIRST_SPEED,
  FRAMES_PER_SECOND,
  MAX_SCENARIO_BYTES,
  MAX_SCENARIOS,
  PROTOCOL_VERSION,
  REFUSALS,
  SERVER_STATES,
  SPEEDS,
  classLetter,
} from "./picture.ts";
export type { Refusal } from "./picture.ts";

export const MAX_CONTROL_BYTES = 65_536;

export const ROLES = ["control", "watch"] as const;
export type Role = (typeof ROLES)[number];

/** What a socket brings to the handshake. */
export const handshake = z.strictObject({
  protocol: z.literal(PROTOCOL_VERSION),
  session: z.string().regex(/^[a-z0-9]{8,64}$/),
  secret: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
});
export type Handshake = z.output<typeof handshake>;

/** A change for each hour of the day in each scenario fits. */
const MOST_CHANGES = 24 * MAX_SCENARIOS;

const changeWanted = z.strictObject({
  scenario: z
    .int()
    .min(0)
    .max(MAX_SCENARIOS - 1),
  effect,
  fromMs: z.number().min(0).max(1e12).optional(),
  forMs: z.number().min(1).max(1e12).optional(),
});
export type ChangeWanted = z.output<typeof changeWanted>;
export type ChangeMessage = z.input<typeof changeWanted>;

/**
 * What a control link may ask. Effects travel in file form ("20 % of fast"), so that one schema reads
 * files and messages. `fromMs` is simulated time; left out or already past: now.
 */
export const command = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("play") }),
  z.strictObject({ do: z.literal("pause") }),
  z.strictObject({ do: z.literal("step"), ms: z.int().min(1_000).max(86_400_000) }),
  z.strictObject({
    do: z.literal("speed"),
    factor: z.union([z.number().min(1).max(100_000), z.literal("max")]),
  }),
  z.strictObject({ do: z.literal("jump"), toMs: z.number().min(0).max(1e12) }),
  z.strictObject({ do: z.literal("restart") }),
  z.strictObject({ do: z.literal("seed"), seed: z.int().min(0).max(MOST_SEED) }),
  /** All of them or none; those from now on take effect at one instant, and they are taken back together. */
  z.strictObject({ do: z.literal("change"), changes: z.array(changeWanted).min(1).max(MOST_CHANGES) }),
  /** Takes back the last command of changes that still stand; the run replays without them. */
  z.strictObject({ do: z.literal("undo") }),
  z.strictObject({ do: z.literal("redo") }),
  z.strictObject({
    do: z.literal("remove"),
    scenario: z
      .int()
      .min(1)
      .max(MAX_SCENARIOS - 1),
  }),
  z.strictObject({ do: z.literal("replications"), count: z.int().min(2).max(1_000) }),
  /** Futures of the present; asked for again whenever the log changes, until they are put away. No entry of the log. */
  z.strictObject({
    do: z.literal("forecast"),
    hours: z.int().min(1).max(12).default(4),
    futures: z.int().min(20).max(500).default(200),
  }),
  z.strictObject({ do: z.literal("endForecast") }),
  /** What one more officer at primary is worth in each hour of a scenario, over so many days. No entry of the log. */
  z.strictObject({
    do: z.literal("worth"),
    scenario: z
      .int()
      .min(0)
      .max(MAX_SCENARIOS - 1),
    days: z.int().min(5).max(100).default(20),
  }),
  /** What is there of it is kept. */
  z.strictObject({ do: z.literal("stopWorth") }),
]);
export type Command = z.output<typeof command>;
export type CommandMessage = z.input<typeof command>;

export type Reply =
  | { readonly ok: true; readonly sequence: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: readonly Problem[] };

/** A change as it stands in the session's log: replaying the log gives the same run to the byte. */
export type LogEntry = {
  /** Of the command; changes of one command have one number. */
  readonly sequence: number;
  readonly scenario: number;
  /** Instant of effect, ms from the run's first midnight. */
  readonly atMs: number;
  readonly change: Change;
};

/** What of a scenario the page needs to draw the yard and to label it; sent once an epoch. */
export type PlaceView = {
  readonly name: string;
  readonly stage: string;
  readonly kind: "outside" | "lanes" | "station";
  readonly stageKind: StageKind | "outside";
  /** Lanes of a lane place, lines of a station; with their room in vehicles (null = no limit). */
  readonly lines: readonly { readonly room: number | null; readonly serves: LaneType | null }[];
  /** Length in meters of a lane place and of one waiting vehicle there. */
  readonly lengthM: number | null;
  readonly spacingM: number | null;
  /** Shortest travel time of a lane place: how fast a vehicle is drawn to move there. */
  readonly freeFlowMs: number | null;
  readonly servers: number;
};
export type PostView = {
  readonly name: string;
  readonly capacity: number;
  /** The same for posts that share their officers. */
  readonly pool: number;
  /** Officers planned by the file, by clock hour of the first day; null where the post is always manned. */
  readonly byHour: readonly number[] | null;
};
/** What can be changed live, and how it stands now. Null: this scenario has no such thing. */
export type Settings = {
  readonly fastBooths: number | null;
  readonly booths: number;
  readonly preInspectedShare: number | null;
  /** Of whom that is a share. */
  readonly preInspectedOf: ShareOf["of"] | null;
  readonly preInspectionStage: string | null;
  readonly referralFactor: number | null;
  /** Expected share of all vehicles referred at primary, by the file. */
  readonly referralShare: number | null;
  readonly scanners: number | null;
  readonly scannerStage: string | null;
  readonly demandFactor: number;
  readonly stateStage: string | null;
  readonly extraInspectionShare: number | null;
};
export type ScenarioView = {
  readonly name: string;
  readonly about: string | null;
  readonly file: string | null;
  readonly places: readonly PlaceView[];
  readonly posts: readonly PostView[];
  readonly settings: Settings;
  readonly warnings: readonly Problem[];
  /** How it differs from the first scenario, as data that `sayDifference` puts into words. */
  readonly differences: readonly Difference[];
};
export type Welcome = {
  readonly protocol: typeof PROTOCOL_VERSION;
  readonly version: string;
  readonly session: string;
  readonly role: Role;
  /** Path of the watch link with its secret; to the control role only. */
  readonly watchLink: string | null;
  readonly epoch: number;
  readonly seed: number;
  readonly zone: string;
  /** First civil day, and the span that charts show (opening to the last hour), ms from its midnight. */
  readonly from: string;
  readonly openMs: number;
  readonly closeMs: number;
  readonly scenarios: readonly ScenarioView[];
  readonly log: readonly LogEntry[];
  /** Entries taken back that `redo` would apply again. */
  readonly redoable: number;
  /** The last entry that asked for other days: results of another `sequence` are of what was before it. */
  readonly answersFor: number;
};

/**
 * One scenario at one instant. A vehicle is one letter of its class (see picture codes); sequences are
 * run-length coded from head to tail: "a3bA2".
 */
export type ScenarioFrame = {
  /** By place: each lane's or line's vehicles. */
  readonly lines: readonly (readonly string[])[];
  /** Vehicles of a line beyond those pictured, by place and line; left out when none. */
  readonly more?: readonly (readonly number[])[];
  /** By place: two characters a server, state and class of the vehicle in hand ("-" where none). */
  readonly servers: readonly string[];
  /** By place: a letter a server for whom it serves now; a booth that is to change does so when it is empty. */
  readonly laneTypes: readonly string[];
  readonly queue: number;
  readonly queueKm: number;
  /** Mean wait of those who reached a booth in the last 15 min; null when nobody did. */
  readonly waitMs: number | null;
  readonly boothsOpen: number;
  readonly clearedLastHour: number;
  readonly arrived: number;
  readonly departed: number;
  readonly inside: number;
  /** Officers at each post now, and settings as they stand now. */
  readonly officers: readonly number[];
  readonly settings: Settings;
  /** Mean minutes a vehicle spent by stage so far, of those departed; stage names as in the view. */
  readonly timeByStage: readonly (readonly [string, number])[];
  /** Mean minutes a vehicle was delayed by cause so far, of those departed. */
  readonly timeByCause: readonly (readonly [Cause, number])[];
};
export type Frame = {
  readonly epoch: number;
  readonly number: number;
  readonly timeMs: number;
  readonly playing: boolean;
  /** Simulated seconds a second, or as fast as possible. */
  readonly speed: number | "max";
  readonly ended: boolean;
  readonly viewers: number;
  readonly scenarios: readonly ScenarioFrame[];
};

/** The charts at one instant. */
export type ChartPoint = {
  readonly waitMin: number | null;
  readonly queue: number;
  readonly clearedPerHour: number;
};

/** The day so far by bins; null where nobody was seen. */
export type Charts = {
  readonly epoch: number;
  readonly number: number;
  /** Start of the first bin, ms from the run's first midnight. */
  readonly fromMs: number;
  readonly binMs: number;
  readonly scenarios: readonly {
    readonly waitMin: readonly (number | null)[];
    readonly queue: readonly (number | null)[];
    readonly clearedPerHour: readonly (number | null)[];
  }[];
};

export type Band = {
  readonly low: readonly (number | null)[];
  readonly median: readonly (number | null)[];
  readonly high: readonly (number | null)[];
};
export type ChartBands = { readonly waitMin: Band; readonly queue: Band; readonly clearedPerHour: Band };

export type ResultRow = {
  readonly metric: string;
  readonly statistic: string;
  readonly class: string | null;
  readonly unit: string;
  readonly estimates: readonly Estimate[];
  /** Each scenario against the first; null for the first itself. */
  readonly differences: readonly (Estimate | null)[];
  /** The one named answer; the others are single. */
  readonly named: boolean;
};
/** Of the log, not of the run that is seen: they outlast its epochs. */
export type Results = {
  readonly number: number;
  /** The entry of the log that they answer for. */
  readonly sequence: number;
  /** Days simulated of days wanted. */
  readonly done: number;
  readonly total: number;
  readonly fromMs: number;
  readonly binMs: number;
  readonly bands: readonly ChartBands[];
  readonly rows: readonly ResultRow[];
  readonly timeByStage: readonly (readonly (readonly [string, number])[])[];
  readonly timeByCause: readonly (readonly (readonly [Cause, number])[])[];
  /** Days on which each scenario's mean wait was shorter than the first's. */
  readonly shorterDays: readonly number[];
};

/**
 * From the present to the end: mean wait of those who reach a booth (min), longest queue (vehicles),
 * vehicles that leave the port. Null where no future tells.
 */
export type ForecastFigures = {
  readonly wait: Estimate | null;
  readonly queueMax: Estimate | null;
  readonly cleared: Estimate | null;
};
/** What may come from one present on. Of the log as results are: it outlasts epochs in which its instant stays passed. */
export type ForecastData = {
  readonly number: number;
  /** The entry of the log that it answers for. */
  readonly sequence: number;
  /** The present that all futures begin at, and where they end. */
  readonly atMs: number;
  readonly untilMs: number;
  /** Futures simulated of futures wanted; of none there are no figures and no bands. */
  readonly done: number;
  readonly total: number;
  /** Start of the first bin of bands: the present lies in it. */
  readonly fromMs: number;
  readonly binMs: number;
  readonly scenarios: readonly {
    readonly now: ChartPoint;
    /** The middle 90 % of futures and their median. */
    readonly fan: ChartBands;
    readonly figures: ForecastFigures;
    /** Less the first, future by future; null for the first itself, and where they have no vehicles in common. */
    readonly differences: ForecastFigures | null;
  }[];
};

/** One more officer at a post for an hour of the first counted day. */
export type HourWorth = {
  readonly post: string;
  readonly hour: number;
  /** Officers planned there when the hour begins. */
  readonly planned: number;
  /**
   * Hours of delay that all trucks of a day together are spared; null while too few days are there. The
   * intervals hold together for all hours.
   */
  readonly truckHours: Estimate | null;
};
/** What one more officer is worth, hour by hour. Of one scenario with its changes, not of the run that is seen. */
export type WorthData = {
  readonly number: number;
  readonly scenario: number;
  /** The scenario's changes, or the seed, are no longer those that it was worked out with. */
  readonly isOld: boolean;
  /** More is to come. */
  readonly isRunning: boolean;
  /** Days simulated of days wanted, those of all hours together. */
  readonly done: number;
  readonly total: number;
  /** Days wanted for each hour. */
  readonly days: number;
  /** By post and hour; none where every booth is staffed whenever the port is open. */
  readonly hours: readonly HourWorth[];
};

/** What is simulated behind the live day because somebody asked for it. */
export type Asked = "forecast" | "worth";

export type ServerEvents = {
  welcome: (welcome: Welcome) => void;
  frame: (frame: Frame) => void;
  charts: (charts: Charts) => void;
  results: (results: Results) => void;
  /** Null: there is none, or no longer. */
  forecast: (forecast: ForecastData | null) => void;
  /** Null: nobody has asked, or what was asked about is gone. */
  worth: (worth: WorthData | null) => void;
  /** It could not be made; by a model that ran away, or by a mistake of ours. The live day goes on. */
  failed: (what: Asked, runaway: Runaway | null) => void;
  /** The session ends (idle too long, the server stops, or a run failed: by a model that ran away, or by a mistake of ours). */
  ended: (reason: "idle" | "stopped" | "failed", runaway: Runaway | null) => void;
};
export type ClientEvents = {
  control: (message: CommandMessage, reply: (reply: Reply) => void) => void;
};

/** POST /api/sessions */
export const createSession = z.strictObject({
  /** Names of shipped scenarios; left out: the pair the server was started with. */
  scenarios: z.array(z.string().max(120)).min(1).max(MAX_SCENARIOS).optional(),
  /** Token printed at start; needed when the server is opened to the room. */
  token: z.string().max(64).optional(),
});
/** Paths with the secret in the fragment, which never reaches a server or its logs. */
export type SessionLinks = { readonly session: string; readonly control: string; readonly watch: string };

/** POST /api/sessions/:session/scenarios (control secret as bearer): put a scenario at a place or add one. */
export const putScenario = z.strictObject({
  index: z
    .int()
    .min(0)
    .max(MAX_SCENARIOS - 1),
  source: z.union([
    z.strictObject({ shipped: z.string().max(120) }),
    z.strictObject({ name: z.string().max(120), text: z.string().max(MAX_SCENARIO_BYTES) }),
  ]),
});

export type CatalogEntry = { readonly file: string; readonly name: string; readonly about: string | null };
