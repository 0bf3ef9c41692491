/**
 * Says what is wrong with a value that should carry a unit: the unit missing, of another dimension or
 * misspelt, a comma for a point, a time of day without quotes. Each mistake that can be mended by
 * guessing comes with the mended text.
 */
import type { Finding, Path, ProblemCode, ProblemParams } from "../problem.ts";
import { finding } from "../problem.ts";
import { DIMENSIONS, UNITS } from "../units.ts";
import type { Dimension } from "../units.ts";
import { parseServiceTime } from "./distribution.ts";
import { nearest } from "./nearest.ts";
import { parseQuantity, trim } from "./quantity.ts";

type Refused = {
  /** What the schema calls it: a dimension, or clock, hours, date, distribution. */
  readonly quantity: string;
  readonly examples: readonly string[];
  /** As in the file without quotes, and as in the file. */
  readonly written: string;
  readonly found: string;
};

export function quantityFinding(path: Path, refused: Refused): Finding {
  const { quantity, written, found } = refused;
  const say = (code: ProblemCode, params: ProblemParams): Finding =>
    finding(code, path, { found, ...params });
  switch (quantity) {
    case "clock":
      return say("CR-211", guessed(timeOfDayGuess(written)));
    case "hours":
      return say("CR-212", guessed(hoursGuess(written)));
    case "date":
      return say("CR-213", {});
    case "distribution":
      return serviceTimeFinding(path, refused);
    default:
      return dimensionFinding(path, refused, quantity as Dimension);
  }
}

const guessed = (guess: string | null): ProblemParams => (guess === null ? {} : { guess, context: "guess" });

const BARE_NUMBER = /^[-+]?[0-9]+(?:\.[0-9]+)?$/;

/** Units as a text: "s, min, h". */
const unitsOf = (dimension: Dimension): string =>
  dimension === "money"
    ? "$ 90"
    : dimension === "wage"
      ? "$ 90 /h"
      : Object.keys(UNITS[dimension]).join(", ");

function dimensionFinding(path: Path, refused: Refused, dimension: Dimension): Finding {
  const { written, found } = refused;
  const example = refused.examples[0] ?? "";
  const units = unitsOf(dimension);
  const say = (code: ProblemCode, params: ProblemParams): Finding =>
    finding(code, path, { found, ...params });
  const text = written.trim();
  if (/^\$? ?-/.test(text)) return say("CR-205", { dimension, example, units, context: "negative" });
  if (BARE_NUMBER.test(text)) {
    if (dimension === "share") return percentFinding(path, text, found, example);
    const isMoney = dimension === "money" || dimension === "wage";
    const guess = withUnitOf(example, text);
    return say("CR-206", { dimension, example, units, guess, ...(isMoney ? { context: "money" } : {}) });
  }
  const exact = dimensionOf(text);
  const guess = exact === null ? spelled(text, dimension) : null;
  if (guess !== null) return say("CR-205", { dimension, example, units, ...guessed(guess) });
  const other = exact ?? misspeltDimensionOf(text);
  if (other !== null && other !== dimension)
    return say("CR-207", { dimension, foundDimension: other, example, units });
  const pointed = withPoint(text, (candidate) => reads(dimension, candidate));
  if (pointed !== null) return say("CR-210", { guess: pointed });
  return say("CR-205", { dimension, example, units });
}

/** A share with what it is a share of reads as the share itself. */
const reads = (dimension: Dimension, text: string): boolean =>
  parseQuantity(dimension, dimension === "share" ? text.replace(/ of (?:all|fast|general)$/, "") : text) !==
  null;

function percentFinding(path: Path, text: string, found: string, example: string): Finding {
  const value = Number(text);
  // Where more than the whole is usual (a factor), 1.15 means 115 %.
  const isFraction = value > 0 && value < (Number.parseFloat(example) > 100 ? 10 : 1);
  const guess = isFraction ? `${trim(value * 100)} %` : `${text} %`;
  return finding("CR-209", path, { found, example, guess, ...(isFraction ? { context: "fraction" } : {}) });
}

