/** A port of two hours, small enough to try every plan, and what is asked of it. */
import { prepare } from "../../../server/run/staffing/optimize.ts";
import type { Prepared } from "../../../server/run/staffing/optimize.ts";
import { withLevels } from "../../../server/run/staffing/with-plan.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { plannedLevels } from "../../../shared/scenario/levels.ts";
import type { ShiftRules } from "../../../shared/staffing/shift-plan.ts";
import { HOUR } from "../../../shared/units.ts";
import { parseWaitPromise } from "../../../shared/wait-promise.ts";
import { loadedOf } from "../small-ports.ts";

/** A truck a minute, then two, served in 58 s to the second: what keeps a promise does so on every day. */
export const portOf = (booths: number) =>
  loadedOf("port", {
    hours: "08:00-10:00",
    arrivals: [
      { from: "08:00", until: "09:00", every: "60 s" },
      { from: "09:00", until: "10:00", every: "30 s" },
    ],
    stages: { primary: { booths: { shared: booths }, line: "pooled", service: "58 s", moveUp: "0 s" } },
    staffing: { primary: { shared: { "08:00": booths, "10:00": 0 } } },
  });
export const PORT = portOf(3);

export const RULES: ShiftRules = {
  shifts: [
    { lengthMs: 2 * HOUR, most: null },
    { lengthMs: HOUR, most: null },
  ],
  startsEveryMs: HOUR,
  rest: null,
  roster: null,
};

export const promised = (...texts: readonly string[]) =>
  texts.map((text) => {
    const read = parseWaitPromise(text);
    if (!read.ok) throw new Error(text);
    return read.value;
  });

export function asked(texts: readonly string[], rules = RULES, port = PORT): Prepared {
  const prepared = prepare(port, { promises: promised(...texts), sure: 0.9, rules });
  if (!("grid" in prepared)) throw new Error(JSON.stringify(prepared));
  return prepared;
}

/** With so many officers in the file. */
export const ownPort = (first: number, second: number) =>
  withLevels(
    asked(["all under 30 min"]).port,
    { "primary.shared": { "08:00": first, "09:00": second, "10:00": 0 } },
    "own",
  );

/** Officers of the two hours, as a scenario has them. */
export function officersIn({ scenario }: LoadedScenario): readonly number[] {
  const level = plannedLevels(scenario)[0]!.level as Readonly<Record<string, number>>;
  return [level["08:00"]!, level["09:00"] ?? level["08:00"]!];
}
