/** One test a case, over a part of the list, so that several workers share the work. `CRUCE_THEORY=full` runs the full sizes. */
import { expect, test } from "vitest";
import { CASES } from "./cases.ts";
import { refuted, simulate } from "./simulate.ts";

const FULL = process.env["CRUCE_THEORY"] === "full";
const SEED = Number(process.env["CRUCE_THEORY_SEED"] ?? 1);
const PARTS = 4;

/** Every fourth case from this one on. */
export function testPart(part: number): void {
  for (const known of CASES.filter((_, i) => i % PARTS === part)) {
    test(`${known.id} agrees with ${known.source}`, () => {
      const measured = simulate(known, FULL ? known.full : known.quick, SEED);
      expect(measured.map((figure) => refuted(figure, FULL)).filter((reason) => reason !== null)).toEqual([]);
    });
  }
}
