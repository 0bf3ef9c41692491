// Finds and starts the Chromium that the browser tests drive. No browser is downloaded: the machine's own is used,
// and a machine without one is told what to do, or served by its package manager, but never passed over in silence.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, LaunchOptions } from "playwright-core";

/** What the search looks at, so that a test can describe a machine. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
};

export type Search =
  | { readonly kind: "found"; readonly path: string }
  | { readonly kind: "installable" }
  | { readonly kind: "missing"; readonly advice: string };

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const USUAL: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["/usr/bin", "/usr/local/bin", "/snap/bin"].flatMap((folder) =>
    NAMES.map((name) => `${folder}/${name}`),
  ),
  darwin: ["Chromium", "Google Chrome", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
};

const ADVICE: Partial<Record<NodeJS.Platform, string>> = {
  linux: "install the package chromium (on Debian: apt-get install chromium)",
  darwin: "install Chromium or Google Chrome in /Applications",
  win32: "install Google Chrome or Microsoft Edge",
};

function usualPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        `${root}\\Chromium\\Application\\chrome.exe`,
        `${root}\\Google\\Chrome\\Application\\chrome.exe`,
        `${root}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]);
  }
  const onPath = (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(USUAL[platform] ?? []), ...onPath];
}

/** Where Chromium is on a machine, or what can be done about it. */
export function searchChromium(machine: Machine): Search {
  const { env, exists, platform } = machine;
  const named = env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    // Whoever names one means that one, so no other is taken in its place.
    if (exists(named)) return { kind: "found", path: named };
    return { kind: "missing", advice: `CHROME_PATH names ${named}, which does not exist` };
  }
  const path = usualPlaces(machine).find(exists);
  if (path !== undefined) return { kind: "found", path };
  if (platform === "linux" && machine.isRoot && exists("/etc/debian_version") && exists("/usr/bin/apt-get")) {
    return { kind: "installable" };
  }
  const how = ADVICE[platform] ?? "install Chromium";
  return { kind: "missing", advice: `no Chromium found: ${how}, or set CHROME_PATH to one` };
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
  };
}

/** The path of the Chromium to use; throws, with advice, when there is none. */
export function findChromium(): string {
  const search = searchChromium(thisMachine());
  switch (search.kind) {
    case "found":
      return search.path;
    case "installable":
      throw new Error("no Chromium found: `npm test` installs it, or install the package chromium");
    case "missing":
      throw new Error(search.advice);
    default:
      return search satisfies never;
  }
}

export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    ...options,
    executablePath: findChromium(),
    args: [...ARGUMENTS, ...(options.args ?? [])],
  });
}
