/** Pages with one thing to say: connecting, a session that is gone, one that could not be made. */
import type { ComponentChildren } from "preact";
import { useWords } from "./words.ts";
import { Languages } from "./bar/top-bar.tsx";

type Props = { readonly text: string; readonly busy?: boolean; readonly children?: ComponentChildren };

export function WholePage({ text, busy = false, children }: Props) {
  const { t } = useWords();
  return (
    <main class="whole-page" aria-busy={busy}>
      <h1 class="brand">
        cruce<i aria-hidden="true">·</i>
      </h1>
      <p class="quiet">{t("tagline")}</p>
      <p class="say" role="status">
        {text}
      </p>
      <div class="row">{children}</div>
      <Languages />
    </main>
  );
}
