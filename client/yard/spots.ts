/** Where the vehicles of a line stand, and which booths serve whom. */
import { LANE_TYPE_LETTERS } from "../../shared/picture.ts";
import type { PlaceView } from "../../shared/protocol.ts";
import { LANE_TYPES } from "../../shared/vocabulary.ts";
import type { LaneType } from "../../shared/vocabulary.ts";
import type { BlockLine, FileLine } from "./geometry.ts";

/** Center height of the `position`-th vehicle of a file: staggered where a lane is too long for one row. */
export function rowY(line: FileLine, position: number): number {
  return line.y + ((position % line.rows) - (line.rows - 1) / 2) * line.rowStep;
}

/** Right end of the `position`-th vehicle of a file. */
export function fileX(line: FileLine, position: number): number {
  return line.headX - position * line.pitch;
}

/** Left top of the `position`-th vehicle of a block; null beyond its capacity. */
export function blockSpot(
  line: BlockLine,
  position: number,
): { readonly x: number; readonly y: number } | null {
  const column = Math.floor(position / line.perColumn);
  if (column >= line.columns) return null;
  return {
    x: line.headX - (column + 1) * line.stepX,
    y: line.top + (position % line.perColumn) * line.stepY,
  };
}

/** Height on the curve from where lanes end to where a booth lane begins. */
export function curveY(line: FileLine, x: number): number {
  if (x >= line.straightX || line.straightX === line.entryX) return line.y;
  const share = Math.max(0, (x - line.entryX) / (line.straightX - line.entryX));
  return line.entryY + (line.y - line.entryY) * share * share * (3 - 2 * share);
}

/** Lane types of a place's servers as a frame tells them; without a frame as they were built. */
export function laneTypesOf(place: PlaceView, told: string | undefined): readonly (LaneType | null)[] {
  return Array.from({ length: place.servers }, (_, server) =>
    told === undefined
      ? (place.lines[server]?.serves ?? null)
      : (LANE_TYPES.find((type) => LANE_TYPE_LETTERS[type] === told[server]) ?? null),
  );
}

/** A place as it stands now: with servers that were added, and lanes that serve whom their booths do. */
export function placeNow(place: PlaceView, servers: string | undefined, told: string | undefined): PlaceView {
  const now = { ...place, servers: Math.max(place.servers, (servers?.length ?? 0) / 2) };
  if (place.lines.length !== place.servers) return now;
  const types = laneTypesOf(now, told);
  return { ...now, lines: place.lines.map((line, index) => ({ ...line, serves: types[index] ?? null })) };
}
