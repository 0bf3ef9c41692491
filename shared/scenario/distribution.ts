/**
 * Distributions of durations as people write them: "lognormal 80 s cv 0.7", "exponential 108 s",
 * "erlang 60 s shape 4", "gamma 60 s cv 0.5", "uniform 30 s to 90 s",
 * "triangular 30 s to 120 s mode 60 s", or a bare duration for a constant.
 *
 * The duration after the name is the mean of the distribution itself, not of its logarithm.
 */
import { z } from "zod";
import { DAY } from "../units.ts";
import { formatQuantity, parseQuantity, trim } from "./quantity.ts";

export type ServiceTime =
  | { readonly kind: "constant"; readonly meanMs: number }
  | { readonly kind: "exponential"; readonly meanMs: number }
  | { readonly kind: "erlang"; readonly meanMs: number; readonly shape: number }
  | { readonly kind: "gamma"; readonly meanMs: number; readonly cv: number }
  | { readonly kind: "lognormal"; readonly meanMs: number; readonly cv: number }
  | { readonly kind: "uniform"; readonly lowMs: number; readonly highMs: number }
  | { readonly kind: "triangular"; readonly lowMs: number; readonly modeMs: number; readonly highMs: number };

const D = "([0-9]+(?:\\.[0-9]+)? ?(?:ms|s|min|h|d))";
const N = "([0-9]+(?:\\.[0-9]+)?)";
const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => ServiceTime | null])[] = [
  [new RegExp(`^(?:constant )?${D}$`), ([mean]) => ({ kind: "constant", meanMs: ms(mean!) })],
  [new RegExp(`^exponential ${D}$`), ([mean]) => ({ kind: "exponential", meanMs: ms(mean!) })],
  [
    new RegExp(`^erlang ${D} shape ([1-9][0-9]{0,2})$`),
    ([mean, shape]) => ({ kind: "erlang", meanMs: ms(mean!), shape: Number(shape) }),
  ],
  [
    new RegExp(`^gamma ${D} cv ${N}$`),
    ([mean, cv]) => spread({ kind: "gamma", meanMs: ms(mean!), cv: Number(cv) }),
  ],
  [
    new RegExp(`^lognormal ${D} cv ${N}$`),
    ([mean, cv]) => spread({ kind: "lognormal", meanMs: ms(mean!), cv: Number(cv) }),
  ],
  [
    new RegExp(`^uniform ${D} to ${D}$`),
    ([low, high]) => (ms(low!) <= ms(high!) ? { kind: "uniform", lowMs: ms(low!), highMs: ms(high!) } : null),
  ],
  [
    new RegExp(`^triangular ${D} to ${D} mode ${D}$`),
    ([low, high, mode]) =>
      ms(low!) <= ms(mode!) && ms(mode!) <= ms(high!) && ms(low!) < ms(high!)
        ? { kind: "triangular", lowMs: ms(low!), modeMs: ms(mode!), highMs: ms(high!) }
        : null,
  ],
];

const ms = (text: string): number => parseQuantity("duration", text)!;
/** A coefficient of variation outside 0.01 to 5 is a slip of the pen, not a service time. */
const spread = (form: ServiceTime & { readonly kind: "gamma" | "lognormal" }): ServiceTime | null =>
  form.cv >= 0.01 && form.cv <= 5 ? form : null;

/** Null when the text is no distribution, or one with impossible figures. */
export function parseServiceTime(text: string): ServiceTime | null {
  for (const [form, build] of FORMS) {
    const match = form.exec(text.trim());
    if (match) return build(match.slice(1));
  }
  return null;
}

export function formatServiceTime(time: ServiceTime): string {
  const d = (value: number): string => formatQuantity("duration", value);
  switch (time.kind) {
    case "constant":
      return d(time.meanMs);
    case "exponential":
      return `exponential ${d(time.meanMs)}`;
    case "erlang":
      return `erlang ${d(time.meanMs)} shape ${time.shape}`;
    case "gamma":
    case "lognormal":
      return `${time.kind} ${d(time.meanMs)} cv ${trim(time.cv)}`;
    case "uniform":
      return `uniform ${d(time.lowMs)} to ${d(time.highMs)}`;
    case "triangular":
      return `triangular ${d(time.lowMs)} to ${d(time.highMs)} mode ${d(time.modeMs)}`;
    default:
      return time satisfies never;
  }
}

/** Mean in milliseconds. */
export function meanOfServiceTime(time: ServiceTime): number {
  if (time.kind === "uniform") return (time.lowMs + time.highMs) / 2;
  if (time.kind === "triangular") return (time.lowMs + time.modeMs + time.highMs) / 3;
  return time.meanMs;
}

/** In square milliseconds. */
export function varianceOfServiceTime(time: ServiceTime): number {
  switch (time.kind) {
    case "constant":
      return 0;
    case "exponential":
      return time.meanMs ** 2;
    case "erlang":
      return time.meanMs ** 2 / time.shape;
    case "gamma":
    case "lognormal":
      return (time.cv * time.meanMs) ** 2;
    case "uniform":
      return (time.highMs - time.lowMs) ** 2 / 12;
    case "triangular": {
      const { lowMs: a, modeMs: c, highMs: b } = time;
      return (a * a + b * b + c * c - a * b - a * c - b * c) / 18;
    }
    default:
      return time satisfies never;
  }
}

const longest = (time: ServiceTime): number =>
  time.kind === "uniform" || time.kind === "triangular" ? time.highMs : time.meanMs;

export const SERVICE_TIME_EXAMPLES = [
  "40 s",
  "exponential 108 s",
  "lognormal 80 s cv 0.7",
  "erlang 60 s shape 4",
  "gamma 60 s cv 0.5",
  "uniform 30 s to 90 s",
  "triangular 30 s to 120 s mode 60 s",
];

export const serviceTime = z
  .codec(z.string(), z.custom<ServiceTime>(), {
    decode: (text, ctx) => {
      const time = parseServiceTime(text);
      if (time !== null && longest(time) <= 30 * DAY) return time;
      ctx.issues.push({
        code: "custom",
        input: text,
        params: {
          reason: time === null ? "form" : "range",
          dimension: "distribution",
          example: SERVICE_TIME_EXAMPLES[2]!,
          ...(time === null ? {} : { low: "0 s", high: "30 d" }),
        },
      });
      return z.NEVER;
    },
    encode: formatServiceTime,
  })
  .meta({ quantity: "distribution", examples: SERVICE_TIME_EXAMPLES });
