/** Which files arguments stand for. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CommandError } from "../../server/cli/exit.ts";
import { scenarioFiles } from "../../server/cli/scenario-files.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-files-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeAll(() => {
  mkdirSync(join(root, "ports/more"), { recursive: true });
  mkdirSync(join(root, "empty.yaml"));
  const names = ["b.yaml", "a.yml", "notes.txt", "scenario.schema.json", ".hidden.yaml", "more/c.yaml"];
  for (const name of names) writeFileSync(join(root, "ports", name), smallPort(1, name));
});

/** As seen from the folder. */
const found = (...given: string[]): readonly string[] =>
  scenarioFiles(
    given.map((argument) => join(root, argument)),
    textsIn("en"),
  ).map((file) => relative(root, file));

const message = (...given: string[]): string => {
  try {
    return found(...given).join();
  } catch (error) {
    return error instanceof CommandError ? `${error.code}: ${error.message}` : String(error);
  }
};

describe("stands for", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["a file", ["ports/b.yaml"], ["ports/b.yaml"]],
    ["a file that is not there", ["ports/d.yaml"], ["ports/d.yaml"]],
    ["a folder", ["ports"], ["ports/a.yml", "ports/b.yaml"]],
    ["a folder and a stroke", ["ports/"], ["ports/a.yml", "ports/b.yaml"]],
    ["a pattern", ["ports/*.yaml"], ["ports/b.yaml"]],
    ["a pattern of all", ["ports/*"], ["ports/a.yml", "ports/b.yaml"]],
    ["a pattern through folders", ["**/[bc].yaml"], ["ports/b.yaml", "ports/more/c.yaml"]],
    ["a folder and what is in it", ["ports", "ports/*.yml"], ["ports/a.yml", "ports/b.yaml"]],
    ["a file and its folder", ["ports/b.yaml", "ports"], ["ports/b.yaml", "ports/a.yml"]],
    ["a folder and its file", ["ports", "ports/a.yml"], ["ports/b.yaml", "ports/a.yml"]],
  ])("%s", (_, given, files) => {
    expect(found(...given)).toEqual(files);
  });

  test("standard input as ever", () => {
    expect(scenarioFiles(["-"], textsIn("en"))).toEqual(["-"]);
  });
});

test("a folder without a scenario is an error", () => {
  expect(message("empty.yaml")).toMatch(/^2: .*empty\.yaml holds no scenario: expected files/);
});

test("a pattern without a scenario is an error", () => {
  expect(message("ports/*.txt")).toMatch(/^2: No scenario matches .*\*\.txt: expected files/);
});

test("a file is one by whatever name it is found", async () => {
  symlinkSync(join(root, "ports/b.yaml"), join(root, "ports/more/link.yaml"));
  expect(found("ports/b.yaml", "ports/more")).toEqual(["ports/b.yaml", "ports/more/c.yaml"]);
  const [named, linked] = [join(root, "ports/b.yaml"), join(root, "ports/more/link.yaml")];
  const { code, stderr } = await cruceHere(["compare", named, linked]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `${linked} and ${named} are one file; name each scenario once.\n`,
  });
  rmSync(linked);
});

test("compare wants two scenarios, however they are named", async () => {
  const { code, stderr } = await cruceHere(["compare", join(root, "ports/more")]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "A comparison takes two scenarios or more; found 1.\n",
  });
});
