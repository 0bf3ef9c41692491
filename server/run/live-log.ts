/**
 * The log of a live session, and what it says stands now. The log is the truth: scenarios, seed, and
 * changes with their instants; a session is restored by folding its log and replaying the runs.
 *
 * Entries speak the words of the commands they come from. Taking a change back is an entry too, so
 * nothing is ever edited.
 */
import type { LogEntry } from "../../shared/protocol.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";

export type Speed = number | "max";

export type LogEvent =
  | {
      readonly do: "open";
      readonly scenarios: readonly LoadedScenario[];
      readonly seed: number;
      readonly speed: Speed;
      readonly replications: number;
    }
  | { readonly do: "play" | "pause" | "restart" | "undo" | "redo" }
  | { readonly do: "step"; readonly ms: number }
  | { readonly do: "speed"; readonly factor: Speed }
  | { readonly do: "jump"; readonly toMs: number }
  | { readonly do: "seed"; readonly seed: number }
  | { readonly do: "change"; readonly changes: readonly Omit<LogEntry, "sequence">[] }
  | { readonly do: "put"; readonly index: number; readonly scenario: LoadedScenario }
  | { readonly do: "remove"; readonly scenario: number }
  | { readonly do: "replications"; readonly count: number };

export type SessionState = {
  /** Number of the last entry. */
  readonly sequence: number;
  /** Number of the last entry after which days simulated before answer no longer. */
  readonly answersFor: number;
  readonly scenarios: readonly LoadedScenario[];
  readonly seed: number;
  readonly speed: Speed;
  readonly playing: boolean;
  readonly replications: number;
  /** Changes that stand, in the order in which they were made. */
  readonly changes: readonly LogEntry[];
  /** Changes taken back, the last of them last: what `redo` takes. */
  readonly takenBack: readonly LogEntry[];
};

const NOTHING: SessionState = {
  sequence: 0,
  answersFor: 0,
  scenarios: [],
  seed: 0,
  speed: 1,
  playing: false,
  replications: 0,
  changes: [],
  takenBack: [],
};

export function fold(log: Iterable<LogEvent>): SessionState {
  let state = NOTHING;
  for (const event of log) state = after(state, event);
  return state;
}

/** The state once an entry more is in the log. */
export function after(state: SessionState, event: LogEvent): SessionState {
  const sequence = state.sequence + 1;
  const answersFor = ASKING_ANEW.includes(event.do) ? sequence : state.answersFor;
  return { ...state, ...whatChanges(state, event), sequence, answersFor };
}

/** What changes the scenarios, their changes or their trucks; how the clock moves does not. */
const ASKING_ANEW: readonly LogEvent["do"][] = ["open", "change", "undo", "redo", "seed", "put", "remove"];

function whatChanges(state: SessionState, event: LogEvent): Partial<SessionState> {
  switch (event.do) {
    case "open":
      return { ...NOTHING, ...withoutKind(event), playing: true };
    case "play":
      return { playing: true };
    case "pause":
    case "step":
      return { playing: false };
    case "restart":
    case "jump":
      return {};
    case "speed":
      return { speed: event.factor };
    case "seed":
      return { seed: event.seed };
    case "replications":
      return { replications: event.count };
    case "change": {
      const sequence = state.sequence + 1;
      const made = event.changes.map((entry) => ({ ...entry, sequence }));
      return { changes: [...state.changes, ...made], takenBack: [] };
    }
    case "undo": {
      const [changes, last] = withoutLast(state.changes);
      return { changes, takenBack: [...state.takenBack, ...last] };
    }
    case "redo": {
      const [takenBack, last] = withoutLast(state.takenBack);
      return { changes: [...state.changes, ...last], takenBack };
    }
    case "put": {
      const scenarios = [...state.scenarios];
      scenarios[event.index] = event.scenario;
      const ofOthers = (entry: LogEntry): boolean => entry.scenario !== event.index;
      return {
        scenarios,
        changes: state.changes.filter(ofOthers),
        takenBack: state.takenBack.filter(ofOthers),
      };
    }
    case "remove": {
      const scenarios = state.scenarios.filter((_, index) => index !== event.scenario);
      const renumbered = (entries: readonly LogEntry[]): LogEntry[] =>
        entries
          .filter((entry) => entry.scenario !== event.scenario)
          .map((entry) =>
            entry.scenario > event.scenario ? { ...entry, scenario: entry.scenario - 1 } : entry,
          );
      return { scenarios, changes: renumbered(state.changes), takenBack: renumbered(state.takenBack) };
    }
    default:
      return event satisfies never;
  }
}

/** Entries without those of the last command, and those. */
function withoutLast(entries: readonly LogEntry[]): readonly [readonly LogEntry[], readonly LogEntry[]] {
  const last = entries.at(-1)?.sequence;
  const isLast = ({ sequence }: LogEntry): boolean => sequence === last;
  return [entries.filter((entry) => !isLast(entry)), entries.filter(isLast)];
}

function withoutKind(event: Extract<LogEvent, { do: "open" }>): Partial<SessionState> {
  const { scenarios, seed, speed, replications } = event;
  return { scenarios, seed, speed, replications };
}

/** The changes of one scenario that stand, in the order in which they were made. */
export function changesOf(state: SessionState, scenario: number): readonly LogEntry[] {
  return state.changes.filter((entry) => entry.scenario === scenario);
}
