/** Replications behind a live session: the same log over many days, anew whenever the log changes. */
import type { Results } from "../../shared/protocol.ts";
import type { SessionState } from "./live-log.ts";

export type BackgroundResults = Omit<Results, "epoch" | "number">;

export interface Background {
  /** Drops what is under way and begins with the log as it is now. */
  run(state: SessionState, listen: (results: BackgroundResults) => void): void;
  end(): void;
}
