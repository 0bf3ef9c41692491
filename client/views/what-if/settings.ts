/** The sliders of "What if", made from what a scenario has: nothing is offered that it lacks. */
import type { ScenarioFrame, ScenarioView, Settings } from "../../../shared/protocol.ts";
import { shareText } from "../../state/actions.ts";
import type { Words } from "../words.ts";
import type { SettingSpec } from "./setting.tsx";

const MOST_DEMAND = 200;
const SPARE_SCANNERS = 8;

export function settingSpecs(
  scenario: ScenarioView,
  frame: ScenarioFrame | null,
  words: Words,
): SettingSpec[] {
  const file = scenario.settings;
  const now = frame?.settings ?? file;
  return [
    fastBooths(scenario, frame, now, words),
    preInspected(file, now, words),
    referral(file, now, words),
    scanners(file, now, words),
    demand(now, words),
  ].filter((spec) => spec !== null);
}

function fastBooths(
  { settings: file, posts }: ScenarioView,
  frame: ScenarioFrame | null,
  now: Settings,
  { t, decimal }: Words,
): SettingSpec | null {
  if (file.fastBooths === null || now.fastBooths === null) return null;
  const post = posts.findIndex(({ name }) => name === "primary.fast");
  const officers = frame?.officers[post];
  return {
    name: t("whatIf.fastBooths"),
    kind: "booths",
    file: file.fastBooths,
    now: now.fastBooths,
    least: 0,
    most: file.booths,
    step: 1,
    text: (value) => decimal(value),
    effect: (value) => ({ kind: "booths", fast: value }),
    hint:
      officers !== undefined && officers < now.fastBooths ? t("whatIf.fastHint", { count: officers }) : null,
  };
}

function preInspected(file: Settings, now: Settings, { t, percent }: Words): SettingSpec | null {
  const stage = file.preInspectionStage;
  const of = file.preInspectedOf;
  if (file.preInspectedShare === null || stage === null) return null;
  return {
    name: t(of === "fast" ? "whatIf.preInspectedFast" : "whatIf.preInspected"),
    kind: "preInspected",
    file: Math.round(file.preInspectedShare * 100),
    now: Math.round((now.preInspectedShare ?? file.preInspectedShare) * 100),
    least: 0,
    most: 100,
    step: 5,
    text: (value) => percent(value / 100),
    effect: (value) => ({
      kind: "preInspected",
      share: `${shareText(value / 100)}${of === null || of === "all" ? "" : ` of ${of}`}`,
      stage,
    }),
    hint: null,
  };
}

function referral(file: Settings, now: Settings, { t, percent }: Words): SettingSpec | null {
  const { referralShare } = file;
  if (file.referralFactor === null || referralShare === null || referralShare <= 0) return null;
  return {
    name: t("whatIf.referral"),
    kind: "referral",
    file: Math.round((file.referralFactor ?? 1) * 100),
    now: Math.round((now.referralFactor ?? 1) * 100),
    least: 0,
    most: 300,
    step: 10,
    text: (value) => percent((value / 100) * referralShare, 1),
    effect: (value) => ({ kind: "referral", factor: shareText(value / 100) }),
    hint: null,
  };
}

function scanners(file: Settings, now: Settings, { t, decimal }: Words): SettingSpec | null {
  const stage = file.scannerStage;
  if (file.scanners === null || stage === null) return null;
  return {
    name: t("whatIf.scanners"),
    kind: "scanners",
    file: file.scanners,
    now: now.scanners ?? file.scanners,
    least: 0,
    most: file.scanners + SPARE_SCANNERS,
    step: 1,
    text: (value) => decimal(value),
    effect: (value) => ({ kind: "scanners", count: value, stage }),
    hint: null,
  };
}

function demand(now: Settings, { t, percent }: Words): SettingSpec {
  return {
    name: t("whatIf.demand"),
    kind: "demand",
    file: 100,
    now: Math.round(now.demandFactor * 100),
    least: 50,
    most: MOST_DEMAND,
    step: 5,
    text: (value) => percent(value / 100),
    effect: (value) => ({ kind: "demand", factor: shareText(value / 100) }),
    hint: null,
  };
}
