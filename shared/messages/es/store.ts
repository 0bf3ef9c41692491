/** Lo que se dice de las simulaciones guardadas, en español; para la línea de comandos. */
import type { CliTexts } from "../en/cli.ts";

export const store: CliTexts["store"] = {
  taken_one: "{{count}} de {{total}} simulaciones se tomó del almacén.",
  taken_other: "{{count}} de {{total}} simulaciones se tomaron del almacén.",
  takenSoFar: "{{taken}} simulaciones del almacén",
  refused: {
    damaged:
      "{{file}} está dañado ({{reason}}) y se deja como está: muévalo a otro lugar, indique otra carpeta con CRUCE_DATA o use --no-store.",
    foreign:
      "{{file}} no es un almacén de simulaciones ({{reason}}) y se deja como está: muévalo a otro lugar, indique otra carpeta con CRUCE_DATA o use --no-store.",
    newer:
      "{{file}} lo escribió una versión más nueva de cruce y se deja como está: use esa versión, indique otra carpeta con CRUCE_DATA o use --no-store.",
  },
  failed:
    "No se pueden guardar simulaciones en {{file}}: {{reason}}. Se simulan y se muestran, pero no se guardan; indique otra carpeta con CRUCE_DATA o use --no-store.",
  reasons: {
    full: "el disco está lleno o el almacén tiene ya cuanto puede ({{most}} GB; cruce store --clear lo vacía)",
    notAllowed: "no se permite escribir ahí",
    noFolder: "no es una carpeta ni se puede crear",
    busy: "otro proceso lo ha mantenido ocupado durante 5 s",
    other: "{{reason}}",
  },
  unreadable:
    "{{file}} está dañado ({{reason}}): lo que no se pudo leer se simuló de nuevo, y no se guarda nada más; muévalo a otro lugar o use --no-store.",
  unusable: "No se puede leer {{file}}: {{reason}}.",
  uncleared: "No se quitó nada de {{file}}: {{reason}}.",
  unshrunk:
    "{{file}} sigue tan grande como antes: {{reason}}. Las simulaciones siguientes ocupan el espacio que quedó libre en él; vacíelo otra vez para reducirlo.",
  none: "Aún no hay nada guardado; se guardará en {{file}}.",
  holds_one: "{{file}} contiene {{count}} simulación, {{size}} MB.",
  holds_other: "{{file}} contiene {{count}} simulaciones, {{size}} MB.",
  earlier_one: "{{count}} más es de una versión anterior del modelo, que ya nadie pide.",
  earlier_other: "{{count}} más son de versiones anteriores del modelo, que ya nadie pide.",
  cleared_one: "{{count}} simulación eliminada.",
  cleared_other: "{{count}} simulaciones eliminadas.",
};
