/** What the command line says of sweeps, in English. */
import { swept } from "./swept.ts";

export const sweep = {
  ...swept,
  noSign: "--vary takes a setting and its values, such as {{example}}; found {{found}}.",
  varyTwice: "--vary names {{name}} more than once: give it all its values in one --vary.",
  example: "northbound.demand.trucks = 6000 /day to 10000 /day in 5",
  invalid_one: "{{count}} of {{total}} points is no scenario.",
  invalid_other: "{{count}} of {{total}} points are no scenarios.",
  invalidPoint: "Point {{point}}, with {{values}}:",
  interrupted_one: "Interrupted: {{count}} of {{total}} points is finished and follows.",
  interrupted_other: "Interrupted: {{count}} of {{total}} points are finished and follow.",
  nothingDone: "Interrupted before the first point was finished.",
  points_one: "{{count}} point of {{total}}",
  points_other: "{{count}} points of {{total}}",
  designs: {
    grid: "every combination of the values",
    latin: "a Latin hypercube",
    morris: "trajectories of Morris",
  },
  same: "All points have the same days, trucks and draws.",
  point: "point",
  setting: "setting",
  range: "from → to",
  change: "changes by (95 %)",
  standardized: "standardized (95 %)",
  size: "μ* (95 %)",
  spread: "σ",
  effectsOf: "What each setting does to: {{figure}}",
  r2: "Straight lines explain {{share}} % of the variance between points (R²). Change: from the setting's lowest to its highest value, the others held. Standardized: in standard deviations.",
  r2Low:
    "Straight lines explain only {{share}} % of the variance between points (R²): too little to trust these effects. Look at the points, or use the design morris.",
  morris:
    "Changes over the whole range of the setting: μ* is their mean size, the change their mean with its sign, σ their spread: large where the effect depends on the other settings or bends.",
  none: {
    fewPoints:
      "No effects: they take two points more than settings that vary (a setting of words counts once for each word but the first).",
    constant: "No effects: the figure is the same in all points.",
    together: "No effects: in the points that are there, settings vary together.",
  },
  frontier: "Frontier of {{x}} and {{y}}",
  frontierNote:
    "On it: no other point is at least as good in both and better in one. How sure: the share of resampled days in which the point is on it; from 5 to 95 % it is too close to call.",
  frontierOff_one: "{{count}} more point is off it.",
  frontierOff_other: "{{count}} more points are off it.",
  sure: "sure",
  standings: { on: "on it", close: "too close to call", off: "off it" },
  notThrough_one:
    "At point {{points}} more than 1 % of the vehicles did not get through: waits do not cover them.",
  notThrough_other:
    "At points {{points}} more than 1 % of the vehicles did not get through: waits do not cover them.",
  gridlocks_one: "At point {{points}} places block each other for good on some days.",
  gridlocks_other: "At points {{points}} places block each other for good on some days.",
  repeated:
    "{{points}} points take the {{count}} values of {{setting}} more than once: a list has no values in between.",
  pointOf: "{{scenario}}, point {{point}}",
  others: "No other point is farther from what was asked.",
  outcomes: { met: "met", notMet: "not met", tooClose: "too close", unknown: "not known" },
  atAll_one: "at its one point",
  atAll_other: "at all {{count}} points",
  at: {
    met: "met at {{points}}",
    notMet: "not met at {{points}}",
    tooClose: "too close to call at {{points}}",
    unknown: "not known at {{points}}",
  },
} as const;
