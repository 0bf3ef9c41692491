/** What the reader can ask of a session, in the words of the page. */
import { FIRST_SPEED, SPEEDS } from "../../shared/picture.ts";
import type { ChangeMessage, ForecastData, Reply } from "../../shared/protocol.ts";
import { HOUR } from "../../shared/units.ts";
import type { Desk } from "./desk.ts";

export type EffectMessage = ChangeMessage["effect"];
export type Speed = number | "max";

export const SPEED_CHOICES: readonly Speed[] = [...SPEEDS, "max"];

/** At its end the day is played again from the beginning: there is nothing else to play. */
export async function playOrPause(desk: Desk): Promise<void> {
  const frame = desk.frame.peek();
  if (frame?.ended === true) await desk.send({ do: "restart" });
  await desk.send({ do: frame?.playing === true ? "pause" : "play" });
}

/** The next faster (+1) or slower (−1) speed of the menu. */
export function shiftSpeed(desk: Desk, by: 1 | -1): void {
  const now = desk.frame.peek()?.speed ?? FIRST_SPEED;
  const reached = SPEED_CHOICES.findIndex((speed) => speed === "max" || (now !== "max" && speed >= now));
  const next =
    SPEED_CHOICES[
      Math.min(SPEED_CHOICES.length - 1, Math.max(0, (reached < 0 ? SPEED_CHOICES.length - 1 : reached) + by))
    ];
  void desk.send({ do: "speed", factor: next });
}

export const hoursOf = ({ atMs, untilMs }: Pick<ForecastData, "atMs" | "untilMs">): number =>
  Math.round((untilMs - atMs) / HOUR);

/** From the present on; so many hours ahead, else as many as the forecast shown. At the day's end nothing is to come. */
export function askForecast(desk: Desk, hours?: number): void {
  if (desk.frame.peek()?.ended === true) return;
  const shown = desk.forecast.peek();
  const ahead = hours ?? (shown === null ? undefined : hoursOf(shown));
  void desk.send({ do: "forecast", ...(ahead === undefined ? {} : { hours: ahead }) });
}

export function change(desk: Desk, changes: ChangeMessage[]): Promise<Reply> {
  return desk.send({ do: "change", changes });
}

/** A share in the form files use: "20 %". */
export function shareText(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
