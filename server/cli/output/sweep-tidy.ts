/** What a sweep says, for machines: the documented JSON, and one line of CSV for each point and figure. */
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { csvLine } from "../../../shared/csv.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import { formatFigure } from "../../../shared/figure-name.ts";
import type { SweepEffect, SweepFrontier, SweepResult, SweptFigure } from "../../../shared/sweep/result.ts";
import { judgedRows } from "../requirements.ts";
import type { Texts } from "../texts.ts";
import type { AskedUntil } from "../until.ts";
import { VERSION } from "../version.ts";
import { sweepCautions } from "./sweep.ts";
import type { SweptResult } from "./sweep.ts";
import { FEW_ALIKE, csvCellOf, marked } from "./tidy.ts";

const keyOf = (figure: SweptFigure) => {
  const { metric, statistic, class: of, stage, hour, unit } = figure;
  return { figure: formatFigure(figure), metric, statistic, class: of, stage, hour, unit };
};

/** Cells of a figure that no vehicle tells. */
const NOTHING = {
  value: null,
  low: null,
  high: null,
  n: null,
  fewAlike: undefined,
  vehiclesNeeded: undefined,
};

/** One sweep as it ever was; several in a list, each with what is its own. */
export function sweepsJson(
  swept: readonly SweptResult[],
  { interrupted, until }: { readonly interrupted: boolean; readonly until: AskedUntil | undefined },
  texts: Texts,
): string {
  const head = { cruce: VERSION, drawScheme: DRAW_SCHEME };
  const own = swept.map((one) => ownJson(one, interrupted, until, texts));
  const report = own.length === 1 ? { ...head, ...own[0] } : { ...head, interrupted, sweeps: own };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function ownJson(
  swept: SweptResult,
  interrupted: boolean,
  until: AskedUntil | undefined,
  texts: Texts,
): object {
  const { name, plan, scenario, antithetic, days, result, judged, endings } = swept;
  const { settings, figures, points, total, effects, frontier } = result;
  return {
    seed: plan.seed,
    replications: days,
    ...(antithetic && { antithetic }),
    interrupted,
    ...(until && { until: { asked: until.text, mostDays: until.mostDays, endings } }),
    warnings: sweepCautions(swept, texts),
    scenario: name,
    file: scenario.file,
    design: plan.design.kind,
    settings: settings.map(({ name: path, label }) => ({ setting: label, path })),
    pointsInAll: total,
    points: points.map(({ point, values, notThrough, gridlocks, estimates }) => ({
      point,
      values: Object.fromEntries(settings.map(({ label }, i) => [label, values[i]])),
      notThrough,
      gridlocks,
      estimates: figures.flatMap((figure, f) => {
        const estimate = estimates[f];
        return estimate == null ? [] : [marked({ ...keyOf(figure), ...estimate })];
      }),
    })),
    effects: effects.map(({ figure, rows, ...rest }) => ({
      ...keyOf(figure),
      ...rest,
      rows: rows.map((row) => markedEffect(figure, row)),
    })),
    frontier: frontier === null ? null : frontierJson(frontier),
    ...(judged.length > 0 && {
      requirements: judgedRows(judged).map((row, i) => ({ point: judged[i]!.point, ...row })),
    }),
  };
}

const markedOf = ({ metric }: SweptFigure, estimate: Estimate | null): Estimate | null =>
  estimate !== null && areFewAlike({ ...estimate, metric }) ? { ...estimate, ...FEW_ALIKE } : estimate;

const markedEffect = (figure: SweptFigure, { effect, standardized, size, ...row }: SweepEffect) => ({
  ...row,
  effect: markedOf(figure, effect),
  standardized: markedOf(figure, standardized),
  size: markedOf(figure, size),
});

const frontierJson = ({ x, y, points }: SweepFrontier) => ({
  x: keyOf(x),
  y: keyOf(y),
  points: points.map((point) => ({ ...point, x: markedOf(x, point.x), y: markedOf(y, point.y) })),
});

const COLUMNS = [
  "figure",
  "metric",
  "statistic",
  "class",
  "stage",
  "hour",
  "unit",
  "value",
  "low",
  "high",
  "n",
  "fewAlike",
  "vehiclesNeeded",
] as const;

/** A setting that a sweep does not have is empty there. */
export function sweepsCsv(swept: readonly SweptResult[]): string {
  const settings = columnsOf(swept.flatMap(({ result }) => result.settings));
  return [
    csvLine(["scenario", "point", ...settings.map(({ title }) => title), ...COLUMNS]),
    ...swept.flatMap(({ name: scenario, result }) => {
      const at = settings.map((one) => result.settings.findIndex(({ name }) => name === one.name));
      return result.points.flatMap(({ point, values, estimates }) =>
        result.figures.map((figure, f) => {
          const estimate = estimates[f] ?? null;
          const key = keyOf(figure);
          const row = estimate === null ? { ...key, ...NOTHING } : marked({ ...key, ...estimate });
          const own = at.map((i) => values[i] ?? null);
          return csvLine([scenario, point, ...own, ...COLUMNS.map((column) => csvCellOf(row[column]))]);
        }),
      );
    }),
  ].join("");
}

/** A column for each setting, by its short name unless another setting has the same. */
function columnsOf(
  settings: SweepResult["settings"],
): readonly { readonly name: string; readonly title: string }[] {
  const byName = new Map(settings.toReversed().map(({ name, label }) => [name, label]));
  const names = [...new Set(settings.map(({ name }) => name))];
  return names.map((name) => {
    const label = byName.get(name)!;
    const isShared = names.some((other) => other !== name && byName.get(other) === label);
    return { name, title: isShared ? name : label };
  });
}
