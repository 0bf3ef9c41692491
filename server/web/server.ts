/**
 * The live server as a whole: store, sessions, sockets and pages on one port.
 *
 * On an address that only this machine reaches anybody may make a session; opened to the room, making
 * one needs the token that stands in the link printed at the start.
 */
import { createServer } from "node:http";
import type { RequestListener, Server as HttpServer } from "node:http";
import type { AddressInfo, Socket as NetSocket } from "node:net";
import { networkInterfaces } from "node:os";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { BackgroundThread } from "../run/live-background.ts";
import { startLiveThread } from "../run/live.ts";
import { ScenarioReader } from "../scenario/load-in-worker.ts";
import { openStore } from "../store/sqlite.ts";
import { makeApp } from "./app.ts";
import { newSecret } from "./secrets.ts";
import { Sessions } from "./sessions.ts";
import { Shipped } from "./shipped.ts";
import { Sockets } from "./sockets.ts";

export type ServerOptions = {
  readonly host: string;
  readonly port: number;
  /** What a new session begins with; left out: the shipped pair. */
  readonly scenarios?: readonly LoadedScenario[];
  readonly dataFolder: string;
  readonly clientFolder: string;
  readonly scenarioFolder: string;
  /** Days that a session simulates until it is asked for others; left out: 40. */
  readonly replications?: number;
  readonly version: string;
  /** Of what goes wrong, a line each. */
  readonly log: (line: string) => void;
};

export type RunningServer = {
  /** Addresses to open, with the token where one is needed. */
  readonly links: readonly string[];
  readonly port: number;
  readonly token: string | null;
  close(): Promise<void>;
};

/** The port is taken, or may not be used: told in a line, nothing to trace. */
export class CannotListen extends Error {
  constructor(host: string, port: number, code: string) {
    super(`cannot listen on ${host}:${port}: ${REASONS[code] ?? code}`);
    this.name = "CannotListen";
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use. Choose another with --port or PORT.",
  EACCES: "this port needs more rights. Choose one above 1023 with --port or PORT.",
  EADDRNOTAVAIL: "this machine has no such address. Check --host or HOST.",
  ENOTFOUND: "no such host. Check --host or HOST.",
};

const BEAT_MS = 1_000;
const TIDY_MS = 2_000;
const FAREWELL_MS = 300;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, version, log } = options;
  let answer: RequestListener = () => {};
  const http = createServer((request, response) => answer(request, response));
  const connections = openConnections(http);
  // Listening comes first, so that a port in use touches nothing of another server's.
  await listen(http, host, port);
  const shipped = new Shipped(options.scenarioFolder);
  const store = openStore(options.dataFolder);
  if (store.warning !== null) log(`warning: ${store.warning}`);
  const reader = new ScenarioReader(shipped.files);
  const replications = new BackgroundThread(options.dataFolder, log);
  const sockets = new Sockets(http);
  const newBackground = () => replications.open();
  const parts = { store, startLive: startLiveThread, newBackground, version, now: Date.now, log };
  const sessions = new Sessions(parts, (id) => sockets.audienceOf(id), options.replications);
  sockets.open(sessions);
  const token = isLoopback(host) ? null : newSecret();
  answer = makeApp({
    sessions,
    clientFolder: options.clientFolder,
    version,
    token,
    scenarios: options.scenarios ?? shipped.pair(),
    loadShipped: async (name) => shipped.load(name),
    loadText: (file, text) => reader.load({ file, text }),
    catalog: () => shipped.catalog(),
    log,
  });
  const upkeep = keepUp(sessions, sockets, log);
  const { port: bound } = http.address() as AddressInfo;
  return {
    links: linksTo(host, bound, token),
    port: bound,
    token,
    close: async () => {
      upkeep.stop();
      await sessions.endAll();
      // A client that does not read would never take its farewell.
      const cut = setTimeout(() => connections.forEach((connection) => connection.destroy()), FAREWELL_MS);
      await sockets.close();
      clearTimeout(cut);
      await Promise.all([replications.close(), reader.close()]);
      await store.close();
    },
  };
}

function openConnections(http: HttpServer): ReadonlySet<NetSocket> {
  const connections = new Set<NetSocket>();
  http.on("connection", (connection: NetSocket) => {
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
  });
  return connections;
}

function listen(http: HttpServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) =>
      reject(new CannotListen(host, port, error.code ?? error.message)),
    );
    http.listen(port, host, resolve);
  });
}

/** What happens by itself, every second or two. */
function keepUp(sessions: Sessions, sockets: Sockets, log: (line: string) => void): { stop(): void } {
  const beat = setInterval(() => {
    sessions.beat(BEAT_MS);
    sockets.dropStalled();
  }, BEAT_MS);
  const tidy = setInterval(() => {
    sessions.tidy().catch((error: unknown) => log(`sessions could not be stored: ${String(error)}`));
  }, TIDY_MS);
  sessions.forgetOld().catch((error: unknown) => log(`old sessions could not be removed: ${String(error)}`));
  return {
    stop: () => {
      clearInterval(beat);
      clearInterval(tidy);
    },
  };
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host.startsWith("127.");

function linksTo(host: string, port: number, token: string | null): readonly string[] {
  const fragment = token === null ? "" : `#token=${token}`;
  return namesOf(host).map((name) => `http://${name}:${port}/${fragment}`);
}

/** What to call this host in an address; a server on all addresses has several names. */
function namesOf(host: string): readonly string[] {
  if (host !== "0.0.0.0" && host !== "::") return [host.includes(":") ? `[${host}]` : host];
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
  return ["localhost", ...others];
}
