/**
 * What one more officer is worth, as a session shows it: of one scenario, worked out when it is asked for and not
 * again by itself. It changes no run, so it is no entry of the log and does not outlive the server; it is old as long
 * as the scenario's changes or the seed are others, and gone with its scenario.
 */
import type { Command, LogEntry, WorthData } from "../../shared/protocol.ts";
import type { Background, BackgroundFailure, BackgroundWorth } from "../run/live-background.ts";
import { changesOf } from "../run/live-log.ts";
import type { LogEvent, SessionState } from "../run/live-log.ts";

type Wanted = Pick<Extract<Command, { do: "worth" }>, "scenario" | "days">;
export type ToldWorth = Omit<WorthData, "number">;

/** What it was worked out with. */
type Basis = { readonly seed: number; readonly changes: readonly LogEntry[] };

export class ShownWorth {
  readonly #background: Background;
  readonly #tell: (worth: ToldWorth | null) => void;
  readonly #failed: (failure: BackgroundFailure) => void;
  #basis: Basis | null = null;
  #scenario = 0;
  #isOld = false;
  #worth: BackgroundWorth | null = null;

  constructor(
    background: Background,
    tell: (worth: ToldWorth | null) => void,
    failed: (failure: BackgroundFailure) => void,
  ) {
    this.#background = background;
    this.#tell = tell;
    this.#failed = failed;
  }

  ask({ scenario, days }: Wanted, state: SessionState): void {
    this.#basis = basisOf(state, scenario);
    this.#scenario = scenario;
    this.#isOld = false;
    this.#background.worth(
      state,
      { scenario, days },
      {
        grown: (worth) => this.#hear(worth),
        failed: (failure) => {
          this.#end();
          this.#failed(failure);
        },
      },
    );
  }

  stop(): void {
    this.#background.stopWorth();
  }

  /** After an entry of the log. */
  follow(event: LogEvent, state: SessionState): void {
    if (this.#basis === null) return;
    if (event.do === "put" && event.index === this.#scenario) return this.#end();
    if (event.do === "remove") {
      if (event.scenario === this.#scenario) return this.#end();
      if (event.scenario < this.#scenario) {
        this.#scenario--;
        this.#tellAgain();
      }
      return;
    }
    const isOld = !isSame(this.#basis, basisOf(state, this.#scenario));
    if (isOld === this.#isOld) return;
    this.#isOld = isOld;
    // More days would not answer any more.
    if (isOld) this.stop();
    this.#tellAgain();
  }

  #hear(worth: BackgroundWorth): void {
    const { isRunning, hours } = worth;
    // Stopped before there was anything to keep.
    if (!isRunning && hours.length > 0 && hours.every(({ truckHours }) => truckHours === null))
      return this.#end();
    this.#worth = worth;
    this.#tellAgain();
  }

  #end(): void {
    this.#background.endWorth();
    this.#basis = null;
    this.#worth = null;
    this.#tell(null);
  }

  #tellAgain(): void {
    if (this.#worth !== null) this.#tell({ ...this.#worth, scenario: this.#scenario, isOld: this.#isOld });
  }
}

const basisOf = (state: SessionState, scenario: number): Basis => ({
  seed: state.seed,
  changes: changesOf(state, scenario),
});

const isSame = (one: Basis, other: Basis): boolean =>
  one.seed === other.seed &&
  one.changes.length === other.changes.length &&
  one.changes.every(({ sequence, atMs }, i) => {
    const { sequence: its, atMs: at } = other.changes[i];
    return sequence === its && atMs === at;
  });
