/**
 * A million rows of visits into a file, in a process of its own, so that its peak memory is that of the writing: a
 * day of the World Trade Bridge, again and again. Started by main.ts with the format.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PLAIN_CSV } from "../../server/report/tables/csv-file.ts";
import { FILE_FORMATS, ResultFiles } from "../../server/report/tables/result-files.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { runUnit } from "../../server/run/unit.ts";
import { loadedModel, MODELS } from "./models.ts";

const ROWS = 1_000_000;

export type VisitFilesDone = {
  readonly rows: number;
  readonly seconds: number;
  /** At the most, after half of the rows and after all: flat where both are the same. */
  readonly halfMb: number;
  readonly memoryMb: number;
  readonly fileMb: number;
};

function visitsOfADay(): Uint8Array[] {
  const model = MODELS.find(({ file }) => file === "laredo-world-trade-bridge.yaml")!;
  const plan = planScenario(loadedModel({ ...model, days: 1 }));
  const parts: Uint8Array[] = [];
  const unit = { names: [model.name], plans: [plan], seed: 1, changes: [[]] };
  runUnit(unit, 0, (bytes) => void parts.push(bytes));
  return parts;
}

const format = FILE_FORMATS.find((one) => one === process.argv[2]) ?? "csv";
const day = visitsOfADay();
const folder = mkdtempSync(join(tmpdir(), "cruce-bench-"));
try {
  const out = join(folder, "out");
  const files = new ResultFiles({ folder: out, format, csv: PLAIN_CSV, tables: ["visits"], about: {} });
  await files.open(() => undefined);
  let halfMb = 0;
  const started = performance.now();
  while (files.rows("visits") < ROWS) {
    for (const bytes of day) await files.visits(bytes);
    files.keepVisits();
    if (halfMb === 0 && files.rows("visits") >= ROWS / 2) halfMb = process.resourceUsage().maxRSS / 1024;
  }
  const rows = files.rows("visits");
  await files.finish(() => ({}));
  const seconds = (performance.now() - started) / 1000;
  await files.close();
  const fileMb = statSync(join(out, files.names[0]!)).size / 1e6;
  const done: VisitFilesDone = {
    rows,
    seconds,
    halfMb,
    memoryMb: process.resourceUsage().maxRSS / 1024,
    fileMb,
  };
  process.send?.(done);
} finally {
  rmSync(folder, { recursive: true });
}
