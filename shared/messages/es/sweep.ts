/** Lo que la línea de órdenes dice de los barridos, en español. */
import { swept } from "./swept.ts";

export const sweep = {
  ...swept,
  noSign: "--vary toma un ajuste y sus valores, como {{example}}; se encontró {{found}}.",
  varyTwice: "--vary nombra {{name}} más de una vez: dele todos sus valores en un solo --vary.",
  example: "northbound.demand.trucks = 6000 /day to 10000 /day in 5",
  invalid_one: "{{count}} de {{total}} puntos no es un escenario.",
  invalid_other: "{{count}} de {{total}} puntos no son escenarios.",
  invalidPoint: "Punto {{point}}, con {{values}}:",
  interrupted_one: "Interrumpido: {{count}} de {{total}} puntos está terminado y sigue.",
  interrupted_other: "Interrumpido: {{count}} de {{total}} puntos están terminados y siguen.",
  nothingDone: "Interrumpido antes de terminar el primer punto.",
  points_one: "{{count}} punto de {{total}}",
  points_other: "{{count}} puntos de {{total}}",
  designs: {
    grid: "todas las combinaciones de los valores",
    latin: "un hipercubo latino",
    morris: "trayectorias de Morris",
  },
  same: "Todos los puntos tienen los mismos días, camiones y sorteos.",
  point: "punto",
  setting: "ajuste",
  range: "de → a",
  change: "cambia en (95 %)",
  standardized: "estandarizado (95 %)",
  size: "μ* (95 %)",
  spread: "σ",
  effectsOf: "Lo que cada ajuste hace a: {{figure}}",
  r2: "Las rectas explican el {{share}} % de la varianza entre puntos (R²). Cambio: del valor menor al mayor del ajuste, con los demás fijos. Estandarizado: en desviaciones estándar.",
  r2Low:
    "Las rectas explican solo el {{share}} % de la varianza entre puntos (R²): muy poco para confiar en estos efectos. Mire los puntos, o use el diseño morris.",
  morris:
    "Cambios sobre todo el intervalo del ajuste: μ* es su tamaño medio, el cambio su media con signo, σ su dispersión: grande donde el efecto depende de los demás ajustes o se curva.",
  none: {
    fewPoints:
      "Sin efectos: hacen falta dos puntos más que ajustes que varían (un ajuste de palabras cuenta una vez por cada palabra menos la primera).",
    constant: "Sin efectos: la cifra es la misma en todos los puntos.",
    together: "Sin efectos: en los puntos que hay, los ajustes varían juntos.",
  },
  frontier: "Frontera de {{x}} y {{y}}",
  frontierNote:
    "En ella: ningún otro punto es al menos igual de bueno en ambas y mejor en una. Qué tan seguro: la parte de los días remuestreados en que el punto está en ella; de 5 a 95 % es demasiado parejo para decidir.",
  frontierOff_one: "{{count}} punto más queda fuera.",
  frontierOff_other: "{{count}} puntos más quedan fuera.",
  sure: "seguro",
  standings: { on: "en ella", close: "demasiado parejo", off: "fuera" },
  notThrough_one: "En el punto {{points}} más del 1 % de los vehículos no pasó: las esperas no los cubren.",
  notThrough_other:
    "En los puntos {{points}} más del 1 % de los vehículos no pasó: las esperas no los cubren.",
  gridlocks_one: "En el punto {{points}} hay días en que los lugares se bloquean unos a otros para siempre.",
  gridlocks_other:
    "En los puntos {{points}} hay días en que los lugares se bloquean unos a otros para siempre.",
  repeated:
    "{{points}} puntos toman los {{count}} valores de {{setting}} más de una vez: una lista no tiene valores intermedios.",
  pointOf: "{{scenario}}, punto {{point}}",
  others: "Ningún otro punto está más lejos de lo pedido.",
  outcomes: { met: "se cumple", notMet: "no se cumple", tooClose: "demasiado justo", unknown: "no se sabe" },
  atAll_one: "en su único punto",
  atAll_other: "en los {{count}} puntos",
  at: {
    met: "se cumple en {{points}}",
    notMet: "no se cumple en {{points}}",
    tooClose: "demasiado justo en {{points}}",
    unknown: "no se sabe en {{points}}",
  },
} as const;
