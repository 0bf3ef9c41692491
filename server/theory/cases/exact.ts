/** Days in which nothing is drawn. */
import { HOUR } from "../../../shared/units.ts";
import type { Case, Check, Measure } from "../case.ts";

const ONE_DAY = { runs: 1, days: 1, stretches: 1 };

const exactly = (exact: number, measure: Measure): Check => ({ measure, exact });

const byHand = (id: string, file: string, checks: readonly Check[]): Case => ({
  id,
  file,
  source: "byHand",
  isExact: true,
  quick: ONE_DAY,
  full: ONE_DAY,
  checks,
});

export const EXACT: readonly Case[] = [
  byHand("T5", "t05-fluid.yaml", [
    exactly(90, { of: "waitingAt", place: "booth", atMs: 3 * HOUR }),
    exactly(0, { of: "waitingAt", place: "booth", atMs: 6 * HOUR }),
    exactly(60, { of: "longestWait", place: "booth" }),
    exactly(270 * 60, { of: "totalWait", place: "booth" }),
  ]),
  byHand("T6", "t06-capacity-falls.yaml", [
    exactly(2, { of: "departure", number: 1 }),
    exactly(3, { of: "departure", number: 2 }),
    exactly(3, { of: "departure", number: 3 }),
  ]),
  byHand("T7", "t07-every-other-turned-away.yaml", [
    exactly(50, { of: "servedInAll" }),
    exactly(50, { of: "turnedAwayInAll" }),
    exactly(100.5, { of: "departure", number: 50 }),
  ]),
  byHand("T8", "t08-release-before-claim.yaml", [
    exactly(10, { of: "servedInAll" }),
    exactly(0, { of: "turnedAwayInAll" }),
  ]),
];
