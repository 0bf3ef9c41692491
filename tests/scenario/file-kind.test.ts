/** A file of another kind than the one asked for is told in one sentence, not by all of its keys. */
import { expect, test } from "vitest";
import { problems as en } from "../../shared/messages/en/problems.ts";
import { problemTexts } from "../../shared/problem.ts";
import type { Problem } from "../../shared/problem.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { readStaffing } from "../../server/scenario/staffing-file.ts";
import { readSweep } from "../../server/scenario/sweep-file.ts";
import { LAREDO } from "./laredo.ts";

const library = shippedLibrary(
  new Map([
    ["port.yaml", LAREDO],
    [
      "sweep.yaml",
      "cruce: 1\nsweep: port.yaml\nvary: { northbound.demand.trucks: 6000 /day to 7000 /day in 2 }\n",
    ],
    ["question.yaml", "cruce: 1\noptimize: port.yaml\npromise: [all under 60 min]\n"],
    ["child.yaml", "extends: sweep.yaml\nname: child\n"],
    [
      "of-question.yaml",
      "cruce: 1\nsweep: question.yaml\nvary: { northbound.demand.trucks: [1 /day, 2 /day] }\n",
    ],
    ["nameless.yaml", "cruce: 1\nvary: { northbound.demand.trucks: [1 /day, 2 /day] }\n"],
  ]),
);

function textOf(one: Problem): string {
  const { expected, found, advice } = problemTexts(one, en);
  return `${expected}; ${found}; ${/`(cruce \w+)`/.exec(advice)?.[1]}`;
}
const problemsOf = (read: { readonly ok: boolean; readonly problems?: readonly Problem[] }) =>
  (read.ok ? [] : read.problems!).map((one) => ({
    code: one.code,
    at: `${one.file}:${one.line}`,
    path: one.path,
    says: textOf(one),
  }));
const reading = {
  scenario: (name: string) => problemsOf(loadScenario({ name }, library)),
  sweep: (name: string) => problemsOf(readSweep({ name }, [], library)),
  question: (name: string) => problemsOf(readStaffing({ name }, [], library)),
};

test.each([
  [
    "scenario",
    "sweep.yaml",
    { at: "sweep.yaml:2", path: "sweep", says: "a scenario; a sweep (`sweep`); cruce sweep" },
  ],
  [
    "scenario",
    "question.yaml",
    {
      at: "question.yaml:2",
      path: "optimize",
      says: "a scenario; a question about staffing (`optimize`); cruce optimize",
    },
  ],
  [
    "scenario",
    "child.yaml",
    { at: "sweep.yaml:2", path: "sweep", says: "a scenario; a sweep (`sweep`); cruce sweep" },
  ],
  [
    "sweep",
    "question.yaml",
    {
      at: "question.yaml:2",
      path: "optimize",
      says: "a scenario or a sweep; a question about staffing (`optimize`); cruce optimize",
    },
  ],
  [
    "sweep",
    "of-question.yaml",
    {
      at: "question.yaml:2",
      path: "optimize",
      says: "a scenario; a question about staffing (`optimize`); cruce optimize",
    },
  ],
  [
    "question",
    "sweep.yaml",
    {
      at: "sweep.yaml:2",
      path: "sweep",
      says: "a scenario or a question about staffing; a sweep (`sweep`); cruce sweep",
    },
  ],
] as const)("where a %s is expected, of %s that alone is said", (expected, file, problem) => {
  expect(reading[expected](file)).toEqual([{ code: "CR-125", ...problem }]);
});

test("files of the kind that is expected are read", () => {
  expect([
    reading.scenario("port.yaml"),
    reading.sweep("sweep.yaml"),
    reading.question("question.yaml"),
  ]).toEqual([[], [], []]);
});

test("a sweep that does not name its scenario is still told as a sweep", () => {
  expect(reading.sweep("nameless.yaml")).toMatchObject([{ code: "CR-202", path: "sweep" }]);
});
