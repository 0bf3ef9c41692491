import { expect, test } from "vitest";
import { rowValue } from "../../client/views/results/rows.ts";
import { wordsOf } from "../../client/views/words.ts";

test("a long wait and the ends of its interval are in the unit that stands beside them", () => {
  const said = [101, 121, 166].map((minutes) => rowValue(wordsOf("en"), { unit: "min" }, minutes));
  expect(said).toEqual(["101", "121", "166"]);
});
