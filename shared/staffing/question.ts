/** A staffing question from what people write: promises, shifts and breaks, or all that is wrong with them. Pure. */
import type { Asked } from "../figure-name.ts";
import { finding, shorten } from "../problem.ts";
import type { Finding } from "../problem.ts";
import { parseQuantity } from "../scenario/quantity.ts";
import { parseWaitPromise } from "../wait-promise.ts";
import type { WaitPromise } from "../wait-promise.ts";
import type { ShiftRules } from "./shift-plan.ts";

export type StaffingQuestion = {
  readonly promises: readonly WaitPromise[];
  /** Share of days on which they hold together. */
  readonly sure: number;
  readonly rules: ShiftRules;
};

export type WrittenQuestion = {
  readonly promise: readonly string[];
  readonly sure: number;
  readonly shifts: string;
  readonly startsEvery: number;
  readonly break?: string | undefined;
  readonly roster?: number | undefined;
};

export type ReadQuestion =
  | { readonly ok: true; readonly question: StaffingQuestion }
  /** Paths are the keys of what is written. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function readQuestion(written: WrittenQuestion): ReadQuestion {
  const promises = written.promise.map(parseWaitPromise);
  const shifts = shiftsOf(written.shifts);
  const rest = written.break === undefined ? null : restOf(written.break);
  const findings = [
    ...promises.flatMap((promise, i) => (promise.ok ? [] : [wrongPromise(i, written.promise[i]!, promise)])),
    ...(shifts === null ? [finding("CR-702", ["shifts"], { found: shorten(written.shifts) })] : []),
    ...(rest === undefined ? [finding("CR-703", ["break"], { found: shorten(written.break ?? "") })] : []),
  ];
  if (findings.length > 0 || shifts === null || rest === undefined) return { ok: false, findings };
  return {
    ok: true,
    question: {
      promises: promises.flatMap((promise) => (promise.ok ? [promise.value] : [])),
      sure: written.sure,
      rules: { shifts, startsEveryMs: written.startsEvery, rest, roster: written.roster ?? null },
    },
  };
}

function wrongPromise(
  index: number,
  text: string,
  { fault, params }: Extract<Asked<never>, { ok: false }>,
): Finding {
  const found = shorten(text);
  if (fault === "unit") return finding("CR-701", ["promise", index], { found, context: "unit" });
  if (fault !== "class") return finding("CR-701", ["promise", index], { found });
  const context = params["context"] ?? "class";
  return finding("CR-701", ["promise", index], { ...params, found, context });
}

const SHIFT = /^(?:(\d{1,5}) of )?(\d.*)$/;
const BREAK = /^(.+?) between (.+?) and (.+)$/;

/** Null: they are none. */
function shiftsOf(text: string): ShiftRules["shifts"] | null {
  const shifts = text.split(",").flatMap((part) => {
    const match = SHIFT.exec(part.trim());
    const lengthMs = match === null ? null : parseQuantity("duration", match[2]!);
    const most = match?.[1] === undefined ? null : Number(match[1]);
    return lengthMs === null || lengthMs <= 0 || most === 0 ? [null] : [{ lengthMs, most }];
  });
  const all = shifts.flatMap((shift) => shift ?? []);
  const lengths = new Set(all.map(({ lengthMs }) => lengthMs));
  return all.length < shifts.length || lengths.size < all.length ? null : all;
}

/** Undefined: it is none. */
function restOf(text: string): NonNullable<ShiftRules["rest"]> | undefined {
  const match = BREAK.exec(text.trim());
  const [forMs, fromMs, last] = [1, 2, 3].map((i) =>
    match === null ? null : parseQuantity("duration", match[i]!),
  );
  if (forMs == null || fromMs == null || last == null || forMs <= 0 || last - forMs < fromMs)
    return undefined;
  return { forMs, fromMs, toMs: last - forMs };
}
