/** Who may come in: the handshake is checked once, and a refusal says why in one word. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROTOCOL_VERSION } from "../../shared/protocol.ts";
import type { SessionLinks } from "../../shared/protocol.ts";
import { startTestServer } from "./page.ts";
import type { TestServer } from "./page.ts";

let server: TestServer;
let links: SessionLinks;
beforeAll(async () => {
  server = await startTestServer({ replications: 2 });
  links = await server.session();
});
afterAll(() => server.end());

test("the control link enters in the control role and is told the watch link", async () => {
  const viewer = server.viewer(links.control);
  expect(await viewer.next("welcome")).toMatchObject({
    role: "control",
    session: links.session,
    watchLink: links.watch,
  });
});

test("the watch link enters in the watch role and is told no link", async () => {
  const viewer = server.viewer(links.watch);
  expect(await viewer.next("welcome")).toMatchObject({
    role: "watch",
    session: links.session,
    watchLink: null,
  });
});

test("who comes sees the present frame, charts and results at once, paused or not", async () => {
  const control = await server.joined(links.control);
  await control.ask({ do: "pause" });
  await control.next("results");
  await control.next("charts");
  const paused = await control.later("frame", ({ playing }) => !playing);
  const late = server.viewer(links.watch);
  await late.next("results");
  expect([late.heard.welcome.length, late.heard.frame[0]?.timeMs]).toEqual([1, paused.timeMs]);
  expect(late.heard.charts.length).toBeGreaterThanOrEqual(1);
  expect(control.heard.welcome[0]?.epoch).toBe(paused.epoch);
});

test.each([
  ["another version of the protocol", { protocol: PROTOCOL_VERSION + 1 }, "outdated"],
  ["a wrong secret", { secret: "x".repeat(24) }, "notAllowed"],
  ["an unknown session", { session: "0".repeat(24) }, "unknownSession"],
  ["a session that is no name", { session: "../../etc/passwd" }, "malformed"],
  ["no secret", { secret: undefined }, "malformed"],
  ["a secret that is no text", { secret: { $ne: "" } }, "malformed"],
  ["something more", { role: "control" }, "malformed"],
])("%s is refused", async (_, auth, refusal) => {
  const viewer = server.viewer(links.control, auth);
  expect(await viewer.refusal()).toEqual({ message: refusal, refusal });
});

test("a page of another origin is refused, whatever it knows", async () => {
  const evil = server.viewer(links.control, {}, { Origin: "http://evil.example" });
  expect((await evil.refusal()).message).toMatch(/websocket error/);
  const near = server.viewer(links.control, {}, { Origin: `http://127.0.0.1:${server.running.port + 1}` });
  expect((await near.refusal()).message).toMatch(/websocket error/);
});

test("a page of this server is let in", async () => {
  const own = server.viewer(links.watch, {}, { Origin: server.url });
  expect(await own.next("welcome")).toMatchObject({ role: "watch" });
});

test("there is no way in but a websocket", async () => {
  const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
  expect(response.status).toBe(400);
});
