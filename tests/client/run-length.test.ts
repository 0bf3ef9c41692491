import { expect, test } from "vitest";
import { classLetter } from "../../shared/picture.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { classOf, decodeLine, leftFromHead, lineLength, markOf } from "../../client/yard/run-length.ts";

test("a coded line reads from head to tail with its runs written out", () => {
  expect(decodeLine("a3bA2")).toBe("aaabAA");
  expect(decodeLine("a12")).toBe("a".repeat(12));
  expect(decodeLine("")).toBe("");
});

test("a coded line's length is that of the decoded one", () => {
  for (const coded of ["", "a", "a3bA2", "N10q"]) expect(lineLength(coded)).toBe(decodeLine(coded).length);
});

test("every letter of a class reads back as that class", () => {
  FLOWS.forEach((flow, code) => {
    for (const fast of [false, true]) {
      for (const preInspected of [false, true]) {
        expect(classOf(classLetter(code, fast, preInspected))).toEqual({ flow, fast, preInspected });
      }
    }
  });
});

test("hazmat shows before FAST, and pre-inspection before FAST", () => {
  expect(markOf(classLetter(3, true, false))).toBe("hazmat");
  expect(markOf(classLetter(0, true, true))).toBe("preInspected");
  expect(markOf(classLetter(1, true, false))).toBe("fast");
  expect(markOf(classLetter(1, false, false))).toBe("empty");
});

test("those who left a line are the fewest that explain the new one", () => {
  expect(leftFromHead("abca", "bcaa")).toBe(1);
  expect(leftFromHead("abca", "abcab")).toBe(0);
  expect(leftFromHead("aaaa", "aa")).toBe(2);
  expect(leftFromHead("abc", "")).toBe(3);
});
