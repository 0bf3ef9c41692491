/** How many scanners a port needs, from what each does an hour: one fewer, and the queue forms there. */
import { describe, expect, test } from "vitest";
import { simulate } from "../port/simulate.ts";

/** 15 trucks an hour to a legacy unit, 80 to a drive-through portal. */
const LEGACY = "4 min";
const PORTAL = "45 s";

describe("portals that scan all of 500 trucks an hour before primary need 500/80 = 6.25", () => {
  const day = (scanners: number) =>
    simulate(
      {
        stages: {
          nii: { scanners, service: PORTAL },
          primary: { booths: { general: 20 }, line: "pooled", service: "100 s" },
        },
        arrivals: [{ from: "08:00", until: "10:00", every: "7200 ms" }],
      },
      { check: false },
    );

  test("so that with 7 nobody waits for one", () => {
    const { trips } = day(7);
    expect(trips).toHaveLength(1000);
    expect(trips.every(({ stays: [scan] }) => scan!.began === scan!.entered)).toBe(true);
  });

  test("and that with 6, which do 480, twenty more wait there each hour, and nobody at the booths", () => {
    const six = day(6);
    expect(six.waitingAt("nii", "09:59:59") - six.waitingAt("nii", "08:59:59")).toBe(20);
    expect(six.trips.every(({ stays: [, booth] }) => booth!.began === booth!.entered)).toBe(true);
  });
});

describe("legacy units that scan 80 of 500 trucks an hour after primary need 80/15 = 5.3", () => {
  const day = (scanners: number) =>
    simulate(
      {
        stages: {
          primary: { booths: { general: 20 }, line: "pooled", service: "100 s" },
          nii: { scanners, service: LEGACY, share: { all: "0 %", hazmat: "100 %" } },
        },
        arrivals: [
          { from: "08:00", until: "12:00", every: "1 min", count: 7 },
          { from: "08:00", until: "12:00", every: "45 s", flow: "hazmat" },
        ],
      },
      { check: false },
    );

  test("so that with 6 nobody waits for one longer than trucks come together", () => {
    const scans = day(6).trips.flatMap(({ stays }) => stays.filter(({ place }) => place === "nii"));
    expect(scans).toHaveLength(320);
    expect(Math.max(...scans.map(({ began, entered }) => began - entered))).toBeLessThan(60_000);
  });

  test("and that with 5, which do 75, five more wait each hour", () => {
    const five = day(5);
    const waiting = ["09:00", "10:00", "11:00", "12:00"].map((time) => five.waitingAt("nii", time));
    expect(waiting.map((count, i) => (i === 0 ? 5 : count - waiting[i - 1]!))).toEqual([5, 5, 5, 5]);
  });
});
