/** What `cruce optimize` says, in English. */
import { staffing } from "./staffing.ts";

export const optimize = {
  ...staffing,
  searching: "looking for a plan: {{done}} of at most {{total}} s",
  estimating: "estimating the plan anew: {{done}} of {{total}} days",
  nothingDone: "Interrupted before any plan was found.",
  stopped: "Stopped before any plan was found; give it more time with --budget.",
  cut: "The time was up before the search had ended: a cheaper plan may be found with a longer --budget.",
  estimateCut:
    "The time was up before all of the answer was worked out: its figures are of {{days}} days, and what one more officer is worth, or the file’s own hours in other shifts, may be told of fewer or not at all. A longer --budget does the rest.",
  interrupted:
    "Interrupted: the best plan so far follows. It was not estimated anew, and looks better than it is.",
  written: "Written: {{file}}",
  exists: "{{file}} is there already and is not overwritten: name a new file for the plan.",
  unwritable: "The plan cannot be written to {{file}}: {{reason}}.",
  planName: "{{scenario}}: planned",
  sameHoursName: "{{scenario}}: same hours, other shifts",
  about: "Shifts found for: {{promises}}; on {{sure}} of the days.",
  plan_one:
    "{{count}} officer with {{hours}} h at the posts keeps {{promises}} on {{share}} % of the days (95 %: {{low}} to {{high}}; asked for: {{sure}}).",
  plan_other:
    "{{count}} officers with {{hours}} h at the posts keep {{promises}} on {{share}} % of the days (95 %: {{low}} to {{high}}; asked for: {{sure}}).",
  search_one:
    "{{count}} officer with {{hours}} h at the posts kept {{promises}} on {{kept}} of the {{days}} days of the search.",
  search_other:
    "{{count}} officers with {{hours}} h at the posts kept {{promises}} on {{kept}} of the {{days}} days of the search.",
  sureness: {
    kept: "It is sure that this is enough.",
    close: "Whether this is enough is too close to call.",
    broken: "That is not enough: the days of the search were kind to this plan.",
  },
  post: "post",
  from: "from",
  to: "to",
  rest: "break",
  officers: "officers",
  booths: "{{post}} (file)",
  worth: "truck-hours saved by one more at {{post}} (95 %)",
  shipped: "file",
  planned: "plan",
  same: "same hours",
  keptDays: "Days on which all is kept [%]",
  keptLimit: "{{promise}}: kept on {{sure}} of the days under [min]",
  boothHours: "Hours planned at the posts [h]",
  sameHours:
    "Same hours: {{hours}} of the {{shipped}} hours that the file has at the posts, in shifts of the same rules.",
  dearer:
    "The plan has {{more}} h more at the posts than the file, whose {{shipped}} h keep all of it on {{share}} % of the days.",
  basis:
    "Search: {{searched}} days of seed {{seed}}. Figures: {{days}} days of seed {{fresh}} that the search never saw, the same trucks in all columns. Cruce {{version}}, draw scheme {{scheme}}.",
} as const;
