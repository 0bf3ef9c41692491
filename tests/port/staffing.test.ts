/** Officers: shifts, breaks, set-up, hand-over, who closes first, whose lane, pools and what is paid. */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";

const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });
const booths = (general: number, more: object = {}) => ({
  kind: "primary",
  booths: { general },
  service: "10 min",
  ...more,
});

describe("levels", () => {
  test("hold from their time to the next, and before the first there is nobody", () => {
    const day = simulate({
      stages: { queue: station("1 min", { servers: 5 }) },
      staffing: { queue: { "08:00": 2, "09:00": 4, "10:00": 0 } },
      arrivals: ["12:00"],
      followFor: "1 h",
    });
    const levels = ["00:00", "07:59:59", "08:00", "08:59:59", "09:00", "10:00"];
    expect(levels.map((time) => day.mannedAt("queue", time))).toEqual([0, 0, 2, 2, 4, 0]);
  });

  test("begin anew every day", () => {
    const day = simulate({
      days: 2,
      stages: { queue: station("1 min", { servers: 5 }) },
      staffing: { queue: { "08:00": 2 } },
      arrivals: ["08:00"],
    });
    expect(["23:59:59", "2/00:00", "2/08:00"].map((time) => day.mannedAt("queue", time))).toEqual([2, 0, 2]);
  });

  test("may differ by weekday and by date", () => {
    const day = simulate({
      from: "2024-05-10", // a Friday
      days: 4,
      stages: { queue: station("1 min", { servers: 5 }) },
      staffing: {
        queue: {
          days: {
            "mon-fri": { "08:00": 3 },
            sat: { "09:00": 2 },
            "2024-05-12": { "10:00": 1 },
            sun: { "10:00": 5 },
          },
        },
      },
      arrivals: ["08:00"],
    });
    const levels = ["08:00", "2/08:00", "2/09:00", "3/10:00", "4/08:00"];
    expect(levels.map((time) => day.mannedAt("queue", time))).toEqual([3, 0, 2, 1, 3]);
  });

  test("above the servers that are built man those that are", () => {
    const day = simulate({
      stages: { queue: station("1 min", { servers: 2 }) },
      staffing: { queue: { "08:00": 9 } },
      arrivals: ["08:00"],
    });
    expect(day.mannedAt("queue", "08:00")).toBe(2);
  });

  test("nobody planned for a post means it is manned while its place is open", () => {
    const day = simulate({
      hours: "07:00-20:00",
      stages: { primary: booths(3) },
      arrivals: ["08:00"],
    });
    expect(["06:59:59", "07:00", "20:00"].map((time) => day.mannedAt("primary.general", time))).toEqual([
      0, 3, 0,
    ]);
  });
});

describe("shifts", () => {
  const shift = (more: object) =>
    simulate({
      days: 2,
      stages: { queue: station("1 min", { servers: 9 }) },
      staffing: { queue: { shifts: [{ officers: 4, from: "22:00", to: "06:00", ...more }] } },
      arrivals: ["08:00"],
    });

  test("run past midnight", () => {
    const day = shift({});
    expect(["21:59:59", "22:00", "2/05:59:59", "2/06:00"].map((time) => day.mannedAt("queue", time))).toEqual(
      [0, 4, 4, 0],
    );
  });

  test("rest in their breaks, on the next morning too", () => {
    const day = shift({ breaks: [{ at: "02:00", for: "30 min" }] });
    expect(["2/01:59:59", "2/02:00", "2/02:30"].map((time) => day.mannedAt("queue", time))).toEqual([
      4, 0, 4,
    ]);
  });

  test("rest in part where the break names how many", () => {
    const day = shift({ breaks: [{ at: "23:00", for: "30 min", officers: 1 }] });
    expect(["23:00", "23:30"].map((time) => day.mannedAt("queue", time))).toEqual([3, 4]);
  });

  test("are paid through their breaks", () => {
    const day = shift({ breaks: [{ at: "23:00", for: "1 h" }] });
    expect(day.onDutyAt("queue", "23:30")).toBe(4);
    expect(day.dutyHours("queue", "20:00", "2/12:00")).toBe(32);
  });

  test("that overlap add up", () => {
    const day = simulate({
      stages: { queue: station("1 min", { servers: 9 }) },
      staffing: {
        queue: {
          shifts: [
            { officers: 2, from: "06:00", to: "14:00" },
            { officers: 3, from: "12:00", to: "20:00" },
          ],
        },
      },
      arrivals: ["08:00"],
    });
    expect(["11:59:59", "12:00", "14:00", "20:00"].map((time) => day.mannedAt("queue", time))).toEqual([
      2, 5, 3, 0,
    ]);
  });
});

