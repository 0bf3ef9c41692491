/**
 * The hours that the file has at its booths, in shifts of the rules that are asked: where the fluid queue is least, or as
 * the file has its officers. The queue knows nothing of chance, and is tried against the file's own hours by simulation.
 */
import { leastBacklog, leastHoursOfLevels } from "../../analysis/staffing/cover.ts";
import type { Solve } from "../../analysis/staffing/linear-model.ts";
import type { Surroundings } from "../../analysis/staffing/neighbors.ts";
import { hoursAtBooths, planKey } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan } from "../../../shared/staffing/shift-plan.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { hoursOfFile } from "./port-posts.ts";
import type { StaffedPort } from "./port-posts.ts";
import type { JudgedDay } from "./trials.ts";
import { levelsOf, withLevels } from "./with-plan.ts";

type Asked = Surroundings & { readonly port: StaffedPort };

/** Of each of the two, where both fit the hours. */
const TRIED_DAYS = 20;
export const SAME_HOURS_DAYS = 2 * TRIED_DAYS;

/** Beyond what the solver and the clock round, h. */
const TOLERANCE = 1e-6;

/** Where the fluid queue is least; null: nothing fits into the hours. */
export const leastQueuePlan = (solve: Solve, asked: Asked): Promise<ShiftPlan | null> =>
  leastBacklog(solve, asked, hoursOfFile(asked.port));

/** At least the file's officers of every slot, in shifts with the least hours; null: the roster is too short for them. */
export function ownLevelsPlan(solve: Solve, asked: Asked): Promise<ShiftPlan | null> {
  const { port, grid } = asked;
  const { fromMs, slotMs, slots } = grid;
  return leastHoursOfLevels(solve, asked, (name) => {
    const { booths, mostIn } = port.pools.find((pool) => pool.name === name)!;
    return Array.from({ length: slots }, (_, slot) =>
      Math.min(booths, mostIn(fromMs + slot * slotMs, fromMs + (slot + 1) * slotMs)),
    );
  });
}

export type Judge = (key: string, loaded: LoadedScenario, wanted: number) => Promise<readonly JudgedDay[]>;

/** What keeps the promise better on days of the search; null: nothing fits into the hours. */
export async function sameHoursPlan(
  solve: Solve,
  asked: Asked & { readonly promises: readonly WaitPromise[] },
  judge: Judge,
): Promise<ShiftPlan | null> {
  const { port, grid } = asked;
  const placed = await leastQueuePlan(solve, asked);
  const own = await ownLevelsPlan(solve, asked);
  if (own === null || hoursAtBooths(own, grid) > hoursOfFile(port) + TOLERANCE) return placed;
  if (placed === null || planKey(placed) === planKey(own)) return own;
  const [ofOwn, ofPlaced] = await Promise.all(
    [own, placed].map((plan) => {
      const key = planKey(plan);
      return judge(key, withLevels(port, levelsOf(port, plan, grid), key), TRIED_DAYS);
    }),
  );
  return isBetter(ofPlaced, ofOwn, asked.promises) ? placed : own;
}

/** More days that keep all of the promise, or as many and nearer to what is promised. */
function isBetter(
  days: readonly JudgedDay[],
  others: readonly JudgedDay[],
  promises: readonly WaitPromise[],
): boolean {
  const kept = (of: readonly JudgedDay[]) => of.filter((day) => day.kept).length;
  const waits = (of: readonly JudgedDay[]) =>
    of.reduce((sum, day) => sum + day.waits.reduce((all, wait, p) => all + wait / promises[p].limitMs, 0), 0);
  return kept(days) === kept(others) ? waits(days) < waits(others) : kept(days) > kept(others);
}
