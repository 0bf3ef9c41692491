/** A page opened from a file, with what it complains of and whom it asks. */
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

export type OpenedFile = {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly addresses: readonly string[];
};

export async function openFile(browser: Browser, file: string, width = 1280): Promise<OpenedFile> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  const addresses: string[] = [];
  page.on("console", (message) => void complaints.push(message.text()));
  page.on("pageerror", (error) => void complaints.push(error.message));
  page.on("request", (request) => void addresses.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, complaints, addresses };
}
