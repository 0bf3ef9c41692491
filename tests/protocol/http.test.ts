/** The HTTP side: sessions, scenarios, pages, and refusals that say one word. */
import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CatalogEntry, Reply, SessionLinks } from "../../shared/protocol.ts";
import { HOUR } from "../../shared/units.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { secretOf, startTestServer } from "./page.ts";
import type { TestServer, Viewer } from "./page.ts";
import { SMALL_PORT } from "./small-port.ts";

let server: TestServer;
let links: SessionLinks;
let bearer: { authorization: string };
beforeAll(async () => {
  server = await startTestServer({ replications: 2 });
});
afterAll(() => server.end());
const put = (body: unknown, headers: Record<string, string> = bearer): Promise<Response> =>
  server.post(`/api/sessions/${links.session}/scenarios`, body, headers);
const text = (source: string, name = "mine.yaml"): unknown => ({ index: 1, source: { name, text: source } });
const replyOf = async (response: Response): Promise<Reply> => (await response.json()) as Reply;

/** The status of a path exactly as written, which `fetch` would tidy up first. */
const statusOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port: server.running.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on("error", reject).end();
  });

test("a session may be made of shipped scenarios by name", async () => {
  const { control } = await server.session({
    scenarios: ["laredo-world-trade-bridge.yaml", "laredo-fast-booths-6.yaml"],
  });
  const viewer = await server.joined(control);
  const { scenarios } = viewer.heard.welcome[0]!;
  expect(scenarios.map(({ file }) => file)).toEqual([
    "laredo-world-trade-bridge.yaml",
    "laredo-fast-booths-6.yaml",
  ]);
  expect(scenarios[1]!.differences.length).toBeGreaterThan(0);
});

test.each([
  ["an unknown scenario", { scenarios: ["../package.json"] }, 422, "invalid"],
  ["an unknown key", { scenario: [] }, 400, "malformed"],
  ["too many scenarios", { scenarios: Array.from({ length: 5 }, () => "a.yaml") }, 400, "malformed"],
])("a session of %s is refused", async (_, body, status, refusal) => {
  const response = await server.post("/api/sessions", body);
  expect(response.status).toBe(status);
  expect(await replyOf(response)).toMatchObject({ ok: false, refusal });
});

test("the catalog names every shipped scenario that loads", async () => {
  const catalog = (await (await fetch(`${server.url}/api/scenarios`)).json()) as CatalogEntry[];
  expect(catalog.map(({ file }) => file)).toContain("laredo-world-trade-bridge.yaml");
  expect(catalog.every(({ name }) => name.length > 0)).toBe(true);
});

