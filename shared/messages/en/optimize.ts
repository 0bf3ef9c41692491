/** What `cruce optimize` says, in English. */
export const optimize = {
  searching: "looking for a plan: {{done}} of at most {{total}} s",
  estimating: "estimating the plan anew: {{done}} of {{total}} days",
  usage: {
    noPromise: "Say what is promised, such as --promise '95 % of fast under 20 min'.",
    sure: "--sure takes a share of the days from 50 % to 99 %; found {{found}}.",
    shifts:
      "--shifts takes lengths of shifts, each once, with the officers that there are for it where these are limited, such as '8 h, 6 h' or '20 of 8 h, 4 of 6 h'; found {{found}}.",
    break:
      "--break takes how long and between which hours of the shift, such as '30 min between 3 h and 5 h'; found {{found}}.",
    duration: "{{option}} takes a duration such as 1 h; found {{found}}.",
  },
  refused: {
    days: "The scenario counts {{days}} days; a plan is for one: give it days: 1.",
    closed: "The port is closed on {{date}}, the day that counts; give the scenario another first day.",
    roundTheClock:
      "The port is open around the clock, and shifts are planned from opening to closing; give the scenario hours.",
    noPrimary: "The scenario has no primary inspection to plan officers for.",
    pool: "The officers of {{post}} come from the pool {{pool}}, which mans other posts too; plan {{post}} by itself to have shifts found for it.",
    unplanned:
      "Nobody is planned at {{post}}, so that it is manned whenever the port is open and there are no hours to save; plan it under northbound.staffing.",
    nobody: 'Nobody comes whom "{{promise}}" is about.',
    shiftTooLong: "A shift of {{length}} does not fit the opening hours {{from}} to {{to}}.",
    step: "Shifts, starts, breaks and opening hours have no longer step in common than {{step}}; choose times that share {{least}} at least.",
  },
  impossible:
    "No staffing keeps the promise: with every booth staffed from opening to closing it holds on {{kept}} of {{days}} days, and {{sure}} of them are asked for.",
  broken: '"{{promise}}" fails: all booths together keep "{{kept}}" on {{sure}} of the days.',
  together: "Each promise by itself may hold; together they do not.",
  short:
    "{{post}} has work for {{needed}} booths from {{from}} to {{until}}, if nobody is to wait longer than {{limit}}; there are {{booths}}.",
  rosterShort_one:
    "The roster is too short: the promise needs {{needed}} officers a day, {{count}} more than there are.",
  rosterShort_other:
    "The roster is too short: the promise needs {{needed}} officers a day, {{count}} more than there are.",
  lengthsShort:
    "There are too few officers for the lengths of shifts: the promise needs {{needed}} officers a day.",
  stopped: "Stopped before any plan was found; give it more time with --budget.",
  cut: "The time was up before the search had ended: a cheaper plan may be found with a longer --budget.",
  interrupted:
    "Interrupted: the best plan so far follows. It was not estimated anew, and looks better than it is.",
  written: "Written: {{file}}",
  exists: "{{file}} is there already and is not overwritten: name a new file for the plan.",
  unwritable: "The plan cannot be written to {{file}}: {{reason}}.",
  planName: "{{scenario}}: planned",
  sameHoursName: "{{scenario}}: same hours, other shifts",
  about: "Shifts found for: {{promises}}; on {{sure}} of the days.",
  plan: "{{officers}} officers with {{hours}} h at the booths keep {{promises}} on {{share}} % of the days (95 %: {{low}} to {{high}}; asked for: {{sure}}).",
  search:
    "{{officers}} officers with {{hours}} h at the booths kept {{promises}} on {{kept}} of the {{days}} days of the search.",
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
  boothHours: "Hours planned at the booths [h]",
  sameHours:
    "Same hours: {{hours}} of the {{shipped}} hours that the file has at the booths, placed by the same rules where the queue is least.",
  basis:
    "Search: {{searched}} days of seed {{seed}}. Figures: {{days}} days of seed {{fresh}} that the search never saw, the same trucks in all columns. Cruce {{version}}, draw scheme {{scheme}}.",
} as const;
