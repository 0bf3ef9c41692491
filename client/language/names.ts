/**
 * Names of stages, places, posts and servers in words. A file may call a stage anything; then its own
 * name is shown as the file has it.
 */
import type { PlaceView } from "../../shared/protocol.ts";
import { PLACE_PARTS, POST_PARTS, STAGE_KINDS } from "../../shared/vocabulary.ts";
import type { StageKind } from "../../shared/vocabulary.ts";
import type { Translate } from "./translate.ts";

const isStageKind = (name: string): name is StageKind => STAGE_KINDS.some((kind) => kind === name);

/** "exportCustoms" → "export customs"; a name of the file's own is split into words. */
export function stageName(t: Translate, stage: string): string {
  if (stage === "outside") return t("stage.outside");
  if (isStageKind(stage) && stage !== "station") return t(`stage.${stage}`);
  return stage.replace(/([a-z])([A-Z0-9])/g, "$1 $2").toLowerCase();
}

/** "exportCustoms" → "customs": for places where there is little room. */
export function stageShort(t: Translate, stage: string): string {
  if (stage === "outside") return t("stageShort.outside");
  if (isStageKind(stage) && stage !== "station") return t(`stageShort.${stage}`);
  return stageName(t, stage);
}

/** "secondary.dock" → "secondary, docks". */
export function placeName(t: Translate, name: string): string {
  const [stage, part] = name.split(".");
  const head = stageName(t, stage);
  return part === undefined ? head : `${head}, ${partName(t, name)}`;
}

/** "secondary.dock" → "docks". */
export function partName(t: Translate, name: string): string {
  const part = name.split(".")[1] ?? "";
  const known = PLACE_PARTS.find((one) => one === part);
  return known === undefined ? part : t(`part.${known}`);
}

/** "primary.fast" → "FAST booths". */
export function postName(t: Translate, name: string): string {
  const [stage, part] = name.split(".");
  const known = POST_PARTS.find((one) => one === part);
  if (stage === "primary" && known !== undefined) return t(`post.${known}`);
  const head =
    isStageKind(stage) && stage !== "approach" && stage !== "station"
      ? t(`post.${stage}`)
      : stageName(t, stage);
  return part === undefined ? head : `${head}, ${known === undefined ? part : t(`post.${known}`)}`;
}

/** What one server of a place is called: booth, bay, scanner. */
export function serverName(t: Translate, place: PlaceView): string {
  if (place.name.endsWith(".dock")) return t("server.dock");
  if (place.stageKind === "outside" || place.stageKind === "approach") return t("server.station");
  return t(`server.${place.stageKind}`);
}
