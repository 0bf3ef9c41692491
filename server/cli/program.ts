/** The commands, their arguments and options, in the reader's language. What they do stands in `commands`. */
import { Command, CommanderError, Option } from "commander";
import { METRICS, METRIC_IDS } from "../../shared/metrics.ts";
import { compare } from "./commands/compare.ts";
import { diff } from "./commands/diff.ts";
import { forecast } from "./commands/forecast.ts";
import type { ForecastOptions } from "./commands/forecast.ts";
import { optimizeStaffing } from "./commands/optimize.ts";
import { run } from "./commands/run.ts";
import { schema } from "./commands/schema.ts";
import { serve } from "./commands/serve.ts";
import { store } from "./commands/store.ts";
import type { StoreOptions } from "./commands/store.ts";
import { sweep } from "./commands/sweep.ts";
import { validate } from "./commands/validate.ts";
import { validateTheory } from "./commands/validate-theory.ts";
import type { TheoryOptions } from "./commands/validate-theory.ts";
import { worth } from "./commands/worth.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import { oneOf, wholeNumber } from "./options.ts";
import { requirementsOf } from "./requirements.ts";
import type { ExperimentOptions, OutputFormat, RequiringOptions } from "./experiment.ts";
import type { GeneratorName } from "../theory/units.ts";
import type { Session } from "./session.ts";
import { sweepSettings } from "./sweep-options.ts";
import type { GivenSweep } from "./sweep-options.ts";
import { DEFAULT_ANEW, staffingOptionsOf } from "./staffing-options.ts";
import type { GivenQuestion } from "./staffing-options.ts";
import { textsIn } from "./texts.ts";
import type { Texts } from "./texts.ts";
import { DEFAULT_MOST_DAYS, untilOf } from "./until.ts";
import { VERSION } from "./version.ts";
import { STDOUT } from "./visits-file.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";

const DEFAULT_REPLICATIONS = "20";
const DEFAULT_METRIC = "wait";
const DEFAULT_HOURS = "4";
const DEFAULT_FUTURES = "200";
const MOST_HOURS = 24;
const MOST_FUTURES = 100_000;
const MOST_REPLICATIONS = 1_000_000;
const MOST_SEED = 2_147_483_647;
const MOST_WORKERS = 256;
const MOST_SEEDS = 1_000;

/** What can be the answer: not what exists only between two scenarios. */
const ANSWERS = METRIC_IDS.filter((id) => !("compared" in METRICS[id]));

/** What was asked for beside the files. */
type Given = {
  readonly replications?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly quiet?: boolean;
  readonly language?: string;
  readonly visits?: string;
  readonly warmUpCheck?: boolean;
  /** False: `--no-store`. */
  readonly store?: boolean;
  readonly require?: readonly string[];
  readonly clear?: boolean;
  readonly clearEarlier?: boolean;
  readonly metric?: string;
  readonly until?: string;
  readonly mostDays?: string;
  readonly at?: string;
  readonly day?: string;
  readonly hours?: string;
  readonly futures?: string;
  readonly replication?: string;
  readonly port?: string;
  readonly host?: string;
  readonly theory?: boolean;
  readonly quick?: boolean;
  readonly seeds?: string;
  readonly generator?: string;
  readonly only?: string;
  readonly write?: string;
};

const GENERATOR_NAMES: readonly GeneratorName[] = ["mix", "threefry"];

/** Options of `validate` that say nothing of files. */
const OF_THEORY = ["quick", "seeds", "generator", "only", "workers", "write"] as const;

