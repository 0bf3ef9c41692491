/**
 * The experiments of one session: asked for, run one after the other behind the live day, watched, kept. A request is
 * on the disk before it is acknowledged, and so is the result of one that is over: a server that starts again goes on
 * with what was not, from the scenarios as the log had them then.
 */
import { MOST_EXPERIMENTS, MOST_UNFINISHED, problemsOf } from "../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../shared/experiment-check.ts";
import type {
  ExperimentData,
  ExperimentEntry,
  ExperimentFrame,
  ExperimentProgress,
  ExperimentReply,
  ExperimentRequest,
  OptimizeRequest,
  SweepRequest,
} from "../../shared/experiments.ts";
import type { Refusal } from "../../shared/protocol.ts";
import { diffScenarios } from "../../shared/scenario/diff.ts";
import { PairingError } from "../analysis/paired.ts";
import { readAskedSweep } from "../run/asked-sweep.ts";
import { planAlike } from "../run/compared.ts";
import type {
  ExperimentJob,
  ExperimentRun,
  RunData,
  ScenarioText,
  ToldExperiment,
} from "../run/experiment-run.ts";
import type { Background } from "../run/live-background.ts";
import { changesOf } from "../run/live-log.ts";
import type { SessionState } from "../run/live-log.ts";
import { readAskedStaffing } from "../run/staffing/asked-staffing.ts";
import { levelsOf, withLevels } from "../run/staffing/with-plan.ts";
import { scenarioFile, fileOf } from "./scenario-file.ts";
import type { ScenarioFile } from "./scenario-file.ts";
import type { SessionStore, StoredExperiment } from "../store/session-store.ts";

export interface ExperimentAudience {
  /** To everybody of the session; reliable. */
  experiments(list: readonly ExperimentEntry[]): void;
  /** To those who watch it; what no other is to follow must not be lost. */
  experiment(frame: ExperimentFrame, isLast: boolean): void;
}

export type ExperimentParts = {
  readonly session: string;
  readonly store: SessionStore;
  readonly background: Background;
  readonly audience: ExperimentAudience;
  readonly version: string;
  /** How the log stood after an entry. */
  readonly stateAt: (sequence: number) => SessionState;
  readonly now: () => number;
  readonly log: (line: string) => void;
};

/** Days that must be done before the time left is told: the first ones wait for threads to start. */
const LEAST_DAYS_TIMED = 4;

type Kept = {
  /** The entry of the log that its scenarios stood at. */
  readonly sequence: number;
  /** Null once it is over: nothing of it is run again. */
  state: SessionState | null;
  frame: ExperimentFrame;
};
type Under = { readonly kept: Kept; readonly run: ExperimentRun; readonly sinceMs: number };

export class SessionExperiments {
  readonly #parts: ExperimentParts;
  readonly #kept = new Map<number, Kept>();
  #under: Under | null = null;
  #lastId = 0;
  #number = 0;
  #hasEnded = false;

  constructor(parts: ExperimentParts) {
    this.#parts = parts;
  }

