/** What the form of a sweep holds, the request that it makes, and what is wrong with its values. Pure. */
import { LEAST_SWEPT_POINTS, MOST_SWEPT_POINTS, problemsOf } from "../../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { SweepRequest } from "../../../shared/experiments.ts";
import { RULE_OF_TEN } from "../../../shared/limits.ts";
import { problem } from "../../../shared/problem.ts";
import { meet, namedPaths } from "../../../shared/scenario/setting-path.ts";
import { parseAmount } from "../../../shared/sweep/amount.ts";
import { isCountedInPoints } from "../../../shared/sweep/designs.ts";
import type { DesignKind } from "../../../shared/sweep/designs.ts";
import { gridLevels } from "../../../shared/sweep/levels.ts";
import { readLevels } from "../../../shared/sweep/read-levels.ts";
import type { ReadLevels } from "../../../shared/sweep/read-levels.ts";
import { plainNumber, wholeOf } from "./fields.tsx";
import { asWritten } from "./said.ts";
import type { Preset } from "./sweep-settings.ts";

/** How values are given: one by one, or from one to another. */
export const GIVEN = ["list", "range"] as const;
export type Given = (typeof GIVEN)[number];

export type Varied = {
  /** Place among the settings that are offered; the last is the one whose path the reader writes. */
  readonly preset: number;
  readonly path: string;
  readonly given: Given;
  readonly values: string;
  readonly range: SweptRange;
  /** Just added, to be written: what is missing of it is not told before the reader has left it. */
  readonly isNew: boolean;
};

/** `count`: how many a grid takes of it. */
export type SweptRange = { readonly from: string; readonly to: string; readonly count: string };

export type SweepQuestion = {
  readonly scenario: number;
  readonly design: DesignKind;
  /** As they are typed; null: as many as the settings ask for. */
  readonly points: string | null;
  readonly varied: readonly Varied[];
  readonly respond: readonly string[];
  readonly days: string;
};

/** What is paid, and what is got. */
const FRONTIER = ["officerHours", "waitP95"];

/** Values that a grid takes of one setting: as many as it may have points in all. */
export const COUNTS = { least: LEAST_SWEPT_POINTS, most: MOST_SWEPT_POINTS };

export function varied(presets: readonly Preset[], preset: number, design: DesignKind): Varied {
  const { values, range } = presets[preset] ?? { values: "", range: { from: "", to: "", count: "5" } };
  // A hypercube spreads over ranges, of a list it takes parts of its way; steps are taken of a range alone.
  const isNew = presets[preset]?.setting === "";
  return { preset, path: "", given: design === "grid" ? "list" : "range", values, range, isNew };
}

const settingOf = ({ preset, path }: Varied, presets: readonly Preset[]): string =>
  presets[preset]?.setting || path;

/** One more: the first that is offered and varies nothing that another does; else, one whose path the reader writes. */
export function withOneMore(asked: SweepQuestion, presets: readonly Preset[]): SweepQuestion {
  const taken = asked.varied.flatMap((one) => namedPaths(settingOf(one, presets)));
  const isFree = ({ setting }: Preset): boolean =>
    setting === "" || !namedPaths(setting).some((path) => taken.some((other) => meet(path, other)));
  return { ...asked, varied: [...asked.varied, varied(presets, presets.findIndex(isFree), asked.design)] };
}

/** Where the reader has left all that is varied, or wants to start. */
export const withNoneNew = (asked: SweepQuestion): SweepQuestion => ({
  ...asked,
  varied: asked.varied.map((one) => ({ ...one, isNew: false })),
});

/** Another design, with values given as it takes them best. */
export const withDesign = (asked: SweepQuestion, design: DesignKind): SweepQuestion => ({
  ...asked,
  design,
  varied: asked.varied.map((one) => ({ ...one, given: design === "grid" ? one.given : "range" })),
});

/** Points of a trajectory of Morris: each setting takes one step from the first. */
const trajectoryPoints = ({ length }: readonly Varied[]): number => length + 1;

