/**
 * The geometry of a yard, made from the places a scenario names: where every lane, line and server
 * stands. Pure: the same view and size give the same picture.
 *
 * Traffic runs from left to right, the head of a line is at its right end. Lanes of the approach are true
 * to length: a truck's distance from the head is its place in the lane times the spacing.
 */
import type { PlaceView } from "../../shared/protocol.ts";
import type { LaneType } from "../../shared/vocabulary.ts";
import {
  asFiles,
  BLOCK_STEP,
  columnWidths,
  GAP,
  gridWidth,
  groupsOf,
  isDelay,
  mainGroups,
  MARK,
  measure,
  stationWidth,
} from "./columns.ts";
import type { Group, Measured } from "./columns.ts";
import type {
  FileLine,
  LaneGround,
  LineLayout,
  Ribbon,
  ServerBox,
  StageColumn,
  YardLayout,
} from "./geometry.ts";

const LEAST_MARK = 4.5;

export function layOutYard(
  places: readonly PlaceView[],
  size: { readonly width: number; readonly height: number },
  compact = false,
): YardLayout {
  const groups = compact ? mainGroups(places) : groupsOf(places);
  const measured = measure(places, size.height, compact);
  const widths = columnWidths(groups, measured, size.width, compact);
  const drawing = new Drawing(size.height);
  let x = 0;
  groups.forEach((group, g) => {
    const width = widths[g]!;
    drawing.column(
      group,
      x,
      width,
      group.places.map((index) => measured[index]!),
    );
    x += width + GAP;
  });
  return { width: size.width, height: size.height, ...drawing.result };
}

type LaneEnd = { readonly x: number; readonly y: number; readonly serves: LaneType | null };

/** The lane that leads to the `index`-th of `count` lines: of those meant for it, the one across. */
function laneAcross(
  ends: readonly LaneEnd[],
  serves: LaneType | null,
  index: number,
  count: number,
): LaneEnd | undefined {
  const meant = ends.filter(
    (end) => end.serves === null || serves === null || serves === "shared" || end.serves === serves,
  );
  const among = meant.length > 0 ? meant : ends;
  return among[Math.min(among.length - 1, Math.floor((index * among.length) / count))];
}

/** Collects the pieces, column by column, remembering where the lanes before ended. */
class Drawing {
  readonly #height: number;
  readonly #columns: StageColumn[] = [];
  readonly #lines: LineLayout[] = [];
  readonly #servers: ServerBox[] = [];
  readonly #grounds: LaneGround[] = [];
  readonly #ribbons: Ribbon[] = [];
  /** Right ends of the lanes that lead to the next place. */
  #ends: readonly LaneEnd[] = [];

  constructor(height: number) {
    this.#height = height;
  }

  get result() {
    return {
      columns: this.#columns,
      lines: this.#lines,
      servers: this.#servers,
      grounds: this.#grounds,
      ribbons: this.#ribbons,
    };
  }

  column(group: Group, x: number, width: number, members: readonly Measured[]): void {
    this.#columns.push({ stage: group.stage, places: group.places, x, width });
    const lanes = members.filter(({ place }) => place.kind === "lanes");
    if (lanes.length > 0) this.#lanes(lanes, x, width);
    const stations = members.filter(({ place }) => place.kind !== "lanes");
    const asked = stations.reduce((sum, member) => sum + stationWidth(member), 0);
    const squeeze = Math.min(1, width / Math.max(1, asked));
    let at = x;
    for (const member of stations) {
      const share = stationWidth(member) * squeeze;
      this.#station(member, at, share);
      at += share;
    }
  }

