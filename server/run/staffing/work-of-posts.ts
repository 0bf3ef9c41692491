/** The work that the day that counts brings to the posts of a plan, slot by slot. */
import { HOUR } from "../../../shared/units.ts";
import { instantOf } from "../../../shared/scenario/calendar.ts";
import type { VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import { FLOWS } from "../../../shared/vocabulary.ts";
import type { PostWork } from "../../analysis/staffing/post-work.ts";
import { classesOf } from "../../check/classes.ts";
import type { PortPlan } from "../../port/plan.ts";
import { stagesOf } from "../../port/stages-of.ts";
import { meanFor, squareFor } from "../../port/stages/work.ts";
import type { StaffedPort, StaffedPost } from "./port-posts.ts";

/** What one vehicle asks of a post: mean time, ms, and mean square, ms². */
type Asks = { readonly mean: number; readonly square: number };
type AsksOf = (one: VehicleClass) => Asks;

const NOTHING: Asks = { mean: 0, square: 0 };

/** By slot in which their vehicles come to the port; when they come to a post behind primary depends on the plan. */
export function workOfPosts(port: StaffedPort, grid: SlotGrid): readonly PostWork[] {
  const { plan, day, posts, loaded } = port;
  const classes = classesOf(loaded.scenario, loaded.arrivals);
  const asks = asksOfPosts(port, classes);
  const kinds = FLOWS.flatMap((name, flow) =>
    [false, true].map((isFast) => {
      const these = classes.filter((one) => one.flow === name && one.isFast === isFast);
      return { flow, isFast, asks: asks.map((asksOf) => averageOf(these, asksOf)) };
    }),
  );
  const arrived = Array.from({ length: grid.slots }, (_, slot) => {
    const [from, to] = [slot, slot + 1].map((at) => instantOf(day, grid.fromMs + at * grid.slotMs));
    return kinds.map(({ flow, isFast }) => arrivalsIn(plan, flow, isFast, from, to));
  });
  return posts.map(({ name, booths, pool, minimum }, p) => {
    const bySlot = (of: (one: Asks) => number): readonly number[] =>
      arrived.map((numbers) =>
        numbers.reduce((sum, number, kind) => sum + number * of(kinds[kind].asks[p]), 0),
      );
    return {
      post: name,
      pool,
      booths,
      minimum,
      mean: bySlot(({ mean }) => mean / HOUR),
      variance: bySlot(({ square }) => square / HOUR ** 2),
    };
  });
}

/** Of vehicles of several classes, in proportion to their shares. */
function averageOf(classes: readonly VehicleClass[], asksOf: AsksOf): Asks {
  const all = classes.reduce((sum, { share }) => sum + share, 0);
  return classes.reduce((sum, one) => {
    const { mean, square } = asksOf(one);
    const part = one.share / all;
    return { mean: sum.mean + part * mean, square: sum.square + part * square };
  }, NOTHING);
}

function asksOfPosts(port: StaffedPort, classes: readonly VehicleClass[]): readonly AsksOf[] {
  const { primary, posts, loaded } = port;
  const parts = posts.flatMap(({ stage, part }) => (stage === primary.name && part !== null ? [part] : []));
  const { service, moveUp } = primary.stage;
  return posts.map((post): AsksOf =>
    post.stage === primary.name
      ? (one) =>
          post.part === partFor(parts, one.isFast)
            ? { mean: meanFor(service, one) + moveUp, square: squareFor(service, one, moveUp) }
            : NOTHING
      : asksElsewhere(post, loaded.scenario, classes),
  );
}

function asksElsewhere(
  { stage, part }: StaffedPost,
  scenario: StaffedPort["loaded"]["scenario"],
  classes: readonly VehicleClass[],
): AsksOf {
  const placed = stagesOf(scenario);
  const here = placed.stages.filter(({ name }) => name === stage);
  const works = here
    .flatMap((one) => one.type.work(one, { ...placed, classes, isStaffed: () => true }))
    .filter(({ parts }) => parts.includes(part as never));
  return (one) => ({
    mean: works.reduce((sum, { meanMs }) => sum + meanMs(one), 0),
    square: works.reduce((sum, { squareMs2 }) => sum + squareMs2(one), 0),
  });
}

/** Booths for a class alone before those for all. */
function partFor(parts: readonly string[], isFast: boolean): string {
  const own = isFast ? "fast" : "general";
  return [own, "shared", "general"].find((part) => parts.includes(part)) ?? parts[0];
}

/** Expected vehicles of a class, or those listed. */
function arrivalsIn({ demand }: PortPlan, flow: number, isFast: boolean, from: number, to: number): number {
  const { list, rates, fastShare, batch } = demand;
  if (list !== null) {
    let count = 0;
    for (let row = 0; row < list.times.length; row++) {
      const isOne = list.flows[row] === flow && (list.fast[row] === 1) === isFast;
      if (isOne && list.times[row] >= from && list.times[row] < to) count += list.counts[row];
    }
    return count;
  }
  const steps = rates[flow];
  if (steps === null) return 0;
  const share = isFast ? fastShare[flow] : 1 - fastShare[flow];
  let batches = 0;
  steps.times.forEach((time, i) => {
    const until = steps.times[i + 1] ?? Number.POSITIVE_INFINITY;
    batches += (steps.perHour[i] * Math.max(0, Math.min(to, until) - Math.max(from, time))) / HOUR;
  });
  return batches * share * meanBatch(batch);
}

function meanBatch(batch: PortPlan["demand"]["batch"]): number {
  if (batch === null) return 1;
  return batch.sizes.reduce(
    (sum, size, i) => sum + size * (batch.cumulative[i] - (batch.cumulative[i - 1] ?? 0)),
    0,
  );
}
