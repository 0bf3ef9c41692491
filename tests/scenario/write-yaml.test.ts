/** What is written reads back as the same scenario, without a warning about how it is written. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { diskLibrary, readShipped, shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { scenarioYaml } from "../../server/scenario/write-yaml.ts";

const FOLDER = fileURLToPath(new URL("../../scenarios/", import.meta.url));
const files = [...readShipped(FOLDER).keys()].filter((name) => name.endsWith(".yaml"));

test.each(files)("%s is written and read back", (name) => {
  const loaded = loadScenario({ name }, diskLibrary(FOLDER));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { extends: _, ...whole } = loaded.scenario;
  const text = scenarioYaml(loaded.scenario);
  const again = loadScenario({ file: "again.yaml", text }, shippedLibrary(new Map()));
  if (!again.ok) throw new Error(`${JSON.stringify(again.problems)}\n${text}`);
  expect(again.scenario).toEqual(whole);
  expect(again.warnings.map((warning) => warning.code)).toEqual(
    loaded.warnings.map((warning) => warning.code),
  );
});

test("an editor finds the schema in the first line, and times of day are quoted", () => {
  const loaded = loadScenario({ name: "laredo-world-trade-bridge.yaml" }, diskLibrary(FOLDER));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const [head, ...lines] = scenarioYaml(loaded.scenario).split("\n");
  expect(head).toBe("# yaml-language-server: $schema=./scenario.schema.json");
  expect(lines.join("\n")).toContain('mon-fri: "07:00-24:00"');
  expect(lines.join("\n")).toContain('from: "2024-05-07"');
});