const withUnitOf = (example: string, number: string): string => example.replace(/[0-9.]+/, number);

type OtherKind = Dimension | "distribution" | "clock";

/** The dimension that a text is of as it stands. */
function dimensionOf(text: string): OtherKind | null {
  const found = DIMENSIONS.find((dimension) => reads(dimension, text));
  if (found !== undefined) return found;
  if (parseServiceTime(text) !== null) return "distribution";
  return /^[0-2]?[0-9]:[0-5][0-9]$/.test(text) ? "clock" : null;
}

/** The dimension that a text is of once its unit is spelled right. */
const misspeltDimensionOf = (text: string): Dimension | null =>
  DIMENSIONS.find((dimension) => dimension !== "money" && spelled(text, dimension) !== null) ?? null;

/** "2,6 km" with a point, "8,000 /day" or "8 000 /day" without separators; null when that does not help. */
function withPoint(text: string, isRight: (candidate: string) => boolean): string | null {
  const joined = text.replace(/(?<=[0-9])[, ](?=[0-9]{3}(?![0-9]))/g, "");
  if (joined !== text && isRight(joined)) return joined;
  const pointed = text.replace(/(?<=[0-9]),(?=[0-9])/g, ".");
  return pointed !== text && isRight(pointed) ? pointed : null;
}

const SPELLINGS: Readonly<Record<string, string>> = {
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  mins: "min",
  minute: "min",
  minutes: "min",
  hr: "h",
  hrs: "h",
  hour: "h",
  hours: "h",
  day: "d",
  days: "d",
  meter: "m",
  meters: "m",
  metre: "m",
  metres: "m",
  kms: "km",
  kilometer: "km",
  kilometers: "km",
  mile: "mi",
  miles: "mi",
  feet: "ft",
  foot: "ft",
  "/hr": "/h",
  "/hour": "/h",
  "per h": "/h",
  "per hour": "/h",
  "an hour": "/h",
  "per minute": "/min",
  "per second": "/s",
  "per day": "/day",
  "a day": "/day",
  percent: "%",
  pct: "%",
};

/** "100 seconds", "33 / h", "100 S": the text with its unit as it should be, where that reads. */
function spelled(text: string, dimension: Dimension): string | null {
  const dollars =
    /^\$?\s*([0-9]+(?:\.[0-9]+)?)\s*(?:\$|usd|dollars)?\s*(\/ ?h(?:r|our)?|per hour|an hour)?$/i.exec(text);
  if (dimension === "wage" || dimension === "money") {
    return dollars === null ? null : `$ ${dollars[1]!}${dimension === "wage" ? " /h" : ""}`;
  }
  const match = /^([0-9]+(?:\.[0-9]+)?)\s*(.*?)\s*$/.exec(text);
  if (match === null) return null;
  const unit = match[2]!.toLowerCase().replace(/\/\s+/g, "/").replace(/\s+/g, " ");
  const [, bare, rest] = /^(.*?)( of (?:all|fast|general))?$/.exec(unit)!;
  const known = Object.keys(UNITS[dimension]);
  const right = known.includes(bare!)
    ? bare!
    : (SPELLINGS[bare!] ?? nearest(bare!, [...known, ...Object.keys(SPELLINGS)]));
  const candidate = `${match[1]!} ${right === null ? "" : (SPELLINGS[right] ?? right)}${rest ?? ""}`;
  return reads(dimension, candidate) ? candidate : null;
}

const FORMS = ["exponential", "lognormal", "gamma", "erlang", "uniform", "triangular", "constant"];

