/**
 * Officers and posts: how many work where, who opens and who closes.
 *
 * Numbers are compared, not people: when one shift of five leaves as another of five arrives nothing
 * closes (a hand-over takes no time). Set-up time passes only when a closed server opens.
 */
import { noteRoom, unblock, waitFor } from "./movement.ts";
import { NONE } from "./plan.ts";
import type { PoolPlan, PortPlan, PostPlan, Steps } from "./plan.ts";
import { manAnalysts, readImages } from "./review.ts";
import { CLOSED, IDLE, OPENING } from "./servers.ts";
import { RANK, rankAt } from "./state.ts";
import type { PortState } from "./state.ts";
import { refreshLines, servesOwnLane, takeNext, unlinkIdle } from "./stations.ts";
import { levelAt, nextStepAfter } from "./steps.ts";

/** Distributes the officers of a pool over its posts as they are at this instant, and waits for the next step. */
export function deploy(state: PortState, pool: number): void {
  const plan = state.plan.pools[pool];
  let free = officersOf(state, plan);
  const targets = plan.posts.map((post) => {
    const least = Math.min(free, state.plan.posts[post].minimum, wantedAt(state, post));
    free -= least;
    return least;
  });
  plan.posts.forEach((post, i) => {
    const more = Math.min(free, wantedAt(state, post) - targets[i]);
    free -= more;
    setTarget(state, post, Math.max(targets[i] + more, Math.min(state.kept[post], available(state, post))));
  });
  reportDuty(state, pool);
  const slot = state.slots.pools + pool;
  const next = nextStep(state, plan);
  state.events.cancel(slot);
  if (next < Infinity) state.events.schedule(slot, next, RANK.staffing);
}

/** What the file plans for a post by itself; null for a post that gets what others of its pool leave. */
export function plannedFor({ pools }: PortPlan, post: PostPlan): Steps | null {
  const { posts, officers } = pools[post.pool];
  return post.wanted ?? (posts.length === 1 ? officers : null);
}

function officersOf(state: PortState, plan: PoolPlan): number {
  const only = plan.posts.length === 1 ? plan.posts[0] : NONE;
  const ordered = only === NONE ? NONE : state.postOverride[only];
  let officers = 0;
  let away = state.away[plan.index];
  for (const post of plan.posts) {
    if (plan.officers === null) officers += wantedAt(state, post);
    away += state.awayFrom[post];
  }
  if (ordered !== NONE) officers = ordered;
  else if (plan.officers !== null) {
    officers = levelAt(plan.officers, state.now);
    if (only !== NONE && officers > 0) officers = Math.max(0, officers + state.shift[only]);
  }
  return Math.max(0, officers - away);
}

function wantedAt(state: PortState, post: number): number {
  const { wanted, pool } = state.plan.posts[post];
  const built = available(state, post);
  let level = wanted === null ? built : levelAt(wanted, state.now);
  if (state.postOverride[post] !== NONE) level = state.postOverride[post];
  else if (wanted !== null && level > 0) {
    const isPlanned = state.plan.pools[pool].officers !== null;
    level = isPlanned ? level + state.shift[post] : built;
  }
  return Math.max(0, Math.min(built, level) - state.awayFrom[post]);
}

/** Servers of a post that can be used: those that are not down and not changing to another post. */
function available(state: PortState, post: number): number {
  const { isReview, capacity } = state.plan.posts[post];
  if (isReview) return capacity;
  let count = 0;
  eachServer(state, post, (server) => {
    if (state.servers.down[server] === 0 && state.servers.nextPost[server] === NONE) count++;
  });
  return count;
}

function nextStep(state: PortState, plan: PoolPlan): number {
  let next = Infinity;
  if (plan.officers !== null) next = nextStepAfter(plan.officers, state.now);
  if (plan.onDuty !== null) next = Math.min(next, nextStepAfter(plan.onDuty, state.now));
  for (const post of plan.posts) {
    const { wanted } = state.plan.posts[post];
    if (wanted !== null) next = Math.min(next, nextStepAfter(wanted, state.now));
  }
  return next;
}

