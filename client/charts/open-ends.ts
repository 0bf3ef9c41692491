/**
 * Intervals of which one end is not known. A line that stops at the value would be read as ending there: so it goes on
 * in dashes to the edge of the picture. Without either end there is no line at all. Pure.
 */

export type Ended = { readonly value: number; readonly low: number | null; readonly high: number | null };

/** From the known end, or the value, to the other. */
export const knownPart = ({ value, low, high }: Ended): readonly [number, number] => [
  low ?? value,
  high ?? value,
];

/** From the value to the edge on the side of the end that is not known; null where both ends are, or neither is. */
export function openPart(
  { value, low, high }: Ended,
  [least, most]: readonly [number, number],
): readonly [number, number] | null {
  if ((low === null) === (high === null)) return null;
  return low === null ? [least, value] : [value, most];
}
