/** A page as the server sees it: a server on a free port, sessions, and viewers that remember what they heard. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import { PROTOCOL_VERSION } from "../../shared/protocol.ts";
import type {
  ClientEvents,
  CommandMessage,
  Reply,
  ServerEvents,
  SessionLinks,
} from "../../shared/protocol.ts";
import type {
  ExperimentClientEvents,
  ExperimentCommand,
  ExperimentReply,
  ExperimentServerEvents,
} from "../../shared/experiments.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { startServer } from "../../server/web/server.ts";
import type { RunningServer, ServerOptions } from "../../server/web/server.ts";
import { loadSmall } from "./small-port.ts";

type ToPage = ServerEvents & ExperimentServerEvents;
type FromPage = ClientEvents & ExperimentClientEvents;
type Heard = { [E in keyof ToPage]: Parameters<ToPage[E]>[0][] };

export class TestServer {
  readonly url: string;
  readonly running: RunningServer;
  readonly folder: string;
  readonly log: string[];
  readonly #viewers: Viewer[] = [];

  constructor(running: RunningServer, folder: string, log: string[]) {
    this.running = running;
    this.folder = folder;
    this.log = log;
    this.url = `http://127.0.0.1:${running.port}`;
  }

  async session(body: unknown = {}): Promise<SessionLinks> {
    const response = await this.post("/api/sessions", body);
    if (response.status !== 201) throw new Error(`no session: ${response.status} ${await response.text()}`);
    return (await response.json()) as SessionLinks;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  }

  /** A viewer by a link; with `auth`, whatever it says instead. */
  viewer(link: string, auth: Record<string, unknown> = {}, headers: Record<string, string> = {}): Viewer {
    const viewer = new Viewer(this.url, { ...authOf(link), ...auth }, headers);
    this.#viewers.push(viewer);
    return viewer;
  }

  /** A viewer that has its welcome. */
  async joined(link: string): Promise<Viewer> {
    const viewer = this.viewer(link);
    await viewer.next("welcome");
    return viewer;
  }

  async close(): Promise<void> {
    for (const viewer of this.#viewers) viewer.leave();
    await this.running.close();
  }

  /** With all that it has kept. */
  async end(): Promise<void> {
    await this.close();
    removeFolder(this.folder);
  }
}

export type TestOptions = Partial<Omit<ServerOptions, "scenarios">> & {
  readonly scenarios?: readonly LoadedScenario[];
};

export async function startTestServer(options: TestOptions = {}): Promise<TestServer> {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "cruce-server-"));
  const log: string[] = [];
  const running = await startServer({
    host: "127.0.0.1",
    port: 0,
    scenarios: [loadSmall("small-port.yaml"), loadSmall("wider-port.yaml")],
    dataFolder: folder,
    clientFolder: new URL("./client", import.meta.url).pathname,
    scenarioFolder: new URL("../../scenarios", import.meta.url).pathname,
    version: "test",
    log: (line) => log.push(line),
    ...options,
  });
  return new TestServer(running, folder, log);
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export function authOf(link: string): Record<string, unknown> {
  const [, session, secret] = /^\/[cw]\/([a-z0-9]+)#(.+)$/.exec(link) ?? [];
  return { protocol: PROTOCOL_VERSION, session, secret };
}

export const secretOf = (link: string): string => link.split("#")[1] ?? "";

export class Viewer {
  readonly socket: Socket<ToPage, FromPage>;
  readonly heard: Heard = {
    welcome: [],
    frame: [],
    charts: [],
    results: [],
    forecast: [],
    worth: [],
    experiments: [],
    experiment: [],
    failed: [],
    ended: [],
  };
  #waiting: (() => void)[] = [];
  /** Why nothing more will be heard. */
  #gone: string | null = null;

  constructor(url: string, auth: Record<string, unknown>, headers: Record<string, string>) {
    this.socket = io(url, {
      auth,
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
    });
    for (const event of Object.keys(this.heard) as (keyof ToPage)[]) {
      const hear = (data: unknown): void => {
        (this.heard[event] as unknown[]).push(data);
        this.#wake();
      };
      this.socket.on(event, hear as never);
    }
    const end = (reason: string): void => {
      this.#gone = [reason, ...this.heard.ended].join(", ");
      this.#wake();
    };
    this.socket.on("disconnect", end);
    this.socket.on("connect_error", ({ message }) => end(message));
  }

  /** The first of an event heard from now on, or the one that is already there, that is as wanted. */
  async next<E extends keyof ToPage>(
    event: E,
    wanted: (data: Heard[E][number]) => boolean = () => true,
    from = 0,
  ): Promise<Heard[E][number]> {
    for (;;) {
      const found = this.heard[event].slice(from).find(wanted);
      if (found !== undefined) return found;
      if (this.#gone !== null) throw new Error(`waiting for ${event} in vain: ${this.#gone}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The first that is heard after this call. */
  later<E extends keyof ToPage>(
    event: E,
    wanted: (data: Heard[E][number]) => boolean = () => true,
  ): Promise<Heard[E][number]> {
    return this.next(event, wanted, this.heard[event].length);
  }

  ask(message: CommandMessage): Promise<Reply> {
    return this.askAnything(message);
  }

  askAnything(message: unknown): Promise<Reply> {
    return new Promise((resolve) => this.socket.emit("control", message as CommandMessage, resolve));
  }

  experiment(message: unknown): Promise<ExperimentReply> {
    return new Promise((resolve) => this.socket.emit("experiment", message as ExperimentCommand, resolve));
  }

  /** Why the server did not let it in. */
  refusal(): Promise<{ readonly message: string; readonly refusal: string | undefined }> {
    return new Promise((resolve, reject) => {
      this.socket.on("connect", () => reject(new Error("the server let it in")));
      this.socket.on("connect_error", (error: Error & { data?: { refusal?: string } }) => {
        resolve({ message: error.message, refusal: error.data?.refusal });
      });
    });
  }

  left(): Promise<string> {
    return new Promise((resolve) => this.socket.on("disconnect", (reason) => resolve(reason)));
  }

  /** Stops reading, as a stalled phone does; what is sent to it piles up before it. */
  stall(): void {
    const { transport } = this.socket.io.engine as unknown as { transport: { ws: { pause(): void } } };
    transport.ws.pause();
  }

  leave(): void {
    this.socket.disconnect();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
