/** Where the vehicles of a line stand, and which booths serve whom. */
import type { PlaceView } from "../../shared/protocol.ts";
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

/** Lane types of the booths as they stand now: of the booths that were built, `fast` serve FAST. */
export function boothTypes(place: PlaceView, fastNow: number | null): readonly (LaneType | null)[] {
  const built = Array.from({ length: place.servers }, (_, booth) => place.lines[booth]?.serves ?? null);
  if (fastNow === null || place.lines.length !== place.servers) return built;
  return built.map((serves, booth) => (serves === "shared" ? serves : booth < fastNow ? "fast" : "general"));
}
