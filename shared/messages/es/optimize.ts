/** Lo que dice `cruce optimize`, en español. */
import type { CliTexts } from "../en/cli.ts";
import { staffing } from "./staffing.ts";

export const optimize: CliTexts["optimize"] = {
  ...staffing,
  searching: "buscando un plan: {{done}} de a lo más {{total}} s",
  estimating: "estimando el plan de nuevo: {{done}} de {{total}} días",
  nothingDone: "Interrumpido antes de encontrar un plan.",
  stopped: "Detenido antes de hallar un plan; déle más tiempo con --budget.",
  cut: "El tiempo acabó antes que la búsqueda: con un --budget mayor puede hallarse un plan más barato.",
  estimateCut:
    "El tiempo acabó antes que la respuesta: sus cifras son de {{days}} días, y lo que vale un oficial más, o las horas del archivo en otros turnos, puede decirse de menos días o no decirse. Un --budget mayor hace lo demás.",
  interrupted:
    "Interrumpido: sigue el mejor plan hasta ahora. No se estimó de nuevo, y parece mejor de lo que es.",
  written: "Escrito: {{file}}",
  exists: "{{file}} ya existe y no se sobrescribe: nombre un archivo nuevo para el plan.",
  unwritable: "El plan no se puede escribir en {{file}}: {{reason}}.",
  planName: "{{scenario}}: planeado",
  sameHoursName: "{{scenario}}: mismas horas, otros turnos",
  about: "Turnos hallados para: {{promises}}; en el {{sure}} de los días.",
  plan_one:
    "{{count}} oficial con {{hours}} h en los puestos cumple {{promises}} en el {{share}} % de los días (95 %: {{low}} a {{high}}; se pide: {{sure}}).",
  plan_other:
    "{{count}} oficiales con {{hours}} h en los puestos cumplen {{promises}} en el {{share}} % de los días (95 %: {{low}} a {{high}}; se pide: {{sure}}).",
  search_one:
    "{{count}} oficial con {{hours}} h en los puestos cumplió {{promises}} en {{kept}} de los {{days}} días de la búsqueda.",
  search_other:
    "{{count}} oficiales con {{hours}} h en los puestos cumplieron {{promises}} en {{kept}} de los {{days}} días de la búsqueda.",
  sureness: {
    kept: "Es seguro que basta.",
    close: "Si basta, está demasiado reñido para decirlo.",
    broken: "No basta: los días de la búsqueda favorecieron a este plan.",
  },
  post: "puesto",
  from: "de",
  to: "a",
  rest: "descanso",
  officers: "oficiales",
  booths: "{{post}} (archivo)",
  worth: "horas-camión que ahorra uno más en {{post}} (95 %)",
  shipped: "archivo",
  planned: "plan",
  same: "mismas horas",
  keptDays: "Días en que todo se cumple [%]",
  keptLimit: "{{promise}}: se cumple en el {{sure}} de los días bajo [min]",
  boothHours: "Horas planeadas en los puestos [h]",
  sameHours:
    "Mismas horas: {{hours}} de las {{shipped}} horas que el archivo tiene en los puestos, en turnos de las mismas reglas.",
  dearer:
    "El plan tiene {{more}} h más en los puestos que el archivo, cuyas {{shipped}} h cumplen todo en el {{share}} % de los días.",
  basis:
    "Búsqueda: {{searched}} días de la semilla {{seed}}. Cifras: {{days}} días de la semilla {{fresh}} que la búsqueda nunca vio, los mismos camiones en todas las columnas. Cruce {{version}}, esquema de sorteos {{scheme}}.",
};
