/** What is said about questions of staffing that cannot be asked. See problems.ts. */
export const problemsOfStaffing = {
  "CR-701": {
    expected: "what is promised of a day, such as `95 % of fast under 20 min` or `all under 60 min`",
    found: "{{found}}",
    advice: "say the share, of whom, and the wait that they stay under",
    advice_unit: "give the wait its unit: s, min or h",
    advice_class: "name one of the classes {{known}}",
    advice_stage: "promise something of all there: waits at a post of its own are not kept apart by class",
    advice_guess: "did you mean {{guess}}?",
    found_none: "nothing",
    advice_none: "say it as `promise` in the file, or with --promise",
  },
  "CR-702": {
    expected: "lengths of shifts, each once: `8 h, 6 h`, or `20 of 8 h, 4 of 6 h` where officers are limited",
    found: "{{found}}",
    advice: "write durations with commas between them",
  },
  "CR-703": {
    expected: "a break and the hours of the shift within which it lies: `30 min between 3 h and 5 h`",
    found: "{{found}}",
    advice: "say how long, from when and until when of the shift; the break must fit in between",
  },
  "CR-704": {
    expected: "a promise about vehicles that come",
    found: "`{{found}}`, about whom nobody comes",
    advice: "promise something of another class, or of all",
  },
  "CR-705": {
    expected: "shifts that fit the opening hours from {{from}} to {{to}}",
    found: "{{found}}",
    advice: "take shorter shifts",
  },
  "CR-706": {
    expected: "shifts, starts, breaks and opening hours with a step of {{least}} at least in common",
    found: "{{written}}, of which {{found}} is the longest step in common",
    advice: "choose times that are multiples of one step, such as 15 min",
  },
  "CR-707": {
    expected: "a promise about waits for primary, or at a post that the officers planned man too: {{known}}",
    expected_alone: "a promise about waits for primary: no pool of officers mans primary and another post",
    found: "one about waits at {{found}}",
    advice: "name one of these posts, or leave the promise out",
    advice_alone: "leave `at` and the post out of the promise",
  },
  "CR-708": {
    expected: "a promise about waits at {{post}} too, which the officers of the pool {{pool}} man",
    expected_primary: "a promise about waits for primary",
    found: "none",
    advice: "promise something there as well, such as `95 % of all at {{post}} under 30 min`",
    advice_primary: "promise something of the vehicles that come, such as `95 % of all under 60 min`",
  },
  "CR-709": {
    expected: "a break that leaves time at the post in the longest shift, {{longest}}",
    found: "`{{found}}`",
    advice: "let it be shorter and end before that shift does, or take longer shifts",
  },
} as const;
