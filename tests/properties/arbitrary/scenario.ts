/**
 * Random scenarios over the whole schema, as files would say them: small enough that a run takes
 * milliseconds, odd enough to meet every rule. The few that the checks refuse `loadedScenario` leaves out.
 */
import fc from "fast-check";
import { loadScenario } from "../../../server/scenario/load.ts";
import { shippedLibrary } from "../../../server/scenario/library.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { postsOf } from "../../../server/check/posts.ts";
import type { Scenario } from "../../../shared/scenario/schema.ts";
import type { Flow } from "../../../shared/vocabulary.ts";
import { changes } from "./changes.ts";
import { calendar, demand } from "./demand.ts";
import { maybe, seldom, strip } from "./parts.ts";
import type { Entry } from "./parts.ts";
import { stages } from "./stages.ts";
import { staffing } from "./staffing.ts";

const NOTHING = shippedLibrary(new Map());

const rest = fc.record({
  atClosing: fc.constantFrom(undefined, "clear the queue", "hold it until opening", "turn it away"),
  days: fc.constantFrom(1, 1, 1, 2, 3),
  warmUp: seldom(fc.constant(1)),
  followFor: seldom(fc.constantFrom("0 s", "1 h", "24 h", "30 h")),
  costs: seldom(
    fc.constantFrom({}, { truckHour: "$ 90 /h" }, { truckHour: "$ 90 /h", officerHour: "$ 80 /h" }),
  ),
  about: maybe(fc.constant("Random.")),
});

export const scenarioFile: fc.Arbitrary<Entry> = fc
  .record({ calendar, demand, stages, staffing, changes, rest })
  .map((drafts): Entry => {
    const { zone, from, hours, windows } = drafts.calendar;
    const window = windows[0]![1];
    const path = drafts.stages;
    const posts = postsOf({ northbound: { stages: withKinds(path) } } as unknown as Scenario);
    const who = drafts.demand(drafts.calendar);
    const staff = drafts.staffing({ posts, window });
    return strip({
      cruce: 1,
      name: "a random port",
      zone,
      from,
      hours,
      ...drafts.rest,
      northbound: { demand: who, stages: path, staffing: staff },
      changes: drafts.changes({
        stages: path,
        posts,
        pools: Object.keys((staff["pools"] ?? {}) as Entry),
        flows: Object.keys((who["flows"] ?? {}) as Entry) as Flow[],
        window,
        days: drafts.rest.days + (drafts.rest.warmUp ?? 0),
      }),
    });
  });

/** As reading gives them: a stage's kind may be left out where it is the stage's name. */
const withKinds = (path: Readonly<Record<string, Entry>>): Readonly<Record<string, Entry>> =>
  Object.fromEntries(
    Object.entries(path).map(([name, stage]) => [
      name,
      {
        kind: name,
        redLight: stage["redLight"] === undefined || stage["redLight"] === "0 %" ? 0 : 1,
        ...stage,
        ...(name === "primary"
          ? { booths: { fast: 0, general: 0, shared: 0, ...(stage["booths"] as Entry) } }
          : {}),
      },
    ]),
  );

/** As a file is loaded; null when the checks refuse it. */
export const loadedScenario = (file: Entry): LoadedScenario | null => readScenario(JSON.stringify(file));

export function readScenario(text: string): LoadedScenario | null {
  const result = loadScenario({ file: "random.yaml", text }, NOTHING);
  return result.ok ? result : null;
}
