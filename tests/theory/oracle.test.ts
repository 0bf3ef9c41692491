/** What theory says holds under the oracle's draws too, in a small part of the list; `cruce validate --theory` runs it all. */
import { expect, test } from "vitest";
import { CASES } from "../../server/theory/cases.ts";
import { refutedFigures } from "./quick-set.ts";

const PART = ["Q7 c=2 ρ=80 %", "T3"];

test.each(CASES.filter(({ id }) => PART.includes(id)))("$id agrees under threefry with $source", (known) => {
  expect(refutedFigures(known, "threefry")).toEqual([]);
});
