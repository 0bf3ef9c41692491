/**
 * What the server's main thread and the thread of a live session say to each other. Every request gets
 * one answer, in order; pictures and failures come unasked.
 */
import type { Runaway } from "../../shared/runaway.ts";
import type {
  ChangeWanted,
  ChartPoint,
  LogEntry,
  Charts,
  Frame,
  ScenarioView,
} from "../../shared/protocol.ts";
import type { Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { SessionState, Speed } from "./live-log.ts";

/** Where a session begins or goes on: its folded log, and where the clock stood. */
export type LiveStart = {
  readonly state: SessionState;
  /** Null: at the opening. */
  readonly positionMs: number | null;
  readonly epoch: number;
};

export type LiveRequest =
  | { readonly do: "play" | "pause" | "restart" }
  | { readonly do: "step"; readonly ms: number }
  | { readonly do: "speed"; readonly factor: Speed }
  | { readonly do: "jump"; readonly toMs: number }
  | { readonly do: "change"; readonly sequence: number; readonly changes: readonly ChangeWanted[] }
  /** Seed and changes as they are to be; runs that differ from that replay to the present instant. */
  | { readonly do: "replay"; readonly seed: number; readonly changes: readonly LogEntry[] }
  | { readonly do: "put"; readonly index: number; readonly scenario: LoadedScenario }
  | { readonly do: "remove"; readonly scenario: number }
  /** The present as a forecast begins with it; refused when the day is over. */
  | { readonly do: "present" };

/** A scenario's run at the present instant, as `storeRun` gives it, and where its charts stand. */
export type LivePresent = { readonly stored: Uint8Array; readonly now: ChartPoint };

export type LiveAnswer =
  | {
      readonly ok: true;
      readonly positionMs: number;
      readonly epoch: number;
      /** What changes became. */
      readonly made: readonly LogEntry[];
      /** By scenario; of `present` alone. */
      readonly presents: readonly LivePresent[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What viewers are told of the scenarios, once an epoch. */
export type Scene = {
  readonly epoch: number;
  readonly zone: string;
  readonly from: string;
  readonly openMs: number;
  readonly closeMs: number;
  readonly scenarios: readonly ScenarioView[];
};

/** The main thread numbers frames and counts viewers. */
export type LiveFrame = Omit<Frame, "number" | "viewers">;
export type LiveCharts = Omit<Charts, "number">;

export type LivePost =
  | { readonly kind: "scene"; readonly scene: Scene }
  | { readonly kind: "frame"; readonly frame: LiveFrame }
  | { readonly kind: "charts"; readonly charts: LiveCharts }
  | { readonly kind: "failed"; readonly reason: string; readonly runaway: Runaway | null };

export type ToLive =
  | { readonly kind: "start"; readonly start: LiveStart }
  | { readonly kind: "ask"; readonly id: number; readonly request: LiveRequest };
export type FromLive =
  LivePost | { readonly kind: "answer"; readonly id: number; readonly answer: LiveAnswer };
