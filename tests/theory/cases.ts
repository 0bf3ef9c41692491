/**
 * Models with known answers: the scenario, how much to simulate, what to measure, the exact value.
 *
 * `days` are the counted days of one run; a stationary case takes 20 long runs, never many short ones
 * from empty. Quick sizes aim at a 99 % half-width below 5 % of the value (9 % for the longest), full ones
 * below 2 %; `within` says where a value is harder than its case, as [quick, full].
 */
import { HOUR, MINUTE } from "../../shared/units.ts";
import type { Measure } from "./measures.ts";

export type Check = {
  readonly measure: Measure;
  readonly exact: number;
  /** Largest 99 % half-width as a share of the value, quick and full. */
  readonly within?: readonly [number, number];
};
export type Size = { readonly runs: number; readonly days: number };
export type Case = {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly quick: Size;
  readonly full: Size;
  /** Of the day counted, where only its levels at instants are wanted; ms. */
  readonly untilMs?: number;
  readonly checks: readonly Check[];
};

const LONG_RUNS = 20;
const MINUTES_A_DAY = 1_440;

/** Quick limits of the cases that would take the longest; they are held to 2 % in full as all others. */
const HEAVY: readonly [number, number] = [0.09, 0.02];

/** Sizes of a stationary case from the customers it needs in full, in millions; quick takes a sixth, or a part of its own. */
const customers = (millions: number, perMinute: number, part = 1 / 6) => {
  const days = (millions * 1e6) / (LONG_RUNS * perMinute * MINUTES_A_DAY);
  const size = (share: number): Size => ({ runs: LONG_RUNS, days: Math.max(1, Math.ceil(days * share)) });
  return { quick: size(part), full: size(1) };
};

const wait = (
  place: string,
  exact: number,
  more: { who?: "fast" | "general"; quantile?: number } = {},
  within?: readonly [number, number],
): Check => ({
  measure: { of: "wait", place, ...more },
  exact,
  ...(within === undefined ? {} : { within }),
});
const timeInside = (exact: number, who?: "fast" | "general"): Check => ({
  measure: { of: "timeInside", ...(who === undefined ? {} : { who }) },
  exact,
});
const waitingAt = (hour: number, exact: number, within?: readonly [number, number]): Check => ({
  // Just before the instant, so that a shift change of that instant has not happened yet.
  measure: { of: "waitingAt", place: "booths", atMs: hour * HOUR - 1 },
  exact,
  ...(within === undefined ? {} : { within }),
});

const ERLANG_C = "Erlang's second formula";
const POLLACZEK = "Pollaczek–Khinchine";
const CHAIN = "Markov chain, solved numerically";

/** Mean wait of M/M/c in units of the mean service time, by servers and load; millions of customers in full. */
const MMC: readonly (readonly [
  servers: number,
  load: number,
  exact: number,
  millions: number,
  within?: readonly [number, number],
])[] = [
  [2, 50, 0.333333, 3],
  [2, 80, 1.777778, 5],
  [2, 90, 4.263158, 15, HEAVY],
  [4, 50, 0.0869565, 4],
  [4, 80, 0.745541, 6],
  [4, 90, 1.969383, 15, HEAVY],
  [8, 50, 0.014761, 8, HEAVY],
  [8, 80, 0.286028, 8],
  [8, 90, 0.876916, 18, HEAVY],
  [15, 50, 0.00150566, 12, [0.2, 0.05]],
  [15, 80, 0.106397, 9, HEAVY],
  [15, 90, 0.401753, 24, HEAVY],
];

