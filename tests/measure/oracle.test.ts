/** The tally against the same day worked out vehicle by vehicle from a record of all that was reported. */
import { describe, expect, test } from "vitest";
import { FIRST_HOUR_GROUP, GROUPS, HOURS } from "../../server/measure/groups.ts";
import { FLOW_COUNT } from "../../server/port/plan.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { HOUR } from "../../shared/units.ts";
import { areaOf } from "../port/record.ts";
import type { Stay, Trip } from "../port/record.ts";
import { BUSY_DAY, IMPATIENT_DAY, tallied } from "./tallied.ts";
import type { Tallied } from "./tallied.ts";

const busy = tallied(BUSY_DAY);
const impatient = tallied(IMPATIENT_DAY);

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
};
const all = (values: Float64Array, place = 0): number =>
  sum(values.slice(place * GROUPS, place * GROUPS + FIRST_HOUR_GROUP));
const classOf = (trip: Trip): number => FLOWS.indexOf(trip.flow) + (trip.isFast ? FLOW_COUNT : 0);
const stayAt = (trip: Trip, place: string): Stay | undefined =>
  trip.stays.find((stay) => stay.place === place);

/** Time in the lanes of a stay during which the vehicle drove freely, from an instant on. */
function freeTravel({ plan }: Tallied, trip: Trip, from: number): number {
  return sum(
    trip.stays.map((stay) => {
      const { kind, freeFlowMs } = plan.places.find(({ name }) => name === stay.place)!;
      if (kind !== "lanes") return 0;
      const until = Math.min(stay.entered + freeFlowMs, stay.left);
      return Math.max(0, until - Math.max(from, stay.entered));
    }),
  );
}

function waits(day: Tallied): { readonly trip: Trip; readonly wait: number }[] {
  return day.recorder.trips.flatMap((trip) => {
    const primary = stayAt(trip, "primary");
    if (!trip.isCounted || primary === undefined || Number.isNaN(primary.began)) return [];
    const atBooth = primary.began + 10_000;
    return [{ trip, wait: atBooth - trip.joined - freeTravel(day, trip, trip.joined) }];
  });
}