function serviceTimeFinding(path: Path, refused: Refused): Finding {
  const { written, found } = refused;
  const text = written.trim();
  const example = refused.examples[2] ?? refused.examples[0] ?? "";
  const say = (code: ProblemCode, params: ProblemParams): Finding =>
    finding(code, path, { found, ...params });
  if (BARE_NUMBER.test(text)) {
    const units = unitsOf("duration");
    return say("CR-206", { dimension: "distribution", example, units, guess: `${text} s` });
  }
  const other = dimensionOf(text) ?? misspeltDimensionOf(text);
  if (other !== null && other !== "duration" && other !== "distribution") {
    return say("CR-207", {
      dimension: "distribution",
      foundDimension: other,
      example,
      units: unitsOf("duration"),
    });
  }
  const isRight = (candidate: string): boolean => parseServiceTime(candidate) !== null;
  const pointed = withPoint(text, isRight);
  if (pointed !== null) return say("CR-210", { guess: pointed });
  return say("CR-214", {
    example,
    forms: refused.examples.slice(1).join("; "),
    ...serviceTimeHint(text, isRight),
  });
}

function serviceTimeHint(text: string, isRight: (candidate: string) => boolean): ProblemParams {
  const cv = /^(?:gamma|lognormal) .* cv ([0-9.]+)$/.exec(text);
  if (cv !== null && isRight(text.replace(/ cv [0-9.]+$/, " cv 1"))) return { context: "cv" };
  if (/^(?:uniform|triangular) /.test(text) && isRight(withOrderedDurations(text)))
    return { context: "order" };
  if (/^erlang .* shape [0-9.]+$/.test(text) && isRight(text.replace(/[0-9.]+$/, "2")))
    return { context: "shape" };
  const [name, ...rest] = text
    .toLowerCase()
    .replace(/cv ([0-9.]+) ?%$/, (_, percent: string) => `cv ${trim(Number(percent) / 100)}`)
    .replace(/^([a-z]+ [0-9.]+)(?= cv | shape |$)/, "$1 s")
    .split(/\s+/);
  const begun = FORMS.find((one) => name !== undefined && name.length > 2 && one.startsWith(name));
  const form = begun ?? nearest(name ?? "", FORMS) ?? name ?? "";
  const units = rest.join(" ").replace(/([0-9.]+) ?([a-z]+)/g, (all, amount: string, unit: string) => {
    const right = SPELLINGS[unit] ?? unit;
    return right in UNITS.duration ? `${amount} ${right}` : all;
  });
  for (const candidate of [`${form} ${units}`, spelled(text, "duration") ?? "", `${form} ${units} cv 0.7`]) {
    if (isRight(candidate)) return { guess: candidate, context: "guess" };
  }
  return {};
}

function withOrderedDurations(text: string): string {
  const durations = text.match(/[0-9]+(?:\.[0-9]+)? ?(?:ms|s|min|h|d)\b/g) ?? [];
  const sorted = [...durations].sort((a, b) => parseQuantity("duration", a)! - parseQuantity("duration", b)!);
  if (durations.length === 2) return `uniform ${sorted[0]!} to ${sorted[1]!}`;
  return durations.length === 3 ? `triangular ${sorted[0]!} to ${sorted[2]!} mode ${sorted[1]!}` : "";
}

/** "7", "7:00", "7.30", "7 am", "0700" or 420 (as older YAML reads 7:00) as a time of day. */
export function timeOfDayGuess(text: string): string | null {
  const match =
    /^([0-9]{1,2})(?:[:.h]([0-9]{2})?(?::[0-9]{2})?)?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ??
    /^([0-9]{2})([0-9]{2})()$/.exec(text.trim());
  const inMinutes = /^[0-9]{3,4}$/.test(text)
    ? clockOf(Math.floor(Number(text) / 60), Number(text) % 60)
    : null;
  if (match === null) return inMinutes;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const shifted = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
  return clockOf(shifted, Number(match[2] ?? "0")) ?? inMinutes;
}

function clockOf(hour: number, minute: number): string | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function hoursGuess(text: string): string | null {
  const ends = text.split(/\s*(?:-|–|to)\s*/).map(timeOfDayGuess);
  const [from, to] = ends;
  if (ends.length !== 2 || from == null || to == null) return null;
  // Midnight as the end of a day is 24:00.
  const end = to === "00:00" ? "24:00" : to;
  return from < end ? `${from}-${end}` : null;
}
