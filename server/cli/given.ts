/** What commands are given on the command line, and what they have in common. */
import { Option } from "commander";
import type { Command } from "commander";
import { MOST_SEED } from "../../shared/limits.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";
import type { Language } from "../../shared/vocabulary.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { OutputFormat } from "./experiment.ts";
import { oneOf, wholeNumber } from "./options.ts";
import type { Session } from "./session.ts";
import { textsIn } from "./texts.ts";
import type { CliKey, Texts } from "./texts.ts";
import { DEFAULT_MOST_DAYS } from "./until.ts";
import { STDOUT } from "./visits-file.ts";

export const MOST_REPLICATIONS = 1_000_000;
const MOST_WORKERS = 256;

/** What was asked for beside the files. */
export type Given = {
  readonly replications?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly quiet?: boolean;
  readonly language?: Language;
  readonly visits?: string;
  readonly warmUpCheck?: boolean;
  readonly antithetic?: boolean;
  /** False: `--no-store`. */
  readonly store?: boolean;
  readonly require?: readonly string[];
  readonly clear?: boolean;
  readonly clearEarlier?: boolean;
  readonly out?: string;
  readonly format?: string;
  readonly withVisits?: boolean;
  readonly excel?: boolean;
  readonly report?: string;
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

/** Takes the exit code of a command, or what will be it. */
export type Settle = (result: number | Promise<number>) => Promise<void>;

export function common(command: Command, texts: Texts): Command {
  const { t } = texts;
  return command
    .helpOption("-h, --help", t("options.help"))
    .option("--quiet", t("options.quiet"))
    .option("--no-color", t("options.noColor"))
    .option("--language <name>", t("options.language"), (name: string) =>
      oneOf("--language", name, LANGUAGES, texts),
    );
}

/** `text` says what must meet it. */
export const requiring = (command: Command, { t }: Texts, text: CliKey = "options.require"): Command =>
  command.option(
    "--require <condition>",
    t(text),
    (one: string, others: readonly string[]) => [...others, one],
    [],
  );

export const inPairs = (command: Command, { t }: Texts): Command =>
  command.option("--antithetic", t("options.antithetic"));

export const inFolder = (command: Command, { t }: Texts): Command =>
  command
    .option("--out <folder>", t("options.out"))
    .option("--format <name>", t("options.format"))
    .option("--excel", t("options.excel"));

/** `text` says of what the precision is. */
export function untilPrecise(command: Command, { t }: Texts, text: CliKey = "until.option"): Command {
  return command
    .option("--until <precision>", t(text), (one: string, before?: string) => {
      if (before === undefined) return one;
      throw new CommandError(EXIT.usage, t("until.faults.twice", { first: before, second: one }));
    })
    .addOption(new Option("--most-days <number>", t("until.most")).default(undefined, DEFAULT_MOST_DAYS));
}

export function formatOf(given: Given, texts: Texts): OutputFormat {
  if (given.json === true && given.csv === true)
    throw new CommandError(EXIT.usage, texts.t("usage.twoFormats"));
  if (given.visits === STDOUT && (given.json === true || given.csv === true))
    throw new CommandError(EXIT.usage, texts.t("usage.visitsAndResults"));
  if (given.visits === STDOUT) return "none";
  if (given.json === true) return "json";
  return given.csv === true ? "csv" : "table";
}

export const seedOf = (given: Given, texts: Texts): number =>
  wholeNumber("--seed", given.seed ?? "1", 0, MOST_SEED, texts);

export const workersOf = (given: Given, texts: Texts): number | null =>
  given.workers === undefined ? null : wholeNumber("--workers", given.workers, 1, MOST_WORKERS, texts);

export const sessionOf = (given: Given, texts: Texts): Session => ({
  quiet: given.quiet === true,
  texts: given.language === undefined ? texts : textsIn(given.language),
});
