/** Shifts that may be worked, and plans made of them: who comes when, to which post, and the booths that they staff. */
import { DAY, HOUR } from "../units.ts";

/** Slots of equal length from opening to closing, in clock ms. */
export type SlotGrid = {
  readonly fromMs: number;
  readonly slotMs: number;
  readonly slots: number;
  /** After the last slot comes the first: the port never closes, and its days are all staffed alike. */
  readonly wraps: boolean;
};

export type ShiftRules = {
  readonly shifts: readonly {
    readonly lengthMs: number;
    /** Officers that may work one of this length on a day; null: as many as wanted. */
    readonly most: number | null;
  }[];
  readonly startsEveryMs: number;
  /** A gap that begins between `fromMs` and `toMs` of the shift; null: breaks are covered by the port's relief. */
  readonly rest: { readonly forMs: number; readonly fromMs: number; readonly toMs: number } | null;
  /** Officers on a day in all; null: as many as wanted. */
  readonly roster: number | null;
};

/** One way to work, all in slots from opening; beyond the last slot, where the grid wraps, in the morning. */
export type ShiftForm = {
  readonly start: number;
  readonly length: number;
  /** Null: without. */
  readonly rest: { readonly start: number; readonly length: number } | null;
};

/** At a post, or at those of a pool of officers, which has the name of the pool then. */
export type PlannedShift = ShiftForm & { readonly post: string; readonly officers: number };
export type ShiftPlan = readonly PlannedShift[];

export const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

/** Whether as many officers may work as anybody wants. */
export const isFree = ({ roster, shifts }: ShiftRules): boolean =>
  roster === null && shifts.every(({ most }) => most === null);

export const withoutRoster = (rules: ShiftRules): ShiftRules => ({
  ...rules,
  roster: null,
  shifts: rules.shifts.map((shift) => ({ ...shift, most: null })),
});

type Opening = { readonly from: number; readonly to: number };

/** What has to go into slots: the time that the port is open, and what the rules say. */
export const timesOf = (open: Opening, { startsEveryMs, shifts, rest }: ShiftRules): readonly number[] => [
  open.to - open.from,
  startsEveryMs,
  ...shifts.map(({ lengthMs }) => lengthMs),
  ...(rest === null ? [] : [rest.forMs, rest.fromMs, rest.toMs]),
];

/** The longest slots that every shift, start and break of the rules begins and ends with; ms from midnight. */
export function gridOf(open: Opening, rules: ShiftRules, neverCloses = false): SlotGrid {
  const slotMs = timesOf(open, rules).reduce(greatestCommon);
  return {
    fromMs: open.from,
    slotMs,
    slots: (open.to - open.from) / slotMs,
    wraps: neverCloses,
  };
}

/** The time on the clock at which a slot begins, 24:00 for midnight. */
export function clockOfSlot({ fromMs, slotMs }: SlotGrid, slot: number): number {
  const ms = fromMs + slot * slotMs;
  return ms > DAY ? ms - DAY : ms;
}

/** Every way to work that the rules allow: from opening on in steps, and so that it ends at closing if there is such. */
export function shiftForms(rules: ShiftRules, { slotMs, slots, wraps }: SlotGrid): readonly ShiftForm[] {
  const every = rules.startsEveryMs / slotMs;
  return rules.shifts.flatMap(({ lengthMs }) => {
    const length = lengthMs / slotMs;
    if (length > slots) return [];
    const last = wraps ? Math.ceil(slots / every - 1) * every : slots - length;
    const starts = Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every);
    return [...new Set([...starts, last])].flatMap((start) =>
      restsOf(rules, start, length, slotMs).map((rest): ShiftForm => ({ start, length, rest })),
    );
  });
}

function restsOf(rules: ShiftRules, start: number, length: number, slotMs: number): ShiftForm["rest"][] {
  const window = restWindow(rules, length, slotMs);
  if (window === null) return [null];
  const { first, last } = window;
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    start: start + first + i,
    length: window.length,
  }));
}

/** When the break of a shift of so many slots may begin, in slots from its start; null: a shift too short for it has none. */
export function restWindow(
  { rest }: ShiftRules,
  length: number,
  slotMs: number,
): { readonly first: number; readonly last: number; readonly length: number } | null {
  if (rest === null) return null;
  const [long, first, to] = [rest.forMs / slotMs, rest.fromMs / slotMs, rest.toMs / slotMs];
  const last = Math.min(to, length - long);
  return last < first ? null : { first, last, length: long };
}

/** Whether somebody of this shift is at a booth in a slot: 1 or 0. */
export function isAtBooth({ start, length, rest }: ShiftForm, slot: number, { slots }: SlotGrid): 0 | 1 {
  // A shift that ends by closing is the same one, whether slots wrap or not.
  const since = (from: number): number => (slot - from + 2 * slots) % slots;
  return since(start) < length && !(rest !== null && since(rest.start) < rest.length) ? 1 : 0;
}

/** Officers of a post at work, by slot; more than there are booths if the plan has more. */
export const officersBySlot = (plan: ShiftPlan, post: string, grid: SlotGrid): readonly number[] =>
  Array.from({ length: grid.slots }, (_, slot) =>
    plan.reduce(
      (sum, shift) => sum + (shift.post === post ? shift.officers * isAtBooth(shift, slot, grid) : 0),
      0,
    ),
  );

export const officersOf = (plan: ShiftPlan): number => plan.reduce((sum, { officers }) => sum + officers, 0);

/** Whether there are as many officers, and of each length of shift, as a plan has. */
export const fitsRoster = (plan: ShiftPlan, { roster, shifts }: ShiftRules, { slotMs }: SlotGrid): boolean =>
  officersOf(plan) <= (roster ?? Infinity) &&
  shifts.every(
    ({ lengthMs, most }) =>
      officersOf(plan.filter(({ length }) => length * slotMs === lengthMs)) <= (most ?? Infinity),
  );

/** Hours on duty, breaks included. */
export const hoursOnDuty = (plan: ShiftPlan, { slotMs }: SlotGrid): number =>
  (plan.reduce((sum, { officers, length }) => sum + officers * length, 0) * slotMs) / HOUR;

/** Hours that somebody can be at a booth: breaks taken off. */
export const hoursAtBooths = (plan: ShiftPlan, { slotMs }: SlotGrid): number =>
  (plan.reduce((sum, { officers, length, rest }) => sum + officers * (length - (rest?.length ?? 0)), 0) *
    slotMs) /
  HOUR;

/** In order of post, start, length and break, equal ones together, none without officers. */
export function tidied(shifts: ShiftPlan): ShiftPlan {
  const byForm = new Map<string, PlannedShift>();
  for (const shift of shifts) {
    const key = formKey(shift);
    const same = byForm.get(key);
    byForm.set(key, { ...shift, officers: shift.officers + (same?.officers ?? 0) });
  }
  return [...byForm.values()]
    .filter(({ officers }) => officers > 0)
    .sort(
      (a, b) =>
        (a.post < b.post ? -1 : a.post > b.post ? 1 : 0) ||
        a.start - b.start ||
        a.length - b.length ||
        (a.rest?.start ?? 0) - (b.rest?.start ?? 0),
    );
}

const formKey = ({ post, start, length, rest }: PlannedShift): string =>
  `${post} ${start}+${length}/${rest?.start ?? "-"}`;

/** The same text for the same plan. */
export const planKey = (plan: ShiftPlan): string =>
  plan.map((shift) => `${formKey(shift)}x${shift.officers}`).join(" ");
