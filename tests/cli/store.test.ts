/** Runs that are stored, as a user meets them. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";
import type { Finished } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-cli-store-"));
afterAll(() => rmSync(root, { recursive: true }));
const [two, three] = [2, 3].map((booths) => {
  const file = join(root, `${booths}.yaml`);
  writeFileSync(file, smallPort(booths));
  return file;
}) as [string, string];

const within =
  (data: string) =>
  (...args: string[]): Promise<Finished> =>
    cruceHere(args, "en", { CRUCE_DATA: data });

describe("a command that was given before", () => {
  const data = join(root, "data");
  const run = within(data);
  let first: Finished;
  beforeAll(async () => {
    first = await run("run", two, "--replications", "3", "--json");
  });

  test("says nothing of a store that had nothing", () => {
    expect(first).toMatchObject({ code: 0, stderr: "" });
  });

  test("is answered from the store, by the same bytes", async () => {
    const again = await run("run", two, "--replications", "3", "--json");
    expect(again).toEqual({ ...first, stderr: "3 of 3 runs were taken from the store.\n" });
  });

  test("with more replications runs the rest", async () => {
    const longer = await run("run", two, "--replications", "5", "--csv");
    expect(longer.stderr).toBe("3 of 5 runs were taken from the store.\n");
  });

  test("lends its days to a comparison", async () => {
    const compared = await run("compare", two, three, "--replications", "3", "--json");
    expect(compared.stderr).toBe("3 of 6 runs were taken from the store.\n");
    const anew = await run("compare", two, three, "--replications", "3", "--json", "--no-store");
    expect(anew).toEqual({ ...compared, stderr: "" });
  });

  test("keeps quiet when it is to", async () => {
    expect((await run("run", two, "--replications", "3", "--quiet")).stderr).toBe("");
  });
});

test("--no-store leaves no trace", async () => {
  const data = join(root, "none");
  expect((await within(data)("run", two, "--replications", "2", "--no-store")).code).toBe(0);
  expect(existsSync(data)).toBe(false);
});

test("where nothing can be stored the results are printed, and one sentence says so", async () => {
  const { code, stdout, stderr } = await within("/dev/null/nowhere")("run", two, "--replications", "2");
  expect(code).toBe(0);
  expect(stdout).toContain("2 days, seed 1");
  expect(stderr).toBe(
    "Runs cannot be stored in /dev/null/nowhere/replications.sqlite: that is no folder, and none can be made. They are run and shown, but not kept; name another folder by CRUCE_DATA, or say --no-store.\n",
  );
});

test("what is cleared is asked for in one way", async () => {
  const { code, stdout, stderr } = await within(root)("store", "--clear", "--clear-earlier");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("Use --clear or --clear-earlier, not both.");
});

test.each([["run", two], ["compare", two, three], ["store"], ["store", "--clear"]])(
  "%s leaves a file alone that is no store, and says so in one sentence",
  async (...args) => {
    const data = mkdtempSync(join(root, "foreign-"));
    const file = join(data, "replications.sqlite");
    const text = "letters to my aunt\n".repeat(100);
    writeFileSync(file, text);
    const { code, stdout, stderr } = await within(data)(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^\S+replications\.sqlite is no store of replications \(.*\) and is left as it is: .*\n$/,
    );
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(readdirSync(data)).toEqual(["replications.sqlite"]);
  },
);

describe("cruce store", () => {
  const data = join(root, "seen");
  const store = within(data);

  test("says where it will be before there is one, and makes none", async () => {
    const { code, stdout } = await store("store");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Nothing is stored yet; ${join(data, "replications.sqlite")} will be it.\n`,
    });
    expect(existsSync(data)).toBe(false);
  });

  test("counts what it holds, and --clear removes it", async () => {
    await store("run", two, three, "--replications", "2");
    expect((await store("store")).stdout).toMatch(/replications\.sqlite holds 4 runs, \d+(\.\d)? MB\.\n$/);
    const cleared = await store("store", "--clear", "--json");
    expect(cleared.stderr).toBe("4 runs removed.\n");
    expect(JSON.parse(cleared.stdout)).toMatchObject({ replications: 0, ofEarlierModels: 0 });
  });

  test("--clear says that nothing was removed where another process writes", async () => {
    await store("run", two, "--replications", "2");
    const other = new DatabaseSync(join(data, "replications.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    const { code, stdout, stderr } = await store("store", "--clear");
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^Nothing was removed from \S+replications\.sqlite: another process has kept it busy for 5 s\.\n$/,
    );
  });
});
