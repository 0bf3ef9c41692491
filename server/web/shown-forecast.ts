/**
 * The forecast that a session shows. It changes no run, so it is no entry of the log and does not outlive
 * the server: it is asked for again from the new present whenever the log changes, and gone as soon as the
 * clock stands before its instant.
 */
import { HOUR } from "../../shared/units.ts";
import type { Command } from "../../shared/protocol.ts";
import type { Background, BackgroundFailure, BackgroundForecast } from "../run/live-background.ts";
import type { Live } from "../run/live.ts";
import type { LogEvent, SessionState } from "../run/live-log.ts";
import type { LiveAnswer } from "../run/live-messages.ts";

type Wanted = Pick<Extract<Command, { do: "forecast" }>, "hours" | "futures">;

/** With these the futures shown are of other trucks or other scenarios than those seen. */
const REPLACING: readonly LogEvent["do"][] = ["seed", "put", "remove"];

export class ShownForecast {
  readonly #background: Background;
  readonly #tell: (forecast: BackgroundForecast | null) => void;
  readonly #failed: (failure: BackgroundFailure) => void;
  #wanted: Wanted | null = null;
  #atMs = 0;
  #isShown = false;

  constructor(
    background: Background,
    tell: (forecast: BackgroundForecast | null) => void,
    failed: (failure: BackgroundFailure) => void,
  ) {
    this.#background = background;
    this.#tell = tell;
    this.#failed = failed;
  }

  /** From the present of the live run; its answer says why not. */
  async ask(wanted: Wanted, live: Live, state: SessionState): Promise<LiveAnswer> {
    this.#wanted = wanted;
    const answer = await live.ask({ do: "present" });
    // Put away, or asked for anew, meanwhile.
    if (this.#wanted !== wanted) return answer;
    if (!answer.ok) {
      this.end();
      return answer;
    }
    const { presents, positionMs: atMs } = answer;
    const { hours, futures } = wanted;
    this.#atMs = atMs;
    this.#background.forecast(
      state,
      { presents, atMs, untilMs: atMs + hours * HOUR, futures },
      {
        grown: (forecast) => this.#hear(forecast),
        failed: (failure) => {
          this.end();
          this.#failed(failure);
        },
      },
    );
    return answer;
  }

  /** After an entry of the log. */
  async follow(event: LogEvent, live: Live, state: SessionState, positionMs: number | null): Promise<void> {
    if (this.#wanted === null) return;
    if (positionMs !== null && positionMs < this.#atMs) {
      this.end();
      return;
    }
    if (state.answersFor !== state.sequence) return;
    if (REPLACING.includes(event.do)) this.#hide();
    await this.ask({ ...this.#wanted }, live, state);
  }

  end(): void {
    this.#wanted = null;
    this.#background.endForecast();
    this.#hide();
  }

  #hide(): void {
    if (this.#isShown) this.#tell(null);
    this.#isShown = false;
  }

  #hear(forecast: BackgroundForecast): void {
    // The one before is shown as the old one it is until the first futures of this one are there.
    if (forecast.done === 0 && this.#isShown) return;
    this.#isShown = true;
    this.#tell(forecast);
  }
}
