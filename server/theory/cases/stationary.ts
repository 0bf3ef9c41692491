/** Queues in their stationary state. */
import type { Case, Check, Who } from "../case.ts";
import { MANY_STRETCHES, STRETCHES, arrivalsAndService, customers } from "./sizes.ts";
import type { Millions, Stretches } from "./sizes.ts";

const wait = (place: string, exact: number, more: { who?: Who; quantile?: number } = {}): Check => ({
  measure: { of: "wait", place, ...more },
  exact,
});
const timeInside = (exact: number, who?: Who): Check => ({
  measure: { of: "timeInside", ...(who === undefined ? {} : { who }) },
  exact,
});

/** Few, since a quantile of a short stretch leans to one side. */
const QUANTILE_STRETCHES: Stretches = [10, 10];

function stretchesOf(servers: number, load: number): Stretches {
  // Hardly anybody waits, so that what waits there are differ much from stretch to stretch.
  if (servers === 15 && load === 50) return [40, 40];
  return servers < 8 && load === 90 ? STRETCHES : MANY_STRETCHES;
}

/** Where service is drawn, and takes a minute on average. */
const MINUTE_SERVICE = arrivalsAndService("queue", 1);

/** Mean wait of M/M/c in units of the mean service time, by servers and load. */
const MMC: readonly (readonly [
  servers: number,
  load: number,
  exact: number,
  millions: Millions,
  within?: number,
])[] = [
  [2, 50, 0.333333, [0.35, 0.85]],
  [2, 80, 1.777778, [0.4, 2]],
  [2, 90, 4.263158, [1.4, 7.5]],
  [4, 50, 0.0869565, [0.4, 2.3]],
  [4, 80, 0.745541, [0.5, 3]],
  [4, 90, 1.969383, [1.5, 8.3]],
  [8, 50, 0.014761, [1.45, 8.5]],
  [8, 80, 0.286028, [0.8, 4.5]],
  [8, 90, 0.876916, [2.4, 13.5]],
  [15, 50, 0.00150566, [8.8, 8.8], 0.05],
  [15, 80, 0.106397, [1.2, 7.3]],
  [15, 90, 0.401753, [2, 11.5]],
];

