/** The rows of the files of a sweep, as cells in the order of their columns. */
import type { Estimate } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import { formatFigure } from "../../../shared/figure-name.ts";
import type { SweepResult, SweptFigure } from "../../../shared/sweep/result.ts";
import type { FinishedPoint, SweepPoints } from "../../analysis/sweep/results.ts";
import type { Cell } from "./columns.ts";

/** A sweep as its files have it; `finished` and `points` are what its result was made of. */
export type FiledSweep = {
  readonly name: string;
  readonly result: SweepResult;
  readonly points: SweepPoints;
  readonly finished: readonly (FinishedPoint | null)[];
};

const figureCells = (figure: SweptFigure): Cell[] => {
  const { metric, statistic, class: of, stage, hour, unit } = figure;
  return [formatFigure(figure), metric, statistic, of, stage, hour, unit];
};

const intervalCells = (estimate: Estimate | null): Cell[] =>
  estimate === null ? [null, null, null] : [estimate.value, estimate.low, estimate.high];

export const pointCells = ({ name, result }: FiledSweep): Cell[][] =>
  result.points.map(({ point, notThrough, gridlocks }) => [name, point, notThrough, gridlocks]);

export const settingCells = ({ name, result, points }: FiledSweep): Cell[][] =>
  result.points.flatMap(({ point }) =>
    result.settings.map((setting, i) => {
      const { text, x } = points.levels[point - 1]![i]!;
      return [name, point, setting.label, setting.name, text, x];
    }),
  );

/** A figure that no vehicle tells has no row. */
export const responseCells = ({ name, result }: FiledSweep): Cell[][] =>
  result.points.flatMap(({ point, estimates }) =>
    result.figures.flatMap((figure, f) => {
      const estimate = estimates[f] ?? null;
      return estimate === null
        ? []
        : [
            [
              name,
              point,
              ...figureCells(figure),
              ...intervalCells(estimate),
              estimate.n,
              areFewAlike({ ...estimate, metric: figure.metric }),
              estimate.vehiclesNeeded ?? null,
            ],
          ];
    }),
  );

/** Day by day at a point, so that a day's figures stand together. */
export function* dayCells({ name, result, finished }: FiledSweep): Generator<Cell[]> {
  for (const { point } of result.points) {
    const { figures } = finished[point - 1]!;
    const days = Math.max(...figures.map((figure) => figure?.byDay.length ?? 0));
    for (let day = 0; day < days; day++)
      for (const [f, figure] of result.figures.entries()) {
        const value = figures[f]?.byDay[day] ?? null;
        if (value !== null) yield [name, point, day, ...figureCells(figure), value];
      }
  }
}

export const effectCells = ({ name, result }: FiledSweep): Cell[][] =>
  result.effects.flatMap(({ figure, method, r2, rows }) =>
    rows.map(({ setting, from, to, effect, standardized, size, spread }) => [
      name,
      ...figureCells(figure),
      method,
      r2,
      setting,
      from,
      to,
      ...intervalCells(effect),
      ...intervalCells(standardized),
      ...intervalCells(size),
      spread,
      areFewAlike({ ...effect, metric: figure.metric }),
      effect.vehiclesNeeded ?? null,
    ]),
  );

export function frontierCells({ name, result: { frontier } }: FiledSweep): Cell[][] {
  if (frontier === null) return [];
  const [x, y] = [formatFigure(frontier.x), formatFigure(frontier.y)];
  return frontier.points.map(({ point, standing, sure }) => [name, point, x, y, standing, sure]);
}
