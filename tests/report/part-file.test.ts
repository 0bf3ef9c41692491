import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  dropNow,
  partOf,
  placeOf,
  takeName,
  takeNames,
  writeInPlace,
} from "../../server/report/part-file.ts";
import type { PartFile } from "../../server/report/part-file.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "cruce-part-")));
afterAll(() => rmSync(root, { recursive: true }));

function named(name: string, text: string): string {
  writeFileSync(join(root, name), text);
  return join(root, name);
}

test("behind a link the place is the file that it leads to, and one that leads nowhere is refused", async () => {
  const real = named("real.html", "");
  symlinkSync("real.html", join(root, "link.html"));
  symlinkSync("gone.html", join(root, "dangling.html"));
  expect(await placeOf(join(root, "link.html"))).toBe(real);
  expect(await placeOf(join(root, "new.html"))).toBe(join(root, "new.html"));
  await expect(placeOf(join(root, "dangling.html"))).rejects.toMatchObject({ code: "ENOENT" });
});

const partFile = (name: string): PartFile => {
  const part = partOf(name);
  writeFileSync(part, "ours");
  return { part, name };
};
const textsOf = (names: readonly string[]): readonly string[] =>
  names.map((name) => readFileSync(name, "utf8"));
const partsLeft = (): readonly string[] => readdirSync(root).filter((name) => name.endsWith(".part"));

test("a name that is taken by now is left alone, an empty file is not", () => {
  const [full, empty] = [named("full.csv", "theirs"), named("empty.csv", "")];
  const files = [full, empty].map(partFile);
  expect(files.map(takeName)).toEqual([false, true]);
  expect(textsOf([full, empty])).toEqual(["theirs", "ours"]);
  expect(partsLeft()).toHaveLength(1);
  files.forEach(({ part }) => dropNow(part));
});

test("several files take their names together, or none does", () => {
  const [one, two, three] = ["one.csv", "two.csv", "three.csv"].map((name) => join(root, name));
  named("two.csv", "theirs");
  expect(takeNames([one!, two!, three!].map(partFile))).toBe(two);
  expect(readdirSync(root)).not.toContain("one.csv");
  expect(textsOf([two!])).toEqual(["theirs"]);
  expect(takeNames([one!, three!].map(partFile))).toBe(null);
  expect(textsOf([one!, three!])).toEqual(["ours", "ours"]);
});

test("what is put in place of a file has its rights, also behind a link", () => {
  const real = named("page.md", "old");
  chmodSync(real, 0o640);
  symlinkSync("page.md", join(root, "page-link.md"));
  writeInPlace(join(root, "page-link.md"), "new");
  expect([readFileSync(real, "utf8"), statSync(real).mode & 0o777]).toEqual(["new", 0o640]);
  expect(lstatSync(join(root, "page-link.md")).isSymbolicLink()).toBe(true);
});

test("on a full disk what is there stays, and nothing new comes in part", () => {
  const home = mkdtempSync(join(root, "full-"));
  writeFileSync(join(home, "page.md"), "old");
  const module = JSON.stringify(new URL("../../server/report/part-file.ts", import.meta.url).href);
  const script = `
    import { writeInPlace, writeNew } from ${module};
    for (const write of [() => writeInPlace("page.md", "x".repeat(9_000)), () => writeNew("plan.yaml", "x".repeat(9_000))])
      try { write(); } catch ({ code }) { console.log(code); }`;
  const args = ["-c", 'ulimit -f 8; exec "$0" "$@"', process.execPath, "--input-type=module", "-e", script];
  const { stdout } = spawnSync("sh", args, { cwd: home, encoding: "utf8" });
  expect(stdout).toBe("EFBIG\nEFBIG\n");
  expect(readdirSync(home)).toEqual(["page.md"]);
  expect(textsOf([join(home, "page.md")])).toEqual(["old"]);
});
