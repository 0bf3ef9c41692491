/** Timed changes added, removed, or of another size at the same time and place. */
import { EFFECTS } from "./changes.ts";
import type { ChangeKind } from "./changes.ts";
import { asWritten } from "./diff-fields.ts";
import type { Tree } from "./diff-fields.ts";
import { kindOf } from "./difference.ts";
import type { Difference, Said } from "./difference.ts";

/** The field that says how much; the others say when and where. */
const SIZE: Readonly<Record<ChangeKind, string>> = {
  boothsClosed: "booths",
  scannersDown: "scanners",
  slowService: "factor",
  staffAway: "officers",
  extraInspection: "share",
  demand: "factor",
  staffing: "officers",
  booths: "fast",
  preInspected: "share",
  referral: "factor",
  scanners: "count",
};

export function diffChanges(a: readonly Tree[], b: readonly Tree[]): readonly Difference[] {
  const added = without(b, a);
  const removed = without(a, b);
  const resized = added.flatMap((now) => {
    const old = removed.find((one) => whereOf(one) === whereOf(now));
    return old === undefined ? [] : [{ old, now }];
  });
  return [
    ...resized.map(({ old, now }) => difference(old, now)),
    ...removed.filter((one) => !resized.some(({ old }) => old === one)).map((old) => difference(old, null)),
    ...added.filter((one) => !resized.some(({ now }) => now === one)).map((now) => difference(null, now)),
  ];
}

/** The entries of a list that the other has not, counting repetitions. */
function without(list: readonly Tree[], other: readonly Tree[]): readonly Tree[] {
  const left = other.map((one) => JSON.stringify(one));
  return list.filter((one) => {
    const index = left.indexOf(JSON.stringify(one));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

const kindOfChange = (change: Tree): ChangeKind => change["kind"] as ChangeKind;

const whereOf = (change: Tree): string => {
  const { [SIZE[kindOfChange(change)]]: _size, ...where } = change;
  return JSON.stringify(where);
};

function difference(old: Tree | null, now: Tree | null): Difference {
  const change = (now ?? old)!;
  const size = SIZE[kindOfChange(change)];
  const [before, after] = asWritten(old?.[size], now?.[size]);
  const kind = kindOf(before, after);
  return {
    path: "changes",
    kind,
    before,
    after,
    message: kind === "added" ? "changeAdded" : kind === "removed" ? "changeRemoved" : "changeChanged",
    params: { when: whenOf(change), effect: effectOf(change) },
    valuesAre: "text",
    absent: "other",
  };
}

function whenOf(change: Tree): Said {
  const params = { at: String(change["at"]), day: String(change["day"]), for: String(change["for"]) };
  const span = change["for"] === undefined ? "toTheEnd" : "forTime";
  return { phrase: change["day"] === 1 ? span : `${span}OnDay`, with: params };
}

/** "Booths closed, FAST: 4". */
function effectOf(change: Tree): Said {
  const kind = kindOfChange(change);
  const [, value] = asWritten(undefined, change[SIZE[kind]]);
  const effect = { word: kind, in: "effect" } as const;
  const said = { effect, value: { value: value!, are: "text" } as const };
  const of = targetsOf(change);
  return of.length === 0 ? { phrase: "effect", with: said } : { phrase: "effectOf", with: { ...said, of } };
}

function targetsOf(change: Tree): readonly Said[] {
  const fields = Object.keys(EFFECTS[kindOfChange(change)]);
  return fields.flatMap((field): Said[] => {
    const value = change[field];
    if (field === SIZE[kindOfChange(change)] || field === "kind" || value === undefined) return [];
    if (field === "type") return [{ word: String(value), in: "part" }];
    if (field === "flow") return [{ word: String(value), in: "flow" }];
    return [field === "stage" ? { stage: String(value) } : { post: String(value) }];
  });
}
