/**
 * A reader's visit to the page: a real server on a free port, one browser a file of tests, and a page that
 * remembers what it complained of, whom it asked and which frames it heard. Conditions are waited for, never a time.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { Frame } from "../../shared/protocol.ts";
import { startTestServer } from "../protocol/page.ts";
import type { TestOptions, TestServer } from "../protocol/page.ts";
import { launchChromium } from "./chromium.ts";
import { violationsOf } from "./violations.ts";

const CLIENT = new URL("../../dist/client", import.meta.url).pathname;

/** What is asked for again until it holds; the test's own time limit ends the waiting. */
const ASK_EVERY_MS = 25;

/** A machine with other work may be slow; what must be fast is asked for with a limit of its own. */
const PATIENCE_MS = 50_000;

/** Calm pictures leave the machine to what is tested. */
const DESK: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: "en-US",
  reducedMotion: "reduce",
};

export class Visit {
  readonly page: Page;
  /** Errors of the console and of scripts, in order. */
  readonly complaints: string[] = [];
  /** Every address that was asked for, sockets included. */
  readonly addresses: string[] = [];
  readonly frames: Frame[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => this.addresses.push(request.url()));
    page.on("websocket", (socket) => {
      this.addresses.push(socket.url());
      socket.on("framereceived", ({ payload }) => this.#hear(String(payload)));
    });
  }

  /** The clock as it is read. */
  get clock(): Locator {
    return this.page.getByRole("time");
  }

  async reads(time: string): Promise<void> {
    await this.clock.filter({ hasText: time }).waitFor();
  }

  /** Minutes since midnight on the clock. */
  async minutes(): Promise<number> {
    const [hours, minutes] = ((await this.clock.textContent()) ?? "").split(":");
    return 60 * Number(hours) + Number(minutes);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** Stands still at a time of the day, given as its clock reads it. */
  async standAt(time: string): Promise<void> {
    // Before the first picture the page does not know yet that it plays.
    await until(() => this.frames.length > 0);
    if (this.frames.at(-1)!.playing) await this.button("Pause").click();
    await this.button("Play").waitFor();
    await this.jumpTo(time);
  }

  async jumpTo(time: string): Promise<void> {
    const [hours, minutes] = time.split(":");
    const ms = (60 * Number(hours) + Number(minutes)) * 60_000;
    const day = this.page.getByRole("slider", { name: "Time of day" });
    await day.fill(String(ms));
    await day.blur();
    await this.reads(time);
  }

  /** That many more pictures of the run have come, so that what should have moved has had its chance. */
  async moreFrames(count: number): Promise<void> {
    const enough = this.frames.length + count;
    await until(() => this.frames.length >= enough);
  }

  #hear(payload: string): void {
    if (!payload.startsWith('42["frame",')) return;
    const [, frame] = JSON.parse(payload.slice(2)) as [string, Frame];
    this.frames.push(frame);
  }
}

/** A server and a browser for one file of tests. */
export class House {
  readonly server: TestServer;
  readonly browser: Browser;

  constructor(server: TestServer, browser: Browser) {
    this.server = server;
    this.browser = browser;
  }

  /** A reader of its own: nothing is shared with others, not even what the browser keeps. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    return visitPage(this.browser, this.server.url + path, options);
  }

  /** Whoever comes first has a session made and holds its control link. */
  async open(options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = await this.visit("/", options);
    await visit.clock.waitFor();
    return visit;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.end();
  }
}

export async function visitPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ ...DESK, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const visit = new Visit(await context.newPage());
  await visit.page.goto(address);
  return visit;
}

export const leave = (visit: Visit): Promise<void> => visit.page.context().close();

/** A server with the built page; what is not said otherwise is small. */
export const smallServer = (options: TestOptions = {}): Promise<TestServer> =>
  startTestServer({ clientFolder: CLIENT, ...options });

export async function openHouse(options: TestOptions = {}): Promise<House> {
  const [server, browser] = await Promise.all([smallServer(options), launchChromium()]);
  return new House(server, browser);
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(ASK_EVERY_MS);
}

/** The link to watch, as the page offers it. */
export async function watchLinkOf({ page }: Visit): Promise<string> {
  const share = page.getByRole("button", { name: "Share", exact: true });
  await share.click();
  const link = await page.getByRole("textbox", { name: "Watch link" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** What a machine finds wrong with the access to a page that weighs too much to leave, each with its place. */
export async function flawsOf({ page }: Visit): Promise<string[]> {
  const violations = await violationsOf(page);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
}
