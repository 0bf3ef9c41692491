/**
 * The file that `--visits` names, or standard output. A file that is there is never overwritten: the name
 * may be that of a scenario by mistake.
 */
import { open, readFile, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { csvLine } from "../../shared/csv.ts";
import { PartsInOrder } from "../run/parts-in-order.ts";
import type { PartsOutput } from "../run/parts-in-order.ts";
import type { VisitsTaker } from "../run/experiment.ts";
import { VISIT_COLUMNS } from "../measure/visits.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Texts } from "./texts.ts";
import { inWords } from "./write-failure.ts";

export const STDOUT = "-";

const HEADER = new TextEncoder().encode(csvLine(VISIT_COLUMNS));

export class VisitsFile implements VisitsTaker {
  readonly #name: string;
  readonly #file: FileHandle | null;
  readonly #parts: PartsInOrder;
  readonly #texts: Texts;

  private constructor(name: string, file: FileHandle | null, parts: PartsInOrder, texts: Texts) {
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
      const isOnDisk = file !== null && (await file.stat()).isFile();
      const output = file === null ? standardOutput : new FileOutput(file, isOnDisk);
      await output.write(HEADER);
      output.keep();
      return new VisitsFile(
        shown,
        file,
        new PartsInOrder(output, isOnDisk ? dirname(name) : tmpdir()),
        texts,
      );
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
    return inWords("visits.failed", this.#name, this.#texts, () => this.#parts.done(replication));
  }

  /** No more days come of these scenarios; says on stderr where a day that was cut short cannot be taken back. */
  async end(): Promise<void> {
    const inPart = await inWords("visits.failed", this.#name, this.#texts, () => this.#parts.end());
    if (inPart === null) return;
    const params = { file: this.#name, replication: inPart };
    process.stderr.write(`${this.#texts.t("visits.inPart", params)}\n`);
  }

  /** Whole days only stay, also after a failure; without any the file is empty, so that it can be named again. */
  async close(): Promise<void> {
    await this.#parts.abandon();
    if (this.#file === null) return;
    if (this.#parts.kept === 0 && (await this.#file.stat()).isFile()) await this.#file.truncate();
    await this.#file.close();
  }
}

/** Appending, so that what is written after something was taken back follows what stays. */
async function newFile(name: string, { t }: Texts): Promise<FileHandle> {
  const there = await stat(name).catch(() => null);
  if (there === null) return open(name, "ax");
  if (!there.isFile() || there.size === 0) return open(name, "a");
  if (!(await isHeaderAlone(name, there.size)))
    throw new CommandError(EXIT.usage, t("visits.exists", { file: name }));
  const file = await open(name, "a");
  await file.truncate();
  return file;
}

/** As a command leaves it that is killed before the first day is done. */
const isHeaderAlone = async (name: string, bytes: number): Promise<boolean> =>
  bytes === HEADER.length && (await readFile(name)).equals(HEADER);

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