export const pointsOf = ({ points, design, varied: all }: SweepQuestion): string =>
  points ?? String(RULE_OF_TEN * (design === "morris" ? trajectoryPoints(all) : all.length));

/** One end of a range as a sweep file writes it; null: it is no single amount. */
function endOf(written: string): string | null {
  const text = plainNumber(written);
  return text.includes(",") || parseAmount(text) === null ? null : text;
}

/** As a sweep file writes them; empty where nothing is written, or an end of a range is none. */
function valuesOf({ given, values, range }: Varied, design: DesignKind): string {
  if (given === "list") return values;
  const [from, to] = [endOf(range.from), endOf(range.to)];
  if (from === null || to === null) return "";
  return `${from} to ${to}${design === "grid" ? ` in ${wholeOf(range.count)}` : ""}`;
}

export function sweepRequestOf(asked: SweepQuestion, presets: readonly Preset[]): SweepRequest {
  const { scenario, design, respond, days } = asked;
  return {
    kind: "sweep",
    scenarios: [scenario],
    vary: asked.varied.map((one) => ({
      setting: settingOf(one, presets),
      values: valuesOf(one, design),
    })),
    design,
    ...(isCountedInPoints(design) && { points: wholeOf(pointsOf(asked)) }),
    respond: [...respond],
    frontier: FRONTIER,
    days: wholeOf(days),
  };
}

const isCounted = ({ given }: Varied, design: DesignKind): boolean => given === "range" && design === "grid";

const hasCount = ({ range }: Varied): boolean =>
  wholeOf(range.count) >= COUNTS.least && wholeOf(range.count) <= COUNTS.most;

/** Null: nothing is written, or a part of a range is wrong by itself. */
function readOf(one: Varied, design: DesignKind): ReadLevels | null {
  const text = valuesOf(one, design).trim();
  return text === "" || (isCounted(one, design) && !hasCount(one)) ? null : readLevels(text, design);
}

/** What a setting is asked by: of the request the first two, the others of its range alone. */
const RANGE_PARTS = ["from", "to", "count"] as const;
const PARTS = ["setting", "values", ...RANGE_PARTS] as const;
export type Part = (typeof PARTS)[number];

export const partField = (index: number, part: Part): string => `vary.${index}.${part}`;

/** The server tells all that is wrong with a setting at one field: what these say is of its path, the rest of its values. */
const OF_PATHS: readonly string[] = ["CR-601", "CR-608"];

function atPart(said: ExperimentProblem): ExperimentProblem {
  if (said.code !== "setting" || !/^vary\.\d+$/.test(said.field)) return said;
  const part: Part = OF_PATHS.includes(said.problem.code) ? "setting" : "values";
  return { ...said, field: `${said.field}.${part}` };
}

/** Fields of a sweep that have a place in the form. */
export const placedFields = ({ varied: all }: SweepQuestion): readonly string[] => [
  "scenarios",
  "respond",
  "days",
  "points",
  ...all.flatMap((_, index) => PARTS.map((part) => partField(index, part))),
];

/** All that is wrong, by what page and server know; `said` is what the server has said of the request. */
export function problemsOfSweepForm(
  asked: SweepQuestion,
  presets: readonly Preset[],
  scenarios: number,
  said: readonly ExperimentProblem[],
): readonly ExperimentProblem[] {
  const own = problemsOfValues(asked);
  // Where a part of a range is wrong, what comes of it need not be said.
  const hidden = new Set(
    asked.varied.flatMap((_, index) => {
      const parts = RANGE_PARTS.map((part) => partField(index, part));
      return own.some(({ field }) => parts.includes(field)) ? [partField(index, "values")] : [];
    }),
  );
  const all = [...problemsOf(sweepRequestOf(asked, presets), scenarios), ...own, ...said.map(atPart)];
  return asWritten(
    all.filter(({ field }) => !hidden.has(field)).map((one) => withLabels(one, asked, presets)),
    {
      days: asked.days,
      points: pointsOf(asked),
      ...Object.fromEntries(asked.varied.map(({ range }, i) => [partField(i, "count"), range.count])),
    },
  );
}