/** Paid: those on duty by the plan or by order, and never fewer than stand at the posts (overtime). */
function reportDuty(state: PortState, pool: number): void {
  const plan = state.plan.pools[pool];
  if (plan.relief === 0) return;
  let atPosts = 0;
  for (const post of plan.posts) atPosts += Math.max(state.manned[post], state.target[post]);
  const only = plan.posts.length === 1 ? plan.posts[0] : NONE;
  const ordered = only !== NONE && (state.postOverride[only] !== NONE || state.shift[only] !== 0);
  const planned = plan.onDuty === null || ordered ? 0 : levelAt(plan.onDuty, state.now);
  const officers = Math.max(planned, atPosts);
  if (officers === state.dutyReported[pool]) return;
  state.dutyReported[pool] = officers;
  state.observer.onDuty(state.now, pool, officers);
}

function setTarget(state: PortState, post: number, officers: number): void {
  state.target[post] = officers;
  if (state.plan.posts[post].isReview) {
    manAnalysts(state, post);
    return readImages(state, post);
  }
  refreshLines(state, placeOfPost(state, state.plan.posts[post]));
  let staying = -state.surplus[post];
  eachServer(state, post, (server) => {
    if (state.servers.state[server] !== CLOSED && state.servers.leaving[server] === 0) staying++;
  });
  if (officers > staying) addOfficers(state, post, officers - staying);
  else if (officers < staying) removeOfficers(state, post, staying - officers);
  // Whether FAST may use general booths depends on who is staffed.
  noteRoom(state, state.plan.posts[post].place);
}

/** Whoever was to leave stays first; then closed servers open, from the first. */
function addOfficers(state: PortState, post: number, number: number): void {
  const { servers, lines } = state;
  const kept = Math.min(number, state.surplus[post]);
  state.surplus[post] -= kept;
  let missing = number - kept;
  eachServer(state, post, (server) => {
    if (missing === 0 || servers.leaving[server] === 0 || !mayServe(state, server)) return;
    servers.leaving[server] = 0;
    lines.open[servers.line[server]]++;
    noteRoom(state, servers.place[server]);
    missing--;
  });
  eachServer(state, post, (server) => {
    if (missing === 0 || servers.state[server] !== CLOSED || !mayServe(state, server)) return;
    openServer(state, server);
    missing--;
  });
}

const mayServe = (state: PortState, server: number): boolean =>
  state.servers.down[server] === 0 && state.servers.nextPost[server] === NONE;

function openServer(state: PortState, server: number): void {
  const { servers, lines } = state;
  const { setUpMs } = state.plan.rules;
  servers.leaving[server] = 0;
  lines.open[servers.line[server]]++;
  if (setUpMs === 0) {
    startManning(state, server);
  } else {
    servers.state[server] = OPENING;
    state.events.schedule(server, state.now + setUpMs, rankAt(RANK.release, servers.place[server]));
    // Those who stand in its lane since it closed keep their places there.
    const head = lines.head[servers.line[server]];
    if (head !== NONE) unblock(state, head);
    noteRoom(state, servers.place[server]);
  }
}

/** Set-up is over, or takes none. */
export function startManning(state: PortState, server: number): void {
  if (state.servers.leaving[server] === 1 && !servesOwnLane(state, server)) return closeServer(state, server);
  const post = state.servers.post[server];
  setManned(state, post, state.manned[post] + 1);
  takeNext(state, server);
}

/** Who goes: those still setting up, then by the rule for who closes first. */
function removeOfficers(state: PortState, post: number, number: number): void {
  const { servers } = state;
  let going = number;
  eachServerBackward(state, post, (server) => {
    if (going === 0 || servers.state[server] !== OPENING || servers.leaving[server] === 1) return;
    dismiss(state, server);
    going--;
  });
  if (state.plan.rules.closesFirst === "first free") {
    eachServerBackward(state, post, (server) => {
      if (going === 0 || servers.state[server] !== IDLE || servers.leaving[server] === 1) return;
      dismiss(state, server);
      going--;
    });
    state.surplus[post] += going;
    return;
  }
  for (; going > 0; going--) dismiss(state, nextToGo(state, post));
}

