/**
 * How wide each stage of a yard is: stations take what they need, what is left over goes to the lanes.
 */
import type { PlaceView } from "../../shared/protocol.ts";

export const GAP = 13;
export const MARK = 8;
const FAN = 50;
const NAMED_AT_MOST = 4;
const CELL = 6.5;
const CELL_STEP = 7.6;

/** Places of one stage stand together; parts of an approach that run side by side share their width. */
export type Group = { readonly stage: string; readonly places: readonly number[] };

export function groupsOf(places: readonly PlaceView[]): Group[] {
  const groups: { stage: string; places: number[] }[] = [];
  places.forEach((place, index) => {
    const last = groups.at(-1);
    if (last !== undefined && last.stage === place.stage) last.places.push(index);
    else groups.push({ stage: place.stage, places: [index] });
  });
  return groups;
}

/** Where there is little room, only what a queue at the border is made of; the table has all places. */
export function mainGroups(places: readonly PlaceView[]): Group[] {
  const groups = groupsOf(places);
  const main = groups.filter(({ places: own }) =>
    own.some((index) => places[index].kind !== "station" || places[index].stageKind === "primary"),
  );
  return main.length > 1 ? main : groups;
}

export type Grid = {
  readonly rows: number;
  readonly columns: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly named: boolean;
};

const NO_GRID: Grid = { rows: 0, columns: 0, boxWidth: 0, boxHeight: 0, stepX: 0, stepY: 0, named: false };

export function gridOf(place: PlaceView, height: number, compact: boolean): Grid {
  const count = place.servers;
  if (place.kind !== "station" || count === 0) return NO_GRID;
  if (asFiles(place)) {
    const stepY = height / count;
    return {
      rows: count,
      columns: 1,
      boxWidth: compact ? 16 : 34,
      boxHeight: Math.min(20, stepY - 1.6),
      stepX: 0,
      stepY,
      named: false,
    };
  }
  if (place.stageKind === "nii" && count <= NAMED_AT_MOST && !compact) {
    const stepY = Math.min(height / count, 44);
    return {
      rows: count,
      columns: 1,
      boxWidth: 56,
      boxHeight: Math.min(22, stepY - 4),
      stepX: 0,
      stepY,
      named: true,
    };
  }
  const rows = Math.max(1, Math.min(count, Math.floor(height / CELL_STEP)));
  const columns = Math.ceil(count / rows);
  return {
    rows,
    columns,
    boxWidth: CELL,
    boxHeight: CELL,
    stepX: CELL_STEP,
    stepY: Math.min(14, height / rows),
    named: false,
  };
}

export type Measured = {
  readonly place: PlaceView;
  readonly index: number;
  readonly grid: Grid;
  readonly lineWidth: number;
  readonly fan: number;
};

export const BLOCK_STEP = 8.5;

/** The width a line of waiting vehicles asks for beside its servers. */
export function lineWidthOf(place: PlaceView, compact: boolean): number {
  if (place.kind === "lanes" || isDelay(place)) return 0;
  if (place.kind === "outside") return (compact ? 2 : 4) * BLOCK_STEP;
  const rooms = place.lines.map(({ room }) => room);
  const room = rooms.includes(null) ? null : Math.max(0, ...rooms.map(Number));
  if (room === 0) return 0;
  if (asFiles(place)) return Math.min(compact ? 50 : 150, Math.max(30, (room ?? 12) * (MARK + 1.5)));
  return (compact ? 1 : 2) * BLOCK_STEP;
}

export function asFiles(place: PlaceView): boolean {
  return place.servers > 0 && (place.stageKind === "primary" || place.lines.length === place.servers);
}

/** A place of neither lanes nor servers: vehicles spend time there and are only counted. */
export function isDelay(place: PlaceView): boolean {
  return place.kind === "station" && place.servers === 0;
}

export function measure(places: readonly PlaceView[], height: number, compact: boolean): Measured[] {
  return places.map((place, index) => ({
    place,
    index,
    grid: gridOf(place, height, compact),
    lineWidth: lineWidthOf(place, compact),
    fan: place.stageKind === "primary" && place.lines.length > 1 ? (compact ? 24 : FAN) : 0,
  }));
}

/** Fixed widths for stations; what is left over goes to the lanes by their length. */
export function columnWidths(
  groups: readonly Group[],
  measured: readonly Measured[],
  width: number,
  compact: boolean,
): number[] {
  const least = compact ? 12 : 20;
  const fixed = groups.map((group) =>
    Math.max(
      least,
      group.places.reduce((sum, index) => sum + stationWidth(measured[index]!), 0),
    ),
  );
  const free = width - GAP * (groups.length - 1);
  const hasLanes = groups.map((group) =>
    group.places.some((index) => measured[index]!.place.kind === "lanes"),
  );
  const stations = fixed.reduce((sum, value, g) => sum + (hasLanes[g] ? 0 : value), 0);
  const laneCount = hasLanes.filter(Boolean).length;
  if (laneCount === 0) {
    const stretch = free / Math.max(1, stations);
    return fixed.map((value) => value * Math.min(stretch, 1.6));
  }
  const laneWidth = Math.max((free - stations) / laneCount, compact ? 40 : 120);
  const squeeze = Math.min(1, (free - laneWidth * laneCount) / Math.max(1, stations));
  return fixed.map((value, g) => (hasLanes[g] ? laneWidth : value * squeeze));
}

export const gridWidth = ({ columns, boxWidth, stepX }: Grid): number =>
  columns > 0 ? boxWidth + (columns - 1) * stepX : 0;

export function stationWidth({ place, grid, lineWidth, fan }: Measured): number {
  if (place.kind === "lanes" || isDelay(place)) return 0;
  return lineWidth + (lineWidth > 0 ? 3 : 0) + fan + gridWidth(grid) + 4;
}
