/**
 * What travels by HTTP: making a session, the catalog of shipped scenarios, files sent and saved.
 * A refusal comes back as data, never as a throw.
 */
import { REFUSALS } from "../../shared/picture.ts";
import type { CatalogEntry, Refusal, SessionLinks } from "../../shared/protocol.ts";
import type { Problem } from "../../shared/problem.ts";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: readonly Problem[] };

export type ScenarioSource = { readonly shipped: string } | { readonly name: string; readonly text: string };

export function createSession(token: string | null): Promise<Answer<SessionLinks>> {
  return ask<SessionLinks>("/api/sessions", {
    method: "POST",
    body: JSON.stringify(token === null ? {} : { token }),
  });
}

export function readCatalog(): Promise<Answer<readonly CatalogEntry[]>> {
  return ask<readonly CatalogEntry[]>("/api/scenarios", {});
}

export function putScenario(
  session: string,
  secret: string,
  index: number,
  source: ScenarioSource,
): Promise<Answer<unknown>> {
  return ask(`/api/sessions/${session}/scenarios`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify({ index, source }),
  });
}

/** The scenario as it now stands, live changes included, as a file's text. */
export const readScenarioFile = (session: string, secret: string, index: number): Promise<Answer<string>> =>
  readFile(`/api/sessions/${session}/scenarios/${index}`, secret);

/** A point of a sweep as a scenario's file. */
export const readPointFile = (
  session: string,
  secret: string,
  experiment: number,
  point: number,
): Promise<Answer<string>> =>
  readFile(`/api/sessions/${session}/experiments/${experiment}/points/${point}`, secret);

/** The best plan of a staffing question as a scenario's file. */
export const readPlanFile = (session: string, secret: string, experiment: number): Promise<Answer<string>> =>
  readFile(`/api/sessions/${session}/experiments/${experiment}/plan`, secret);

async function readFile(path: string, secret: string): Promise<Answer<string>> {
  try {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${secret}` },
    });
    return response.ok ? { ok: true, value: await response.text() } : refusalOf(await bodyOf(response));
  } catch {
    return { ok: false, refusal: "failed", problems: [] };
  }
}

async function ask<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      ...request,
      headers: {
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
        ...request.headers,
      },
    });
    const body = await bodyOf(response);
    // The server's word is typed only, as for the socket: page and server are built together.
    return response.ok ? { ok: true, value: body as T } : refusalOf(body);
  } catch {
    return { ok: false, refusal: "failed", problems: [] };
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function refusalOf(body: unknown): {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly problems: readonly Problem[];
} {
  if (typeof body !== "object" || body === null) return { ok: false, refusal: "failed", problems: [] };
  const said = "refusal" in body ? body.refusal : null;
  const problems =
    "problems" in body && Array.isArray(body.problems) ? (body.problems as readonly Problem[]) : [];
  return { ok: false, refusal: REFUSALS.find((known) => known === said) ?? "failed", problems };
}
