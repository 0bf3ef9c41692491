/** `cruce serve`: the page, with these scenarios side by side; builds the page first where it is missing or old. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MAX_SCENARIOS } from "../../../shared/protocol.ts";
import { CommandError, EXIT } from "../exit.ts";
import { scenarioFiles } from "../scenario-files.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";

export async function serve(
  asked: readonly string[],
  given: { readonly port?: string; readonly host?: string },
  session: Session,
): Promise<number> {
  const files = scenarioFiles(asked, session.texts);
  if (files.length > MAX_SCENARIOS) {
    throw new CommandError(
      EXIT.usage,
      session.texts.t("usage.tooMany", { most: MAX_SCENARIOS, found: files.length }),
    );
  }
  // Only this command needs the web server; the others start without it.
  const {
    DEFAULT_HOST,
    DEFAULT_PORT,
    parsePort,
    serve: serveUntilStopped,
  } = await import("../../web/serve.ts");
  const portText = given.port ?? process.env["PORT"];
  const port = portText === undefined ? DEFAULT_PORT : parsePort(portText);
  if (port === null) {
    throw new CommandError(
      EXIT.usage,
      session.texts.t("usage.number", { option: "--port", low: 0, high: 65_535, found: portText ?? "" }),
    );
  }
  const scenarios = await loadFiles(files, session);
  buildPage();
  const host = given.host ?? process.env["HOST"] ?? DEFAULT_HOST;
  return serveUntilStopped({ host, port, ...(scenarios.length > 0 ? { scenarios } : {}) });
}

function buildPage(): void {
  const bootstrap = fileURLToPath(new URL("../../../scripts/bootstrap.cjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [bootstrap, "--client"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new CommandError(EXIT.failed, "");
}
