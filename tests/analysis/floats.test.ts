import { expect, test } from "vitest";
import { floats } from "../../server/analysis/floats.ts";

test("arrays are as long as asked, all 0, and no two have a number in common, over many of them and of any length", () => {
  const arrays = Array.from({ length: 400 }, (_, i) => floats(i % 7 === 0 ? 1000 : (i * 37) % 1500));
  arrays.forEach((array, i) => {
    expect(array).toHaveLength(i % 7 === 0 ? 1000 : (i * 37) % 1500);
    expect(array.every((value) => value === 0)).toBe(true);
    array.fill(i + 1);
  });
  arrays.forEach((array, i) => {
    expect(array.every((value) => value === i + 1)).toBe(true);
  });
});
