/**
 * Which vehicles a run is about, in a short text: two runs of the same seed and replication with the
 * same text have the same vehicles wherever their demand agrees, and may be compared one by one.
 *
 * Vehicles drawn from rates are addressed by date, flow, quarter hour and number; those of a list by their
 * row, so that another list means other vehicles.
 */
import type { PortPlan } from "../port/plan.ts";

export function vehicleIdentity(plan: PortPlan): string {
  const { days, countFrom, countUntil, demand } = plan;
  const span = `${days[0]?.date ?? "never"} ${countFrom}-${countUntil}`;
  return demand.list === null ? `rates ${span}` : `list ${listHash(demand.list)} ${span}`;
}

function listHash(list: NonNullable<PortPlan["demand"]["list"]>): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  const take = (word: number): void => {
    a = Math.imul(a ^ (word | 0), 0x01000193);
    b = Math.imul(b + (word | 0), 0x85ebca6b);
    b ^= b >>> 13;
  };
  for (let i = 0; i < list.times.length; i++) {
    take(list.times[i]);
    take(Math.floor(list.times[i] / 0x100000000));
    take(list.flows[i] * 2 + list.fast[i]);
    take(list.counts[i]);
  }
  const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");
  return hex(a) + hex(b);
}
