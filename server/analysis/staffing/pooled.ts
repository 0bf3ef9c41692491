/** Officers that man several posts: which posts have them, by the port's rule (staffing.pools of a scenario). */
import { officersBySlot } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan, SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import type { PostWork } from "./post-work.ts";

/** Booths that are manned one after another, of the post of that place in the pool. */
export type Pull = { readonly post: number; readonly booths: number };

/** Posts by the officers that man them, in order of pull. */
export function poolsOf<Post extends Pick<PostWork, "pool">>(
  posts: readonly Post[],
): readonly (readonly Post[])[] {
  const names = [...new Set(posts.map(({ pool }) => pool))];
  return names.map((name) => posts.filter(({ pool }) => pool === name));
}

/** Every post first gets what it keeps at the least, then each as many as it has booths. */
export function pullsOf(posts: readonly Pick<PostWork, "booths" | "minimum">[]): readonly Pull[] {
  const least = posts.map(({ booths, minimum }) => Math.min(booths, minimum));
  return [
    ...least.map((booths, post) => ({ post, booths })),
    ...posts.map(({ booths }, post) => ({ post, booths: booths - least[post] })),
  ].filter(({ booths }) => booths > 0);
}

/** The booths of each post that so many officers of its pool man. */
export function mannedBy(
  officers: number,
  posts: readonly Pick<PostWork, "booths" | "minimum">[],
): readonly number[] {
  const manned = posts.map(() => 0);
  let free = officers;
  for (const { post, booths } of pullsOf(posts)) {
    const here = Math.min(free, booths);
    manned[post] += here;
    free -= here;
  }
  return manned;
}

/** Each post with the booths of it that a plan mans, by slot. */
export const mannedPosts = (
  plan: ShiftPlan,
  posts: readonly PostWork[],
  grid: SlotGrid,
): readonly { readonly work: PostWork; readonly booths: readonly number[] }[] =>
  poolsOf(posts).flatMap((pool) => {
    const bySlot = officersBySlot(plan, pool[0].pool, grid).map((officers) => mannedBy(officers, pool));
    return pool.map((work, i) => ({ work, booths: bySlot.map((booths) => booths[i]) }));
  });
