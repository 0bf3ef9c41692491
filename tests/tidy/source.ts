// What a source text imports and names, by the syntax tree: words in comments do not count.
import { parseSync } from "vite";

export type Source = {
  /** From the root of the checkout, with slashes. */
  readonly path: string;
  readonly imports: readonly string[];
  /** Every global or local name used on its own, as `Date` in `Date.now()` and `new Date()`. */
  readonly names: readonly string[];
  /** Every `a.b` of two plain names. */
  readonly members: readonly string[];
  readonly operators: readonly string[];
  /** Every text in quotes, imports included. */
  readonly strings: readonly string[];
};

type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

function childrenOf(node: Node): readonly Node[] {
  const isNamed = node.type === "MemberExpression" && node["computed"] === false;
  const isKeyed = /^(Property|PropertyDefinition|MethodDefinition|TSPropertySignature)$/.test(node.type);
  return Object.entries(node)
    .filter(([key]) => !(isNamed && key === "property") && !(isKeyed && key === "key" && !node["computed"]))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value) => isNode(value));
}

function everyNode(root: Node): readonly Node[] {
  const found: Node[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    open.push(...childrenOf(node));
  }
  return found;
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === "Identifier" ? String(node["name"]) : undefined;

/** The text of an import, an export from, an `import()` and an `import("…")` type. */
function importOf(node: Node): string | undefined {
  if (!/^(Import|Export(Named|All)|TSImport)/.test(node.type)) return undefined;
  const source = node["source"] ?? node["argument"];
  if (!isNode(source)) return undefined;
  const literal = source.type === "TSLiteralType" ? (source["literal"] as Node) : source;
  return typeof literal["value"] === "string" ? literal["value"] : undefined;
}

function memberOf(node: Node): string | undefined {
  if (node.type !== "MemberExpression" || node["computed"] === true) return undefined;
  const object = nameOf(node["object"]);
  const property = nameOf(node["property"]);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

const isText = (value: string | undefined): value is string => value !== undefined;

export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`);
  const nodes = everyNode(program as unknown as Node);
  return {
    path,
    imports: nodes.map((node) => importOf(node)).filter(isText),
    names: nodes.map((node) => nameOf(node)).filter(isText),
    members: nodes.map((node) => memberOf(node)).filter(isText),
    operators: nodes.map((node) => node["operator"]).filter((operator) => typeof operator === "string"),
    strings: nodes
      .filter(({ type }) => type === "Literal")
      .map((node) => node["value"])
      .filter((value) => typeof value === "string"),
  };
}