/** Runs a command line (without node and file) and says the exit code. */
export async function runProgram(argv: readonly string[], texts: Texts): Promise<number> {
  let code: number = EXIT.fine;
  const program = programIn(texts, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
}

function programIn(texts: Texts, done: (code: number) => void): Command {
  const { t } = texts;
  const program = new Command("cruce")
    .description(t("about"))
    .version(VERSION, "--version", t("options.version"))
    .helpOption("-h, --help", t("options.help"))
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText("after", examples(texts));
  const settle: Settle = async (result) => done(await result);
  addSimulations(program, texts, settle);
  addOptimize(program, texts, settle);
  addTools(program, texts, settle);
  return program;
}

type Settle = (result: number | Promise<number>) => Promise<void>;

/** Commands that run scenarios. */
function addSimulations(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  untilPrecise(requiring(experiment(program.command("run"), texts), texts), texts)
    .option("--visits <file>", t("options.visits"))
    .option("--warm-up-check", t("options.warmUpCheck"))
    .description(t("commands.run"))
    .argument("<files...>", t("arguments.files"))
    .action((files: string[], given: Given) =>
      settle(
        run(files, given.warmUpCheck === true, judgedOptions(given, false, texts), sessionOf(given, texts)),
      ),
    );
  untilPrecise(requiring(experiment(program.command("compare"), texts), texts), texts)
    .description(t("commands.compare"))
    .argument("<baseline>", t("arguments.baseline"))
    .argument("[others...]", t("arguments.others"))
    .addOption(new Option("--metric <name>", t("options.metric")).default(undefined, DEFAULT_METRIC))
    .option("--visits <file>", t("options.visits"))
    .action((baseline: string, others: string[], given: Given) => {
      const metric = oneOf("--metric", given.metric ?? DEFAULT_METRIC, ANSWERS, texts);
      return settle(
        compare([baseline, ...others], metric, judgedOptions(given, true, texts), sessionOf(given, texts)),
      );
    });
  common(program.command("forecast"), texts)
    .description(t("commands.forecast"))
    .argument("<files...>", t("arguments.files"))
    .requiredOption("--at <time>", t("options.at"))
    .option("--day <number>", t("options.day"))
    .option("--hours <number>", t("options.hours"), DEFAULT_HOURS)
    .option("--futures <number>", t("options.futures"), DEFAULT_FUTURES)
    .option("--replication <number>", t("options.replication"), "0")
    .option("--seed <number>", t("options.seed"), "1")
    .option("--workers <number>", t("options.workers"))
    .option("--json", t("options.json"))
    .option("--csv", t("options.csv"))
    .action((files: string[], given: Given) =>
      settle(forecast(files, forecastOptions(given, texts), sessionOf(given, texts))),
    );
  experiment(program.command("worth"), texts)
    .description(t("commands.worth"))
    .argument("<file>", t("arguments.one"))
    .action((file: string, given: Given) =>
      settle(worth(file, experimentOptions(given, texts), sessionOf(given, texts))),
    );
  addSweep(program, texts, settle);
}

/** Its options have no defaults: where they say nothing a sweep file may. */
function addSweep(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  const more = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  common(program.command("sweep"), texts)
    .description(t("commands.sweep"))
    .argument("<file>", t("arguments.swept"))
    .option("--vary <setting>", t("options.vary"), more)
    .option("--design <name>", t("options.design"))
    .option("--points <number>", t("options.points"))
    .option("--respond <figure>", t("options.respond"), more)
    .option("--frontier <figures...>", t("options.frontier"))
    .option("--replications <number>", t("options.replications"))
    .option("--seed <number>", t("options.seed"))
    .option("--workers <number>", t("options.workers"))
    .option("--no-store", t("options.noStore"))
    .option("--json", t("options.json"))
    .option("--csv", t("options.csv"))
    .action((file: string, given: Given & GivenSweep) => {
      const asked = sweepSettings(given, texts);
      const options = {
        asked,
        workers: workersOf(given, texts),
        format: formatOf(given, texts),
        store: given.store !== false,
      };
      return settle(sweep(file, options, sessionOf(given, texts)));
    });
}

function addOptimize(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  const gather = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
  common(program.command("optimize"), texts)
    .description(t("commands.optimize"))
    .argument("<file>", t("arguments.one"))
    .option("--promise <text>", t("options.promise"), gather)
    .option("--sure <share>", t("options.sure"), "90 %")
    .option("--shifts <lengths>", t("options.shifts"), "8 h")
    .option("--starts-every <time>", t("options.startsEvery"), "1 h")
    .option("--break <text>", t("options.break"))
    .option("--roster <number>", t("options.roster"))
    .option("--budget <time>", t("options.budget"), "90 s")
    .option("--replications <number>", t("options.anew"), DEFAULT_ANEW)
    .option("--seed <number>", t("options.seed"), "1")
    .option("--workers <number>", t("options.workers"))
    .option("--json", t("options.json"))
    .option("--write <file>", t("options.writePlan"))
    .action((file: string, given: Given & GivenQuestion) => {
      const common = { seed: seedOf(given, texts), workers: workersOf(given, texts) };
      const options = { ...staffingOptionsOf(given, texts), ...common, asJson: given.json === true };
      return settle(optimizeStaffing(file, options, sessionOf(given, texts)));
    });
}

/** Commands that look at files, and the page. */
function addTools(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  theory(common(program.command("validate"), texts), texts)
    .description(t("commands.validate"))
    .argument("[files...]", t("arguments.files"))
    .option("--json", t("options.json"))
    .action((files: string[], given: Given) => settle(validateWhat(files, given, texts)));
  common(program.command("diff"), texts)
    .description(t("commands.diff"))
    .argument("<before>", t("arguments.before"))
    .argument("<after>", t("arguments.after"))
    .option("--json", t("options.json"))
    .action((before: string, after: string, given: Given) =>
      settle(diff(before, after, given.json === true, sessionOf(given, texts))),
    );
  common(program.command("schema"), texts)
    .description(t("commands.schema"))
    .action(() => settle(schema()));
  common(program.command("store"), texts)
    .description(t("commands.store"))
    .option("--clear", t("options.clear"))
    .option("--clear-earlier", t("options.clearEarlier"))
    .option("--json", t("options.json"))
    .action((given: Given) => settle(store(storeOptions(given), sessionOf(given, texts))));
  common(program.command("serve"), texts)
    .description(t("commands.serve"))
    .argument("[files...]", t("arguments.pair"))
    .option("--port <number>", t("options.port"))
    .option("--host <address>", t("options.host"))
    .action((files: string[], given: Given) => settle(serve(files, given, sessionOf(given, texts))));
}

function common(command: Command, { t }: Texts): Command {
  return command
    .helpOption("-h, --help", t("options.help"))
    .option("--quiet", t("options.quiet"))
    .option("--no-color", t("options.noColor"))
    .addOption(new Option("--language <name>", t("options.language")).choices([...LANGUAGES]));
}

function experiment(command: Command, texts: Texts): Command {
  const { t } = texts;
  return common(command, texts)
    .addOption(
      new Option("--replications <number>", t("options.replications")).default(
        undefined,
        DEFAULT_REPLICATIONS,
      ),
    )
    .option("--seed <number>", t("options.seed"), "1")
    .option("--workers <number>", t("options.workers"))
    .option("--no-store", t("options.noStore"))
    .option("--json", t("options.json"))
    .option("--csv", t("options.csv"));
}

const requiring = (command: Command, { t }: Texts): Command =>
  command.option(
    "--require <condition>",
    t("options.require"),
    (one: string, others: readonly string[]) => [...others, one],
    [],
  );

function untilPrecise(command: Command, { t }: Texts): Command {
  return command
    .option("--until <precision>", t("until.option"))
    .addOption(new Option("--most-days <number>", t("until.most")).default(undefined, DEFAULT_MOST_DAYS));
}

function formatOf(given: Given, texts: Texts): OutputFormat {
  if (given.json === true && given.csv === true)
    throw new CommandError(EXIT.usage, texts.t("usage.twoFormats"));
  if (given.visits === STDOUT && (given.json === true || given.csv === true))
    throw new CommandError(EXIT.usage, texts.t("usage.visitsAndResults"));
  if (given.visits === STDOUT) return "none";
  if (given.json === true) return "json";
  return given.csv === true ? "csv" : "table";
}

const seedOf = (given: Given, texts: Texts): number =>
  wholeNumber("--seed", given.seed ?? "1", 0, MOST_SEED, texts);

const workersOf = (given: Given, texts: Texts): number | null =>
  given.workers === undefined ? null : wholeNumber("--workers", given.workers, 1, MOST_WORKERS, texts);

function theory(command: Command, { t }: Texts): Command {
  return command
    .option("--theory", t("options.theory"))
    .option("--quick", t("options.quick"))
    .option("--seeds <number>", t("options.seeds"))
    .option("--generator <name>", t("options.generator"))
    .option("--only <name>", t("options.only"))
    .option("--workers <number>", t("options.workers"))
    .option("--write <file>", t("options.write"));
}

function validateWhat(files: readonly string[], given: Given, texts: Texts): Promise<ExitCode> {
  const { t } = texts;
  if (given.theory === true) {
    if (files.length > 0) throw new CommandError(EXIT.usage, t("usage.filesWithTheory"));
    return validateTheory(theoryOptions(given, texts), sessionOf(given, texts));
  }
  const stray = OF_THEORY.find((option) => given[option] !== undefined);
  if (stray !== undefined)
    throw new CommandError(EXIT.usage, t("usage.onlyWithTheory", { option: `--${stray}` }));
  if (files.length === 0) throw new CommandError(EXIT.usage, t("usage.nothingToValidate"));
  return validate(files, given.json === true, sessionOf(given, texts));
}

const theoryOptions = (given: Given, texts: Texts): TheoryOptions => ({
  set: given.quick === true ? "quick" : "full",
  seeds: wholeNumber("--seeds", given.seeds ?? "1", 1, MOST_SEEDS, texts),
  generator: oneOf("--generator", given.generator ?? "mix", GENERATOR_NAMES, texts),
  only: given.only ?? null,
  workers: workersOf(given, texts),
  asJson: given.json === true,
  write: given.write ?? null,
});

function forecastOptions(given: Given, texts: Texts): ForecastOptions {
  const number = (option: string, text: string | undefined, low: number, high: number): number =>
    wholeNumber(option, text ?? "", low, high, texts);
  return {
    at: given.at ?? "",
    day: given.day === undefined ? null : number("--day", given.day, 1, 10_000),
    hours: number("--hours", given.hours, 1, MOST_HOURS),
    futures: number("--futures", given.futures, 1, MOST_FUTURES),
    replication: number("--replication", given.replication, 0, MOST_REPLICATIONS),
    seed: seedOf(given, texts),
    workers: workersOf(given, texts),
    format: formatOf(given, texts),
  };
}

function experimentOptions(given: Given, texts: Texts): ExperimentOptions {
  return {
    replications: wholeNumber(
      "--replications",
      given.replications ?? DEFAULT_REPLICATIONS,
      1,
      MOST_REPLICATIONS,
      texts,
    ),
    seed: seedOf(given, texts),
    workers: workersOf(given, texts),
    format: formatOf(given, texts),
    visits: given.visits ?? null,
    store: given.store !== false,
  };
}

const storeOptions = ({ clear, clearEarlier, json }: Given): StoreOptions => ({
  clear: clear === true ? "all" : clearEarlier === true ? "earlier" : null,
  asJson: json === true,
});

/** Of `run` and `compare`, which may find out themselves how many days it takes, and judge what came out. */
function judgedOptions(given: Given, isCompared: boolean, texts: Texts): RequiringOptions {
  const until = untilOf(given, isCompared, MOST_REPLICATIONS, texts);
  return {
    ...experimentOptions(given, texts),
    ...(until !== null && { until }),
    requirements: requirementsOf(given.require ?? [], texts),
  };
}

const sessionOf = (given: Given, texts: Texts): Session => ({
  quiet: given.quiet === true,
  texts:
    given.language === undefined ? texts : textsIn(oneOf("--language", given.language, LANGUAGES, texts)),
});

function examples({ t }: Texts): string {
  const lines = [
    "cruce run scenarios/laredo-world-trade-bridge.yaml",
    "cruce compare scenarios/laredo-world-trade-bridge.yaml scenarios/laredo-one-more-shift.yaml --replications 30",
    'cruce compare a.yaml b.yaml --until "wait within 1 min"',
    "cruce compare a.yaml b.yaml --json | jq '.differences[] | select(.named)'",
    "cruce forecast scenarios/laredo-world-trade-bridge.yaml --at 14:30 --hours 4",
    "cruce worth scenarios/laredo-world-trade-bridge.yaml",
    "cruce sweep scenarios/sweeps/world-trade-bridge-booths.yaml",
    "cruce optimize scenarios/laredo-world-trade-bridge.yaml --promise '95 % of fast under 40 min' --shifts '8 h, 6 h'",
    "cruce validate scenarios/*.yaml",
    "cruce validate --theory --quick",
    "cruce diff a.yaml b.yaml",
    "cruce serve a.yaml b.yaml",
  ];
  return `\n${t("examples")}\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
}
