/** Arrivals of a cell: how many, when, in what order, and that a larger demand keeps those of the smaller. */
import { describe, expect, test } from "vitest";
import { Core } from "../../server/engine/core.ts";
import type { CoreHost } from "../../server/engine/core-host.ts";
import { drawBy, mix, threefry } from "../../server/engine/draws.ts";
import type { DrawGenerator } from "../../server/engine/draws.ts";
import { HEIGHT, PoissonCell, startCells, TIME } from "../../server/engine/poisson-cell.ts";
import { deviateOfCorrelation, deviateOfCounts, mean, variance } from "./statistics.ts";

const QUARTER = 900_000;
const START = 25_200_000;

interface Arrival {
  readonly number: number;
  readonly time: number;
}

/** The cell of a core that draws by this generator. */
function cellUnder(generator: DrawGenerator = mix): PoissonCell {
  const core = new Core();
  drawBy(core, generator);
  const host: Pick<CoreHost, "absorb" | "uniform"> = {
    absorb(a, b, word) {
      const key = core.ints(core.exports.keyAt(), 2);
      key.set([a, b]);
      generator.absorb(key, 0, 0, word);
    },
    uniform: generator.uniform,
  };
  core.host = host as CoreHost;
  startCells(core);
  return new PoissonCell(core, 0);
}

function arrivals(cell: PoissonCell): Arrival[] {
  return Array.from({ length: cell.count }, (_, i) => ({ number: cell.numbers[i], time: cell.times[i] }));
}

function filled(expected: number, day: number, length = QUARTER, generator: DrawGenerator = mix): Arrival[] {
  const cell = cellUnder(generator);
  cell.fill(77, day, expected, START, length);
  return arrivals(cell);
}

describe.each([
  ["mix", mix],
  ["threefry", threefry],
])("under %s", (_, generator) => {
  test("vehicle k exists while the sum of its steps is below what is expected", () => {
    const keys = new Int32Array([77, 5, 0, 0]);
    const expected: Arrival[] = [];
    for (let k = 0, height = 0; ; k++) {
      generator.absorb(keys, 0, 2, k);
      height -= Math.log(generator.uniform(keys[2], keys[3], HEIGHT));
      if (height >= 60) break;
      const time = START + Math.floor(generator.uniform(keys[2], keys[3], TIME) * QUARTER);
      expected.push({ number: k, time });
    }
    expected.sort((a, b) => a.time - b.time || a.number - b.number);
    expect(filled(60, 5, QUARTER, generator)).toEqual(expected);
  });
});

describe("order", () => {
  test.each([0.5, 3, 40, 2500])(
    "with %d expected, times ascend within the cell and every k comes once",
    (expected) => {
      for (let day = 0; day < 20; day++) {
        const found = filled(expected, day);
        const times = found.map((arrival) => arrival.time);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.every((time) => Number.isInteger(time) && time >= START && time < START + QUARTER)).toBe(
          true,
        );
        const numbers = found.map((arrival) => arrival.number);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((__, i) => i));
      }
    },
  );

  test("arrivals of one millisecond are in the order of k", () => {
    const found = filled(500, 1, 20);
    expect(found.length).toBeGreaterThan(400);
    expect(found).toEqual(found.toSorted((a, b) => a.time - b.time || a.number - b.number));
  });

  test("a cell of one millisecond takes all at its start", () => {
    expect(new Set(filled(30, 1, 1).map((arrival) => arrival.time))).toEqual(new Set([START]));
  });

  test.each([1, 2, 3, 1023, 1024, 1025, QUARTER, 2 ** 31 - 1])(
    "in a cell of %d ms the largest draw is still inside",
    (length) => {
      const largest: DrawGenerator = { absorb: mix.absorb, uniform: () => 1 - 2 ** -53 };
      const found = filled(2 ** -50, 2, length, largest);
      expect(found.map((arrival) => arrival.time)).toEqual(
        Array.from({ length: 7 }, () => START + length - 1),
      );
    },
  );
});

