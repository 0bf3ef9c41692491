/**
 * Paints vehicles on the canvas of a yard: one small mark a truck, its color and its shape by class. A
 * class is never told by color alone: empties are hollow, hazmat carries a light spot where there is room.
 */
import { MARKS, markOf } from "./run-length.ts";
import type { Mark } from "./run-length.ts";
import type { Spot } from "./motion.ts";

export type Palette = Readonly<Record<Mark, string>> & { readonly spot: string };

/** Colors come from the style sheet, so that themes and forced colors have one source. */
export function readPalette(host: Element): Palette {
  const style = getComputedStyle(host);
  const color = (name: string): string => style.getPropertyValue(`--mark-${name}`).trim();
  return {
    hazmat: color("hazmat"),
    oversize: color("oversize"),
    produce: color("produce"),
    preInspected: color("pre-inspected"),
    fast: color("fast"),
    empty: color("empty"),
    bobtail: color("bobtail"),
    laden: color("laden"),
    spot: color("spot"),
  };
}

export function paintVehicles(
  context: CanvasRenderingContext2D,
  spots: readonly Spot[],
  palette: Palette,
  ratio: number,
): void {
  const sharp = (value: number): number => Math.round(value * ratio) / ratio;
  for (const mark of MARKS) {
    context.fillStyle = palette[mark];
    context.strokeStyle = palette[mark];
    context.lineWidth = 1;
    for (const spot of spots) {
      if (markOf(spot.letter) !== mark) continue;
      const x = sharp(spot.x);
      const y = sharp(spot.y);
      const width = Math.max(1 / ratio, sharp(spot.width));
      const height = Math.max(1, sharp(spot.height));
      if (mark === "empty" && width >= 4 && height >= 4)
        context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
      else if (width >= 6) roundedBox(context, x, y, width, height);
      else context.fillRect(x, y, width, height);
    }
  }
  context.fillStyle = palette.spot;
  for (const spot of spots) {
    if (spot.width < 6 || spot.height < 4 || markOf(spot.letter) !== "hazmat") continue;
    context.fillRect(sharp(spot.x + spot.width / 2 - 1), sharp(spot.y + spot.height / 2 - 1), 2, 2);
  }
}

function roundedBox(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, 1.2);
  context.fill();
}
