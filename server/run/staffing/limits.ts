/** What a post must keep to of what is promised, and where its booths are too few for that, whoever shares the road. */
import type { ShortPost } from "../../../shared/staffing/result.ts";
import { clockOfSlot } from "../../../shared/staffing/shift-plan.ts";
import { MINUTE } from "../../../shared/units.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { shortOfBooths } from "../../analysis/staffing/post-work.ts";
import type { Prepared } from "./optimize.ts";

/**
 * The shortest limit promised to anybody whom a post serves: a post for FAST alone has nothing to do with the others,
 * and another one than primary's keeps to what is promised of its own line.
 */
export function limitOf(post: string, promises: readonly WaitPromise[]): number {
  const there = promises.filter(({ stage }) => stage === post);
  if (there.length > 0) return Math.min(...there.map(({ limitMs }) => limitMs));
  const atPrimary = promises.filter(({ stage }) => stage === null);
  const part = post.slice(post.lastIndexOf(".") + 1);
  const others = part === "fast" ? "general" : part === "general" ? "fast" : null;
  const limits = atPrimary.filter((promise) => promise.class === null || promise.class !== others);
  return Math.min(...(limits.length > 0 ? limits : atPrimary).map(({ limitMs }) => limitMs));
}

export function shortPosts({ posts, grid, promises }: Prepared): readonly ShortPost[] {
  const clock = (slot: number): number => Math.round(clockOfSlot(grid, slot) / MINUTE) * MINUTE;
  return posts.flatMap((work) => {
    const { post, booths } = work;
    const limitMs = limitOf(post, promises);
    const short = shortOfBooths(work, grid, limitMs);
    if (short === null) return [];
    const [fromMs, untilMs] = [clock(short.from), clock(short.until)];
    return [{ post, needed: Math.ceil(short.booths), booths, fromMs, untilMs, limitMs }];
  });
}
