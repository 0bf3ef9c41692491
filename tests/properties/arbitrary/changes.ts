/** Random timed changes of every kind, each about something that the port has. */
import fc from "fast-check";
import type { Post } from "../../../server/check/posts.ts";
import { LANE_TYPES } from "../../../shared/vocabulary.ts";
import type { Flow } from "../../../shared/vocabulary.ts";
import { clockOf, count, maybe, part, percent, strip, within } from "./parts.ts";
import type { Draft, Entry, Window } from "./parts.ts";

export type Changed = {
  readonly stages: Readonly<Record<string, Entry>>;
  readonly posts: readonly Post[];
  readonly pools: readonly string[];
  /** Flows that come; none where arrivals are listed. */
  readonly flows: readonly Flow[];
  readonly window: Window;
  readonly days: number;
};

type Effect = Draft<Changed, Entry | null>;

const factor = fc.constantFrom("0 %", "40 %", "150 %", "300 %");
const kindOf = (name: string, stage: Entry): string => (stage["kind"] ?? name) as string;
const stagesOf = ({ stages }: Changed, fits: (kind: string) => boolean): readonly string[] =>
  Object.keys(stages).filter((name) => fits(kindOf(name, stages[name]!)));
/** One of a list; undefined where it is empty. */
const pick = <T>(list: readonly T[], at: number): T | undefined => list[within(0, list.length - 1, at)];

const boothsOf = ({ stages }: Changed, type?: string): number =>
  Object.entries((stages["primary"]?.["booths"] ?? {}) as Record<string, number>)
    .filter(([key]) => type === undefined || key === type)
    .reduce((sum, [, booths]) => sum + booths, 0);

const boothsClosed: Effect = fc
  .tuple(part(), maybe(fc.constantFrom(...LANE_TYPES)))
  .map(([booths, type]) => (port: Changed) => {
    const most = boothsOf(port, type);
    return most === 0 ? null : { kind: "boothsClosed", booths: within(0, most, booths), type };
  });
const booths: Effect = part().map((fast) => (port: Changed) => {
  const most = boothsOf(port);
  return most === 0 ? null : { kind: "booths", fast: within(0, most, fast) };
});
const scanners: Effect = fc
  .tuple(part(), part(), fc.boolean())
  .map(([at, number, down]) => (port: Changed) => {
    const stage = pick(
      stagesOf(port, (kind) => kind === "nii"),
      at,
    );
    if (stage === undefined) return null;
    const built = port.stages[stage]!["scanners"] as number;
    return down
      ? { kind: "scannersDown", stage, scanners: within(0, built, number) }
      : { kind: "scanners", stage, count: within(0, built + 2, number) };
  });
const slowService: Effect = fc.tuple(part(), factor).map(([at, by]) => (port: Changed) => {
  const stage = pick(
    stagesOf(port, (kind) => kind !== "approach"),
    at,
  );
  return stage === undefined ? null : { kind: "slowService", stage, factor: by };
});
const staffAway: Effect = fc.tuple(part(), count(0, 3)).map(([at, officers]) => (port: Changed) => {
  const from = pick([...port.pools, ...port.posts.map(({ name }) => name)], at);
  return from === undefined ? null : { kind: "staffAway", from, officers };
});
const staffing: Effect = fc.tuple(part(), part()).map(([at, officers]) => (port: Changed) => {
  const post = pick(port.posts, at);
  if (post === undefined) return null;
  return { kind: "staffing", post: post.name, officers: within(0, post.capacity, officers) };
});
const extraInspection: Effect = percent().map(
  (share) => (port: Changed) =>
    port.stages["stateSafety"] === undefined ? null : { kind: "extraInspection", share },
);
const preInspected: Effect = fc.tuple(percent(), fc.constantFrom("", " of fast", " of general")).map(
  ([share, of]) =>
    (port: Changed) =>
      port.stages["preInspection"] === undefined ? null : { kind: "preInspected", share: share + of },
);
const demand: Effect = fc.tuple(maybe(part()), factor).map(([at, by]) => (port: Changed) => {
  if (port.flows.length === 0) return null;
  return { kind: "demand", factor: by, flow: at === undefined ? undefined : pick(port.flows, at) };
});
const referral: Effect = factor.map(
  (by) => (port: Changed) =>
    port.stages["primary"]?.["referral"] === undefined ? null : { kind: "referral", factor: by },
);

const effect = fc.oneof(
  boothsClosed,
  booths,
  scanners,
  slowService,
  staffAway,
  staffing,
  extraInspection,
  preInspected,
  demand,
  referral,
);
const change: Draft<Changed, readonly Entry[]> = fc
  .record({ effect, at: part(), day: part(), for: maybe(count(1, 200)) })
  .map((draft) => (port: Changed): readonly Entry[] => {
    const what = draft.effect(port);
    if (what === null) return [];
    const { from, to } = port.window;
    return [
      strip({
        at: clockOf(within(Math.max(0, from - 20), Math.min(1439, to + 60), draft.at)),
        day: within(1, port.days, draft.day),
        for: draft.for === undefined ? undefined : `${draft.for} min`,
        ...what,
      }),
    ];
  });

export const changes: Draft<Changed, readonly Entry[]> = fc
  .array(change, { maxLength: 4 })
  .map((drafts) => (port: Changed) => drafts.flatMap((draft) => draft(port)));
