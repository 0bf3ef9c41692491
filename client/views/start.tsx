/** While a session is made, and why it could not be. */
import type { Refusal } from "../../shared/picture.ts";
import { useWords } from "./words.ts";
import { WholePage } from "./whole-page.tsx";

export function Start({ refusal }: { readonly refusal: Refusal | null }) {
  const { t } = useWords();
  if (refusal === null) return <WholePage text={t("link.starting")} busy />;
  const why =
    refusal === "notAllowed" ? t("link.needsToken") : t("link.cannotStart", { why: t(`refusal.${refusal}`) });
  return (
    <WholePage text={why}>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {t("link.again")}
      </button>
    </WholePage>
  );
}
