/**
 * One scenario's port: its numbers at the left, the schematic, what leaves for the United States at the
 * right. Ground and boxes are SVG and text; only the trucks between them are painted on a canvas.
 */
import { useMemo, useRef } from "preact/hooks";
import type { ScenarioFrame, ScenarioView } from "../../../shared/protocol.ts";
import { MINUTE } from "../../../shared/units.ts";
import { layOutYard } from "../../yard/layout.ts";
import { placeNow } from "../../yard/spots.ts";
import { useSize } from "../parts/use-size.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import { Boxes } from "./boxes.tsx";
import { Ground } from "./ground.tsx";
import { Beyond, Feet, Heads } from "./heads.tsx";
import { Trucks } from "./trucks.tsx";

/** Room under the lanes for counts and kilometers. */
const FOOT = 14;
/** Below this width names are short and kilometers are lines alone. */
const NARROW = 620;

type Props = {
  readonly scenario: ScenarioView;
  readonly index: number;
  readonly count: number;
  readonly compact: boolean;
};

export function YardRow({ scenario, index, compact }: Props) {
  const desk = useDesk();
  const scene = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(scene);
  const frame = desk.frame.value?.scenarios[index] ?? null;
  // Laid out again when something is built or a lane changes its type, not with every frame.
  const layoutOf = JSON.stringify(
    frame === null ? null : [frame.servers.map(({ length }) => length), frame.laneTypes],
  );
  const narrow = compact || width < NARROW;
  const layout = useMemo(() => {
    if (width === 0 || height === 0) return null;
    const places = scenario.places.map((place, index) =>
      placeNow(place, frame?.servers[index], frame?.laneTypes[index]),
    );
    return layOutYard(places, { width, height: height - FOOT }, narrow);
  }, [scenario, layoutOf, width, height, narrow]);
  return (
    <div class={`yard-row series-${index}`}>
      <Facts frame={frame} scenario={scenario} index={index} />
      <div class="yard-middle">
        {layout !== null && <Heads layout={layout} scenario={scenario} narrow={narrow} />}
        <div class="yard-scene" ref={scene}>
          {layout !== null && (
            <>
              <Ground layout={layout} narrow={narrow} />
              <Trucks layout={layout} index={index} />
              <Boxes layout={layout} scenario={scenario} index={index} frame={frame} />
              {frame !== null && <Beyond layout={layout} frame={frame} />}
              {frame !== null && <Feet layout={layout} scenario={scenario} frame={frame} />}
            </>
          )}
        </div>
      </div>
      <Exit frame={frame} />
    </div>
  );
}

function Facts({
  frame,
  index,
}: {
  readonly frame: ScenarioFrame | null;
  readonly scenario: ScenarioView;
  readonly index: number;
}) {
  const { t, decimal, waitNumber, wait } = useWords();
  const minutes = frame?.waitMs === null || frame === null ? null : frame.waitMs / MINUTE;
  return (
    <div class="yard-facts">
      <b class="letter">{labelOf(index)}</b>
      <div class="fact main">
        {minutes === null ? (
          <span class="quiet">{t("yard.noWait")}</span>
        ) : (
          <>
            <b>
              {minutes >= 119.5 ? wait(minutes) : waitNumber(minutes)}
              {minutes < 119.5 && <small> min</small>}
            </b>
            <span class="quiet">{t("yard.waitNow")}</span>
          </>
        )}
      </div>
      {frame !== null && (
        <div class="fact">
          <b>{decimal(frame.queue)}</b> <span class="quiet">{t("yard.inQueue")}</span>
          <br />
          <span class="quiet">{t("yard.lengthKm", { km: decimal(frame.queueKm, 1) })}</span>
        </div>
      )}
    </div>
  );
}

function Exit({ frame }: { readonly frame: ScenarioFrame | null }) {
  const { t, decimal } = useWords();
  return (
    <div class="yard-exit">
      <span class="quiet">{t("yard.unitedStates")}</span>
      <b>{frame === null ? "–" : decimal(frame.clearedLastHour)}</b>
      <span class="quiet">{t("yard.perHour")}</span>
    </div>
  );
}
