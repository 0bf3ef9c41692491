/** Ce que dit `cruce optimize`, en français. */
import type { CliTexts } from "../en/cli.ts";
import { staffing } from "./staffing.ts";

export const optimize: CliTexts["optimize"] = {
  ...staffing,
  searching: "recherche d’un plan : {{done}} de {{total}} s au plus",
  estimating: "nouvelle estimation du plan : {{done}} de {{total}} jours",
  nothingDone: "Interrompu avant qu’un plan ne soit trouvé.",
  stopped: "Arrêté avant qu’un plan soit trouvé ; donnez plus de temps avec --budget.",
  cut: "Le temps a manqué avant la fin de la recherche : un plan moins cher peut exister, avec un --budget plus long.",
  estimateCut:
    "Le temps a manqué avant la fin de la réponse : ses chiffres portent sur {{days}} jours, et ce que vaut un agent de plus, ou ce que font les heures du fichier en d’autres quarts, peut porter sur moins de jours ou manquer. Un --budget plus long fait le reste.",
  interrupted:
    "Interrompu : le meilleur plan jusqu’ici suit. Il n’a pas été estimé à nouveau, et paraît meilleur qu’il n’est.",
  written: "Écrit : {{file}}",
  exists: "{{file}} existe déjà et n’est pas remplacé : nommez un nouveau fichier pour le plan.",
  unwritable: "Le plan ne peut être écrit dans {{file}} : {{reason}}.",
  planName: "{{scenario}} : planifié",
  sameHoursName: "{{scenario}} : mêmes heures, autres quarts",
  about: "Quarts trouvés pour : {{promises}} ; pendant {{sure}} des jours.",
  plan_one:
    "{{count}} agent avec {{hours}} h aux postes tient {{promises}} pendant {{share}} % des jours (95 % : {{low}} à {{high}} ; demandé : {{sure}}).",
  plan_other:
    "{{count}} agents avec {{hours}} h aux postes tiennent {{promises}} pendant {{share}} % des jours (95 % : {{low}} à {{high}} ; demandé : {{sure}}).",
  search_one:
    "{{count}} agent avec {{hours}} h aux postes a tenu {{promises}} pendant {{kept}} des {{days}} jours de la recherche.",
  search_other:
    "{{count}} agents avec {{hours}} h aux postes ont tenu {{promises}} pendant {{kept}} des {{days}} jours de la recherche.",
  sureness: {
    kept: "Il est sûr que cela suffit.",
    close: "On ne peut pas trancher si cela suffit.",
    broken: "Cela ne suffit pas : les jours de la recherche ont favorisé ce plan.",
  },
  post: "poste",
  from: "de",
  to: "à",
  rest: "pause",
  officers: "agents",
  booths: "{{post}} (fichier)",
  worth: "heures-camion épargnées par un de plus à {{post}} (95 %)",
  shipped: "fichier",
  planned: "plan",
  same: "mêmes heures",
  keptDays: "Jours où tout est tenu [%]",
  keptLimit: "{{promise}} : tenu pendant {{sure}} des jours sous [min]",
  boothHours: "Heures planifiées aux postes [h]",
  sameHours:
    "Mêmes heures : {{hours}} des {{shipped}} heures que le fichier a aux postes, en quarts des mêmes règles.",
  dearer:
    "Le plan a {{more}} h de plus aux postes que le fichier, dont les {{shipped}} h tiennent tout pendant {{share}} % des jours.",
  basis:
    "Recherche : {{searched}} jours de la graine {{seed}}. Chiffres : {{days}} jours de la graine {{fresh}} que la recherche n’a jamais vus, les mêmes camions dans toutes les colonnes. Cruce {{version}}, schéma de tirages {{scheme}}.",
};
