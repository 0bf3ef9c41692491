/**
 * `npm run bench`: how fast the engine is on this machine, one core, with every default measure on. Rounds take the
 * models in turn, so that a noisy machine bears on all alike; medians and ranges of the rounds are shown, and beside
 * each model that the C reference knows too the ratio to it, measured in the same rounds.
 *
 * `-- --json` prints the same as data, `--rounds N` (at least 1) and `--only NAME` shorten it.
 */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "./median.ts";
import { HOLD, MODELS } from "./models.ts";
import { measurePairedDays } from "./paired-days.ts";
import type { PairedDaysRow } from "./paired-days.ts";
import { buildReference, referenceSpeed } from "./reference.ts";
import type { Reference } from "./reference.ts";
import type { RoundDone } from "./rounds.ts";
import type { VisitFilesDone } from "./visit-files.ts";
import { measureScaling } from "./scaling.ts";
import type { ScalingRow } from "./scaling.ts";
import { measureWorkers } from "./workers.ts";
import type { Ratio, WorkersRow } from "./workers.ts";

const ROUNDS = 7;
const PROGRAM = fileURLToPath(new URL("./rounds.ts", import.meta.url));
const VISIT_FILES = fileURLToPath(new URL("./visit-files.ts", import.meta.url));

type Row = {
  readonly model: string;
  readonly eventsPerSecond: number;
  readonly low: number;
  readonly high: number;
  /** To the C reference; null where it is missing or has no such model. */
  readonly ratioToC: number | null;
  readonly memoryMb: number;
};

type Contestant = {
  readonly name: string;
  readonly reference: ((program: string) => number) | null;
  readonly child: ChildProcess;
  readonly speeds: number[];
  readonly ratios: number[];
  memoryMb: number;
};

