/** The event list: order, ties, cancellation, copies, and a comparison with a plain sorted list. */
import { describe, expect, test } from "vitest";
import { copyTable } from "../../server/engine/carry.ts";
import { mix } from "../../server/engine/draws.ts";
import { EventList, NONE, RANKS } from "../../server/engine/event-list.ts";

function drain(list: EventList): number[] {
  const order: number[] = [];
  while (list.size > 0) order.push(list.pop());
  return order;
}

describe("order", () => {
  test("events come by time", () => {
    const list = new EventList(3);
    list.schedule(0, 30, 0);
    list.schedule(1, 10, 0);
    list.schedule(2, 20, 0);
    expect(drain(list)).toEqual([1, 2, 0]);
  });

  test("at one instant the lower rank goes first, whenever it was scheduled", () => {
    const list = new EventList(8);
    for (let rank = 7; rank >= 0; rank--) list.schedule(rank, 5, rank);
    expect(drain(list)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("at one instant and rank the first scheduled goes first, whatever its slot", () => {
    const list = new EventList(5);
    for (const slot of [3, 0, 4, 1, 2]) list.schedule(slot, 5, 2);
    expect(drain(list)).toEqual([3, 0, 4, 1, 2]);
  });

  test("what is pending is told in the order in which it will happen, and stays", () => {
    const list = new EventList(6);
    for (const [slot, time, rank] of [
      [4, 7, 1],
      [2, 5, 3],
      [0, 5, 2],
      [1, 5, 2],
      [3, 1, 9],
    ] as const)
      list.schedule(slot, time, rank);
    expect(list.pop()).toBe(3);
    const told: number[][] = [];
    list.eachPending((...event) => told.push(event));
    expect(told).toEqual([
      [0, 5, 2],
      [1, 5, 2],
      [2, 5, 3],
      [4, 7, 1],
    ]);
    expect(drain(list)).toEqual([0, 1, 2, 4]);
  });

  test("an event that is scheduled again after being canceled goes to the end of its ties", () => {
    const list = new EventList(3);
    for (const slot of [0, 1, 2]) list.schedule(slot, 5, 0);
    list.cancel(0);
    list.schedule(0, 5, 0);
    expect(drain(list)).toEqual([1, 2, 0]);
  });

  test("times before zero come before those after it", () => {
    const list = new EventList(2);
    list.schedule(0, 1, 0);
    list.schedule(1, -1, 7);
    expect(drain(list)).toEqual([1, 0]);
  });
});

describe("what is pending", () => {
  test("the top tells the next event without taking it", () => {
    const list = new EventList(2);
    list.schedule(0, 9, 3);
    list.schedule(1, 8, 5);
    expect([list.topSlot(), list.topTime(), list.topRank(), list.size]).toEqual([1, 8, 5, 2]);
  });

  test("an empty list has its next event at infinity", () => {
    const list = new EventList(2);
    expect([list.topSlot(), list.topTime(), list.topRank(), list.size]).toEqual([NONE, Infinity, NONE, 0]);
    expect(() => list.pop()).toThrow("no event is pending");
  });

  test("a slot knows its time while it is pending", () => {
    const list = new EventList(3);
    list.schedule(1, 8, 0);
    expect(list.isPending(1)).toBe(true);
    expect(list.timeOf(1)).toBe(8);
    expect(list.isPending(0)).toBe(false);
    expect(list.timeOf(0)).toBe(Infinity);
    list.pop();
    expect(list.isPending(1)).toBe(false);
    expect(list.timeOf(1)).toBe(Infinity);
  });

  test("canceling says whether there was anything to cancel", () => {
    const list = new EventList(2);
    list.schedule(0, 8, 0);
    expect(list.cancel(0)).toBe(true);
    expect(list.cancel(0)).toBe(false);
    expect(list.cancel(1)).toBe(false);
    expect(list.size).toBe(0);
  });

  test("clearing leaves nothing, whatever was still to come", () => {
    const list = new EventList(3);
    for (let round = 0; round < 5; round++) {
      list.clear();
      expect([list.size, list.isPending(1), list.topTime()]).toEqual([0, false, Infinity]);
      for (const slot of [2, 1, 0]) list.schedule(slot, 5, 0);
      expect([list.pop(), list.size]).toEqual([2, 2]);
    }
  });
});

describe("mistakes of the caller throw", () => {
  const list = new EventList(2);
  list.schedule(0, 8, 0);
  test.each([
    ["a slot twice", () => list.schedule(0, 9, 0), "slot 0 is already pending at 8 ms"],
    ["a slot beyond the last", () => list.schedule(2, 9, 0), "no such event slot: 2 of 2"],
    ["a slot below the first", () => list.schedule(-1, 9, 0), "no such event slot: -1 of 2"],
    ["half a millisecond", () => list.schedule(1, 9.5, 0), "whole milliseconds, got 9.5 for slot 1"],
    ["a time that is not a number", () => list.schedule(1, NaN, 0), "whole milliseconds, got NaN"],
    ["an infinite time", () => list.schedule(1, Infinity, 0), "whole milliseconds, got Infinity"],
    ["a rank too high", () => list.schedule(1, 9, RANKS), "a rank is 0 to 8191, got 8192"],
    ["a rank too low", () => list.schedule(1, 9, -1), "a rank is 0 to 8191, got -1"],
    ["a negative number of slots", () => new EventList(-1), "whole number of slots, got -1"],
  ])("%s", (_, mistake, message) => {
    expect(mistake).toThrow(message);
    expect([list.size, list.topSlot(), list.isPending(1)]).toEqual([1, 0, false]);
  });
});

describe("growth and copies", () => {
  test("room for more slots keeps what is pending, with its ties", () => {
    const list = new EventList(2);
    list.schedule(1, 5, 0);
    list.schedule(0, 5, 0);
    list.reserve(4);
    expect(list.capacity).toBe(4);
    list.schedule(3, 5, 0);
    list.schedule(2, 4, 0);
    expect(drain(list)).toEqual([2, 1, 0, 3]);
  });

  test("room that is there already changes nothing", () => {
    const list = new EventList(3);
    list.schedule(2, 5, 0);
    list.reserve(2);
    expect([list.capacity, list.topSlot()]).toEqual([3, 2]);
  });

  test("a copy goes on as the original would, and apart from it", () => {
    const original = new EventList(4);
    for (const slot of [2, 0, 1]) original.schedule(slot, 5, 1);
    original.pop();
    const copy = new EventList(9);
    copy.schedule(8, 1, 0);
    copyTable(original, copy);
    for (const list of [original, copy]) list.schedule(3, 5, 1);
    copy.cancel(0);
    expect(drain(copy)).toEqual([1, 3]);
    expect(drain(original)).toEqual([0, 1, 3]);
    expect(copy.capacity).toBe(4);
  });
});

describe("the place of an event that was taken", () => {
  test("is filled by the next that is scheduled, in its order", () => {
    const list = new EventList(4);
    for (const slot of [0, 1, 2]) list.schedule(slot, 10 + slot, 0);
    expect(list.pop()).toBe(0);
    expect(list.size).toBe(2);
    list.schedule(0, 20, 0);
    list.schedule(3, 11, 0);
    expect(drain(list)).toEqual([1, 3, 2, 0]);
  });

  test("is closed when something else is asked or canceled first", () => {
    const list = new EventList(4);
    for (const slot of [0, 1, 2, 3]) list.schedule(slot, slot, 0);
    list.pop();
    expect(list.cancel(1)).toBe(true);
    expect([list.size, list.topSlot(), list.topTime()]).toEqual([2, 2, 2]);
    list.pop();
    list.reserve(9);
    expect(list.cancel(2)).toBe(false);
    expect([list.isPending(2), list.timeOf(3)]).toEqual([false, 3]);
    expect(drain(list)).toEqual([3]);
  });

  test("is closed where it was the last, and what was taken stays taken", () => {
    const list = new EventList(1);
    list.schedule(0, 5, 0);
    list.pop();
    expect(list.topTime()).toBe(Infinity);
    expect(list.isPending(0)).toBe(false);
  });

  test("is open in a copy too", () => {
    const original = new EventList(3);
    for (const slot of [0, 1]) original.schedule(slot, slot, 0);
    original.pop();
    const copy = new EventList(3);
    copyTable(original, copy);
    for (const list of [original, copy]) {
      list.schedule(2, 9, 0);
      expect(drain(list)).toEqual([1, 2]);
    }
  });
});

test("ties keep their order however often events are scheduled again", () => {
  const list = new EventList(6);
  const waiting = [0, 1, 2, 3, 4, 5];
  for (const slot of waiting) list.schedule(slot, 100, 3);
  for (let round = 0; round < 100; round++) {
    const first = list.pop();
    expect(first).toBe(waiting.shift());
    list.schedule(first, 100, 3);
    waiting.push(first);
  }
  expect(drain(list)).toEqual(waiting);
});

/** The same promises kept by a list that is searched from end to end. */
class PlainList {
  readonly entries: { slot: number; time: number; rank: number; order: number }[] = [];
  #scheduled = 0;
  schedule(slot: number, time: number, rank: number): void {
    this.entries.push({ slot, time, rank, order: this.#scheduled++ });
    this.entries.sort((a, b) => a.time - b.time || a.rank - b.rank || a.order - b.order);
  }
  cancel(slot: number): boolean {
    const at = this.entries.findIndex((entry) => entry.slot === slot);
    if (at >= 0) this.entries.splice(at, 1);
    return at >= 0;
  }
}

test.each([
  ["few instants, so that nearly all events tie", 4],
  ["many instants", 5000],
])("a long random life agrees with a plain list: %s", (_, instants) => {
  const slots = 40;
  const list = new EventList(slots);
  const plain = new PlainList();
  let now = 0;
  for (let step = 0; step < 6000; step++) {
    const slot = Math.floor(mix.uniform(1, step, 0) * slots);
    const choice = mix.uniform(1, step, 1);
    if (choice < 0.2) {
      expect(list.cancel(slot)).toBe(plain.cancel(slot));
    } else if (choice < 0.55 && !list.isPending(slot)) {
      const time = now + Math.floor(mix.uniform(1, step, 2) * instants);
      const rank = Math.floor(mix.uniform(1, step, 3) * RANKS);
      list.schedule(slot, time, rank);
      plain.schedule(slot, time, rank);
    } else if (list.size > 0) {
      const next = plain.entries.shift();
      expect([list.topSlot(), list.topTime(), list.topRank()]).toEqual([next?.slot, next?.time, next?.rank]);
      now = list.topTime();
      list.pop();
    }
    expect(list.size).toBe(plain.entries.length);
  }
});
