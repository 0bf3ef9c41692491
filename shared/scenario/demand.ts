/**
 * Who comes, when: one of a daily number with an hourly shape, rates by hour, or a list of
 * arrivals. The daily number means the day that `refersTo` names; other days follow from the
 * weights of weekday and month.
 */
import { z } from "zod";
import { FLOWS } from "../vocabulary.ts";
import { byDay, clock, clockText, dayKey, monthKey, weekdayKey } from "./clock.ts";
import { quantity } from "./quantity.ts";
import { percent } from "./share.ts";

export const flowKey = z.enum(FLOWS);

const hourShares = z
  .record(clockText, percent("4 %"))
  .describe("Share of the day's vehicles from each time to the next; must make 100 %.");

const weight = z.number().min(0).max(100);

export const vehiclesPerDay = quantity("perDay", {
  min: 0,
  max: 1_000_000,
  minText: "0 /day",
  maxText: "1000000 /day",
  example: "8000 /day",
});
export const vehiclesPerHour = quantity("rate", {
  min: 0,
  max: 100_000,
  minText: "0 /h",
  maxText: "100000 /h",
  example: "480 /h",
});

const timetableEntry = z.strictObject({
  from: clock.describe("First arrival."),
  until: clock.optional().describe("Arrivals before this time; left out: one arrival only."),
  every: quantity("duration", { min: 1, example: "30 s" })
    .optional()
    .describe("Time between arrivals; goes with `until`."),
  flow: flowKey.default("laden").describe("What they are."),
  fast: z.boolean().default(false).describe("Whether they carry the FAST mark."),
  count: z.int().min(1).max(10_000).default(1).describe("Vehicles that arrive together."),
});

export const demand = z.strictObject({
  trucks: vehiclesPerDay.optional().describe("Vehicles a day, on the days that `refersTo` names."),
  byHour: byDay(hourShares)
    .optional()
    .describe("Hourly shape of `trucks`; left out: even over the opening hours."),
  byHourOf: z
    .partialRecord(flowKey, byDay(hourShares))
    .optional()
    .describe("Flows with an hourly shape of their own."),
  rates: z
    .union([vehiclesPerHour, byDay(z.record(clockText, vehiclesPerHour))])
    .optional()
    .describe("Instead of `trucks`: arrivals an hour, constant or in steps from each time."),
  arrivals: z
    .union([
      z.strictObject({
        file: z
          .string()
          .max(255)
          .describe(
            "CSV beside the scenario with a header: time, and optionally flow, fast and count. Times without a date are of the first counted day.",
          ),
      }),
      z.strictObject({
        timetable: z
          .array(timetableEntry)
          .min(1)
          .max(10_000)
          .describe("Arrivals at fixed times of the first counted day."),
      }),
    ])
    .optional()
    .describe("Instead of `trucks`: the arrivals themselves. No factors apply to them."),
  refersTo: z
    .strictObject({
      weekdays: dayKey
        .optional()
        .describe("The weekdays that `trucks` means; left out: the mean of the week."),
      month: monthKey.optional().describe("The month that `trucks` means; left out: the mean of the year."),
    })
    .optional()
    .describe("Which days `trucks` means."),
  weekdays: z
    .partialRecord(weekdayKey, weight)
    .optional()
    .describe("Relative weight of each weekday; only their ratios count."),
  months: z
    .partialRecord(monthKey, weight)
    .optional()
    .describe("Relative weight of each month; only their ratios count."),
  factor: quantity("share", { min: 0, max: 20, minText: "0 %", maxText: "2000 %", example: "115 %" })
    .optional()
    .describe("All demand times this."),
  dayToDay: quantity("share", { min: 0, max: 1, minText: "0 %", maxText: "100 %", example: "8 %" })
    .optional()
    .describe("Coefficient of variation between days of the day's demand; left out: none beyond chance."),
  flows: z
    .partialRecord(flowKey, percent("92 %"))
    .default({ laden: 1 })
    .describe("Shares of the flows; must make 100 %."),
  fast: z
    .partialRecord(flowKey, percent("24 %"))
    .default({})
    .describe("Share of each flow that carries the FAST mark."),
  batch: z
    .record(
      z
        .string()
        .regex(/^[1-9][0-9]{0,3}$/)
        .meta({ quantity: "number", examples: ["2"] }),
      weight,
    )
    .optional()
    .describe('Vehicles that arrive together: size and relative weight, as { "1": 1, "2": 1 }.'),
});
