/** What there is to say about the link to the server: lost, back, refused. Told politely, once each. */
import { useEffect, useState } from "preact/hooks";
import { clockText } from "../language/numbers.ts";
import type { Notice } from "../state/desk.ts";
import { runawayText, useDesk, useWords } from "./words.ts";
import type { Words } from "./words.ts";

const BACK_SHOWN_MS = 4_000;

function noticeText(notice: Notice, t: Words["t"]): string {
  if (notice.kind === "refusal") return t("whatIf.refused", { why: t(`refusal.${notice.refusal}`) });
  return `${t(`failed.${notice.what}`)} ${runawayText(notice.runaway, t)}`.trim();
}

export function Banner() {
  const desk = useDesk();
  const { t } = useWords();
  const link = desk.link.value;
  const [backShown, setBackShown] = useState(false);
  const isBack = link.state === "live" && link.wasLost;
  useEffect(() => {
    setBackShown(isBack);
    if (!isBack) return undefined;
    const timer = setTimeout(() => setBackShown(false), BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isBack]);
  const notice = desk.notice.value;
  let text = "";
  let kind = "";
  if (link.state === "lost") {
    text = t("link.lost", { time: clockText(desk.frame.value?.timeMs ?? 0) });
    kind = "lost";
  } else if (link.state === "refused") {
    text = t("link.refused", { why: t(`refusal.${link.refusal}`) });
    kind = "lost";
  } else if (backShown) {
    text = t("link.back");
    kind = "back";
  } else if (notice !== null) {
    text = noticeText(notice, t);
    kind = "lost";
  } else {
    const { value: refused } = desk.refused;
    // Changes are answered at their control; everything else here.
    if (refused !== null && refused.command.do !== "change") {
      text = t("whatIf.refused", { why: t(`refusal.${refused.refusal}`) });
      kind = "lost";
    }
  }
  return (
    <div class="banner-place" role="status" aria-live="polite">
      {text !== "" && <p class={`banner ${kind}`}>{text}</p>}
    </div>
  );
}
