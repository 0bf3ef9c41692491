/**
 * HTML put together from parts: what comes from outside is escaped, unless it is markup already, and no line of it ends
 * between a number and its unit. Code stays as it is, to be copied.
 */
import { heldTogether } from "../../../shared/held-together.ts";

export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export type Part = Markup | string | number | null | readonly Part[];

export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const shown = parts.map((part, i) => htmlOf(part, texts[i]!.endsWith("<code>") ? asItIs : heldTogether));
  return new Markup(texts.map((text, i) => text + (shown[i] ?? "")).join(""));
}

const asItIs = (text: string): string => text;

function htmlOf(part: Part, set: (text: string) => string): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.html;
  if (typeof part === "object") return part.map((one) => htmlOf(one, set)).join("");
  return escaped(set(String(part)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** The first cell of a row is its head. */
export function table(
  caption: Part,
  heads: readonly Part[],
  rows: readonly (readonly Part[])[],
  kind = "",
): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="${kind}"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([head, ...cells]) =>
      markup`<tr><th scope="row">${head!}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
