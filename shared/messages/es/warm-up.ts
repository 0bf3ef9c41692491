/** Lo que se dice del principio de una simulación y de sus curvas, en español; para la línea de comandos, los informes y la página. */
import type { WarmUpTexts } from "../warm-up-texts.ts";

export const warmUp: WarmUpTexts = {
  nothing:
    "{{scenario}}: no hace falta dejar fuera nada de los días contados (MSER-5 sobre la cola, simulaciones: {{count}}).",
  leaveOut:
    "{{scenario}}: deje fuera las primeras {{hours}} h de los días contados, para lo que `warmUp` puede ser más largo (MSER-5 sobre la cola, simulaciones: {{count}}).",
  unsettled:
    "{{scenario}}: la cola no se ha asentado a la mitad de los días contados, así que MSER-5 no puede decir qué dejar fuera: cuente más días.",
  batches:
    "{{scenario}}: después, la cola media de esta simulación es {{mean}} con {{batches}} lotes de {{size}} h, que saben poco unos de otros (retardo 1: {{lag1}}).",
  batchesTooShort:
    "{{scenario}}: después, la cola media de esta simulación es {{mean}} con {{batches}} lotes de {{size}} h, pero cada uno sabe del anterior (retardo 1: {{lag1}}) y el intervalo es demasiado corto: cuente más días.",
  title: "El principio de la simulación",
  picture: "Cola, y cuán incierta es su media según lo que se deja fuera",
  about:
    "Arriba: la cola media de cada {{minutes}} minutos, de la simulación o de la mediana de varias. Abajo: cuán incierta es la media del resto según lo que se deja fuera; donde lo es menos corta MSER-5, si está en la primera mitad.",
  aboutMean: "A trazos: la media del resto por lotes, con su intervalo.",
  queue: "Cola, vehículos",
  error: "Error estándar de la media, vehículos",
  cut: "corte tras {{hours}} h",
  cutNothing: "nada que cortar",
  late: "demasiado tarde",
  hours: "Dejado fuera, h",
  batchQueue: "Cola después, media de {{minutes}} min",
};
