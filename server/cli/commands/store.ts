/** `cruce store`: what is stored of earlier runs, and how to be rid of it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../../store/data-folder.ts";
import { STORE_FILE } from "../../store/replication-store.ts";
import type { StoreContents } from "../../store/replication-store.ts";
import { StoreError } from "../../store/store-error.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import type { Session } from "../session.ts";
import { failureOf, openStore } from "../store.ts";
import type { Texts } from "../texts.ts";

const MB = 1024 ** 2;

export type StoreOptions = {
  readonly clear: "all" | "earlier" | null;
  readonly asJson: boolean;
};

export async function store({ clear, asJson }: StoreOptions, { texts, quiet }: Session): Promise<ExitCode> {
  const { t } = texts;
  const { contents, cleared } = look(clear, texts);
  if (cleared !== null && !quiet) process.stderr.write(`${t("store.cleared", { count: cleared })}\n`);
  if (asJson) process.stdout.write(`${JSON.stringify(contents, null, 2)}\n`);
  else process.stdout.write(`${inWords(contents, texts)}\n`);
  return EXIT.fine;
}

/** Nothing is made by looking. */
function look(
  clear: StoreOptions["clear"],
  texts: Texts,
): { readonly contents: StoreContents; readonly cleared: number | null } {
  const file = join(dataFolder(), STORE_FILE);
  if (!existsSync(file))
    return { contents: { file, bytes: 0, replications: 0, ofEarlierModels: 0 }, cleared: null };
  try {
    const opened = openStore(texts);
    try {
      const cleared = clear === null ? null : opened.clear(clear);
      return { contents: opened.contents(), cleared };
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new CommandError(EXIT.failed, failureOf(error, texts));
  }
}

function inWords({ file, bytes, replications, ofEarlierModels }: StoreContents, texts: Texts): string {
  const { t, locale } = texts;
  if (bytes === 0) return t("store.none", { file });
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / MB);
  return [
    t("store.holds", { file, count: replications, size }),
    ...(ofEarlierModels === 0 ? [] : [t("store.earlier", { count: ofEarlierModels })]),
  ].join("\n");
}
