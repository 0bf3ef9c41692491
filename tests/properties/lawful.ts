/** The property that every random scenario keeps all laws, and how one that does not is shown: as a file. */
import fc from "fast-check";
import { scenarioYaml } from "../../server/scenario/write-yaml.ts";
import type { Entry } from "./arbitrary/parts.ts";
import { loadedScenario, scenarioFile } from "./arbitrary/scenario.ts";
import { holdsLaws } from "./laws.ts";

export type Failure = {
  readonly message: string;
  /** The smallest scenario that was found to fail, as a file, with the seed in its first line. */
  readonly text: string;
  readonly seed: number;
};

export type Checked = { readonly runs: number; readonly skipped: number; readonly failure: Failure | null };

/** Tries so many scenarios, each told before it is run; the first that fails is made as small as it can be. */
export function checkScenarios(
  runs: number,
  seed: number,
  trying: (file: Entry, seed: number) => void = () => undefined,
): Checked {
  const property = fc.property(scenarioFile, fc.nat(1_000_000), (file, runSeed) => {
    trying(file, runSeed);
    fc.pre(holdsLaws(file, runSeed));
  });
  const details = fc.check(property, { numRuns: runs, seed, maxSkipsPerRun: 20 });
  const { numRuns, numSkips, counterexample, errorInstance } = details;
  const tried = { runs: numRuns, skipped: numSkips };
  if (!details.failed) return { ...tried, failure: null };
  if (counterexample === null) throw new Error(`too many scenarios were refused: ${numSkips} of ${numRuns}`);
  const [file, runSeed] = counterexample;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { ...tried, failure: { message, seed: runSeed, text: fileText(file, runSeed, message) } };
}

/** A scenario file that `cruce run` takes. */
export function fileText(file: Entry, seed: number, message: string): string {
  const loaded = loadedScenario(file);
  const text = loaded === null ? JSON.stringify(file, null, 2) : scenarioYaml(loaded.scenario);
  return `# --seed ${seed}: ${message.replaceAll("\n", " ")}\n${text}`;
}
