/** Keys that work anywhere on the page, and the list of them. */
import { useEffect } from "preact/hooks";
import { MINUTE } from "../../../shared/units.ts";
import { askForecast, playOrPause, shiftSpeed } from "../../state/actions.ts";
import type { Desk } from "../../state/desk.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useDesk, useWords } from "../words.ts";

const TYPED = "input:not([type=range]), select, textarea, dialog";
const MOVED = "input[type=range], [data-keys]";
const MOVING = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

/** Where a key already means something, it keeps that meaning: all keys in a field, those that move in a slider. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(TYPED) !== null || (MOVING.includes(key) && target.closest(MOVED) !== null);
}

export function useShortcuts(onHelp: () => void): void {
  const desk = useDesk();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      if (act(desk, event, onHelp)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [desk, onHelp]);
}

/** Whether the key was one of ours. */
function act(desk: Desk, event: KeyboardEvent, onHelp: () => void): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (isTaken(event) || !desk.mayControl.peek()) return false;
    if (key === "z" && !event.shiftKey) void desk.send({ do: "undo" });
    else if (key === "y" || key === "z") void desk.send({ do: "redo" });
    else return false;
    return true;
  }
  if (isTaken(event)) return false;
  if (event.key === "?") {
    onHelp();
    return true;
  }
  if (key === "t") {
    desk.theme.value = desk.theme.peek() === "dark" ? "light" : "dark";
    return true;
  }
  if (key === "x") {
    desk.screen.value = desk.screen.peek() === "live" ? "experiments" : "live";
    return true;
  }
  if (/^[2-4]$/.test(key)) {
    const index = Number(key) - 1;
    if (index < (desk.welcome.peek()?.scenarios.length ?? 0)) desk.selected.value = index;
    return true;
  }
  return desk.mayControl.peek() && desk.screen.peek() === "live" && steer(desk, event);
}

function steer(desk: Desk, event: KeyboardEvent): boolean {
  switch (event.key) {
    case " ":
      // On a button the space bar presses it.
      if (event.target instanceof Element && event.target.closest("button, summary, a") !== null)
        return false;
      void playOrPause(desk);
      return true;
    case "ArrowRight":
      void desk.send({ do: "step", ms: (event.shiftKey ? 10 : 1) * MINUTE });
      return true;
    case "+":
    case "-":
      shiftSpeed(desk, event.key === "+" ? 1 : -1);
      return true;
    case "Home":
      void desk.send({ do: "restart" });
      return true;
    case "f":
      askForecast(desk);
      return true;
    case "d":
      document.querySelector<HTMLButtonElement>('[data-shortcut="disrupt"]')?.click();
      return true;
    default:
      return false;
  }
}

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const rows: readonly (readonly [string, string])[] = [
    [t("keys.key.space"), t("keys.space")],
    ["→", t("keys.right")],
    ["⇧ →", t("keys.shiftRight")],
    ["+ −", t("keys.faster")],
    ["Home", t("keys.restart")],
    ["Ctrl Z", t("keys.undo")],
    ["Ctrl ⇧ Z", t("keys.redo")],
    ["F", t("keys.forecast")],
    ["D", t("keys.disrupt")],
    ["2 3 4", t("keys.select")],
    ["X", t("keys.experiments")],
    ["T", t("keys.theme")],
    [t("keys.key.arrows"), t("keys.booths")],
    ["?", t("keys.help")],
  ];
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <dl class="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(" ").map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
