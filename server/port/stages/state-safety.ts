/** State safety inspection after the federal exit, for a share of the vehicles. */
import { shareFor } from "../../../shared/scenario/vehicle-classes.ts";
import { byClass } from "../planning/classes.ts";
import { simplePlace } from "../planning/places.ts";
import { plain } from "./passage.ts";
import type { StageType } from "./stage-type.ts";
import { workAt } from "./work.ts";

export const stateSafety: StageType<"stateSafety"> = {
  side: "after",
  isInspection: true,
  posts: (stage) => [[null, stage.inspectors]],
  plan: (stage, context) => ({
    entryPlace: simplePlace(context, stage, stage.inspectors),
    share: byClass(stage.share),
  }),
  passage: plain,
  work: ({ stage }) => [workAt(null, (one) => shareFor(stage.share, one), stage.service, stage.moveUp)],
};
