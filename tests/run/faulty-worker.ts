/**
 * A worker whose fate stands in the name of its scenario: `fail 3` fails at replication 3, `die 3` ends its
 * thread there, `hoard 3` takes memory until there is none, `die once 3 <file>` only while the file is not there, after it has sent its visits if these
 * are wanted; all else is run properly.
 */
import { existsSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { PartSender } from "../../server/run/parts.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import type { DaysRequest, FromWorker, ToWorker } from "../../server/run/pool-messages.ts";
import { runUnit } from "../../server/run/unit.ts";
import type { UnitResult } from "../../server/run/unit.ts";

const port = parentPort;
if (port === null) throw new Error("faulty-worker.ts runs as a worker thread only");
const post = (message: FromWorker): void => port.postMessage(message);
const sender = new PartSender();
const requests = new Map<number, DaysRequest>();

function hoard(): never {
  const hoarded: object[] = [];
  for (;;) hoarded.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
}

port.on("message", (message: ToWorker) => {
  if (message.kind === "job" && message.request.kind === "days") requests.set(message.job, message.request);
  if (message.kind !== "unit") return;
  const { job, replication } = message;
  const request = requests.get(job)!;
  const [scenario] = request.names;
  const plans = request.scenarios.map(planScenario);
  const run = (): UnitResult => {
    const send = sender.begin((part) => post({ kind: "part", job, replication, part }));
    return runUnit({ ...request, plans }, replication, request.visits === true ? send : undefined);
  };
  const [, deed, once, at, file] = /^(fail|die|hoard) (once )?(\d+) ?(.*)$/.exec(scenario) ?? [];
  if (deed !== undefined && replication === Number(at)) {
    const isOver = once !== undefined && existsSync(file);
    if (once !== undefined) writeFileSync(file, "died");
    if (!isOver && request.visits === true) run();
    if (!isOver && deed === "die") process.exit(7);
    if (!isOver && deed === "hoard") hoard();
    if (!isOver)
      return post({ kind: "failed", job, replication, scenario, reason: "a booth was lost", runaway: null });
  }
  post({ kind: "result", job, result: run() });
});
