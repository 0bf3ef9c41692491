/** The commands in the reader's language. Their arguments and options stand in `…-commands.ts`, what they do in `commands`. */
import { Command, CommanderError } from "commander";
import { callFault, emptyOption, unknownCommand } from "./call-fault.ts";
import { CommandError, EXIT } from "./exit.ts";
import { common } from "./given.ts";
import type { Settle } from "./given.ts";
import { helpIn } from "./help.ts";
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
    if (error.exitCode === 0) return EXIT.fine;
    if (error.code === "commander.help") return EXIT.usage;
    throw callFault(error, program, argv, texts);
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
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: () => undefined })
    .configureHelp(helpIn(texts))
    .addHelpText("after", examples(texts));
  const settle: Settle = async (result) => done(await result);
  addSimulations(program, texts, settle);
  addSweep(program, texts, settle);
  addOptimize(program, texts, settle);
  addTools(program, texts, settle);
  addHelp(program, texts);
  return program.hook("preAction", (_, command) => refuseEmpty(command, texts));
}

/** An empty text is no value of any option: it is what a shell makes of a variable that is not set. */
function refuseEmpty(command: Command, texts: Texts): void {
  const empty = command.options.find((option) =>
    [command.getOptionValue(option.attributeName())]
      .flat()
      .some((value) => typeof value === "string" && value.trim() === ""),
  );
  if (empty !== undefined) throw new CommandError(EXIT.usage, emptyOption(empty.flags, texts));
}

/** What those of other programs look for: the library's own would print all help for a command that there is not. */
function addHelp(program: Command, texts: Texts): void {
  const { t } = texts;
  common(program.command("help"), texts)
    .description(t("commands.help"))
    .argument("[command]", t("arguments.command"))
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (command === undefined) throw new CommandError(EXIT.usage, unknownCommand(name!, program, texts));
      command.outputHelp();
    });
  common(program.command("version"), texts)
    .description(t("commands.version"))
    .action(() => void process.stdout.write(`${VERSION}\n`));
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
