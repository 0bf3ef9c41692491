import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Lifetime } from "../../server/run/lifetime.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("nothing is told of an experiment that has ended", () => {
  const tell = vi.fn<() => void>();
  const life = new Lifetime(100, tell);
  life.tellSoon();
  vi.advanceTimersByTime(200);
  expect(tell).toHaveBeenCalledTimes(1);

  life.tellSoon();
  life.end();
  life.tellSoon();
  life.tellNow();
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(life.signal.aborted).toBe(true);
});

test("work that fails after the end is no failure of the experiment", async () => {
  const failed = vi.fn<(error: unknown) => void>();
  const life = new Lifetime(100, vi.fn<() => void>());
  const { promise, reject } = Promise.withResolvers<void>();
  life.follow(promise, { told: vi.fn<() => void>(), failed });
  life.end();
  reject(new Error("its thread was taken"));
  await vi.advanceTimersByTimeAsync(1);
  expect(failed).not.toHaveBeenCalled();
  expect(life.status).toBe("cancelled");
});
