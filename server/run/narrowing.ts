/**
 * How the interval of the named answer becomes narrower as days are added in the order of their numbers: the same
 * course whatever the order in which they were finished. Where there are many days it is not looked at after each.
 */
import { estimateIn } from "../../shared/estimate.ts";
import type { Estimate } from "../../shared/estimate.ts";
import type { Narrowing } from "../../shared/experiments.ts";
import type { NamedAnswer } from "../analysis/differences.ts";
import { keyOf } from "../analysis/figures.ts";
import type { Experiment } from "./experiment.ts";

/** Up to here after each day; the next point then lies so much farther. */
const EACH_UNTIL = 40;
const FARTHER = 1.04;
/** One day tells nothing of others, and the interval of two is some ten times as wide as that of three. */
const FIRST = 3;

type Point = { readonly days: number; readonly estimates: readonly (Estimate | null)[] };

export class IntervalCourse {
  readonly #key: string;
  readonly #points: Point[] = [];
  #next = FIRST;
  /** Days without a gap, where that is between two points. */
  #present: Point | null = null;

  constructor(answer: NamedAnswer) {
    this.#key = keyOf({ ...answer, class: null, stage: null, hour: null });
  }

  /** Goes as far as no day is missing. */
  follow(experiment: Experiment): void {
    const { units } = experiment;
    const gap = units.findIndex(({ replication }, index) => replication !== index);
    const days = gap < 0 ? units.length : gap;
    for (; this.#next <= days; this.#next = nextAfter(this.#next))
      this.#points.push(this.#pointAt(experiment, this.#next));
    const last = this.#points.at(-1);
    this.#present = last === undefined || last.days === days ? null : this.#pointAt(experiment, days);
  }

  /** With the present at its end. */
  course(): Narrowing {
    const points = this.#present === null ? this.#points : [...this.#points, this.#present];
    const compared = points[0]?.estimates ?? [];
    return {
      days: points.map(({ days }) => days),
      scenarios: compared.map((_, index) => points.map(({ estimates }) => estimates[index] ?? null)),
    };
  }

  #pointAt(experiment: Experiment, days: number): Point {
    const rows = experiment.differencesAt(days, (key) => keyOf(key) === this.#key);
    return { days, estimates: rows.map(estimateIn) };
  }
}

const nextAfter = (days: number): number =>
  days < EACH_UNTIL ? days + 1 : Math.max(days + 1, Math.round(days * FARTHER));
