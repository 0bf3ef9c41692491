/** Every class of vehicles that comes finds a booth that takes it and a service time where it goes. */
import type { Finding } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import { LANE_TYPES } from "../../shared/vocabulary.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import { listNames } from "../../shared/scenario/nearest.ts";
import type { Scenario, Stage, StageOf } from "../../shared/scenario/schema.ts";
import { className, classesOf, forClass, shareFor } from "../../shared/scenario/vehicle-classes.ts";
import type { ByClass, VehicleClass } from "../../shared/scenario/vehicle-classes.ts";

const PATH = ["northbound", "stages"] as const;

export function checkClasses(scenario: Scenario, rows: readonly ArrivalRow[] | null): Finding[] {
  const classes = classesOf(scenario, rows);
  return Object.entries(scenario.northbound.stages).flatMap(([name, stage]) => [
    ...(stage.kind === "primary" ? checkBooths(name, stage, classes) : []),
    ...checkService(name, stage, classes),
  ]);
}

function checkBooths(
  name: string,
  { booths, fastUsesGeneral }: StageOf<"primary">,
  classes: readonly VehicleClass[],
): Finding[] {
  if (booths.fast + booths.general + booths.shared === 0) return [];
  const takesFast = booths.fast > 0 || booths.shared > 0 || fastUsesGeneral !== "never";
  const takesGeneral = booths.general > 0 || booths.shared > 0;
  const list = LANE_TYPES.map((type) => `${type} ${booths[type]}`).join(", ");
  const path = [...PATH, name, "booths"];
  const refused = (isFast: boolean): readonly string[] => [
    ...new Set(
      classes
        .filter((one) => one.isFast === isFast)
        .map((one) => className({ ...one, isPreInspected: false })),
    ),
  ];
  const fast = takesFast ? [] : refused(true);
  const general = takesGeneral ? [] : refused(false);
  return [
    ...(fast.length > 0 ? [findingOnKey("CR-320", path, { class: listNames(fast), booths: list })] : []),
    ...(general.length > 0
      ? [findingOnKey("CR-320", path, { class: listNames(general), booths: list, context: "general" })]
      : []),
  ];
}

function checkService(name: string, stage: Stage, classes: readonly VehicleClass[]): Finding[] {
  const service = "service" in stage ? stage.service : undefined;
  // A single service time is for everyone.
  if (service === undefined || "kind" in service) return [];
  const table = service as ByClass<unknown>;
  const share = "share" in stage && stage.kind !== "preInspection" ? (stage.share ?? 1) : 1;
  const without = classes
    // Those already pre-inspected do not pass pre-inspection.
    .filter((one) => !(stage.kind === "preInspection" && one.isPreInspected))
    .filter(
      (one) => shareFor(share as number | ByClass<number>, one) > 0 && forClass(table, one) === undefined,
    )
    .map(className);
  if (without.length === 0) return [];
  const names = listNames([...new Set(without)]);
  return [
    findingOnKey("CR-321", [...PATH, name, "service"], {
      class: names,
      known: listNames(Object.keys(table)),
    }),
  ];
}
