/** Commands that run many variants of a scenario to find out what is best: their arguments and options. */
import type { Command } from "commander";
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

/** Its options have no defaults: where they say nothing a sweep file may. */
export function addSweep(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  const judged = requiring(common(program.command("sweep"), texts), texts, "options.requireAll");
  inFolder(inPairs(untilPrecise(judged, texts), texts), texts)
    .description(t("commands.sweep"))
    .argument("<files...>", t("arguments.swept"))
    .option("--report <file>", t("options.report"))
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

/** As with `addSweep`. */
export function addOptimize(program: Command, texts: Texts, settle: Settle): void {
  const { t } = texts;
  common(program.command("optimize"), texts)
    .description(t("commands.optimize"))
    .argument("<file>", t("arguments.planned"))
    .option("--promise <text>", t("options.promise"), more)
    .option("--sure <share>", t("options.sure"))
    .option("--shifts <lengths>", t("options.shifts"))
    .option("--starts-every <time>", t("options.startsEvery"))
    .option("--break <text>", t("options.break"))
    .option("--roster <number>", t("options.roster"))
    .option("--budget <time>", t("options.budget"))
    .option("--replications <number>", t("options.anew"))
    .option("--seed <number>", t("options.seed"))
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
