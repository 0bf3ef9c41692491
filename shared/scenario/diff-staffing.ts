/** Staffing rules, pools and the officers at each post, compared as functions of time. */
import { isByDay } from "./calendar.ts";
import type { ByDay } from "./clock.ts";
import { asWritten, fieldDifference, leaves, treeAt } from "./diff-fields.ts";
import type { FieldOptions, Tree } from "./diff-fields.ts";
import { byDayDifferences, sayStretch, stretches, wholeDay } from "./diff-times.ts";
import type { Steps } from "./diff-times.ts";
import type { Difference, Said } from "./difference.ts";
import { isMapValue } from "./shape.ts";

const STAFFING = "northbound.staffing";

type Shift = {
  readonly officers: number;
  readonly from: string;
  readonly to: string;
  readonly breaks: readonly Tree[];
};
type Shifts = { readonly shifts: readonly Shift[] };
type DayLevel = Steps | Shifts;
type Level = ByDay<DayLevel>;
type Found = { readonly of: readonly Said[]; readonly before: string | null; readonly after: string | null };

export function diffStaffing(a: Tree, b: Tree): readonly Difference[] {
  return [...diffPosts(a, b), ...diffPools(treeAt(a, "pools"), treeAt(b, "pools")), ...diffRules(a, b)];
}

function diffRules(a: Tree, b: Tree): readonly Difference[] {
  return leaves(a["rules"], b["rules"]).map(({ path, before, after }) => {
    const [from, to] = asWritten(before, after);
    const field = `rules.${path[0]}`;
    return fieldDifference({
      group: "staffingField",
      field,
      path: `${STAFFING}.${field}`,
      before: from,
      after: to,
    });
  });
}

/** Levels by post: "toll", "primary.fast". */
function levelsOf(staffing: Tree): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const [stage, entry] of Object.entries(staffing)) {
    if (stage === "rules" || stage === "pools" || !isMapValue(entry)) continue;
    const isLevel = Object.keys(entry).some((key) => key === "shifts" || key === "days" || key.includes(":"));
    if (isLevel) levels.set(stage, entry as Level);
    else for (const [part, level] of Object.entries(entry)) levels.set(`${stage}.${part}`, level as Level);
  }
  return levels;
}

function diffPosts(a: Tree, b: Tree): readonly Difference[] {
  const [before, after] = [levelsOf(a), levelsOf(b)];
  const posts = new Set([...before.keys(), ...after.keys()]);
  return [...posts].flatMap((post) =>
    diffLevel(before.get(post), after.get(post), {
      group: "staffingField",
      field: "pools.officers",
      path: `${STAFFING}.${post}`,
      place: { post },
    }),
  );
}

function diffLevel(
  a: Level | undefined,
  b: Level | undefined,
  what: Omit<FieldOptions, "before" | "after" | "of">,
): readonly Difference[] {
  if (a === undefined || b === undefined) {
    return [fieldDifference({ ...what, before: sayLevel(a), after: sayLevel(b) })];
  }
  return byDayDifferences(a, b, compareDay).map(({ days, found }) =>
    fieldDifference({ ...what, ...found, of: [...(days === null ? [] : [{ days }]), ...found.of] }),
  );
}

const isShifts = (level: DayLevel | null): level is Shifts => level !== null && "shifts" in level;

function compareDay(a: DayLevel | null, b: DayLevel | null): readonly Found[] {
  if (isShifts(a) && isShifts(b)) return compareShifts(a.shifts, b.shifts);
  if (!isShifts(a) && !isShifts(b)) {
    return stretches(a ?? {}, b ?? {}, "0").map((stretch) => ({
      of: wholeDay(stretch) ? [] : [sayStretch(stretch)],
      before: stretch.before,
      after: stretch.after,
    }));
  }
  return [{ of: [], before: sayDay(a), after: sayDay(b) }];
}

