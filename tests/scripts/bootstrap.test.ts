// The step before every npm script, in a made-up checkout whose npm is a few lines that write down when they ran.
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const HERE = fileURLToPath(new URL("../..", import.meta.url));
const bootstrap = createRequire(import.meta.url)("../../scripts/bootstrap.cjs") as { pinnedNode(): string };
/** Where the pinned Node stands in a checkout; the made-up npm has to put something there. */
const PINNED = bootstrap.pinnedNode().slice(HERE.length);

const NPM = `
  const fs = require("fs");
  const path = require("path");
  fs.appendFileSync("npm.log", process.argv.slice(2).join(" ") + "\\n");
  console.log("added 480 packages");
  if (fs.existsSync("npm-fails")) process.exit(1);
  fs.mkdirSync(path.dirname(${JSON.stringify(PINNED)}), { recursive: true });
  fs.rmSync(${JSON.stringify(PINNED)}, { force: true });
  fs.symlinkSync(process.execPath, ${JSON.stringify(PINNED)});
  if (fs.existsSync("npm-dies")) process.kill(process.ppid, "SIGKILL");
`;

const BUILD_CORE = `
  import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
  appendFileSync("core.log", "compiled\\n");
  if (existsSync("core-fails")) process.exit(1);
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/core.js", "export const program = 1;");
`;

let root = "";

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function start(): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "scripts/bootstrap.cjs")], {
      env: { ...process.env, npm_execpath: join(root, "npm.cjs"), npm_node_execpath: process.execPath },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

const at = (path: string): string => join(root, path);
const linesOf = (path: string): number =>
  existsSync(at(path)) ? readFileSync(at(path), "utf8").split("\n").length - 1 : 0;
const installs = (): number => linesOf("npm.log");
const compilations = (): number => linesOf("core.log");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cruce-bootstrap-"));
  mkdirSync(at("scripts"));
  copyFileSync(join(HERE, "scripts/bootstrap.cjs"), at("scripts/bootstrap.cjs"));
  writeFileSync(at("npm.cjs"), NPM);
  writeFileSync(at("package.json"), "{}");
  writeFileSync(at("package-lock.json"), "{}");
  writeFileSync(at("scripts/build-core.ts"), BUILD_CORE);
  mkdirSync(at("server/core"), { recursive: true });
  writeFileSync(at("server/core/index.ts"), "");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a fresh checkout installs from the lock file, and what npm prints goes to stderr", async () => {
  const ended = await start();
  expect(ended).toMatchObject({ code: 0, out: "" });
  expect(ended.err).toContain("added 480 packages");
  expect(readFileSync(at("npm.log"), "utf8")).toMatch(/^ci .*--ignore-scripts/);
});

test("an installed checkout installs nothing and says nothing", async () => {
  await start();
  expect(await start()).toEqual({ code: 0, out: "", err: "" });
  expect(installs()).toBe(1);
});

test("a changed lock file installs again", async () => {
  await start();
  writeFileSync(at("package-lock.json"), '{ "packages": {} }');
  await start();
  expect(installs()).toBe(2);
});

test("a new script in package.json installs nothing", async () => {
  await start();
  writeFileSync(at("package.json"), '{ "scripts": { "lint": "oxlint" } }');
  await start();
  expect(installs()).toBe(1);
});

test("the core is compiled once, and again when its sources change", async () => {
  await start();
  await start();
  expect(compilations()).toBe(1);
  writeFileSync(at("server/core/index.ts"), "export {};");
  await start();
  expect(compilations()).toBe(2);
  rmSync(at("dist"), { recursive: true });
  await start();
  expect(compilations()).toBe(3);
});

test("a core that was cut short is compiled again", async () => {
  await start();
  writeFileSync(at("dist/core.js"), "export const pro");
  await start();
  expect(compilations()).toBe(2);
});

test("a core that does not compile is told, and tried again with the next command", async () => {
  writeFileSync(at("core-fails"), "");
  const failed = await start();
  expect(failed.code).toBe(1);
  expect(failed.err).toContain("compiling the core failed");
  rmSync(at("core-fails"));
  expect((await start()).code).toBe(0);
  expect(compilations()).toBe(2);
});

test("an install that fails is told, and tried again with the next command", async () => {
  writeFileSync(at("npm-fails"), "");
  const failed = await start();
  expect(failed.code).toBe(1);
  expect(failed.err).toContain("the install failed");
  rmSync(at("npm-fails"));
  expect((await start()).code).toBe(0);
  expect(installs()).toBe(2);
});

test("an install that was killed half-way is made again", async () => {
  writeFileSync(at("npm-dies"), "");
  expect((await start()).code).toBeNull();
  expect(existsSync(at(".bootstrap.lock"))).toBe(true);
  rmSync(at("npm-dies"));
  expect((await start()).code).toBe(0);
  expect(installs()).toBe(2);
  expect(existsSync(at(".bootstrap.lock"))).toBe(false);
});

test("of two that start at once one installs and compiles, and the other waits for it", async () => {
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(installs()).toBe(1);
  expect(compilations()).toBe(1);
});
