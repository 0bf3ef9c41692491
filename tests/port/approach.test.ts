/** Approach and bridge: storage, travel, order within a lane, and FAST behind the others. */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";

const approach = (more: object = {}) => ({
  kind: "approach",
  lanes: 1,
  length: "1 km",
  spacing: "100 m",
  freeFlow: "4 min",
  ...more,
});
const primary = (booths: object, more: object = {}) => ({
  kind: "primary",
  booths,
  service: "10 min",
  ...more,
});
const fast = (from: string) => ({ from, fast: true });

describe("a lane", () => {
  test("takes at least the time of free travel", () => {
    const day = simulate({
      stages: { approach: approach(), primary: primary({ general: 1 }) },
      arrivals: ["08:00"],
    });
    expect(day.began(1, "primary")).toBe("08:04");
  });

  test("stores as many as stand on its length, the others wait outside", () => {
    const day = simulate({
      stages: { approach: approach(), primary: primary({ general: 1 }, { laneRoom: 0 }) },
      arrivals: [{ from: "08:00", count: 15 }],
    });
    expect(day.insideAt("approach", "08:03:59")).toBe(10);
    expect(day.insideAt("outside", "08:03:59")).toBe(5);
    expect(day.entered(11, "approach")).toBe("08:04");
  });

  test("gives its room at the tail as soon as its head leaves", () => {
    const day = simulate({
      stages: { approach: approach({ length: "200 m" }), primary: primary({ general: 1 }, { laneRoom: 0 }) },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.entered(3, "approach")).toBe("08:04");
    expect(day.entered(4, "approach")).toBe("08:14");
  });

  test("makes those who come late travel their time, though the way is free", () => {
    const day = simulate({
      stages: {
        approach: approach({ length: "100 m" }),
        primary: primary({ general: 1 }, { service: "1 min" }),
      },
      arrivals: [{ from: "08:00", count: 2 }],
    });
    expect(day.beginnings("primary")).toEqual(["08:04", "08:08"]);
  });

  test("is chosen for having the fewest vehicles", () => {
    const day = simulate({
      stages: {
        approach: approach({ lanes: 2, length: "100 m" }),
        primary: primary({ general: 3 }, { laneRoom: 0 }),
      },
      arrivals: [
        { from: "08:00", count: 2 },
        { from: "08:01", count: 1 },
      ],
    });
    expect(day.insideAt("approach", "08:01")).toBe(2);
    expect(day.insideAt("outside", "08:01")).toBe(1);
  });

  test("keeps its order where booths are of different speed", () => {
    const day = simulate({
      stages: {
        approach: approach(),
        primary: primary({ general: 2 }, { laneRoom: 0, service: { all: "10 min", empty: "1 min" } }),
      },
      arrivals: [
        { from: "08:00", flow: "empty", count: 2 },
        "08:00",
        "08:00",
        { from: "08:00", flow: "empty" },
      ],
    });
    expect(day.beginnings("primary")).toEqual(["08:04", "08:04", "08:05", "08:05", "08:15"]);
  });

  test("is left by its head alone: a general head that finds no booth lane traps FAST behind it", () => {
    const day = simulate({
      stages: { approach: approach(), primary: primary({ fast: 1, general: 1 }, { laneRoom: 0 }) },
      arrivals: ["08:00", "08:00:30", fast("08:01")],
    });
    expect(day.blocked(2, "approach")).toBe("08:04:30");
    expect(day.began(3, "primary")).toBe("08:14");
    expect(day.mannedAt("primary.fast", "08:10")).toBe(1);
  });

  test("beside it lets its own head go on", () => {
    const day = simulate({
      stages: {
        approach: approach({ lanes: 2 }),
        primary: primary({ fast: 1, general: 1 }, { laneRoom: 0 }),
      },
      arrivals: ["08:00", "08:00:30", fast("08:01"), fast("08:01:30")],
    });
    // Lanes in turn: the second and the fourth vehicle stand in the other lane.
    expect(day.began(3, "primary")).toBe("08:05");
    expect(day.began(4, "primary")).toBe("08:15");
  });
});

describe("a split near the end", () => {
  const split = { fastSplitsAt: "400 m" };

  test("keeps the time of free travel in all", () => {
    const day = simulate({
      stages: { approach: approach(split), primary: primary({ fast: 1, general: 1 }) },
      arrivals: ["08:00", fast("08:00")],
    });
    expect(day.route(1)).toBe("approach approach.afterSplit primary");
    expect(day.left(1, "approach")).toBe("08:02:24");
    expect(day.beginnings("primary")).toEqual(["08:04", "08:04"]);
  });

  test("frees FAST of the general vehicles ahead", () => {
    const day = simulate({
      stages: { approach: approach(split), primary: primary({ fast: 1, general: 1 }, { laneRoom: 0 }) },
      arrivals: ["08:00", "08:00:30", fast("08:01")],
    });
    expect(day.began(3, "primary")).toBe("08:05");
  });

  test("is out of reach while the jam stands back beyond it", () => {
    const day = simulate({
      stages: { approach: approach(split), primary: primary({ fast: 1, general: 1 }, { laneRoom: 0 }) },
      // One at the booth, four after the split, the sixth is the head before it.
      arrivals: [{ from: "08:00", count: 6 }, fast("08:01")],
    });
    expect(day.blocked(6, "approach")).toBe("08:04");
    expect(day.left(6, "approach")).toBe("08:14");
    expect(day.left(7, "approach")).toBe("08:14");
    expect(day.began(7, "primary")).toBe("08:15:36");
  });

  test("has as many FAST lanes as the file says", () => {
    const day = simulate({
      stages: {
        approach: approach({ ...split, fastSplitsAt: "100 m", fastLanes: 3 }),
        primary: primary({ fast: 1 }, { laneRoom: 0 }),
      },
      arrivals: [{ from: "08:00", fast: true, count: 5 }],
    });
    expect(day.insideAt("approach.afterSplit", "08:04")).toBe(3);
  });
});

describe("booth lanes", () => {
  test("with finite length hold the others on the approach", () => {
    const day = simulate({
      stages: { approach: approach(), primary: primary({ general: 2 }, { laneRoom: 1 }) },
      arrivals: [{ from: "08:00", count: 6 }],
    });
    expect([day.insideAt("primary", "08:04"), day.insideAt("approach", "08:04")]).toEqual([4, 2]);
  });
});

describe("the line for primary", () => {
  const stages = {
    toll: { lanes: 1, service: "1 min", room: 1 },
    approach: approach({ length: "200 m" }),
    primary: primary({ general: 1 }, { laneRoom: 0 }),
  };

  test("is joined on entering the approach when it is short", () => {
    const day = simulate({ stages, arrivals: ["08:00"] });
    expect([day.joined(1), day.entered(1, "approach")]).toEqual(["08:01", "08:01"]);
  });

  test("is joined in the toll's line once it has spilled back to the toll", () => {
    const day = simulate({ stages, arrivals: [{ from: "08:00", count: 3 }, "08:02:30", "08:03:30"] });
    expect(day.blocked(3, "toll")).toBe("08:03");
    expect([3, 4, 5].map((number) => day.joined(number))).toEqual(["08:03", "08:03", "08:03:30"]);
  });

  test("is joined on arrival once it has spilled back beyond the first stage", () => {
    const day = simulate({
      stages: { ...stages, toll: { lanes: 1, service: "1 min", room: 0 } },
      arrivals: [{ from: "08:00", until: "08:20", every: "1 min" }, "08:20:30"],
    });
    expect(day.route(21)).toBe("outside toll approach primary");
    expect(day.joined(21)).toBe("08:20:30");
  });

  test("takes in those who already stood outside for the toll, the moment it reaches the toll", () => {
    const day = simulate({
      stages: { ...stages, toll: { lanes: 1, service: "1 min", room: 0 } },
      arrivals: [{ from: "08:00", count: 7 }],
    });
    expect(day.blocked(3, "toll")).toBe("08:03");
    expect([4, 5, 6, 7].map((number) => day.joined(number))).toEqual(Array(4).fill("08:03"));
  });

  test("is joined at primary where there is no approach", () => {
    const day = simulate({
      stages: { toll: stages.toll, primary: primary({ general: 1 }) },
      arrivals: ["08:00", "08:00"],
    });
    expect([day.joined(1), day.joined(2)]).toEqual(["08:01", "08:02"]);
  });

  test("is never joined in a file without primary", () => {
    const day = simulate({ stages: { toll: stages.toll }, arrivals: ["08:00"] });
    expect(day.joined(1)).toBe("never");
  });
});