describe("with a session", () => {
  beforeEach(async () => {
    links = await server.session();
    bearer = { authorization: `Bearer ${secretOf(links.control)}` };
  });

  test("a text of one's own takes the place of a scenario in a new epoch, on the same clock", async () => {
    const viewer = await server.joined(links.control);
    await viewer.ask({ do: "pause" });
    await viewer.ask({ do: "jump", toMs: 9 * HOUR });
    await viewer.next("frame", ({ timeMs }) => timeMs === 9 * HOUR);
    expect(await replyOf(await put(text(SMALL_PORT.replace("Small port", "My port"))))).toEqual({
      ok: true,
      sequence: 4,
    });
    const welcome = await viewer.next("welcome", ({ epoch }) => epoch === 2);
    expect(welcome.scenarios.map(({ name }) => name)).toEqual(["Small port", "My port"]);
    expect(await viewer.next("frame", ({ epoch }) => epoch === 2)).toMatchObject({ timeMs: 9 * HOUR });
  });

  test("scenarios can be added up to four, and taken away", async () => {
    const viewer = await server.joined(links.control);
    const add = (index: number) => put({ index, source: { shipped: "laredo-demand-115.yaml" } });
    expect([(await add(2)).status, (await add(3)).status]).toEqual([200, 200]);
    expect((await put({ index: 4, source: { shipped: "laredo-demand-115.yaml" } })).status).toBe(400);
    await viewer.ask({ do: "remove", scenario: 3 });
    expect(await viewer.next("welcome", ({ epoch }) => epoch === 4)).toMatchObject({
      scenarios: { length: 3 },
    });
    expect(await replyOf(await put({ index: 3, source: { name: "x.yaml", text: "" } }))).toMatchObject({
      refusal: "invalid",
    });
  });

  test("mistakes in a text come back all at once, each with its place, and nothing changes", async () => {
    const viewer = await server.joined(links.control);
    const broken = SMALL_PORT.replace("lanes: 2", "lanes: two")
      .replace("1 km", "1 h")
      .replace("moveUp: 10 s", "moveup: 10 s");
    const response = await put(text(broken));
    const reply = (await replyOf(response)) as Reply & { ok: false };
    expect([response.status, reply.refusal, reply.problems.length]).toEqual([422, "invalid", 3]);
    expect(
      reply.problems.every(({ file, line, column }) => file === "mine.yaml" && line > 0 && column > 0),
    ).toBe(true);
    expect(viewer.heard.welcome.at(-1)!.epoch).toBe(1);
  });

  test.each([
    ["extends a file above", `cruce: 1\nextends: ../../../../etc/passwd\nname: x\n`],
    ["extends an absolute path", `cruce: 1\nextends: /etc/passwd\nname: x\n`],
    [
      "names arrivals on the disk",
      SMALL_PORT.replace("trucks: 600 /day", "arrivals: { file: ../../../../etc/passwd }"),
    ],
  ])("a text that %s cannot make the server read it", async (_, source) => {
    const response = await put(text(source));
    expect(response.status).toBe(422);
    const said = await response.text();
    expect(said).not.toContain("root:");
  });

  test("a text may extend what is shipped", async () => {
    const response = await put(text("cruce: 1\nextends: laredo-world-trade-bridge.yaml\nname: Mine\n"));
    expect(response.status).toBe(200);
  });

  test.each([
    ["no secret", {}, 401, "notAllowed"],
    ["a forged secret", { authorization: `Bearer ${"x".repeat(24)}` }, 403, "notAllowed"],
    ["another origin", { origin: "http://evil.example" }, 403, "notAllowed"],
  ])("putting a scenario with %s is refused", async (_, headers, status, refusal) => {
    const response = await put(text(SMALL_PORT), { ...("origin" in headers ? bearer : {}), ...headers });
    expect(response.status).toBe(status);
    expect(await replyOf(response)).toMatchObject({ ok: false, refusal });
  });

  test("the watch link cannot put a scenario, but may fetch one", async () => {
    const watch = { authorization: `Bearer ${secretOf(links.watch)}` };
    expect((await put(text(SMALL_PORT), watch)).status).toBe(403);
    const response = await fetch(`${server.url}/api/sessions/${links.session}/scenarios/0`, {
      headers: watch,
    });
    expect(response.status).toBe(200);
  });

  test("a scenario fetched as a file has the live changes in it and reads back the same", async () => {
    const viewer: Viewer = await server.joined(links.control);
    await viewer.ask({ do: "pause" });
    await viewer.ask({
      do: "change",
      changes: [
        {
          scenario: 1,
          effect: { kind: "staffing", post: "primary.general", officers: 1 },
          fromMs: 9 * HOUR,
          forMs: HOUR,
        },
      ],
    });
    const response = await fetch(`${server.url}/api/sessions/${links.session}/scenarios/1`, {
      headers: bearer,
    });
    expect(response.headers.get("content-disposition")).toBe("attachment; filename=one-more-booth.yaml");
    const result = loadScenario(
      { file: "saved.yaml", text: await response.text() },
      shippedLibrary(new Map()),
    );
    expect(result.ok && result.scenario.changes).toEqual([
      { kind: "staffing", post: "primary.general", officers: 1, at: 9 * HOUR, day: 1, for: HOUR },
    ]);
  });

  test.each(["4", "-1", "0.yaml", "__proto__"])("there is no scenario %s", async (index) => {
    const response = await fetch(`${server.url}/api/sessions/${links.session}/scenarios/${index}`, {
      headers: bearer,
    });
    expect(response.status).toBe(404);
  });

  test("a body that is too large or no JSON is refused in a word", async () => {
    const large = await put(text("#".repeat(600_000)));
    expect([large.status, await replyOf(large)]).toEqual([
      413,
      { ok: false, refusal: "tooLarge", problems: [] },
    ]);
    const headers = { "content-type": "application/json" };
    const broken = await fetch(`${server.url}/api/sessions`, { method: "POST", headers, body: "{" });
    expect([broken.status, await replyOf(broken)]).toEqual([
      400,
      { ok: false, refusal: "malformed", problems: [] },
    ]);
  });
});

test.each(["/", "/c/0123456789abcdef", "/w/0123456789abcdef"])(
  "%s is the page, under a strict content policy",
  async (path) => {
    const response = await fetch(server.url + path);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(await response.text()).toContain("<title>page</title>");
    expect(policy).toContain("script-src 'self';style-src 'self'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests/);
    expect(response.headers.get("strict-transport-security")).toBeNull();
  },
);

test("built assets are kept by the browser, the page is not", async () => {
  expect((await fetch(`${server.url}/assets/main.js`)).headers.get("cache-control")).toMatch(/immutable/);
  expect((await fetch(server.url)).headers.get("cache-control")).toBe("no-cache");
});

test.each([
  "/../package.json",
  "/%2e%2e/package.json",
  "/assets/..%2f..%2fpage.ts",
  "/assets/../../page.ts",
  "/%00",
  "/index.html%00.js",
  "/nowhere",
  "/c/a/b",
  "/api/nowhere",
])("%s is not found", async (path) => {
  expect(await statusOf(path)).toBeGreaterThanOrEqual(400);
  expect(await statusOf(path)).toBeLessThan(500);
});

test("health says that the server lives", async () => {
  expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({ ok: true, version: "test" });
});
