/**
 * The posts of a port: every group of servers that staffing can name, with how many officers it can take.
 * A stage is one post ("toll") or several ("primary.fast", "nii.review", "secondary.dock").
 */
import { LANE_TYPES } from "../../shared/vocabulary.ts";
import type { Scenario, Stage } from "../../shared/scenario/schema.ts";

export type Post = {
  /** As staffing, pools and changes call it. */
  readonly name: string;
  readonly stage: string;
  /** After the dot; null for a stage that is one post. */
  readonly part: string | null;
  /** Booths, lanes or other servers that officers can man. */
  readonly capacity: number;
};

type Part = readonly [part: string | null, capacity: number];

export function postsOf(scenario: Scenario): readonly Post[] {
  return Object.entries(scenario.northbound.stages).flatMap(([stage, value]) =>
    partsOf(value).map(([part, capacity]) => ({
      name: part === null ? stage : `${stage}.${part}`,
      stage,
      part,
      capacity,
    })),
  );
}

function partsOf(stage: Stage): readonly Part[] {
  switch (stage.kind) {
    case "preInspection":
    case "toll":
      return [[null, stage.lanes]];
    case "exportCustoms": {
      const bays = hasRedLight(stage) ? stage.redLightBays : undefined;
      return bays === undefined
        ? [[null, stage.lanes]]
        : [
            [null, stage.lanes],
            ["redLight", bays],
          ];
    }
    case "approach":
      return [];
    case "primary":
      return LANE_TYPES.filter((type) => stage.booths[type] > 0).map((type) => [type, stage.booths[type]]);
    case "nii":
      return stage.review === undefined
        ? [[null, stage.scanners]]
        : [
            [null, stage.scanners],
            ["review", stage.review.analysts],
          ];
    case "secondary":
      return stage.docks === 0
        ? [["bay", stage.bays]]
        : [
            ["bay", stage.bays],
            ["dock", stage.docks],
          ];
    case "stateSafety":
      return [[null, stage.inspectors]];
    case "station":
      return stage.servers === "unlimited" ? [] : [[null, stage.servers]];
    default:
      return stage satisfies never;
  }
}

const hasRedLight = (stage: Extract<Stage, { kind: "exportCustoms" }>): boolean =>
  stage.redLight > 0 && stage.redLightService !== undefined;
