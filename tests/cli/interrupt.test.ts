/** Ctrl-C or SIGTERM in the middle of an experiment, in this process: the progress bar tells when the first day is done. */
import { afterEach, expect, test, vi } from "vitest";
import { runGroups, finish } from "../../server/cli/experiment.ts";
import { tidyJson } from "../../server/cli/output/tidy.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { loadSmallPort } from "./cruce.ts";

const OPTIONS = { seed: 1, workers: 1, format: "json", visits: null, store: false } as const;
const session = { texts: textsIn("en"), quiet: false };

const wasTTY = process.stderr.isTTY;
afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = wasTTY;
});

test.each(["SIGINT", "SIGTERM"] as const)("%s keeps the days that are done and exits 130", async (signal) => {
  const loaded = loadSmallPort();
  const said: string[] = [];
  process.stderr.isTTY = true;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    if (String(text).includes(" of 100000 days")) process.emit(signal);
    return true;
  });
  const options = { ...OPTIONS, replications: 100_000 };
  const outcome = await runGroups([[loaded]], options, session);
  const done = outcome.results[0]!.replications.length;
  expect(outcome.interrupted).toBe(true);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(100_000);
  expect(finish(outcome, options, session)).toBe(130);
  expect(said.at(-1)).toContain(`Interrupted after ${done} of 100000 days`);
});

test("Ctrl-C in the second of two scenarios tells the days of both, and JSON those that each has", async () => {
  const loaded = loadSmallPort();
  const said: string[] = [];
  process.stderr.isTTY = true;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    const [, done] = / (\d+) of 800 days/.exec(String(text)) ?? [];
    if (Number(done) > 400) process.emit("SIGINT");
    return true;
  });
  const options = { ...OPTIONS, replications: 400 };
  const outcome = await runGroups([[loaded], [loaded]], options, session);
  const [first, second] = outcome.results.map(({ replications }) => replications.length);
  expect(first).toBe(400);
  expect(second).toBeLessThan(400);
  finish(outcome, options, session);
  expect(said.at(-1)).toContain(`Interrupted after ${400 + second!} of 800 days`);
  const report = JSON.parse(tidyJson(outcome, [loaded, loaded], 1, { warnings: [] })) as object;
  expect(report).toMatchObject({ interrupted: true, replications: second });
});

test("Ctrl-C when the last day is done has cut nothing short", async () => {
  process.stderr.isTTY = true;
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    if (String(text).includes(" 30 of 30 days")) process.emit("SIGINT");
    return true;
  });
  const options = { ...OPTIONS, replications: 30 };
  const outcome = await runGroups([[loadSmallPort()]], options, session);
  expect(said.some((text) => text.includes(" 30 of 30 days"))).toBe(true);
  expect(outcome.interrupted).toBe(false);
  expect(finish(outcome, options, session)).toBe(0);
});
