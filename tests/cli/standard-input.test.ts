/** A scenario piped in, by a writer who is slow or never ends. */
import { Readable } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { checkFiles } from "../../server/cli/scenarios.ts";
import type { CheckedFile } from "../../server/cli/scenarios.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { cruceHere, smallPort } from "./cruce.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

async function checkPiped(parts: Iterable<Buffer>): Promise<CheckedFile> {
  vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from(parts) as typeof process.stdin);
  const [checked] = await checkFiles(["-"], { texts: textsIn("en"), quiet: true });
  return checked!;
}

test("a scenario that arrives in parts, cut within a letter, is read as a whole", async () => {
  const bytes = Buffer.from(smallPort(2, "Cañón"));
  const within = bytes.indexOf("ñ") + 1;
  const { loaded } = await checkPiped([bytes.subarray(0, within), bytes.subarray(within)]);
  expect(loaded?.scenario.name).toBe("Cañón");
});

test("a writer who never ends is refused as too large", async () => {
  const endless = (function* () {
    for (;;) yield Buffer.from("a: 1\n".repeat(10_000));
  })();
  const { problems } = await checkPiped(endless);
  expect(problems.map(({ code }) => code)).toEqual(["CR-103"]);
});

test.each([["run"], ["compare"], ["validate"], ["sweep"]])(
  "%s - - is told that standard input can be read once, and a file named twice that it is",
  async (command) => {
    const twice = await cruceHere([command, "-", "-"]);
    expect(twice).toMatchObject({ code: 2, stderr: "Standard input can be read only once.\n" });
    if (command === "validate") return;
    const { stderr } = await cruceHere([command, "a.yaml", "-", "a.yaml"]);
    expect(stderr).toBe("a.yaml is named twice; name each scenario once.\n");
  },
);
