import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../server/store/make-folder.ts";

const root = mkdtempSync(join(tmpdir(), "cruce-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

test("a folder is made with those above it, and made already it stays", () => {
  const folder = join(root, "a", "b", "c");
  makeFolder(folder);
  writeFileSync(join(folder, "kept"), "");
  makeFolder(folder);
  expect(statSync(join(folder, "kept")).isFile()).toBe(true);
});

test("where a file is in the way it is refused", () => {
  writeFileSync(join(root, "file"), "");
  expect(() => makeFolder(join(root, "file"))).toThrow("EEXIST");
  expect(() => makeFolder(join(root, "file", "below"))).toThrow("ENOTDIR");
});

// In a process of its own, which a way that never ends would hold up. Linux has no folder there, others let nobody in.
test("where the system makes none it is refused at once", () => {
  const module = JSON.stringify(new URL("../../server/store/replication-store.ts", import.meta.url).href);
  const script = `
    import { ReplicationStore } from ${module};
    for (const folder of ["/proc/cruce", "/proc/cruce/data"])
      try { ReplicationStore.open(folder, "m1"); } catch ({ fault }) { console.log(fault); }`;
  const options = { encoding: "utf8", timeout: 20_000 } as const;
  const { stdout, signal } = spawnSync(process.execPath, ["--input-type=module", "-e", script], options);
  expect(signal).toBe(null);
  expect(stdout).toMatch(/^(noFolder|notAllowed)\n\1\n$/);
});
