/** The store of replications as commands use it: what is wrong with it, and how much it spared, goes to stderr. */
import { styleText } from "node:util";
import { modelVersion } from "../run/model-version.ts";
import { dataFolder } from "../store/data-folder.ts";
import { MOST_BYTES, ReplicationStore } from "../store/replication-store.ts";
import { StoreError } from "../store/store-error.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Session } from "./session.ts";
import type { Texts } from "./texts.ts";

const GB = 1024 ** 3;

/**
 * A file that must be left alone ends the command before anything is run. Where it is only that nothing can be
 * stored, the work is done without: with null, or with a store that gives up on the way.
 */
export async function withStore<Result>(
  isWanted: boolean,
  session: Session,
  work: (store: ReplicationStore | null) => Promise<Result>,
): Promise<Result> {
  if (!isWanted) return work(null);
  const store = openOrWarn(session.texts);
  try {
    return await work(store);
  } finally {
    store?.close();
    if (store !== null && store.failure !== null) warn(failureOf(store.failure, session.texts));
    if (store !== null && store.taken > 0 && !session.quiet) {
      const { taken, made } = store;
      process.stderr.write(`${session.texts.t("store.taken", { count: taken, total: taken + made })}\n`);
    }
  }
}

/** Throws a CommandError where the file must be left alone. */
export function openStore(texts: Texts): ReplicationStore {
  try {
    return ReplicationStore.open(dataFolder(), modelVersion());
  } catch (error) {
    if (!(error instanceof StoreError) || !error.isRefusal) throw error;
    throw new CommandError(EXIT.failed, refusalOf(error, texts));
  }
}

function openOrWarn(texts: Texts): ReplicationStore | null {
  try {
    return openStore(texts);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    warn(failureOf(error, texts));
    return null;
  }
}

const warn = (sentence: string): void =>
  void process.stderr.write(`${styleText("yellow", sentence, { stream: process.stderr })}\n`);

function refusalOf({ file, fault, reason }: StoreError, { t }: Texts): string {
  const params = { file, reason };
  return fault === "newer" || fault === "foreign"
    ? t(`store.refused.${fault}`, params)
    : t("store.refused.damaged", params);
}

/** What stopped it, for a sentence about the store itself. */
export const reasonIn = (error: StoreError, texts: Texts): string =>
  reasonOf(error, "visits.reasons.full", texts);

/** Why nothing is stored; also where damage is only found on the way. */
function failureOf(error: StoreError, texts: Texts): string {
  const reason = reasonOf(error, "store.reasons.full", texts);
  return texts.t(error.isRefusal ? "store.unreadable" : "store.failed", { file: error.file, reason });
}

/** `full`: how it is said that there is no room. */
function reasonOf(
  { fault, reason }: StoreError,
  full: "visits.reasons.full" | "store.reasons.full",
  { t }: Texts,
): string {
  if (fault === "damaged" || fault === "foreign" || fault === "newer") return reason;
  return fault === "full" ? t(full, { most: MOST_BYTES / GB }) : t(`store.reasons.${fault}`, { reason });
}
