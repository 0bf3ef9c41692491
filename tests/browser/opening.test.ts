/** The first minute of a visit: the shipped pair, live, with nobody else involved. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Shipped } from "../../server/web/shipped.ts";
import { openHouse, until } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  const shipped = new Shipped(new URL("../../scenarios", import.meta.url).pathname);
  house = await openHouse({ scenarios: shipped.pair() });
  visit = await house.open();
});
afterAll(() => house.close());

test("opening the page makes a session of one's own: the address is its control link", () => {
  expect(visit.page.url()).toMatch(/\/c\/[a-z0-9]{8,64}\?lang=en#[\w-]{16,}$/);
});

test("both scenarios of the shipped pair run on one clock that advances", async () => {
  const { page } = visit;
  await page.getByRole("navigation", { name: "Scenarios" }).getByText("World Trade Bridge today").waitFor();
  await page.getByRole("navigation", { name: "Scenarios" }).getByText("+ 1 shift of officers").waitFor();
  const before = await visit.minutes();
  await until(async () => (await visit.minutes()) > before + 2);
  await page.getByText("same trucks in A and B").waitFor();
});

test.each(["A", "B"])("the yard of %s shows trucks", async (label) => {
  const canvas = visit.page.getByRole("img", { name: `Picture of ${label}: every truck in its lane` });
  const painted = (): Promise<number> =>
    canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const pixels = (element as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height).data;
      let count = 0;
      for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha]! > 0) count += 1;
      return count;
    });
  // A truck is some 20 pixels: well over one of them.
  await until(async () => (await painted()) > 100);
});

test("a run at work lets the answer of many days come beside it", async () => {
  await visit.page.getByRole("heading", { name: /^A day in \d+ runs$/ }).waitFor();
  await visit.page.getByRole("table", { name: /^Means over \d+ days/ }).waitFor();
});

test("the page is told by its own server alone, and complains of nothing", () => {
  const own = new URL(house.server.url).host;
  const others = visit.addresses.filter(
    (address) => !address.startsWith("blob:") && new URL(address).host !== own,
  );
  expect(visit.addresses.some((address) => address.startsWith("ws://"))).toBe(true);
  expect(others).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

test("the page comes under a policy that lets in nothing inline and nothing foreign", async () => {
  const policy = (await fetch(house.server.url)).headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/default-src 'self'/);
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toMatch(/style-src 'self'(;|$)/);
  expect(policy).toMatch(/object-src 'none'/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});
