/** What is wrong with a call, in a sentence: the library that parses calls tells it by a code, and what it found. */
import type { Command, CommanderError } from "commander";
import { guessParams } from "../../shared/scenario/nearest.ts";
import { CommandError, EXIT } from "./exit.ts";
import { calledAs, inWords } from "./help.ts";
import type { Texts } from "./texts.ts";

/** Faults that no call of this program can have keep the words of the library. */
export function callFault(
  { code, message }: CommanderError,
  program: Command,
  argv: readonly string[],
  texts: Texts,
): CommandError {
  const command = program.commands.find((one) => one.name() === argv[0]) ?? program;
  const named = message.slice(message.indexOf("'") + 1, message.lastIndexOf("'"));
  return new CommandError(EXIT.usage, sentenceOf(code, named, { command, program }, texts) ?? message);
}

/** `named` is what the library puts between quotes. */
function sentenceOf(
  code: string,
  named: string,
  { command, program }: { readonly command: Command; readonly program: Command },
  texts: Texts,
): string | null {
  const { t } = texts;
  const called = calledAs(command);
  switch (code) {
    case "commander.unknownCommand":
      return unknownCommand(named, program, texts);
    case "commander.unknownOption":
      return t("calls.faults.option", { command: called, found: named, ...optionGuess(named, command) });
    case "commander.missingArgument":
      return missing(
        `<${named}>`,
        command.registeredArguments.find((one) => one.name() === named),
        command,
        texts,
      );
    case "commander.missingMandatoryOptionValue":
      return missing(
        named,
        command.options.find(({ flags }) => flags === named),
        command,
        texts,
      );
    case "commander.optionMissingArgument":
      return emptyOption(named, texts);
    case "commander.excessArguments":
      return tooMany(command, texts);
    default:
      return null;
  }
}

export const emptyOption = (flags: string, texts: Texts): string =>
  texts.t("calls.faults.value", { option: inWords(flags, texts) });

export function unknownCommand(found: string, { commands }: Command, { t }: Texts): string {
  const names = commands.map((one) => one.name());
  return t("calls.faults.command", { found, ...guessParams(found, names) });
}

const missing = (
  name: string,
  described: { readonly description: string } | undefined,
  command: Command,
  texts: Texts,
): string =>
  texts.t("calls.faults.missing", {
    command: calledAs(command),
    name: inWords(name, texts),
    what: described?.description ?? "",
  });

/** Of what is written like a long option: what stands for one of a letter is too short to guess from. */
function optionGuess(written: string, command: Command): Readonly<Record<string, string>> {
  const long = command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long: flag }) => flag ?? []);
  return written.startsWith("--") ? guessParams(written.split("=")[0]!, long) : {};
}

function tooMany(command: Command, texts: Texts): string {
  const { registeredArguments: taken, args } = command;
  return texts.t("calls.faults.tooMany", {
    command: calledAs(command),
    count: taken.length,
    names: inWords(taken.map((one) => `<${one.name()}>`).join(" "), texts),
    found: args.slice(taken.length).join(", "),
  });
}
