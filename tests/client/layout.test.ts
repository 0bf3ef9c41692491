import { expect, test } from "vitest";
import { layOutYard } from "../../client/yard/layout.ts";
import { blockSpot, fileX, laneTypesOf, placeNow } from "../../client/yard/spots.ts";
import { YardMotion } from "../../client/yard/motion.ts";
import { placeTexts } from "../../client/views/parts/place-texts.ts";
import { place, PLACES, scenarioFrame } from "./fixture.ts";

const SIZE = { width: 830, height: 118 };

test("the same places and size give the same picture", () => {
  expect(layOutYard(PLACES, SIZE)).toEqual(layOutYard(PLACES, SIZE));
});

test("everything stands within the yard, on a desk and on a phone", () => {
  for (const [size, compact] of [
    [SIZE, false],
    [{ width: 300, height: 90 }, true],
  ] as const) {
    const layout = layOutYard(PLACES, size, compact);
    for (const { x, y, width, height } of layout.servers) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(size.width + 1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(size.height);
    }
    for (const { headX } of layout.lines) expect(headX).toBeLessThanOrEqual(size.width);
  }
});

test("every line and every server of the places is drawn", () => {
  const layout = layOutYard(PLACES, SIZE);
  expect(layout.servers).toHaveLength(PLACES.reduce((sum, { servers }) => sum + servers, 0));
  expect(layout.lines).toHaveLength(PLACES.reduce((sum, { lines }) => sum + lines.length, 0));
});

test("a full lane of the approach reaches back to its start, true to length", () => {
  const lane = layOutYard(PLACES, SIZE).lines.find((line) => line.kind === "file" && line.place === 2);
  if (lane?.kind !== "file") throw new Error("the approach has lanes");
  expect(fileX(lane, 136)).toBeCloseTo(lane.entryX - 1, 0);
});

test("a narrow yard keeps the line outside, the bridge and the booths", () => {
  const { columns } = layOutYard(PLACES, { width: 300, height: 90 }, true);
  expect(columns.map(({ stage }) => stage)).toEqual(["outside", "approach", "primary"]);
});

test("a network of plain stations is laid out too", () => {
  const layout = layOutYard([place("outside", "outside"), place("clerk", "station", { servers: 1 })], SIZE);
  expect(layout.servers).toHaveLength(1);
  expect(layout.columns.map(({ stage }) => stage)).toEqual(["outside", "clerk"]);
});

test("a block has no spot beyond its capacity", () => {
  const block = layOutYard(PLACES, SIZE).lines.find((line) => line.kind === "block");
  if (block?.kind !== "block") throw new Error("the line outside is a block");
  expect(blockSpot(block, 0)).not.toBeNull();
  expect(blockSpot(block, block.perColumn * block.columns)).toBeNull();
});

test("every truck of a frame is painted once, and between two frames nobody drives backwards", () => {
  const layout = layOutYard(PLACES, SIZE);
  const motion = new YardMotion(layout);
  motion.accept(scenarioFrame(0, 54_000_000), 54_000_000, 0);
  motion.accept(scenarioFrame(0, 54_024_000), 54_024_000, 200);
  const counts = [200, 300, 400].map((now) => motion.spots(now).length);
  expect(new Set(counts).size).toBe(1);
  const [before, after] = [motion.spots(250), motion.spots(350)];
  after.forEach((spot, index) => expect(spot.x).toBeGreaterThanOrEqual(before[index].x - 1e-6));
  expect(motion.isMoving(401)).toBe(false);
});

test("texts over narrow columns never touch", () => {
  const texts = [0, 20, 40, 60, 200].map((x, index) => ({ x, text: `column ${index}` }));
  const placed = placeTexts(texts, 300, (text) => text.length * 6, 2, 8);
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      if (one.row === other.row) expect(other.x).toBeGreaterThanOrEqual(one.x + one.width);
    }
  }
});

test("booths and their lanes serve whom the frame says, not whom they were built for", () => {
  const primary = PLACES[3]!;
  const told = `${"f".repeat(6)}${"g".repeat(9)}`;
  const fast = Array.from({ length: 15 }, (_, booth) => (booth < 6 ? "fast" : "general"));
  expect(laneTypesOf(primary, told)).toEqual(fast);
  expect(placeNow(primary, undefined, told).lines.map(({ serves }) => serves)).toEqual(fast);
  expect(laneTypesOf(primary, undefined).filter((serves) => serves === "fast")).toHaveLength(4);
});

test("a scanner that was added is laid out", () => {
  const nii = PLACES[4]!;
  expect(placeNow(nii, ".-.-b-", "").servers).toBe(nii.servers + 1);
});
