/**
 * The plain C program that the engine is measured against, where its source and a C compiler are present. It
 * does not belong to the project: `CRUCE_BENCH_REFERENCE` names its source, else it is looked for beside the checkout.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BESIDE = fileURLToPath(new URL("../../../shared/bench/ref.c", import.meta.url));
const FLAGS = ["-O3", "-march=native", "-DLOGEXP"];

export type Reference =
  | { readonly kind: "built"; readonly program: string }
  | { readonly kind: "missing"; readonly reason: string };

export function buildReference(): Reference {
  const source = process.env["CRUCE_BENCH_REFERENCE"] ?? BESIDE;
  if (!existsSync(source)) return { kind: "missing", reason: "its source is not there" };
  const program = join(mkdtempSync(join(tmpdir(), "cruce-bench-")), "reference");
  for (const compiler of ["cc", "gcc", "clang"]) {
    try {
      execFileSync(compiler, [...FLAGS, "-o", program, source, "-lm"], { stdio: "ignore" });
      return { kind: "built", program };
    } catch {
      // The next one may be there.
    }
  }
  return { kind: "missing", reason: "no C compiler was found" };
}

/** Events a second of one run of the program. */
export function referenceSpeed(program: string, model: string, ...sizes: readonly number[]): number {
  const [customers, ...rest] = sizes;
  const output = execFileSync(program, [model, String(customers), "1", ...rest.map(String)], {
    encoding: "utf8",
  });
  const { events, secs } = JSON.parse(output) as { readonly events: number; readonly secs: number };
  return events / secs;
}
