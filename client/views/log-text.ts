/** A change in the log as a person says it: "11:00 B: 6 FAST booths for 2 h". */
import type { LogEntry } from "../../shared/protocol.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import { clockText } from "../language/numbers.ts";
import { postName } from "../language/names.ts";
import { labelOf } from "./words.ts";
import type { Words } from "./words.ts";

export function logText(words: Words, entry: LogEntry, withScenario: boolean): string {
  const { t, span } = words;
  const what = changeText(words, entry.change);
  const lasting =
    entry.change.for === undefined ? what : `${what} ${t("log.lasts", { span: span(entry.change.for) })}`;
  const time = clockText(entry.atMs);
  return withScenario
    ? t("log.entry", { time, label: labelOf(entry.scenario), change: lasting })
    : `${time} ${lasting}`;
}

export function changeText({ t, percent, decimal }: Words, change: Change): string {
  switch (change.kind) {
    case "boothsClosed":
      return t("log.changes.boothsClosed", { count: change.booths });
    case "scannersDown":
      return t("log.changes.scannersDown", { count: change.scanners });
    case "slowService":
      return t("log.changes.slowService", { percent: percent(change.factor) });
    case "staffAway":
      return t("log.changes.staffAway", { count: change.officers, post: postName(t, change.from) });
    case "extraInspection":
      return t("log.changes.extraInspection", { percent: percent(change.share) });
    case "demand":
      return t("log.changes.demand", { percent: percent(change.factor) });
    case "staffing":
      return t("log.changes.staffing", { count: change.officers, post: postName(t, change.post) });
    case "booths":
      return t("log.changes.booths", { count: change.fast });
    case "preInspected":
      return t("log.changes.preInspected", { percent: percent(change.share.share) });
    case "referral":
      return t("log.changes.referral", { factor: decimal(change.factor, 1) });
    case "scanners":
      return t("log.changes.scanners", { count: change.count });
    default:
      return change satisfies never;
  }
}