describe("how many", () => {
  test("the numbers are Poisson", () => {
    const cells = 40_000;
    const expected = 3.7;
    const cell = cellUnder();
    const counts = Float64Array.from({ length: cells }, (_, day) =>
      cell.fill(77, day, expected, START, QUARTER),
    );
    expect(Math.abs(mean(counts) - expected) / Math.sqrt(expected / cells)).toBeLessThan(5);
    // Cells of 0 to 9 and of more, brought to equal likelihood by their expected numbers.
    let chiSquare = 0;
    let rest = cells;
    let probability = Math.exp(-expected);
    for (let n = 0; n < 10; n++) {
      const found = counts.filter((count) => count === n).length;
      chiSquare += (found - cells * probability) ** 2 / (cells * probability);
      rest -= found;
      probability *= expected / (n + 1);
    }
    expect(rest).toBeGreaterThan(0);
    // The 10 degrees of freedom pass 44 once in 300 000.
    expect(chiSquare).toBeLessThan(44);
  });

  test("large numbers are Poisson too: their variance is their mean", () => {
    const cell = cellUnder();
    const counts = Float64Array.from({ length: 4000 }, (_, day) => cell.fill(78, day, 200, START, QUARTER));
    expect(Math.abs(mean(counts) - 200) / Math.sqrt(200 / 4000)).toBeLessThan(5);
    expect(Math.abs(variance(counts) / mean(counts) - 1) / Math.sqrt(2 / 4000)).toBeLessThan(5);
  });

  test("nothing expected, nobody comes", () => {
    expect(filled(0, 3)).toEqual([]);
  });

  test("times are uniform in the cell, and its halves independent", () => {
    const cell = cellUnder();
    const slices = new Int32Array(90);
    const halves: [number[], number[]] = [[], []];
    let total = 0;
    for (let day = 0; day < 4000; day++) {
      total += cell.fill(79, day, 20, START, QUARTER);
      let early = 0;
      for (let i = 0; i < cell.count; i++) {
        slices[Math.floor((cell.times[i] - START) / 10_000)]++;
        if (cell.times[i] < START + QUARTER / 2) early++;
      }
      halves[0].push(early);
      halves[1].push(cell.count - early);
    }
    expect(Math.abs(deviateOfCounts(slices, total))).toBeLessThan(5);
    expect(Math.abs(deviateOfCorrelation(...halves))).toBeLessThan(5);
  });
});

describe("another demand", () => {
  test("a larger one keeps every vehicle of the smaller at its time, and adds others", () => {
    for (let day = 0; day < 50; day++) {
      const smaller = filled(40, day);
      const larger = filled(55, day);
      const kept = larger.filter((arrival) => arrival.number < smaller.length);
      expect(kept).toEqual(smaller);
      expect(larger.length).toBeGreaterThanOrEqual(smaller.length);
    }
  });

  test("a change within the cell, of which the times to come are kept, is Poisson at the new rate", () => {
    const cell = cellUnder();
    const change = START + QUARTER / 3;
    const counts = Float64Array.from({ length: 4000 }, (_, day) => {
      cell.fill(80, day, 30, START, QUARTER);
      const before = arrivals(cell).filter((arrival) => arrival.time < change).length;
      cell.fill(80, day, 90, START, QUARTER);
      return before + arrivals(cell).filter((arrival) => arrival.time >= change).length;
    });
    expect(Math.abs(mean(counts) - 70) / Math.sqrt(70 / 4000)).toBeLessThan(5);
    expect(Math.abs(variance(counts) / 70 - 1) / Math.sqrt(2 / 4000)).toBeLessThan(5);
  });

  test("a cell that was filled before, with more or fewer, gives what a fresh one gives", () => {
    const cell = cellUnder();
    for (const [expected, day] of [
      [3, 1],
      [4000, 2],
      [0, 3],
      [50, 4],
      [4000, 2],
    ] as const) {
      expect(cell.fill(77, day, expected, START, QUARTER)).toBe(cell.count);
      expect(arrivals(cell)).toEqual(filled(expected, day));
    }
  });
});

test.each([
  [-1, QUARTER, "a cell expects a finite number of arrivals, got -1"],
  [NaN, QUARTER, "a cell expects a finite number of arrivals, got NaN"],
  [Infinity, QUARTER, "a cell expects a finite number of arrivals, got Infinity"],
  [5, 0, "a cell lasts a whole number of milliseconds, got 0"],
  [5, 0.5, "a cell lasts a whole number of milliseconds, got 0.5"],
])("%d expected in %d ms is refused", (expected, length, message) => {
  expect(() => filled(expected, 1, length)).toThrow(message);
});
