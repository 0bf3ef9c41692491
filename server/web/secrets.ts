/**
 * Names and secrets of sessions. A secret is shown once, in the link; the server keeps its hash.
 *
 * The secret of the watch link follows from that of the control link, so whoever controls a session
 * can always hand out its watch link; the way back is closed.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 144 bits, as 24 characters. */
const SECRET_BYTES = 18;

export const newSessionId = (): string => randomBytes(12).toString("hex");

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

export const watchSecretOf = (controlSecret: string): string =>
  createHash("sha256")
    .update(`watch:${controlSecret}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString("base64url");

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Whether the secret has this hash, in a time that does not depend on how much of it is right. */
export function isSecretOf(hash: string, secret: string): boolean {
  const expected = Buffer.from(hash, "hex");
  const found = createHash("sha256").update(secret).digest();
  return expected.length === found.length && timingSafeEqual(expected, found);
}

export const controlLink = (session: string, secret: string): string => `/c/${session}#${secret}`;
export const watchLink = (session: string, secret: string): string => `/w/${session}#${secret}`;
