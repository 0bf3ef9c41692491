/**
 * Officers of a post hour by hour: bars to drag, or to set with the arrow keys. A line shows the file's
 * plan, hatched bars differ from it. Hours that are over stand still.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { HOUR } from "../../../shared/units.ts";
import type { PostView } from "../../../shared/protocol.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import { change } from "../../state/actions.ts";
import { hoursChanges, officersByHour, shownHours } from "../../state/plan.ts";
import { Icon } from "../parts/icon.tsx";
import { useSize } from "../parts/use-size.ts";
import { useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";

/** Keys pressed one after the other become one change. */
const SETTLE_MS = 450;
const TOP = 6;
const BOTTOM = 16;
const LEFT = 20;
const NO_HOURS: ReadonlyMap<number, number> = new Map();

type Props = { readonly scenario: number; readonly post: PostView; readonly most: number };

export function OfficersBars({ scenario, post, most }: Props) {
  const desk = useDesk();
  const words = useWords();
  const { t, signed } = words;
  const welcome = desk.welcome.value;
  const nowMs = desk.frame.value?.timeMs ?? 0;
  const [draft, setDraft] = useState<ReadonlyMap<number, number>>(NO_HOURS);
  const [focus, setFocus] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const drafted = useRef(draft);
  drafted.current = draft;
  const sequence = welcome?.log.at(-1)?.sequence ?? 0;
  // The server's word has come: what was only wished for is no longer shown.
  useEffect(() => setDraft(NO_HOURS), [sequence, scenario, post.name, welcome?.epoch]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const more = useRef<HTMLButtonElement>(null);
  const wanted = desk.hourToTry.value;
  useEffect(() => {
    if (wanted?.scenario !== scenario || wanted.post !== post.name) return;
    desk.hourToTry.value = null;
    setFocus(wanted.hour);
    // One press of it makes the change; it may be down the page.
    more.current?.focus();
    more.current?.scrollIntoView({ block: "center" });
  }, [desk, wanted, scenario, post.name]);
  if (welcome === null) return null;
  const planned = officersByHour(post, welcome.log, scenario);
  const highest = Math.max(most, ...planned);
  const hours = shownHours(welcome.openMs, welcome.closeMs);
  const valueOf = (hour: number): number => draft.get(hour) ?? planned[hour] ?? 0;
  const first = Math.floor(nowMs / HOUR);
  const current = focus ?? Math.min(Math.max(first, hours[0]), hours.at(-1) ?? first);
  const commit = async (): Promise<void> => {
    const wanted = hoursChanges(drafted.current, desk.frame.peek()?.timeMs ?? 0);
    if (wanted.length === 0) return;
    const changes = wanted.map(({ officers, ...when }) => ({
      scenario,
      effect: { kind: "staffing" as const, post: post.name, officers },
      ...when,
    }));
    const reply = await change(desk, changes);
    if (!reply.ok) setDraft(NO_HOURS);
  };
  const set = (hour: number, officers: number, settle: boolean): void => {
    if ((hour + 1) * HOUR <= nowMs) return;
    const bounded = Math.min(highest, Math.max(0, officers));
    setDraft((was) => new Map(was).set(hour, bounded));
    clearTimeout(timer.current);
    if (settle) timer.current = setTimeout(() => void commit(), SETTLE_MS);
  };
  const moreHours = hours.reduce((sum, hour) => sum + valueOf(hour) - (post.byHour?.[hour] ?? 0), 0);
  return (
    <div class="officers">
      <Bars
        {...{ hours, most: highest, post, nowMs, valueOf, current, words }}
        onFocus={setFocus}
        onSet={(hour, value) => set(hour, value, true)}
        onDrag={(hour, value) => set(hour, value, false)}
        onDragEnd={() => void commit()}
      />
      <div class="row officers-row">
        <button
          type="button"
          class="button icon-only small"
          aria-label={t("whatIf.fewer", { from: clockText(current * HOUR) })}
          disabled={(current + 1) * HOUR <= nowMs}
          onClick={() => set(current, valueOf(current) - 1, true)}
        >
          <Icon name="minus" />
        </button>
        <span class="officers-now">
          {clockText(current * HOUR)}–{clockText((current + 1) * HOUR)} <b>{valueOf(current)}</b>
        </span>
        <button
          type="button"
          ref={more}
          class="button icon-only small"
          aria-label={t("whatIf.more", { from: clockText(current * HOUR) })}
          disabled={(current + 1) * HOUR <= nowMs}
          onClick={() => set(current, valueOf(current) + 1, true)}
        >
          <Icon name="plus" />
        </button>
        <span class="quiet officer-hours">
          {moreHours === 0
            ? t("whatIf.officerHoursSame")
            : t("whatIf.officerHours", { value: signed(moreHours, 0) })}
        </span>
      </div>
    </div>
  );
}

type BarsProps = {
  readonly hours: readonly number[];
  readonly most: number;
  readonly post: PostView;
  readonly nowMs: number;
  readonly valueOf: (hour: number) => number;
  readonly current: number;
  readonly words: Words;
  readonly onFocus: (hour: number) => void;
  readonly onSet: (hour: number, officers: number) => void;
  readonly onDrag: (hour: number, officers: number) => void;
  readonly onDragEnd: () => void;
};

function Bars(props: BarsProps) {
  const { hours, most, post, nowMs, valueOf, current, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const dragged = useRef<number | null>(null);
  const step = Math.max(1, (width - LEFT) / hours.length);
  const y = (officers: number): number => height - BOTTOM - ((height - TOP - BOTTOM) * officers) / most;
  const x = (hour: number): number => LEFT + (hour - hours[0]) * step;
  const officersAt = (offsetY: number): number =>
    Math.round((most * (height - BOTTOM - offsetY)) / (height - TOP - BOTTOM));
  const keep = (hour: number): number => Math.min(hours.at(-1) ?? hour, Math.max(hours[0], hour));
  const pressed = (event: KeyboardEvent, hour: number): void => {
    const act = barKey(event.key, hour, valueOf(hour), most);
    if (act === null) return;
    event.preventDefault();
    if (act.hour === hour) props.onSet(hour, act.officers);
    else {
      props.onFocus(keep(act.hour));
      box.current?.querySelector<SVGElement>(`[data-hour="${keep(act.hour)}"]`)?.focus();
    }
  };
  return (
    <div class="officers-box" ref={box}>
      <svg
        class="officers-bars"
        width={width}
        height={height}
        role="group"
        data-keys
        aria-label={words.t("whatIf.officers")}
        onPointerDown={(event) => {
          const hour = keep(hours[0] + Math.floor((event.offsetX - LEFT) / step));
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.current = hour;
          props.onFocus(hour);
          props.onDrag(hour, officersAt(event.offsetY));
        }}
        onPointerMove={(event) => {
          if (dragged.current === null) return;
          const hour = keep(hours[0] + Math.floor((event.offsetX - LEFT) / step));
          props.onFocus(hour);
          props.onDrag(hour, officersAt(event.offsetY));
        }}
        onPointerUp={() => {
          dragged.current = null;
          props.onDragEnd();
        }}
        onPointerCancel={() => {
          dragged.current = null;
        }}
      >
        <Hatch />
        {[0, Math.round(most / 2), most].map((tick) => (
          <g key={tick}>
            <line class="grid" x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 4} y={y(tick)} dy="0.32em" text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {hours.map((hour) => {
          const value = valueOf(hour);
          const plan = post.byHour?.[hour] ?? 0;
          const over = (hour + 1) * HOUR <= nowMs;
          return (
            <g
              key={hour}
              class={`bar${value === plan ? "" : " changed"}${over ? " over" : ""}${hour === current ? " current" : ""}`}
              data-hour={hour}
              role="slider"
              tabIndex={hour === current ? 0 : -1}
              aria-label={words.t("whatIf.hour", {
                post: postName(words.t, post.name),
                from: clockText(hour * HOUR),
                to: clockText((hour + 1) * HOUR),
              })}
              aria-valuemin={0}
              aria-valuemax={most}
              aria-valuenow={value}
              aria-valuetext={barText(words, value, plan, over)}
              aria-disabled={over}
              onFocus={() => props.onFocus(hour)}
              onKeyDown={(event) => pressed(event, hour)}
            >
              <rect
                class="target"
                x={x(hour)}
                y={TOP}
                width={step}
                height={Math.max(0, height - TOP - BOTTOM)}
              />
              <rect
                class="value"
                x={x(hour) + 1}
                y={y(value)}
                width={Math.max(1, step - 2)}
                height={Math.max(0, height - BOTTOM - y(value))}
              />
              {value !== plan && (
                <rect
                  class="hatch"
                  x={x(hour) + 1}
                  y={y(value)}
                  width={Math.max(1, step - 2)}
                  height={Math.max(0, height - BOTTOM - y(value))}
                />
              )}
              <line class="plan" x1={x(hour)} x2={x(hour) + step} y1={y(plan)} y2={y(plan)} />
              {hour % 4 === 0 && (
                <text x={x(hour)} y={height - 3} text-anchor="middle">
                  {String(hour).padStart(2, "0")}
                </text>
              )}
            </g>
          );
        })}
        <line
          class="now"
          x1={LEFT + (nowMs / HOUR - hours[0]) * step}
          x2={LEFT + (nowMs / HOUR - hours[0]) * step}
          y1={TOP}
          y2={Math.max(0, height - BOTTOM)}
        />
      </svg>
    </div>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="5" class="hatch-line" />
      </pattern>
    </defs>
  );
}

function barText({ t }: Words, value: number, plan: number, over: boolean): string {
  if (over) return t("whatIf.hourOver", { count: value });
  return value === plan
    ? t("whatIf.hourValue", { count: value })
    : t("whatIf.hourChanged", { count: value, planned: plan });
}

/** Up and down change an hour, left and right go to the one before and after. */
function barKey(
  key: string,
  hour: number,
  officers: number,
  most: number,
): { readonly hour: number; readonly officers: number } | null {
  switch (key) {
    case "ArrowUp":
      return { hour, officers: officers + 1 };
    case "ArrowDown":
      return { hour, officers: officers - 1 };
    case "Home":
      return { hour, officers: 0 };
    case "End":
      return { hour, officers: most };
    case "ArrowLeft":
      return { hour: hour - 1, officers };
    case "ArrowRight":
      return { hour: hour + 1, officers };
    default:
      return null;
  }
}
