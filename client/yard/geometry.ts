/** The pieces of a drawn yard, in pixels from its left top. What makes them is in `layout.ts`. */

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
