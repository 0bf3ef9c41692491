/** The figure that somebody asked for by name, among those that a scenario has. */
import { formatFigure, wrong } from "../../shared/figure-name.ts";
import type { Asked, FigureKey } from "../../shared/figure-name.ts";
import { guessParams } from "../../shared/scenario/nearest.ts";
import { keyOf } from "./figures.ts";
import type { Figure } from "./figures.ts";

export function askedFigure(figures: readonly Figure[], asked: FigureKey): Asked<Figure> {
  const found = figures.find((figure) => keyOf(figure) === keyOf(asked));
  if (found !== undefined) return { ok: true, value: found };
  const { metric, stage } = asked;
  const stages = new Set(figures.flatMap((one) => (one.metric === metric ? (one.stage ?? []) : [])));
  return stage === null || stages.has(stage)
    ? wrong("absent", { found: formatFigure(asked) })
    : wrong("stage", { found: stage, metric, ...guessParams(stage, [...stages]) });
}
