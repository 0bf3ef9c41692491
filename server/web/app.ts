/**
 * The HTTP side: the built page under a strict content policy, and the few requests that are not
 * control messages: making a session, putting a scenario, fetching one as a file.
 *
 * A refusal is a `Reply` with a status to match; nothing of an error reaches the client but a word.
 */
import { timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import express from "express";
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { MAX_SCENARIO_BYTES, createSession, putScenario } from "../../shared/protocol.ts";
import type { CatalogEntry, Refusal, Reply } from "../../shared/protocol.ts";
import type { Problem } from "../../shared/problem.ts";
import type { LoadResult, LoadedScenario } from "../../shared/scenario/loaded.ts";
import { isFromOwnPage } from "./origin.ts";
import { fileOf } from "./scenario-file.ts";
import type { ScenarioFile } from "./scenario-file.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

export type AppParts = {
  readonly sessions: Sessions;
  readonly clientFolder: string;
  readonly version: string;
  /** Needed to make a session; null on a server that only this machine reaches. */
  readonly token: string | null;
  /** What a session begins with unless it says otherwise. */
  readonly scenarios: readonly LoadedScenario[];
  readonly loadShipped: (name: string) => Promise<LoadResult>;
  readonly loadText: (name: string, text: string) => Promise<LoadResult>;
  readonly catalog: () => Promise<readonly CatalogEntry[]>;
  readonly log: (line: string) => void;
};

/** A text of the largest size, with every character escaped. */
const MOST_PUT_BYTES = 2 * MAX_SCENARIO_BYTES + 4_096;
const SESSIONS_PER_MINUTE = 60;
const SCENARIOS_PER_MINUTE = 60;

const STATUS: Readonly<Record<Refusal, number>> = {
  malformed: 400,
  outdated: 400,
  notAllowed: 403,
  unknownSession: 404,
  tooLarge: 413,
  invalid: 422,
  tooMany: 429,
  tooFast: 429,
  failed: 500,
  busy: 503,
};

const CONTENT_POLICY = {
  "default-src": ["'self'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'self'"],
};

export function makeApp(parts: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(
    // Over plain http in a local network: no upgrade to https, which nobody serves there.
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
      strictTransportSecurity: false,
      originAgentCluster: false,
      crossOriginOpenerPolicy: false,
    }),
  );
  app.use("/api", apiRoutes(parts));
  app.use(pageRoutes(parts.clientFolder));
  app.use((_request, response) => void response.status(404).type("text/plain").send("not found\n"));
  app.use(onError(parts.log));
  return app;
}

function apiRoutes(parts: AppParts): express.Router {
  const api = express.Router();
  const perSession = new RateLimiterMemory({ points: SESSIONS_PER_MINUTE, duration: 60 });
  const perScenario = new RateLimiterMemory({ points: SCENARIOS_PER_MINUTE, duration: 60 });
  api.use((request, response, next) => {
    response.set("Cache-Control", "no-store");
    if (isFromOwnPage(request.headers)) next();
    else refuse(response, "notAllowed");
  });
  api.get("/health", (_request, response) => {
    response.json({ ok: true, version: parts.version, sessions: parts.sessions.count() });
  });
  api.get("/scenarios", async (_request, response) => {
    response.json(await parts.catalog());
  });
  api.post("/sessions", limited(perSession), express.json({ limit: "16kb" }), (request, response) =>
    postSession(parts, request, response),
  );
  api.post(
    "/sessions/:session/scenarios",
    limited(perScenario),
    express.json({ limit: MOST_PUT_BYTES }),
    (request, response) => postScenario(parts, request, response),
  );
  api.get("/sessions/:session/scenarios/:index", (request, response) =>
    getScenario(parts, request, response),
  );
  api.get("/sessions/:session/experiments/:id/points/:point", (request, response) =>
    getPoint(parts, request, response),
  );
  api.get("/sessions/:session/experiments/:id/plan", (request, response) =>
    getPlan(parts, request, response),
  );
  api.use((_request, response) => refuse(response, "malformed", [], 404));
  return api;
}

async function postSession(parts: AppParts, request: Request, response: Response): Promise<void> {
  const parsed = createSession.safeParse(request.body);
  if (!parsed.success) return refuse(response, "malformed");
  const { token = "", scenarios: names } = parsed.data;
  if (parts.token !== null && !isSame(parts.token, token)) return refuse(response, "notAllowed");
  const loaded = names === undefined ? parts.scenarios : await loadAll(names, parts.loadShipped);
  if ("problems" in loaded) return refuse(response, "invalid", loaded.problems);
  const links = await parts.sessions.create(loaded);
  if (links === null) return refuse(response, "tooMany");
  response.status(201).json(links);
}

