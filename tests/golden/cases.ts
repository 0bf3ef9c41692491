/** The runs whose hourly hashes are kept in `state-hashes.json`, and how that file is written. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { diskLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { planDays } from "../../server/port/planner.ts";
import type { HourlyRun } from "./hourly.ts";

export type GoldenCase = {
  readonly file: string;
  readonly seed: number;
  readonly replication: number;
  readonly hours: number;
};

export const GOLDEN_FILE = new URL("./state-hashes.json", import.meta.url);
const LIBRARY = diskLibrary(fileURLToPath(new URL("../../scenarios/", import.meta.url)));

/** A day and the hours after it in which the last queue is cleared. */
const LAREDO = [
  "laredo-world-trade-bridge.yaml",
  "laredo-before-2023.yaml",
  "laredo-demand-115.yaml",
  "laredo-fast-booths-6.yaml",
  "laredo-one-more-shift.yaml",
  "laredo-portals-before-primary.yaml",
  "laredo-pre-inspection-20.yaml",
].map((file) => ({ file, hours: 27 }));
const THEORY = [
  "n01-four-stages.yaml",
  "n02-primary-secondary.yaml",
  "n04-always-busy-room-1.yaml",
  "q04-random-lines.yaml",
  "q05-mg1-erlang-4.yaml",
  "q05-mg1-lognormal.yaml",
  "q08-batches-of-1-to-3.yaml",
  "q09-loss.yaml",
  "q10-fast-first.yaml",
  "q12-balking.yaml",
  "q13-patience.yaml",
  "t01-day.yaml",
  "t02-shifts-named.yaml",
  "t06-capacity-falls.yaml",
].map((file) => ({ file: `theory/${file}`, hours: 24 }));

export const GOLDEN_CASES: readonly GoldenCase[] = [
  ...[...LAREDO, ...THEORY].map((one) => ({ ...one, seed: 1, replication: 0 })),
  { ...LAREDO[0]!, seed: 1, replication: 1 },
  { ...LAREDO[0]!, seed: 4_294_967_295, replication: 19 },
];

export const nameOf = ({ file, seed, replication }: GoldenCase): string =>
  `${file}, seed ${seed}, replication ${replication}`;

export function loadCase({ file, seed, replication, hours }: GoldenCase): HourlyRun {
  const loaded = loadScenario({ name: file }, LIBRARY);
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems)}`);
  const { scenario, arrivals } = loaded;
  const days = civilDays(scenario.zone, scenario.from, planDays(scenario));
  return { scenario, arrivals, days, seed, replication, hours };
}

/** Hashes by the name of the run, an hour each. */
export type Hashes = Readonly<Record<string, readonly string[]>>;

export const readHashes = (): Hashes => JSON.parse(readFileSync(GOLDEN_FILE, "utf8")) as Hashes;
