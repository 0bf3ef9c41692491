/**
 * Times of day, opening hours and dates as text: "07:00", "05:00-20:00", "2024-05-07".
 *
 * A time of day is always quoted in YAML and runs to "24:00", the end of the day. Of the hours before ten the zero may
 * be left out; it is written out wherever a time is printed.
 */
import { z } from "zod";
import { MINUTE, SECOND } from "../units.ts";
import { MONTHS, WEEKDAYS } from "../vocabulary.ts";

const CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?|24:00";
const WHOLE_CLOCK = new RegExp(`^(?:${CLOCK})$`);

/** Milliseconds since midnight of "H:MM", "HH:MM" or "HH:MM:SS"; NaN for anything else. */
export function parseClock(text: string): number {
  if (!WHOLE_CLOCK.test(text)) return Number.NaN;
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * MINUTE + seconds * SECOND;
}

/** A time of day with the zero that may be left out; anything else as it is. */
export const writtenOut = (text: string): string =>
  text.charAt(1) === ":" && WHOLE_CLOCK.test(text) ? `0${text}` : text;

/** "HH:MM", with seconds only where there are some. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / SECOND);
  const two = (value: number): string => String(value).padStart(2, "0");
  const base = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? base : `${base}:${two(seconds % 60)}`;
}

export const clockText = z
  .string()
  .regex(WHOLE_CLOCK)
  .meta({ quantity: "clock", examples: ["07:00"] });

/** Milliseconds since midnight. */
export const clock = z
  .codec(clockText, z.number(), { decode: parseClock, encode: formatClock })
  .meta({ quantity: "clock", examples: ["07:00"] });

export type Hours = { readonly from: number; readonly to: number };

/** "07:00-24:00", or "closed"; from and to in milliseconds since midnight, from < to. */
export const hours = z
  .codec(
    z.string().regex(new RegExp(`^(?:(?:${CLOCK})-(?:${CLOCK})|closed)$`)),
    z.object({ from: z.number(), to: z.number() }).nullable(),
    {
      decode: (text, ctx) => {
        if (text === "closed") return null;
        const [from, to] = text.split("-").map(parseClock) as [number, number];
        if (from < to) return { from, to };
        ctx.issues.push({
          code: "custom",
          input: text,
          params: { reason: "range", dimension: "hours", example: "07:00-24:00" },
        });
        return z.NEVER;
      },
      encode: (value) => (value === null ? "closed" : `${formatClock(value.from)}-${formatClock(value.to)}`),
    },
  )
  .meta({ quantity: "hours", examples: ["07:00-24:00", "closed"] });

export const dateText = z
  .string()
  .regex(/^[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/)
  .meta({ quantity: "date", examples: ["2024-05-07"] });

const weekday = `(?:${WEEKDAYS.join("|")})`;
/** A weekday, a run of weekdays, or a date: "mon", "tue-thu", "2024-12-25". */
export const dayKey = z
  .string()
  .regex(
    new RegExp(`^(?:${weekday}(?:-${weekday})?|[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))$`),
  )
  .meta({ quantity: "day", examples: ["mon", "tue-thu", "2024-12-25"] });

export const monthKey = z.enum(MONTHS);
export const weekdayKey = z.enum(WEEKDAYS);

/**
 * A value for every day, or one by day: `{ days: { mon-fri: …, sat: …, "2024-12-25": … } }`.
 * A date beats a single weekday, which beats a run of weekdays.
 */
export function byDay<T extends z.ZodType>(value: T) {
  return z.union([
    z.strictObject({
      days: z
        .record(dayKey, value)
        .describe("By weekday, run of weekdays or date; a date beats a weekday, a weekday beats a run."),
    }),
    value,
  ]);
}
export type ByDay<T> = T | { readonly days: Readonly<Record<string, T>> };
