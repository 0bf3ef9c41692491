/**
 * The file that `--visits` names, or standard output. A file that is there is never overwritten: the name
 * may be that of a scenario by mistake.
 *
 * Until the first replication is in it the file stands beside its name, under one that no other command has, so that
 * of two commands with the same `FILE` only one can ever write there.
 */
import { ftruncateSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { csvLine } from "../../shared/csv.ts";
import { PartsInOrder } from "../run/parts-in-order.ts";
import type { PartsOutput } from "../run/parts-in-order.ts";
import type { VisitsTaker } from "../run/experiment.ts";
import { VISIT_COLUMNS } from "../measure/visits.ts";
import { dropNow, openPart, partOf, placeOf, takeName } from "../report/part-file.ts";
import type { PartFile } from "../report/part-file.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Texts } from "./texts.ts";
import { unfinished } from "./unfinished.ts";
import { inWords } from "./write-failure.ts";

export const STDOUT = "-";

const HEADER = new TextEncoder().encode(csvLine(VISIT_COLUMNS));

export class VisitsFile implements VisitsTaker {
  readonly #name: string;
  readonly #file: FileOutput | null;
  readonly #parts: PartsInOrder;
  readonly #texts: Texts;
  readonly #over: () => void;

  private constructor(name: string, file: FileOutput | null, parts: PartsInOrder, texts: Texts) {
    this.#name = name;
    this.#file = file;
    this.#parts = parts;
    this.#texts = texts;
    this.#over = file?.isOnDisk === true ? this.#unfinished(file) : () => undefined;
  }

  /** With its header, before anything runs. */
  static open(name: string, texts: Texts): Promise<VisitsFile> {
    const shown = name === STDOUT ? "stdout" : name;
    return inWords("visits.failed", shown, texts, async () => {
      const begun = name === STDOUT ? null : await beginFile(name, texts);
      const file = begun?.file ?? null;
      const output = file ?? standardOutput;
      const parts = new PartsInOrder(output, file?.isOnDisk === true ? dirname(name) : tmpdir());
      const made = new VisitsFile(shown, file, parts, texts);
      begun?.over();
      try {
        await output.write(HEADER);
        output.keep();
        return made;
      } catch (error) {
        await made.close();
        throw error;
      }
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
      this.#takeName();
    });
  }

  /** No more days come of these scenarios; says on stderr where a day that was cut short cannot be taken back. */
  async end(): Promise<void> {
    const inPart = await inWords("visits.failed", this.#name, this.#texts, async () => {
      const cutShort = await this.#parts.end();
      this.#takeName();
      return cutShort;
    });
    if (inPart === null) return;
    const params = { file: this.#name, replication: inPart };
    process.stderr.write(`${this.#texts.t("visits.inPart", params)}\n`);
  }

  /** Whole days only stay, also after a failure; without any there is no file. */
  async close(): Promise<void> {
    await this.#parts.abandon();
    await this.#file?.close(this.#parts.kept > 0);
    this.#over();
  }

  /** Once there is a whole day in it. */
  #takeName(): void {
    if (this.#file === null || this.#parts.kept === 0) return;
    if (!this.#file.takeName()) throw existsAlready(this.#name, this.#texts);
  }

  #unfinished(file: FileOutput): () => void {
    const hasDays = (): boolean => this.#parts.kept > 0;
    return unfinished({
      takeBack: () => file.endNow(hasDays()),
      told: () => this.#texts.t(hasDays() ? "visits.stopped" : "files.stopped", { file: this.#name }),
    });
  }
}

/** `over` is for whoever sees to it from then on that nothing of the file stays that is not whole. */
type Begun = { readonly file: FileOutput; readonly over: () => void };

async function beginFile(name: string, texts: Texts): Promise<Begun> {
  const there = await stat(name).catch(() => null);
  if (there !== null && !there.isFile())
    return { file: new FileOutput(await open(name, "a"), null), over: () => undefined };
  if (there !== null && there.size > 0) throw existsAlready(name, texts);
  const place = await placeOf(name);
  const part = partOf(place);
  const over = unfinished({
    takeBack: () => dropNow(part),
    told: () => texts.t("files.stopped", { file: name }),
  });
  try {
    return { file: new FileOutput(await openPart(part), { part, name: place }), over };
  } catch (error) {
    over();
    throw error;
  }
}

const existsAlready = (file: string, { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, t("visits.exists", { file }));

class FileOutput implements PartsOutput {
  readonly #file: FileHandle;
  /** Null: pipes and devices have their names already. */
  readonly #place: PartFile | null;
  #isNamed = false;
  #kept = 0;
  #bytes = 0;

  constructor(file: FileHandle, place: PartFile | null) {
    this.#file = file;
    this.#place = place;
  }

  get isOnDisk(): boolean {
    return this.#place !== null;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#file.appendFile(bytes);
    this.#bytes += bytes.length;
  }

  keep(): void {
    this.#kept = this.#bytes;
  }

  async takeBack(): Promise<boolean> {
    if (!this.isOnDisk) return false;
    await this.#file.truncate(this.#kept);
    this.#bytes = this.#kept;
    return true;
  }

  /** False: something else has it by now. */
  takeName(): boolean {
    if (this.#place === null || this.#isNamed) return true;
    this.#isNamed = takeName(this.#place);
    return this.#isNamed;
  }

  /** With its name if it is to stay, which a failure may have kept from it. */
  async close(stays: boolean): Promise<void> {
    await this.#file.close();
    this.#settle(stays);
  }

  /** As `takeBack` and `close`, without waiting. */
  endNow(stays: boolean): void {
    try {
      ftruncateSync(this.#file.fd, this.#kept);
    } finally {
      this.#settle(stays);
    }
  }

  #settle(stays: boolean): void {
    if (this.#place === null) return;
    try {
      if (stays) this.takeName();
    } finally {
      dropNow(this.#place.part);
    }
  }
}

/** Its failures are dealt with where the program listens to them, in main.ts. */
const standardOutput: PartsOutput = {
  write: (bytes) => new Promise((resolve) => process.stdout.write(bytes, () => resolve())),
  keep: () => undefined,
  takeBack: () => Promise.resolve(false),
};