describe("set-up", () => {
  const rules = { setUp: "10 min" };

  test("passes when a closed server opens", () => {
    const day = simulate({
      stages: { queue: station("5 min") },
      staffing: { rules, queue: { "08:00": 1 } },
      arrivals: ["08:00"],
    });
    expect(day.mannedAt("queue", "08:09:59")).toBe(0);
    expect(day.began(1, "queue")).toBe("08:10");
  });

  test("does not pass at a hand-over", () => {
    const day = simulate({
      stages: { queue: station("5 min", { servers: 3 }) },
      staffing: {
        rules,
        queue: {
          shifts: [
            { officers: 3, from: "06:00", to: "14:00" },
            { officers: 3, from: "14:00", to: "22:00" },
          ],
        },
      },
      arrivals: [{ from: "13:58", count: 6 }],
    });
    expect(day.endings()).toEqual(["14:03", "14:03", "14:03", "14:08", "14:08", "14:08"]);
    expect(day.mannedAt("queue", "14:00")).toBe(3);
  });

  test("is broken off when the officer is called away, and begins anew", () => {
    const day = simulate({
      stages: { queue: station("5 min") },
      staffing: { rules, queue: { "08:00": 1, "08:05": 0, "08:06": 1 } },
      arrivals: ["08:00"],
    });
    expect(day.began(1, "queue")).toBe("08:16");
  });

  test("ends in closing where the officer is to go and those in the lane have given up", () => {
    const day = simulate({
      stages: { queue: station("10 min", { lines: "one per server", patience: "2 min" }) },
      staffing: { rules, queue: { "08:00": 1, "08:05": 0 } },
      arrivals: ["08:04"],
    });
    expect(day.ended(1)).toBe("gave up at queue 08:06");
    expect(["08:10", "12:00"].map((time) => day.mannedAt("queue", time))).toEqual([0, 0]);
  });

  test("opens the lane at once to those who come", () => {
    const day = simulate({
      stages: { primary: booths(2, { laneRoom: 1 }) },
      staffing: { rules, primary: { general: { "07:00": 1, "08:00": 2 } } },
      arrivals: [{ from: "07:50", count: 2 }, "08:01"],
    });
    expect(day.servers("primary")).toEqual([1, 1, 2]);
    expect(day.began(3, "primary")).toBe("08:10");
  });
});

