/** `cruce store`: what is stored of earlier runs, and how to be rid of it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../../store/data-folder.ts";
import { STORE_FILE } from "../../store/replication-store.ts";
import type { ReplicationStore, StoreContents } from "../../store/replication-store.ts";
import { StoreError } from "../../store/store-error.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import type { Session } from "../session.ts";
import { openStore, reasonIn } from "../store.ts";
import type { Texts } from "../texts.ts";

const MB = 1024 ** 2;

export type StoreOptions = {
  readonly clear: "all" | "earlier" | null;
  readonly asJson: boolean;
};

export async function store({ clear, asJson }: StoreOptions, { texts, quiet }: Session): Promise<ExitCode> {
  const { t } = texts;
  const { contents, cleared, unshrunk } = look(clear, texts);
  if (cleared !== null && !quiet) process.stderr.write(`${t("store.cleared", { count: cleared })}\n`);
  if (asJson) process.stdout.write(`${JSON.stringify(contents, null, 2)}\n`);
  else process.stdout.write(`${inWords(contents, texts)}\n`);
  if (unshrunk === null) return EXIT.fine;
  process.stderr.write(`${sayFault("unshrunk", unshrunk, texts)}\n`);
  return EXIT.failed;
}

type Seen = {
  readonly contents: StoreContents;
  readonly cleared: number | null;
  /** Why the file is as large as before. */
  readonly unshrunk: StoreError | null;
};

/** Nothing is made by looking. */
function look(clear: StoreOptions["clear"], texts: Texts): Seen {
  const file = join(dataFolder(), STORE_FILE);
  if (!existsSync(file))
    return {
      contents: { file, bytes: 0, replications: 0, ofEarlierModels: 0 },
      cleared: null,
      unshrunk: null,
    };
  try {
    const opened = openStore(texts);
    try {
      const cleared = clear === null ? null : opened.clear(clear);
      const unshrunk = cleared === null ? null : shrink(opened);
      return { contents: opened.contents(), cleared, unshrunk };
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new CommandError(EXIT.failed, sayFault(clear === null ? "unusable" : "uncleared", error, texts));
  }
}

function shrink(opened: ReplicationStore): StoreError | null {
  try {
    opened.shrink();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

const sayFault = (what: "unusable" | "uncleared" | "unshrunk", error: StoreError, texts: Texts): string =>
  texts.t(`store.${what}`, { file: error.file, reason: reasonIn(error, texts) });

function inWords({ file, bytes, replications, ofEarlierModels }: StoreContents, texts: Texts): string {
  const { t, locale } = texts;
  if (bytes === 0) return t("store.none", { file });
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / MB);
  return [
    t("store.holds", { file, count: replications, size }),
    ...(ofEarlierModels === 0 ? [] : [t("store.earlier", { count: ofEarlierModels })]),
  ].join("\n");
}
