/**
 * A chart as a picture that stands alone: the colors of the page written into the SVG, and under it what
 * it shows, when, and how to make it again.
 */
import { fileSlug, saveBlob } from "../../state/save.ts";

const COPIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
];
const HEAD = 30;
const FOOT = 18;
const SCALE = 2;
const NAMESPACE = "http://www.w3.org/2000/svg";

export type Caption = { readonly title: string; readonly source: string };

/** Presentation attributes instead of classes, a title above and the source below. */
export function standaloneSvg(chart: SVGSVGElement, caption: Caption): string {
  const copy = chart.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("a chart is an SVG");
  const from = [chart, ...chart.querySelectorAll<SVGElement>("*")];
  const to = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  from.forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const name of COPIED) to[index].setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = chart.viewBox.baseVal;
  const page = getComputedStyle(document.documentElement);
  const sheet = document.createElementNS(NAMESPACE, "svg");
  sheet.setAttribute("xmlns", NAMESPACE);
  sheet.setAttribute("width", String(width));
  sheet.setAttribute("height", String(height + HEAD + FOOT));
  sheet.setAttribute("viewBox", `0 0 ${width} ${height + HEAD + FOOT}`);
  sheet.setAttribute("font-family", "system-ui, sans-serif");
  const ground = document.createElementNS(NAMESPACE, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", page.getPropertyValue("--panel").trim());
  copy.setAttribute("y", String(HEAD));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  sheet.append(
    ground,
    lineOfText(caption.title, 10, 20, 14, page.getPropertyValue("--ink").trim(), "600"),
    copy,
    lineOfText(caption.source, 10, height + HEAD + 12, 9, page.getPropertyValue("--quiet").trim(), "400"),
  );
  return new XMLSerializer().serializeToString(sheet);
}

function lineOfText(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  weight: string,
): SVGTextElement {
  const element = document.createElementNS(NAMESPACE, "text");
  element.setAttribute("x", String(x));
  element.setAttribute("y", String(y));
  element.setAttribute("font-size", String(size));
  element.setAttribute("font-weight", weight);
  element.setAttribute("fill", fill);
  element.textContent = text;
  return element;
}

export function saveSvg(chart: SVGSVGElement, caption: Caption): void {
  saveBlob(
    `${fileSlug(caption.title)}.svg`,
    new Blob([standaloneSvg(chart, caption)], { type: "image/svg+xml" }),
  );
}

export async function savePng(chart: SVGSVGElement, caption: Caption): Promise<void> {
  const address = URL.createObjectURL(new Blob([standaloneSvg(chart, caption)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (blob !== null) saveBlob(`${fileSlug(caption.title)}.png`, blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}