export const STATIONARY: readonly Case[] = [
  {
    id: "Q1",
    file: "q01-mm1.yaml",
    source: "closedForm",
    ...customers([2.8, 18], 0.9, QUANTILE_STRETCHES),
    inputs: MINUTE_SERVICE,
    checks: [
      wait("queue", 9),
      timeInside(10),
      { measure: { of: "waiting", place: "queue" }, exact: 8.1 },
      wait("queue", 21.9722, { quantile: 0.9 }),
      wait("queue", 28.9037, { quantile: 0.95 }),
    ],
  },
  ...MMC.map(([servers, load, exact, millions, within]): Case => ({
    id: `Q2 c=${servers} ρ=${load} %`,
    file: `q02-mm${servers}-load-${load}.yaml`,
    source: "erlangC",
    ...customers(millions, (servers * load) / 100, stretchesOf(servers, load)),
    inputs: MINUTE_SERVICE,
    checks: [{ ...wait("queue", exact), ...(within !== undefined && { within }) }],
  })),
  {
    id: "Q3",
    file: "q03-mm20.yaml",
    source: "erlangC",
    ...customers([5, 29], 18, QUANTILE_STRETCHES),
    inputs: MINUTE_SERVICE,
    checks: [
      { measure: { of: "waited", place: "queue" }, exact: 0.550769 },
      wait("queue", 0.275385),
      { measure: { of: "waiting", place: "queue" }, exact: 4.95692 },
      wait("queue", 1.19965, { quantile: 0.95 }),
    ],
  },
  {
    id: "Q4 shared",
    file: "q04-shared-line.yaml",
    source: "erlangC",
    ...customers([0.95, 5.2], 0.1, MANY_STRETCHES),
    inputs: arrivalsAndService("queue", 80),
    checks: [wait("queue", 16.3672)],
  },
  {
    id: "Q4 random",
    file: "q04-random-lines.yaml",
    source: "closedForm",
    ...customers([0.7, 2.4], 0.1, [4, 8]),
    inputs: arrivalsAndService("queue", 80),
    checks: [wait("queue", 320)],
  },
  ...(
    [
      ["deterministic", 2, [0.35, 1.2]],
      ["erlang-4", 2.5, [0.35, 1.3]],
      ["erlang-2", 3, [0.4, 1.5]],
      ["exponential", 4, [0.45, 1.6]],
      ["lognormal", 6.5, [0.95, 4.9]],
      ["uniform", 2.16667, [0.35, 1.2]],
    ] as const
  ).map(([name, exact, millions]): Case => ({
    id: `Q5 ${name}`,
    file: `q05-mg1-${name}.yaml`,
    source: "pollaczek",
    ...customers(millions, 0.8),
    inputs: name === "deterministic" ? [{ of: "arrivals" }] : MINUTE_SERVICE,
    checks: [wait("queue", exact)],
  })),
  ...(
    [
      [1, 4.5, [0.65, 3.4]],
      [2, 2.14692, [0.7, 3.6]],
      [5, 0.776695, [0.65, 3.6]],
      [10, 0.344582, [0.8, 4.3]],
    ] as const
  ).map(([servers, exact, millions]): Case => ({
    id: `Q6 c=${servers}`,
    file: `q06-md${servers}.yaml`,
    source: "crommelin",
    ...customers(millions, 0.9 * servers),
    inputs: [{ of: "arrivals" }],
    checks: [wait("queue", exact)],
  })),
  ...(
    [
      [2, 80, 1.3424, [0.4, 1.6]],
      [3, 80, 0.8183, [0.4, 1.6]],
      [4, 80, 0.5677, [0.4, 2]],
      [2, 90, 3.2073, [1.2, 6.4]],
      [3, 90, 2.0534, [1.2, 6.6]],
      [4, 90, 1.4873, [1.1, 6.2]],
    ] as const
  ).map(([servers, load, exact, millions]): Case => ({
    id: `Q7 c=${servers} ρ=${load} %`,
    file: `q07-me2-${servers}-load-${load}.yaml`,
    source: "chain",
    ...customers(millions, (servers * load) / 100),
    inputs: MINUTE_SERVICE,
    checks: [wait("queue", exact)],
  })),
  {
    id: "Q8 twos",
    file: "q08-batches-of-2.yaml",
    source: "batches",
    ...customers([0.5, 1.7], 0.8),
    inputs: MINUTE_SERVICE,
    checks: [timeInside(7.5)],
  },
  {
    id: "Q8 one to three",
    file: "q08-batches-of-1-to-3.yaml",
    source: "batches",
    ...customers([0.55, 2], 0.8),
    inputs: MINUTE_SERVICE,
    checks: [timeInside(8.33333)],
  },
  {
    id: "Q9",
    file: "q09-loss.yaml",
    source: "closedForm",
    ...customers([0.35, 0.65], 3),
    inputs: arrivalsAndService("queue", 0.25),
    checks: [
      { measure: { of: "turnedAway" }, exact: 0.0493601 },
      { measure: { of: "inside" }, exact: 0.76234 },
      wait("queue", 0.0173077),
    ],
  },
  {
    id: "Q10 dedicated",
    file: "q10-dedicated.yaml",
    source: "erlangC",
    ...customers([1.8, 8.8], 1.25, MANY_STRETCHES),
    inputs: arrivalsAndService("primary", 1.8),
    checks: [
      wait("primary", 5.71, { who: "general" }),
      wait("primary", 1.85, { who: "fast" }),
      wait("primary", 4.84),
    ],
  },
  {
    id: "Q10 pooled",
    file: "q10-pooled.yaml",
    source: "erlangC",
    ...customers([0.48, 2.3], 1.25, MANY_STRETCHES),
    inputs: arrivalsAndService("primary", 1.8),
    checks: [wait("primary", 1.36)],
  },
  {
    id: "Q10 FAST first",
    file: "q10-fast-first.yaml",
    source: "cobham",
    ...customers([0.48, 2.5], 1.25, MANY_STRETCHES),
    inputs: arrivalsAndService("primary", 1.8),
    checks: [
      wait("primary", 1.64, { who: "general" }),
      wait("primary", 0.41, { who: "fast" }),
      wait("primary", 1.36),
    ],
  },
  {
    id: "Q11 M/M/1",
    file: "q11-priority-1.yaml",
    source: "cobham",
    ...customers([0.4, 1.5], 0.8),
    inputs: MINUTE_SERVICE,
    checks: [timeInside(2, "fast"), timeInside(6, "general")],
  },
  {
    id: "Q11 M/M/8",
    file: "q11-priority-8.yaml",
    source: "cobham",
    ...customers([2.2, 10.5], 7.2, MANY_STRETCHES),
    inputs: MINUTE_SERVICE,
    checks: [wait("queue", 0.103167, { who: "fast" }), wait("queue", 1.03167, { who: "general" })],
  },
  {
    id: "Q12",
    file: "q12-balking.yaml",
    source: "closedForm",
    ...customers([0.35, 0.7], 5),
    inputs: arrivalsAndService("queue", 0.1),
    checks: [
      { measure: { of: "inside" }, exact: 0.810955 },
      { measure: { of: "turnedAway" }, exact: 0.0435669 },
      timeInside(0.169579),
    ],
  },
  {
    id: "Q13",
    file: "q13-patience.yaml",
    source: "erlangA",
    ...customers([0.35, 0.35], 10),
    inputs: MINUTE_SERVICE,
    checks: [
      { measure: { of: "gaveUp" }, exact: 0.157687 },
      // Of those served: (0.75794 − 0.157687) / (1 − 0.157687), since whoever gives up has waited.
      { measure: { of: "waited", place: "queue" }, exact: 0.712625 },
      { measure: { of: "waiting", place: "queue" }, exact: 3.15375 },
    ],
  },
];
