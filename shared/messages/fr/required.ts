/** Ce que sont devenues les exigences, en français ; pour la ligne de commande. */
import type { CliTexts } from "../en/cli.ts";

export const required: CliTexts["required"] = {
  met: "Remplie : {{scenario}}, {{text}} : {{found}}.",
  notMet: "Non remplie : {{scenario}}, {{text}} : {{found}}.",
  tooClose:
    "Trop juste pour trancher : {{scenario}}, {{text}} : {{found}} ; davantage de réplications le diront.",
  unknown: "Inconnue : {{scenario}}, {{text}} : {{found}} ; sans intervalle, rien n’est rempli.",
  alike:
    "Inconnue : {{scenario}}, {{text}} : {{found}} ; moins de {{least}} réplications toutes pareilles ne disent rien des autres.",
  fewVehicles:
    "Inconnue : {{scenario}}, {{text}} : {{found}} ; moins de {{vehicles}} véhicules en tout ne disent pas la borne de l’intervalle qui décide.",
  noVehicle: "aucun véhicule ne le dit",
  notCompared: "--require {{text}} : seul compare a des différences.",
};
