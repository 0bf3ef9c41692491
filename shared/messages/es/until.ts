/** Experiments that go on until they are precise enough, in Spanish; for the command line. */
import type { CliTexts } from "../en/cli.ts";

export const until: CliTexts["until"] = {
  option:
    'seguir hasta conocer una cifra así de bien, como en "wait within 5 %"; al comparar, su diferencia, como en "wait within 2 min"',
  optionOfPoints:
    'seguir en todos los puntos hasta conocer una cifra así de bien en cada uno, como en "wait within 5 %" o "wait within 2 min"',
  most: "días que simular como máximo, con --until",
  running: "{{done}} de unos {{total}} días",
  runningPairs: "{{done}} de unos {{total}} pares de días",
  interrupted: "Interrumpido tras {{days}}; a continuación, lo que hay.",
  faults: {
    twice: '--until es sobre una sola cifra; se encontraron "{{first}}" y "{{second}}": quite una.',
    mostDays: "--most-days solo va con --until.",
    replications:
      "--until averigua cuántos días hacen falta: quite --replications; --most-days pone un límite.",
    metric: "--until ya nombra la respuesta, {{figure}}: quite --metric.",
    percent:
      'Un porcentaje de una diferencia no dice nada donde la diferencia puede ser 0: pida su propia unidad, como "{{example}}"; se encontró "{{found}}".',
    absent: "{{scenario}} no tiene la cifra {{figure}} que habría que esperar.",
  },
  difference: "la diferencia en {{figure}}",
  endings: {
    reached: "{{scenario}}: tras {{days}}, {{what}} se conoce con ± {{half}}; se pedía {{asked}}.",
    limit:
      "{{scenario}}: tras {{days}}, el máximo permitido, {{what}} solo se conoce con ± {{half}}; se pedía {{asked}}, para lo que hacen falta unos {{needed}}.",
    limit_unknown:
      "{{scenario}}: tras {{days}}, el máximo permitido, {{what}} no se conoce como se pedía: {{asked}}. No se puede decir cuántos días harían falta.",
    limit_fewVehicles:
      "{{scenario}}: tras {{days}}, el máximo permitido, {{what}} no se conoce como se pedía: {{asked}}. Menos de {{vehicles}} vehículos en total no dicen los extremos de su intervalo.",
    goesOn:
      "{{scenario}}: interrumpido; tras {{days}}, {{what}} se conocía con ± {{half}}; se pedía {{asked}}, para lo que hacen falta unos {{needed}}.",
    goesOn_unknown:
      "{{scenario}}: interrumpido; tras {{days}}, {{what}} no se conocía como se pedía: {{asked}}. No se puede decir cuántos días harían falta.",
    goesOn_fewVehicles:
      "{{scenario}}: interrumpido; tras {{days}}, {{what}} no se conocía como se pedía: {{asked}}. Menos de {{vehicles}} vehículos en total no dicen los extremos de su intervalo.",
    zero: '{{scenario}}: {{what}} es 0 en cada uno de {{days}}, y ningún número de días hace que 0 sea preciso a un porcentaje de sí mismo: pida su propia unidad, como "{{example}}".',
  },
};