  list(): readonly ExperimentEntry[] {
    return [...this.#kept.values()].map(({ frame: { id, request, status, names } }) => ({
      id,
      request,
      status,
      names,
    }));
  }

  frame(id: number): ExperimentFrame | null {
    return this.#kept.get(id)?.frame ?? null;
  }

  /** What was asked for before this server started. */
  resume(stored: readonly StoredExperiment[]): void {
    for (const { id, sequence, request, result } of stored) {
      this.#lastId = Math.max(this.#lastId, id);
      if (result === null)
        this.#keep(id, JSON.parse(request) as ExperimentRequest, this.#parts.stateAt(sequence));
      else this.#kept.set(id, { sequence, state: null, frame: JSON.parse(result) as ExperimentFrame });
    }
    this.#runNext();
  }

  /** A point of a sweep, from 1, as a file of its own. */
  pointFile(id: number, point: number): ScenarioFile | null {
    const kept = this.#kept.get(id);
    if (kept?.frame.request.kind !== "sweep") return null;
    const { request, seed } = kept.frame;
    const state = kept.state ?? this.#parts.stateAt(kept.sequence);
    const read = readAskedSweep(request, baseOf(request, state), seed);
    const loaded = read.ok ? read.loadOne(point) : null;
    return loaded && scenarioFile({ ...loaded.scenario, name: `${loaded.scenario.name}, ${point}` });
  }

  /** The best plan of a staffing question as a file of its own. */
  planFile(id: number): ScenarioFile | null {
    const kept = this.#kept.get(id);
    if (kept?.frame.request.kind !== "optimize" || kept.frame.data?.kind !== "optimize") return null;
    const { request, data } = kept.frame;
    const { best } = data.result;
    const state = kept.state ?? this.#parts.stateAt(kept.sequence);
    const read = best === null ? null : readAskedStaffing(request, baseOf(request, state));
    if (best === null || read === null || !read.ok) return null;
    const { port, grid } = read.prepared;
    const name = `${port.loaded.scenario.name}, plan ${id}`;
    return scenarioFile(withLevels(port, levelsOf(port, best.plan, grid), name).scenario);
  }

  async start(request: ExperimentRequest, state: SessionState): Promise<ExperimentReply> {
    const problems = [...problemsOf(request, state.scenarios.length), ...this.#limits()];
    if (problems.length > 0) return refuse("invalid", problems);
    const unfit = unfitOf(request, state);
    if (unfit.length > 0) return refuse("invalid", unfit);
    const id = ++this.#lastId;
    try {
      await this.#parts.store.addExperiment(this.#parts.session, {
        id,
        sequence: state.sequence,
        request: JSON.stringify(request),
      });
    } catch (error) {
      this.#fail(`experiment ${id} could not be stored`, error);
      return refuse("failed");
    }
    this.#keep(id, request, state);
    this.#tellList();
    this.#runNext();
    return { ok: true, id };
  }

  /** What is done of it is kept; one that is over stays as it is. */
  cancel(id: number): ExperimentReply {
    const kept = this.#kept.get(id);
    if (kept === undefined) return refuse("invalid");
    if (this.#under?.kept === kept) this.#under.run.cancel();
    else if (kept.state !== null) this.#finish(kept, "cancelled");
    return { ok: true, id };
  }

  async remove(id: number): Promise<ExperimentReply> {
    const kept = this.#kept.get(id);
    if (kept === undefined) return refuse("invalid");
    try {
      await this.#parts.store.removeExperiment(this.#parts.session, id);
    } catch (error) {
      this.#fail(`experiment ${id} could not be removed`, error);
      return refuse("failed");
    }
    this.#kept.delete(id);
    if (this.#under?.kept === kept) {
      this.#under.run.end();
      this.#under = null;
    }
    this.#tellList();
    this.#runNext();
    return { ok: true, id };
  }

  /** Nothing more is run or told; what is not over goes on when the session is found again. */
  end(): void {
    this.#hasEnded = true;
    this.#under?.run.end();
    this.#under = null;
  }

  #limits(): readonly ExperimentProblem[] {
    const unfinished = [...this.#kept.values()].filter(({ state }) => state !== null).length;
    const problems: ExperimentProblem[] = [];
    if (unfinished >= MOST_UNFINISHED)
      problems.push({ field: "", code: "unfinished", params: { most: MOST_UNFINISHED } });
    if (this.#kept.size >= MOST_EXPERIMENTS)
      problems.push({ field: "", code: "kept", params: { most: MOST_EXPERIMENTS } });
    return problems;
  }

  #keep(id: number, request: ExperimentRequest, state: SessionState): void {
    const { seed, answersFor } = state;
    const frame: ExperimentFrame = {
      id,
      request,
      status: "waiting",
      names: request.scenarios.map((index) => state.scenarios[index].scenario.name),
      number: ++this.#number,
      answersFor,
      seed,
      version: this.#parts.version,
      done: 0,
      total: 0,
      most: 0,
      taken: 0,
      leftMs: null,
      data: null,
      runaway: null,
      problems: [],
    };
    this.#kept.set(id, { sequence: state.sequence, state, frame });
  }

  /** One at a time, in the order in which they were asked for. */
  #runNext(): void {
    if (this.#hasEnded || this.#under !== null) return;
    for (const kept of this.#kept.values()) {
      if (kept.state === null) continue;
      const run = this.#parts.background.experiment(jobOf(kept.frame.request, kept.state), {
        grown: (told) => this.#hear(kept, told),
        failed: ({ runaway }) => this.#finish(kept, "failed", { runaway }),
      });
      this.#under = { kept, run, sinceMs: this.#parts.now() };
      this.#show(kept, { status: "running" });
      this.#tellList();
      return;
    }
  }

  #hear(kept: Kept, { status, data, ...progress }: ToldExperiment): void {
    const under = this.#under;
    if (kept.state === null || under?.kept !== kept) return;
    const also = { ...progress, data: data && wholeOf(data, kept.frame.request, kept.state) };
    if (status !== "running") return this.#finish(kept, status, also);
    this.#show(kept, { ...also, leftMs: timeLeft(progress, this.#parts.now() - under.sinceMs) });
  }

  #finish(kept: Kept, status: "done" | "cancelled" | "failed", also: Partial<ExperimentFrame> = {}): void {
    if (this.#hasEnded) return;
    kept.state = null;
    if (this.#under?.kept === kept) this.#under = null;
    this.#show(kept, { ...also, leftMs: null, status });
    const { session, store } = this.#parts;
    const { id } = kept.frame;
    store
      .finishExperiment(session, id, JSON.stringify(kept.frame))
      .catch((error: unknown) => this.#fail(`the result of experiment ${id} could not be stored`, error));
    this.#tellList();
    this.#runNext();
  }

  #show(kept: Kept, also: Partial<ExperimentFrame>): void {
    kept.frame = { ...kept.frame, ...also, number: ++this.#number };
    if (!this.#hasEnded) this.#parts.audience.experiment(kept.frame, kept.state === null);
  }

  #tellList(): void {
    if (!this.#hasEnded) this.#parts.audience.experiments(this.list());
  }

  #fail(what: string, error: unknown): void {
    this.#parts.log(`session ${this.#parts.session}: ${what}: ${String(error)}`);
  }
}

function jobOf(request: ExperimentRequest, state: SessionState): ExperimentJob {
  const { scenarios, seed } = state;
  switch (request.kind) {
    case "compare":
      return {
        kind: request.kind,
        request,
        scenarios: request.scenarios.map((index) => scenarios[index]),
        changes: request.scenarios.map((index) => changesOf(state, index).map(({ change }) => change)),
        seed,
      };
    case "sweep":
      return { kind: request.kind, request, base: baseOf(request, state), seed };
    case "optimize":
      return { kind: request.kind, request, base: baseOf(request, state), seed };
    default:
      return request satisfies never;
  }
}

function baseOf({ scenarios }: SweepRequest | OptimizeRequest, state: SessionState): ScenarioText {
  const file = fileOf(state, scenarios[0]);
  if (file === null) throw new Error(`there is no scenario ${scenarios[0]}`);
  return file;
}

/** With what of its data does not change while it runs. */
function wholeOf(
  data: RunData,
  { scenarios: places }: ExperimentRequest,
  state: SessionState,
): ExperimentData {
  if (data.kind !== "compare") return data;
  const [first, ...others] = places.map((index) => state.scenarios[index].scenario);
  return {
    ...data,
    differences: [[], ...others.map((other) => diffScenarios(first, other))],
    changes: places.flatMap((index, place) =>
      changesOf(state, index).map((entry) => ({ ...entry, scenario: place })),
    ),
  };
}

/** What only those see who have the scenarios. */
function unfitOf(request: ExperimentRequest, state: SessionState): readonly ExperimentProblem[] {
  if (request.kind === "sweep") {
    const read = readAskedSweep(request, baseOf(request, state), state.seed);
    return read.ok ? [] : read.problems;
  }
  if (request.kind === "optimize") {
    const read = readAskedStaffing(request, baseOf(request, state));
    return read.ok ? [] : read.problems;
  }
  try {
    planAlike(request.scenarios.map((index) => state.scenarios[index]));
    return [];
  } catch (error) {
    if (error instanceof PairingError) return [{ field: "scenarios", code: "unlike", params: {} }];
    throw error;
  }
}

/** At the pace so far. */
function timeLeft({ done, total }: ExperimentProgress, passedMs: number): number | null {
  return done < LEAST_DAYS_TIMED || done === total ? null : Math.round((passedMs / done) * (total - done));
}

const refuse = (refusal: Refusal, problems: readonly ExperimentProblem[] = []): ExperimentReply => ({
  ok: false,
  refusal,
  problems,
});
