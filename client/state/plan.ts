/**
 * How a scenario's settings and officers stand after the changes in the log, hour by hour: what "What
 * if" shows as old and new. The server remains the one that decides; this only reads its log.
 */
import { HOUR } from "../../shared/units.ts";
import type { LogEntry, PostView } from "../../shared/protocol.ts";

/** Officers planned at a post for each clock hour of the first day, live changes included. */
export function officersByHour(post: PostView, log: readonly LogEntry[], scenario: number): number[] {
  const hours = [...(post.byHour ?? [])];
  for (const { scenario: of, atMs, change } of log) {
    if (of !== scenario || change.kind !== "staffing" || change.post !== post.name) continue;
    const until = change.for === undefined ? Infinity : atMs + change.for;
    hours.forEach((_, hour) => {
      // A change of what is left of an hour reaches a little into the next when the clock runs fast.
      const begins = Math.floor(atMs / HOUR) === hour;
      if (begins || (atMs < hour * HOUR && until > (hour + 0.5) * HOUR)) hours[hour] = change.officers;
    });
  }
  return hours;
}

/** Hours that charts and bars show: from opening to closing, whole hours. */
export function shownHours(openMs: number, closeMs: number): number[] {
  const first = Math.floor(openMs / HOUR);
  const last = Math.min(24, Math.ceil(closeMs / HOUR));
  return Array.from({ length: Math.max(1, last - first) }, (_, index) => first + index);
}

export type HoursChange = { readonly officers: number; readonly fromMs: number; readonly forMs: number };

/** Changed hours as the fewest changes to ask for; what of them is over is left out. */
export function hoursChanges(wanted: ReadonlyMap<number, number>, nowMs: number): HoursChange[] {
  const changes: { officers: number; fromMs: number; forMs: number }[] = [];
  for (const [hour, officers] of [...wanted].sort(([a], [b]) => a - b)) {
    const fromMs = Math.max(hour * HOUR, nowMs);
    const forMs = (hour + 1) * HOUR - fromMs;
    if (forMs < 1_000) continue;
    const last = changes.at(-1);
    if (last !== undefined && last.officers === officers && last.fromMs + last.forMs === fromMs)
      last.forMs += forMs;
    else changes.push({ officers, fromMs, forMs });
  }
  return changes;
}

/** Sum over the shown hours of a changed plan minus the file's: officer-hours more or fewer. */
export function officerHoursMore(post: PostView, planned: readonly number[]): number {
  return planned.reduce((sum, officers, hour) => sum + officers - (post.byHour?.[hour] ?? 0), 0);
}
