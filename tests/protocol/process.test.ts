/** The server as a process: what it prints, how it stops, and what outlives it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";
import type { SessionLinks } from "../../shared/protocol.ts";
import { HOUR } from "../../shared/units.ts";
import { Viewer, authOf, removeFolder } from "./page.ts";

const MAIN = new URL("../../server/main.ts", import.meta.url).pathname;
const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) removeFolder(folder);
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cruce-process-"));
  folders.push(folder);
  return folder;
}

function start(
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): ChildProcess {
  const env = { ...process.env, CRUCE_DATA: folder, ...environment };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return child;
}

/** The first line on stdout: where the server is. */
async function addressOf(child: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];
  return /^Cruce is at (http:\S+)$/.exec(line)?.[1] ?? line;
}

async function everythingSaid(
  child: ChildProcess,
): Promise<{ out: string; err: string; code: number | null }> {
  const said = { out: "", err: "" };
  child.stdout!.on("data", (data) => (said.out += String(data)));
  child.stderr!.on("data", (data) => (said.err += String(data)));
  const [code] = (await once(child, "close")) as [number | null];
  return { ...said, code };
}

async function newSession(address: string, body: unknown = {}): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(new URL("/api/sessions", address), { method: "POST", headers, body: JSON.stringify(body) });
}

const enter = (address: string, link: string): Viewer =>
  new Viewer(new URL(address).origin, authOf(link), {});

test("a session outlives a kill: who comes back with the link finds its log and its instant", async () => {
  const folder = newFolder();
  const first = start(folder, ["--port", "0"]);
  const address = await addressOf(first);
  const links = (await (await newSession(address)).json()) as SessionLinks;
  const before = enter(address, links.control);
  await before.next("welcome");
  await before.ask({ do: "pause" });
  await before.ask({ do: "change", changes: [{ scenario: 1, effect: { kind: "booths", fast: 5 } }] });
  await before.ask({ do: "jump", toMs: 9 * HOUR });
  const shown = await before.next("frame", ({ timeMs }) => timeMs === 9 * HOUR);
  await before.ask({ do: "speed", factor: 300 });
  first.kill("SIGKILL");
  await once(first, "close");

  const address2 = await addressOf(start(folder, ["--port", "0"]));
  const after = enter(address2, links.control);
  const welcome = await after.next("welcome");
  expect(welcome).toMatchObject({
    role: "control",
    watchLink: links.watch,
    log: [{ scenario: 1, change: { kind: "booths", fast: 5 } }],
  });
  const frame = await after.next("frame");
  expect(frame).toMatchObject({ timeMs: 9 * HOUR, playing: false, speed: 300 });
  expect(frame.scenarios).toEqual(shown.scenarios);
  after.leave();
  before.leave();
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s stops it within two seconds, with a word to its viewers",
  async (signal) => {
    const child = start(newFolder(), ["--port", "0"]);
    const address = await addressOf(child);
    const links = (await (await newSession(address)).json()) as SessionLinks;
    const viewer = enter(address, links.watch);
    await viewer.next("frame");
    const begin = performance.now();
    const closed = once(child, "close");
    child.kill(signal);
    expect(await viewer.next("ended")).toBe("stopped");
    expect(await closed).toEqual([0, null]);
    expect(performance.now() - begin).toBeLessThan(2_000);
  },
);

test("a port in use is one clear line and exit code 1", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const said = await everythingSaid(start(newFolder(), [], { PORT: String(port) }));
  other.close();
  expect(said).toEqual({
    out: "",
    err: `cannot listen on 127.0.0.1:${port}: the port is in use. Choose another with --port or PORT.\n`,
    code: 1,
  });
});

test.each([
  ["--port", "70000"],
  ["--port", "x"],
  ["--prot", "1"],
])("%s %s is a wrong use, with a line of usage", async (...args) => {
  const said = await everythingSaid(start(newFolder(), args));
  expect(said).toMatchObject({ out: "", code: 2 });
  expect(said.err).toMatch(/usage: npm start/);
});

test("opened to the room it prints a link with a token, without which nobody makes a session", async () => {
  const address = await addressOf(start(newFolder(), ["--host", "0.0.0.0", "--port", "0"]));
  const { port, hash } = new URL(address);
  const token = hash.replace("#token=", "");
  expect(token).toMatch(/^[A-Za-z0-9_-]{24}$/);
  const local = `http://127.0.0.1:${port}`;
  expect((await newSession(local)).status).toBe(403);
  expect((await newSession(local, { token: "x".repeat(24) })).status).toBe(403);
  expect((await newSession(local, { token })).status).toBe(201);
});

test("where sessions cannot be stored it says so and serves all the same", async () => {
  const child = start("/dev/null/nowhere", ["--port", "0"]);
  const [warning] = (await once(createInterface({ input: child.stderr! }), "line")) as [string];
  expect(warning).toMatch(/^warning: sessions cannot be stored in \/dev\/null\/nowhere .*CRUCE_DATA/);
  expect((await newSession(await addressOf(child))).status).toBe(201);
});

test("an experiment outlives a kill: its days that were finished are not simulated again", async () => {
  const folder = newFolder();
  const first = start(folder, ["--port", "0"]);
  const address = await addressOf(first);
  const links = (await (await newSession(address)).json()) as SessionLinks;
  const before = enter(address, links.control);
  await before.next("welcome");
  await before.ask({ do: "pause" });
  // Nothing else of the session is to be run.
  await before.ask({ do: "replications", count: 2 });
  const request = { kind: "compare", scenarios: [0, 1], answer: "wait", stop: { by: "days", days: 12 } };
  expect(await before.experiment({ do: "start", request })).toEqual({ ok: true, id: 1 });
  await before.experiment({ do: "watch", id: 1 });
  await before.next("experiment", ({ done }) => done >= 4);
  first.kill("SIGKILL");
  await once(first, "close");

  const address2 = await addressOf(start(folder, ["--port", "0"]));
  const after = enter(address2, links.watch);
  await after.next("welcome");
  await after.experiment({ do: "watch", id: 1 });
  const last = await after.next("experiment", ({ status }) => status === "done");
  expect(last.done).toBe(12);
  expect(last.taken).toBeGreaterThanOrEqual(2 * 4);
});
