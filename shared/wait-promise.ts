/**
 * What a port promises of a day: `95 % of fast under 20 min`, `all under 60 min`. A condition on a percentile of the
 * wait (`waitP95 of fast < 20 min`) says the same.
 *
 * A day keeps a promise when of all vehicles of the class that arrived on it at least this share reached primary within
 * the limit: who went away unserved counts as one who waited too long. `95 % of all at secondary.bay under 30 min` is
 * about the wait in the line of another post, of all who came to it.
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
  /** The post whose own line it is about; null: the wait for primary. */
  readonly stage: string | null;
  readonly limitMs: number;
};

const ALL = "all";
const FORM = /^(?:(\d+(?:\.\d+)?)\s*%\s+of\s+)?(\S+)(?:\s+at\s+(\S+))?\s+under\s+(.+)$/;
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
  const stage = match[3] ?? null;
  // Waits at other posts are not kept apart by class.
  if (named !== null && stage !== null) return wrong("class", { found: match[2]!, context: "stage" });
  const limitMs = parseQuantity("duration", match[4]!);
  if (limitMs === null) return wrong("unit", { found: match[4]!, metric: "wait", units: "s, min, h" });
  const share = match[1] === undefined ? 1 : Number(match[1]) / 100;
  if (!(share > 0 && share <= 1) || limitMs <= 0) return wrong("promise", { found });
  return { ok: true, value: { share, class: named, stage, limitMs } };
}

function fromCondition(found: string): Asked<WaitPromise> {
  const condition = parseCondition(found);
  if (!condition.ok) return condition;
  const { figure, comparator, limit } = condition.value;
  const share = SHARES[figure.statistic];
  const isOfWait =
    (figure.metric === "wait" && figure.hour === null) ||
    (figure.metric === "stageWait" && figure.stage !== null && figure.class === null);
  if (!isOfWait || share === undefined || !comparator.startsWith("<") || limit <= 0)
    return wrong("promise", { found });
  return { ok: true, value: { share, class: figure.class, stage: figure.stage, limitMs: limit * MINUTE } };
}

/** As `parseWaitPromise` reads it. */
export function formatWaitPromise({ share, class: of, stage, limitMs }: WaitPromise): string {
  const who = (of ?? ALL) + (stage === null ? "" : ` at ${stage}`);
  const limit = formatQuantity("duration", limitMs);
  return share === 1
    ? `${who} under ${limit}`
    : `${trim(Number((share * 100).toFixed(6)))} % of ${who} under ${limit}`;
}
