/** Por qué un texto no es una cifra, condición o precisión, en español; para la línea de comandos. */
import type { CliTexts } from "../en/cli.ts";

export const asked: CliTexts["asked"] = {
  figure:
    "«{{found}}» no nombra ninguna cifra. Una cifra es una métrica y su estadístico, como waitP95; hay {{known}}.",
  figure_guess: "«{{found}}» no nombra ninguna cifra. ¿Quiso decir {{guess}}?",
  dimension: "{{metric}} no se distingue por lo que sigue a «{{word}}»: quite «{{word}} {{found}}».",
  class: "«{{found}}» no es una clase de vehículos; hay {{known}}.",
  class_guess: "«{{found}}» no es una clase de vehículos. ¿Quiso decir {{guess}}?",
  stage: "{{metric}} no se mide aquí en «{{found}}», sino en {{known}}.",
  stage_guess: "{{metric}} no se mide aquí en «{{found}}». ¿Quiso decir {{guess}}?",
  hour: "«{{found}}» no es una hora del día: se espera un número entero de 0 a 23.",
  absent: "El escenario no tiene la cifra {{found}}.",
  condition:
    "«{{found}}» no es una condición: se espera una cifra, luego <, <=, > o >=, y un número con su unidad, como waitP95 < 45 min.",
  precision:
    "«{{found}}» no es una precisión: se espera una cifra, luego «within», y un porcentaje de ella o un número con su unidad, como wait within 5 %.",
  unit: "«{{found}}» no corresponde a {{metric}}: se espera un número con una de las unidades {{units}}.",
  noPercent:
    "«{{found}}» podría ser de la proporción o de cien: {{metric}} ya es una proporción, así que diga cuántos puntos, como within 2 points.",
  promise:
    "«{{found}}» no es una promesa: se esperaba una parte de una clase de vehículos y una espera, como 95 % of fast under 20 min o all under 60 min.",
};
