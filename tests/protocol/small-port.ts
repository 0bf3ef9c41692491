/** A port so small that a day of it takes no time, with all that live changes can change. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";

export const SMALL_PORT = `
cruce: 1
name: Small port
zone: America/Chicago
from: 2024-05-07
hours: "07:00-19:00"
northbound:
  demand:
    trucks: 600 /day
    flows: { laden: 90 %, empty: 10 % }
    fast: { laden: 20 %, empty: 100 % }
  stages:
    preInspection: { share: 0 % of fast, lanes: 1, service: exponential 60 s, replaces: [] }
    approach: { lanes: 2, length: 1 km, spacing: 20 m, freeFlow: 2 min }
    primary:
      booths: { fast: 1, general: 3 }
      laneRoom: 4
      service: lognormal 100 s cv 0.6
      moveUp: 10 s
      referral: { random: 5 % }
    secondary: { bays: 5, exams: { documents: { service: lognormal 10 min cv 0.5, at: bay } } }
    stateSafety: { share: 10 %, inspectors: 2, service: exponential 4 min }
  staffing:
    primary: { fast: { "07:00": 1, "19:00": 0 }, general: { "07:00": 2, "19:00": 0 } }
`;

export const WIDER_PORT = `
extends: small-port.yaml
cruce: 1
name: One more booth
northbound: { staffing: { primary: { general: { "07:00": 3, "19:00": 0 } } } }
`;

/** Its inspectors man the booths and then the bays of secondary. */
const POOLED_PORT = `
extends: small-port.yaml
cruce: 1
name: Inspectors for all
northbound:
  staffing:
    primary: null
    pools:
      inspectors:
        posts: [primary.fast, primary.general, secondary.bay]
        officers: { "07:00": 7, "19:00": 0 }
`;

/** From eleven on its trucks go round and round in no time, so that no run of it comes to an end. */
export const ROUND_PORT = `
cruce: 1
name: Round and round
zone: America/Chicago
from: 2024-05-07
hours: "07:00-19:00"
northbound:
  demand: { arrivals: { timetable: [{ from: "11:00", count: 20 }] } }
  stages:
    round: { kind: station, servers: 20, service: 0 s, next: { round: 99.9999 %, exit: 0.0001 % } }
`;

export const FILES = new Map([
  ["small-port.yaml", SMALL_PORT],
  ["wider-port.yaml", WIDER_PORT],
  ["round-port.yaml", ROUND_PORT],
  ["pooled-port.yaml", POOLED_PORT],
]);

export function loadSmall(name: `${"small" | "wider" | "round" | "pooled"}-port.yaml`): LoadedScenario {
  const result = loadScenario({ name }, shippedLibrary(FILES));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result;
}
