/** A modal dialog; the browser keeps the focus in it and gives it back. */
import { useEffect, useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { useWords } from "../words.ts";
import { Icon } from "./icon.tsx";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

export function Dialog({ title, onClose, children }: Props) {
  const host = useRef<HTMLDialogElement>(null);
  const { t } = useWords();
  useEffect(() => {
    host.current?.showModal();
  }, []);
  return (
    <dialog
      ref={host}
      class="dialog"
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === host.current) host.current?.close();
      }}
    >
      <header class="dialog-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="button bare"
          aria-label={t("bar.close")}
          onClick={() => host.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
