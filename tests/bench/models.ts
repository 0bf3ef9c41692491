/** What the benchmark runs: ordinary scenario files, some of them for more days than the file counts. */
import { fileURLToPath } from "node:url";
import { diskLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";

const SCENARIOS = fileURLToPath(new URL("../../scenarios/", import.meta.url));

export type BenchModel = {
  readonly name: string;
  readonly file: string;
  /** Counted days; left out: as the file has it. */
  readonly days?: number;
  /** Replications a round, so that a round lasts long enough to be measured. */
  readonly runs: number;
  /** A plain queue counts as the C program does: arrivals and ends of service. A port: arrivals, entries, exits. */
  readonly counts: "queue" | "port";
  /** The same model in the C reference, and its customers a round. */
  readonly reference?: readonly [model: string, customers: number];
};

export const MODELS: readonly BenchModel[] = [
  { name: "mm1", file: "theory/q01-mm1.yaml", days: 500, runs: 1, counts: "queue", reference: ["mm1", 2e6] },
  {
    name: "mm20",
    file: "theory/q03-mm20.yaml",
    days: 30,
    runs: 1,
    counts: "queue",
    reference: ["mm20", 2e6],
  },
  {
    name: "n1",
    file: "theory/n01-four-stages.yaml",
    days: 300,
    runs: 1,
    counts: "queue",
    reference: ["tandem", 1e6],
  },
  { name: "t2", file: "theory/t02-shifts-first-free.yaml", runs: 500, counts: "queue" },
  { name: "world-trade-bridge-day", file: "laredo-world-trade-bridge.yaml", runs: 10, counts: "port" },
  {
    name: "world-trade-bridge-year",
    file: "laredo-world-trade-bridge.yaml",
    days: 365,
    runs: 1,
    counts: "port",
  },
];

/** The event list alone: so many pending events, each taken and scheduled again. */
export const HOLD = { name: "hold1e5", pending: 100_000, steps: 2_000_000 } as const;

export function loadedModel({ file, days }: Pick<BenchModel, "file" | "days">): LoadedScenario {
  const loaded = loadScenario({ name: file }, diskLibrary(SCENARIOS));
  if (!loaded.ok) throw new Error(`${file} has problems: ${JSON.stringify(loaded.problems)}`);
  return days === undefined ? loaded : { ...loaded, scenario: { ...loaded.scenario, days } };
}
