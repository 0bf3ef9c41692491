/**
 * The one source of what a scenario file may say: TypeScript types, the committed JSON Schema, the
 * reference page, the forms and the error texts all derive from it.
 *
 * `Scenario` is a file as read: defaults filled in, quantities in canonical units (ms, meters,
 * shares from 0 to 1). `ScenarioFile` is what stands in a file.
 */
import { z } from "zod";
import { change } from "./changes.ts";
import { byDay, dateText, hours } from "./clock.ts";
import { demand } from "./demand.ts";
import { quantity } from "./quantity.ts";
import { stages } from "./stages.ts";
import { staffing } from "./staffing.ts";

export const SCENARIO_VERSION = 1;

const northbound = z.strictObject({
  demand: demand.describe("Who comes, when."),
  stages: stages.describe("What they pass, in this order."),
  staffing: staffing.prefault({}).describe("Who works where and when."),
});

export const scenarioSchema = z.strictObject({
  cruce: z.literal(SCENARIO_VERSION).describe("Version of the file format."),
  extends: z.string().max(255).optional().describe("A scenario file beside this one that this one changes."),
  name: z.string().min(1).max(120).describe("What people call it."),
  about: z.string().max(4_000).optional().describe("What it is and what to know before trusting it."),
  zone: z.string().max(64).default("UTC").describe("IANA time zone of the port, for display."),
  from: dateText.default("2024-01-01").describe("First day of the run."),
  days: z.int().min(1).max(3_660).default(1).describe("Days counted."),
  warmUp: z.int().min(0).max(366).default(0).describe("Days run before, not counted."),
  hours: byDay(hours)
    .default({ from: 0, to: 86_400_000 })
    .describe("Opening hours; vehicles come and are inspected within them."),
  atClosing: z
    .enum(["clear the queue", "hold it until opening", "turn it away"])
    .default("clear the queue")
    .describe("What happens to those still waiting for primary at closing."),
  followFor: quantity("duration", { min: 0, max: 2_592_000_000, example: "24 h" })
    .default(86_400_000)
    .describe(
      "How long after the last counted day its vehicles are followed; those still inside then are reported.",
    ),
  northbound: northbound.describe("The way of trucks into the country."),
  changes: z.array(change).max(1_000).default([]).describe("Timed disruptions and other changes."),
  costs: z
    .strictObject({
      truckHour: quantity("wage", { min: 0, max: 10_000, example: "$ 90 /h" })
        .optional()
        .describe("An hour that a truck waits."),
      officerHour: quantity("wage", { min: 0, max: 10_000, example: "$ 80 /h" })
        .optional()
        .describe("An hour that an officer is paid for."),
    })
    .optional()
    .describe("What an hour of a waiting truck and of an officer is worth."),
});

export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioFile = z.input<typeof scenarioSchema>;
export type Demand = Scenario["northbound"]["demand"];
export type Stage = Scenario["northbound"]["stages"][string];
type StagesByKind = { [S in Stage as S["kind"]]: S };
export type StageOf<K extends Stage["kind"]> = StagesByKind[K];
export type Staffing = Scenario["northbound"]["staffing"];
