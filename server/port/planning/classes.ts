/**
 * Values by class as tables over service classes (flow × FAST × pre-inspected): the most specific key
 * that fits a class wins (vocabulary.ts says the order).
 */
import type { ClassKey } from "../../../shared/vocabulary.ts";
import { FLOWS } from "../../../shared/vocabulary.ts";
import type { ServiceTime } from "../../../shared/scenario/distribution.ts";
import { FAST_MARK, FLOW_COUNT, NONE, PRE_INSPECTED_MARK, SERVICE_CLASSES } from "../plan.ts";
import type { PlanBuilder } from "./builder.ts";

type Table<T> = Readonly<Partial<Record<ClassKey, T>>>;

function lookUp<T>(table: Table<T>, kind: number): T | undefined {
  const flow = FLOWS[kind % FLOW_COUNT];
  const marks = Math.floor(kind / FLOW_COUNT);
  const isFast = (marks & FAST_MARK) !== 0;
  if ((marks & PRE_INSPECTED_MARK) !== 0 && table.preInspected !== undefined) return table.preInspected;
  if (isFast) return table[`fast ${flow}`] ?? table.fast ?? table[flow] ?? table.all;
  return table[flow] ?? table.all;
}

/** A number for each service class; classes without one get `otherwise`. */
export function byClass(value: number | Table<number>, otherwise = 0): Float64Array {
  const table: Table<number> = typeof value === "number" ? { all: value } : value;
  return Float64Array.from({ length: SERVICE_CLASSES }, (_, kind) => lookUp(table, kind) ?? otherwise);
}

/** Another kind of value for each service class, undefined where none fits. */
export const valuesByClass = <T>(table: Table<T>): readonly (T | undefined)[] =>
  Array.from({ length: SERVICE_CLASSES }, (_, kind) => lookUp(table, kind));

/** Service times for each service class as indices into the plan's distributions. */
export function serviceByClass(builder: PlanBuilder, value: ServiceTime | Table<ServiceTime>): Int32Array {
  const table: Table<ServiceTime> =
    "kind" in value ? { all: value as ServiceTime } : (value as Table<ServiceTime>);
  return Int32Array.from({ length: SERVICE_CLASSES }, (_, kind) => {
    const time = lookUp(table, kind);
    return time === undefined ? NONE : builder.distribution(time);
  });
}

/** Relative weights (or shares that make 1) as cumulative shares. */
export function cumulate(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return Float64Array.from(weights, (weight) => {
    sum += weight / total;
    return sum;
  });
}
