/**
 * The table of draws in docs/explanation/validation.md: `npm run prove -- draws` prints it for the quick sizes, with
 * `--full` for the full ones.
 */
import { SPREAD } from "../../theory/spread.ts";
import { CHECKS, GENERATORS } from "./checks.ts";

const powerOfTwo = (size: number): string => {
  const exponent = Math.log2(size);
  return Number.isInteger(exponent) ? `2^${exponent}` : size.toLocaleString("en-US");
};

/** Prints a line as soon as it is known; whether every check passed. */
export function printDraws(isFull: boolean, print: (line: string) => void): boolean {
  let passed = true;
  print("| claim | size | statistic | expected | mix | threefry | |");
  print("|---|---|---|---|---|---|---|");
  for (const { claim, unit, quick, full, run } of [...CHECKS, SPREAD]) {
    const size = isFull ? full : quick;
    const mix = run(GENERATORS.mix, size);
    const threefry = run(GENERATORS.threefry, size);
    const holds = mix.passes && threefry.passes;
    passed &&= holds;
    const cells = [
      claim,
      `${powerOfTwo(size)} ${unit}`,
      mix.statistic,
      mix.expected,
      mix.found,
      threefry.found,
      holds ? "holds" : "does not hold",
    ];
    print(`| ${cells.join(" | ")} |`);
  }
  return passed;
}