async function start(name: string, reference: Contestant["reference"]): Promise<Contestant> {
  const child = fork(PROGRAM, [name], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await once(child, "message");
  return { name, reference, child, speeds: [], ratios: [], memoryMb: 0 };
}

async function round(of: Contestant, reference: Reference): Promise<void> {
  const c = of.reference !== null && reference.kind === "built" ? of.reference(reference.program) : null;
  of.child.send("go");
  const [done] = (await once(of.child, "message")) as [RoundDone];
  const speed = done.events / done.seconds;
  of.speeds.push(speed);
  if (c !== null) of.ratios.push(speed / c);
  of.memoryMb = Math.max(of.memoryMb, done.memoryMb);
}

async function measure(
  rounds: number,
  only: string | undefined,
  reference: Reference,
): Promise<readonly Row[]> {
  const wanted = (name: string): boolean => only === undefined || only === name;
  const contestants: Contestant[] = [];
  for (const { name, reference: same } of MODELS.filter((model) => wanted(model.name)))
    contestants.push(
      await start(name, same === undefined ? null : (program) => referenceSpeed(program, ...same)),
    );
  if (wanted(HOLD.name)) {
    const inC = (program: string): number => referenceSpeed(program, "hold", HOLD.steps, HOLD.pending);
    contestants.push(await start(HOLD.name, inC));
  }
  for (let i = 0; i < rounds; i++) for (const of of contestants) await round(of, reference);
  for (const { child } of contestants) child.disconnect();
  return contestants.map(({ name, speeds, ratios, memoryMb }) => ({
    model: name,
    eventsPerSecond: median(speeds),
    low: Math.min(...speeds),
    high: Math.max(...speeds),
    ratioToC: ratios.length === 0 ? null : median(ratios),
    memoryMb,
  }));
}

type VisitsRow = VisitFilesDone & { readonly format: string };

async function measureVisitFiles(): Promise<readonly VisitsRow[]> {
  const rows: VisitsRow[] = [];
  for (const format of ["csv", "parquet"]) {
    const child = fork(VISIT_FILES, [format], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const [done] = (await once(child, "message")) as [VisitFilesDone];
    rows.push({ format, ...done });
  }
  return rows;
}

function visitsTable(rows: readonly VisitsRow[]): string {
  return rows
    .map(
      ({ format, rows: count, seconds, halfMb, memoryMb, fileMb }) =>
        `${count} rows of visits as ${format}: ${seconds.toFixed(1)} s, file ${fileMb.toFixed(0)} MB, memory at the most ${halfMb.toFixed(0)} MB after half of them, ${memoryMb.toFixed(0)} MB after all`,
    )
    .join("\n");
}

const pairedText = ({
  days,
  rounds,
  seconds,
  secondsOfOne,
  engineSeconds,
  overhead,
}: PairedDaysRow): string =>
  `${days} paired days of the World Trade Bridge, in the round of ${rounds} with the median overhead: ${seconds.toFixed(1)} s with two threads, ${secondsOfOne.toFixed(1)} s with one; simulated and measured alone ${engineSeconds.toFixed(1)} s, so that the experiment adds ${(100 * overhead).toFixed(1)} %`;

const million = (value: number): string => (value / 1e6).toFixed(2);

function tableOf(rows: readonly Row[], rounds: number, reference: Reference): string {
  const inC = reference.kind === "built" ? "of C" : `of C (${reference.reason})`;
  const head = `${"model".padEnd(24)}  million events/s, median [range] of ${rounds}   ${inC}   memory MB`;
  const lines = rows.map(({ model, eventsPerSecond, low, high, ratioToC, memoryMb }) => {
    const speed = `${million(eventsPerSecond).padStart(6)}  [${million(low)} … ${million(high)}]`;
    const ratio = ratioToC === null ? "" : ratioToC.toFixed(2);
    return `${model.padEnd(24)}  ${speed.padEnd(39)}  ${ratio.padStart(4)}  ${memoryMb.toFixed(0).padStart(10)}`;
  });
  return [head, ...lines].join("\n");
}

function scalingTable(rows: readonly ScalingRow[]): string {
  const lines = rows.map(
    ({ what, eventsPerSecond }) => `${what.padEnd(40)}  ${million(eventsPerSecond).padStart(6)}`,
  );
  return ["what grows                                million events/s", ...lines].join("\n");
}

const ratioText = ({ ratio, low, high }: Ratio): string =>
  `${ratio.toFixed(2)} [${low.toFixed(2)} … ${high.toFixed(2)}]`;

const workersText = ({ days, rounds, workers, bare }: WorkersRow): string =>
  `two workers do ${ratioText(workers)} times what one does, two bare threads ${ratioText(bare)} times what one does (median [range] of ${rounds}, ${days} days of the World Trade Bridge each)`;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, rounds: { type: "string" }, only: { type: "string" } },
});
const rounds = Math.max(1, Number(values.rounds ?? ROUNDS) || ROUNDS);
const reference = buildReference();
const rows = await measure(rounds, values.only, reference);
const scaling = values.only === undefined ? measureScaling(rounds) : [];
const workers = values.only === undefined || values.only === "workers" ? await measureWorkers(rounds) : null;
const visits = values.only === undefined || values.only === "visits" ? await measureVisitFiles() : [];
const paired = values.only === undefined || values.only === "paired" ? await measurePairedDays(rounds) : null;
if (values.json === true) {
  process.stdout.write(`${JSON.stringify({ rounds, rows, scaling, workers, visits, paired }, null, 2)}\n`);
} else {
  if (rows.length > 0) process.stdout.write(`${tableOf(rows, rounds, reference)}\n\n`);
  if (scaling.length > 0) process.stdout.write(`${scalingTable(scaling)}\n\n`);
  if (workers !== null) process.stdout.write(`${workersText(workers)}\n\n`);
  if (visits.length > 0) process.stdout.write(`${visitsTable(visits)}\n\n`);
  if (paired !== null) process.stdout.write(`${pairedText(paired)}\n`);
}
