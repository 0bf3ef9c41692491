/** A figure that somebody asked for by name, looked up in a scenario before anything is run. */
import type { Asked, FigureKey } from "../../shared/figure-name.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { RESULT_CLASSES } from "../../shared/vocabulary.ts";
import { askedFigure } from "../analysis/asked-figure.ts";
import { figuresOf } from "../analysis/figures.ts";
import type { Figure } from "../analysis/figures.ts";
import { shapeOf } from "../measure/summary.ts";
import { planScenario } from "./plan-scenario.ts";

export function figureIn(loaded: LoadedScenario, asked: FigureKey): Asked<Figure> {
  const figures = figuresOf(shapeOf(planScenario(loaded)), RESULT_CLASSES, loaded.scenario.costs ?? {});
  return askedFigure(figures, asked);
}
