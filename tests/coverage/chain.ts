/**
 * Exact answers of a day at a few servers: vehicles come at random at a rate that changes by the hour, services
 * are exponential, one line, first come first served, nobody at the beginning. What an arrival finds follows the
 * differential equations of the Markov chain (Poisson arrivals see time averages, Wolff 1982, at each instant),
 * and who finds all servers busy and k in line waits k + 1 ends of services: Erlang.
 */

export type ServedDay = {
  /** Arrivals an hour, from one hour to the next; none after the last. */
  readonly perHour: readonly number[];
  readonly servers: number;
  readonly serviceMinutes: number;
};

export type ExactDay = {
  /** Expected number of vehicles. */
  readonly vehicles: number;
  readonly meanWaitMinutes: number;
  /** Share of the vehicles of all days that wait no longer. */
  readonly shareWithin: (minutes: number) => number;
  readonly waitQuantile: (p: number) => number;
};

/** Steps of the chain to an event, so that the error of the fourth-order method is far below what is shown. */
const STEPS_AN_EVENT = 5;
const MOST_INSIDE = 200;

export function solveDay(day: ServedDay): ExactDay {
  const found = arrivalsByFound(day);
  const vehicles = found.reduce((sum, count) => sum + count, 0);
  const perMinute = day.servers / day.serviceMinutes;
  const ends = (inside: number): number => Math.max(0, inside - day.servers + 1);
  const meanWaitMinutes =
    found.reduce((sum, count, inside) => sum + count * ends(inside), 0) / perMinute / vehicles;
  const shareWithin = (minutes: number): number =>
    found.reduce((sum, count, inside) => sum + count * erlangWithin(ends(inside), perMinute * minutes), 0) /
    vehicles;
  return { vehicles, meanWaitMinutes, shareWithin, waitQuantile: (p) => solveFor(p, shareWithin) };
}

/** Vehicles of several lines that share nothing, such as those of lane types with booths of their own. */
export function together(lines: readonly ExactDay[]): ExactDay {
  const vehicles = lines.reduce((sum, line) => sum + line.vehicles, 0);
  const perVehicle = (of: (line: ExactDay) => number): number =>
    lines.reduce((sum, line) => sum + line.vehicles * of(line), 0) / vehicles;
  const shareWithin = (minutes: number): number => perVehicle((line) => line.shareWithin(minutes));
  return {
    vehicles,
    meanWaitMinutes: perVehicle(({ meanWaitMinutes }) => meanWaitMinutes),
    shareWithin,
    waitQuantile: (p) => solveFor(p, shareWithin),
  };
}

/** Expected highest number in line over the day. */
export function expectedLongestLine(day: ServedDay): number {
  let sum = 0;
  for (let line = 1; ; line++) {
    const reached = chanceOfLine(day, line);
    sum += reached;
    if (reached < 1e-6) return sum;
  }
}

/** Distribution of the number inside at the end of an hour. */
export function insideAfter(day: ServedDay, hours: number): Float64Array {
  let state = empty(MOST_INSIDE);
  follow({ ...day, perHour: day.perHour.slice(0, hours) }, MOST_INSIDE, (next) => {
    state = next;
  });
  return state;
}

/** How many vehicles of a day find so many inside. */
function arrivalsByFound(day: ServedDay): Float64Array {
  const found = new Float64Array(MOST_INSIDE + 1);
  let before = empty(MOST_INSIDE);
  follow(day, MOST_INSIDE, (state, rate, hours) => {
    // By the trapezoid, whose error over so small a step is below that of any shown digit.
    for (let n = 0; n <= MOST_INSIDE; n++) found[n] += ((before[n] + state[n]) / 2) * rate * hours;
    before = state;
  });
  return found;
}

/** Whoever would make the line so long leaves the chain, so that what is missing at the end is the chance. */
function chanceOfLine(day: ServedDay, line: number): number {
  const most = day.servers + line - 1;
  let inside = 0;
  follow(day, most, (state) => {
    inside = state.reduce((sum, share) => sum + share, 0);
  });
  return 1 - inside;
}

const empty = (most: number): Float64Array =>
  Float64Array.from({ length: most + 1 }, (_, n) => Number(n === 0));

/** Runge and Kutta's method of fourth order; arrivals beyond the most are lost to the chain. */
function follow(
  { perHour, servers, serviceMinutes }: ServedDay,
  most: number,
  visit: (state: Float64Array, perHour: number, hours: number) => void,
): void {
  const ends = Float64Array.from(
    { length: most + 2 },
    (_, n) => (Math.min(n, servers) * 60) / serviceMinutes,
  );
  let state = empty(most);
  for (const rate of perHour) {
    const steps = Math.ceil((rate + ends[servers]) * STEPS_AN_EVENT);
    const hours = 1 / steps;
    for (let step = 0; step < steps; step++) {
      const first = slopeAt(state, state, 0, rate, ends);
      const second = slopeAt(state, first, hours / 2, rate, ends);
      const third = slopeAt(state, second, hours / 2, rate, ends);
      const fourth = slopeAt(state, third, hours, rate, ends);
      const next = new Float64Array(most + 1);
      for (let n = 0; n <= most; n++)
        next[n] = state[n] + ((first[n] + 2 * second[n] + 2 * third[n] + fourth[n]) * hours) / 6;
      state = next;
      visit(state, rate, hours);
    }
  }
}

/** How fast each share grows, at a state moved along a slope for some hours. */
function slopeAt(
  state: Float64Array,
  slope: Float64Array,
  hours: number,
  rate: number,
  ends: Float64Array,
): Float64Array {
  const grows = new Float64Array(state.length);
  let [below, here] = [0, state[0] + slope[0] * hours];
  for (let n = 0; n < state.length; n++) {
    const above = n + 1 < state.length ? state[n + 1] + slope[n + 1] * hours : 0;
    grows[n] = below * rate + above * ends[n + 1] - here * (rate + ends[n]);
    [below, here] = [here, above];
  }
  return grows;
}

/** Chance that so many ends of services, at one a unit of time on average, come within a time. */
function erlangWithin(ends: number, time: number): number {
  let term = Math.exp(-time);
  let fewer = 0;
  for (let k = 0; k < ends; k++) {
    fewer += term;
    term *= time / (k + 1);
  }
  return 1 - fewer;
}

/** Where an increasing share of minutes reaches p. */
function solveFor(p: number, share: (minutes: number) => number): number {
  let [low, high] = [0, 1_440];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (share(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
