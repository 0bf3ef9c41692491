/**
 * `npm run prove -- draws [--full]`, `npm run prove -- pairs [--days N]` and
 * `npm run prove -- coverage [--experiments N] [--write FILE]`: the tables of docs/explanation/validation.md that
 * take longer than a test may. The exit code is 1 where a check fails.
 */
import { parseArgs } from "node:util";
import { proveCoverage } from "./coverage/table.ts";
import { printDraws } from "./engine/draws/table.ts";
import { printPairs } from "./scenario/pairs-table.ts";

const USAGE =
  "usage: npm run prove -- draws [--full] | pairs [--days N] | coverage [--experiments N] [--write FILE]\n";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: "boolean", default: false },
    days: { type: "string", default: "100" },
    experiments: { type: "string", default: "2000" },
    write: { type: "string" },
  },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const days = Number(values.days);
const experiments = Number(values.experiments);

if (positionals.join() === "draws") process.exitCode = printDraws(values.full, print) ? 0 : 1;
else if (positionals.join() === "pairs" && Number.isInteger(days) && days > 2) printPairs(days, print);
else if (positionals.join() === "coverage" && Number.isInteger(experiments) && experiments > 0)
  await proveCoverage(experiments, values.write ?? null, print);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
