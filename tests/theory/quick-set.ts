/**
 * One test a case, over a part of the list, so that several workers share the work. `CRUCE_THEORY=full` runs the full
 * sizes, `CRUCE_THEORY_GENERATOR=threefry` the oracle's draws instead of the engine's.
 */
import { expect, test } from "vitest";
import { GENERATORS } from "../engine/draws/checks.ts";
import type { DrawGenerator } from "../../server/engine/draws.ts";
import { CASES } from "./cases.ts";
import type { Case } from "./cases.ts";
import { refuted, simulate } from "./simulate.ts";

const FULL = process.env["CRUCE_THEORY"] === "full";
const SEED = Number(process.env["CRUCE_THEORY_SEED"] ?? 1);
const GENERATOR = generatorNamed(process.env["CRUCE_THEORY_GENERATOR"] ?? "mix");
const PARTS = 4;

function generatorNamed(name: string): DrawGenerator {
  if (name === "mix" || name === "threefry") return GENERATORS[name];
  throw new Error(`CRUCE_THEORY_GENERATOR is mix or threefry, got ${name}`);
}

/** The figures of a case that do not agree, in words. */
export function refutedFigures(known: Case, generator: DrawGenerator): readonly string[] {
  return simulate(known, FULL ? known.full : known.quick, SEED, generator)
    .map((figure) => refuted(figure, FULL))
    .filter((reason) => reason !== null);
}

/** Every fourth case from this one on. */
export function testPart(part: number): void {
  for (const known of CASES.filter((_, i) => i % PARTS === part)) {
    test(`${known.id} agrees with ${known.source}`, () => {
      expect(refutedFigures(known, GENERATOR)).toEqual([]);
    });
  }
}