  /** Lane places one after another by length; those of equal length after a longer one run side by side. */
  #lanes(members: readonly Measured[], x: number, width: number): void {
    const runs: Measured[][] = [];
    for (const member of members) {
      const last = runs.at(-1);
      if (last !== undefined && runs.length > 1 && last[0]!.place.lengthM === member.place.lengthM)
        last.push(member);
      else runs.push([member]);
    }
    const total = runs.reduce((sum, run) => sum + (run[0]!.place.lengthM ?? 1_000), 0);
    let at = x;
    for (const run of runs) {
      const share = (width * (run[0]!.place.lengthM ?? 1_000)) / total;
      const laneCount = run.reduce((sum, { place }) => sum + place.lines.length, 0);
      const laneHeight = this.#height / Math.max(1, laneCount);
      let lane = 0;
      const ends: LaneEnd[] = [];
      for (const { place, index } of run) {
        const top = lane * laneHeight;
        const separators: number[] = [];
        place.lines.forEach((line, l) => {
          const y = (lane + 0.5) * laneHeight;
          if (l > 0) separators.push(lane * laneHeight);
          this.#lines.push(laneFile(place, index, l, line.room, { x: at, width: share, y, laneHeight }));
          ends.push({ x: at + share, y, serves: line.serves });
          lane++;
        });
        this.#grounds.push({
          place: index,
          x: at,
          width: share,
          top,
          bottom: lane * laneHeight,
          separators,
          lengthM: place.lengthM,
        });
      }
      this.#ends = ends;
      at += share;
    }
  }

  #station(member: Measured, x: number, width: number): void {
    const { place, index, grid, fan } = member;
    if (isDelay(place)) return;
    const serversX = x + width - gridWidth(grid) - 2;
    const top = (this.#height - grid.rows * grid.stepY) / 2;
    for (let server = 0; server < place.servers; server++) {
      const column = Math.floor(server / grid.rows);
      const row = server % grid.rows;
      this.#servers.push({
        place: index,
        server,
        x: serversX + column * grid.stepX,
        y: top + row * grid.stepY + (grid.stepY - grid.boxHeight) / 2,
        width: grid.boxWidth,
        height: grid.boxHeight,
        named: grid.named,
      });
    }
    if (asFiles(place) && place.lines.length > 0)
      this.#files(place, index, { x: x + fan, headX: serversX - 3, fan });
    else if (place.lines.length > 0) this.#blocks(place, index, x, serversX - 4);
    if (place.servers > 0) this.#ends = [];
  }

  #files(place: PlaceView, index: number, at: { x: number; headX: number; fan: number }): void {
    const rowHeight = this.#height / place.lines.length;
    const markHeight = Math.max(2, Math.min(6, rowHeight - 3));
    place.lines.forEach((line, l) => {
      const y = (l + 0.5) * rowHeight;
      const room = line.room ?? 24;
      const length = at.headX - at.x;
      const pitch = Math.min(MARK + 1.5, length / Math.max(1, room));
      const from = laneAcross(this.#ends, line.serves, l, place.lines.length);
      if (from !== undefined) {
        this.#ribbons.push({
          fromX: from.x,
          fromY: from.y,
          toX: at.x,
          toY: y,
          endX: at.headX,
          thickness: Math.max(2, Math.min(7, rowHeight - 2)),
        });
      }
      this.#lines.push({
        kind: "file",
        place: index,
        line: l,
        headX: at.headX,
        y,
        pitch,
        rows: 1,
        rowStep: 0,
        markLength: Math.max(2, pitch - Math.min(1.5, pitch * 0.25)),
        markHeight,
        entryX: from?.x ?? at.x,
        entryY: from?.y ?? y,
        straightX: at.x,
        pxPerMs: null,
      });
    });
  }

  #blocks(place: PlaceView, index: number, x: number, headX: number): void {
    const each = this.#height / place.lines.length;
    place.lines.forEach((_, l) => {
      const stepY = 5.5;
      const perColumn = Math.max(1, Math.floor((each - 2) / stepY));
      const columns = Math.max(1, Math.floor((headX - x) / BLOCK_STEP));
      this.#lines.push({
        kind: "block",
        place: index,
        line: l,
        headX,
        top: l * each + (each - perColumn * stepY) / 2,
        perColumn,
        columns,
        stepX: BLOCK_STEP,
        stepY,
        markLength: 7,
        markHeight: 4,
      });
    });
  }
}

function laneFile(
  place: PlaceView,
  index: number,
  lane: number,
  room: number | null,
  at: { readonly x: number; readonly width: number; readonly y: number; readonly laneHeight: number },
): FileLine {
  const pitch = Math.min(MARK + 2, at.width / Math.max(1, room ?? 60));
  const rows = Math.max(1, Math.min(Math.ceil(LEAST_MARK / pitch), Math.floor(at.laneHeight / 7)));
  const rowStep = Math.min(6.5, (at.laneHeight - 4) / rows);
  const markLength = Math.max(1.5, pitch * rows - Math.min(1.4, pitch * rows * 0.25));
  return {
    kind: "file",
    place: index,
    line: lane,
    headX: at.x + at.width - 1,
    y: at.y,
    pitch,
    rows,
    rowStep,
    markLength,
    markHeight: Math.max(2, Math.min(5, rowStep - 1.5)),
    entryX: at.x,
    entryY: at.y,
    straightX: at.x,
    pxPerMs: place.freeFlowMs === null || place.freeFlowMs === 0 ? null : at.width / place.freeFlowMs,
  };
}
