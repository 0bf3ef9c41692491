/** The reference of the command line names the commands, options and defaults that the help does, and no others. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXIT } from "../../server/cli/exit.ts";
import { cruceHere } from "./cruce.ts";

const reference = readFileSync(new URL("../../docs/reference/command-line.md", import.meta.url), "utf8");
const MODES: Readonly<Record<string, string>> = { "validate --theory": "validate" };

/** The cells of the table whose first column has this title. */
function table(title: string): readonly (readonly string[])[] {
  const [, text] = reference.split(`\n| ${title} |`);
  const rows = text!.split("\n\n")[0]!.split("\n").slice(2);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

async function helpOf(command: string): Promise<string> {
  const { stdout } = await cruceHere([command, "--help"].filter(Boolean));
  return stdout.replaceAll(/\n {10,}/g, " ");
}

const commandsInHelp = async (): Promise<readonly string[]> =>
  [...(await helpOf("")).split(/\n(?:Commands|Examples):/)[1]!.matchAll(/^ {2}(\w+)/gm)].map(
    ([, name]) => name!,
  );

type Row = { readonly command: string; readonly option: string; readonly usual: string };

/** A row for each option of each command. */
const toldOf = (commands: readonly string[]): readonly Row[] =>
  table("option").flatMap(([options, of, , usual]) =>
    (of === "all" ? commands : of!.split(", ").map((one) => MODES[one] ?? one))
      .filter((command) => command !== "`cruce` itself")
      .flatMap((command) =>
        [...options!.matchAll(/--[a-z-]+/g)].map(([option]) => ({ command, option, usual: usual! })),
      ),
  );

/** As the help of the commands has them; what is usual only where that is a word or a number. */
async function foundIn(commands: readonly string[]): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const command of commands)
    for (const line of (await helpOf(command)).split("\nOptions:")[1]!.split("\n")) {
      const option = /^ {2}(?:-\w, )?(--[a-z-]+)/.exec(line)?.[1];
      if (option !== undefined)
        found.push({ command, option, usual: /\(default: (\w+)\)/.exec(line)?.[1] ?? "" });
    }
  return found;
}

test("every command is in the reference, and no other", async () => {
  const told = table("command").map(([call]) => /`(\w+)/.exec(call!)![1]!);
  expect([...new Set(told)]).toEqual(await commandsInHelp());
});

test("every option of each command is in the reference, and no other", async () => {
  const commands = await commandsInHelp();
  const names = (rows: readonly Row[]): readonly string[] =>
    [...new Set(rows.map(({ command, option }) => `${command} ${option}`))].toSorted();
  expect(names(toldOf(commands))).toEqual(names(await foundIn(commands)));
});

test("the defaults of the help are those of the reference", async () => {
  const commands = await commandsInHelp();
  const told = toldOf(commands);
  const found = (await foundIn(commands)).filter(({ usual }) => usual !== "");
  expect(found.length).toBeGreaterThan(10);
  for (const row of found) expect(told).toContainEqual(row);
});

test("every exit code is in the reference, and no other", () => {
  expect(table("code").map(([code]) => Number(code))).toEqual(Object.values(EXIT));
});
