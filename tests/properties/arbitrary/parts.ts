/** Small parts of random scenario files: quantities as people write them, times of day, and how parts fit together. */
import fc from "fast-check";
import { formatClock, parseClock } from "../../../shared/scenario/clock.ts";
import { CLASS_KEYS } from "../../../shared/vocabulary.ts";

export type Entry = Readonly<Record<string, unknown>>;

/** The opening hours of a day, in minutes since midnight. */
export type Window = { readonly from: number; readonly to: number };

/**
 * What depends on other parts of the file comes as a function of them, so that shrinking one part never
 * spoils another.
 */
export type Draft<Context, T> = fc.Arbitrary<(context: Context) => T>;

export const count = (low: number, high: number) => fc.integer({ min: low, max: high });
export const seconds = (low: number, high: number) => count(low, high).map((s) => `${s} s`);
export const percent = (low = 0, high = 100) => count(low, high).map((p) => `${p} %`);
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Mostly left out. */
export const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: value, weight: 1 });

/** Thousandths of a range that another part of the file gives. */
export const part = () => count(0, 999);
export const within = (low: number, high: number, thousandths: number): number =>
  low + Math.floor(((high - low + 1) * thousandths) / 1000);

export const service = (low: number, high: number) =>
  fc.oneof(
    seconds(low, high),
    seconds(Math.max(1, low), high).map((mean) => `exponential ${mean}`),
    fc
      .tuple(seconds(Math.max(1, low), high), fc.constantFrom(0.1, 0.7, 2))
      .map(([mean, cv]) => `lognormal ${mean} cv ${cv}`),
    fc
      .tuple(seconds(Math.max(1, low), high), count(1, 5))
      .map(([mean, shape]) => `erlang ${mean} shape ${shape}`),
    fc
      .tuple(seconds(Math.max(1, low), high), fc.constantFrom(0.3, 0.6, 1.5))
      .map(([mean, cv]) => `gamma ${mean} cv ${cv}`),
    fc.tuple(count(0, low), count(low, high)).map(([from, to]) => `uniform ${from} s to ${to} s`),
    fc
      .tuple(count(0, low), count(low + 1, high + 1), part())
      .map(([from, to, mode]) => `triangular ${from} s to ${to} s mode ${within(from, to, mode)} s`),
  );

const fewClasses = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...CLASS_KEYS.filter((key) => key !== "all")), value, { maxKeys: 2 });

export const serviceByClass = (low: number, high: number) =>
  fc.oneof(
    service(low, high),
    fc.tuple(service(low, high), fewClasses(service(low, high))).map(([all, others]) => ({ all, ...others })),
  );

export const shareByClass = fc.oneof(
  percent(),
  fc.constant("100 %"),
  fc.tuple(percent(), fewClasses(percent())).map(([all, others]) => ({ all, ...others })),
);

/** A whole of 100 % in as many parts as there are names. */
export function sharesOf(names: readonly string[], weights: readonly number[]): Record<string, string> {
  const used = names.map((_, i) => 1 + (weights[i] ?? 0));
  const sum = used.reduce((total, weight) => total + weight, 0);
  const shares = used.map((weight) => Math.floor((100 * weight) / sum));
  const rest = 100 - shares.reduce((total, share) => total + share, 0);
  return Object.fromEntries(names.map((name, i) => [name, `${shares[i]! + (i === 0 ? rest : 0)} %`]));
}

export const minutesOf = (clock: string): number => parseClock(clock) / 60_000;
/** A time of day; past midnight it goes round, and a whole day is "24:00". */
export const clockOf = (minutes: number): string =>
  formatClock((minutes <= 1440 ? minutes : minutes - 1440) * 60_000);

/** An entry without what was left out, at any depth. */
export function strip(entry: Entry): Entry {
  const kept = Object.entries(entry).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, isPlain(value) ? strip(value) : value]));
}

const isPlain = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);
