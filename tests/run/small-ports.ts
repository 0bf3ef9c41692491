/** Loaded scenarios small enough to be run many times, as reading would give them. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { scenarioFile } from "../port/simulate.ts";
import type { Day } from "../port/simulate.ts";

export function loadedOf(name: string, day: Day): LoadedScenario {
  const scenario = scenarioSchema.parse({ ...scenarioFile(day), name });
  return { scenario, arrivals: null, warnings: [], file: `${name}.yaml`, sources: [] };
}

export const TODAY = loadedOf("today", BUSY_DAY);
export const ONE_MORE = loadedOf("one more booth", {
  ...BUSY_DAY,
  staffing: {
    primary: { fast: { "06:00": 1, "24:00": 0 }, general: { "06:00": 2, "24:00": 0 } },
  },
});
