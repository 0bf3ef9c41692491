/**
 * Who works where and when. A post is a stage's servers as a staffing target ("toll",
 * "primary.fast", "nii.review"); a post that nobody names is manned whenever its place is open.
 *
 * Steps hold from their time to the next; before the first there is nobody.
 */
import { z } from "zod";
import { byDay, clock, clockText } from "./clock.ts";
import { quantity } from "./quantity.ts";

const officers = z.int().min(0).max(10_000);

const steps = z.record(clockText, officers).describe("Officers from each time to the next.");

export const shiftSchema = z.strictObject({
  officers: officers.describe("Officers of the shift."),
  from: clock.describe("Its start."),
  to: clock.describe("Earlier than `from`: the next morning."),
  breaks: z
    .array(
      z.strictObject({
        at: clock.describe("Start of the break."),
        for: quantity("duration", { min: 60_000, max: 28_800_000, example: "30 min" }).describe("How long."),
        officers: officers.optional().describe("How many rest at once; left out: all of the shift."),
      }),
    )
    .default([])
    .describe("Breaks of the shift; they are paid."),
});

const shifts = z.strictObject({
  shifts: z.array(shiftSchema).min(1).max(100).describe("Officers by shift, with breaks."),
});

export const level = byDay(z.union([shifts, steps]));

const pool = z.strictObject({
  officers: level.describe("Officers of the pool, by steps or by shifts."),
  posts: z
    .array(z.string())
    .min(1)
    .describe("Posts it mans, in order of pull: the first gets its officers first."),
  minimum: z
    .record(z.string(), officers)
    .default({})
    .describe("Officers a post keeps before any other gets more than its own minimum."),
});

const rules = z.strictObject({
  setUp: quantity("duration", { min: 0, max: 14_400_000, example: "5 min" })
    .default(0)
    .describe("From closed to ready; a hand-over at a manned booth takes none."),
  closesFirst: z
    .enum(["named officers", "first free", "shortest line"])
    .default("first free")
    .describe(
      "Who leaves when fewer are planned: given officers after the vehicle in hand, the next to become free, or those with the shortest line.",
    ),
  laneOfClosingBooth: z
    .enum(["serve it", "merge into others"])
    .default("serve it")
    .describe("What happens to vehicles already in the lane of a closing booth."),
  relief: z
    .number()
    .min(1)
    .max(3)
    .default(1)
    .describe(
      "Paid officer-hours for each hour at a post that is planned by steps: breaks, training, leave.",
    ),
});

const postLevels = z.union([
  level,
  z
    .record(
      z
        .string()
        .regex(/^[a-zA-Z]{1,20}$/)
        .meta({ quantity: "part", examples: ["fast"] }),
      level,
    )
    .describe("By part: { fast: …, general: … }"),
]);

export const staffing = z
  .object({
    rules: rules.prefault({}).describe("How posts open, close and are paid."),
    pools: z
      .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), pool)
      .default({})
      .describe("Officers that several posts share."),
  })
  .catchall(postLevels);
