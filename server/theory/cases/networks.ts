/** Stations one after the other, with and without room between them. */
import type { Case, Check, Input } from "../case.ts";
import { MANY_STRETCHES, arrivalsAndService, customers } from "./sizes.ts";

const waitWith = (place: string, exact: number, inputs: readonly Input[]): Check => ({
  measure: { of: "wait", place },
  exact,
  inputs,
});

/** What goes into a station within a network: a share of all vehicles, and how long they take. */
const visitsAndService = (place: string, share: number, minutes: number): readonly Input[] => [
  { of: "visits", place, share },
  { of: "service", place, minutes },
];

export const NETWORKS: readonly Case[] = [
  {
    id: "N1",
    file: "n01-four-stages.yaml",
    source: "jackson",
    ...customers([8.5, 8.5], 1, [5, 5]),
    checks: [
      { measure: { of: "timeInside" }, exact: 41.8488 },
      waitWith("first", 3.002547, visitsAndService("first", 1, 8.5)),
      waitWith("second", 3.244557, visitsAndService("second", 1, 6.8)),
      { ...waitWith("third", 48.826566, visitsAndService("third", 0.08, 42.5)), within: 0.05 },
      waitWith("fourth", 2.795589, visitsAndService("fourth", 1, 10.2)),
    ],
  },
  {
    id: "N2",
    file: "n02-primary-secondary.yaml",
    source: "jackson",
    ...customers([3.4, 18], 2.5, MANY_STRETCHES),
    checks: [
      waitWith("booths", 0.554, arrivalsAndService("booths", 1.5)),
      waitWith("bays", 2.39, visitsAndService("bays", 0.25, 10)),
      { measure: { of: "timeInside" }, exact: 5.152 },
    ],
  },
  {
    id: "N3",
    file: "n03-two-in-series.yaml",
    source: "chain",
    ...customers([0.35, 0.6], 0.5),
    checks: [
      { measure: { of: "timeInside" }, exact: 5.6 },
      { measure: { of: "blocked", place: "first" }, exact: 0.2 },
    ],
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
    source: "closedForm",
    ...customers([0.35, 0.35], 4),
    checks: [{ measure: { of: "throughput" }, exact }],
  })),
];
