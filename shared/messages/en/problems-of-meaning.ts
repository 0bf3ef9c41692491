/** What is said about values that do not go together, and warnings. See problems.ts. */
export const problemsOfMeaning = {
  "CR-301": {
    expected: "exactly one of `trucks`, `rates` and `arrivals`",
    found: "{{found}}",
    found_none: "none of them",
    advice: "keep the one that says who comes; in a file that extends, remove the other with null",
    advice_none: "say who comes, such as `trucks: 8000 /day`",
  },
  "CR-302": {
    expected: "shares that make 100 %",
    found: "{{sum}} %",
    advice: "add what is missing: {{rest}} %",
    advice_over: "take away what is too much: {{rest}} %",
  },
  "CR-303": {
    expected: "arrivals within the opening hours, {{hours}}",
    found: "{{share}} from {{from}} to {{to}}, when the port is closed",
    advice: "move this share into the opening hours, or open the port",
    expected_closed: "no vehicles on {{date}}, when the port is closed",
    found_closed: "vehicles by this rule",
    advice_closed:
      'give that day none: weight 0 under `weekdays`, or "{{date}}": {} under `days:` here; or open the port',
  },
  "CR-304": {
    expected: "`{{key}}` with {{needs}}",
    found: "`{{key}}` beside {{beside}}",
    advice: "remove it: a list of arrivals is taken as it is",
    advice_rates: "remove it: rates by hour carry their own shape",
  },
  "CR-305": {
    expected: "`until` after `from`, with `every`",
    found: "{{found}}",
    advice: "give both `until` and `every`, or neither for a single arrival",
  },
  "CR-306": {
    expected: "a weight above 0",
    found: "0 everywhere",
    advice: "give at least one a weight; only their ratios count",
    advice_day: "give {{day}} a weight: `trucks` refers to it",
  },
  "CR-310": {
    expected: "a stage of this port: {{known}}",
    found: "{{name}}",
    advice: "check the name",
    advice_guess: "did you mean {{guess}}?",
  },
  "CR-311": {
    expected: "a post of this port: {{known}}",
    found: "{{name}}",
    advice: "check the name",
    advice_guess: "did you mean {{guess}}?",
    advice_parts: "say it for each: {{example}}",
  },
  "CR-312": {
    expected: "at most {{most}}, what {{post}} has",
    found: "{{found}} officers",
    advice: "lower it, or build more there",
  },
  "CR-313": {
    expected: "officers for {{post}}, which has {{places}}",
    found: "none at any time",
    advice: "staff it, remove its places, or leave out {{stage}} under staffing to man it all day",
  },
  "CR-314": {
    expected: "each post planned once",
    found: "{{post}} in the pools {{where}} and {{other}}",
    advice: "keep one of them",
    found_alone: "{{post}} in the pool {{other}} and by itself, where it would not count",
  },
  "CR-315": {
    expected: "each weekday in one run of weekdays",
    found: "{{day}} in {{first}} and {{second}}",
    advice: "shorten one of them, or name {{day}} by itself, which comes first",
  },
  "CR-316": {
    expected: "breaks within the shift, {{shift}}",
    found: "a break {{found}}",
    advice: "move or shorten the break",
  },
  "CR-317": {
    expected: "at most {{most}} officers on break at once",
    found: "{{found}} at {{at}}",
    advice: "move one of the breaks, or let fewer rest at once",
  },
  "CR-318": {
    expected: "minimum posts that the pool can man, {{most}} officers at its fullest",
    found: "{{found}} in all",
    advice: "lower the minimum, or add officers",
  },
  "CR-319": {
    expected: "a time zone such as America/Chicago",
    found: "{{name}}",
    advice: "use a name of the IANA time zone list",
  },
  "CR-320": {
    expected: "a booth that takes {{class}}",
    found: "none among {{booths}}",
    advice: "add booths for them, shared ones, or see `fastUsesGeneral`",
    advice_general: "add general or shared booths",
  },
  "CR-321": {
    expected: "a service time for {{class}}",
    found: "only {{known}}",
    advice: "add {{class}}, or `all` for the rest",
  },
  "CR-322": {
    expected: "the exam {{exam}}, which {{by}} asks for",
    found: "no such exam in {{stage}}",
    advice: "add it under `exams`, or remove the reason",
    advice_nii: "add it under `exams`, add an nii stage after primary, or remove the reason",
  },
  "CR-323": {
    expected: "{{stage}} $t(terms.side.{{relation}}) {{other}}",
    found: "it elsewhere",
    found_missing: "no stage of kind {{other}}",
    advice: "move the stage to its place in the order of passage",
    advice_missing: "add it, or remove {{stage}}",
  },
  "CR-324": {
    expected: "one stage of kind {{kind}}",
    found: "another, {{stage}}",
    advice: "keep one; its booths or places may be many",
  },
  "CR-325": {
    expected: "less than {{most}}",
    found: "{{found}}",
    advice: "$t(terms.why.{{why}})",
  },
  "CR-326": {
    expected: "a stage after primary that takes those referred",
    found: "none",
    advice: "add secondary (or nii, for scans), or remove `referral`",
  },
  "CR-327": {
    expected: "at least one booth",
    found: "none",
    advice: "add fast, general or shared booths",
  },
  "CR-328": {
    expected: "`{{needed}}` beside `{{key}}`",
    found: "no `{{needed}}`",
    advice: "add it: $t(terms.why.{{why}})",
  },
  "CR-330": {
    expected: "at most {{most}} vehicles in a run",
    found: "about {{found}}",
    advice: "shorten the run (`days`, `warmUp`) or lower the demand",
  },
  "CR-331": {
    expected: "at most {{most}} vehicles in a quarter of an hour",
    found: "about {{found}}",
    advice: "lower the demand or spread it over more hours",
  },
  "CR-332": {
    expected: "at most {{most}} lanes, booths and other places in all",
    found: "{{found}}",
    advice: "lower the largest numbers",
  },
  "CR-333": {
    expected: "vehicles that can leave {{stage}}",
    found: "none ever reaching `exit`",
    advice: "send a share of them on to another stage or to `exit`",
  },
  "CR-340": {
    expected: "a day of the run, 1 to {{most}}",
    found: "{{found}}",
    advice: "choose a day within the run, or lengthen it",
  },
  "CR-341": {
    expected: "at most {{most}}, all that {{what}} has",
    found: "{{found}}",
    advice: "lower it",
  },
  "CR-342": {
    expected: "{{needed}}",
    found: "a scenario without it",
    advice: "this change needs it; add it or remove the change",
  },
  "CR-343": {
    expected: "demand by `trucks` or `rates`",
    found: "a list of arrivals",
    advice: "remove the change: a list of arrivals is taken as it is",
  },
  "CR-401": {
    expected:
      "{{needed}} booth-hours for $t(terms.class.{{class}}) from {{from}} on ({{day}}), as their numbers and service times ask",
    found: "{{staffed}} staffed that may serve them",
    advice:
      "the rest is cleared after closing or waits; add officers there, or check demand and service times",
    advice_whole:
      "the whole of {{stage}} is short; the rest is cleared after closing or waits: add officers, or check demand and service times",
  },
  "CR-402": {
    expected:
      "{{needed}} hours of service at {{stage}} from {{from}} on ({{day}}), as numbers and service times ask",
    found: "{{staffed}} staffed",
    advice: "a line will grow there all day; add places or officers, or check demand and service times",
  },
  "CR-403": {
    expected: "times of day in quotes",
    found: "{{found}}",
    found_several: "{{found}} and {{count}} more",
    advice: 'write "{{guess}}": other programs read such a time as a number',
  },
  "CR-404": {
    expected: "something that `{{key}}` can act on",
    found: "{{found}}",
    advice: "it has no effect; remove it, or check the names",
  },
  "CR-405": {
    expected: "vehicles on a day of the run",
    found: "none on any",
    advice:
      "nothing will come of a run; check `from` and `days`, opening hours, and what multiplies the demand",
  },
} as const;
