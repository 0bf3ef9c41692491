/** Other futures from the same present: what is drawn anew, what stays, and that on average neither is false. */
import { describe, expect, test } from "vitest";
import { putIn, takeOut } from "../../server/engine/carry.ts";
import { IDLE } from "../../server/port/servers.ts";
import { PortRun } from "../../server/port/run.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { EventCounter } from "../bench/event-counter.ts";
import { mean, variance } from "../engine/statistics.ts";
import { planOf } from "./simulate.ts";
import type { Day } from "./simulate.ts";

const station = (service: string, more: object = {}) => ({
  kind: "station" as const,
  servers: 1,
  service,
  ...more,
});

function present(day: Day, atMs: number, replication = 0): PortRun {
  const run = new PortRun(planOf(day), { seed: 5, replication, observer: new EventCounter() });
  run.advance(atMs);
  return run;
}

function futureOf(run: PortRun, number: number): PortRun {
  const future = new PortRun(run.plan, { observer: new EventCounter(), check: true });
  putIn(takeOut(run), future);
  future.redrawFuture(number);
  return future;
}

/** A day on which the only vehicle is still there at an instant. */
function stillInside(day: Day, atMs: number): PortRun {
  for (let replication = 0; ; replication++) {
    const run = present(day, atMs, replication);
    if (run.vehicles.count === 1) return run;
  }
}

describe("who stands blocked for a line chosen by chance", () => {
  const day = {
    stages: {
      gate: station("1 s", { servers: 2 }),
      queue: station("1 h", { servers: 2, room: 0, lines: "one per server", choose: "random" }),
      last: station("20 min", { servers: 2, lines: "one per server", choose: "random" }),
    },
    arrivals: [{ from: "08:00", count: 2 }],
  };
  /** Both have chosen the same of the two, so that one is blocked although the other server is free. */
  const bothWantOne = (): PortRun => {
    for (let replication = 0; ; replication++) {
      const run = present(day, 8 * HOUR + MINUTE, replication);
      if (run.state.inPlace[2] === 1) return run;
    }
  };

  test("waits for it in every future, and in futures of futures", () => {
    const now = bothWantOne();
    const servers = now.state.servers;
    const wanted = servers.vehicle.findIndex(
      (vehicle, server) => vehicle >= 0 && servers.place[server] === 2,
    );
    for (let number = 0; number < 20; number++) {
      const future = futureOf(futureOf(now, number), number + 1);
      expect(future.state.inPlace[2]).toBe(1);
      future.advance(9 * HOUR + MINUTE);
      expect(future.state.inPlace.slice(1)).toEqual(Int32Array.of(0, 1, 1));
      expect(future.state.servers.vehicle[wanted]).toBeGreaterThanOrEqual(0);
    }
  });

  test("chooses its later lines as each future has it", () => {
    const now = bothWantOne();
    const second = now.vehicles.blockedFor.findIndex((place) => place === 2);
    const last = new Set<number>();
    for (let number = 0; number < 20; number++) {
      const future = futureOf(now, number);
      future.advance(10 * HOUR + MINUTE);
      last.add(future.vehicles.server[second]!);
    }
    expect(last.size).toBe(2);
  });
});

describe("what is under way", () => {
  /** Minutes from 08:20 until the vehicle that came at 08:00 has gone, in 400 futures. */
  function remaining(stage: object): Float64Array {
    const day = { stages: { queue: { kind: "station", ...stage } }, arrivals: ["08:00"] };
    const now = stillInside(day, 8 * HOUR + 20 * MINUTE);
    return Float64Array.from({ length: 400 }, (_, number) => {
      const run = futureOf(now, number);
      while (run.vehicles.count > 0) run.advance(run.now + 1_000);
      return (run.now - now.now) / MINUTE;
    });
  }

  test.each([
    [
      "a service that may take all of an interval takes what is left of it",
      { service: "uniform 0 min to 60 min" },
      20,
      40,
    ],
    ["a stay without a server as well", { servers: "unlimited", service: "uniform 0 min to 60 min" }, 20, 40],
    ["moving up counts before service", { service: "uniform 5 min to 45 min", moveUp: "10 min" }, 17.5, 35],
  ])("%s", (_, stage, middle, longest) => {
    const minutes = remaining({ servers: 1, ...stage });
    expect(Math.max(...minutes)).toBeLessThanOrEqual(longest + 0.02);
    expect(Math.max(...minutes)).toBeGreaterThan(0.95 * longest);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean(minutes) - middle)).toBeLessThan(4 * Math.sqrt(variance(minutes) / 400) + 0.02);
  });

  test("a memoryless service takes as long again as though it began now", () => {
    const minutes = remaining(station("exponential 30 min"));
    expect(Math.abs(mean(minutes) - 30)).toBeLessThan(4 * (30 / Math.sqrt(400)));
    expect(Math.abs(Math.sqrt(variance(minutes)) - 30)).toBeLessThan(8);
  });

  test("a service of known length ends when it is to end", () => {
    expect(new Set(remaining(station("25 min")))).toEqual(new Set([5]));
  });

  test("patience is what is left of it", () => {
    const day = {
      stages: { queue: station("5 h", { patience: "uniform 0 min to 60 min" }) },
      arrivals: ["08:00", "08:00"],
    };
    const now = present(day, 8 * HOUR + 1 * MINUTE);
    expect(now.vehicles.count).toBe(2);
    const minutes = Float64Array.from({ length: 400 }, (_, number) => {
      const run = futureOf(now, number);
      while (run.vehicles.count > 1) run.advance(run.now + 1_000);
      return (run.now - now.now) / MINUTE;
    });
    expect(Math.abs(mean(minutes) - 29.5)).toBeLessThan(4 * Math.sqrt(variance(minutes) / 400) + 0.02);
  });
});

