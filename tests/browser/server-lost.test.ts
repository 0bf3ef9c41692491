/** The server dies without a word and comes back: the page says both, and goes on by itself. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeFolder } from "../protocol/page.ts";
import { launchChromium } from "./chromium.ts";
import { until, visitPage } from "./visit.ts";

const MAIN = fileURLToPath(new URL("./serve-small.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cruce-lost-"));

let browser: Browser;
let server: ChildProcess | null = null;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await kill();
  removeFolder(folder);
});

/** Gives the server's address. */
async function serve(port: string): Promise<string> {
  const child = spawn(process.execPath, [MAIN, port, folder], { stdio: ["ignore", "pipe", "inherit"] });
  server = child;
  const [line] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return line.trim();
}

async function kill(): Promise<void> {
  if (server === null || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGKILL");
  await ended;
}

test("a dead server is told within three seconds, and the same session goes on when it is back", async () => {
  const address = await serve("0");
  const visit = await visitPage(browser, address);
  await visit.clock.waitFor();
  const session = visit.page.url();
  const before = await visit.minutes();
  await until(async () => (await visit.minutes()) > before + 5);

  await kill();
  const status = visit.page.getByRole("status");
  await status
    .getByText(/^The server does not answer\. The picture is of \d\d:\d\d and old/)
    .waitFor({ timeout: 3_000 });

  const old = await visit.minutes();
  await serve(new URL(address).port);
  await status.getByText("The server is back; the picture is live again.").waitFor();
  expect(visit.page.url()).toBe(session);
  const back = await visit.minutes();
  // Of what was simulated in the last moments before the end, at most a little is simulated again.
  expect(back).toBeGreaterThan(old - 20);
  if (await visit.button("Play").isVisible()) await visit.button("Play").click();
  await until(async () => (await visit.minutes()) > back);
});
