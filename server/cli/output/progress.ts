/** A progress bar on a terminal, and nothing anywhere else. Drawn at most ten times a second. */
import type { CliKey, Texts } from "../texts.ts";

const BAR_WIDTH = 24;
const REDRAW_MS = 100;

export type Progress = {
  /** `taken`: runs that were not simulated, as they are stored. */
  update(done: number, total: number, taken?: number): void;
  /** Takes the bar off the terminal. */
  clear(): void;
};

const SILENT: Progress = { update() {}, clear() {} };

/** `running` is the text of how far it is, with `done` and `total`. */
export function progressOn(
  stream: NodeJS.WriteStream,
  quiet: boolean,
  { t }: Texts,
  running: CliKey,
): Progress {
  if (quiet || stream.isTTY !== true) return SILENT;
  const started = performance.now();
  let drawn = -REDRAW_MS;
  return {
    update(done, total, taken = 0) {
      const now = performance.now();
      if (now - drawn < REDRAW_MS && done < total) return;
      drawn = now;
      const filled = total === 0 ? 0 : Math.round((BAR_WIDTH * done) / total);
      const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
      const left =
        done === 0 ? "" : `, ${t("left", { time: span(((now - started) / done) * (total - done)) })}`;
      const stored = taken === 0 ? "" : `, ${t("store.takenSoFar", { taken })}`;
      const said = `${t(running, { done, total })}${stored}${left}`;
      stream.write(`\r\u001b[K${inOneLine(bar, said, stream.columns)}`);
    },
    clear() {
      if (drawn >= 0) stream.write("\r\u001b[K");
    },
  };
}

/** A line that wraps is not taken back whole: the bar goes first, then the end of the text. */
function inOneLine(bar: string, said: string, columns: number): string {
  const room = columns > 0 ? columns - 1 : Infinity;
  const text = `${bar} ${said}`;
  return text.length <= room ? text : said.slice(0, room);
}

function span(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
