/** The commands in the reader's language. Their arguments and options stand in `…-commands.ts`, what they do in `commands`. */
import { Command, CommanderError } from "commander";
import type { Option } from "commander";
import { EXIT } from "./exit.ts";
import type { Settle } from "./given.ts";
import { addSimulations } from "./simulation-commands.ts";
import { addOptimize, addSweep } from "./study-commands.ts";
import type { Texts } from "./texts.ts";
import { addTools } from "./tool-commands.ts";
import { VERSION } from "./version.ts";

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
    .configureHelp({ showGlobalOptions: false, optionDescription: (option) => described(option, texts) })
    .addHelpText("after", examples(texts));
  const settle: Settle = async (result) => done(await result);
  addSimulations(program, texts, settle);
  addSweep(program, texts, settle);
  addOptimize(program, texts, settle);
  addTools(program, texts, settle);
  return program;
}

/** With what holds where it is not given; of several texts of an option none, since an option given twice adds to none. */
function described({ description, defaultValue, defaultValueDescription }: Option, { t }: Texts): string {
  const usual: unknown = defaultValueDescription ?? defaultValue;
  return typeof usual === "string" ? `${description} (${t("options.usual", { usual })})` : description;
}

function examples({ t }: Texts): string {
  const lines = [
    "cruce run scenarios/laredo-world-trade-bridge.yaml",
    "cruce compare scenarios/laredo-world-trade-bridge.yaml scenarios/laredo-one-more-shift.yaml --replications 30",
    'cruce compare a.yaml b.yaml --until "wait within 1 min"',
    "cruce compare a.yaml b.yaml --json | jq '.differences[] | select(.named)'",
    "cruce forecast scenarios/laredo-world-trade-bridge.yaml --at 14:30 --hours 4",
    "cruce worth scenarios/laredo-world-trade-bridge.yaml",
    "cruce sweep scenarios/sweeps/world-trade-bridge-booths.yaml",
    "cruce optimize scenarios/questions/world-trade-bridge-promise.yaml",
    "cruce validate scenarios/*.yaml",
    "cruce validate --theory --quick",
    "cruce diff a.yaml b.yaml",
    "cruce serve a.yaml b.yaml",
  ];
  return `\n${t("examples")}\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
}
