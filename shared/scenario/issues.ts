/**
 * Turns what the schema refuses into findings that a person can act on: what was expected at this place,
 * what was written there, and a hint for the mistakes that YAML and units invite.
 */
import type { ZodUnion, z } from "zod";
import type { Finding, Path } from "../problem.ts";
import { finding, findingOnKey, shorten } from "../problem.ts";
import { guessParams, nearest } from "./nearest.ts";
import type { Sourced } from "./places.ts";
import { writtenAt } from "./places.ts";
import { quantityFinding, timeOfDayGuess } from "./quantity-issues.ts";
import { listFor, numberFor, timesFor } from "./usable-example.ts";
import { SCENARIO_VERSION } from "./schema.ts";
import type { Schema, Shape } from "./shape.ts";
import { WEEKDAYS } from "../vocabulary.ts";
import {
  branchOf,
  descriptionOf,
  isMapValue,
  metaOf,
  resolve,
  schemaAt,
  shapeOf,
  unwrap,
  valueAt,
} from "./shape.ts";

type Issue = z.core.$ZodIssue;

/** `root` is the schema that refused `data`. */
export function findingsOf(root: Schema, data: Sourced, issues: readonly Issue[]): Finding[] {
  return new Explainer(root, data).all(issues, [], root);
}

class Explainer {
  readonly #data: Sourced;
  readonly #root: Schema;

  constructor(root: Schema, data: Sourced) {
    this.#root = root;
    this.#data = data;
  }

  /** `base` leads to the value that `schema` refused; the issues' paths go on from there. */
  all(issues: readonly Issue[], base: Path, schema: Schema): Finding[] {
    return issues.flatMap((issue) => {
      const here = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
      return this.#one(issue, [...base, ...here], schemaAt(schema, this.#value(base), here));
    });
  }

  #value(path: Path): unknown {
    return valueAt(this.#data.value, path);
  }

