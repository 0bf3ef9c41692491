/** What a sweep says, for people: a table of the points, a tornado of what each setting does, and the frontier. */
import { styleText } from "node:util";
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { formatFigure } from "../../../shared/figure-name.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import type { OfMetric } from "../../../shared/few-alike.ts";
import type { Requirement } from "../../../shared/requirement.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { SweepPlan } from "../../../shared/sweep/plan.ts";
import type {
  FrontierPoint,
  SweepEffect,
  SweepEffects,
  SweepFrontier,
  SweepResult,
} from "../../../shared/sweep/result.ts";
import type { FiledSweep } from "../../report/tables/sweep-rows.ts";
import { block } from "../requirements.ts";
import { sayJudgedPoints } from "../sweep-requirements.ts";
import type { JudgedPoint } from "../sweep-requirements.ts";
import type { Texts } from "../texts.ts";
import type { Ending } from "../until.ts";
import { VERSION } from "../version.ts";
import { LARGEST_SHARE } from "./cautions.ts";
import { countText } from "./count-text.ts";
import { pairsSentence } from "./gains.ts";
import { formatEstimate, formatNumber, notesOfMarks, titleOf } from "./rows.ts";
import { formatTable } from "./table.ts";
import type { Column } from "./table.ts";

const left = (title: string): Column => ({ title, align: "left" });
const right = (title: string): Column => ({ title, align: "right" });
const bold = (text: string): string => styleText("bold", text, { stream: process.stdout });

/** A sweep with what is said of it. */
export type SweptResult = FiledSweep & {
  readonly plan: SweepPlan;
  readonly scenario: LoadedScenario;
  readonly antithetic: boolean;
  /** Of each point, or pairs of them. */
  readonly days: number;
  readonly judged: readonly JudgedPoint[];
  /** How it ended, where it went on until it was precise. */
  readonly endings: readonly Ending[];
};

export function sweepText(swept: SweptResult, texts: Texts): string {
  const { t } = texts;
  const { name, plan, days, result, judged } = swept;
  const { total, points } = result;
  const asides = [
    ...sweepCautions(swept, texts),
    ...endingSentences(swept, texts),
    ...block(sayJudgedPoints(judged, total, texts)),
  ];
  return [
    `${name}: ${t("sweep.points", { count: points.length, total })}, ${t(`sweep.designs.${plan.design.kind}`)}`,
    "",
    pointsTable(swept, texts),
    "",
    ...result.effects.flatMap((effects) => [...effectsText(effects, texts), ""]),
    ...(result.frontier === null ? [] : [...frontierText(result.frontier, result, texts), ""]),
    ...asides.flatMap((sentence) => [sentence, ""]),
    ...notesOfMarks(allEstimates(result), texts),
    t("sweep.same"),
    ...gainsOfPoints(swept, texts),
    t("notes.basis", {
      days: countText(days, swept, texts),
      seed: plan.seed,
      version: VERSION,
      scheme: DRAW_SCHEME,
    }),
    "",
  ].join("\n");
}

/** All that is told with an interval. */
const allEstimates = ({ figures, points, effects }: SweepResult): readonly OfMetric[] => [
  ...points.flatMap(({ estimates }) =>
    estimates.flatMap((estimate, f) =>
      estimate === null ? [] : [{ ...estimate, metric: figures[f]!.metric }],
    ),
  ),
  ...effects.flatMap(({ figure: { metric }, rows }) =>
    rows.flatMap(({ effect, standardized, size }) =>
      [effect, standardized, size].flatMap((one) => (one === null ? [] : [{ ...one, metric }])),
    ),
  ),
];

/** What antithetic pairs brought, figure by figure. */
function gainsOfPoints({ name, result: { figures, points } }: SweptResult, texts: Texts): readonly string[] {
  return figures.flatMap((figure, f) => {
    const ratios = points.flatMap(({ estimates }) => estimates[f]?.antitheticRatio ?? []);
    return ratios.length === 0 ? [] : [pairsSentence(name, formatFigure(figure), ratios, texts)];
  });
}

/** With what was required at each point. */
function pointsTable({ result, judged }: SweptResult, texts: Texts): string {
  const { settings, figures, points } = result;
  const requirements = [...new Set(judged.map(({ requirement }) => requirement))];
  const columns = [
    right(texts.t("sweep.point")),
    ...settings.map(({ label }) => right(label)),
    ...figures.map((figure) => right(titleOf(figure, texts))),
    ...requirements.map(({ text }) => left(text)),
  ];
  const outcomeOf = (of: Requirement, at: number): string => {
    const found = judged.find(({ requirement, point }) => requirement === of && point === at);
    return found === undefined ? "" : texts.t(`sweep.outcomes.${found.outcome}`);
  };
  const rows = points.map(({ point, values, estimates }) => [
    String(point),
    ...values,
    ...estimates.map((estimate, f) =>
      estimate === null ? "" : formatEstimate({ ...estimate, metric: figures[f]!.metric }, texts),
    ),
    ...requirements.map((requirement) => outcomeOf(requirement, point)),
  ]);
  return formatTable(columns, rows);
}

