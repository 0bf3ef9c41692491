/**
 * The stages of the northbound cargo path, in the order the file gives. A stage's kind is its
 * name unless it says otherwise, so that two of a kind are possible under other names.
 *
 * `room` is waiting places in vehicles, those in service not counted; left out: no limit. Where the
 * next place is full a vehicle stays where it is and blocks what it occupies.
 */
import { z } from "zod";
import { EXAMS } from "../vocabulary.ts";
import type { StageKind } from "../vocabulary.ts";
import { byDay, hours } from "./clock.ts";
import { serviceTime } from "./distribution.ts";
import { quantity } from "./quantity.ts";
import { classKey, percent, shareByClass, shareOf } from "./share.ts";

export const duration = (example: string, max?: number) =>
  quantity("duration", { min: 0, ...(max === undefined ? {} : { max }), example });
const length = (example: string) =>
  quantity("length", { min: 0.1, max: 200_000, minText: "0.1 m", maxText: "200 km", example });

const servers = (what: string) => z.int().min(1).max(10_000).describe(what);
const room = z
  .int()
  .min(0)
  .max(1_000_000)
  .optional()
  .describe("Waiting places, in vehicles, beside those in service; left out: no limit.");

/** One service time for all, or one by class; the most specific class that fits wins. */
export const serviceByClass = z.union([serviceTime, z.partialRecord(classKey, serviceTime)]);

const moveUp = duration("10 s").default(0).describe("Time to pull up, before each service.");

/** What every stage may say. */
const common = <K extends StageKind>(kind: K) => ({
  kind: z.literal(kind).describe("Kind of the stage; may be left out where it is the stage's name."),
  before: z.string().optional().describe("In a file that extends: the stage to stand before."),
  after: z.string().optional().describe("In a file that extends: the stage to stand after."),
});