async function loadAll(
  names: readonly string[],
  load: AppParts["loadShipped"],
): Promise<readonly LoadedScenario[] | { readonly problems: readonly Problem[] }> {
  const results = await Promise.all(names.map(load));
  const loaded = results.filter((result) => result.ok);
  if (loaded.length === results.length) return loaded;
  return { problems: results.flatMap((result) => (result.ok ? [] : result.problems)) };
}

async function postScenario(parts: AppParts, request: Request, response: Response): Promise<void> {
  const session = await sessionOf(parts, request, response, "control");
  if (session === null) return;
  const parsed = putScenario.safeParse(request.body);
  if (!parsed.success) return refuse(response, "malformed");
  const { index, source } = parsed.data;
  const result = await ("shipped" in source
    ? parts.loadShipped(source.shipped)
    : parts.loadText(source.name, source.text));
  if (!result.ok) return refuse(response, "invalid", result.problems);
  const reply = await session.put(index, result);
  answer(response, reply);
}

async function getScenario(parts: AppParts, request: Request, response: Response): Promise<void> {
  const session = await sessionOf(parts, request, response, "watch");
  if (session === null) return;
  const index = /^[0-3]$/.exec(String(request.params["index"]))?.[0];
  const file = index === undefined ? null : fileOf(session.state(), Number(index));
  sendFile(response, file);
}

async function getPoint(parts: AppParts, request: Request, response: Response): Promise<void> {
  const session = await sessionOf(parts, request, response, "watch");
  if (session === null) return;
  sendFile(response, session.experiments.pointFile(numberIn(request, "id"), numberIn(request, "point")));
}

async function getPlan(parts: AppParts, request: Request, response: Response): Promise<void> {
  const session = await sessionOf(parts, request, response, "watch");
  if (session === null) return;
  sendFile(response, session.experiments.planFile(numberIn(request, "id")));
}

/** Not a number where the address has none. */
const numberIn = (request: Request, name: string): number =>
  Number(/^[1-9][0-9]{0,5}$/.exec(String(request.params[name]))?.[0]);

function sendFile(response: Response, file: ScenarioFile | null): void {
  if (file === null) return refuse(response, "malformed", [], 404);
  response.attachment(file.name).type("application/yaml").send(file.text);
}

/** The session that the address names, if the bearer secret opens it; else the request is answered. */
async function sessionOf(
  parts: AppParts,
  request: Request,
  response: Response,
  needs: "control" | "watch",
): Promise<Session | null> {
  const secret = /^Bearer ([A-Za-z0-9_-]{16,64})$/.exec(request.headers.authorization ?? "")?.[1];
  if (secret === undefined) {
    refuse(response, "notAllowed", [], 401);
    return null;
  }
  const entered = await parts.sessions.enter(String(request.params["session"]), secret);
  if (!entered.ok) {
    refuse(response, entered.refusal);
    return null;
  }
  if (needs === "control" && entered.role !== "control") {
    refuse(response, "notAllowed");
    return null;
  }
  return entered.session;
}

function pageRoutes(folder: string): express.Router {
  const pages = express.Router();
  pages.use(
    "/assets",
    express.static(join(folder, "assets"), {
      immutable: true,
      maxAge: "365d",
      index: false,
      redirect: false,
    }),
  );
  pages.use(express.static(folder, { index: false, redirect: false, dotfiles: "ignore" }));
  pages.get(["/", "/c/:session", "/w/:session"], (_request, response, next) => {
    response.set("Cache-Control", "no-cache");
    response.sendFile("index.html", { root: folder }, (error) => {
      if (error === undefined) return;
      if ("code" in error && error.code === "ENOENT") {
        response.status(503).type("text/plain").send("the page is not built: start with npm start\n");
      } else next(error);
    });
  });
  return pages;
}

function limited(limiter: RateLimiterMemory): RequestHandler {
  return (request, response, next) => {
    limiter.consume(request.ip ?? "").then(
      () => next(),
      () => refuse(response, "tooFast"),
    );
  };
}

/** Errors of reading the request are the client's and say so; all others are ours and stay here. */
function onError(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status =
      typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
    if (status === 413) return refuse(response, "tooLarge");
    if (status >= 400 && status < 500) return refuse(response, "malformed", [], status);
    log(
      `${request.method} ${request.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    refuse(response, "failed");
  };
}

function answer(response: Response, reply: Reply): void {
  if (reply.ok) response.json(reply);
  else refuse(response, reply.refusal, reply.problems);
}

function refuse(
  response: Response,
  refusal: Refusal,
  problems: readonly Problem[] = [],
  status = STATUS[refusal],
): void {
  const reply: Reply = { ok: false, refusal, problems };
  response.status(status).json(reply);
}

function isSame(expected: string, found: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(found)];
  return a.length === b.length && timingSafeEqual(a, b);
}
