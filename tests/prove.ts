/**
 * `npm run prove -- draws [--full]` and `npm run prove -- pairs [--days N]`: the tables of
 * docs/explanation/validation.md that take longer than a test may. The exit code is 1 where a check fails.
 */
import { parseArgs } from "node:util";
import { printDraws } from "./engine/draws/table.ts";
import { printPairs } from "./scenario/pairs-table.ts";

const USAGE = "usage: npm run prove -- draws [--full] | pairs [--days N]\n";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean", default: false }, days: { type: "string", default: "100" } },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const days = Number(values.days);

if (positionals.join() === "draws") process.exitCode = printDraws(values.full, print) ? 0 : 1;
else if (positionals.join() === "pairs" && Number.isInteger(days) && days > 2) printPairs(days, print);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
