/**
 * Serves until Ctrl-C or SIGTERM: what `npm start` and `cruce serve` have in common. Addresses go to
 * stdout, everything else to stderr; returns the exit code.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { dataFolder } from "../store/data-folder.ts";
import { CannotListen, startServer } from "./server.ts";
import type { RunningServer } from "./server.ts";

export const DEFAULT_PORT = 4600;
export const DEFAULT_HOST = "127.0.0.1";

/** A clean stop takes well under this; a second Ctrl-C does not wait for it. */
const MOST_STOPPING_MS = 1_800;

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

export type ServeOptions = {
  readonly host: string;
  readonly port: number;
  /** What a new session begins with; left out: the shipped pair. */
  readonly scenarios?: readonly LoadedScenario[];
};

export async function serve(options: ServeOptions): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const stopped = nextSignal();
  let server: RunningServer;
  try {
    server = await startServer({
      ...options,
      dataFolder: dataFolder(),
      clientFolder: join(CHECKOUT, "dist", "client"),
      scenarioFolder: join(CHECKOUT, "scenarios"),
      version: manifest.version,
      log: say,
    });
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    say(error.message);
    return 1;
  }
  for (const link of server.links) process.stdout.write(`Cruce is at ${link}\n`);
  await stopped;
  setTimeout(() => process.exit(0), MOST_STOPPING_MS).unref();
  nextSignal().then(() => process.exit(0));
  await server.close();
  return 0;
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** A port from text, or null: a whole number from 0 (any free one) to 65535. */
export function parsePort(text: string): number | null {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}
