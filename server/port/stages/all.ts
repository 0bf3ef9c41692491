/** The kinds of stages that a port may have. */
import type { StageKind } from "../../../shared/vocabulary.ts";
import { approach } from "./approach.ts";
import { exportCustoms } from "./export-customs.ts";
import { nii } from "./nii.ts";
import { preInspection } from "./pre-inspection.ts";
import { primary } from "./primary.ts";
import { secondary } from "./secondary.ts";
import { plain } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";
import { station } from "./station.ts";

export const STAGE_TYPES: Readonly<Record<StageKind, StageType>> = {
  preInspection,
  exportCustoms,
  toll: plain,
  approach,
  primary,
  nii,
  secondary,
  stateSafety: plain,
  station,
};
