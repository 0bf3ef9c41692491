/** Sessions without sockets or threads: acknowledging, failing, putting away and waking up. */
import { beforeEach, expect, test } from "vitest";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Live } from "../../server/run/live.ts";
import type { LivePost, LiveRequest, LiveStart } from "../../server/run/live-messages.ts";
import { SqliteStore } from "../../server/store/sqlite.ts";
import { MOST_SESSIONS, Sessions } from "../../server/web/sessions.ts";
import { isSecretOf, hashOf, newSecret, watchSecretOf } from "../../server/web/secrets.ts";

const MINUTE = 60_000;
const SCENARIOS = ["a.yaml", "b.yaml"].map((file) => ({ file }) as LoadedScenario);

/** A live run that does as it is told and remembers it. */
class FakeLive implements Live {
  readonly asked: LiveRequest[] = [];
  ended = false;
  readonly start: LiveStart;
  readonly post: (post: LivePost) => void;

  constructor(start: LiveStart, post: (post: LivePost) => void) {
    this.start = start;
    this.post = post;
  }

  ask(request: LiveRequest) {
    this.asked.push(request);
    return Promise.resolve({
      ok: true as const,
      positionMs: 5_000,
      epoch: this.start.epoch,
      made: [],
      presents: [],
    });
  }

  end(): Promise<void> {
    this.ended = true;
    return Promise.resolve();
  }
}

let now: number;
let lives: FakeLive[];
let heard: string[];
let store: SqliteStore;
let sessions: Sessions;

beforeEach(() => {
  now = 1_000_000;
  lives = [];
  heard = [];
  store = new SqliteStore(":memory:", null);
  sessions = sessionsOn();
});

function sessionsOn(): Sessions {
  const silent = {
    welcome: () => {},
    frame: () => {},
    charts: () => {},
    results: () => {},
    forecast: () => {},
    worth: () => {},
    experiments: () => {},
    experiment: () => {},
    failed: () => {},
  };
  const parts = {
    store,
    startLive: (start: LiveStart, post: (post: LivePost) => void) => {
      const live = new FakeLive(start, post);
      lives.push(live);
      return live;
    },
    newBackground: () => ({
      run: () => {},
      forecast: () => {},
      endForecast: () => {},
      worth: () => {},
      stopWorth: () => {},
      endWorth: () => {},
      experiment: () => ({ cancel: () => {}, end: () => {} }),
      end: () => {},
    }),
    version: "test",
    now: () => now,
    log: () => {},
  };
  return new Sessions(parts, (id) => ({
    ...silent,
    ended: (reason, runaway) =>
      heard.push(`${id} ${reason}${runaway === null ? "" : ` by ${runaway.limit}`}`),
  }));
}

/** A new session: its id and control secret. */
async function made(): Promise<{ id: string; secret: string }> {
  const links = await sessions.create(SCENARIOS);
  if (links === null) throw new Error("no room");
  return { id: links.session, secret: links.control.split("#")[1]! };
}

async function entered(id: string, secret: string) {
  const result = await sessions.enter(id, secret);
  if (!result.ok) throw new Error(result.refusal);
  return result.session;
}

test("a secret is known by its hash, and the watch secret follows from it", () => {
  const secret = newSecret();
  expect(isSecretOf(hashOf(secret), secret)).toBe(true);
  expect(isSecretOf(hashOf(secret), newSecret())).toBe(false);
  expect(watchSecretOf(secret)).toBe(watchSecretOf(secret));
  expect(watchSecretOf(secret)).not.toBe(secret);
  expect(secret).toMatch(/^[A-Za-z0-9_-]{24}$/);
});

test("secrets are stored nowhere", async () => {
  const { id, secret } = await made();
  expect(JSON.stringify(store.read(id))).not.toContain(secret);
  expect(JSON.stringify(store.read(id))).not.toContain(watchSecretOf(secret));
});

test("an acknowledged command is in the store", async () => {
  const { id, secret } = await made();
  const session = await entered(id, secret);
  expect(await session.command({ do: "speed", factor: 300 })).toEqual({ ok: true, sequence: 2 });
  expect(store.read(id)).toMatchObject({
    entries: [expect.stringContaining('"open"'), '{"do":"speed","factor":300}'],
    mark: { positionMs: 5_000 },
  });
});

