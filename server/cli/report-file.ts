/**
 * A report as an HTML file, which never overwrites another. Until it is whole it stands beside it, opened before
 * anything runs, under a name that no other command has.
 */
import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dropNow, openPart, partOf, placeOf, takeName } from "../report/part-file.ts";
import type { PartFile } from "../report/part-file.ts";
import { reportBundle } from "../report/html/whole-page.ts";
import type { Bundle } from "../report/html/whole-page.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Session } from "./session.ts";
import type { Texts } from "./texts.ts";
import { unfinished } from "./unfinished.ts";
import { inWords } from "./write-failure.ts";

type NewFile = PartFile & { readonly handle: FileHandle };

export class ReportFile {
  readonly name: string;
  readonly #file: NewFile;
  readonly #bundle: Bundle;
  readonly #texts: Texts;
  readonly #over: () => void;

  private constructor(name: string, file: NewFile, over: () => void, bundle: Bundle, texts: Texts) {
    this.name = name;
    this.#file = file;
    this.#over = over;
    this.#bundle = bundle;
    this.#texts = texts;
  }

  static async open(name: string, texts: Texts): Promise<ReportFile> {
    await refuseReplacing(name, texts);
    const bundle = builtBundle(texts);
    return inWords("files.failed", name, texts, async () => {
      const place = await placeOf(name);
      const part = partOf(place);
      const over = unfinished({
        takeBack: () => dropNow(part),
        told: () => texts.t("files.stopped", { file: name }),
      });
      try {
        const handle = await openPart(part);
        return new ReportFile(name, { name: place, part, handle }, over, bundle, texts);
      } catch (error) {
        over();
        throw error;
      }
    });
  }

  async write(page: (bundle: Bundle) => string, { quiet }: Session): Promise<void> {
    await inWords("files.failed", this.name, this.#texts, async () => {
      const { handle } = this.#file;
      await handle.writeFile(page(this.#bundle));
      await handle.sync();
      if (!takeName(this.#file)) throw existsAlready(this.name, this.#texts);
      this.#over();
    });
    if (!quiet) process.stderr.write(`${this.#texts.t("files.reportWritten", { file: this.name })}\n`);
  }

  /** A report that was not written to its end does not stay. */
  async close(): Promise<void> {
    await this.#file.handle.close();
    dropNow(this.#file.part);
    this.#over();
  }
}

/** A file with nothing in it is no report. */
async function refuseReplacing(name: string, texts: Texts): Promise<void> {
  const there = await stat(name).catch(() => null);
  if (there === null || (there.isFile() && there.size === 0)) return;
  if (!there.isFile())
    await inWords("files.failed", name, texts, () => open(name, "r+").then((file) => file.close()));
  throw existsAlready(name, texts);
}

const existsAlready = (file: string, { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, t("files.reportExists", { file }));

function builtBundle({ t }: Texts): Bundle {
  try {
    return reportBundle();
  } catch {
    throw new CommandError(EXIT.failed, t("files.notBuilt"));
  }
}
