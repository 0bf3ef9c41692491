/** Text into data that knows its places; whatever the text, an answer. */
import { describe, expect, test } from "vitest";
import { YAML_BOUNDS, readYaml } from "../../server/scenario/yaml.ts";
import { placeOf } from "../../shared/scenario/places.ts";
import type { Sourced } from "../../shared/scenario/places.ts";

function data(text: string): Sourced {
  const result = readYaml(text, "a.yaml");
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.data;
}

function codes(text: string): readonly string[] {
  const result = readYaml(text, "a.yaml");
  return result.ok ? [] : result.problems.map(({ code, line, column }) => `${line}:${column} ${code}`);
}

test("a value, a key and a list entry know their line and column", () => {
  const { places } = data("a:\n  b: [1, { c: x }]\n");
  expect(placeOf(places, ["a", "b", 0], "value")).toEqual({ file: "a.yaml", line: 2, column: 7 });
  expect(placeOf(places, ["a", "b", 1, "c"], "key")).toEqual({ file: "a.yaml", line: 2, column: 12 });
  expect(placeOf(places, ["a", "b", 1, "c"], "value")).toEqual({ file: "a.yaml", line: 2, column: 15 });
});

test("a missing key is told at the key of its map", () => {
  const { places } = data("a:\n  b: { c: 1 }\n");
  expect(placeOf(places, ["a", "b", "missing", "deeper"], "value")).toMatchObject({ line: 2, column: 3 });
});

test("JSON is read as YAML, tabs and all", () => {
  expect(data('{\n\t"a": [1, true, null],\n\t"b": "07:00"\n}').value).toEqual({
    a: [1, true, null],
    b: "07:00",
  });
});

test("a time of day stays a text, quoted or not", () => {
  expect(data('a: 10:00\nb: "10:00"\n10:30: 4 %').value).toEqual({ a: "10:00", b: "10:00", "10:30": "4 %" });
});

test("numbers as keys are taken as written", () => {
  expect(data("a: { 1: 2, 010: 3 }").value).toEqual({ a: { "1": 2, "010": 3 } });
});

test("an alias stands for its value and points at where that is written", () => {
  const read = data("a: &x\n  k: 1\nb: *x\n");
  expect(read.value).toEqual({ a: { k: 1 }, b: { k: 1 } });
  expect(placeOf(read.places, ["b", "k"], "value")).toMatchObject({ line: 2, column: 6 });
});

describe("is refused with its place:", () => {
  test.each([
    ["a tab as indent", "a:\n\tb: 1", ["2:1 CR-105"]],
    ["a tab, and not what follows from it", "a:\n  b: 1\n\tc: 2\nd: 3", ["3:1 CR-105"]],
    ["a key given twice", "a: 1\nb: 2\na: 3", ["3:1 CR-106"]],
    ["a tag that nobody knows", "a: !point 3", ["1:4 CR-110"]],
    ["a directive for another version", "%YAML 1.1\n---\na: 1", ["1:1 CR-110"]],
    ["a merge key", "a: &x { b: 1 }\nc: { <<: *x }", ["2:6 CR-110"]],
    ["a bracket that is never closed, where it opens", "a: 1\nb: { c: [1]\nd: 2", ["2:4 CR-107"]],
    ["an alias of nothing", "a: *b", ["1:4 CR-109"]],
    ["an alias within itself", "a: &x { b: *x }", ["1:12 CR-109"]],
    ["the prototype as a key", "a: { __proto__: { b: 1 } }", ["1:6 CR-113"]],
    ["a list as a key", "? [a]\n: 1", ["1:3 CR-115"]],
    ["an empty text", "", ["1:1 CR-114"]],
    ["a bare word", "hello", ["1:1 CR-114"]],
    ["a control sign", "a: \u0007", ["1:4 CR-104"]],
    [
      "an escape that a terminal would obey, in a value and a key",
      'a: "\\e[2J"\n"b\\e": 1',
      ["1:4 CR-104", "2:1 CR-104"],
    ],
    ["a second document", "a: 1\n---\nb: 2", ["2:1 CR-108"]],
  ])("%s", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe("what could exhaust the reader is refused in time:", () => {
  const lines = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  test.each([
    ["brackets a hundred thousand deep", "[".repeat(100_000)],
    ["braces with keys", "{a: ".repeat(40_000)],
    ["keys in keys on one line", `{${"a: ".repeat(60_000)}}`],
    ["dashes on one line", "- ".repeat(60_000)],
    ["question marks on one line", "? ".repeat(60_000)],
    [
      "aliases that multiply",
      `a0: &a0 [x, x]\n${lines(25, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}`,
    ],
    ["two hundred thousand values", `a: [${"1,".repeat(120_000)}]`],
    ["more than fits", `# ${"x".repeat(YAML_BOUNDS.bytes)}`],
    ["anchors on one line", `a: ${"&a ".repeat(60_000)}`],
    ["quotes left open", `a: ${"'\"".repeat(60_000)}`],
    ["nothing but commas", `[${",".repeat(200_000)}]`],
  ])("%s", { timeout: 30_000 }, (_, text) => {
    expect(codes(text)).not.toEqual([]);
  });
});

test("many keys are read in good time", { timeout: 5_000 }, () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n");
  expect(Object.keys(data(text).value as object)).toHaveLength(20_000);
});

test("brackets in quotes, comments and texts do not count as depth", () => {
  const marks = "[".repeat(40);
  expect(data(`a: "${marks}"\nb: '${marks}' # ${marks}\nc: it's fine`).value).toMatchObject({
    c: "it's fine",
  });
});

test("one warning tells of all times of day without quotes", () => {
  const result = readYaml('a: 10:00\nb: { 11:00: 1, "12:00": 2 }', "a.yaml");
  expect(result.ok && result.warnings).toMatchObject([
    { code: "CR-403", line: 1, column: 4, params: { count: 1 } },
  ]);
});
