// Where the browser tests look for a browser, on machines that are made up.
import { describe, expect, test } from "vitest";
import type { Machine } from "../browser/chromium.ts";
import { searchChromium } from "../browser/chromium.ts";

function machine(files: readonly string[], rest: Partial<Machine> = {}): Machine {
  return { platform: "linux", env: {}, isRoot: false, exists: (path) => files.includes(path), ...rest };
}

const DEBIAN = ["/etc/debian_version", "/usr/bin/apt-get"];

describe("the search for Chromium", () => {
  test("takes the one that CHROME_PATH names before any other", () => {
    const found = searchChromium(
      machine(["/opt/chrome", "/usr/bin/chromium"], { env: { CHROME_PATH: "/opt/chrome" } }),
    );
    expect(found).toEqual({ kind: "found", path: "/opt/chrome" });
  });

  test("takes no other one when CHROME_PATH is wrong, and installs none", () => {
    const wrong = machine([...DEBIAN, "/usr/bin/chromium"], { env: { CHROME_PATH: "/gone" }, isRoot: true });
    expect(searchChromium(wrong)).toEqual({
      kind: "missing",
      advice: "CHROME_PATH names /gone, which does not exist",
    });
  });

  test.each<[string, NodeJS.Platform, string, Machine["env"]]>([
    ["Linux", "linux", "/usr/bin/google-chrome", {}],
    ["Linux, on the path", "linux", "/opt/web/chromium", { PATH: "/bin:/opt/web" }],
    ["macOS", "darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", {}],
    ["Windows", "win32", "C:\\P\\Microsoft\\Edge\\Application\\msedge.exe", { PROGRAMFILES: "C:\\P" }],
  ])("finds it in the usual place on %s", (_, platform, path, env) => {
    expect(searchChromium(machine([path], { platform, env }))).toEqual({ kind: "found", path });
  });

  test("offers to install it where it may: Debian, as root", () => {
    expect(searchChromium(machine(DEBIAN, { isRoot: true }))).toEqual({ kind: "installable" });
  });

  test.each<[string, Machine, string]>([
    ["no root", machine(DEBIAN), "apt-get install chromium"],
    ["no Debian", machine(["/usr/bin/apt-get"], { isRoot: true }), "CHROME_PATH"],
    ["Windows", machine([], { platform: "win32" }), "Microsoft Edge"],
  ])("says what to do where it may not: %s", (_, where, hint) => {
    const search = searchChromium(where);
    expect(search.kind === "missing" && search.advice).toContain(hint);
  });
});
