/**
 * The geometry of a yard, made from the places a scenario names: where every lane, line and server
 * stands. Pure: the same view and size give the same picture.
 *
 * Traffic runs from left to right, the head of a line is at its right end. Lanes of the approach are true
 * to length: a truck's distance from the head is its place in the lane times the spacing.
 */
import type { PlaceView } from "../../shared/protocol.ts";
import type { LaneType } from "../../shared/vocabulary.ts";

/** A file of vehicles: one behind the other from `headX` to the left, in `rows` staggered rows. */
export type FileLine = {
  readonly kind: "file";
  readonly place: number;
  readonly line: number;
  readonly headX: number;
  readonly y: number;
  readonly pitch: number;
  readonly rows: number;
  readonly rowStep: number;
  readonly markLength: number;
  readonly markHeight: number;
  /** Where a vehicle comes into sight, and at which height; between it and `straightX` it curves. */
  readonly entryX: number;
  readonly entryY: number;
  readonly straightX: number;
  /** Pixels of free travel for each simulated ms; null: as fast as drawn. */
  readonly pxPerMs: number | null;
};
/** A crowd drawn as a block that fills column by column, away from the servers. */
export type BlockLine = {
  readonly kind: "block";
  readonly place: number;
  readonly line: number;
  readonly headX: number;
  readonly top: number;
  readonly perColumn: number;
  readonly columns: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly markLength: number;
  readonly markHeight: number;
};
export type LineLayout = FileLine | BlockLine;

export type ServerBox = {
  readonly place: number;
  readonly server: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Few servers get boxes large enough for their name. */
  readonly named: boolean;
};
export type StageColumn = {
  readonly stage: string;
  readonly places: readonly number[];
  readonly x: number;
  readonly width: number;
};
/** The ground under the lanes of one place. */
export type LaneGround = {
  readonly place: number;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly separators: readonly number[];
  readonly lengthM: number | null;
};
export type Ribbon = {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly endX: number;
  readonly thickness: number;
};
export type YardLayout = {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly StageColumn[];
  readonly lines: readonly LineLayout[];
  readonly servers: readonly ServerBox[];
  readonly grounds: readonly LaneGround[];
  readonly ribbons: readonly Ribbon[];
};

const GAP = 13;
const FAN = 50;
const MARK = 8;
const LEAST_MARK = 4.5;
const NAMED_AT_MOST = 4;
const CELL = 6.5;
const CELL_STEP = 7.6;

/** Places of one stage stand together; parts of an approach that run side by side share their width. */
type Group = { readonly stage: string; readonly places: readonly number[] };

function groupsOf(places: readonly PlaceView[]): Group[] {
  const groups: { stage: string; places: number[] }[] = [];
  places.forEach((place, index) => {
    const last = groups.at(-1);
    if (last !== undefined && last.stage === place.stage) last.places.push(index);
    else groups.push({ stage: place.stage, places: [index] });
  });
  return groups;
}

type Grid = {
  readonly rows: number;
  readonly columns: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly named: boolean;
};

const NO_GRID: Grid = { rows: 0, columns: 0, boxWidth: 0, boxHeight: 0, stepX: 0, stepY: 0, named: false };

function gridOf(place: PlaceView, height: number, compact: boolean): Grid {
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

type Measured = {
  readonly place: PlaceView;
  readonly index: number;
  readonly grid: Grid;
  readonly lineWidth: number;
  readonly fan: number;
};

const BLOCK_STEP = 8.5;

/** The width a line of waiting vehicles asks for beside its servers. */
function lineWidthOf(place: PlaceView, compact: boolean): number {
  if (place.kind === "lanes" || isDelay(place)) return 0;
  if (place.kind === "outside") return (compact ? 2 : 4) * BLOCK_STEP;
  const rooms = place.lines.map(({ room }) => room);
  const room = rooms.includes(null) ? null : Math.max(0, ...rooms.map(Number));
  if (room === 0) return 0;
  if (asFiles(place)) return Math.min(compact ? 50 : 150, Math.max(30, (room ?? 12) * (MARK + 1.5)));
  return (compact ? 1 : 2) * BLOCK_STEP;
}

function asFiles(place: PlaceView): boolean {
  return place.servers > 0 && (place.stageKind === "primary" || place.lines.length === place.servers);
}

/** A place of neither lanes nor servers: vehicles spend time there and are only counted. */
export function isDelay(place: PlaceView): boolean {
  return place.kind === "station" && place.servers === 0;
}

export function layOutYard(
  places: readonly PlaceView[],
  size: { readonly width: number; readonly height: number },
  compact = false,
): YardLayout {
  const groups = groupsOf(places);
  const measured: Measured[] = places.map((place, index) => ({
    place,
    index,
    grid: gridOf(place, size.height, compact),
    lineWidth: lineWidthOf(place, compact),
    fan: place.stageKind === "primary" && place.lines.length > 1 ? (compact ? 24 : FAN) : 0,
  }));
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

/** Fixed widths for stations; what is left over goes to the lanes by their length. */
function columnWidths(
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

const gridWidth = ({ columns, boxWidth, stepX }: Grid): number =>
  columns > 0 ? boxWidth + (columns - 1) * stepX : 0;

function stationWidth({ place, grid, lineWidth, fan }: Measured): number {
  if (place.kind === "lanes" || isDelay(place)) return 0;
  return lineWidth + (lineWidth > 0 ? 3 : 0) + fan + gridWidth(grid) + 4;
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
