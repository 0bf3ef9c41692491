import { expect, test } from "vitest";
import { clockText, percent, signed, spanText, waitText } from "../../client/language/numbers.ts";

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("waits have a decimal below ten minutes, none above, and hours from two hours on", () => {
  expect(plain(waitText("en", 4.26))).toBe("4.3 min");
  expect(plain(waitText("en", 37.4))).toBe("37 min");
  expect(plain(waitText("en", 130))).toBe("2 h 10");
  expect(plain(waitText("en", 119.4))).toBe("119 min");
});

test("each language writes its own decimals", () => {
  expect(plain(waitText("es", 4.26))).toBe("4.3 min");
  expect(plain(waitText("fr", 4.26))).toBe("4,3 min");
  expect(plain(percent("fr", 0.125, 1))).toBe("12,5 %");
});

test("differences carry their sign, with a true minus", () => {
  expect(signed("en", -12.44)).toBe("\u221212.4");
  expect(signed("en", 3)).toBe("+3.0");
  expect(signed("en", 0)).toBe("0.0");
});

test("the port's clock counts 24 hours, and the end of the day is 24:00", () => {
  expect(clockText(14 * 3_600_000 + 32 * 60_000)).toBe("14:32");
  expect(clockText(24 * 3_600_000)).toBe("24:00");
  expect(clockText(25.5 * 3_600_000)).toBe("01:30");
});

test("lengths of time stay short", () => {
  expect(plain(spanText("en", 40 * 60_000))).toBe("40 min");
  expect(plain(spanText("en", 90 * 60_000))).toBe("1 h 30");
  expect(plain(spanText("en", 120 * 60_000))).toBe("2 h");
});
