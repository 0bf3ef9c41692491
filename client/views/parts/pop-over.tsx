/**
 * A button that opens a small panel under it. Escape, a click elsewhere or moving the focus away close
 * it; where `onHover` is set the pointer resting on it opens it too, and leaving closes it again.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";

type Props = {
  readonly label: ComponentChildren;
  readonly name?: string;
  readonly buttonClass?: string;
  readonly align?: "start" | "end";
  readonly onHover?: boolean;
  readonly disabled?: boolean;
  readonly shortcut?: string;
  readonly children: (close: () => void) => ComponentChildren;
};

const REST_MS = 180;

export function PopOver(props: Props) {
  const { label, name, buttonClass = "button", align = "start", onHover = false, disabled = false } = props;
  const [open, setOpen] = useState<"no" | "pinned" | "hover">("no");
  const host = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (open === "no") return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !host.current?.contains(event.target)) setOpen("no");
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);
  const later = (what: () => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(what, REST_MS);
  };
  const close = (): void => {
    setOpen("no");
    button.current?.focus();
  };
  return (
    <div
      class="pop-over"
      ref={host}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || open === "no") return;
        event.stopPropagation();
        close();
      }}
      onPointerEnter={(event) => {
        if (onHover && event.pointerType === "mouse")
          later(() => setOpen((was) => (was === "no" ? "hover" : was)));
      }}
      onPointerLeave={() => later(() => setOpen((was) => (was === "hover" ? "no" : was)))}
    >
      <button
        type="button"
        ref={button}
        class={buttonClass}
        aria-expanded={open !== "no"}
        aria-label={name}
        title={name}
        disabled={disabled}
        data-shortcut={props.shortcut}
        onClick={() => setOpen((was) => (was === "pinned" ? "no" : "pinned"))}
      >
        {label}
      </button>
      {open !== "no" && <div class={`pop-panel ${align}`}>{props.children(close)}</div>}
    </div>
  );
}
