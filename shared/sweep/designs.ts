/** Which points of a sweep are run. Pure, and without the schema library: the page has it too. */

/** Every value with every other, points that are spread over ranges, or steps of one setting after another. */
export const DESIGNS = ["grid", "latin", "morris"] as const;
export type DesignKind = (typeof DESIGNS)[number];

/** A grid has as many points as its values make. */
export const isCountedInPoints = (design: DesignKind): boolean => design !== "grid";
