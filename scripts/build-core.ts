/**
 * Compiles server/core to dist/core.js: a module that holds the program as text, so that whatever imports it, bundles
 * it or runs it in a worker needs no file beside it. What the program exports is declared in dist/core.d.ts.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { CORE_PAGES } from "../server/engine/core-pages.ts";

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { first, most } = CORE_PAGES;
const OPTIONS = [
  // Shared, so that columns seen from outside stay valid when the memory grows.
  `--importMemory --sharedMemory --enable threads --initialMemory ${first} --maximumMemory ${most}`,
  "--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub --use abort=",
  "--outFile core.wasm --bindings raw server/core/index.ts",
].flatMap((line) => line.split(" "));

const written = new Map<string, string | Uint8Array>();
const { error } = await asc.main([...OPTIONS, "--baseDir", root("")], {
  stdout: process.stderr,
  stderr: process.stderr,
  writeFile(name, contents) {
    written.set(name, contents);
  },
});
const program = written.get("core.wasm");
const declared = written.get("core.d.ts");
if (error !== null || program === undefined || declared === undefined) {
  process.stderr.write(`the core could not be compiled: ${error?.message ?? "nothing was written"}\n`);
  process.exit(1);
}

/** The exported functions, to which the tables of the core are addresses; what they answer with yes or no is 1 or 0. */
const signatures = [...String(declared).matchAll(/export function (.*;)/g)]
  .map(
    ([, signature]) =>
      `  ${signature!.replaceAll(/__Record\d+<\w+>/g, "number").replace("): boolean;", "): number;")}\n`,
  )
  .join("");

function write(name: string, text: string): void {
  // Written whole under another name: whoever imports it meanwhile has the old one.
  writeFileSync(root(`dist/${name}.new`), text);
  renameSync(root(`dist/${name}.new`), root(`dist/${name}`));
}

mkdirSync(root("dist"), { recursive: true });
write("core.d.ts", `export declare const program: string;\nexport type Exports = {\n${signatures}};\n`);
write("core.js", `export const program = "${Buffer.from(program).toString("base64")}";\n`);