/** Settings that vary the same by the names that the form has for them. */
function withLabels(
  said: ExperimentProblem,
  { varied: all }: SweepQuestion,
  presets: readonly Preset[],
): ExperimentProblem {
  if (said.code !== "overlap") return said;
  const labelAt = (number: unknown): string => {
    const one = all[Number(number) - 1];
    const preset = one === undefined ? undefined : presets[one.preset];
    return preset === undefined || preset.setting === "" ? (one?.path.trim() ?? "") : preset.text;
  };
  const { number, otherNumber } = said.params;
  return { ...said, params: { ...said.params, setting: labelAt(number), other: labelAt(otherNumber) } };
}

/** What the form tells of it: of a setting that is just being written not what it still lacks. */
export function toldProblems(
  { varied: all }: SweepQuestion,
  problems: readonly ExperimentProblem[],
): readonly ExperimentProblem[] {
  const unwritten = new Set(
    all.flatMap(({ isNew }, index) => (isNew ? PARTS.map((part) => partField(index, part)) : [])),
  );
  return problems.filter(
    ({ code, field }) => !((code === "noPath" || code === "noValues") && unwritten.has(field)),
  );
}

/** What is wrong with values by themselves, each at its field, and with too many of them together. */
function problemsOfValues({ varied: all, design }: SweepQuestion): readonly ExperimentProblem[] {
  const each = all.flatMap((one, i): readonly ExperimentProblem[] => {
    const parts = problemsOfRange(one, design, i);
    if (parts.length > 0) return parts;
    const read = readOf(one, design);
    if (read === null || read.ok) return [];
    const field = partField(i, "values");
    const place = { file: field, line: 0, column: 0 };
    return [{ field, code: "setting", problem: problem(read.code, place, field, read.params) }];
  });
  const found = gridPoints({ varied: all, design });
  if (found === null || found <= MOST_SWEPT_POINTS) return each;
  return [...each, { field: "vary", code: "points", params: { found, most: MOST_SWEPT_POINTS } }];
}

/** Where neither end is written, that there are no values is said already. */
function problemsOfRange(one: Varied, design: DesignKind, index: number): readonly ExperimentProblem[] {
  const { given, range } = one;
  if (given === "list") return [];
  const isEmpty = range.from.trim() === "" && range.to.trim() === "";
  const ends = (["from", "to"] as const).flatMap((part): readonly ExperimentProblem[] => {
    if (isEmpty || endOf(range[part]) !== null) return [];
    const found = range[part].trim();
    const params = { found, ...(found === "" && { context: "none" }) };
    return [{ field: partField(index, part), code: "amount", params }];
  });
  if (!isCounted(one, design) || hasCount(one)) return ends;
  const params = { found: wholeOf(range.count), ...COUNTS };
  return [...ends, { field: partField(index, "count"), code: "number", params }];
}

/** Points of a grid; null where there is none, or values are still wrong. */
function gridPoints({ varied: all, design }: Pick<SweepQuestion, "varied" | "design">): number | null {
  if (design !== "grid") return null;
  return all.reduce<number | null>((product, one) => {
    const read = readOf(one, design);
    return product === null || read === null || !read.ok ? null : product * gridLevels(read.levels).length;
  }, 1);
}

/** Of Morris only whole trajectories are run. */
function wholePoints(asked: SweepQuestion): number {
  const points = wholeOf(pointsOf(asked));
  return asked.design === "morris" ? points - (points % trajectoryPoints(asked.varied)) : points;
}

/** How much it is: points, and days of all of them; null while that cannot be told. */
export function sizeOf(asked: SweepQuestion): { readonly points: number; readonly days: number } | null {
  const points = asked.design === "grid" ? gridPoints(asked) : wholePoints(asked);
  const days = wholeOf(asked.days);
  return points === null || points === 0 || days === 0 ? null : { points, days: points * days };
}
