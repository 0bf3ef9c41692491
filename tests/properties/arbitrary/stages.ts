/** Random paths through a port: every kind of stage and every setting of it, and networks of stations. */
import fc from "fast-check";
import { EXAMS } from "../../../shared/vocabulary.ts";
import type { Exam } from "../../../shared/vocabulary.ts";
import { count, maybe, part, percent, seconds, seldom, service } from "./parts.ts";
import { serviceByClass, shareByClass, sharesOf, strip, within } from "./parts.ts";
import type { Entry } from "./parts.ts";

type Stages = Readonly<Record<string, Entry>>;

const room = maybe(count(0, 5));
const shareOf = fc
  .tuple(percent(), fc.constantFrom("", " of all", " of fast", " of general"))
  .map(([share, of]) => share + of);

const preInspection = fc.record({
  share: shareOf,
  lanes: count(1, 2),
  service: serviceByClass(20, 300),
  moveUp: seconds(0, 10),
  hours: maybe(
    fc.constantFrom<unknown>("08:00-09:00", "08:30-11:00", "00:00-24:00", {
      days: { "mon-tue": "08:00-09:30", wed: "closed", "thu-sun": "09:00-10:00" },
    }),
  ),
  room,
  replaces: maybe(
    fc.constantFrom([], ["exportCustoms"], ["toll"], ["exportCustoms", "portals"], ["secondary"]),
  ),
});
const exportCustoms = fc
  .record({
    lanes: count(1, 3),
    service: serviceByClass(10, 200),
    moveUp: seconds(0, 5),
    room,
    redLight: percent(0, 40),
    redLightService: service(60, 1200),
    redLightBays: maybe(count(1, 2)),
  })
  .map(({ redLightService, redLightBays, ...rest }) =>
    rest.redLight === "0 %" ? rest : { ...rest, redLightService, redLightBays },
  );
const toll = fc.record({
  lanes: count(1, 2),
  service: serviceByClass(5, 90),
  moveUp: seconds(0, 5),
  room,
});
const approach = fc
  .record({
    lanes: count(1, 3),
    length: count(20, 300),
    spacing: count(10, 20),
    freeFlow: seconds(0, 200),
    fastSplit: maybe(part()),
    fastLanes: maybe(count(1, 2)),
  })
  .map(({ length, spacing, fastSplit, fastLanes, ...rest }) => ({
    ...rest,
    length: `${length} m`,
    spacing: `${spacing} m`,
    ...(fastSplit === undefined ? {} : { fastSplitsAt: `${within(1, length - 1, fastSplit)} m`, fastLanes }),
  }));
const review = maybe(
  fc.record({
    service: service(20, 600),
    analysts: count(1, 3),
    wait: fc.constantFrom(undefined, "goes on queueing", "at the scanner", "in the yard"),
  }),
);
const nii = fc.record({
  kind: fc.constant("nii"),
  scanners: count(1, 2),
  service: serviceByClass(10, 200),
  moveUp: seconds(0, 5),
  room,
  share: maybe(shareByClass),
  review,
  alarm: percent(0, 50),
});
const booths = fc
  .record({ fast: count(0, 2), general: count(0, 3), shared: count(0, 2) })
  .map((by) => (by.fast + by.general + by.shared === 0 ? { shared: 1 } : by));
const weights = fc.array(count(0, 9), { minLength: EXAMS.length, maxLength: EXAMS.length });
const primary = fc.record({
  kind: fc.constant("primary"),
  booths,
  line: fc.constantFrom(undefined, "own", "pooled"),
  laneRoom: maybe(count(0, 4)),
  fastFirst: fc.boolean(),
  fastUsesGeneral: fc.constantFrom(undefined, "never", "when no fast booth is staffed", "when it is shorter"),
  service: serviceByClass(20, 300),
  moveUp: seconds(0, 12),
  referral: maybe(
    fc.record({
      random: percent(0, 40),
      byRisk: shareByClass.map((share) => (typeof share === "string" ? { laden: share } : share)),
      fastFactor: maybe(percent()),
      preInspectedFactor: maybe(percent()),
      weights,
      own: maybe(weights),
    }),
  ),
});
const secondary = fc.record({
  bays: count(1, 3),
  docks: count(0, 2),
  room,
  exams: fc.subarray([...EXAMS], { minLength: 1 }),
  at: fc.array(fc.boolean(), { minLength: EXAMS.length, maxLength: EXAMS.length }),
  times: fc.array(service(60, 1800), { minLength: EXAMS.length, maxLength: EXAMS.length }),
});
const stateSafety = fc.record({
  share: maybe(shareByClass),
  inspectors: count(1, 2),
  service: serviceByClass(30, 600),
  moveUp: seconds(0, 5),
  room,
});

