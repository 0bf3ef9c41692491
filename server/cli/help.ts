/** How the help of commands is laid out and worded: nothing of it stands in the words of the library that parses them. */
import type { Command, HelpConfiguration, Option } from "commander";
import { calls } from "../../shared/messages/en/calls.ts";
import type { CliKey, Texts } from "./texts.ts";

type Word = keyof typeof calls.words;

const isWord = (text: string): text is Word => Object.hasOwn(calls.words, text);

/** As the library has them. */
const HEADINGS: Readonly<Record<string, CliKey>> = {
  "Usage:": "calls.headings.usage",
  "Arguments:": "calls.headings.arguments",
  "Options:": "calls.headings.options",
  "Commands:": "calls.headings.commands",
};

export const helpIn = (texts: Texts): HelpConfiguration => ({
  showGlobalOptions: false,
  optionDescription: (option) => described(option, texts),
  styleTitle: (title) => {
    const key = HEADINGS[title];
    return key === undefined ? title : texts.t(key);
  },
  optionTerm: ({ flags }) => inWords(flags, texts),
  argumentTerm: (argument) => inWords(`<${argument.name()}>`, texts).slice(1, -1),
  subcommandTerm: (command) => inWords(`${command.name()} ${command.usage()}`, texts),
  commandUsage: (command) => inWords(`${calledAs(command)} ${command.usage()}`, texts),
});

/** "cruce run". */
export const calledAs = (command: Command): string =>
  command.parent === null ? command.name() : `${calledAs(command.parent)} ${command.name()}`;

/** With what stands for a value said in the language: "--seed <number>", "[options]". */
export const inWords = (terms: string, { t }: Texts): string =>
  terms.replaceAll(/(?<=[<[])[a-z]+/g, (word) => (isWord(word) ? t(`calls.words.${word}`) : word));

/** With what holds where it is not given; of several texts of an option none, since an option given twice adds to none. */
function described({ description, defaultValue, defaultValueDescription }: Option, { t }: Texts): string {
  const usual: unknown = defaultValueDescription ?? defaultValue;
  return typeof usual === "string" ? `${description} (${t("options.usual", { usual })})` : description;
}