  #one(issue: Issue, path: Path, schema: Schema | null): Finding[] {
    const value = this.#value(path);
    switch (issue.code) {
      case "invalid_union":
        return this.#union(issue, path, schema, value);
      case "unrecognized_keys":
        return issue.keys.map((key) => this.#unknownKey([...path, key], schema));
      case "invalid_key":
        return [this.#badKey(path)];
      case "custom":
        return [this.#refused(issue.params ?? {}, path, schema)];
      default:
        return [this.#valueOf(path, schema, value)];
    }
  }

  #union(issue: z.core.$ZodIssueInvalidUnion, path: Path, schema: Schema | null, value: unknown): Finding[] {
    if (issue.errors.length === 0) return [this.#badKind(path, issue)];
    if (value === null || value === undefined) return [this.#nothing(path, value, schema)];
    const union = unwrap(schema!) as ZodUnion;
    const branch = branchOf(union.options, value);
    return this.all(issue.errors[branch]!, path, union.options[branch]!);
  }

  /** A stage or a change whose kind is missing or unknown. */
  #badKind(path: Path, issue: z.core.$ZodIssueInvalidUnion): Finding {
    const known = "options" in issue ? (issue.options as readonly string[]).map(String) : [];
    const kind = this.#value(path);
    const owner = path.slice(0, -1);
    if (kind !== undefined) return finding("CR-204", path, this.#wordParams(path, known));
    const name = owner.at(-1);
    if (typeof name !== "string") return this.#noKind(owner, known);
    return findingOnKey("CR-222", owner, { stage: name, ...guessParams(name, known) });
  }

  /** In a list nothing else tells the kind: a key that is nearly `kind`, or all kinds there are. */
  #noKind(owner: Path, known: readonly string[]): Finding {
    const entry = this.#value(owner);
    const slip = isMapValue(entry) ? Object.keys(entry).find((key) => nearest(key, ["kind"]) !== null) : null;
    if (slip != null)
      return findingOnKey("CR-201", [...owner, slip], { key: slip, ...guessParams(slip, ["kind"]) });
    const about = known.join(", ");
    return finding("CR-202", [...owner, "kind"], { key: "kind", about, context: "about" });
  }

  #wordParams(path: Path, known: readonly string[]): Readonly<Record<string, string>> {
    return { found: this.#found(path), ...guessParams(String(this.#value(path)), known) };
  }

  #found(path: Path): string {
    const written = writtenAt(this.#data.places, path);
    if (written === null) return shorten(JSON.stringify(this.#value(path)) ?? "");
    return written.isQuoted ? `"${shorten(written.text)}"` : shorten(written.text);
  }

  #unknownKey(path: Path, owner: Schema | null): Finding {
    const key = String(path.at(-1));
    if (this.#isLoneWord(path)) return findingOnKey("CR-216", path, { key });
    const form = owner === null ? null : resolve(owner, this.#value(path.slice(0, -1)));
    const shape = form === null ? null : shapeOf(form);
    const keys =
      shape !== null && (shape.kind === "map" || shape.kind === "record") ? (shape.keys ?? []) : [];
    const known = keys.filter((name) => !HIDDEN_KEYS.has(name));
    return findingOnKey("CR-201", path, { key: shorten(key), ...guessParams(key, known) });
  }

  /** `{ hours: 9, 15 }`: YAML reads 15 as a key without a value. */
  #isLoneWord(path: Path): boolean {
    return this.#value(path) === null && writtenAt(this.#data.places, path)?.text === "";
  }

  #badKey(path: Path): Finding {
    const key = String(path.at(-1));
    if (this.#isLoneWord(path)) return findingOnKey("CR-216", path, { key });
    const owner = path.slice(0, -1);
    const schema = schemaAt(this.#root, this.#data.value, owner);
    const form = schema === null ? null : resolve(schema, this.#value(owner));
    const shape = form === null ? null : shapeOf(form);
    const keys = shape?.kind === "record" ? (metaOf(shape.keyType).quantity ?? "name") : "name";
    const guess = keys === "clock" ? timeOfDayGuess(key) : keys === "day" ? nearestDay(key) : nameGuess(key);
    const hint = guess === null ? {} : { guess, context: "guess" };
    return findingOnKey("CR-220", path, { key: shorten(key), keys, ...hint });
  }

  /** A value that its own type's reader refused. */
  #refused(params: Readonly<Record<string, unknown>>, path: Path, schema: Schema | null): Finding {
    const text = (name: string): string => String(params[name] ?? "");
    if (params["reason"] === "range" && params["low"] !== undefined) {
      const context = params["high"] === undefined ? { context: "least" } : {};
      return finding("CR-208", path, {
        found: this.#found(path),
        low: text("low"),
        high: text("high"),
        ...context,
      });
    }
    return this.#valueOf(path, schema, this.#value(path));
  }

  #nothing(path: Path, value: unknown, schema: Schema | null): Finding {
    const key = String(path.at(-1) ?? "");
    if (value === null) {
      const isExtending = this.#value(["extends"]) !== undefined;
      return findingOnKey("CR-215", path, { key, ...(isExtending ? { context: "extends" } : {}) });
    }
    if (path.length === 1 && key === "cruce")
      return finding("CR-202", path, { key, version: SCENARIO_VERSION, context: "version" });
    const about = schema === null ? undefined : descriptionOf(schema);
    return finding("CR-202", path, {
      key,
      ...(about === undefined ? {} : { about: lowerFirst(about), context: "about" }),
    });
  }

  #valueOf(path: Path, schema: Schema | null, value: unknown): Finding {
    if (value === null || value === undefined) return this.#nothing(path, value, schema);
    const found = this.#found(path);
    const shape: Shape = schema === null ? { kind: "union" } : shapeOf(schema);
    if (path.length === 1 && path[0] === "cruce") {
      const isNewer = typeof value === "number" && value > SCENARIO_VERSION;
      return finding("CR-221", path, {
        version: SCENARIO_VERSION,
        found,
        ...(isNewer ? { context: "newer" } : {}),
      });
    }
    switch (shape.kind) {
      case "quantity": {
        const written = writtenAt(this.#data.places, path)?.text ?? found;
        if (typeof value === "object")
          return this.#wrongType(path, "quantity", value, exampleOf(shape.examples[0]));
        return quantityFinding(path, { quantity: shape.quantity, examples: shape.examples, written, found });
      }
      case "words":
        return finding("CR-204", path, this.#wordParams(path, shape.words));
      case "boolean":
        return typeof value === "string" && BOOLEANS.has(value.toLowerCase())
          ? finding("CR-217", path, { found, guess: BOOLEANS.get(value.toLowerCase())! })
          : this.#wrongType(path, "boolean", value, { hint: "boolean" });
      case "number":
        return this.#number(path, shape, value, found);
      case "text":
        return typeof value === "string"
          ? finding("CR-218", path, { least: shape.least, most: shape.most, length: value.length })
          : this.#wrongType(
              path,
              "text",
              value,
              typeof value === "object" ? {} : { example: String(value), hint: "text" },
            );
      case "list":
        return Array.isArray(value)
          ? finding("CR-219", path, {
              least: shape.least,
              most: shape.most,
              count: value.length,
              ...(shape.least === shape.most && { context: "exact" }),
            })
          : this.#wrongType(path, "list", value, exampleOf(listFor(shape.itemType, value, found)));
      case "record":
        return this.#wrongType(
          path,
          "map",
          value,
          metaOf(shape.keyType).quantity === "clock"
            ? exampleOf(timesFor(shape.valueType, value, found))
            : {},
        );
      default:
        return this.#wrongType(path, "map", value, {});
    }
  }

  #number(path: Path, shape: Shape & { readonly kind: "number" }, value: unknown, found: string): Finding {
    const type = shape.isWhole ? "whole" : "number";
    if (typeof value === "string" && /^[0-9]{1,3}([, ][0-9]{3})+$|^[0-9]+,[0-9]+$/.test(value)) {
      const isThousands = /^[0-9]{1,3}([, ][0-9]{3})+$/.test(value);
      return finding("CR-210", path, { found, guess: value.replace(/[, ]/g, isThousands ? "" : ".") });
    }
    if (typeof value !== "number") {
      const isQuoted =
        typeof value === "string" && value.trim() !== "" && fitsNumber(shape.isWhole, Number(value));
      return this.#wrongType(
        path,
        type,
        value,
        isQuoted ? { example: value, hint: "quoted" } : { example: numberFor(shape, value), hint: "number" },
      );
    }
    if (shape.isWhole && !Number.isInteger(value)) return finding("CR-223", path, { found });
    const context = shape.high === null ? "least" : shape.low === null ? "most" : "";
    const bounds = { low: shape.low ?? "", high: shape.high ?? "" };
    return finding("CR-208", path, { found, ...bounds, ...(context === "" ? {} : { context }) });
  }

  #wrongType(path: Path, type: string, value: unknown, { example = "", hint }: Advice): Finding {
    const context = hint ?? (example === "" ? "plain" : "");
    return finding("CR-203", path, {
      type,
      foundType: typeOf(value),
      found: this.#found(path),
      example,
      ...(context === "" ? {} : { context }),
    });
  }
}

/** How to write what was written in a wrong type; without an example the reference has to tell. */
type Advice = { readonly example?: string; readonly hint?: "quoted" | "number" | "text" | "boolean" };

const exampleOf = (example: string | undefined): Advice => (example === undefined ? {} : { example });

const fitsNumber = (isWhole: boolean, value: number): boolean =>
  isWhole ? Number.isInteger(value) : Number.isFinite(value);

/** Known to the schema, but filled in or settled before it looks. */
const HIDDEN_KEYS = new Set(["before", "after"]);

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["y", "true"],
  ["true", "true"],
  ["no", "false"],
  ["off", "false"],
  ["n", "false"],
  ["false", "false"],
]);

export function typeOf(value: unknown): "null" | "list" | "map" | "text" | "number" | "boolean" {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  if (isMapValue(value)) return "map";
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const DAYS = [...WEEKDAYS, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
function nearestDay(key: string): string | null {
  const days = key
    .toLowerCase()
    .split(/\s*[-–]\s*/)
    .map((word) => nearest(word, DAYS)?.slice(0, 3) ?? null);
  return days.length <= 2 && days.every((day) => day !== null) ? days.join("-") : null;
}

function nameGuess(key: string): string | null {
  const words = key.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words
    .map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join("");
  return /^[a-z][A-Za-z0-9]{0,39}$/.test(name) && name !== key ? name : null;
}
