import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { partOf, placeOf, takeName } from "../../server/cli/part-file.ts";

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

test("a name that is taken by now is left alone, an empty file is not", async () => {
  const [full, empty] = [named("full.csv", "theirs"), named("empty.csv", "")];
  const parts = [full, empty].map(partOf) as [string, string];
  parts.forEach((part) => writeFileSync(part, "ours"));
  expect(await takeName(parts[0], full)).toBe(false);
  expect(await takeName(parts[1], empty)).toBe(true);
  expect([full, empty].map((name) => readFileSync(name, "utf8"))).toEqual(["theirs", "ours"]);
  expect(readdirSync(root).filter((name) => name.endsWith(".part"))).toHaveLength(1);
});
