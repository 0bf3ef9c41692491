/** What every language calls stages, their parts and their servers on the page. */
import type { PlacePart, PostPart, StageKind } from "../vocabulary.ts";

export type StageNames = {
  readonly stage: Readonly<Record<StageKind | "outside", string>>;
  /** Where there is little room. A plain station is called as its file calls it. */
  readonly stageShort: Readonly<Record<Exclude<StageKind, "station"> | "outside", string>>;
  readonly part: Readonly<Record<PlacePart, string>>;
  /** One server, as in "Booth 3". */
  readonly server: Readonly<Record<Exclude<StageKind, "approach"> | "dock", string>>;
  /** Those who can be staffed. */
  readonly post: Readonly<Record<Exclude<StageKind, "approach" | "station"> | PostPart, string>>;
};
