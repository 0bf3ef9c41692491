/** The path of a setting as it is written. Apart from what is done with settings: a page reads paths without the schema. */
import type { Path } from "../problem.ts";
import { writtenOut } from "./clock.ts";

/**
 * `northbound.stages.primary.service["fast empty"]`, `changes[0].for`: as `formatPath` writes it, or with keys plain.
 * Keys are as a file is read: times of day with two digits for the hours.
 */
export function parsePath(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|\["([^"]*)"\]|([^.[\]]+)/g)].map(([, index, quoted, plain]) =>
    index === undefined ? writtenOut(quoted ?? plain!.trim()) : Number(index),
  );
}

/** Those of a setting of a sweep: several that go together have commas between them. */
export const parsePaths = (name: string): readonly Path[] =>
  name.split(",").map((text) => parsePath(text.trim()));

/** Of these the ones that name anything. */
export const namedPaths = (name: string): readonly Path[] =>
  parsePaths(name).filter(({ length }) => length > 0);

/** Whether one is the other, or a part of it. */
export const meet = (one: Path, other: Path): boolean => isWithin(one, other) || isWithin(other, one);

const isWithin = (inner: Path, outer: Path): boolean => outer.every((part, i) => part === inner[i]);