test("a command that cannot be stored is refused, and the run goes back to what the log says", async () => {
  const { id, secret } = await made();
  const session = await entered(id, secret);
  await session.command({ do: "pause" });
  store.append = () => Promise.reject(new Error("disk full"));
  expect(await session.command({ do: "play" })).toEqual({ ok: false, refusal: "failed", problems: [] });
  expect(lives.map(({ ended }) => ended)).toEqual([true, false]);
  expect(lives[1]!.start).toMatchObject({
    state: { playing: false, sequence: 2 },
    positionMs: 5_000,
    epoch: 2,
  });
});

test("commands are carried out one after the other", async () => {
  const { id, secret } = await made();
  const session = await entered(id, secret);
  const replies = await Promise.all([
    session.command({ do: "pause" }),
    session.command({ do: "seed", seed: 3 }),
    session.command({ do: "play" }),
  ]);
  expect(replies).toEqual([2, 3, 4].map((sequence) => ({ ok: true, sequence })));
  expect(lives[0]!.asked.map((request) => request.do)).toEqual(["pause", "replay", "play"]);
});

test("a live run that fails ends its session and no other", async () => {
  const [bad, good] = [await made(), await made()];
  lives[0]!.post({ kind: "failed", reason: "out of memory", runaway: null });
  expect(heard).toEqual([`${bad.id} failed`]);
  const session = await entered(good.id, good.secret);
  expect(await session.command({ do: "pause" })).toMatchObject({ ok: true });
});

test("a live run whose model runs away tells its session by which limit", async () => {
  const { id } = await made();
  const runaway = {
    limit: "events",
    most: 5,
    scenario: "round",
    date: "2024-05-07",
    clockMs: 0,
    place: "first",
    vehicles: 3,
  } as const;
  lives[0]!.post({ kind: "failed", reason: "", runaway });
  expect(heard).toEqual([`${id} failed by events`]);
});

test("a session where nobody is for a quarter of an hour is put away, and wakes where it was", async () => {
  const { id, secret } = await made();
  const session = await entered(id, secret);
  session.viewers++;
  await session.command({ do: "seed", seed: 9 });
  now += 60 * MINUTE;
  await sessions.tidy();
  expect(sessions.count()).toBe(1);
  session.viewers--;
  now += 15 * MINUTE;
  await sessions.tidy();
  expect([sessions.count(), lives[0]!.ended, heard]).toEqual([0, true, [`${id} idle`]]);
  await entered(id, watchSecretOf(secret));
  expect(lives[1]!.start).toMatchObject({ state: { seed: 9, sequence: 2 }, positionMs: 5_000, epoch: 2 });
});

test("a stored session opens to its own secrets only", async () => {
  const { id, secret } = await made();
  await sessions.endAll();
  sessions = sessionsOn();
  expect(await sessions.enter(id, newSecret())).toEqual({ ok: false, refusal: "notAllowed" });
  expect(await sessions.enter("0".repeat(24), secret)).toEqual({ ok: false, refusal: "unknownSession" });
  expect(sessions.count()).toBe(0);
  expect(await sessions.enter(id, secret)).toMatchObject({ ok: true, role: "control" });
  expect(await sessions.enter(id, watchSecretOf(secret))).toMatchObject({ ok: true, role: "watch" });
});

test("beyond the most sessions the longest idle one makes room; while all are in use nobody comes in", async () => {
  const all = [];
  for (let i = 0; i < MOST_SESSIONS; i++) {
    const { id, secret } = await made();
    const session = await entered(id, secret);
    session.viewers++;
    all.push(session);
  }
  expect(await sessions.create(SCENARIOS)).toBeNull();
  all[3]!.viewers--;
  now += MINUTE;
  expect(await sessions.create(SCENARIOS)).not.toBeNull();
  expect(heard).toEqual([`${all[3]!.id} idle`]);
  expect(sessions.count()).toBe(MOST_SESSIONS);
});

test("sessions that nobody used for a season are forgotten", async () => {
  const { id } = await made();
  await sessions.endAll();
  now += 91 * 24 * 60 * MINUTE;
  await sessions.forgetOld();
  expect(store.read(id)).toBeNull();
});
