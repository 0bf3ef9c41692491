/** The links of a session: to watch, for the wall, and a word about the one that controls. */
import { useState } from "preact/hooks";
import { useDesk, useWords } from "../words.ts";

export function SharePanel() {
  const desk = useDesk();
  const { t } = useWords();
  const path = desk.welcome.value?.watchLink ?? null;
  const watch = path === null ? null : new URL(path, location.href);
  // Whoever is to read an experiment comes to it at once.
  if (watch !== null && desk.screen.value === "experiments") watch.search = location.search;
  return (
    <div class="share">
      {watch !== null && (
        <>
          <SharedLink name={t("share.watch")} note={t("share.watchNote")} link={watch.href} />
          <SharedLink name={t("share.wall")} note={t("share.wallNote")} link={withWall(watch)} />
        </>
      )}
      <SharedLink name={t("share.control")} note={t("share.controlNote")} link={location.href} />
    </div>
  );
}

function withWall(watch: URL): string {
  const wall = new URL(watch);
  wall.searchParams.set("view", "wall");
  wall.searchParams.delete("x");
  return wall.href;
}

type LinkProps = { readonly name: string; readonly note: string; readonly link: string };

function SharedLink({ name, note, link }: LinkProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div class="shared-link">
      <b>{name}</b>
      <span class="quiet">{note}</span>
      <div class="row">
        <input
          class="input"
          readOnly
          value={link}
          aria-label={name}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            void navigator.clipboard?.writeText(link).then(() => setCopied(true));
          }}
        >
          {t(copied ? "share.copied" : "share.copy")}
        </button>
        <a class="button" href={link} target="_blank" rel="noreferrer">
          {t("share.open")}
        </a>
      </div>
    </div>
  );
}
