/** The sheet that a chart is drawn on, and its layers, one over the other in the order in which they are first asked for. Pure. */
import { select } from "d3";
import type { Selection } from "d3";

export type Group = Selection<SVGGElement, string, SVGSVGElement, unknown>;

type Sheet = { readonly width: number; readonly height: number; readonly title: string };

export function layersOf(host: SVGSVGElement, { width, height, title }: Sheet): (name: string) => Group {
  const svg = select(host).attr("viewBox", `0 0 ${width} ${height}`).attr("aria-label", title);
  return (name) => svg.selectAll<SVGGElement, string>(`g.${name}`).data([name]).join("g").attr("class", name);
}
