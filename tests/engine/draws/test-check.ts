/** The tests of one check: both generators pass, and the faults that it must find do not. */
import { expect, test } from "vitest";
import { BROKEN } from "./broken.ts";
import { GENERATORS } from "./checks.ts";
import type { Check } from "./checks.ts";

export function testCheck({ claim, quick, run, finds }: Check): void {
  test.each(Object.entries(GENERATORS))(`%s: ${claim}`, (_, generator) => {
    expect(run(generator, quick)).toMatchObject({ passes: true });
  });

  test.each(finds)(`with the fault "%s" it does not hold that ${claim}`, (fault) => {
    expect(run(BROKEN[fault], quick)).toMatchObject({ passes: false });
  });
}