describe("a busy morning", () => {
  test("has lines that spill back and vehicles held for their image", () => {
    const { trips } = busy.recorder;
    expect(
      trips.some(({ stays }) => stays.some(({ place, blocked }) => place === "exportCustoms" && blocked > 0)),
    ).toBe(true);
    expect(trips.some(({ stays }) => stays.some(({ heldFrom }) => !Number.isNaN(heldFrom)))).toBe(true);
  });

  test("adds up every wait, from the end of the line to the booth without the free drive", () => {
    const expected = waits(busy);
    expect(all(busy.summary.figures.wait.count)).toBe(expected.length);
    expect(all(busy.summary.figures.wait.sum)).toBe(sum(expected.map(({ wait }) => wait)));
    expect(Math.max(...busy.summary.figures.waitHighest)).toBe(Math.max(...expected.map(({ wait }) => wait)));
  });

  test("keeps waits by class and by the hour of joining", () => {
    const { count, sum: sums } = busy.summary.figures.wait;
    const expected = { count: new Float64Array(GROUPS), sum: new Float64Array(GROUPS) };
    for (const { trip, wait } of waits(busy)) {
      for (const group of [classOf(trip), FIRST_HOUR_GROUP + Math.floor(trip.joined / HOUR)]) {
        expected.count[group]++;
        expected.sum[group] += wait;
      }
    }
    expect(count).toEqual(expected.count);
    expect(sums).toEqual(expected.sum);
  });

  test("adds up crossing times, and as delay what is neither service nor free travel", () => {
    const trips = busy.recorder.trips.filter(({ isCounted, outcome }) => isCounted && outcome === "departed");
    const moving = (trip: Trip): number =>
      freeTravel(busy, trip, 0) +
      sum(
        trip.stays.map((stay) => {
          if (Number.isNaN(stay.began)) return 0;
          const held = Number.isNaN(stay.heldFrom) ? 0 : stay.heldUntil - stay.heldFrom;
          return (Number.isNaN(stay.blocked) ? stay.left : stay.blocked) - stay.began - held;
        }),
      );
    expect(all(busy.summary.figures.crossing.sum)).toBe(
      sum(trips.map(({ ended, arrived }) => ended - arrived)),
    );
    expect(all(busy.summary.figures.delay.sum)).toBe(
      sum(trips.map((trip) => trip.ended - trip.arrived - moving(trip))),
    );
  });

  test.each(busy.plan.places.map(({ name, index }) => [name, index] as const))(
    "adds up the stays at %s",
    (name, place) => {
      const stays = busy.recorder.trips.flatMap((trip) =>
        trip.isCounted && trip.outcome === "departed" ? trip.stays.filter((stay) => stay.place === name) : [],
      );
      const { dwell, blocked } = busy.summary.figures;
      expect(all(dwell.count, place)).toBe(stays.length);
      expect(all(dwell.sum, place)).toBe(sum(stays.map(({ entered, left }) => left - entered)));
      expect(all(blocked.sum, place)).toBe(
        sum(stays.map((stay) => (Number.isNaN(stay.blocked) ? 0 : stay.left - stay.blocked))),
      );
    },
  );

  test("pays and staffs as reported, overtime included", () => {
    const { manned, onDuty } = busy.summary.staff;
    busy.summary.shape.posts.forEach(({ name }, post) => {
      const hours = sum(manned.integral.slice(post * HOURS, (post + 1) * HOURS));
      expect(hours).toBe(
        areaOf(busy.recorder.mannedOf.get(name)!, 0, Math.max(busy.summary.endedMs, 24 * HOUR)),
      );
    });
    busy.summary.shape.pools.forEach(({ name }, pool) => {
      const hours = sum(onDuty.integral.slice(pool * HOURS, (pool + 1) * HOURS));
      expect(hours).toBe(
        areaOf(busy.recorder.onDutyOf.get(name)!, 0, Math.max(busy.summary.endedMs, 24 * HOUR)),
      );
    });
  });

  test("divides the time of booths into busy and blocked", () => {
    const booths = busy.plan.places.find(({ isPrimary }) => isPrimary)!;
    const posts = busy.plan.posts.filter(({ place }) => place === booths.index);
    const stays = busy.recorder.trips.flatMap((trip) =>
      trip.stays.filter(({ place, began }) => place === "primary" && began >= 0),
    );
    const { busy: atWork, blocked } = busy.summary.staff;
    const over = (integral: Float64Array): number =>
      sum(posts.map(({ index }) => sum(integral.slice(index * HOURS, (index + 1) * HOURS))));
    const done = (stay: Stay): number => (Number.isNaN(stay.blocked) ? stay.left : stay.blocked);
    expect(over(atWork.integral)).toBe(sum(stays.map((stay) => done(stay) - stay.began)));
    expect(over(blocked.integral)).toBe(sum(stays.map((stay) => stay.left - done(stay))));
  });

  test("keeps a row of each vehicle's wait and crossing", () => {
    const { rows, recorder } = busy;
    const expected = recorder.trips.filter(({ isCounted }) => isCounted);
    expect(rows.count).toBe(expected.length);
    expect([...rows.crossingMs]).toEqual(expected.map(({ ended, arrived }) => ended - arrived));
    expect(sum([...rows.waitMs])).toBe(all(busy.summary.figures.wait.sum));
  });
});

describe("stations that lose vehicles", () => {
  const { summary, recorder } = impatient;
  const trips = recorder.trips.filter(({ isCounted }) => isCounted);
  const number = (outcome: Trip["outcome"]): number =>
    trips.filter((trip) => trip.outcome === outcome).length;

  test("count who departed, who was turned away and who gave up", () => {
    expect(number("gave up")).toBeGreaterThan(10);
    expect(number("turned away")).toBeGreaterThan(10);
    expect(all(summary.vehicles.arrived)).toBe(trips.length);
    expect(all(summary.vehicles.departed)).toBe(number("departed"));
    expect(all(summary.vehicles.gaveUp)).toBe(number("gave up"));
    expect(all(summary.vehicles.turnedAway)).toBe(number("turned away"));
    expect(all(summary.vehicles.unfinished)).toBe(0);
  });

  test("count the waits of those only who were called", () => {
    const called = trips.flatMap(({ stays }) =>
      stays.filter(({ place, began }) => place === "desk" && !Number.isNaN(began)),
    );
    const desk = impatient.plan.places.findIndex(({ name }) => name === "desk");
    expect(all(summary.figures.stageWait.count, desk)).toBe(called.length);
    expect(all(summary.figures.stageWait.sum, desk)).toBe(
      sum(called.map(({ entered, began }) => began - entered)),
    );
  });
});
