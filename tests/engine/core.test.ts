/** The memory of a compiled core: taken out, put into another one, and always zero where it is new. */
import { expect, test } from "vitest";
import { TIME_BACKWARDS } from "../../server/core/fault-codes.ts";
import { putIn, takeOut } from "../../server/engine/carry.ts";
import { Core } from "../../server/engine/core.ts";

const MIB = 1024 * 1024;

/** A core with a column of so many bytes, all of one value. */
function filled(bytes: number, value: number): { readonly core: Core; readonly at: number } {
  const core = new Core();
  const at = core.exports.room(bytes);
  core.bytes(at, bytes).fill(value);
  return { core, at };
}

test.each([
  ["smaller", 64],
  ["larger", 3 * MIB],
  ["as large", 2 * MIB],
])("a copy put into a core in which %s tables stood is that copy", (_, bytes) => {
  const { core: from, at } = filled(2 * MIB, 7);
  const { core: to } = filled(bytes, 9);
  putIn(takeOut(from), to);
  expect(to.exports.top()).toBe(from.exports.top());
  expect(Buffer.from(to.bytes(at, 2 * MIB)).equals(Buffer.alloc(2 * MIB, 7))).toBe(true);
  // What had stood beyond it is new room again.
  const next = to.exports.room(2 * MIB);
  expect(to.bytes(next, 2 * MIB).every((byte) => byte === 0)).toBe(true);
});

test("a column that was seen before the memory grew is the same column after it", () => {
  const core = new Core();
  const column = core.doubles(core.doublesOf([1, 2]), 2);
  const at = column.byteOffset;
  core.exports.room(8 * MIB);
  core.doubles(at, 2)[1] = 5;
  expect([...column]).toEqual([1, 5]);
});

test("a mistake is told in words, and by its number where there are none for it", () => {
  const core = new Core();
  const levels = core.exports.makeLevels(1);
  core.exports.changeLevel(levels, 0, 8, 1);
  expect(() => core.exports.changeLevel(levels, 0, 5, 1)).toThrow(
    `fault ${TIME_BACKWARDS} of the core: 8,5,0,0`,
  );
  core.explain({ [TIME_BACKWARDS]: (since, time) => `from ${since} back to ${time}` });
  expect(() => core.exports.changeLevel(levels, 0, 5, 1)).toThrow("from 8 back to 5");
});
