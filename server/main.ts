/**
 * `npm start`: the live server with the shipped pair, until Ctrl-C. Options win over the environment:
 * `--port` over PORT, `--host` over HOST.
 */
import { assertRuntime, enableCache } from "./runtime.ts";
import { parseArgs } from "node:util";
import { DEFAULT_HOST, DEFAULT_PORT, parsePort, serve } from "./web/serve.ts";

assertRuntime();
enableCache();

const USAGE = "usage: npm start -- [--port 4600] [--host 127.0.0.1]";
const WRONG_USE = 2;

function fail(reason: string): never {
  process.stderr.write(`${reason}\n${USAGE}\n`);
  process.exit(WRONG_USE);
}

function options(): { readonly port?: string | undefined; readonly host?: string | undefined } {
  try {
    return parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const given = options();
const portText = given.port ?? process.env["PORT"] ?? String(DEFAULT_PORT);
const port = parsePort(portText) ?? fail(`no such port: ${portText}`);
process.exitCode = await serve({ port, host: given.host ?? process.env["HOST"] ?? DEFAULT_HOST });
