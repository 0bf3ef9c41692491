/**
 * The canvas of one yard. It draws while something moves and rests otherwise; with reduced motion the
 * picture steps once a second without easing.
 */
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { YardMotion } from "../../yard/motion.ts";
import { paintVehicles, readPalette } from "../../yard/paint.ts";
import type { YardLayout } from "../../yard/geometry.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import type { Desk } from "../../state/desk.ts";

const STILL_EVERY_MS = 1_000;

export function Trucks({ layout, index }: { readonly layout: YardLayout; readonly index: number }) {
  const desk = useDesk();
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    return element === null ? undefined : animate(element, layout, desk, index);
  }, [layout, desk, index]);
  return (
    <canvas
      ref={canvas}
      class="yard-canvas"
      role="img"
      aria-label={t("yard.picture", { label: labelOf(index) })}
    />
  );
}

function animate(element: HTMLCanvasElement, layout: YardLayout, desk: Desk, index: number): () => void {
  const context = element.getContext("2d");
  if (context === null) return () => {};
  const motion = new YardMotion(layout);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let palette = readPalette(element);
  let asked = 0;
  let stillAt = -Infinity;
  const paint = (): void => {
    asked = 0;
    const now = performance.now();
    const ratio = fitCanvas(element, context, layout);
    context.clearRect(0, 0, layout.width, layout.height);
    paintVehicles(context, motion.spots(now), palette, ratio);
    if (motion.isMoving(now)) ask();
  };
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(paint);
  };
  const stopFrames = effect(() => {
    const frame = desk.frame.value;
    const own = frame?.scenarios[index];
    if (frame === null || own === undefined) return;
    const now = performance.now();
    if (calm.matches && frame.playing && now - stillAt < STILL_EVERY_MS) return;
    stillAt = now;
    motion.accept(own, frame.timeMs, now, calm.matches);
    ask();
  });
  const stopTheme = effect(() => {
    void desk.theme.value;
    requestAnimationFrame(() => {
      palette = readPalette(element);
      ask();
    });
  });
  return () => {
    stopFrames();
    stopTheme();
    cancelAnimationFrame(asked);
  };
}

/** Matches the canvas to the screen's pixels; gives pixels per CSS pixel. */
function fitCanvas(
  element: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  layout: YardLayout,
): number {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const width = Math.round(layout.width * ratio);
  const height = Math.round(layout.height * ratio);
  if (element.width !== width || element.height !== height) {
    element.width = width;
    element.height = height;
    element.style.width = `${layout.width}px`;
    element.style.height = `${layout.height}px`;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ratio;
}
