/** Commands that look at files, at the simulator itself and at what is stored, and the page: arguments and options. */
import type { Command } from "commander";
import type { GeneratorName } from "../theory/units.ts";
import { diff } from "./commands/diff.ts";
import { schema } from "./commands/schema.ts";
import { serve } from "./commands/serve.ts";
import { store } from "./commands/store.ts";
import type { StoreOptions } from "./commands/store.ts";
import { validate } from "./commands/validate.ts";
import { validateTheory } from "./commands/validate-theory.ts";
import type { TheoryOptions } from "./commands/validate-theory.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import { common, sessionOf, workersOf } from "./given.ts";
import type { Given, Settle } from "./given.ts";
import { oneOf, wholeNumber } from "./options.ts";
import type { Texts } from "./texts.ts";

const MOST_SEEDS = 1_000;

const GENERATOR_NAMES: readonly GeneratorName[] = ["mix", "threefry"];

/** Options of `validate` that say nothing of files. */
const OF_THEORY = ["quick", "seeds", "generator", "only", "workers", "write"] as const;

export function addTools(program: Command, texts: Texts, settle: Settle): void {
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
    .action((given: Given) => settle(store(storeOptions(given, texts), sessionOf(given, texts))));
  common(program.command("serve"), texts)
    .description(t("commands.serve"))
    .argument("[files...]", t("arguments.pair"))
    .option("--port <number>", t("options.port"))
    .option("--host <address>", t("options.host"))
    .action((files: string[], given: Given) => settle(serve(files, given, sessionOf(given, texts))));
}

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

function storeOptions({ clear, clearEarlier, json }: Given, { t }: Texts): StoreOptions {
  if (clear === true && clearEarlier === true) throw new CommandError(EXIT.usage, t("usage.twoClearings"));
  return {
    clear: clear === true ? "all" : clearEarlier === true ? "earlier" : null,
    asJson: json === true,
  };
}
