/** Commands that run many variants of a scenario to find out what is best: their arguments and options. */
import { Option } from "commander";
import type { Command } from "commander";
import { formatQuantity } from "../../shared/scenario/quantity.ts";
import { staffingSchema } from "../../shared/staffing/schema.ts";
import { sweepSchema } from "../../shared/sweep/schema.ts";
import { optimizeStaffing } from "./commands/optimize.ts";
import { sweep } from "./commands/sweep.ts";
import {
  MOST_REPLICATIONS,
  common,
  formatOf,
  inFolder,
  inPairs,
  requiring,
  sessionOf,
  untilPrecise,
  workersOf,
} from "./given.ts";
import type { Given, Settle } from "./given.ts";
import { folderOptions } from "./keep-options.ts";
import { refuseOutputNames } from "./output-names.ts";
import { requirementsOf } from "./requirements.ts";
import { staffingSettings } from "./staffing-options.ts";
import type { GivenQuestion } from "./staffing-options.ts";
import { sweepSettings } from "./sweep-options.ts";
import type { GivenSweep } from "./sweep-options.ts";
import type { Texts } from "./texts.ts";
import { untilOf } from "./until.ts";

/** For an option that may be given again. */
const more = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** What holds where neither an option nor a file says it: options have no values of their own, so that a file may. */
const usually = (flags: string, text: string, usual: unknown): Option =>
  new Option(flags, text).default(undefined, String(usual));

const SWEEP = sweepSchema.shape;
const QUESTION = staffingSchema.shape;

export function addSweep(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  const judged = requiring(common(program.command("sweep"), texts), texts, "options.requireAll");
  inFolder(inPairs(untilPrecise(judged, texts, "until.optionOfPoints"), texts), texts)
    .description(t("commands.sweep"))
    .argument("<files...>", t("arguments.swept"))
    .option("--report <file>", t("options.report"))
    .option("--vary <setting>", t("options.vary"), more)
    .addOption(usually("--design <name>", t("options.design"), SWEEP.design.parse(undefined)))
    .option("--points <number>", t("options.points"))
    .addOption(
      usually("--respond <figure>", t("options.respond"), SWEEP.respond.parse(undefined)).argParser(more),
    )
    .option("--frontier <figures...>", t("options.frontier"))
    .addOption(
      usually("--replications <number>", t("options.replications"), SWEEP.replications.parse(undefined)),
    )
    .addOption(usually("--seed <number>", t("options.seed"), SWEEP.seed.parse(undefined)))
    .option("--workers <number>", t("options.workers"))
    .option("--no-store", t("options.noStore"))
    .option("--json", t("options.json"))
    .option("--csv", t("options.csv"))
    .action((files: string[], given: Given & GivenSweep) => {
      const until = untilOf(given, false, MOST_REPLICATIONS, texts);
      const options = {
        asked: sweepSettings(given, texts),
        antithetic: given.antithetic === true,
        workers: workersOf(given, texts),
        format: formatOf(given, texts),
        store: given.store !== false,
        ...(until !== null && { until }),
        requirements: requirementsOf(given.require ?? [], texts),
        keep: { out: folderOptions(given, texts), report: given.report ?? null },
      };
      return settle(sweep(files, options, sessionOf(given, texts)));
    });
}

export function addOptimize(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  common(program.command("optimize"), texts)
    .description(t("commands.optimize"))
    .argument("<file>", t("arguments.planned"))
    .option("--promise <text>", t("options.promise"), more)
    .addOption(
      usually("--sure <share>", t("options.sure"), formatQuantity("share", QUESTION.sure.parse(undefined))),
    )
    .addOption(usually("--shifts <lengths>", t("options.shifts"), QUESTION.shifts.parse(undefined)))
    .addOption(
      usually(
        "--starts-every <time>",
        t("options.startsEvery"),
        formatQuantity("duration", QUESTION.startsEvery.parse(undefined)),
      ),
    )
    .option("--break <text>", t("options.break"))
    .option("--roster <number>", t("options.roster"))
    .addOption(
      usually(
        "--budget <time>",
        t("options.budget"),
        formatQuantity("duration", QUESTION.budget.parse(undefined)),
      ),
    )
    .addOption(usually("--replications <number>", t("options.anew"), QUESTION.replications.parse(undefined)))
    .addOption(usually("--seed <number>", t("options.seed"), QUESTION.seed.parse(undefined)))
    .option("--workers <number>", t("options.workers"))
    .option("--no-store", t("options.noStore"))
    .option("--json", t("options.json"))
    .option("--write <file>", t("options.writePlan"))
    .option("--report <file>", t("options.report"))
    .action((file: string, given: Given & GivenQuestion) => {
      refuseOutputNames(given, texts);
      const options = {
        asked: staffingSettings(given),
        workers: workersOf(given, texts),
        write: given.write ?? null,
        report: given.report ?? null,
        asJson: given.json === true,
        store: given.store !== false,
      };
      return settle(optimizeStaffing(file, options, sessionOf(given, texts)));
    });
}
