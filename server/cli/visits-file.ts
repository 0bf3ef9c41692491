/**
 * The file that `--visits` names, or standard output. A file that is there is never overwritten: the name
 * may be that of a scenario by mistake.
 *
 * Until the first replication is in it the file stands beside its name, under one that no other command has, so that
 * of two commands with the same `FILE` only one can ever write there.
 */
import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { csvLine } from "../../shared/csv.ts";
import { PartsInOrder } from "../run/parts-in-order.ts";
import type { PartsOutput } from "../run/parts-in-order.ts";
import type { VisitsTaker } from "../run/experiment.ts";
import { VISIT_COLUMNS } from "../measure/visits.ts";
import { CommandError, EXIT } from "./exit.ts";
import { dropPart, partOf, placeOf, takeName } from "./part-file.ts";
import type { Texts } from "./texts.ts";
import { inWords } from "./write-failure.ts";

export const STDOUT = "-";

const HEADER = new TextEncoder().encode(csvLine(VISIT_COLUMNS));

/** An open file; null: pipes and devices have their names already. */
type NewFile = {
  readonly handle: FileHandle;
  readonly unnamed: { readonly part: string; readonly name: string } | null;
};

export class VisitsFile implements VisitsTaker {
  readonly #name: string;
  readonly #file: NewFile | null;
  readonly #parts: PartsInOrder;
  readonly #texts: Texts;
  #named: Promise<void> | null = null;

  private constructor(name: string, file: NewFile | null, parts: PartsInOrder, texts: Texts) {
    this.#name = name;
    this.#file = file;
    this.#parts = parts;
    this.#texts = texts;
  }

  /** With its header, before anything runs. */
  static open(name: string, texts: Texts): Promise<VisitsFile> {
    const shown = name === STDOUT ? "stdout" : name;
    return inWords("visits.failed", shown, texts, async () => {
      const file = name === STDOUT ? null : await newFile(name, texts);
      const isOnDisk = file !== null && file.unnamed !== null;
      const output = file === null ? standardOutput : new FileOutput(file.handle, isOnDisk);
      await output.write(HEADER);
      output.keep();
      const parts = new PartsInOrder(output, isOnDisk ? dirname(name) : tmpdir());
      return new VisitsFile(shown, file, parts, texts);
    });
  }

  /** Into something that has its own beginning and end; `folder` is for what has to wait. */
  static into(output: PartsOutput, name: string, folder: string, texts: Texts): VisitsFile {
    return new VisitsFile(name, null, new PartsInOrder(output, folder), texts);
  }

  /** The days of other scenarios follow. */
  begin(): void {
    this.#parts.begin(0);
  }

  part(replication: number, at: number, bytes: Uint8Array): Promise<void> {
    return inWords("visits.failed", this.#name, this.#texts, () => this.#parts.part(replication, at, bytes));
  }

  done(replication: number): Promise<void> {
    return inWords("visits.failed", this.#name, this.#texts, async () => {
      await this.#parts.done(replication);
      await this.#takeName();
    });
  }

  /** No more days come of these scenarios; says on stderr where a day that was cut short cannot be taken back. */
  async end(): Promise<void> {
    const inPart = await inWords("visits.failed", this.#name, this.#texts, async () => {
      const cutShort = await this.#parts.end();
      await this.#takeName();
      return cutShort;
    });
    if (inPart === null) return;
    const params = { file: this.#name, replication: inPart };
    process.stderr.write(`${this.#texts.t("visits.inPart", params)}\n`);
  }

  /** Whole days only stay, also after a failure; without any there is no file. */
  async close(): Promise<void> {
    await this.#parts.abandon();
    if (this.#file === null) return;
    const { handle, unnamed } = this.#file;
    await handle.close();
    // Where a failure came between the end of the first whole day and its name.
    await this.#takeName().catch(() => undefined);
    if (unnamed !== null) await dropPart(unnamed.part);
  }

  /** Once there is a whole day in it. */
  #takeName(): Promise<void> {
    const unnamed = this.#file?.unnamed ?? null;
    if (unnamed === null || this.#parts.kept === 0) return Promise.resolve();
    this.#named ??= takeName(unnamed.part, unnamed.name).then((isTaken) => {
      if (!isTaken) throw existsAlready(this.#name, this.#texts);
    });
    return this.#named;
  }
}

/** Appending, so that what is written after something was taken back follows what stays. */
async function newFile(name: string, texts: Texts): Promise<NewFile> {
  const there = await stat(name).catch(() => null);
  if (there !== null && !there.isFile()) return { handle: await open(name, "a"), unnamed: null };
  if (there !== null && there.size > 0) throw existsAlready(name, texts);
  const place = await placeOf(name);
  const part = partOf(place);
  return { handle: await open(part, "ax"), unnamed: { part, name: place } };
}

const existsAlready = (file: string, { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, t("visits.exists", { file }));

class FileOutput implements PartsOutput {
  readonly #file: FileHandle;
  readonly #isOnDisk: boolean;
  #kept = 0;
  #bytes = 0;

  constructor(file: FileHandle, isOnDisk: boolean) {
    this.#file = file;
    this.#isOnDisk = isOnDisk;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#file.appendFile(bytes);
    this.#bytes += bytes.length;
  }

  keep(): void {
    this.#kept = this.#bytes;
  }

  async takeBack(): Promise<boolean> {
    if (!this.#isOnDisk) return false;
    await this.#file.truncate(this.#kept);
    this.#bytes = this.#kept;
    return true;
  }
}

/** Its failures end the program where it listens to them, in main.ts; nobody goes on then. */
const standardOutput: PartsOutput = {
  write: (bytes) =>
    new Promise((resolve) => {
      process.stdout.write(bytes, (error) => {
        if (error === null || error === undefined) resolve();
      });
    }),
  keep: () => undefined,
  takeBack: () => Promise.resolve(false),
};
