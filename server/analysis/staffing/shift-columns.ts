/**
 * Shifts of one post in a program. A break is no column of a shift with it, which would be a shift for each time of its
 * break: everybody rests as early as the rules allow, and by slot one column counts those whose break is put off
 * (implicit modelling: Bechtold, Jacobs, Management Science 36, 1990; Aykin, Management Science 42, 1996). Who waits for
 * a break longest has it first, so that the count alone tells whose it is; shifts whose breaks may be put off for
 * another time are counted apart.
 */
import { HOUR } from "../../../shared/units.ts";
import { isAtBooth, restWindow, shiftForms } from "../../../shared/staffing/shift-plan.ts";
import type { PlannedShift, ShiftForm, ShiftRules, SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import type { ModelBuilder, Row } from "./linear-model.ts";

type Terms = Row["terms"];
type ShiftColumn = { readonly form: ShiftForm; readonly column: number };
/** Shifts with one window for their breaks, in slots from their start. */
type Resting = {
  readonly first: number;
  readonly last: number;
  readonly length: number;
  /** By start. */
  readonly shifts: ReadonlyMap<number, readonly ShiftColumn[]>;
  /** By slot: how many could have begun their break by now and have not. */
  readonly putOff: readonly number[];
};
type Waiting = {
  readonly form: ShiftForm;
  /** The slot of its start, below 0 where it is of the day before. */
  readonly start: number;
  officers: number;
};

export class ShiftColumns {
  /** Each with its break as early as can be. */
  readonly shifts: readonly ShiftColumn[];
  readonly #grid: SlotGrid;
  readonly #resting: readonly Resting[];

  constructor(builder: ModelBuilder, rules: ShiftRules, grid: SlotGrid, costOf: (form: ShiftForm) => number) {
    this.#grid = grid;
    this.shifts = earliestForms(rules, grid).map((form) => ({
      form,
      column: builder.column({ cost: costOf(form), most: null, isWhole: true }),
    }));
    this.#resting = restingOf(this.shifts, rules, grid, () =>
      builder.column({ cost: 0, most: null, isWhole: true }),
    );
    for (const resting of this.#resting) this.#keepWindow(builder, resting);
  }

  /** Columns of shifts that start between full hours: near to others, so that few of them are worth their place. */
  get between(): readonly number[] {
    const hour = Math.max(1, Math.round(HOUR / this.#grid.slotMs));
    return this.shifts.filter(({ form }) => form.start % hour !== 0).map(({ column }) => column);
  }

  /** Officers at their booths in a slot. */
  atBooth(slot: number): Terms {
    const early = this.shifts.filter(({ form }) => isAtBooth(form, slot, this.#grid) === 1);
    return [
      ...early.map(({ column }) => [column, 1] as const),
      ...this.#resting.flatMap((resting) => [
        ...this.#putOff(resting, slot, 1),
        ...this.#putOff(resting, slot - resting.length, -1),
      ]),
    ];
  }

  /** What the values of the columns say, each with its own break. */
  read(post: string, values: readonly number[]): readonly PlannedShift[] {
    const without = this.shifts.filter(({ form }) => form.rest === null);
    return [
      ...without.map(({ form, column }) => ({ ...form, post, officers: Math.round(values[column]) })),
      ...this.#resting.flatMap((resting) => this.#readBreaks(post, resting, values)),
    ];
  }

  /** Nobody has a break twice, and none is put off beyond its window. */
  #keepWindow(builder: ModelBuilder, resting: Resting): void {
    for (let slot = 0; slot < this.#grid.slots; slot++) {
      builder.atLeast(0, [
        ...this.#putOff(resting, slot - 1, 1),
        ...this.#startedAt(resting, slot - resting.first),
        ...this.#putOff(resting, slot, -1),
      ]);
      const stillMay = Array.from({ length: resting.last - resting.first }, (_, i) =>
        this.#startedAt(resting, slot - resting.first - i),
      );
      builder.atLeast(0, [...stillMay.flat(), ...this.#putOff(resting, slot, -1)]);
    }
  }

  #putOff({ putOff }: Resting, slot: number, factor: number): Terms {
    const column = putOff[this.#around(slot)];
    return column === undefined ? [] : [[column, factor]];
  }

  #startedAt({ shifts }: Resting, slot: number): Terms {
    return (shifts.get(this.#around(slot)) ?? []).map(({ column }) => [column, 1] as const);
  }

  /** The day before is one like this day, where slots wrap. */
  #around(slot: number): number {
    const { slots, wraps } = this.#grid;
    return wraps ? (slot + 2 * slots) % slots : slot;
  }

  #readBreaks(post: string, resting: Resting, values: readonly number[]): readonly PlannedShift[] {
    const { first, length } = resting;
    const started = (start: number): Waiting[] =>
      (resting.shifts.get(this.#around(start)) ?? []).map(({ form, column }) => ({
        form,
        start,
        officers: Math.round(values[column]),
      }));
    const putOff = (slot: number): number =>
      this.#putOff(resting, slot, 1).reduce((sum, [column]) => sum + Math.round(values[column]), 0);
    const waiting = this.#fromTheDayBefore(resting, putOff(-1), started);
    const found: PlannedShift[] = [];
    for (let slot = 0; slot < this.#grid.slots; slot++) {
      waiting.push(...started(slot - first));
      let going = waiting.reduce((sum, { officers }) => sum + officers, 0) - putOff(slot);
      while (going > 0) {
        const [longest] = waiting;
        const officers = Math.min(going, longest.officers);
        const rest = { start: longest.form.start + slot - longest.start, length };
        found.push({ ...longest.form, post, officers, rest });
        going -= officers;
        longest.officers -= officers;
        if (longest.officers === 0) waiting.shift();
      }
    }
    return found;
  }

  /** Those whose break is put off beyond midnight are the last who could have begun it before. */
  #fromTheDayBefore(
    { first, last }: Resting,
    number: number,
    started: (start: number) => readonly Waiting[],
  ): Waiting[] {
    const waiting: Waiting[] = [];
    let left = number;
    for (let start = -1 - first; start >= -last && left > 0; start--) {
      for (const shift of started(start).toReversed()) {
        const officers = Math.min(left, shift.officers);
        waiting.unshift({ ...shift, officers });
        left -= officers;
      }
    }
    return waiting;
  }
}

function earliestForms(rules: ShiftRules, grid: SlotGrid): readonly ShiftForm[] {
  const seen = new Set<string>();
  return shiftForms(rules, grid).filter(({ start, length }) => {
    const key = `${start}+${length}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function restingOf(
  shifts: readonly ShiftColumn[],
  rules: ShiftRules,
  { slotMs, slots }: SlotGrid,
  column: () => number,
): readonly Resting[] {
  const byWindow = new Map<string, { -readonly [K in keyof Resting]: Resting[K] }>();
  for (const shift of shifts) {
    const { start, length } = shift.form;
    const window = restWindow(rules, length, slotMs);
    if (window === null) continue;
    const key = `${window.first}-${window.last}`;
    const isFixed = window.first === window.last;
    const found = byWindow.get(key) ?? {
      ...window,
      shifts: new Map(),
      putOff: isFixed ? [] : Array.from({ length: slots }, column),
    };
    byWindow.set(key, {
      ...found,
      shifts: new Map([...found.shifts, [start, [...(found.shifts.get(start) ?? []), shift]]]),
    });
  }
  return [...byWindow.values()];
}
