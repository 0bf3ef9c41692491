/** What a sweep file may say; its JSON Schema and its reference derive from it, as those of scenarios do. */
import { z } from "zod";
import { MOST_SEED } from "../limits.ts";
import { SCENARIO_VERSION } from "../scenario/schema.ts";
import { DESIGNS } from "./designs.ts";

export const MOST_POINTS = 1_000;
export const MOST_FACTORS = 50;

const scalar = z.union([z.string().max(1_000), z.number(), z.boolean()]);
const figure = z.string().min(1).max(200);

export const sweepSchema = z.strictObject({
  cruce: z.literal(SCENARIO_VERSION).describe("Version of the file format."),
  sweep: z.string().min(1).max(255).describe("The scenario file beside this one whose settings vary."),
  about: z.string().max(4_000).optional().describe("What the sweep is to answer."),
  vary: z
    .record(z.string().max(1_000), z.union([scalar, z.array(scalar).min(1).max(1_000)]))
    .describe(
      "Settings by their path in the scenario, several that go together with commas between them, and their values: a list, or a range such as `6000 /day to 10000 /day in 5`; `× 0.8 to × 1.2 in 5` and `+ 0, + 1, + 2` change what the scenario says.",
    ),
  design: z
    .enum(DESIGNS)
    .default("grid")
    .describe(
      "Which points are run: every combination, a Latin hypercube over the ranges, or the trajectories of Morris.",
    ),
  points: z
    .int()
    .min(2)
    .max(MOST_POINTS)
    .optional()
    .describe(
      "How many points; left out: ten for each setting (latin), ten trajectories (morris). A grid's follow from its values.",
    ),
  respond: z
    .array(figure)
    .min(1)
    .max(20)
    .default(["waitP95"])
    .describe("Figures to tell of each point, such as `waitP95 of fast`."),
  frontier: z
    .array(figure)
    .min(2)
    .max(2)
    .optional()
    .describe("Two figures: which points are best in one for what they are in the other."),
  replications: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(20)
    .describe("How often each point is run, on the same days and trucks."),
  seed: z.int().min(0).max(MOST_SEED).default(1).describe("Seed of all draws, those of the design included."),
});

export type SweepFile = z.output<typeof sweepSchema>;
