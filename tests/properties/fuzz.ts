/**
 * `npm run fuzz -- --runs N --seed S [--workers K]`: random scenarios on all processors until one breaks a
 * law, throws or hangs. That one is made small, written as a file for `cruce run`, and the exit code is 1.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Entry } from "./arbitrary/parts.ts";
import { fileText } from "./lawful.ts";
import type { FromFuzzer, Round } from "./fuzz-worker.ts";

const USAGE = "usage: npm run fuzz -- [--runs N] [--seed S] [--workers K]\n";
const ROUND = 25;
/** A scenario takes a tenth of a second; the longest on a busy machine some seconds. */
const HANGS_AFTER_MS = 120_000;
const FOLDER = "fuzz";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: String(availableParallelism()) },
  },
});
const [runs, seed, workers] = [values.runs, values.seed, values.workers].map(Number) as [
  number,
  number,
  number,
];
if (![runs, seed, workers].every((value) => Number.isInteger(value) && value >= 0) || workers === 0) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const rounds: Round[] = Array.from({ length: Math.ceil(runs / ROUND) }, (_, i) => ({
  runs: Math.min(ROUND, runs - i * ROUND),
  // Neighboring seeds share no round.
  seed: Math.imul(seed, 0x9e3779b1) + i,
}));
let done = 0;
let skipped = 0;
const started = performance.now();
const threads: Worker[] = [];

function stop(code: number): void {
  for (const thread of threads) void thread.terminate();
  process.exitCode = code;
}

function fail(message: string, text: string, failedSeed: number): void {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/seed-${failedSeed}.yaml`;
  writeFileSync(path, text);
  process.stdout.write(`${message}\nafter ${done} scenarios; see it again with\n`);
  process.stdout.write(`  npm run -s cruce -- run ${path} --seed ${failedSeed} --replications 1\n`);
  stop(1);
}

function report(): void {
  const perSecond = (1000 * done) / (performance.now() - started);
  process.stderr.write(`${done} of ${runs} scenarios, ${perSecond.toFixed(1)} a second\n`);
}

function startThread(): void {
  const thread = new Worker(new URL("./fuzz-worker.ts", import.meta.url));
  threads.push(thread);
  let last: { readonly file: Entry; readonly seed: number } | null = null;
  const watch = setTimeout(() => {
    if (last === null) throw new Error("a thread never began");
    const message = `no end after ${HANGS_AFTER_MS / 1000} s`;
    fail(message, fileText(last.file, last.seed, message), last.seed);
  }, HANGS_AFTER_MS);
  const next = (): void => {
    const round = rounds.shift();
    if (round !== undefined) return thread.postMessage(round);
    clearTimeout(watch);
    void thread.terminate();
  };
  thread.on("message", (message: FromFuzzer) => {
    watch.refresh();
    if (message.kind === "trying") {
      last = message;
      return;
    }
    const { checked } = message;
    const before = done;
    done += checked.runs;
    skipped += checked.skipped;
    if (checked.failure !== null) {
      clearTimeout(watch);
      return fail(checked.failure.message, checked.failure.text, checked.failure.seed);
    }
    if (Math.floor((20 * before) / runs) < Math.floor((20 * done) / runs)) report();
    next();
  });
  thread.on("error", (error) => {
    throw error;
  });
  thread.on("exit", () => clearTimeout(watch));
  next();
}

for (let i = 0; i < workers; i++) startThread();
process.on("exit", (code) => {
  if (code === 0)
    process.stdout.write(
      `${done} scenarios keep all laws (seed ${seed}; ${skipped} more that the checks refuse), ` +
        `${((performance.now() - started) / 1000).toFixed(0)} s\n`,
    );
});
