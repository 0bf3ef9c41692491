/** Settings of a scenario that are often varied, by their paths, with values to begin with. */
import type { ScenarioView } from "../../../shared/protocol.ts";
import { postName } from "../../language/names.ts";
import type { SweptRange } from "./sweep-question.ts";
import type { Translate } from "../../language/translate.ts";

export type Preset = {
  /** Paths as a sweep writes them; empty: the reader writes it. */
  readonly setting: string;
  readonly values: string;
  readonly range: SweptRange;
  readonly text: string;
};

const BY_A_FIFTH: SweptRange = { from: "× 0.8", to: "× 1.2", count: "5" };

export function presetsOf(view: ScenarioView, t: Translate): readonly Preset[] {
  const primary = view.places.find(({ stageKind }) => stageKind === "primary")?.stage;
  // Where most stand first: there one more tells most.
  const manned = view.posts.filter(({ byHour }) => byHour !== null).sort((a, b) => b.capacity - a.capacity);
  const { preInspectionStage, preInspectedOf } = view.settings;
  const shareOf = (share: string): string =>
    preInspectedOf === "all" ? share : `${share} of ${preInspectedOf ?? "fast"}`;
  return [
    ...manned.flatMap(({ name }) => {
      const [stage, part] = name.split(".");
      if (stage !== primary || part === undefined) return [];
      return [
        {
          setting: `northbound.stages.${stage}.booths.${part}, northbound.staffing.${name}`,
          values: "+ 0, + 1, + 2, + 3",
          range: { from: "+ 0", to: "+ 3", count: "4" },
          text: t("experiments.sweep.presets.booths", { post: postName(t, name) }),
        },
      ];
    }),
    ...manned.map(({ name }) => ({
      setting: `northbound.staffing.${name}`,
      values: "- 2, - 1, + 0",
      range: { from: "- 2", to: "+ 0", count: "3" },
      text: t("experiments.sweep.presets.officers", { post: postName(t, name) }),
    })),
    {
      setting: "northbound.demand.trucks",
      values: "× 0.9, × 1, × 1.1",
      range: BY_A_FIFTH,
      text: t("experiments.sweep.presets.demand"),
    },
    ...(primary === undefined
      ? []
      : [
          {
            setting: `northbound.stages.${primary}.service`,
            values: "× 0.9, × 1, × 1.1",
            range: BY_A_FIFTH,
            text: t("experiments.sweep.presets.service"),
          },
        ]),
    ...(preInspectionStage === null
      ? []
      : [
          {
            setting: `northbound.stages.${preInspectionStage}.share`,
            values: ["0 %", "20 %", "40 %"].map(shareOf).join(", "),
            range: { from: shareOf("0 %"), to: shareOf("40 %"), count: "5" },
            text: t("experiments.sweep.presets.preInspected"),
          },
        ]),
    {
      setting: "",
      values: "",
      range: { from: "", to: "", count: "5" },
      text: t("experiments.sweep.presets.other"),
    },
  ];
}
