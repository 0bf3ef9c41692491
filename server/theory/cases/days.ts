/** Days, shifts and transients: levels at instants, over many days from the same beginning. */
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { arrivalsAndService } from "./sizes.ts";
import type { Case, Check, Size } from "../case.ts";

const days = (runs: number): Size => ({ runs, days: 1, stretches: 1 });

/** Just before the hour, so that a shift change of that instant has not happened yet. */
const waitingAt = (hour: number, exact: number, within?: number): Check => ({
  measure: { of: "waitingAt", place: "booths", atMs: hour * HOUR - 1 },
  exact,
  ...(within !== undefined && { within }),
});

const edges = (fromMs: number, untilMs: number, everyMs: number): readonly number[] =>
  Array.from({ length: Math.round((untilMs - fromMs) / everyMs) + 1 }, (_, i) => fromMs + i * everyMs);

const SHIFTS = [
  ["first free", "t02-shifts-first-free.yaml", 10.0546, 6.90691, 7.55755],
  ["named officers", "t02-shifts-named.yaml", 9.40691, 6.55165, 7.33025],
] as const;

export const DAYS: readonly Case[] = [
  {
    id: "T1 morning",
    file: "t01-day.yaml",
    source: "chain",
    quick: days(27_000),
    full: days(27_000),
    inputs: arrivalsAndService("booths", 1.5),
    windows: { edgesMs: edges(5 * HOUR, 7 * HOUR, 5 * MINUTE), memoryMs: HOUR },
    checks: [waitingAt(6, 0.237, 0.05), waitingAt(7, 1.676, 0.05)],
  },
  {
    id: "T1 day",
    file: "t01-day.yaml",
    source: "chain",
    quick: days(3_300),
    full: days(17_500),
    inputs: arrivalsAndService("booths", 1.5),
    windows: { edgesMs: edges(4 * HOUR, 16 * HOUR, HOUR), memoryMs: 6 * HOUR },
    checks: [waitingAt(8, 6.11), waitingAt(9, 12.799), waitingAt(10, 10.761), waitingAt(16, 4.802)],
  },
  ...SHIFTS.map(([rule, file, at10, at12, over12]): Case => ({
    id: `T2 ${rule}`,
    file,
    source: "chain",
    quick: days(3_700),
    full: days(20_000),
    inputs: arrivalsAndService("booths", 5),
    windows: { edgesMs: edges(0, 12 * HOUR, HOUR), memoryMs: 8 * HOUR },
    checks: [
      waitingAt(1, 1.96231),
      waitingAt(4, 3.28246),
      waitingAt(6, 10.2473),
      waitingAt(8, 15.1238),
      waitingAt(10, at10),
      waitingAt(12, at12),
      { measure: { of: "waitingUntil", place: "booths", atMs: 12 * HOUR }, exact: over12 },
    ],
  })),
  {
    id: "T3",
    file: "t03-mm1-from-empty.yaml",
    source: "chain",
    quick: days(1_500),
    full: days(7_500),
    inputs: arrivalsAndService("queue", 1),
    windows: {
      edgesMs: [0, 1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((minute) => minute * MINUTE),
      memoryMs: 100 * MINUTE,
    },
    checks: (
      [
        [1, 0.626143],
        [10, 2.5307],
        [50, 5.12248],
        [100, 6.44392],
      ] as const
    ).map(([minute, exact]): Check => ({ measure: { of: "insideAt", atMs: minute * MINUTE }, exact })),
  },
  {
    id: "T4",
    file: "t04-unlimited-servers.yaml",
    source: "infinite",
    // One day after the other: what stays from the day before is one vehicle in e²⁴.
    quick: { runs: 54, days: 100, stretches: 100 },
    full: { runs: 334, days: 100, stretches: 100 },
    checks: (
      [
        [0, 8.41],
        [6, 15.582],
        [12, 11.59],
        [18, 4.419],
      ] as const
    ).flatMap(([hour, exact]): Check[] => [
      { measure: { of: "insideAt", atMs: hour * HOUR }, exact },
      { measure: { of: "dispersionAt", atMs: hour * HOUR }, exact: 1 },
    ]),
  },
];