const preInspection = z.strictObject({
  ...common("preInspection"),
  share: shareOf.describe("Vehicles of enrolled shippers, as a share of a class."),
  hours: byDay(hours).optional().describe("Hours of the joint facility; left out: those of the port."),
  lanes: servers("Joint inspection lanes."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  room,
  replaces: z
    .array(z.string())
    .default(["exportCustoms"])
    .describe("Stages that those pre-inspected need not pass; removes one of two serial inspections."),
});

const exportCustoms = z.strictObject({
  ...common("exportCustoms"),
  lanes: servers("Export modules."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  room,
  redLight: percent("5 %").default(0).describe("Share drawn at random for inspection."),
  redLightService: serviceTime.optional().describe("Inspection after a red light."),
  redLightBays: z.int().min(1).max(10_000).optional().describe("Bays for it; left out: no limit."),
});

const toll = z.strictObject({
  ...common("toll"),
  lanes: servers("Toll lanes."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  room,
});

const approach = z.strictObject({
  ...common("approach"),
  lanes: servers("Lanes of the approach and bridge."),
  length: length("2.6 km").describe("Length of the approach, bridge included."),
  spacing: length("19 m").describe("Length a waiting vehicle takes, gap included."),
  freeFlow: duration("4 min").describe("Shortest time from its start to its end."),
  fastSplitsAt: length("400 m")
    .optional()
    .describe("Distance before the end where FAST gets lanes of its own; left out: never."),
  fastLanes: z.int().min(1).max(100).default(1).describe("Lanes for FAST after the split."),
});

const referral = z.strictObject({
  random: percent("2 %").default(0).describe("Share of all vehicles, drawn blindly."),
  byRisk: z
    .partialRecord(classKey, percent("10 %"))
    .default({})
    .describe("Share by class on top, for cause."),
  fastFactor: quantity("share", { min: 0, max: 1, minText: "0 %", maxText: "100 %", example: "30 %" })
    .default(1)
    .describe("Referral of FAST vehicles relative to others of their flow."),
  preInspectedFactor: quantity("share", { min: 0, max: 1, minText: "0 %", maxText: "100 %", example: "10 %" })
    .default(0)
    .describe("Referral of those pre-inspected relative to others of their flow."),
  reasons: z
    .partialRecord(z.enum(EXAMS), percent("40 %"))
    .default({ documents: 1 })
    .describe("What those referred need; must make 100 %."),
  reasonsOf: z
    .partialRecord(classKey, z.partialRecord(z.enum(EXAMS), percent("40 %")))
    .default({})
    .describe("Classes with reasons of their own."),
});

const primary = z.strictObject({
  ...common("primary"),
  booths: z
    .strictObject({
      fast: z.int().min(0).max(1_000).default(0).describe("Booths for FAST only."),
      general: z.int().min(0).max(1_000).default(0).describe("Booths for those without FAST."),
      shared: z.int().min(0).max(1_000).default(0).describe("Booths for all."),
    })
    .describe("Booths by lane type."),
  line: z
    .enum(["own", "pooled"])
    .default("own")
    .describe("own: each booth has its lane; pooled: one line for each lane type, next free booth calls."),
  laneRoom: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe(
      "Waiting places of each booth lane (of each line when pooled), the booth itself not counted; left out: no limit.",
    ),
  fastFirst: z.boolean().default(false).describe("Whether FAST goes first in lines it shares."),
  fastUsesGeneral: z
    .enum(["never", "when no fast booth is staffed", "when it is shorter"])
    .default("when no fast booth is staffed")
    .describe("When FAST vehicles may use general booths."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  referral: referral.optional().describe("Who is sent on to NII and secondary; left out: nobody."),
});

const nii = z.strictObject({
  ...common("nii"),
  scanners: servers("Scanners or portals."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  room,
  share: shareByClass
    .optional()
    .describe(
      "Scanned vehicles; after primary: on top of those referred for a scan. Left out: before primary all, after it those referred.",
    ),
  review: z
    .strictObject({
      service: serviceTime.describe("Reading one image."),
      analysts: servers("Analysts of the separate pool."),
      wait: z
        .enum(["goes on queueing", "at the scanner", "in the yard"])
        .default("goes on queueing")
        .describe(
          "Where the vehicle is meanwhile. Queueing: it is held only where the next inspection would begin.",
        ),
    })
    .optional()
    .describe("Image review; left out: done within the scan."),
  alarm: percent("1 %").default(0).describe("Share of images that send the vehicle to a partial unload."),
});

const exam = z.strictObject({
  service: serviceTime.describe("How long it takes."),
  at: z.enum(["bay", "dock"]).describe("Where it is done."),
});

const secondary = z.strictObject({
  ...common("secondary"),
  bays: servers("Bays."),
  docks: z.int().min(0).max(10_000).default(0).describe("Unloading docks."),
  room,
  exams: z.partialRecord(z.enum(EXAMS), exam).describe("Each exam that a referral may ask for."),
});

const stateSafety = z.strictObject({
  ...common("stateSafety"),
  share: shareByClass.default(1).describe("Vehicles stopped after the federal exit."),
  inspectors: servers("Inspection places."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  room,
});

const station = z.strictObject({
  ...common("station"),
  servers: z.union([servers("Servers."), z.literal("unlimited")]).describe("Servers, or unlimited."),
  service: serviceByClass.describe("Service time, for all or by class."),
  moveUp,
  room,
  whenFull: z.enum(["wait", "turn away"]).default("wait").describe("What a vehicle that finds no room does."),
  lines: z
    .enum(["one", "one per server"])
    .default("one")
    .describe("One line for all servers, or a line before each."),
  choose: z
    .enum(["shortest", "random"])
    .default("shortest")
    .describe("How a vehicle chooses among lines: shortest, or by chance at even odds."),
  fastFirst: z.boolean().default(false).describe("Whether FAST goes first, without interrupting a service."),
  patience: serviceTime.optional().describe("Longest wait before service; then the vehicle leaves."),
  join: z
    .record(
      z
        .string()
        .regex(/^[0-9]{1,6}$/)
        .meta({ quantity: "number", examples: ["3"] }),
      percent("50 %"),
    )
    .optional()
    .describe('Share of arrivals that join when at least so many are there: { "3": 50 %, "7": 0 % }.'),
  share: shareByClass.default(1).describe("Vehicles that pass this stage; the others go by."),
  next: z
    .record(z.string(), percent("25 %"))
    .optional()
    .describe("Where vehicles go from here, by stage or `exit`; must make 100 %. Left out: the next stage."),
});

/** After reading, every stage says its kind; in a file it may be left out where it is the stage's name. */
export const stage = z.discriminatedUnion("kind", [
  preInspection,
  exportCustoms,
  toll,
  approach,
  primary,
  nii,
  secondary,
  stateSafety,
  station,
]);

export const stages = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), stage);
