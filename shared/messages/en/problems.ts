/**
 * What is said about each mistake in a file, in English: the source of the codes and of the shape of the
 * other languages. `{{name}}` is filled in; `advice_guess` replaces `advice` where the problem carries
 * the context `guess`.
 */
import { problemsOfFiles } from "./problems-of-files.ts";
import { problemsOfMeaning } from "./problems-of-meaning.ts";
import { problemsOfStaffing } from "./problems-of-staffing.ts";
import { problemsOfSweeps } from "./problems-of-sweeps.ts";
import { problemsOfValues } from "./problems-of-values.ts";

export const problems = {
  layout: {
    error: "{{place}}\n  expected {{expected}}; found {{found}}\n  → {{advice}} ({{code}})",
    warning: "{{place}} (warning)\n  expected {{expected}}; found {{found}}\n  → {{advice}} ({{code}})",
  },
  terms: {
    dimension: {
      duration: "a duration",
      length: "a length",
      rate: "a rate",
      perDay: "a number a day",
      share: "a share in percent",
      money: "an amount of money",
      wage: "an amount of money an hour",
      distribution: "a service time",
      clock: "a time of day",
      hours: "opening hours",
      date: "a date",
    },
    type: {
      map: "keys with values",
      list: "a list",
      text: "a text",
      number: "a number",
      whole: "a whole number",
      boolean: "true or false",
      null: "nothing",
      quantity: "a value with its unit",
    },
    key: {
      clock: 'times of day in quotes, such as "07:00"',
      day: 'weekdays or dates, such as mon, tue-thu or "2024-12-25"',
      name: "names of a small letter, then letters and digits",
      number: 'whole numbers, such as "3"',
      part: "names of letters",
    },
    class: {
      fast: "trucks with FAST",
      general: "trucks without FAST",
      all: "all trucks",
    },
    side: { before: "before", after: "after" },
    yaml: {
      directive: "a directive (%)",
      mergeKey: "a merge key (<<)",
      tag: "an unknown tag (!)",
      noKey: "no key",
      longKey: "a list or a map as a key",
    },
    why: {
      approachLength: "FAST can split off only within the approach",
      approachSpacing: "a lane must hold at least one waiting vehicle",
      redLight: "trucks with a red light need it",
      turnAway: "without `room` there is always room",
      docks: "an exam at the dock needs one",
      split: "lanes for FAST begin where it splits off",
      choose: "there is only one line to choose",
    },
  },
  codes: {
    ...problemsOfFiles,
    ...problemsOfValues,
    ...problemsOfMeaning,
    ...problemsOfSweeps,
    ...problemsOfStaffing,
  },
} as const;
