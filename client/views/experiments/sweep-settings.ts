/** Settings of a scenario that are often varied, by their paths, with values to begin with. */
import type { ScenarioView } from "../../../shared/protocol.ts";
import { postName } from "../../language/names.ts";
import type { Translate } from "../../language/translate.ts";

export type Preset = {
  /** Paths as a sweep writes them; empty: the reader writes it. */
  readonly setting: string;
  readonly values: string;
  readonly text: string;
};

export function presetsOf(view: ScenarioView, t: Translate): readonly Preset[] {
  const primary = view.places.find(({ stageKind }) => stageKind === "primary")?.stage;
  // Where most stand first: there one more tells most.
  const manned = view.posts.filter(({ byHour }) => byHour !== null).sort((a, b) => b.capacity - a.capacity);
  const { preInspectionStage, preInspectedOf } = view.settings;
  return [
    ...manned.flatMap(({ name }) => {
      const [stage, part] = name.split(".");
      if (stage !== primary || part === undefined) return [];
      return [
        {
          setting: `northbound.stages.${stage}.booths.${part}, northbound.staffing.${name}`,
          values: "+ 0 to + 3 in 4",
          text: t("experiments.sweep.presets.booths", { post: postName(t, name) }),
        },
      ];
    }),
    ...manned.map(({ name }) => ({
      setting: `northbound.staffing.${name}`,
      values: "- 2, - 1, + 0",
      text: t("experiments.sweep.presets.officers", { post: postName(t, name) }),
    })),
    {
      setting: "northbound.demand.trucks",
      values: "× 0.9, × 1, × 1.1",
      text: t("experiments.sweep.presets.demand"),
    },
    ...(primary === undefined
      ? []
      : [
          {
            setting: `northbound.stages.${primary}.service`,
            values: "× 0.9, × 1, × 1.1",
            text: t("experiments.sweep.presets.service"),
          },
        ]),
    ...(preInspectionStage === null
      ? []
      : [
          {
            setting: `northbound.stages.${preInspectionStage}.share`,
            values: ["0 %", "20 %", "40 %"]
              .map((share) => (preInspectedOf === "all" ? share : `${share} of ${preInspectedOf ?? "fast"}`))
              .join(", "),
            text: t("experiments.sweep.presets.preInspected"),
          },
        ]),
    { setting: "", values: "", text: t("experiments.sweep.presets.other") },
  ];
}
