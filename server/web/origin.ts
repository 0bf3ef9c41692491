/**
 * Whether a request comes from a page of this server. Cross-origin rules of browsers do not guard
 * websockets, so the server compares by itself; programs send no Origin and may come in.
 */
import type { IncomingHttpHeaders } from "node:http";

export function isFromOwnPage({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  if (host === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
