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
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
];
const HEAD = 30;
const SIDE = 10;
const SMALL = 9;
const LINE = 13;
/** Width of a letter of small text, a little more than it takes on the average. */
const LETTER = 0.56 * SMALL;
const SCALE = 2;
const NAMESPACE = "http://www.w3.org/2000/svg";

/** `note` says what lines and bands are. */
export type Caption = { readonly title: string; readonly note: string | null; readonly source: string };

/** Presentation attributes instead of classes, a title above; the legend, the note and the source below. */
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
  const quiet = page.getPropertyValue("--quiet").trim();
  const lines = [...(caption.note === null ? [] : [caption.note]), caption.source].flatMap((text) =>
    wrapped(text, (width - 2 * SIDE) / LETTER),
  );
  const legend = legendOf(chart, width, quiet);
  const under = HEAD + height + legend.height;
  const whole = under + LINE * lines.length + 6;
  const sheet = document.createElementNS(NAMESPACE, "svg");
  sheet.setAttribute("xmlns", NAMESPACE);
  sheet.setAttribute("width", String(width));
  sheet.setAttribute("height", String(whole));
  sheet.setAttribute("viewBox", `0 0 ${width} ${whole}`);
  sheet.setAttribute("font-family", "system-ui, sans-serif");
  const ground = document.createElementNS(NAMESPACE, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", page.getPropertyValue("--panel").trim());
  copy.setAttribute("y", String(HEAD));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  legend.group.setAttribute("transform", `translate(0 ${HEAD + height})`);
  sheet.append(
    ground,
    lineOfText(caption.title, SIDE, 20, 14, page.getPropertyValue("--ink").trim(), "600"),
    copy,
    legend.group,
    ...lines.map((text, index) =>
      lineOfText(text, SIDE, under + LINE * (index + 1) - 1, SMALL, quiet, "400"),
    ),
  );
  return new XMLSerializer().serializeToString(sheet);
}

/** The legend that stands beside a chart on the page, with its colors. */
function legendOf(
  chart: SVGSVGElement,
  width: number,
  fill: string,
): { readonly group: SVGGElement; readonly height: number } {
  const group = document.createElementNS(NAMESPACE, "g");
  const items = chart.closest("section")?.querySelectorAll(".legend li") ?? [];
  let x = SIDE;
  let y = LINE;
  for (const item of items) {
    const text = item.textContent.trim();
    const swatch = item.querySelector(".swatch");
    const taken = (swatch === null ? 0 : 14) + text.length * LETTER + 12;
    if (x > SIDE && x + taken > width) {
      x = SIDE;
      y += LINE;
    }
    if (swatch !== null) {
      const mark = document.createElementNS(NAMESPACE, "rect");
      const place = { x, y: y - 6, width: 10, height: 6 };
      for (const [name, value] of Object.entries(place)) mark.setAttribute(name, String(value));
      mark.setAttribute("fill", getComputedStyle(swatch).backgroundColor);
      group.append(mark);
    }
    group.append(lineOfText(text, x + (swatch === null ? 0 : 14), y, SMALL, fill, "400"));
    x += taken;
  }
  return { group, height: items.length === 0 ? 0 : y + 4 };
}

/** Broken between words into lines of so many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
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
