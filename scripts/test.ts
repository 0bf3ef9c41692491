// `npm test`: the checks of the sources, the page, Chromium, then every set of tests; one summary, and a last line
// `N passed, N failed`. With arguments it runs only the test files whose path contains one of them.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { searchChromium, thisMachine } from "../tests/browser/chromium.ts";
import type { FileResult, Tally } from "./tally.ts";
import { summaryLines, tallySets, tallyStep } from "./tally.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BROWSER_TESTS = "tests/browser/";

const tool = (path: string): string => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

type Step = { readonly name: string; readonly command: string; readonly args: readonly string[] };

const CHECKS: readonly Step[] = [
  { name: "types", command: process.execPath, args: [tool("typescript/bin/tsc"), "--noEmit"] },
  {
    name: "lint",
    command: process.execPath,
    args: [tool("oxlint/bin/oxlint"), "--deny-warnings", "-f", "unix"],
  },
  {
    name: "format",
    command: process.execPath,
    args: [tool("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "--cache", "."],
  },
];

const PAGE: Step = { name: "page", command: process.execPath, args: ["scripts/bootstrap.cjs", "--client"] };

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Runs a program; what it prints is kept, and shown only when it fails. */
function runQuietly({
  command,
  args,
}: Step): Promise<{ readonly hasPassed: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => resolve({ hasPassed: false, output: error.message }));
    child.on("close", (code) => resolve({ hasPassed: code === 0, output }));
  });
}

async function check(step: Step): Promise<Tally> {
  const started = performance.now();
  const { hasPassed, output } = await runQuietly(step);
  const ms = performance.now() - started;
  print(`${hasPassed ? "ok    " : "FAILED"} ${step.name.padEnd(8)} ${(ms / 1000).toFixed(1)} s`);
  if (!hasPassed) print(output.trimEnd());
  return tallyStep(step.name, hasPassed, ms);
}

function aptGet(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const options = ["-y", "-o", "DPkg::Lock::Timeout=300"];
    const child = spawn("/usr/bin/apt-get", [...options, ...args], {
      stdio: ["ignore", process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/** Makes sure that the browser tests have a browser: finds it, installs it where that is possible, or fails. */
async function provideChromium(): Promise<Tally> {
  const started = performance.now();
  let search = searchChromium(thisMachine());
  if (search.kind === "installable") {
    process.stderr.write("installing chromium for the browser tests…\n");
    if (await aptGet(["update"])) await aptGet(["install", "--no-install-recommends", "chromium"]);
    search = searchChromium(thisMachine());
  }
  const hasPassed = search.kind === "found";
  print(`${hasPassed ? "ok    " : "FAILED"} chromium ${search.kind === "found" ? search.path : ""}`);
  if (search.kind === "installable") print("installing chromium failed, see above");
  if (search.kind === "missing") print(search.advice);
  return tallyStep("chromium", hasPassed, performance.now() - started);
}

function resultOf(module: TestModule): FileResult {
  const suites = [...module.children.allSuites()];
  return {
    set: module.project.name,
    file: module.relativeModuleId,
    states: [...module.children.allTests()].map((test) => test.result().state),
    errors: module.errors().length + suites.reduce((total, suite) => total + suite.errors().length, 0),
    ms: module.diagnostic().duration,
  };
}

/** Runs the tests themselves, all sets in one go, so that both processors stay busy. */
async function runTests(filters: readonly string[], isPlain: boolean): Promise<readonly Tally[]> {
  const { startVitest } = await import("vitest/node");
  let modules: readonly TestModule[] = [];
  let strayErrors: readonly SerializedError[] = [];
  const collector: Reporter = {
    onTestRunEnd(finished, unhandled) {
      modules = finished;
      strayErrors = unhandled;
    },
  };
  const started = performance.now();
  const vitest = await startVitest("test", [...filters], {
    watch: false,
    passWithNoTests: true,
    config: fileURLToPath(new URL("../vite.config.ts", import.meta.url)),
    reporters: [["default", { summary: !isPlain }], collector],
  });
  await vitest.close();
  const sets = tallySets(modules.map((module) => resultOf(module)));
  const ms = performance.now() - started;
  if (modules.length === 0) return [{ ...tallyStep("tests", false, ms), note: "no file of tests was found" }];
  if (strayErrors.length === 0) return sets;
  const note = "errors outside any test, see above";
  return [...sets, { name: "stray", passed: 0, failed: strayErrors.length, ms: 0, note }];
}

function needsBrowser(filters: readonly string[]): boolean {
  const files = readdirSync(new URL(`../${BROWSER_TESTS}`, import.meta.url))
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => BROWSER_TESTS + name);
  if (filters.length === 0) return files.length > 0;
  return files.some((file) => filters.some((filter) => file.includes(filter) || filter.includes(file)));
}

async function main(filters: readonly string[]): Promise<number> {
  const isPlain = !process.stdout.isTTY || Boolean(process.env["CI"]);
  if (isPlain) {
    delete process.env["FORCE_COLOR"];
    process.env["NO_COLOR"] = "1";
  }
  const tallies: Tally[] = [];
  const steps = filters.length === 0 ? [...CHECKS, PAGE] : [PAGE];
  for (const step of steps) tallies.push(await check(step));
  if (needsBrowser(filters)) tallies.push(await provideChromium());
  try {
    tallies.push(...(await runTests(filters, isPlain)));
  } catch (error) {
    print(String(error instanceof Error ? error.stack : error));
    tallies.push({ ...tallyStep("tests", false, 0), note: "the test runner itself failed, see above" });
  }
  print("");
  for (const line of summaryLines(tallies)) print(line);
  return tallies.some((tally) => tally.failed > 0) ? 1 : 0;
}

const filters = process.argv.slice(2);
if (filters.some((filter) => filter.startsWith("-"))) {
  process.stderr.write("usage: npm test [-- part-of-a-path …]\n");
  process.exit(2);
}
const code = await main(filters);
// Whatever a test left open must not keep the command from ending.
process.stdout.write("", () => process.exit(code));
