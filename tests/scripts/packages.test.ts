// What package.json and the lock file must hold, so that a fresh clone installs the same packages anywhere.
import { accessSync, constants, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Lock } from "../../scripts/license-list.ts";
import { renderLicenses, runtimePackages } from "../../scripts/license-list.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
const lock = JSON.parse(read("package-lock.json")) as Lock;

const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BSL-1.0",
  "ISC",
  "MIT",
  "Unlicense",
]);

/** Whether a license expression of names, AND and OR can be met with allowed licenses. */
function isAllowed(expression: string): boolean {
  return expression
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((license) => ALLOWED.has(license)));
}

test.each(["dependencies", "devDependencies", "optionalDependencies"])("%s have exact versions", (kind) => {
  for (const version of Object.values(manifest[kind]!)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the lock file holds every package that another one asks for", () => {
  // A package of one platform that was never published would make the install fail on all of them.
  const places = Object.keys(lock.packages);
  const asked = Object.values(lock.packages).flatMap(({ dependencies, optionalDependencies }) =>
    Object.keys({ ...dependencies, ...optionalDependencies }),
  );
  const missing = asked.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

test("the pinned runtime has one version on all platforms", () => {
  expect(new Set(Object.values(manifest["optionalDependencies"]!)).size).toBe(1);
});

test("every script has the same step before it", () => {
  const scripts = manifest["scripts"]!;
  const own = Object.keys(scripts).filter((name) => !name.startsWith("pre"));
  for (const name of own) expect(scripts[`pre${name}`]).toMatch(/^node scripts\/bootstrap\.cjs( --client)?$/);
});

test.each(Object.values(manifest["bin"]!))("%s can be run as a command", (path) => {
  // A package's own commands are started as they stand; only where it is installed in another are they made so.
  accessSync(new URL(`../../${path}`, import.meta.url), constants.X_OK);
});

test("every package that is shipped has a license that fits", () => {
  expect(runtimePackages(lock).filter(({ license }) => !isAllowed(license))).toEqual([]);
});

test.each([
  ["MIT", true],
  ["(GPL-3.0 OR MIT)", true],
  ["Apache-2.0 AND BSL-1.0", true],
  ["Apache-2.0 AND GPL-3.0", false],
  ["unknown", false],
])("the license %s fits: %s", (expression, fits) => {
  expect(isAllowed(expression)).toBe(fits);
});

test("the list of licenses is the one of the lock file", () => {
  // Write it anew with `npm run licenses`.
  expect(read("THIRD-PARTY-LICENSES.md")).toBe(renderLicenses(runtimePackages(lock)));
});
