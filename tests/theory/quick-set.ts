/**
 * One test a case, over a part of the list, so that several workers share the work. These are the sizes of
 * `cruce validate --theory --quick`; the command has the full ones, more seeds, and the oracle's draws.
 */
import { expect, test } from "vitest";
import { CASES } from "../../server/theory/cases.ts";
import { figuresOf } from "../../server/theory/estimate.ts";
import { runAll } from "../../server/theory/simulate.ts";
import { GENERATORS } from "../../server/theory/units.ts";
import type { GeneratorName } from "../../server/theory/units.ts";
import type { Case } from "../../server/theory/case.ts";

const PARTS = 4;

/** The figures of a case that do not agree, in words. */
export function refutedFigures(known: Case, generator: GeneratorName): readonly string[] {
  const observed = runAll(known, known.quick, { seed: 1, generator: GENERATORS[generator] });
  return figuresOf(known, "quick", observed)
    .filter(({ verdict }) => verdict !== "agrees")
    .map(({ check, value, half99, verdict }) => {
      const measured = `${value.toPrecision(6)} ± ${half99.toPrecision(3)}`;
      return `${JSON.stringify(check.measure)}: expected ${check.exact}, measured ${measured}: ${verdict}`;
    });
}

/** Every fourth case from this one on. */
export function testPart(part: number): void {
  for (const known of CASES.filter((_, i) => i % PARTS === part)) {
    test(`${known.id} agrees with ${known.source}`, () => {
      expect(refutedFigures(known, "mix")).toEqual([]);
    });
  }
}
