/** Every class of vehicles that comes finds a booth that takes it and a service time where it goes. */
import type { Finding } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import { listNames } from "../../shared/scenario/nearest.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import { className, forClass, shareFor } from "../../shared/scenario/vehicle-classes.ts";
import type { ByClass, VehicleClass } from "../../shared/scenario/vehicle-classes.ts";
import type { Placed } from "../port/stages/stage-type.ts";
import { stagesOf } from "../port/stages-of.ts";
import { classesOf } from "./classes.ts";

export function checkClasses(scenario: Scenario, rows: readonly ArrivalRow[] | null): Finding[] {
  const classes = classesOf(scenario, rows);
  return stagesOf(scenario).stages.flatMap((placed) => [
    ...(placed.type.checkClasses?.(placed, classes) ?? []),
    ...checkService(placed, classes),
  ]);
}

function checkService({ path, stage, type }: Placed, classes: readonly VehicleClass[]): Finding[] {
  const service = "service" in stage ? stage.service : undefined;
  // A single service time is for everyone.
  if (service === undefined || "kind" in service) return [];
  const table = service as ByClass<unknown>;
  const inspects = type.preInspects !== undefined;
  const share = "share" in stage && !inspects ? (stage.share ?? 1) : 1;
  const without = classes
    // Those already pre-inspected do not pass pre-inspection.
    .filter((one) => !(inspects && one.isPreInspected))
    .filter(
      (one) => shareFor(share as number | ByClass<number>, one) > 0 && forClass(table, one) === undefined,
    )
    .map(className);
  if (without.length === 0) return [];
  const names = listNames([...new Set(without)]);
  return [
    findingOnKey("CR-321", [...path, "service"], { class: names, known: listNames(Object.keys(table)) }),
  ];
}