/** Named officers: those at the highest-numbered servers. Shortest line: fewest in lane and booth, then the same. */
function nextToGo(state: PortState, post: number): number {
  const { servers, lines } = state;
  const byLine = state.plan.rules.closesFirst === "shortest line";
  let best: number = NONE;
  let bestLength = Infinity;
  eachServerBackward(state, post, (server) => {
    if (servers.state[server] === CLOSED || servers.leaving[server] === 1) return;
    const line = servers.line[server];
    const length = byLine ? lines.count[line] + lines.inService[line] : 0;
    if (best !== NONE && length >= bestLength) return;
    best = server;
    bestLength = length;
  });
  return best;
}

/** The officer of this server is to go: now if nothing is in hand, else when it is done. */
export function dismiss(state: PortState, server: number): void {
  const { servers, lines } = state;
  const line = servers.line[server];
  if (servers.leaving[server] === 0) {
    servers.leaving[server] = 1;
    lines.open[line]--;
  }
  const isFree = servers.state[server] === IDLE || servers.state[server] === OPENING;
  if (!isFree || servesOwnLane(state, server)) return;
  if (servers.state[server] === IDLE) unlinkIdle(state, server);
  closeServer(state, server);
}

/** Nobody is at the server any more; vehicles left in its lane go over to others as these have room. */
export function closeServer(state: PortState, server: number): void {
  const { servers, lines } = state;
  const post = servers.post[server];
  const line = servers.line[server];
  const wasManned = servers.state[server] !== OPENING;
  if (!wasManned) state.events.cancel(server);
  servers.state[server] = CLOSED;
  servers.leaving[server] = 0;
  if (wasManned) setManned(state, post, state.manned[post] - 1);
  reportDuty(state, state.plan.posts[post].pool);
  const head = lines.head[line];
  const place = servers.place[server];
  if (
    state.plan.columns.onlyOpenLines[place] === 1 &&
    lines.open[line] === 0 &&
    head !== NONE &&
    state.vehicles.blockedFor[head] === NONE
  ) {
    waitFor(state, head, place, true);
    noteRoom(state, place);
  }
}

/** Closed booths with an empty lane that are to change take their new lane type; called after every event. */
export function retypeBooths(state: PortState): void {
  const { servers, lines } = state;
  const pools = new Set<number>();
  state.retyping = false;
  for (let server = 0; server < servers.count; server++) {
    const post = servers.nextPost[server];
    if (post === NONE) continue;
    if (servers.state[server] !== CLOSED || lines.count[servers.line[server]] > 0) {
      state.retyping = true;
      continue;
    }
    pools.add(state.plan.posts[servers.post[server]].pool).add(state.plan.posts[post].pool);
    servers.post[server] = post;
    servers.nextPost[server] = NONE;
    state.observer.assigned(state.now, server, post);
  }
  for (const pool of pools) deploy(state, pool);
}

export function setManned(state: PortState, post: number, servers: number): void {
  if (state.manned[post] === servers) return;
  state.manned[post] = servers;
  state.observer.manned(state.now, post, servers);
}

/** Servers of a post in order; booths may have changed post, so the whole place is looked through. */
export function eachServer(state: PortState, post: number, visit: (server: number) => void): void {
  const { firstServer, serverCount } = placeOfPost(state, state.plan.posts[post]);
  for (let server = firstServer; server < firstServer + serverCount; server++) {
    if (state.servers.post[server] === post) visit(server);
  }
}

export function eachServerBackward(state: PortState, post: number, visit: (server: number) => void): void {
  const { firstServer, serverCount } = placeOfPost(state, state.plan.posts[post]);
  for (let server = firstServer + serverCount - 1; server >= firstServer; server--) {
    if (state.servers.post[server] === post) visit(server);
  }
}

const placeOfPost = (state: PortState, post: PostPlan) => state.plan.places[post.place];
