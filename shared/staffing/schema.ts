/** What a question file about staffing may say; its JSON Schema and its reference derive from it, as those of scenarios do. */
import { z } from "zod";
import { MOST_OFFICERS, MOST_SEED, SURE } from "../limits.ts";
import { quantity } from "../scenario/quantity.ts";
import { SCENARIO_VERSION } from "../scenario/schema.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../units.ts";

export const MOST_PROMISES = 10;
/** Days on which a plan is estimated anew; fewer than two tell nothing. */
const FEWEST_ANEW = 2;

const text = (most: number) => z.string().min(1).max(most);

export const staffingSchema = z.strictObject({
  cruce: z.literal(SCENARIO_VERSION).describe("Version of the file format."),
  optimize: text(255).describe("The scenario file beside this one whose officers at primary are planned."),
  about: z.string().max(4_000).optional().describe("What the plan is for."),
  promise: z
    .array(text(200))
    .min(1)
    .max(MOST_PROMISES)
    .describe(
      "What is promised of a day, all of it together: `95 % of fast under 20 min`, `all under 60 min`, or a condition such as `waitP95 of fast < 20 min`.",
    ),
  sure: quantity("share", {
    min: SURE.least,
    max: SURE.most,
    minText: "50 %",
    maxText: "99 %",
    example: "90 %",
  })
    .default(0.9)
    .describe("Share of the days on which all that is promised holds."),
  shifts: text(1_000)
    .default("8 h")
    .describe(
      "Lengths of shifts, such as `8 h, 6 h`; `20 of 8 h, 4 of 6 h` where only so many officers work each.",
    ),
  startsEvery: quantity("duration", { min: MINUTE, max: DAY, example: "30 min" })
    .default(HOUR)
    .describe(
      "Shifts start in such steps from opening on, and so that one ends at closing; around the clock where the port never closes.",
    ),
  break: text(200)
    .optional()
    .describe(
      "A break in every shift, such as `30 min between 3 h and 5 h` of it; left out: the port's relief covers breaks.",
    ),
  roster: z
    .int()
    .min(1)
    .max(MOST_OFFICERS)
    .optional()
    .describe("Officers on a day in all; left out: as many as it takes."),
  budget: quantity("duration", { min: SECOND, max: DAY, example: "5 min" })
    .default(2 * MINUTE)
    .describe(
      "Time until the answer comes: the search and the days on which the plan is estimated anew; at least 20 of these are run, so that it may take a little more.",
    ),
  replications: z
    .int()
    .min(FEWEST_ANEW)
    .max(1_000_000)
    .default(200)
    .describe("Days on which the plan is estimated anew."),
  seed: z.int().min(0).max(MOST_SEED).default(1).describe("Seed of all draws."),
});

export type StaffingFile = z.output<typeof staffingSchema>;
