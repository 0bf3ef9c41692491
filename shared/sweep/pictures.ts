/** What the pictures of a sweep are made of, for the page and for reports. */
import { openEndsOf } from "../estimate.ts";
import type { Estimate } from "../estimate.ts";
import { areFewAlike } from "../few-alike.ts";
import type { FrontierPoint, SweepEffects, SweepFrontier } from "./result.ts";

export type TornadoBar = {
  readonly name: string;
  readonly ends: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly isSure: boolean;
};

/** `ends` says from which value of the setting to which. */
export const tornadoBars = (
  { figure: { metric }, rows }: SweepEffects,
  ends: (from: string, to: string) => string,
): readonly TornadoBar[] =>
  rows.map(({ setting, from, to, effect }) => {
    const { value, low, high } = effect;
    const isKnown = low !== null && high !== null && !areFewAlike({ ...effect, metric });
    return {
      name: setting,
      ends: ends(from, to),
      value,
      low,
      high,
      isSure: isKnown && (low > 0 || high < 0),
    };
  });

export type Whiskered = Pick<Estimate, "value" | "low" | "high">;

export type FrontierPlace = Pick<FrontierPoint, "point" | "standing"> & {
  readonly x: Whiskered;
  readonly y: Whiskered;
};

const whiskered = ({ value, low, high }: Estimate): Whiskered => ({ value, low, high });

/** Whether one of its intervals lacks an end for want of vehicles. */
export const hasOpenEnds = ({ points }: SweepFrontier): boolean =>
  points.some(({ x, y }) => openEndsOf(x) !== null || openEndsOf(y) !== null);

/** Along x. */
export const frontierPlaces = ({ points }: SweepFrontier): readonly FrontierPlace[] =>
  points.map(({ point, x, y, standing }) => ({ point, standing, x: whiskered(x), y: whiskered(y) }));
