/**
 * The table of docs/explanation/validation.md: case, expected, measured with its 99 % interval, verdict.
 * `node tests/theory/table.ts` prints it for the quick sizes, `-- --full` for the full ones.
 */
import { CASES } from "./cases.ts";
import type { Measure } from "./measures.ts";
import { refuted, simulate } from "./simulate.ts";

const FULL = process.argv.includes("--full");
const SEED = 1;

const digits = (value: number): string => value.toPrecision(5);

function nameOf(measure: Measure): string {
  const { of, ...more } = measure;
  const place = "place" in more ? ` at ${more.place}` : "";
  const who = "who" in more && more.who !== undefined ? `, ${more.who === "fast" ? "FAST" : "general"}` : "";
  const quantile =
    "quantile" in more && more.quantile !== undefined ? `, ${more.quantile * 100}th percentile` : "";
  const at = "atMs" in more ? ` at ${digits((more.atMs + 1) / 3_600_000)} h` : "";
  return `${of.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}${place}${who}${quantile}${at}`;
}

process.stdout.write(
  "| case | source | measure | expected | measured (99 %) | |\n|---|---|---|---|---|---|\n",
);
for (const known of CASES) {
  for (const figure of simulate(known, FULL ? known.full : known.quick, SEED)) {
    const { check, value, half99 } = figure;
    const verdict = refuted(figure, FULL) === null ? "agrees" : "does not agree";
    process.stdout.write(
      `| ${known.id} | ${known.source} | ${nameOf(check.measure)} | ${check.exact} | ${digits(value)} ± ${half99.toPrecision(2)} | ${verdict} |\n`,
    );
  }
}
