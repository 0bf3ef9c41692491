/**
 * What a port promises of a day: `95 % of fast under 20 min`, `all under 60 min`. A condition on a percentile of the
 * wait (`waitP95 of fast < 20 min`) says the same.
 *
 * A day keeps a promise when of all vehicles of the class that arrived on it at least this share reached primary within
 * the limit: who went away unserved counts as one who waited too long.
 */
import { parseCondition } from "./condition.ts";
import { wrong } from "./figure-name.ts";
import type { Asked } from "./figure-name.ts";
import { guessParams } from "./scenario/nearest.ts";
import { formatQuantity, parseQuantity, trim } from "./scenario/quantity.ts";
import { MINUTE } from "./units.ts";
import { RESULT_CLASSES } from "./vocabulary.ts";
import type { ResultClass } from "./vocabulary.ts";

export type WaitPromise = {
  /** Of 1. */
  readonly share: number;
  /** null: all. */
  readonly class: ResultClass | null;
  readonly limitMs: number;
};

const ALL = "all";
const FORM = /^(?:(\d+(?:\.\d+)?)\s*%\s+of\s+)?(\S+)\s+under\s+(.+)$/;
/** Shares of the statistics that a condition on the wait may name. */
const SHARES: Readonly<Record<string, number>> = { p50: 0.5, p95: 0.95, max: 1 };

export function parseWaitPromise(text: string): Asked<WaitPromise> {
  const found = text.trim();
  const match = FORM.exec(found);
  if (match === null) return found.includes("<") ? fromCondition(found) : wrong("promise", { found });
  const of = match[2]!.toLowerCase();
  const named = RESULT_CLASSES.find((one) => one === of) ?? null;
  if (named === null && of !== ALL)
    return wrong("class", { found: match[2]!, ...guessParams(of, [ALL, ...RESULT_CLASSES]) });
  const limitMs = parseQuantity("duration", match[3]!);
  if (limitMs === null) return wrong("unit", { found: match[3]!, metric: "wait", units: "s, min, h" });
  const share = match[1] === undefined ? 1 : Number(match[1]) / 100;
  if (!(share > 0 && share <= 1) || limitMs <= 0) return wrong("promise", { found });
  return { ok: true, value: { share, class: named, limitMs } };
}

function fromCondition(found: string): Asked<WaitPromise> {
  const condition = parseCondition(found);
  if (!condition.ok) return condition;
  const { figure, comparator, limit } = condition.value;
  const share = SHARES[figure.statistic];
  const isOfWait = figure.metric === "wait" && figure.stage === null && figure.hour === null;
  if (!isOfWait || share === undefined || !comparator.startsWith("<") || limit <= 0)
    return wrong("promise", { found });
  return { ok: true, value: { share, class: figure.class, limitMs: limit * MINUTE } };
}

/** As `parseWaitPromise` reads it. */
export function formatWaitPromise({ share, class: of, limitMs }: WaitPromise): string {
  const who = of ?? ALL;
  const limit = formatQuantity("duration", limitMs);
  return share === 1
    ? `${who} under ${limit}`
    : `${trim(Number((share * 100).toFixed(6)))} % of ${who} under ${limit}`;
}
