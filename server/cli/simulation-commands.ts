/** Commands that run scenarios as they are: their arguments and options. */
import { Option } from "commander";
import type { Command } from "commander";
import { parseFigure } from "../../shared/figure-name.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { METRICS, METRIC_IDS } from "../../shared/metrics.ts";
import { DEFAULT_ANSWER } from "../analysis/differences.ts";
import { compare } from "./commands/compare.ts";
import { forecast } from "./commands/forecast.ts";
import type { ForecastOptions } from "./commands/forecast.ts";
import { run } from "./commands/run.ts";
import { worth } from "./commands/worth.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { ExperimentOptions, RequiringOptions } from "./experiment.ts";
import {
  MOST_REPLICATIONS,
  common,
  formatOf,
  inFolder,
  inPairs,
  requiring,
  seedOf,
  sessionOf,
  untilPrecise,
  workersOf,
} from "./given.ts";
import type { Given, Settle } from "./given.ts";
import { keepOptions } from "./keep-options.ts";
import { oneOf, wholeNumber } from "./options.ts";
import { requirementsOf } from "./requirements.ts";
import type { Texts } from "./texts.ts";
import { untilOf } from "./until.ts";

const DEFAULT_REPLICATIONS = "20";
const DEFAULT_HOURS = "4";
const DEFAULT_FUTURES = "200";
const MOST_HOURS = 24;
const MOST_FUTURES = 100_000;

/** What can be the answer: not what exists only between two scenarios. */
const ANSWERS = METRIC_IDS.filter((id) => !("compared" in METRICS[id]));

/** A metric, whose first statistic is meant; or a figure, as requirements write them. */
function answerOf(text: string, texts: Texts): FigureKey {
  const figure = parseFigure(text);
  if (figure.ok && ANSWERS.includes(figure.value.metric)) return figure.value;
  if (!figure.ok && figure.fault !== "figure")
    throw new CommandError(
      EXIT.usage,
      `--metric ${text}: ${texts.t(`asked.${figure.fault}`, figure.params)}`,
    );
  const metric = oneOf("--metric", text, ANSWERS, texts);
  return { metric, statistic: METRICS[metric].statistics[0], class: null, stage: null, hour: null };
}

export function addSimulations(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  judged(keepable(experiment(program.command("run"), texts), texts), texts)
    .option("--warm-up-check", t("options.warmUpCheck"))
    .description(t("commands.run"))
    .argument("<files...>", t("arguments.files"))
    .action((files: string[], given: Given) => {
      const options = { ...judgedOptions(given, false, texts), warmUpCheck: given.warmUpCheck === true };
      return settle(run(files, options, keepOptions(given, texts), sessionOf(given, texts)));
    });
  judged(keepable(experiment(program.command("compare"), texts), texts), texts)
    .description(t("commands.compare"))
    .argument("<baseline>", t("arguments.baseline"))
    .argument("[others...]", t("arguments.others"))
    .addOption(new Option("--metric <name>", t("options.metric")).default(undefined, DEFAULT_ANSWER.metric))
    .action((baseline: string, others: string[], given: Given) => {
      return settle(
        compare(
          [baseline, ...others],
          given.metric === undefined ? null : answerOf(given.metric, texts),
          judgedOptions(given, true, texts),
          keepOptions(given, texts),
          sessionOf(given, texts),
        ),
      );
    });
  common(program.command("forecast"), texts)
    .description(t("commands.forecast"))
    .argument("<files...>", t("arguments.files"))
    .requiredOption("--at <clock>", t("options.at"))
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
}

/** What tells when it knows enough, and what must come out. */
const judged = (command: Command, texts: Texts): Command =>
  inPairs(untilPrecise(requiring(command, texts), texts), texts);

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

/** What can be kept beside what is printed. */
function keepable(command: Command, texts: Texts): Command {
  const { t } = texts;
  return inFolder(command, texts)
    .option("--visits <file>", t("options.visits"))
    .option("--with-visits", t("options.withVisits"))
    .option("--report <file>", t("options.report"));
}

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
    antithetic: given.antithetic === true,
    workers: workersOf(given, texts),
    format: formatOf(given, texts),
    visits: given.visits ?? null,
    store: given.store !== false,
  };
}

/** Of `run` and `compare`, which may find out themselves how many days it takes, and judge what came out. */
function judgedOptions(given: Given, isCompared: boolean, texts: Texts): RequiringOptions {
  const until = untilOf(given, isCompared, MOST_REPLICATIONS, texts);
  return {
    ...experimentOptions(given, texts),
    ...(until !== null && { until }),
    requirements: requirementsOf(given.require ?? [], texts),
  };
}
