/** The table of common draws in docs/explanation/validation.md; `npm run prove -- pairs` prints it. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { differenceOf, intervalOf } from "../../server/analysis/linear.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { runReplication } from "../../server/run/replication.ts";
import { diskLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { Estimate } from "../../shared/estimate.ts";
import { meanWait, varianceRatio } from "./variance-ratio.ts";

const FOLDER = fileURLToPath(new URL("../../scenarios/", import.meta.url));
const BASELINE = "laredo-world-trade-bridge.yaml";
const SEED = 1;

/** Every other scenario of the port. */
export const variants = (): readonly string[] =>
  readdirSync(FOLDER).filter((name) => /^laredo-.*\.yaml$/.test(name) && name !== BASELINE);

/** The same days of a shipped scenario, whatever the scenario. */
export function daysOf(
  file: string,
  count: number,
): {
  readonly name: string;
  readonly days: readonly ReplicationSummary[];
} {
  const loaded = loadScenario({ name: file }, diskLibrary(FOLDER));
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems)}`);
  const plan = planScenario(loaded);
  const days = Array.from({ length: count }, (_, replication) =>
    runReplication(plan, { seed: SEED, replication }),
  );
  return { name: loaded.scenario.name, days };
}

const withInterval = ({ value, low, high }: Estimate, show: (value: number) => string): string =>
  `${show(value)} (${show(low!)} to ${show(high!)})`;
const minutes = (value: number): string => value.toFixed(2);
const share = (value: number): string => String(Number(value.toPrecision(2)));

export function printPairs(count: number, print: (line: string) => void): void {
  const baseline = daysOf(BASELINE, count).days;
  const from = meanWait(baseline);
  print(`| mean wait of ${count} days, minutes | | difference | variance ratio | independent days for one |`);
  print("|---|---|---|---|---|");
  print(`| World Trade Bridge today | ${withInterval(intervalOf(from), minutes)} | | | |`);
  for (const file of variants()) {
    const { name, days } = daysOf(file, count);
    const to = meanWait(days);
    const ratio = varianceRatio(baseline, days);
    const cells = [
      name,
      withInterval(intervalOf(to), minutes),
      withInterval(intervalOf(differenceOf(from, to)), minutes),
      withInterval(ratio, share),
      share(1 / ratio.value),
    ];
    print(`| ${cells.join(" | ")} |`);
  }
}
