/**
 * The clock that all scenarios share, and what moves it: play, step, speed, a day to go back and forth
 * in. Those who watch see the clock alone.
 */
import { useState } from "preact/hooks";
import { FIRST_SPEED } from "../../../shared/picture.ts";
import { DAY, MINUTE } from "../../../shared/units.ts";
import { clockText, dayText } from "../../language/numbers.ts";
import { dayEndMs } from "../../state/day.ts";
import { askForecast, playOrPause, SPEED_CHOICES } from "../../state/actions.ts";
import type { Speed } from "../../state/actions.ts";
import { Icon } from "../parts/icon.tsx";
import { LABELS, useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";

const STEPS = [1, 10, 60];

export function ClockBar() {
  const desk = useDesk();
  const { t } = useWords();
  const control = desk.mayControl.value;
  return (
    <section class="clock-bar" aria-label={t("clock.port")}>
      <Clock />
      {control && <Transport />}
      <DayLine />
      {control ? <Speeds /> : <p class="quiet watching">{t("clock.watching")}</p>}
    </section>
  );
}

export function Clock() {
  const desk = useDesk();
  const { t, list, language } = useWords();
  const welcome = desk.welcome.value;
  const frame = desk.frame.value;
  if (welcome === null) return null;
  const ms = frame?.timeMs ?? welcome.openMs;
  const day = ms > DAY ? Math.floor(ms / DAY) : 0;
  const labels = LABELS.slice(0, welcome.scenarios.length);
  return (
    <div class="clock">
      <time class="clock-time" aria-label={t("clock.port")}>
        {clockText(ms)}
      </time>
      <span class="clock-day">
        <b>{dayText(language, welcome.from, day)}</b>
        <span class="quiet">
          {frame?.ended === true
            ? t("clock.ended")
            : labels.length > 1
              ? t("clock.sameTrucks", { labels: list(labels) })
              : welcome.zone}
        </span>
      </span>
    </div>
  );
}

function Transport() {
  const desk = useDesk();
  const { t, span } = useWords();
  const playing = desk.frame.value?.playing === true;
  const ended = desk.frame.value?.ended === true;
  return (
    <div class="row transport">
      <button
        type="button"
        class="button icon-only"
        aria-label={t("clock.restart")}
        title={t("clock.restart")}
        onClick={() => void desk.send({ do: "restart" })}
      >
        <Icon name="restart" />
      </button>
      <button type="button" class="button primary play" onClick={() => void playOrPause(desk)}>
        <Icon name={playing ? "pause" : "play"} />
        <span>{t(playing ? "clock.pause" : "clock.play")}</span>
      </button>
      <div class="segments" role="group" aria-label={t("clock.step")}>
        {STEPS.map((minutes) => (
          <button
            type="button"
            key={minutes}
            class="button"
            aria-label={t("clock.stepBy", { span: span(minutes * MINUTE) })}
            title={t("clock.stepBy", { span: span(minutes * MINUTE) })}
            onClick={() => void desk.send({ do: "step", ms: minutes * MINUTE })}
          >
            {`+${minutes === 60 ? span(60 * MINUTE) : minutes}`}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="button"
        title={t("forecast.ask")}
        disabled={ended}
        onClick={() => askForecast(desk)}
      >
        <Icon name="fan" />
        <span>{t("forecast.button")}</span>
      </button>
    </div>
  );
}

/** Name of a speed: factor, and what it means for a reader in simulated time a second. */
function speedText({ t, span, decimal }: Words, speed: Speed): string {
  if (speed === "max") return t("clock.max");
  const factor = t("clock.times", { factor: decimal(speed) });
  return speed < 60 ? factor : `${factor} · ${t("clock.perSecond", { span: span(speed * 1_000) })}`;
}

function Speeds() {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const speed = desk.frame.value?.speed ?? FIRST_SPEED;
  const choices = SPEED_CHOICES.includes(speed) ? SPEED_CHOICES : [speed, ...SPEED_CHOICES];
  return (
    <label class="speed">
      <span class="quiet">{t("clock.speed")}</span>
      <select
        class="select"
        value={String(speed)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void desk.send({ do: "speed", factor: value === "max" ? "max" : Number(value) });
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={String(choice)} selected={choice === speed}>
            {speedText(words, choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The day as a line: how far it is, where changes were made; the one who controls can go anywhere on it. */
function DayLine() {
  const desk = useDesk();
  const { t } = useWords();
  const [wanted, setWanted] = useState<number | null>(null);
  const welcome = desk.welcome.value;
  if (welcome === null) return null;
  const { openMs, log } = welcome;
  const endMs = dayEndMs(welcome, desk.frame.value, desk.results.value);
  const now = desk.frame.value?.timeMs ?? openMs;
  const share = (ms: number): string =>
    `${Math.min(100, Math.max(0, (100 * (ms - openMs)) / (endMs - openMs)))}%`;
  const shown = wanted ?? now;
  const go = (toMs: number): void => {
    setWanted(null);
    void desk.send({ do: "jump", toMs });
  };
  return (
    <div class="day-line">
      <div class="day-track" aria-hidden="true">
        <div class="day-done" style={{ width: share(now) }} />
        {log.map((entry) => (
          <span
            key={`${entry.sequence} ${entry.scenario} ${entry.atMs}`}
            class={`day-mark series-${entry.scenario}`}
            style={{ left: share(entry.atMs) }}
          />
        ))}
        {wanted !== null && (
          <span class="day-wanted" style={{ left: share(wanted) }}>
            {clockText(wanted)}
          </span>
        )}
      </div>
      {desk.mayControl.value && (
        <input
          type="range"
          class="day-range"
          aria-label={t("clock.jump")}
          aria-valuetext={clockText(shown)}
          min={openMs}
          max={endMs}
          step={5 * MINUTE}
          value={Math.min(endMs, Math.max(openMs, shown))}
          onInput={(event) => setWanted(Number(event.currentTarget.value))}
          onChange={(event) => go(Number(event.currentTarget.value))}
          onBlur={() => setWanted(null)}
        />
      )}
      <div class="day-ends quiet" aria-hidden="true">
        <span>{clockText(openMs)}</span>
        <span>{clockText(endMs)}</span>
      </div>
    </div>
  );
}
