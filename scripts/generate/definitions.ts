/**
 * Parts of a JSON Schema that stand in many places, written once under `definitions`.
 *
 * Beside a `$ref` draft-07 reads nothing, so what explains a field stands around it, not in it.
 */
import { isTree } from "./schema-tree.ts";
import type { Tree } from "./schema-tree.ts";

/** Characters from which a part that repeats is worth a name. */
const WORTH_A_NAME = 300;

/** These trees by name, and the parts that repeat in them. */
export function sharedParts(trees: Readonly<Record<string, Tree>>): Tree {
  const counts = new Map<string, number>();
  for (const tree of Object.values(trees)) count(tree, counts);
  const names = new Map<string, string>();
  const parts = new Map<string, Tree>();
  const place = (key: string, tree: Tree): Tree => {
    const { told, body } = parted(tree);
    const text = JSON.stringify(body);
    if (text.length < WORTH_A_NAME || counts.get(text)! < 2) return mapped(tree, place, key);
    let name = names.get(text);
    if (name === undefined) {
      name = freeName(key, [...names.values(), ...Object.keys(trees)]);
      names.set(text, name);
      parts.set(name, mapped(body, place, key));
    }
    const ref = { $ref: `#/definitions/${name}` };
    return Object.keys(told).length === 0 ? ref : { ...told, allOf: [ref] };
  };
  const whole = Object.entries(trees).map(([name, tree]) => [name, mapped(tree, place, name)] as const);
  return Object.fromEntries([...whole, ...parts]);
}

function parted(tree: Tree): { readonly told: Tree; readonly body: Tree } {
  const { description, default: standard, ...body } = tree;
  const told = {
    ...(description === undefined ? {} : { description }),
    ...(standard === undefined ? {} : { default: standard }),
  };
  return { told, body };
}

function count(tree: Tree, counts: Map<string, number>): void {
  const visit = (_: string, child: Tree): Tree => {
    const text = JSON.stringify(parted(child).body);
    const before = counts.get(text) ?? 0;
    counts.set(text, before + 1);
    // What stands only within a part that has been counted repeats with it, not by itself.
    if (before === 0) count(child, counts);
    return child;
  };
  mapped(tree, visit, "");
}

function freeName(key: string, taken: readonly string[]): string {
  const base = key.replace(/[^A-Za-z0-9]/g, "");
  let name = base;
  for (let i = 2; taken.includes(name); i++) name = `${base}${i}`;
  return name;
}

const LISTS = ["anyOf", "allOf"];
const PARTS = ["additionalProperties", "items", "then", "else"];

/** The tree with each schema within it replaced, one level deep; `name` is that of the field it is of. */
function mapped(tree: Tree, place: (key: string, tree: Tree) => Tree, name: string): Tree {
  const entries = Object.entries(tree).map(([key, value]) => {
    if (key === "properties" && isTree(value)) {
      const fields = Object.entries(value).map(([field, child]) => [field, place(field, child as Tree)]);
      return [key, Object.fromEntries(fields)];
    }
    if (LISTS.includes(key) && Array.isArray(value))
      return [key, (value as Tree[]).map((child) => place(nameOf(child, name), child))];
    return [key, PARTS.includes(key) && isTree(value) ? place(nameOf(value, name), value) : value];
  });
  return Object.fromEntries(entries);
}

/** A stage or a change by its kind, anything else by where it was found. */
function nameOf(tree: Tree, otherwise: string): string {
  const kind = ((tree["properties"] as Tree | undefined)?.["kind"] as Tree | undefined)?.["const"];
  return typeof kind === "string" ? kind : otherwise;
}
