// Which folder may import which, and which packages. A new folder gets a line here, and with it a place in the order.
import { posix } from "node:path";
import type { Source } from "./source.ts";

type Layer = {
  readonly folders: readonly string[];
  /** Packages by name, a trailing `*` standing for any rest; `server` stands for all that is not for the page. */
  readonly packages: readonly string[] | "server";
};

const PAGE_PACKAGES = ["preact", "preact/*", "@preact/*", "d3", "d3-*", "socket.io-client"];

/** The models and their measures: nothing but each other. */
const MODEL = ["shared", "server/core", "server/engine", "server/port", "server/measure"];
const RESULTS = ["server/analysis", "server/report", "server/store", "server/check", "server/scenario"];
const PAGE_PARTS = ["shared", "client/language", "client/state", "client/charts", "client/yard"];

const LAYERS: Readonly<Record<string, Layer>> = {
  shared: { folders: [], packages: ["zod"] },

  "server/core": { folders: [], packages: [] },
  // The core compiled.
  "server/engine": { folders: ["shared", "server/core", "dist"], packages: [] },
  "server/port": { folders: ["shared", "server/core", "server/engine"], packages: [] },
  "server/measure": { folders: ["shared", "server/core", "server/engine", "server/port"], packages: [] },
  "server/analysis": { folders: ["shared", "server/measure"], packages: ["simple-statistics", "@stdlib/*"] },
  // What is checked about a stage stands in its kind's file, and checks come before a port is planned from the scenario.
  "server/check": { folders: ["shared", "server/port"], packages: [] },
  "server/scenario": { folders: ["shared", "server/check"], packages: "server" },
  "server/store": { folders: ["shared"], packages: "server" },
  "server/report": { folders: ["shared", "server/measure", "server/analysis"], packages: "server" },
  "server/run": { folders: [...MODEL, ...RESULTS], packages: "server" },
  "server/theory": { folders: [...MODEL, ...RESULTS, "server/run"], packages: "server" },
  "server/web": {
    folders: [...MODEL, ...RESULTS, "server/run", "server", "package.json"],
    packages: "server",
  },
  // `cruce serve` starts the server, so this one step goes sideways; none goes back.
  "server/cli": {
    folders: [...MODEL, ...RESULTS, "server/run", "server/theory", "server/web", "server", "package.json"],
    packages: "server",
  },
  server: {
    folders: [...MODEL, ...RESULTS, "server/run", "server/web", "server/cli", "scripts", "package.json"],
    packages: "server",
  },

  "client/language": { folders: ["shared"], packages: ["i18next"] },
  "client/charts": { folders: ["shared", "client/language"], packages: ["d3", "d3-*"] },
  "client/yard": { folders: ["shared", "client/language"], packages: ["d3", "d3-*"] },
  "client/state": {
    folders: ["shared", "client/language"],
    packages: ["@preact/signals", "socket.io-client"],
  },
  "client/report": { folders: ["shared", "client/language", "client/charts", "client/styles"], packages: [] },
  "client/views": { folders: PAGE_PARTS, packages: ["preact", "preact/*", "@preact/*"] },
  "client/styles": { folders: [], packages: [] },
  client: {
    folders: [...PAGE_PARTS, "client/views", "client/styles"],
    packages: ["preact", "preact/*", "@preact/*"],
  },
};

/** `server/port` for server/port/lanes.ts, `server` for server/main.ts, `shared` for all below it. */
export function layerOf(path: string): string {
  const [top, next, ...rest] = path.split("/");
  return (top === "server" || top === "client") && rest.length > 0 ? `${top}/${next}` : top!;
}

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

function mayUse(packages: Layer["packages"], name: string): boolean {
  if (packages === "server") return !PAGE_PACKAGES.some((pattern) => matches(name, pattern));
  return packages.some((pattern) => matches(name, pattern));
}

/** What a file imports that its folder may not, in words. */
export function wrongImports(source: Source): readonly string[] {
  const from = layerOf(source.path);
  const layer = LAYERS[from];
  if (layer === undefined) return [`${source.path}: ${from} has no place in tests/tidy/layers.ts`];
  return source.imports.flatMap((name) => {
    if (!name.startsWith(".")) {
      return mayUse(layer.packages, name)
        ? []
        : [`${source.path}: ${from} may not import the package ${name}`];
    }
    const to = layerOf(posix.join(posix.dirname(source.path), name));
    if (to === from || layer.folders.includes(to)) return [];
    return [`${source.path}: ${from} may not import from ${to}`];
  });
}
