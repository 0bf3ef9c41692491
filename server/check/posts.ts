/**
 * The posts of a port: every group of servers that staffing can name, with how many officers it can take.
 * A stage is one post ("toll") or several ("primary.fast", "nii.review", "secondary.dock").
 */
import type { Scenario } from "../../shared/scenario/schema.ts";
import { stagesOf } from "../port/stages-of.ts";

export type Post = {
  /** As staffing, pools and changes call it. */
  readonly name: string;
  readonly stage: string;
  /** After the dot; null for a stage that is one post. */
  readonly part: string | null;
  /** Booths, lanes or other servers that officers can man. */
  readonly capacity: number;
};

export function postsOf(scenario: Scenario): readonly Post[] {
  return stagesOf(scenario).stages.flatMap(({ name: stage, stage: settings, type }) =>
    type.posts(settings).map(([part, capacity]) => ({
      name: part === null ? stage : `${stage}.${part}`,
      stage,
      part,
      capacity,
    })),
  );
}
