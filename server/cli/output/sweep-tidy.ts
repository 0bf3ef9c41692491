/** What a sweep says, for machines: the documented JSON, and one line of CSV for each point and figure. */
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { csvLine } from "../../../shared/csv.ts";
import { formatFigure } from "../../../shared/figure-name.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { SweepPlan } from "../../../shared/sweep/plan.ts";
import type { SweepResult, SweptFigure } from "../../../shared/sweep/result.ts";
import { VERSION } from "../version.ts";

const keyOf = (figure: SweptFigure) => {
  const { metric, statistic, class: of, stage, hour, unit } = figure;
  return { figure: formatFigure(figure), metric, statistic, class: of, stage, hour, unit };
};

/** Cells of a figure that no vehicle tells. */
const NOTHING = { value: null, low: null, high: null, n: null };

export function sweepJson(
  result: SweepResult,
  plan: SweepPlan,
  loaded: LoadedScenario,
  { interrupted, warnings }: { readonly interrupted: boolean; readonly warnings: readonly string[] },
): string {
  const { settings, figures, points, total, effects, frontier } = result;
  const report = {
    cruce: VERSION,
    drawScheme: DRAW_SCHEME,
    seed: plan.seed,
    replications: plan.replications,
    interrupted,
    warnings,
    scenario: loaded.scenario.name,
    file: loaded.file,
    design: plan.design.kind,
    settings: settings.map(({ name, label }) => ({ setting: label, path: name })),
    pointsInAll: total,
    points: points.map(({ point, values, notThrough, gridlocks, estimates }) => ({
      point,
      values: Object.fromEntries(settings.map(({ label }, i) => [label, values[i]])),
      notThrough,
      gridlocks,
      estimates: figures.flatMap((figure, f) => {
        const estimate = estimates[f];
        return estimate == null ? [] : [{ ...keyOf(figure), ...estimate }];
      }),
    })),
    effects: effects.map(({ figure, ...rest }) => ({ ...keyOf(figure), ...rest })),
    frontier:
      frontier === null ? null : { x: keyOf(frontier.x), y: keyOf(frontier.y), points: frontier.points },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function sweepCsv({ settings, figures, points }: SweepResult): string {
  const head = ["point", ...settings.map(({ label }) => label)];
  const columns = [
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
  ] as const;
  return [
    csvLine([...head, ...columns]),
    ...points.flatMap(({ point, values, estimates }) =>
      figures.map((figure, f) => {
        const row = { ...keyOf(figure), ...(estimates[f] ?? NOTHING) };
        return csvLine([point, ...values, ...columns.map((column) => row[column])]);
      }),
    ),
  ].join("");
}
