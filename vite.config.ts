// Builds the page, and names the sets of tests. The server needs no build: Node runs its sources as they are.
// The page is served under a policy without inline scripts and styles, so nothing here may inline anything.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Folders of tests with a name of their own; every other test under tests/ is a unit test. */
const SETS = ["theory", "properties", "protocol", "browser"];

const SECOND = 1000;
const TIMEOUTS: Readonly<Record<string, number>> = {
  unit: 30 * SECOND,
  theory: 400 * SECOND,
  properties: 300 * SECOND,
  protocol: 60 * SECOND,
  browser: 120 * SECOND,
};

const project = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    root: here("."),
    include,
    exclude: ["tests/bench/**", ...exclude],
    testTimeout: TIMEOUTS[name]!,
    // A browser and sockets on a busy machine may miss a moment; a claim that is false fails every time.
    retry: name === "browser" || name === "protocol" ? 2 : 0,
    hookTimeout: TIMEOUTS[name]!,
    // Pages and servers get a process for each file. The others leave nothing behind, and load what they test once.
    isolate: name === "browser" || name === "protocol",
  },
});

/** The script and the style of reports, each one file that is written into them: `--mode report`. */
const reportBuild = {
  outDir: here("dist/client/report"),
  emptyOutDir: true,
  target: "es2022",
  lib: {
    entry: here("client/report/main.ts"),
    formats: ["iife" as const],
    name: "report",
    fileName: () => "report.js",
    cssFileName: "report",
  },
};

export default defineConfig(({ mode }) => ({
  root: here("client"),
  cacheDir: here("node_modules/.cache/vite"),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build:
    mode === "report"
      ? reportBuild
      : {
          outDir: here("dist/client"),
          emptyOutDir: true,
          target: "es2022",
          assetsInlineLimit: 0,
          // In kB; the page's one script is a third of that when packed.
          chunkSizeWarningLimit: 750,
          modulePreload: { polyfill: false },
        },
  worker: { format: "es" },
  test: {
    root: here("."),
    maxWorkers: 2,
    projects: [
      project(
        "unit",
        ["tests/**/*.test.{ts,tsx}"],
        SETS.map((set) => `tests/${set}/**`),
      ),
      ...SETS.map((set) => project(set, [`tests/${set}/**/*.test.{ts,tsx}`])),
    ],
  },
}));