function compareShifts(a: readonly Shift[], b: readonly Shift[]): readonly Found[] {
  const [before, after] = [byHours(a), byHours(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((hours): Found[] => {
    const [old, now] = [before.get(hours), after.get(hours)];
    const [from, to] = hours.split("-") as [string, string];
    const officers = { of: [{ phrase: "shift", with: { from, to } } as const], ...officersOf(old, now) };
    const [restBefore, restAfter] = [sayBreaks(old ?? []), sayBreaks(now ?? [])];
    const rest = {
      of: [{ phrase: "breaks", with: { from, to } } as const],
      before: restBefore,
      after: restAfter,
    };
    return [
      ...(officers.before === officers.after ? [] : [officers]),
      ...(old === undefined || now === undefined || restBefore === restAfter ? [] : [rest]),
    ];
  });
}

/** Two shifts of the same hours count together. */
function byHours(shifts: readonly Shift[]): ReadonlyMap<string, readonly Shift[]> {
  const map = new Map<string, Shift[]>();
  for (const shift of shifts) {
    const hours = `${shift.from}-${shift.to}`;
    map.set(hours, [...(map.get(hours) ?? []), shift]);
  }
  return map;
}

function officersOf(a: readonly Shift[] | undefined, b: readonly Shift[] | undefined) {
  const total = (shifts: readonly Shift[] | undefined): string | null =>
    shifts === undefined ? null : String(shifts.reduce((sum, { officers }) => sum + officers, 0));
  // A shift that is not there has nobody; null would say that the post is not planned at all.
  return { before: total(a) ?? "0", after: total(b) ?? "0" };
}

const sayBreaks = (shifts: readonly Shift[]): string | null => {
  const breaks = shifts.flatMap((shift) => shift.breaks.map((rest) => asWritten(undefined, rest)[1]!));
  return breaks.length === 0 ? "0" : breaks.join("; ");
};

const sayDay = (level: DayLevel | null): string => {
  if (level === null) return "0";
  if (!isShifts(level)) return asWritten(undefined, level)[1]!;
  return level.shifts.map(({ from, to, officers }) => `${from}–${to} ${officers}`).join(", ");
};

function sayLevel(level: Level | undefined): string | null {
  if (level === undefined) return null;
  if (!isByDay(level)) return sayDay(level);
  return Object.entries(level.days)
    .map(([days, day]) => `${days}: ${sayDay(day)}`)
    .join("; ");
}

function diffPools(a: Tree, b: Tree): readonly Difference[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((pool): readonly Difference[] => {
    const [before, after] = [treeAt(a, pool), treeAt(b, pool)];
    if (!(pool in b)) return [wholePool(pool, "removed", before)];
    if (!(pool in a)) return [wholePool(pool, "added", after)];
    const path = `${STAFFING}.pools.${pool}`;
    const what = (key: string) =>
      ({ group: "staffingField", field: `pools.${key}`, path: `${path}.${key}`, pool }) as const;
    const [postsBefore, postsAfter] = asWritten(before["posts"], after["posts"]);
    const minimum = leaves(before["minimum"], after["minimum"]).map((leaf) =>
      fieldDifference({
        ...what("minimum"),
        of: [{ post: leaf.path[0]! }],
        before: String(leaf.before ?? 0),
        after: String(leaf.after ?? 0),
      }),
    );
    return [
      ...diffLevel(before["officers"] as Level, after["officers"] as Level, what("officers")),
      ...(postsBefore === postsAfter
        ? []
        : [fieldDifference({ ...what("posts"), before: postsBefore, after: postsAfter, valuesAre: "post" })]),
      ...minimum,
    ];
  });
}

function wholePool(pool: string, kind: "added" | "removed", plan: Tree): Difference {
  const fact = (key: string, value: Said): Said => ({
    phrase: "fact",
    with: { field: { word: `pools.${key}`, in: "staffingField" }, value },
  });
  const posts = (plan["posts"] as readonly string[]).map((post): Said => ({ post }));
  return {
    path: `${STAFFING}.pools.${pool}`,
    kind,
    before: null,
    after: null,
    message: kind === "added" ? "poolAdded" : "poolRemoved",
    params: { pool, facts: [fact("officers", sayLevel(plan["officers"] as Level)!), fact("posts", posts)] },
    valuesAre: "text",
    absent: "other",
  };
}
