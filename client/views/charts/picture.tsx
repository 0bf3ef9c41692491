/** The picture of a chart, drawn anew at the size that there is. */
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { useSize } from "../parts/use-size.ts";
import type { Size } from "../parts/use-size.ts";

type Props = {
  /** Of its style. */
  readonly name: string;
  readonly title: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly draw: (host: SVGSVGElement, size: Size) => void;
};

export function Picture({ name, title, svg, draw }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0) draw(svg.current, { width, height });
  });
  return (
    <div ref={box} class="picture-box">
      <svg ref={svg} class={name} role="img" aria-label={title} width={width} height={height} />
    </div>
  );
}