const station = fc
  .record({
    servers: fc.oneof(
      { arbitrary: count(1, 3), weight: 4 },
      { arbitrary: fc.constant("unlimited"), weight: 1 },
    ),
    service: serviceByClass(0, 300),
    moveUp: maybe(seconds(0, 5)),
    room,
    turnsAway: fc.boolean(),
    ownLines: fc.boolean(),
    atRandom: fc.boolean(),
    fastFirst: maybe(fc.boolean()),
    patience: seldom(service(1, 900)),
    join: seldom(fc.dictionary(count(0, 6).map(String), percent(), { minKeys: 1, maxKeys: 3 })),
    share: maybe(shareByClass),
    /** Weights of the exit, of going on, and of two other stages. */
    next: seldom(fc.tuple(count(2, 9), count(0, 9), part(), count(0, 3), part(), count(0, 3))),
  })
  .map(({ turnsAway, ownLines, atRandom, ...rest }) => ({
    kind: "station",
    ...rest,
    whenFull: turnsAway && rest.room !== undefined ? "turn away" : undefined,
    lines: ownLines ? "one per server" : undefined,
    choose: ownLines && atRandom ? "random" : undefined,
  }));

const port = fc.record({
  gate: seldom(station),
  preInspection: maybe(preInspection),
  exportCustoms: maybe(exportCustoms),
  toll: maybe(toll),
  approach: maybe(approach),
  portals: maybe(nii),
  lastCheck: seldom(station),
  primary,
  nii: maybe(nii),
  secondary: maybe(secondary),
  stateSafety: maybe(stateSafety),
  lastStop: maybe(station),
});
const network = fc.record({
  first: station,
  toll: maybe(toll),
  second: maybe(station),
  third: maybe(station),
});

/** The path in its order, each stage there or not, with names that exist and exams that somebody does. */
export const stages: fc.Arbitrary<Stages> = fc
  .oneof({ arbitrary: port, weight: 4 }, { arbitrary: network, weight: 1 })
  .map((drafts) => {
    const present = strip(drafts) as Stages;
    const names = Object.keys(present);
    return Object.fromEntries(
      names.map((name) => [name, strip(finished(name, present[name]!, present, names))]),
    );
  });

function finished(name: string, draft: Entry, all: Stages, names: readonly string[]): Entry {
  switch (name) {
    case "preInspection": {
      const replaces = draft["replaces"] as readonly string[] | undefined;
      const known = replaces?.filter((other) => names.includes(other));
      return {
        ...draft,
        replaces: replaces === undefined || all["exportCustoms"] !== undefined ? known : [],
      };
    }
    case "portals":
    case "nii":
      return doneExams(all).includes("partialUnload") ? draft : { ...draft, alarm: undefined };
    case "primary":
      return { ...draft, referral: referralOf(draft["referral"] as ReferralDraft | undefined, all) };
    case "secondary":
      return secondaryOf(draft);
    default:
      return draft["next"] === undefined
        ? draft
        : { ...draft, next: waysOn(draft["next"] as readonly number[], names, name) };
  }
}

/** Exams that secondary does. */
const doneExams = (all: Stages): readonly Exam[] => (all["secondary"]?.["exams"] ?? []) as readonly Exam[];

type ReferralDraft = Entry & {
  readonly weights: readonly number[];
  readonly own: readonly number[] | undefined;
};

function referralOf(draft: ReferralDraft | undefined, all: Stages): Entry | undefined {
  const done = doneExams(all);
  const exams = EXAMS.filter((exam) => done.includes(exam) || (exam === "scan" && all["nii"] !== undefined));
  if (draft === undefined || exams.length === 0) return undefined;
  const { weights: common, own, ...rest } = draft;
  return {
    ...rest,
    reasons: sharesOf(exams, common),
    reasonsOf: own === undefined ? undefined : { fast: sharesOf(exams, own) },
  };
}

function secondaryOf({ exams, at, times, ...rest }: Entry): Entry {
  const [places, services] = [at as readonly boolean[], times as readonly string[]];
  const isDone = (exams as readonly Exam[]).map((exam) => {
    const i = EXAMS.indexOf(exam);
    return [exam, { service: services[i]!, at: rest["docks"] !== 0 && places[i] ? "dock" : "bay" }] as const;
  });
  return { ...rest, exams: Object.fromEntries(isDone) };
}

/** Out, on, and perhaps back: enough go out for every vehicle to come to an end. */
function waysOn(draft: readonly number[], names: readonly string[], name: string): Entry {
  const [out, on, oneAt, one, otherAt, other] = draft as [number, number, number, number, number, number];
  const following = names[names.indexOf(name) + 1] ?? "exit";
  const ways = new Map<string, number>([["exit", out]]);
  const add = (to: string, weight: number): void => void ways.set(to, (ways.get(to) ?? 0) + weight);
  add(following, on);
  add(names[within(0, names.length - 1, oneAt)]!, one);
  add(names[within(0, names.length - 1, otherAt)]!, other);
  return sharesOf([...ways.keys()], [...ways.values()]);
}
