/** Lo que se dice de cada error de un archivo, en español de México. Las claves son las del inglés. */
import type { ProblemTexts } from "../../problem.ts";
import { problemsOfFiles } from "./problems-of-files.ts";
import { problemsOfMeaning } from "./problems-of-meaning.ts";
import { problemsOfStaffing } from "./problems-of-staffing.ts";
import { problemsOfSweeps } from "./problems-of-sweeps.ts";
import { problemsOfValues } from "./problems-of-values.ts";

export const problems: ProblemTexts = {
  layout: {
    error: "{{place}}\n  se esperaba {{expected}}; se encontró {{found}}\n  → {{advice}} ({{code}})",
    warning:
      "{{place}} (advertencia)\n  se esperaba {{expected}}; se encontró {{found}}\n  → {{advice}} ({{code}})",
  },
  terms: {
    dimension: {
      duration: "una duración",
      length: "una longitud",
      rate: "una tasa",
      perDay: "un número por día",
      share: "una proporción en por ciento",
      money: "un importe",
      wage: "un importe por hora",
      distribution: "un tiempo de servicio",
      clock: "una hora del día",
      hours: "un horario",
      date: "una fecha",
    },
    type: {
      map: "claves con valores",
      list: "una lista",
      text: "un texto",
      number: "un número",
      whole: "un número entero",
      boolean: "true o false",
      null: "nada",
      quantity: "un valor con su unidad",
    },
    key: {
      clock: 'horas del día entre comillas, como "07:00"',
      day: 'días de la semana o fechas, como mon, tue-thu o "2024-12-25"',
      name: "nombres que empiezan con minúscula y siguen con letras y cifras",
      number: 'números enteros, como "3"',
      part: "nombres de solo letras",
    },
    class: {
      fast: "camiones con FAST",
      general: "camiones sin FAST",
      all: "todos los camiones",
    },
    side: { before: "antes de", after: "después de" },
    yaml: {
      directive: "una directiva (%)",
      mergeKey: "una clave de fusión (<<)",
      tag: "una etiqueta desconocida (!)",
      noKey: "ninguna clave",
      longKey: "una lista o un mapa como clave",
    },
    why: {
      approachLength: "FAST solo puede separarse dentro del acceso",
      approachSpacing: "en un carril debe caber al menos un vehículo en espera",
      redLight: "los camiones con luz roja lo necesitan",
      turnAway: "sin `room` siempre hay lugar",
      docks: "una revisión en andén necesita uno",
      split: "los carriles FAST empiezan donde se separa",
      choose: "solo hay una fila que elegir",
    },
  },
  codes: {
    ...problemsOfFiles,
    ...problemsOfValues,
    ...problemsOfMeaning,
    ...problemsOfSweeps,
    ...problemsOfStaffing,
  },
};