describe("fewer officers", () => {
  const fewer = (closesFirst: string, more: readonly object[]) =>
    simulate({
      stages: { queue: station("10 min", { servers: 3, service: { all: "10 min", hazmat: "30 min" } }) },
      staffing: { rules: { closesFirst }, queue: { "07:00": 3, "08:05": 2 } },
      // The last server to have opened takes the first vehicle.
      arrivals: [{ from: "08:00", flow: "hazmat" }, "08:01", ...(more as { from: string }[])],
    });

  test("leave after the vehicle in hand", () => {
    const day = simulate({
      stages: { queue: station("10 min") },
      staffing: { queue: { "07:00": 1, "08:05": 0 } },
      arrivals: ["08:00"],
    });
    expect(day.ended(1)).toBe("08:10");
    expect([day.mannedAt("queue", "08:09:59"), day.mannedAt("queue", "08:10")]).toEqual([1, 0]);
  });

  test("let an idle server close at once, by first free", () => {
    const day = fewer("first free", []);
    expect(day.mannedAt("queue", "08:05")).toBe(2);
    expect(day.endings()).toEqual(["08:30", "08:11"]);
  });

  test("close the server that is next to become free, by first free", () => {
    const day = fewer("first free", [{ from: "08:02" }, { from: "08:03" }]);
    expect(day.began(4, "queue")).toBe("08:12");
    expect(["08:10:59", "08:11"].map((time) => day.mannedAt("queue", time))).toEqual([3, 2]);
  });

  test("close given servers, though others become free before them, by named officers", () => {
    const day = fewer("named officers", [{ from: "08:02" }, { from: "08:03" }]);
    expect(day.servers("queue")).toEqual([3, 2, 1, 2]);
    expect(day.began(4, "queue")).toBe("08:11");
    expect(["08:29:59", "08:30"].map((time) => day.mannedAt("queue", time))).toEqual([3, 2]);
  });

  test("close whoever has the fewest in lane and booth, by shortest line", () => {
    const day = simulate({
      stages: { primary: booths(3) },
      staffing: {
        rules: { closesFirst: "shortest line" },
        primary: { general: { "07:00": 3, "08:05": 2 } },
      },
      arrivals: [{ from: "08:00", count: 5 }, "08:06", "08:07"],
    });
    expect(day.servers("primary").slice(0, 5)).toEqual([1, 2, 3, 1, 2]);
    expect(day.servers("primary").slice(5)).toEqual([1, 2]);
    expect(day.mannedAt("primary.general", "08:10")).toBe(2);
  });

  test("stay after all when more are wanted again before they could go", () => {
    const day = simulate({
      stages: { queue: station("10 min", { servers: 2 }) },
      staffing: { rules: { setUp: "30 min" }, queue: { "07:00": 2, "08:05": 1, "08:07": 2 } },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.endings()).toEqual(["08:10", "08:10", "08:20", "08:20"]);
  });

  test("stay only as many as are wanted again, by named officers", () => {
    const day = simulate({
      stages: { queue: station("10 min", { servers: 3 }) },
      staffing: { rules: { closesFirst: "named officers" }, queue: { "07:00": 3, "08:05": 1, "08:07": 2 } },
      arrivals: [{ from: "08:00", count: 3 }],
    });
    expect(["08:09:59", "08:10"].map((time) => day.mannedAt("queue", time))).toEqual([3, 2]);
  });
});

describe("a closing booth's lane", () => {
  const closing = (laneOfClosingBooth: string, more: object = {}, second: object = { from: "08:00:01" }) =>
    simulate({
      stages: { primary: booths(2, more) },
      staffing: {
        rules: { closesFirst: "named officers", laneOfClosingBooth },
        primary: { general: { "07:00": 2, "08:05": 1 } },
      },
      arrivals: [
        "08:00",
        second as { from: string },
        "08:00:02",
        "08:00:03",
        "08:00:04",
        "08:00:05",
        "08:06",
      ],
    });

  test("is served to its end by the rule to serve it", () => {
    const day = closing("serve it");
    expect(day.servers("primary")).toEqual([1, 2, 1, 2, 1, 2, 1]);
    expect(day.ended(6)).toBe("08:30:01");
    expect(["08:30", "08:30:01"].map((time) => day.mannedAt("primary.general", time))).toEqual([2, 1]);
  });

  test("is served to its end, and then closed, by the booth that was first to be free", () => {
    const day = simulate({
      stages: { primary: booths(2) },
      staffing: {
        rules: { closesFirst: "first free", laneOfClosingBooth: "serve it" },
        primary: { general: { "07:00": 2, "08:05": 1 } },
      },
      arrivals: ["08:00", "08:00:01", "08:00:02", "08:00:03", "08:11"],
    });
    expect(day.servers("primary")).toEqual([1, 2, 1, 2, 2]);
    expect(["08:19:59", "08:20"].map((time) => day.mannedAt("primary.general", time))).toEqual([2, 1]);
  });

  test("goes over to other lanes in order by the rule to merge", () => {
    const day = closing("merge into others");
    expect(day.servers("primary")).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(day.mannedAt("primary.general", "08:10:01")).toBe(1);
    expect(day.beginnings("primary").slice(2)).toEqual(["08:10", "08:40", "08:20", "08:50", "08:30"]);
  });

  test("goes over as the others have room, before anybody from behind", () => {
    const day = closing(
      "merge into others",
      { laneRoom: 2, service: { all: "10 min", empty: "9 min" } },
      { from: "08:00:01", flow: "empty" },
    );
    expect(day.beginnings("primary").slice(2)).toEqual(["08:10", "08:30", "08:20", "08:40", "08:50"]);
    expect(day.left(7, "outside")).toBe("08:30");
  });

  test("keeps the patience of those who change lanes running", () => {
    const day = simulate({
      stages: {
        desk: { kind: "station", servers: 2, lines: "one per server", service: "10 min", patience: "12 min" },
      },
      staffing: {
        rules: { closesFirst: "named officers", laneOfClosingBooth: "merge into others" },
        desk: { "07:00": 2, "08:05": 1 },
      },
      arrivals: [{ from: "08:00", count: 6 }],
    });
    // Six at once fill both servers and stand two deep; whoever is not called within twelve minutes goes.
    expect(day.beginnings("desk")).toEqual(["08:00", "08:00", "08:10", "never", "never", "never"]);
    expect(day.endings().slice(3)).toEqual(Array(3).fill("gave up at desk 08:12"));
  });

  test("takes nobody new while it is served", () => {
    const day = closing("serve it");
    expect(day.servers("primary")[6]).toBe(1);
  });

  test("goes over whole before anybody from behind, where there is room for several at once", () => {
    const day = simulate({
      stages: { primary: booths(2, { laneRoom: 4 }) },
      staffing: {
        rules: { closesFirst: "named officers", laneOfClosingBooth: "merge into others", setUp: "5 min" },
        primary: { general: { "07:00": 2, "08:05": 0, "09:00": 1 } },
      },
      arrivals: [{ from: "08:00", count: 6 }, "08:06"],
    });
    expect(day.servers("primary")).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(day.beginnings("primary").slice(2)).toEqual(["09:05", "09:25", "09:15", "09:35", "09:45"]);
  });

  test("is taken up again as it stands when the booth opens before the lane could merge", () => {
    const day = simulate({
      stages: { primary: booths(1) },
      staffing: {
        rules: { laneOfClosingBooth: "merge into others", setUp: "5 min" },
        primary: { general: { "07:00": 1, "08:05": 0, "09:00": 1 } },
      },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.beginnings("primary")).toEqual(["08:00", "09:05", "09:15", "09:25"]);
  });
});

describe("a pool", () => {
  const pooled = (officers: object, more: object = {}, posts = ["primary.fast", "primary.general"]) =>
    simulate({
      stages: {
        primary: { kind: "primary", booths: { fast: 3, general: 5 }, service: "10 min" },
        toll: { lanes: 2, service: "1 min" },
      },
      staffing: { pools: { officers: { officers, posts, ...more } } },
      arrivals: ["23:00"],
    });

  test("fills its posts in the order of pull", () => {
    const day = pooled({ "07:00": 2, "08:00": 5, "09:00": 20 });
    const manned = (time: string) => [
      day.mannedAt("primary.fast", time),
      day.mannedAt("primary.general", time),
    ];
    expect(["07:00", "08:00", "09:00"].map(manned)).toEqual([
      [2, 0],
      [3, 2],
      [3, 5],
    ]);
  });

  test("gives every post its minimum first", () => {
    const day = pooled({ "07:00": 3, "08:00": 5 }, { minimum: { "primary.general": 2 } });
    const manned = (time: string) => [
      day.mannedAt("primary.fast", time),
      day.mannedAt("primary.general", time),
    ];
    expect(["07:00", "08:00"].map(manned)).toEqual([
      [1, 2],
      [3, 2],
    ]);
  });

  test("mans posts of several stages", () => {
    const day = pooled({ "07:00": 4 }, {}, ["toll", "primary.general"]);
    expect([day.mannedAt("toll", "07:00"), day.mannedAt("primary.general", "07:00")]).toEqual([2, 2]);
  });

  test("gives a post no more than its own plan wants", () => {
    const day = simulate({
      stages: { primary: { kind: "primary", booths: { fast: 3, general: 5 }, service: "10 min" } },
      staffing: {
        pools: { officers: { officers: { "07:00": 6 }, posts: ["primary.fast", "primary.general"] } },
        primary: { fast: { "07:00": 1, "12:00": 3 } },
      },
      arrivals: ["08:00"],
    });
    const manned = (time: string) => [
      day.mannedAt("primary.fast", time),
      day.mannedAt("primary.general", time),
    ];
    expect(["07:00", "12:00"].map(manned)).toEqual([
      [1, 5],
      [3, 3],
    ]);
  });
});

describe("paid hours", () => {
  test("are those of the plan, whoever is manned", () => {
    const day = simulate({
      stages: { queue: station("1 min", { servers: 3 }) },
      staffing: { queue: { "08:00": 3, "16:00": 0 } },
      arrivals: ["08:00"],
      followFor: "24 h",
    });
    expect(day.dutyHours("queue", "00:00", "24:00")).toBe(24);
  });

  test("go on while an officer finishes a vehicle after the end", () => {
    const day = simulate({
      stages: { queue: station("3 h") },
      staffing: { queue: { "08:00": 1, "16:00": 0 } },
      arrivals: ["15:00"],
    });
    expect(day.dutyHours("queue", "00:00", "24:00")).toBe(10);
  });

  test("carry relief where the plan is by steps, none where it is by shifts", () => {
    const plan = (officers: object) =>
      simulate({
        stages: { queue: station("1 min", { servers: 3 }) },
        staffing: { rules: { relief: 1.3 }, queue: officers },
        arrivals: ["08:00"],
      }).plan.pools.find(({ name }) => name === "queue")!.relief;
    expect(plan({ "08:00": 3 })).toBe(1.3);
    expect(plan({ shifts: [{ officers: 3, from: "08:00", to: "16:00" }] })).toBe(1);
  });

  test("are none for a post that nobody plans", () => {
    const day = simulate({ stages: { queue: station("1 min") }, arrivals: ["08:00"] });
    expect(day.dutyHours("queue", "00:00", "24:00")).toBe(0);
    expect(day.plan.pools.find(({ name }) => name === "queue")!.relief).toBe(0);
  });

  test("of a pool are counted once, for all its posts", () => {
    const day = simulate({
      stages: { primary: { kind: "primary", booths: { fast: 3, general: 5 }, service: "10 min" } },
      staffing: {
        pools: {
          officers: { officers: { "08:00": 6, "18:00": 0 }, posts: ["primary.fast", "primary.general"] },
        },
      },
      arrivals: ["08:00"],
    });
    expect(day.dutyHours("officers", "00:00", "24:00")).toBe(60);
  });
});
