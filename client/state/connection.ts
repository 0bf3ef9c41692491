/**
 * The socket to a session. It reconnects by itself; frames of another epoch than the last welcome and
 * results that answer for another log are not let in, and a silent server is called lost within three
 * seconds, not when TCP gives up.
 */
import { batch, effect } from "@preact/signals";
import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import type {
  ExperimentClientEvents,
  ExperimentCommand,
  ExperimentReply,
  ExperimentServerEvents,
  ExperimentFrame,
} from "../../shared/experiments.ts";
import { PROTOCOL_VERSION, REFUSALS } from "../../shared/picture.ts";
import type {
  Asked,
  ClientEvents,
  CommandMessage,
  Reply,
  ServerEvents,
  Welcome,
} from "../../shared/protocol.ts";
import type { Desk } from "./desk.ts";

type Wire = Socket<ServerEvents & ExperimentServerEvents, ClientEvents & ExperimentClientEvents>;

/** While playing, frames come several times a second; silence longer than this is told. */
const SILENCE_MS = 2_500;
const REPLY_MS = 8_000;

export type Connection = {
  readonly send: (command: CommandMessage) => Promise<Reply>;
  readonly ask: (command: ExperimentCommand) => Promise<ExperimentReply>;
  readonly listen: (desk: Desk) => void;
};

export function connect(session: string, secret: string): Connection {
  const wire: Wire = io({
    transports: ["websocket"],
    auth: { protocol: PROTOCOL_VERSION, session, secret },
    reconnectionDelay: 400,
    reconnectionDelayMax: 2_000,
    timeout: 4_000,
    autoConnect: false,
  });
  return {
    send: (command) => send(wire, command),
    ask: (command) => ask(wire, command),
    listen: (desk) => {
      listen(wire, desk);
      watch(wire, desk);
      wire.connect();
    },
  };
}

async function send(wire: Wire, command: CommandMessage): Promise<Reply> {
  if (!wire.connected) return { ok: false, refusal: "failed", problems: [] };
  try {
    return await wire.timeout(REPLY_MS).emitWithAck("control", command);
  } catch {
    return { ok: false, refusal: "failed", problems: [] };
  }
}

async function ask(wire: Wire, command: ExperimentCommand): Promise<ExperimentReply> {
  if (!wire.connected) return { ok: false, refusal: "failed", problems: [] };
  try {
    return await wire.timeout(REPLY_MS).emitWithAck("experiment", command);
  } catch {
    return { ok: false, refusal: "failed", problems: [] };
  }
}

/** Frames of the experiment that is read, and of no other; asked for again when the link is back. */
function watch(wire: Wire, desk: Desk): void {
  const watchRead = (): void => {
    const id = desk.read.peek();
    if (wire.connected) void ask(wire, { do: "watch", id });
  };
  effect(() => {
    const id = desk.read.value;
    if (desk.experiment.peek()?.id !== id) desk.experiment.value = null;
    watchRead();
  });
  wire.on("connect", watchRead);
  wire.on("experiments", (list) => {
    desk.experiments.value = list;
  });
  wire.on("experiment", (frame) => {
    if (frame.id !== desk.read.peek()) return;
    desk.experiment.value = frame;
    desk.sweptDayMs.value = sweptDayMs(frame) ?? desk.sweptDayMs.peek();
  });
}

/** Null where it cannot be said. */
function sweptDayMs({ request, leftMs, done, total }: ExperimentFrame): number | null {
  if (request.kind !== "sweep" || leftMs === null || done >= total) return null;
  return leftMs / (total - done);
}

function listen(wire: Wire, desk: Desk): void {
  let heardAt = performance.now();
  const heard = (): void => {
    heardAt = performance.now();
    const link = desk.link.peek();
    if (link.state !== "live") desk.link.value = { state: "live", wasLost: link.state === "lost" };
  };
  const ofThisEpoch = (message: { readonly epoch: number }): boolean => {
    heard();
    return message.epoch === desk.welcome.peek()?.epoch;
  };
  wire.on("welcome", (welcome) => {
    heard();
    const before = desk.welcome.peek();
    batch(() => {
      // Of the same scenarios the last picture stays until the next one comes, and results to be read as old ones.
      if (before === null || !areSame(before, welcome)) {
        desk.frame.value = null;
        desk.charts.value = null;
        desk.results.value = null;
      }
      desk.welcome.value = welcome;
    });
  });
  wire.on("frame", (frame) => {
    if (ofThisEpoch(frame)) desk.frame.value = frame;
  });
  wire.on("charts", (charts) => {
    if (ofThisEpoch(charts)) desk.charts.value = charts;
  });
  wire.on("results", (results) => {
    heard();
    if (results.sequence === desk.welcome.peek()?.answersFor) desk.results.value = results;
  });
  wire.on("forecast", (forecast) => {
    heard();
    desk.forecast.value = forecast;
    if (forecast !== null) succeeded(desk, "forecast");
  });
  wire.on("worth", (worth) => {
    heard();
    desk.worth.value = worth;
    if (worth !== null) succeeded(desk, "worth");
  });
  wire.on("failed", (what, runaway) => {
    heard();
    desk.notice.value = { kind: "failed", what, runaway };
  });
  wire.on("ended", (reason, runaway) => {
    // A server that stops keeps the session; it is found again when the server is back.
    desk.link.value = reason === "stopped" ? { state: "lost" } : { state: "gone", reason, runaway };
    if (reason !== "stopped") wire.disconnect();
  });
  wire.on("disconnect", (reason) => {
    if (desk.link.peek().state === "live") desk.link.value = { state: "lost" };
    if (reason === "io server disconnect" && desk.link.peek().state === "lost")
      setTimeout(() => wire.connect(), 1_000);
  });
  wire.on("connect_error", (error) => refuse(wire, desk, error.message));
  setInterval(() => {
    const playing = desk.frame.peek()?.playing === true;
    if (
      desk.link.peek().state === "live" &&
      playing &&
      document.visibilityState === "visible" &&
      performance.now() - heardAt > SILENCE_MS
    ) {
      desk.link.value = { state: "lost" };
    }
  }, 500);
}

/** For those who did not ask: what had failed is there now. */
function succeeded(desk: Desk, what: Asked): void {
  const notice = desk.notice.peek();
  if (notice?.kind === "failed" && notice.what === what) desk.notice.value = null;
}

/** Whether pictures and results of one fit the other: its scenarios are the same ones. */
function areSame(one: Welcome, other: Welcome): boolean {
  return JSON.stringify(one.scenarios) === JSON.stringify(other.scenarios);
}

/** Refused at the door: either this address leads nowhere any more, or the server asks to wait. */
function refuse(wire: Wire, desk: Desk, word: string): void {
  const refusal = REFUSALS.find((known) => known === word);
  if (refusal === undefined) {
    if (desk.link.peek().state === "live") desk.link.value = { state: "lost" };
    return;
  }
  if (refusal === "unknownSession") desk.link.value = { state: "gone", reason: "unknown", runaway: null };
  else if (refusal === "outdated") desk.link.value = { state: "gone", reason: "outdated", runaway: null };
  else desk.link.value = { state: "refused", refusal };
  if (refusal === "tooFast" || refusal === "busy" || refusal === "tooMany")
    setTimeout(() => wire.connect(), 2_000);
}