function effectsText(effects: SweepEffects, texts: Texts): string[] {
  const { figure, method, none, rows } = effects;
  const { t } = texts;
  const head = bold(t("sweep.effectsOf", { figure: titleOf(figure, texts) }));
  if (none !== null) return [head, effectsNote(effects, texts)];
  const isMorris = method === "morris";
  const columns = [
    left(t("sweep.setting")),
    left(t("sweep.range")),
    right(t("sweep.change")),
    ...(isMorris ? [right(t("sweep.size")), right(t("sweep.spread"))] : [right(t("sweep.standardized"))]),
    left(""),
  ];
  const most = Math.max(...rows.map(sizeOf));
  const estimate = (one: Estimate | null, signed: boolean): string =>
    one === null ? "" : formatEstimate({ ...one, metric: figure.metric }, texts, signed);
  const lines = rows.map((row) => [
    row.setting,
    `${row.from} → ${row.to}`,
    estimate(row.effect, true),
    ...(isMorris
      ? [estimate(row.size, false), row.spread === null ? "" : formatNumber(row.spread, texts)]
      : [estimate(row.standardized, true)]),
    bar(row, most),
  ]);
  return [head, "", formatTable(columns, lines), "", effectsNote(effects, texts)];
}

/** How far the effects on a figure can be believed, or why it has none. */
export function effectsNote({ method, r2, isTrusted, none }: SweepEffects, texts: Texts): string {
  const { t } = texts;
  if (none !== null) return t(`sweep.none.${none}`);
  if (method === "morris") return t("sweep.morris");
  return t(isTrusted ? "sweep.r2" : "sweep.r2Low", { share: formatNumber(100 * (r2 ?? 0), texts) });
}

const BAR_WIDTH = 16;

const sizeOf = ({ effect, size }: SweepEffect): number => size?.value ?? Math.abs(effect.value);

/** To the left where the figure falls, to the right where it rises; of elementary effects by their mean size. */
function bar(row: SweepEffect, most: number): string {
  const blocks = most === 0 ? 0 : Math.round((BAR_WIDTH * sizeOf(row)) / most);
  const filled = "█".repeat(blocks);
  return row.effect.value < 0
    ? `${" ".repeat(BAR_WIDTH - blocks)}${filled}│`
    : `${" ".repeat(BAR_WIDTH)}│${filled}`;
}

/** Points on it, and those too close to call. */
function frontierText(
  { x, y, points }: SweepFrontier,
  { settings, points: all }: SweepResult,
  texts: Texts,
): string[] {
  const { t } = texts;
  const [xTitle, yTitle] = [x, y].map((figure) => titleOf(figure, texts)) as [string, string];
  const columns = [
    right(t("sweep.point")),
    ...settings.map(({ label }) => right(label)),
    right(xTitle),
    right(yTitle),
    right(t("sweep.sure")),
    left(""),
  ];
  const shown = points.filter(({ standing }) => standing !== "off");
  const off = points.length - shown.length;
  const row = (one: FrontierPoint): string[] => [
    String(one.point),
    ...(all.find(({ point }) => point === one.point)?.values ?? []),
    formatEstimate({ ...one.x, metric: x.metric }, texts),
    formatEstimate({ ...one.y, metric: y.metric }, texts),
    one.sure === null ? "" : `${Math.round(100 * one.sure)} %`,
    styleText(one.standing === "on" ? "green" : "dim", t(`sweep.standings.${one.standing}`), {
      stream: process.stdout,
    }),
  ];
  return [
    bold(t("sweep.frontier", { x: xTitle, y: yTitle })),
    "",
    formatTable(columns, shown.map(row)),
    "",
    off === 0
      ? t("sweep.frontierNote")
      : `${t("sweep.frontierNote")} ${t("sweep.frontierOff", { count: off })}`,
  ];
}

/** How precise the figure is at the point that is farthest from what was asked, and what that says of the others. */
export const endingSentences = ({ endings, result }: SweptResult, { t }: Texts): readonly string[] =>
  endings.map(({ state, text }) =>
    state === "zero" || result.total === 1 ? text : `${text} ${t("sweep.others")}`,
  );

/** What to know of points before reading them. */
export function sweepCautions(
  { plan, result: { points, total } }: SweptResult,
  { t }: Texts,
): readonly string[] {
  const named = (which: readonly { readonly point: number }[]) => ({
    count: which.length,
    points: which.map(({ point }) => point).join(", "),
  });
  const locked = points.filter(({ gridlocks }) => gridlocks > 0);
  const short = points.filter(({ notThrough }) => notThrough > LARGEST_SHARE);
  const { design, factors } = plan;
  const asked = design.kind === "latin" ? design.points : total;
  const repeated = factors.flatMap(({ label, levels }) =>
    levels.kind === "list" && levels.values.length < asked
      ? [t("sweep.repeated", { points: asked, count: levels.values.length, setting: label })]
      : [],
  );
  return [
    ...(total < asked ? [t("sweep.fewerDiffer", { asked, count: total })] : []),
    ...(design.kind === "latin" && total === asked ? repeated : []),
    ...(locked.length === 0 ? [] : [t("sweep.gridlocks", named(locked))]),
    ...(short.length === 0 ? [] : [t("sweep.notThrough", named(short))]),
  ];
}
