/** The path of the port: stages in an order that works, ways that lead out, and what each kind checks of its own. */
import type { Finding } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import type { Placed, PlacedStages } from "../port/stages/stage-type.ts";
import { stagesOf } from "../port/stages-of.ts";

export function checkStages(scenario: Scenario): Finding[] {
  const port = stagesOf(scenario);
  return [
    ...checkOrder(port),
    ...port.stages.flatMap((placed) => placed.type.check?.(placed, port) ?? []),
    ...checkExit(port),
  ];
}

function checkOrder({ stages, primary }: PlacedStages): Finding[] {
  const second = stages
    .filter(({ type }) => type.role === "primary")
    .slice(1)
    .map(({ path, name }) => findingOnKey("CR-324", path, { kind: "primary", stage: name }));
  const misplaced = stages.flatMap(({ name, index, path, type }) => {
    const { side } = type;
    if (side === undefined) return [];
    const params = { stage: name, relation: side, other: primary?.name ?? "primary" };
    if (primary === null) {
      return type.needsPrimary === true
        ? [findingOnKey("CR-323", path, { ...params, context: "missing" })]
        : [];
    }
    const isRight = side === "before" ? index < primary.index : index > primary.index;
    return isRight ? [] : [findingOnKey("CR-323", path, params)];
  });
  return [...second, ...misplaced];
}

/** Stages from which no way leads out. */
function checkExit({ stages }: PlacedStages): Finding[] {
  const ownWays = ({ stage, type }: Placed) => type.ways?.(stage);
  const waysOf = (placed: Placed): readonly string[] => {
    const ways = ownWays(placed);
    return ways === undefined
      ? [stages[placed.index + 1]?.name ?? "exit"]
      : Object.keys(ways).filter((name) => ways[name]! > 0);
  };
  const leaving = new Set(["exit"]);
  for (let grown = -1; grown !== leaving.size;) {
    grown = leaving.size;
    for (const placed of stages)
      if (waysOf(placed).some((name) => leaving.has(name))) leaving.add(placed.name);
  }
  return stages
    .filter((placed) => ownWays(placed) !== undefined && !leaving.has(placed.name))
    .map(({ name, path }) => findingOnKey("CR-333", [...path, "next"], { stage: name }));
}