describe("what is revealed stays", () => {
  test("the listed times of arrivals, those inside, their classes and their order", () => {
    const day = {
      stages: { queue: station("exponential 10 min", { servers: 2 }) },
      arrivals: [
        { from: "08:00", until: "12:00", every: "2 min", fast: true },
        { from: "08:00", until: "12:00", every: "3 min", flow: "empty" as const },
      ],
    };
    const now = present(day, 9 * HOUR);
    const { lines, vehicles } = futureOf(now, 1).state;
    expect(lines.count).toEqual(now.state.lines.count);
    expect(vehicles.marks).toEqual(now.state.vehicles.marks);
    expect(vehicles.next).toEqual(now.state.vehicles.next);
    expect(futureOf(now, 1).state.nextArrival).toBe(9 * HOUR + 2 * MINUTE);
  });

  test("the factor of the day, but not that of the days to come", () => {
    const day = {
      days: 2,
      demand: { rates: "60 /h", dayToDay: "40 %" },
      stages: { queue: station("1 s") },
    };
    const now = present(day, 8 * HOUR);
    const factorsOf = (number: number): readonly number[] => {
      const future = futureOf(now, number);
      const today = future.state.dayFactor;
      future.advance(32 * HOUR);
      return [today, future.state.dayFactor];
    };
    const [one, other] = [factorsOf(1), factorsOf(2)];
    expect([one[0], other[0]]).toEqual([now.state.dayFactor, now.state.dayFactor]);
    expect(one[1]).not.toBe(other[1]);
  });
});

describe("futures know no more than the present", () => {
  /** A line that builds up from 08:00, and the number inside at 09:30. */
  const day: Day = {
    hours: "08:00-12:00",
    demand: { rates: { "08:00": "150 /h", "12:00": "0 /h" } },
    stages: { queue: station("lognormal 80 s cv 0.8", { servers: 3 }) },
  };
  const now = 8.75 * HOUR;
  const then = 9.5 * HOUR;
  const PRESENTS = 150;
  const FUTURES = 10;
  const insideThen = (run: PortRun): number => {
    run.advance(then);
    return run.vehicles.count;
  };

  const straight = Float64Array.from({ length: PRESENTS * FUTURES }, (_, replication) =>
    insideThen(present(day, now, 1_000 + replication)),
  );
  const fans = Array.from({ length: PRESENTS }, (_, replication) => {
    const run = present(day, now, replication);
    return Float64Array.from({ length: FUTURES }, (_, number) => insideThen(futureOf(run, number)));
  });

  test("their mean over many presents is that of straight runs", () => {
    const means = Float64Array.from(fans, (fan) => mean(fan));
    const error = Math.sqrt(variance(means) / PRESENTS + variance(straight) / straight.length);
    expect(Math.abs(mean(means) - mean(straight))).toBeLessThan(4 * error);
  });

  test("their spread, with that of the presents, makes that of straight runs: the fan is not too thin", () => {
    const within = mean(Float64Array.from(fans, (fan) => variance(fan)));
    const between = variance(Float64Array.from(fans, (fan) => mean(fan))) - within / FUTURES;
    const ratio = (within + between) / variance(straight);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.33);
    // Of the present that the fan starts from much is still known after three quarters of an hour.
    expect(within).toBeLessThan(variance(straight));
  });

  test("what comes soon after the present is close to it", () => {
    const run = present(day, now);
    const spread = (minutes: number): number =>
      variance(
        Float64Array.from({ length: 60 }, (_, number) => {
          const future = futureOf(run, number);
          future.advance(now + minutes * MINUTE);
          return future.vehicles.count;
        }),
      );
    expect(spread(0)).toBe(0);
    expect(spread(1)).toBeLessThan(spread(20));
  });
});

test("equal numbers give the same vehicles in every scenario", () => {
  const day = (servers: number): Day => ({
    demand: { rates: "60 /h" },
    stages: { queue: station("exponential 3 min", { servers }) },
  });
  const arrivalsOf = (servers: number, number: number): readonly number[] => {
    const run = futureOf(present(day(servers), 8 * HOUR), number);
    return Array.from({ length: 90 }, (_, minute) => {
      run.advance(8 * HOUR + minute * MINUTE);
      return run.state.nextArrival;
    });
  };
  expect(arrivalsOf(2, 7)).toEqual(arrivalsOf(4, 7));
  expect(arrivalsOf(2, 7)).not.toEqual(arrivalsOf(2, 8));
  expect(futureOf(present(day(9), 8 * HOUR), 0).state.servers.state).toContain(IDLE);
});
