/** Puts short texts over columns that may be narrower than they are, without any two touching. */
export type Placed = {
  readonly text: string;
  readonly x: number;
  readonly row: number;
  readonly width: number;
};

/**
 * Each text begins where its column does, or further left at the right edge, in the first row where it
 * fits; where none has room it is cut off in the one with most.
 */
export function placeTexts(
  texts: readonly { readonly x: number; readonly text: string }[],
  within: number,
  widthOf: (text: string) => number,
  rows: number,
  gap: number,
): Placed[] {
  const ends = Array.from({ length: rows }, () => -gap);
  return texts.map(({ x, text }, index) => {
    const width = Math.min(widthOf(text), within);
    const at = Math.min(x, within - width);
    const next = texts[index + 1]?.x ?? within;
    const free = ends.findIndex((end) => end + gap <= at);
    const row = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    const start = free >= 0 ? at : Math.max(x, ends[row] + gap);
    const room = free >= 0 ? width : Math.max(next - start, 12);
    ends[row] = start + room;
    return { text, x: start, row, width: room };
  });
}

let measure: CanvasRenderingContext2D | null = null;

/** Width of a text in the page's font at this size. */
export function textWidth(text: string, size: number): number {
  measure ??= document.createElement("canvas").getContext("2d");
  if (measure === null) return text.length * size * 0.6;
  measure.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return measure.measureText(text).width;
}
