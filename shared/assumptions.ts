/** Which of the numbered assumptions of the model (docs/explanation/assumptions.md) a scenario touches. */
import type { Scenario } from "./scenario/schema.ts";

const touches: Readonly<Record<string, (scenario: Scenario) => boolean>> = {
  A1: ({ northbound: { demand } }) => demand.trucks !== undefined,
  A2: ({ northbound: { demand } }) => demand.arrivals === undefined,
  A3: () => true,
  A4: (scenario) => has(scenario, "approach"),
  A5: (scenario) => has(scenario, "approach"),
  A6: (scenario) => has(scenario, "approach"),
  A7: (scenario) => has(scenario, "primary"),
  A8: ({ northbound: { stages } }) =>
    Object.values(stages).some((stage) => stage.kind === "primary" && stage.line !== "pooled"),
  A9: (scenario) => has(scenario, "nii"),
  A10: ({ northbound: { stages } }) => {
    const kinds = Object.values(stages).map(({ kind }) => kind);
    return kinds.indexOf("nii") > kinds.indexOf("primary");
  },
  A11: ({ atClosing }) => atClosing === "clear the queue",
  A12: (scenario) => has(scenario, "primary"),
  A13: ({ northbound: { staffing } }) => Object.keys(staffing).length > 0,
  A15: (scenario) => has(scenario, "secondary") || has(scenario, "nii"),
  A16: ({ atClosing }) => atClosing !== "clear the queue",
  A17: () => true,
  A18: () => true,
  A20: () => true,
};

const has = ({ northbound: { stages } }: Scenario, kind: string): boolean =>
  Object.values(stages).some((stage) => stage.kind === kind);

/** By their numbers, in order. */
export const assumptionsOf = (scenarios: readonly Scenario[]): readonly string[] =>
  Object.keys(touches).filter((id) => scenarios.some((scenario) => touches[id]!(scenario)));
