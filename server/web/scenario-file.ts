/** A scenario of a session as a file: with the changes made to it live, so that it replays them. */
import { changesOf } from "../run/live-log.ts";
import type { SessionState } from "../run/live-log.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import { withChanges } from "../../shared/scenario/write.ts";
import { scenarioYaml } from "../scenario/write-yaml.ts";

export type ScenarioFile = { readonly name: string; readonly text: string };

export function fileOf(state: SessionState, index: number): ScenarioFile | null {
  const loaded = state.scenarios[index];
  if (loaded === undefined) return null;
  const changes = changesOf(state, index).map(({ change }) => change);
  return scenarioFile(withChanges(loaded.scenario, changes));
}

export const scenarioFile = (scenario: Scenario): ScenarioFile => ({
  name: nameOf(scenario.name),
  text: scenarioYaml(scenario),
});

/** A file name from what people call the scenario: letters, digits and hyphens only. */
function nameOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 60) || "scenario"}.yaml`;
}
