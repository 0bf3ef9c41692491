/** What the command line says, in English. */
import { files } from "./files.ts";
import { theory } from "./theory.ts";
import { asked } from "./asked.ts";
import { calls } from "./calls.ts";
import { required } from "./required.ts";
import { until } from "./until.ts";
import { optimize } from "./optimize.ts";
import { runaway } from "./runaway.ts";
import { store } from "./store.ts";
import { sweep } from "./sweep.ts";

export const cli = {
  about: "Simulates land ports of entry. Results go to stdout, everything else to stderr.",
  commands: {
    run: "Run one or more scenarios and print what came out, with intervals",
    compare: "Run scenarios on the same days and trucks and print how they differ from the first",
    forecast: "Print what may come from an instant of a day on, in many futures of it",
    optimize: "Find the shifts with the least hours that keep what is promised of waits",
    worth: "Print what one more officer at primary is worth in each hour of the day",
    sweep: "Run scenarios at many points, where settings vary, and print what each setting does",
    validate:
      "Check scenario files and say everything that is wrong with them; or, with --theory, the simulator itself",
    diff: "Say in words how one scenario differs from another",
    schema: "Print the JSON Schema of scenario files",
    store: "Say what is stored of earlier runs, or remove it",
    serve: "Serve the page, with these scenarios side by side",
    help: "Show this help, or that of a command",
    version: "Print the version",
  },
  arguments: {
    files: "scenario files, folders of them, or patterns in quotes; - reads one from standard input",
    one: "the scenario",
    swept:
      "scenarios, sweep files that name them, folders of them, or patterns in quotes; - reads one from standard input",
    planned: "the scenario, or a question file that names it",
    baseline: "the scenario the others are compared with",
    others: "scenarios to compare with it",
    before: "the first scenario",
    after: "the second scenario",
    pair: "scenario files to open the page with (at most four)",
    command: "the command; without it, all of them",
  },
  options: {
    usual: "default: {{usual}}",
    replications: "days to simulate",
    vary: 'a setting and its values, such as "northbound.demand.trucks = 6000 /day to 10000 /day in 5"; may be given again',
    design: "which points: every combination (grid), a Latin hypercube (latin) or trajectories (morris)",
    points: "how many points, with latin and morris (default: ten for each setting, ten trajectories)",
    respond: "a figure to tell of each point, such as waitP95; may be given again",
    frontier: "two figures: which points are best in one for what they are in the other",
    seed: "seed of all random draws",
    at: "time of day to forecast from, such as 14:30",
    day: "day of the run that the time is of (default: the first that counts)",
    hours: "hours to forecast",
    futures: "futures to simulate",
    replication: "the day that the forecast starts in, by number",
    json: "print JSON (documented and stable)",
    csv: "print CSV",
    quiet: "say nothing on stderr but errors",
    language: "language of texts: en, es or fr",
    metric: 'the named answer: a metric, or a figure such as "waitP95 of fast"',
    visits:
      "write every visit of a vehicle to a place into this new CSV file; - for stdout, instead of results",
    warmUpCheck: "say how much of the beginning of the counted days to leave out",
    out: "write result files into this new folder",
    format: "format of the files of --out: csv, parquet or both",
    withVisits: "with --out: also every visit of a vehicle to a place (large)",
    excel:
      "with --out: CSV as spreadsheets of the language open it: semicolons and decimal commas where the country has them",
    report: "write a report that needs nothing else into this new HTML file",
    workers: "worker threads, up to 256 (default: one for each core)",
    port: "port to listen on",
    host: "address to listen on; 0.0.0.0 opens it to the room",
    theory: "run the models with known answers instead of checking files",
    quick: "smaller runs, and intervals of 5 % instead of 2 %",
    seeds: "how many fixed seeds to run, from 1 on",
    generator: "whose random draws: mix, the engine's, or threefry, slower and well studied",
    only: "only the cases whose name begins so",
    write: "put the table into this Markdown file, between its marks",
    promise:
      "what is promised of a day, such as '95 % of fast under 20 min' or 'all under 60 min'; may be said several times",
    sure: "share of the days on which all that is promised holds",
    shifts: "lengths of shifts, such as '8 h, 6 h' or '20 of 8 h, 4 of 6 h' where officers are limited",
    startsEvery: "shifts start in such steps from opening on",
    break:
      "a break in every shift, such as '30 min between 3 h and 5 h' (default: the port's relief covers breaks)",
    roster: "officers on a day in all (default: as many as it takes)",
    budget: "time until the answer comes: the search, and the new days",
    writePlan: "write the plan as a scenario that extends the file",
    anew: "days on which the plan is estimated anew",
    help: "show this help",
    version: "show the version",
    require:
      'end with code 4 unless the 95 % interval meets this, such as "waitP95 < 45 min"; may be given again',
    requireAll:
      'end with code 4 unless the 95 % interval meets this at every point, such as "waitP95 < 45 min"; may be given again',
    antithetic:
      "simulate antithetic pairs of days, which err to opposite sides: replications, --until and n count pairs",
    noStore: "run everything anew, and store nothing",
    clear: "remove all that is stored",
    clearEarlier: "remove what earlier versions of the model have left",
    noColor: "no colors (NO_COLOR does the same)",
  },
  examples: "Examples:",
  usage: {
    number: "{{option}} takes a whole number from {{low}} to {{high}}; found {{found}}.",
    choice: "{{option}} takes one of {{choices}}; found {{found}}.",
    choice_guess: "{{option}} takes no {{found}}. Did you mean {{guess}}?",
    twoFormats: "Use --json or --csv, not both.",
    twoClearings: "Use --clear or --clear-earlier, not both.",
    visitsAndResults: "--visits - takes the place of the results on stdout: leave out --json and --csv.",
    emptyFolder: "{{found}} holds no scenario: expected files whose names end in .yaml or .yml.",
    noMatch: "No scenario matches {{found}}: expected files whose names end in .yaml or .yml.",
    tooFew: "A comparison takes two scenarios or more; found {{found}}.",
    twice: "{{file}} is named twice; name each scenario once.",
    oneFile: "{{file}} and {{first}} are one file; name each scenario once.",
    time: "--at takes a time of day such as 14:30; found {{found}}.",
    day: "--day takes a day of the run, 1 to {{most}}; found {{found}}.",
    over: "At {{found}} the run is over; forecast from an earlier time.",
    tooMany: "The page shows at most {{most}} scenarios; found {{found}}.",
    stdinTwice: "Standard input can be read only once.",
    nothingToValidate: "Name scenario files, or say --theory.",
    filesWithTheory: "--theory runs models of its own: name no files with it.",
    onlyWithTheory: "{{option}} goes with --theory only.",
    unknownCase: 'No case begins with "{{found}}". The cases: {{cases}}.',
    noDocument:
      '{{file}} cannot be read: name a file with the lines "{{begin}}" and "{{end}}" to put the table between.',
    noMarks: '{{file}} has no lines "{{begin}}" and "{{end}}" to put the table between.',
  },
  valid_one: "{{count}} file is fine.",
  valid_other: "{{count}} files are fine.",
  invalid_one: "{{count}} error.",
  invalid_other: "{{count}} errors.",
  warnings_one: "{{count}} warning.",
  warnings_other: "{{count}} warnings.",
  unlike:
    "{{other}} and {{baseline}} are not about the same vehicles, so that they cannot be compared truck by truck. Give both the same `from`, `days`, `warmUp` and `zone`, and either both the same list of arrivals or none.",
  same: "The two scenarios say the same.",
  days_one: "{{done}} day",
  days_other: "{{done}} days",
  pairs_one: "{{done}} antithetic pair of days",
  pairs_other: "{{done}} antithetic pairs of days",
  runPairs_one: "{{done}} antithetic pair of runs of {{days}} days",
  runPairs_other: "{{done}} antithetic pairs of runs of {{days}} days",
  runningPairs: "{{done}} of {{total}} pairs of days",
  runs_one: "{{done}} run of {{days}} days",
  runs_other: "{{done}} runs of {{days}} days",
  running: "{{done}} of {{total}} days",
  left: "about {{time}} left",
  interrupted: "Interrupted after {{done}} of {{total}}; what is done follows.",
  nothingDone: "Interrupted before the first day was done.",
  oneDay: "One replication tells nothing about other days: no intervals.",
  visits: {
    exists: "{{file}} is there already and is not overwritten: name a new file for the visits.",
    failed: "The visits cannot be written to {{file}}: {{reason}}.",
    stopped: "The visits of the replications that are complete are in {{file}}.",
    inPart:
      "The visits of replication {{replication}} are not complete in {{file}}: what was sent cannot be taken back.",
    reasons: {
      full: "the disk is full",
      tooLarge: "the file would be too large",
      notAllowed: "writing there is not allowed",
      noFolder: "there is no such folder",
      folder: "that is a folder",
      exists: "a file of that name is there",
      closed: "whoever read them has stopped",
    },
  },
  worth: {
    none: "There is no hour in which one more officer could work: every booth of primary is staffed by the plan, or none is planned.",
    post: "post",
    planned: "officers",
    saved: "truck-hours saved by one more (95 %)",
    dollars: "worth [$] (95 %)",
    note: "Hours of delay that all trucks of the day together are spared when one more officer works for this hour alone, at a booth that stands free. The intervals hold together for all hours.",
    noInterval:
      "One replication tells nothing of others: there are no intervals; with --replications 2 or more there are.",
  },
  forecast: {
    span_one: "From {{from}} to {{until}}: {{count}} future of what is there at {{from}}",
    span_other: "From {{from}} to {{until}}: {{count}} futures of what is there at {{from}}",
    running: "{{done}} of {{total}} futures",
    interrupted: "Interrupted after {{done}} of {{total}} futures; what is done follows.",
    band: "Course: the median future and the middle 90 % of futures. Figures: means over futures with their 95 % intervals.",
    basis:
      "seed {{seed}}, day {{replication}}, Cruce {{version}}, draw scheme {{scheme}}; every future has its own trucks from now on, the same in all scenarios",
    time: "time",
    queue: "queue [veh.]",
    wait: "wait [min]",
    cleared: "cleared [/h]",
  },
  headings: {
    metric: "metric",
    value: "value",
    interval: "95 % interval",
    difference: "difference",
    class: "class",
    hour: "hour",
    changes: "Changes",
    results: "Results",
    served: "Vehicles",
  },
  notes: {
    alike: "all {{n}} alike",
    fewAlike:
      '"all … alike": each came out the same; fewer than {{least}} that do tell nothing of others, so that there is no interval.',
    fewVehicles:
      '"?": fewer than {{vehicles}} vehicles in all do not tell that end of the interval of a percentile.',
    named:
      "* the named answer; its intervals hold together for all compared scenarios. Every other interval holds singly.",
    basis: "{{days}}, seed {{seed}}, Cruce {{version}}, draw scheme {{scheme}}",
    paired: "paired by day and by vehicle: the same trucks in every scenario",
    noAnswer: 'No answer: the scenarios have no figure of "{{metric}}" to compare.',
    unpaired:
      'paired by day and by vehicle; some vehicles are in one scenario only: "{{title}}" is about those in both',
    midnight:
      "{{scenario}}: {{before}} vehicles are in the queue when the counted days begin and {{after}} when they end, {{difference}}: midnight does not agree with midnight. Unless the days are to differ, run more of them before (`warmUp`).",
    badDays: "{{scenario}}: on nine of ten days the mean wait of the day is at most {{value}} min.",
    shorterDays:
      "{{scenario}}: the mean wait is shorter than in {{baseline}} on {{shorter}} of {{total}} days (95 %: {{low}} to {{high}} % of all days).",
    arrivalsKnown:
      "{{scenario}}: the estimates are for the mean number of vehicles, which is known: with that, the variance of {{what}} is {{share}} % of what it would be from the days alone.",
    daysShared:
      "{{scenario}}: on the same days and trucks, the variance of the difference in {{what}} is {{share}} % of what it would be had each scenario days of its own.",
    pairs:
      "{{scenario}}: from antithetic pairs, the variance of {{what}} is {{share}} % of what it would be from as many independent days.",
    gridlock:
      "{{scenario}}: on {{done}} of {{total}} days places block each other for good, first on {{date}} at {{time}}: {{waits}}. Nobody passes them any more; give one of them room, or send fewer back.",
    waitsFor: "{{place}} waits for {{waitsFor}}",
    notThrough:
      "{{scenario}}: {{share}} % of the vehicles did not get through ({{unfinished}} unfinished, {{turnedAway}} turned away, {{gaveUp}} gave up). Waits cover only those who reached primary and crossing times only those who left; do not read them as those of all.",
  },
  files,
  theory,
  sweep,
  runaway,
  asked,
  calls,
  store,
  required,
  until,
  optimize,
  failed: "Cruce failed: {{reason}}",
} as const;

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type CliTexts = Texts<typeof cli>;