export const CASES: readonly Case[] = [
  {
    id: "Q1",
    file: "q01-mm1.yaml",
    source: "M/M/1, closed form",
    ...customers(20, 0.9, 1 / 8),
    checks: [
      wait("queue", 9),
      timeInside(10),
      { measure: { of: "waiting", place: "queue" }, exact: 8.1 },
      wait("queue", 21.9722, { quantile: 0.9 }, HEAVY),
      wait("queue", 28.9037, { quantile: 0.95 }, HEAVY),
    ],
  },
  ...MMC.map(([servers, load, exact, millions, within]): Case => ({
    id: `Q2 c=${servers} ρ=${load} %`,
    file: `q02-mm${servers}-load-${load}.yaml`,
    source: ERLANG_C,
    ...customers(millions, (servers * load) / 100, within === undefined ? 1 / 6 : 1 / 15),
    checks: [wait("queue", exact, {}, within)],
  })),
  {
    id: "Q3",
    file: "q03-mm20.yaml",
    source: ERLANG_C,
    ...customers(33, 18, 1 / 12),
    checks: [
      { measure: { of: "waited", place: "queue" }, exact: 0.550769 },
      wait("queue", 0.275385, {}, HEAVY),
      { measure: { of: "waiting", place: "queue" }, exact: 4.95692, within: HEAVY },
      wait("queue", 1.19965, { quantile: 0.95 }, HEAVY),
    ],
  },
  {
    id: "Q4 shared",
    file: "q04-shared-line.yaml",
    source: ERLANG_C,
    ...customers(9, 0.1),
    checks: [wait("queue", 16.3672)],
  },
  {
    id: "Q4 random",
    file: "q04-random-lines.yaml",
    source: "M/M/1, closed form",
    ...customers(6, 0.1),
    checks: [wait("queue", 320)],
  },
  ...(
    [
      ["deterministic", 2, 4],
      ["erlang-4", 2.5, 5],
      ["erlang-2", 3, 5],
      ["exponential", 4, 6],
      ["lognormal", 6.5, 20],
      ["uniform", 2.16667, 4],
    ] as const
  ).map(([name, exact, millions]): Case => ({
    id: `Q5 ${name}`,
    file: `q05-mg1-${name}.yaml`,
    source: POLLACZEK,
    ...customers(millions, 0.8),
    checks: [wait("queue", exact)],
  })),
  ...(
    [
      [1, 4.5, 9],
      [2, 2.14692, 12],
      [5, 0.776695, 15],
      [10, 0.344582, 18],
    ] as const
  ).map(([servers, exact, millions]): Case => ({
    id: `Q6 c=${servers}`,
    file: `q06-md${servers}.yaml`,
    source: "Crommelin, solved numerically",
    ...customers(millions, 0.9 * servers, 1 / 12),
    checks: [wait("queue", exact, {}, HEAVY)],
  })),
  ...(
    [
      [2, 80, 1.3424, 5],
      [3, 80, 0.8183, 5],
      [4, 80, 0.5677, 6],
      [2, 90, 3.2073, 12],
      [3, 90, 2.0534, 12],
      [4, 90, 1.4873, 14],
    ] as const
  ).map(([servers, load, exact, millions]): Case => ({
    id: `Q7 c=${servers} ρ=${load} %`,
    file: `q07-me2-${servers}-load-${load}.yaml`,
    source: CHAIN,
    ...customers(millions, (servers * load) / 100, 1 / 10),
    checks: [wait("queue", exact, {}, HEAVY)],
  })),
  {
    id: "Q8 twos",
    file: "q08-batches-of-2.yaml",
    source: "batch arrivals, closed form",
    ...customers(6, 0.8),
    checks: [timeInside(7.5)],
  },
  {
    id: "Q8 one to three",
    file: "q08-batches-of-1-to-3.yaml",
    source: "batch arrivals, closed form",
    ...customers(6, 0.8),
    checks: [timeInside(8.33333)],
  },
  {
    id: "Q9",
    file: "q09-loss.yaml",
    source: "M/M/2/3, closed form",
    ...customers(6, 3),
    checks: [
      { measure: { of: "turnedAway" }, exact: 0.0493601 },
      { measure: { of: "inside" }, exact: 0.76234 },
      wait("queue", 0.0173077),
    ],
  },
  {
    id: "Q10 dedicated",
    file: "q10-dedicated.yaml",
    source: ERLANG_C,
    ...customers(20, 1.25, 1 / 12),
    checks: [
      wait("primary", 5.71, { who: "general" }, HEAVY),
      wait("primary", 1.85, { who: "fast" }),
      wait("primary", 4.84, {}, HEAVY),
    ],
  },
  {
    id: "Q10 pooled",
    file: "q10-pooled.yaml",
    source: ERLANG_C,
    ...customers(6, 1.25),
    checks: [wait("primary", 1.36)],
  },
  {
    id: "Q10 FAST first",
    file: "q10-fast-first.yaml",
    source: "Cobham",
    ...customers(6, 1.25),
    checks: [
      wait("primary", 1.64, { who: "general" }),
      wait("primary", 0.41, { who: "fast" }),
      wait("primary", 1.36),
    ],
  },
  {
    id: "Q11 M/M/1",
    file: "q11-priority-1.yaml",
    source: "Cobham",
    ...customers(7, 0.8),
    checks: [timeInside(2, "fast"), timeInside(6, "general")],
  },
  {
    id: "Q11 M/M/8",
    file: "q11-priority-8.yaml",
    source: "Cobham",
    ...customers(24, 7.2, 1 / 15),
    checks: [wait("queue", 0.103167, { who: "fast" }), wait("queue", 1.03167, { who: "general" }, HEAVY)],
  },
  {
    id: "Q12",
    file: "q12-balking.yaml",
    source: "birth and death, closed form",
    ...customers(6, 5),
    checks: [
      { measure: { of: "inside" }, exact: 0.810955 },
      { measure: { of: "turnedAway" }, exact: 0.0435669 },
      timeInside(0.169579),
    ],
  },
  {
    id: "Q13",
    file: "q13-patience.yaml",
    source: "Erlang A, numerically",
    ...customers(6, 10),
    checks: [
      { measure: { of: "gaveUp" }, exact: 0.157687 },
      // Of those served: (0.75794 − 0.157687) / (1 − 0.157687), since whoever gives up has waited.
      { measure: { of: "waited", place: "queue" }, exact: 0.712625 },
      { measure: { of: "waiting", place: "queue" }, exact: 3.15375 },
    ],
  },
  {
    id: "N1",
    file: "n01-four-stages.yaml",
    source: "Jackson network",
    ...customers(13, 1),
    checks: [
      timeInside(41.8488),
      wait("first", 3.002547, {}, [0.06, 0.02]),
      wait("second", 3.244557, {}, [0.06, 0.02]),
      wait("third", 48.826566, {}, [0.15, 0.05]),
      wait("fourth", 2.795589, {}, [0.06, 0.02]),
    ],
  },
  {
    id: "N2",
    file: "n02-primary-secondary.yaml",
    source: "Jackson network",
    ...customers(16, 2.5),
    checks: [wait("booths", 0.554), wait("bays", 2.39, {}, HEAVY), timeInside(5.152)],
  },
  {
    id: "N3",
    file: "n03-two-in-series.yaml",
    source: CHAIN,
    ...customers(6, 0.5),
    checks: [timeInside(5.6), { measure: { of: "blocked", place: "first" }, exact: 0.2 }],
  },
  ...(
    [
      [0, 0.666667],
      [1, 0.75],
      [2, 0.8],
      [5, 0.875],
    ] as const
  ).map(([between, exact]): Case => ({
    id: `N4 room ${between}`,
    file: `n04-always-busy-room-${between}.yaml`,
    source: "closed form",
    ...customers(4, 4),
    checks: [{ measure: { of: "throughput" }, exact }],
  })),
  {
    id: "T1",
    file: "t01-day.yaml",
    source: CHAIN,
    quick: { runs: 2_000, days: 1 },
    full: { runs: 46_500, days: 1 },
    untilMs: 16 * HOUR,
    checks: [
      waitingAt(6, 0.237, [0.25, 0.05]),
      waitingAt(7, 1.676, [0.15, 0.05]),
      waitingAt(8, 6.11, HEAVY),
      waitingAt(9, 12.799, HEAVY),
      waitingAt(10, 10.761, HEAVY),
      waitingAt(16, 4.802, [0.12, 0.02]),
    ],
  },
  ...(
    [
      ["first free", "t02-shifts-first-free.yaml", 10.0546, 6.90691],
      ["named officers", "t02-shifts-named.yaml", 9.40691, 6.55165],
    ] as const
  ).map(([rule, file, at10, at12]): Case => ({
    id: `T2 ${rule}`,
    file,
    source: CHAIN,
    quick: { runs: 6_000, days: 1 },
    full: { runs: 40_000, days: 1 },
    untilMs: 12 * HOUR,
    checks: [
      waitingAt(1, 1.96231),
      waitingAt(4, 3.28246),
      waitingAt(6, 10.2473),
      waitingAt(8, 15.1238),
      waitingAt(10, at10),
      waitingAt(12, at12, [0.06, 0.03]),
    ],
  })),
  {
    id: "T3",
    file: "t03-mm1-from-empty.yaml",
    source: "transient M/M/1, numerically",
    quick: { runs: 6_000, days: 1 },
    full: { runs: 40_000, days: 1 },
    untilMs: 100 * MINUTE,
    checks: [
      { measure: { of: "insideAt", atMs: 1 * MINUTE }, exact: 0.626143 },
      { measure: { of: "insideAt", atMs: 10 * MINUTE }, exact: 2.5307 },
      { measure: { of: "insideAt", atMs: 50 * MINUTE }, exact: 5.12248 },
      { measure: { of: "insideAt", atMs: 100 * MINUTE }, exact: 6.44392 },
    ],
  },
  {
    id: "T4",
    file: "t04-unlimited-servers.yaml",
    source: "Eick, Massey and Whitt 1993",
    quick: { runs: 2_500, days: 1 },
    full: { runs: 36_000, days: 1 },
    untilMs: 18 * HOUR,
    checks: (
      [
        [0, 8.41],
        [6, 15.582],
        [12, 11.59],
        [18, 4.419],
      ] as const
    ).flatMap(([hour, exact]): Check[] => [
      { measure: { of: "insideAt", atMs: hour * HOUR }, exact },
      { measure: { of: "dispersionAt", atMs: hour * HOUR }, exact: 1, within: [0.08, 0.02] },
    ]),
  },
];
