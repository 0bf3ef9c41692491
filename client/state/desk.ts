/**
 * All that the page knows, as signals: what the server last said, how the link to it is, and how the
 * reader wants to see it. Views read a desk; only the connection writes what the server said.
 */
import type { Runaway } from "../../shared/runaway.ts";
import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type {
  Asked,
  Charts,
  CommandMessage,
  ForecastData,
  Frame,
  Refusal,
  Reply,
  Results,
  Welcome,
  WorthData,
} from "../../shared/protocol.ts";
import type {
  ExperimentCommand,
  ExperimentEntry,
  ExperimentFrame,
  ExperimentReply,
} from "../../shared/experiments.ts";
import type { Problem } from "../../shared/problem.ts";
import type { Language } from "../../shared/vocabulary.ts";
import type { Screen, TimeView } from "./address.ts";

/** How the link to the server is. `lost`: the picture is old; `gone`: there is no such session any more. */
export type Link =
  | { readonly state: "connecting" }
  | { readonly state: "live"; readonly wasLost: boolean }
  | { readonly state: "lost" }
  | {
      readonly state: "gone";
      readonly reason: "idle" | "stopped" | "failed" | "unknown" | "outdated";
      /** Why it failed, where a model ran away. */
      readonly runaway: Runaway | null;
    }
  | { readonly state: "refused"; readonly refusal: Refusal };

export type Refused = { readonly refusal: Refusal; readonly problems: readonly Problem[] };
/** Something to tell at the top of the page, for a while. */
export type Notice =
  | { readonly kind: "refusal"; readonly refusal: Refusal }
  | { readonly kind: "failed"; readonly what: Asked; readonly runaway: Runaway | null };

export type HourToTry = { readonly scenario: number; readonly post: string; readonly hour: number };

export type Theme = "light" | "dark";

export type Desk = {
  readonly welcome: Signal<Welcome | null>;
  readonly frame: Signal<Frame | null>;
  readonly charts: Signal<Charts | null>;
  readonly results: Signal<Results | null>;
  readonly forecast: Signal<ForecastData | null>;
  readonly worth: Signal<WorthData | null>;
  /** Null until the server has told them. */
  readonly experiments: Signal<readonly ExperimentEntry[] | null>;
  /** The one that is read, as it stands. */
  readonly experiment: Signal<ExperimentFrame | null>;
  /** What a day of the last sweep took that was seen to run, in ms; null: none was. */
  readonly sweptDayMs: Signal<number | null>;
  readonly link: Signal<Link>;
  /** Why the last command was refused, to be told where the reader gave it. */
  readonly refused: Signal<(Refused & { readonly command: CommandMessage }) | null>;
  readonly notice: Signal<Notice | null>;
  readonly language: Signal<Language>;
  readonly theme: Signal<Theme>;
  readonly wall: Signal<boolean>;
  readonly selected: Signal<number>;
  readonly timeView: Signal<TimeView>;
  readonly screen: Signal<Screen>;
  /** Number of the experiment that is read; the connection has its frames sent. */
  readonly read: Signal<number | null>;
  /** The instant that all charts point at together. */
  readonly hoverMs: Signal<number | null>;
  /** An hour that the reader wants to change the officers of; “What if” turns to it. */
  readonly hourToTry: Signal<HourToTry | null>;
  readonly mayControl: ReadonlySignal<boolean>;
  readonly send: (command: CommandMessage) => Promise<Reply>;
  readonly ask: (command: ExperimentCommand) => Promise<ExperimentReply>;
  /** Secret of the control link, for what travels by HTTP; null for those who watch. */
  readonly secret: string | null;
};

export function makeDesk(options: {
  readonly language: Language;
  readonly theme: Theme;
  readonly wall: boolean;
  readonly selected: number;
  readonly timeView: TimeView;
  readonly screen: Screen;
  readonly experiment: number | null;
  readonly secret: string | null;
  readonly send: (command: CommandMessage) => Promise<Reply>;
  readonly ask: (command: ExperimentCommand) => Promise<ExperimentReply>;
}): Desk {
  const welcome = signal<Welcome | null>(null);
  const link = signal<Link>({ state: "connecting" });
  const refused: Desk["refused"] = signal(null);
  const notice: Desk["notice"] = signal(null);
  return {
    welcome,
    frame: signal<Frame | null>(null),
    charts: signal<Charts | null>(null),
    results: signal<Results | null>(null),
    forecast: signal<ForecastData | null>(null),
    worth: signal<WorthData | null>(null),
    experiments: signal<readonly ExperimentEntry[] | null>(null),
    experiment: signal<ExperimentFrame | null>(null),
    sweptDayMs: signal<number | null>(null),
    link,
    refused,
    notice,
    language: signal(options.language),
    theme: signal(options.theme),
    wall: signal(options.wall),
    selected: signal(options.selected),
    timeView: signal(options.timeView),
    screen: signal(options.screen),
    read: signal(options.experiment),
    hoverMs: signal<number | null>(null),
    hourToTry: signal<HourToTry | null>(null),
    mayControl: computed(() => welcome.value?.role === "control"),
    secret: options.secret,
    ask: options.ask,
    send: async (command) => {
      notice.value = null;
      const reply = await options.send(command);
      refused.value = reply.ok ? null : { refusal: reply.refusal, problems: reply.problems, command };
      return reply;
    },
  };
}
