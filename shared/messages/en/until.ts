/** Experiments that go on until they are precise enough, in English; for the command line. */
export const until = {
  option:
    'go on until a figure is known so well, as in "wait within 5 %"; when comparing its difference, as in "wait within 2 min"',
  optionOfPoints:
    'go on at all points until a figure is known so well at each, as in "wait within 5 %" or "wait within 2 min"',
  most: "days to simulate at the most, with --until",
  running: "{{done}} of about {{total}} days",
  runningPairs: "{{done}} of about {{total}} pairs of days",
  interrupted: "Interrupted after {{days}}; what is done follows.",
  faults: {
    twice: '--until is about one figure; found "{{first}}" and "{{second}}": leave one out.',
    mostDays: "--most-days goes with --until only.",
    replications:
      "--until finds out how many days it takes: leave out --replications; --most-days sets a limit.",
    metric: "--until names the answer already, {{figure}}: leave out --metric.",
    percent:
      'A percentage of a difference says nothing where the difference may be 0: ask for its own unit, such as "{{example}}"; found "{{found}}".',
    absent: "{{scenario}} has no figure {{figure}} to wait for.",
  },
  difference: "the difference in {{figure}}",
  endings: {
    reached: "{{scenario}}: after {{days}} {{what}} is known within {{half}}; asked for: {{asked}}.",
    limit:
      "{{scenario}}: after {{days}}, the most allowed, {{what}} is known within {{half}} only; asked for: {{asked}}, which takes about {{needed}}.",
    limit_unknown:
      "{{scenario}}: after {{days}}, the most allowed, {{what}} is not known as asked: {{asked}}. How many days that takes cannot be said.",
    limit_fewVehicles:
      "{{scenario}}: after {{days}}, the most allowed, {{what}} is not known as asked: {{asked}}. Fewer than {{vehicles}} vehicles in all tell no end of its interval.",
    goesOn:
      "{{scenario}}: interrupted; after {{days}} {{what}} was known within {{half}}; asked for: {{asked}}, which takes about {{needed}}.",
    goesOn_unknown:
      "{{scenario}}: interrupted; after {{days}} {{what}} was not known as asked: {{asked}}. How many days that takes cannot be said.",
    goesOn_fewVehicles:
      "{{scenario}}: interrupted; after {{days}} {{what}} was not known as asked: {{asked}}. Fewer than {{vehicles}} vehicles in all tell no end of its interval.",
    zero: '{{scenario}}: {{what}} is 0 on each of {{days}}, and no number of days makes 0 precise to a percentage of itself: ask for its own unit, such as "{{example}}".',
  },
} as const;
