/** The yard as a table: where the trucks are, place by place. */
import type { ScenarioView } from "../../../shared/protocol.ts";
import { placeName } from "../../language/names.ts";
import { lineLength } from "../../yard/run-length.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import { stateOf } from "./boxes.tsx";

export function YardTable({ scenario, index }: { readonly scenario: ScenarioView; readonly index: number }) {
  const desk = useDesk();
  const { t, decimal } = useWords();
  const frame = desk.frame.value?.scenarios[index] ?? null;
  return (
    <table class={`data series-${index}`}>
      <caption>{t("yard.table", { label: labelOf(index) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("yard.columns.place")}</th>
          <th scope="col">{t("yard.columns.waiting")}</th>
          <th scope="col">{t("yard.columns.inHand")}</th>
          <th scope="col">{t("yard.columns.open")}</th>
          <th scope="col">{t("yard.columns.all")}</th>
        </tr>
      </thead>
      <tbody>
        {scenario.places.map((place, p) => {
          const servers = Array.from({ length: place.servers }, (_, server) =>
            stateOf(frame, { place: p, server }),
          );
          const inHand = servers.filter(
            (state) => state === "busy" || state === "blocked" || state === "held",
          ).length;
          const open = servers.filter((state) => state !== "closed" && state !== "down").length;
          const pictured = (frame?.lines[p] ?? []).reduce((sum, line) => sum + lineLength(line), 0);
          const more = (frame?.more?.[p] ?? []).reduce((sum, count) => sum + count, 0);
          return (
            <tr key={place.name}>
              <th scope="row">{placeName(t, place.name)}</th>
              <td>{decimal(pictured + more)}</td>
              <td>{place.servers === 0 ? "–" : decimal(inHand)}</td>
              <td>{place.servers === 0 ? "–" : decimal(open)}</td>
              <td>{place.servers === 0 ? "–" : decimal(place.servers)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
