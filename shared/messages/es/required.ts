/** Cómo resultaron los requisitos, en español; para la línea de comandos. */
import type { CliTexts } from "../en/cli.ts";

export const required: CliTexts["required"] = {
  met: "Se cumple: {{scenario}}, {{text}}: {{found}}.",
  notMet: "No se cumple: {{scenario}}, {{text}}: {{found}}.",
  tooClose: "Demasiado justo para decidir: {{scenario}}, {{text}}: {{found}}; más réplicas lo dirán.",
  unknown: "No se sabe: {{scenario}}, {{text}}: {{found}}; sin intervalo no se cumple nada.",
  alike:
    "No se sabe: {{scenario}}, {{text}}: {{found}}; menos de {{least}} réplicas que salieron todas iguales no dicen nada de otras.",
  fewVehicles:
    "No se sabe: {{scenario}}, {{text}}: {{found}}; menos de {{vehicles}} vehículos en total no dicen el extremo del intervalo que decide.",
  noVehicle: "ningún vehículo lo dice",
  notCompared: "--require {{text}}: solo compare tiene diferencias.",
};
