/** A small day that a tally and a recorder both listen to. */
import { FanOut } from "../../server/measure/fan-out.ts";
import type { VehicleRows } from "../../server/measure/rows.ts";
import { summarize } from "../../server/measure/summary.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import { Tally } from "../../server/measure/tally.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { Recorder } from "../port/record.ts";
import { planOf } from "../port/simulate.ts";
import type { Day } from "../port/simulate.ts";

export type Tallied = {
  readonly plan: PortPlan;
  readonly summary: ReplicationSummary;
  readonly rows: VehicleRows;
  readonly recorder: Recorder;
};

export function tallied(day: Day, { seed = 1, replication = 0 } = {}): Tallied {
  const plan = planOf(day);
  const tally = new Tally(plan, { rows: true });
  const recorder = new Recorder();
  const run = new PortRun(plan, { seed, replication, observer: new FanOut(tally, recorder) });
  run.runToEnd();
  const summary = summarize(tally, { seed, replication, now: run.now, hash: run.hash() });
  return { plan, summary, rows: tally.rows(), recorder };
}

export const placeOf = ({ plan }: Tallied, name: string): number =>
  plan.places.findIndex((place) => place.name === name);

/** A morning in which most things happen to vehicles: two lane types, image review, exams, short lines, overtime. */
export const BUSY_DAY: Day = {
  hours: "06:00-12:00",
  demand: {
    trucks: "460 /day",
    byHour: {
      "06:00": "15 %",
      "07:00": "25 %",
      "08:00": "25 %",
      "09:00": "15 %",
      "10:00": "10 %",
      "11:00": "10 %",
    },
    flows: { laden: "70 %", empty: "30 %" },
    fast: { laden: "30 %" },
  },
  stages: {
    exportCustoms: { lanes: 3, service: "exponential 60 s", redLight: "5 %", redLightService: "10 min" },
    nii: {
      scanners: 2,
      service: "150 s",
      share: { all: "40 %" },
      room: 3,
      review: { service: "exponential 9 min", analysts: 4 },
    },
    approach: { lanes: 2, length: "200 m", spacing: "20 m", freeFlow: "2 min", fastSplitsAt: "100 m" },
    primary: {
      booths: { fast: 1, general: 2 },
      service: { all: "lognormal 90 s cv 0.7", fast: "exponential 40 s" },
      moveUp: "10 s",
      referral: { random: "15 %", reasons: { documents: "60 %", agriculture: "40 %" } },
    },
    secondary: {
      bays: 4,
      exams: {
        documents: { service: "uniform 5 min to 15 min", at: "bay" },
        agriculture: { service: "8 min", at: "bay" },
      },
    },
  },
  staffing: {
    primary: {
      fast: { "06:00": 1, "24:00": 0 },
      general: { "06:00": 1, "07:00": 2, "12:00": 1, "24:00": 0 },
    },
  },
};

/** Stations that refuse vehicles and lose them: patience, and no room. */
export const IMPATIENT_DAY: Day = {
  demand: { trucks: "600 /day", byHour: { "08:00": "50 %", "09:00": "50 %" }, flows: { laden: "100 %" } },
  stages: {
    desk: { kind: "station", servers: 4, service: "exponential 45 s", patience: "exponential 1 min" },
    yard: { kind: "station", servers: 3, service: "exponential 1 min", room: 2, whenFull: "turn away" },
  },
};
