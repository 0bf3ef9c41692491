/** The kinds of stages that a port may have. */
import type { StageKind } from "../../../shared/vocabulary.ts";
import { approach } from "./approach.ts";
import { exportCustoms } from "./export-customs.ts";
import { nii } from "./nii.ts";
import { preInspection } from "./pre-inspection.ts";
import { primary } from "./primary.ts";
import { secondary } from "./secondary.ts";
import type { StageType } from "./stage-type.ts";
import { stateSafety } from "./state-safety.ts";
import { station } from "./station.ts";
import { toll } from "./toll.ts";

export const STAGE_TYPES: { readonly [K in StageKind]: StageType<K> } = {
  preInspection,
  exportCustoms,
  toll,
  approach,
  primary,
  nii,
  secondary,
  stateSafety,
  station,
};
