/**
 * Canonical units inside the program: milliseconds, meters, events per hour, shares from 0 to 1,
 * United States dollars. Only the edges (files, pages, reports) speak other units.
 */

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The next whole minute above: what is reached within `ms` is under it. */
export const upToMinute = (ms: number): number => Math.floor(ms / MINUTE + 1) * MINUTE;

export const DIMENSIONS = ["duration", "length", "rate", "perDay", "share", "money", "wage"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** For each dimension: unit as written in a file → factor to the canonical unit. */
export const UNITS: Readonly<Record<Dimension, Readonly<Record<string, number>>>> = {
  duration: { ms: 1, s: SECOND, min: MINUTE, h: HOUR, d: DAY },
  length: { m: 1, km: 1_000, ft: 0.3048, mi: 1_609.344 },
  rate: { "/h": 1, "/min": 60, "/s": 3_600 },
  perDay: { "/day": 1, "/d": 1 },
  share: { "%": 0.01 },
  money: { $: 1 },
  wage: { "$/h": 1 },
};
