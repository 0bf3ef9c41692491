/** The work that vehicles bring to the posts of a stage, reckoned with means. */
import { meanOfServiceTime, varianceOfServiceTime } from "../../../shared/scenario/distribution.ts";
import type { ServiceTime } from "../../../shared/scenario/distribution.ts";
import { forClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { ByClass, VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { PostPart } from "../../../shared/vocabulary.ts";
import type { Placed, Work } from "./stage-type.ts";

type Service = ServiceTime | ByClass<ServiceTime>;

/** Work of a post that serves a share of each class. */
export const workAt = (
  part: PostPart | null,
  shareOf: (one: VehicleClass) => number,
  service: Service,
  moveUp = 0,
): Work => ({
  parts: [part],
  meanMs(one) {
    const share = shareOf(one);
    return share === 0 ? 0 : share * (meanFor(service, one) + moveUp);
  },
  squareMs2(one) {
    const share = shareOf(one);
    return share === 0 ? 0 : share * squareFor(service, one, moveUp);
  },
});

/** Mean square of the time, move-up included, that a server has to do with one vehicle of a class; ms². */
export function squareFor(service: Service, one: VehicleClass, moveUp: number): number {
  const time = timeFor(service, one);
  const mean = (time === undefined ? 0 : meanOfServiceTime(time)) + moveUp;
  return mean * mean + (time === undefined ? 0 : varianceOfServiceTime(time));
}

export function meanFor(service: Service, one: VehicleClass): number {
  const time = timeFor(service, one);
  return time === undefined ? 0 : meanOfServiceTime(time);
}

const timeFor = (service: Service, one: VehicleClass): ServiceTime | undefined =>
  "kind" in service ? (service as ServiceTime) : forClass(service as ByClass<ServiceTime>, one);

/** Whether a class passes a stage that pre-inspection may stand in for: 1 or 0. */
export const passes = ({ isReplaced }: Placed, { isPreInspected }: VehicleClass): number =>
  isPreInspected && isReplaced ? 0 : 1;
