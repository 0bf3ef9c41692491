/**
 * Numbers, waits and times of day as the reader's country writes them: en-US, es-MX, fr-CA.
 *
 * Times of day are the port's own clock on 24 hours, made from ms since the run's first midnight, never
 * from a `Date` of the reader's machine.
 */
import { HOUR, MINUTE } from "../../shared/units.ts";
import type { Language } from "../../shared/vocabulary.ts";

export const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", es: "es-MX", fr: "fr-CA" };

/** Where a no-break space keeps a number with its unit. */
const NBSP = "\u00a0";
const MINUS = "\u2212";

const kept = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, least: number, most: number, signed: boolean): Intl.NumberFormat {
  const key = `${language} ${least} ${most} ${signed}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: signed ? "exceptZero" : "negative",
  });
  kept.set(key, made);
  return made;
}

export function decimal(language: Language, value: number, digits = 0): string {
  return formatter(language, digits, digits, false).format(value).replace("-", MINUS);
}

/** With its sign, for differences: "+3.4", "−12.4", "0.0". */
export function signed(language: Language, value: number, digits = 1): string {
  return formatter(language, digits, digits, true).format(value).replace("-", MINUS);
}

export function percent(language: Language, share: number, digits = 0): string {
  return `${decimal(language, share * 100, digits)}${language === "en" ? "" : NBSP}%`;
}

/** Three digits are enough of a sum: "339K", "1.24 M"; with its sign where it is a difference. */
export function sumText(language: Language, value: number, withSign = false): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    notation: "compact",
    maximumSignificantDigits: 3,
    signDisplay: withSign ? "exceptZero" : "negative",
  });
  return format.format(value).replace("-", MINUS);
}

/** A wait: one decimal below 10 min, none above, "2 h 10" over two hours. */
export function waitText(language: Language, minutes: number): string {
  if (minutes >= 119.5) {
    const whole = Math.round(minutes);
    return `${decimal(language, Math.floor(whole / 60))}${NBSP}h${NBSP}${String(whole % 60).padStart(2, "0")}`;
  }
  return `${waitNumber(language, minutes)}${NBSP}min`;
}

/** The number of `waitText` alone, where the unit stands elsewhere. */
export function waitNumber(language: Language, minutes: number): string {
  return decimal(language, minutes, Math.abs(minutes) < 9.95 ? 1 : 0);
}

/** Time of day from ms since the first midnight: "14:32"; 24:00 stays 24:00, later ones start over. */
export function clockText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  const inDay = minutes > 1_440 ? minutes % 1_440 : minutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/** A length of time in words short enough for a button: "40 min", "1 h 30". */
export function spanText(language: Language, ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (ms < HOUR) return `${decimal(language, minutes)}${NBSP}min`;
  const rest = minutes % 60;
  const hours = `${decimal(language, Math.floor(minutes / 60))}${NBSP}h`;
  return rest === 0 ? hours : `${hours}${NBSP}${String(rest).padStart(2, "0")}`;
}

/** The civil day that `dayIndex` days after `from` (YYYY-MM-DD) is, in words: "Wed, May 15". */
export function dayText(
  language: Language,
  from: string,
  dayIndex: number,
  length: "short" | "long" = "short",
): string {
  const [year, month, day] = from.split("-").map(Number);
  const civil = new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, (day ?? 1) + dayIndex));
  return new Intl.DateTimeFormat(LOCALES[language], {
    weekday: length,
    day: "numeric",
    month: length,
    ...(length === "long" ? { year: "numeric" as const } : {}),
    timeZone: "UTC",
  }).format(civil);
}

export function listText(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(parts);
}
