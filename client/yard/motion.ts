/**
 * Where every vehicle is drawn between two frames. Frames say only who stands in which line, head first;
 * this follows each vehicle from one frame to the next and eases it there on the page's own clock, so the
 * picture is one frame behind.
 */
import { lineLength, decodeLine, leftFromHead } from "./run-length.ts";
import { blockSpot, curveY, fileX, rowY } from "./spots.ts";
import type { BlockLine, FileLine, LineLayout, ServerBox, YardLayout } from "./geometry.ts";
import type { ScenarioFrame } from "../../shared/protocol.ts";
import { SERVER_STATES } from "../../shared/picture.ts";

export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly letter: string;
};

type Runner = { from: number; to: number };
type LineState = { letters: string; serial: number; runners: Runner[] };
type ServerState = { state: string; letter: string; changedAt: number };

/** Frames further apart than this are drawn at once: the page slept or the server was away. */
const LONGEST_EASE_MS = 600;

export class YardMotion {
  #layout: YardLayout;
  #lines: LineState[] = [];
  #servers: ServerState[] = [];
  #acceptedAt = 0;
  #easeMs = 0;
  #simulatedMs: number | null = null;

  constructor(layout: YardLayout) {
    this.#layout = layout;
  }

  /** A new geometry: everyone stands where they belong at once. */
  relayOut(layout: YardLayout): void {
    this.#layout = layout;
    this.#lines = [];
    this.#servers = [];
    this.#simulatedMs = null;
  }

  /** `now` is the page's clock in ms; `still` draws everyone in place without easing. */
  accept(frame: ScenarioFrame, simulatedMs: number, now: number, still = false): void {
    const elapsed = this.#simulatedMs === null ? null : simulatedMs - this.#simulatedMs;
    const jumped = elapsed === null || elapsed < 0 || now - this.#acceptedAt > LONGEST_EASE_MS || still;
    const share = this.#share(now);
    this.#easeMs = jumped ? 0 : Math.max(40, now - this.#acceptedAt);
    this.#lines = this.#layout.lines.map((line, index) => {
      const letters = decodeLine(frame.lines[line.place]?.[line.line] ?? "");
      const before = jumped ? undefined : this.#lines[index];
      if (line.kind === "block") return { letters, serial: 0, runners: [] };
      return followFile(line, letters, before, share, jumped ? null : elapsed);
    });
    this.#servers = this.#layout.servers.map((box, index) => {
      const coded = frame.servers[box.place] ?? "";
      const state = coded[2 * box.server] ?? SERVER_STATES.closed;
      const letter = coded[2 * box.server + 1] ?? "-";
      const before = this.#servers[index];
      const came = before !== undefined && letter !== "-" && before.letter === "-";
      return { state, letter, changedAt: came && !jumped ? now : 0 };
    });
    this.#acceptedAt = now;
    this.#simulatedMs = simulatedMs;
  }

  #share(now: number): number {
    return this.#easeMs === 0 ? 1 : Math.min(1, Math.max(0, (now - this.#acceptedAt) / this.#easeMs));
  }

  /** Whether anything still moves at `now`. */
  isMoving(now: number): boolean {
    return this.#share(now) < 1;
  }

  /** All vehicles of lines and servers, in the order they are to be painted. */
  spots(now: number): Spot[] {
    const spots: Spot[] = [];
    const share = this.#share(now);
    this.#layout.lines.forEach((line, index) => {
      const state = this.#lines[index];
      if (state === undefined) return;
      if (line.kind === "file") fileSpots(line, state, share, spots);
      else blockSpots(line, state.letters, spots);
    });
    this.#layout.servers.forEach((box, index) => {
      const state = this.#servers[index];
      if (state !== undefined && state.letter !== "-") spots.push(serverSpot(box, state, now, this.#easeMs));
    });
    return spots;
  }
}

function followFile(
  line: FileLine,
  letters: string,
  before: LineState | undefined,
  share: number,
  elapsed: number | null,
): LineState {
  const left = before === undefined ? 0 : leftFromHead(before.letters, letters);
  const stayed = before === undefined ? 0 : before.letters.length - left;
  const reach = elapsed === null || line.pxPerMs === null ? Infinity : line.pxPerMs * elapsed;
  const runners: Runner[] = [];
  for (let position = 0; position < letters.length; position++) {
    const target = fileX(line, position);
    const old = position < stayed ? before!.runners[position + left] : undefined;
    const from =
      old !== undefined
        ? old.from + (old.to - old.from) * share
        : elapsed === null
          ? target
          : Math.min(target, line.entryX);
    // Nobody drives backwards, and nobody faster than the lane allows.
    runners.push({
      from,
      to:
        from >= target
          ? Math.max(target, Math.min(from, target + line.pitch))
          : Math.min(target, from + reach),
    });
  }
  return { letters, serial: (before?.serial ?? 0) + left, runners };
}

function fileSpots(line: FileLine, state: LineState, share: number, spots: Spot[]): void {
  state.runners.forEach((runner, position) => {
    const x = runner.from + (runner.to - runner.from) * share;
    const row = line.rows === 1 ? curveY(line, x) : rowY(line, (state.serial + position) % line.rows);
    spots.push({
      x: x - line.markLength,
      y: row - line.markHeight / 2,
      width: line.markLength,
      height: line.markHeight,
      letter: state.letters[position]!,
    });
  });
}

function blockSpots(line: BlockLine, letters: string, spots: Spot[]): void {
  for (let position = 0; position < letters.length; position++) {
    const spot = blockSpot(line, position);
    if (spot === null) return;
    spots.push({ ...spot, width: line.markLength, height: line.markHeight, letter: letters[position]! });
  }
}

function serverSpot(box: ServerBox, state: ServerState, now: number, easeMs: number): Spot {
  const width = Math.min(8, box.width - 2.5);
  const height = Math.max(2, Math.min(6, box.height - 2.5));
  const came = state.changedAt === 0 || easeMs === 0 ? 1 : Math.min(1, (now - state.changedAt) / easeMs);
  const rest = box.named ? box.x + box.width - width - 5 : box.x + (box.width - width) / 2;
  return {
    x: rest - (1 - came) * Math.min(14, box.width / 2),
    y: box.y + (box.height - height) / 2,
    width,
    height,
    letter: state.letter,
  };
}

/** Vehicles that a frame holds but the layout does not show, by place and line: said as "+ n". */
export function beyondSight(line: LineLayout, frame: ScenarioFrame): number {
  const pictured = lineLength(frame.lines[line.place]?.[line.line] ?? "");
  const unpictured = frame.more?.[line.place]?.[line.line] ?? 0;
  const capacity = line.kind === "block" ? line.perColumn * line.columns : Infinity;
  return unpictured + Math.max(0, pictured - capacity);
}
