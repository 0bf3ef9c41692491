/**
 * Timed changes of a running port: disruptions that a file foresees and interventions made live
 * are the same data, so a live session saved as a file replays to the byte.
 *
 * A change holds from its instant for `for`, or to the end; where two overlap on one thing, the
 * later one holds while it lasts.
 */
import { z } from "zod";
import { LANE_TYPES } from "../vocabulary.ts";
import { clock } from "./clock.ts";
import { flowKey } from "./demand.ts";
import { quantity } from "./quantity.ts";
import { percent, shareOf } from "./share.ts";

const when = {
  at: clock.describe("Time of day it takes effect."),
  day: z.int().min(1).max(3_660).default(1).describe("Day of the run, from 1."),
  for: quantity("duration", { min: 1, example: "40 min" })
    .optional()
    .describe("How long; left out: to the end."),
};

const factor = (example: string) =>
  quantity("share", { min: 0, max: 20, minText: "0 %", maxText: "2000 %", example });
const stageName = z.string().max(40).describe("Stage of the file that it is about.");
const number = z.int().min(0).max(10_000);

/** What changes, without when. */
export const EFFECTS = {
  boothsClosed: {
    kind: z.literal("boothsClosed").describe("What changes."),
    booths: number.describe("Booths out of use; the vehicle in hand is finished."),
    type: z.enum(LANE_TYPES).optional().describe("Of this lane type; left out: any, the last ones first."),
  },
  scannersDown: {
    kind: z.literal("scannersDown").describe("What changes."),
    scanners: number.describe("Scanners out of use."),
    stage: stageName.default("nii"),
  },
  slowService: {
    kind: z.literal("slowService").describe("What changes."),
    factor: factor("150 %").describe("Service times that begin meanwhile, times this."),
    stage: stageName.default("primary"),
  },
  staffAway: {
    kind: z.literal("staffAway").describe("What changes."),
    officers: number.describe("Officers drawn away."),
    from: z.string().max(82).describe("The pool or post they leave."),
  },
  extraInspection: {
    kind: z.literal("extraInspection").describe("What changes."),
    share: percent("50 %").describe("Share of vehicles stopped there meanwhile."),
    stage: stageName.default("stateSafety"),
  },
  demand: {
    kind: z.literal("demand").describe("What changes."),
    factor: factor("130 %").describe("Arrivals relative to the file's."),
    flow: flowKey.optional().describe("Only this flow; left out: all."),
  },
  staffing: {
    kind: z.literal("staffing").describe("What changes."),
    post: z.string().max(82).describe("Such as primary.general."),
    officers: number.describe("Officers planned there instead."),
  },
  booths: {
    kind: z.literal("booths").describe("What changes."),
    fast: number.describe("Booths for FAST, out of the same number of booths."),
  },
  preInspected: {
    kind: z.literal("preInspected").describe("What changes."),
    share: shareOf.describe("Share pre-inspected instead."),
    stage: stageName.default("preInspection"),
  },
  referral: {
    kind: z.literal("referral").describe("What changes."),
    factor: factor("150 %").describe("Shares referred at primary, times this."),
  },
  scanners: {
    kind: z.literal("scanners").describe("What changes."),
    count: number.describe("Scanners in use instead, up to eight more than built."),
    stage: stageName.default("nii"),
  },
} as const;

/** An effect without when; what an intervention made now says. */
export const effect = z.discriminatedUnion("kind", [
  z.strictObject(EFFECTS.boothsClosed),
  z.strictObject(EFFECTS.scannersDown),
  z.strictObject(EFFECTS.slowService),
  z.strictObject(EFFECTS.staffAway),
  z.strictObject(EFFECTS.extraInspection),
  z.strictObject(EFFECTS.demand),
  z.strictObject(EFFECTS.staffing),
  z.strictObject(EFFECTS.booths),
  z.strictObject(EFFECTS.preInspected),
  z.strictObject(EFFECTS.referral),
  z.strictObject(EFFECTS.scanners),
]);
export type Effect = z.output<typeof effect>;

export const change = z.discriminatedUnion("kind", [
  z.strictObject({ ...when, ...EFFECTS.boothsClosed }),
  z.strictObject({ ...when, ...EFFECTS.scannersDown }),
  z.strictObject({ ...when, ...EFFECTS.slowService }),
  z.strictObject({ ...when, ...EFFECTS.staffAway }),
  z.strictObject({ ...when, ...EFFECTS.extraInspection }),
  z.strictObject({ ...when, ...EFFECTS.demand }),
  z.strictObject({ ...when, ...EFFECTS.staffing }),
  z.strictObject({ ...when, ...EFFECTS.booths }),
  z.strictObject({ ...when, ...EFFECTS.preInspected }),
  z.strictObject({ ...when, ...EFFECTS.referral }),
  z.strictObject({ ...when, ...EFFECTS.scanners }),
]);

export type Change = z.output<typeof change>;
export type ChangeKind = Change["kind"];

/** Scanners beyond those built that a live change may add. */
export const SPARE_SCANNERS = 8;
