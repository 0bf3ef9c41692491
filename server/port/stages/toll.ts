/** Toll lanes. */
import { simplePlace } from "../planning/places.ts";
import { plain } from "./passage.ts";
import type { StageType } from "./stage-type.ts";
import { passes, workAt } from "./work.ts";

export const toll: StageType<"toll"> = {
  posts: (stage) => [[null, stage.lanes]],
  plan: (stage, context) => ({ entryPlace: simplePlace(context, stage, stage.lanes) }),
  passage: plain,
  work: (placed) => [workAt(null, (one) => passes(placed, one), placed.stage.service, placed.stage.moveUp)],
};
