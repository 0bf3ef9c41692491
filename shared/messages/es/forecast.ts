/** What the page says of a forecast, in Spanish. */
import type { PageTexts } from "../page-texts.ts";

export const forecast: PageTexts["forecast"] = {
  title: "Lo que puede venir",
  button: "Pronóstico",
  ask: "Lo que puede venir: muchos futuros desde ahora (F)",
  from: "{{time}} a {{until}}, {{count}} futuros de este presente",
  hours: "Hasta cuándo",
  again: "De nuevo desde ahora",
  putAway: "Quitar el pronóstico",
  progress: "{{done}} de {{total}} futuros",
  waiting: "Se simulan los primeros futuros…",
  old: "De hace más de media hora: el reloj ya avanzó.",
  changed: "Hubo un cambio; se pronostica de nuevo desde ahora.",
  shorter_one:
    "En la hora desde las {{time}}, los camiones de {{label}} esperan {{value}} menos (95 %: {{low}} a {{high}}).",
  shorter_other:
    "En las {{count}} horas desde las {{time}}, los camiones de {{label}} esperan {{value}} menos (95 %: {{low}} a {{high}}).",
  longer_one:
    "En la hora desde las {{time}}, los camiones de {{label}} esperan {{value}} más (95 %: {{low}} a {{high}}).",
  longer_other:
    "En las {{count}} horas desde las {{time}}, los camiones de {{label}} esperan {{value}} más (95 %: {{low}} a {{high}}).",
  close_one:
    "En la hora desde las {{time}}, {{label}} frente a A: demasiado parejo: {{value}} (95 %: {{low}} a {{high}}).",
  close_other:
    "En las {{count}} horas desde las {{time}}, {{label}} frente a A: demasiado parejo: {{value}} (95 %: {{low}} a {{high}}).",
  same_one: "En la hora desde las {{time}}, {{label}} y A esperan lo mismo en cada futuro.",
  same_other: "En las {{count}} horas desde las {{time}}, {{label}} y A esperan lo mismo en cada futuro.",
  alone_one:
    "En la hora desde las {{time}}, los camiones de {{label}} esperan {{value}} (95 %: {{low}} a {{high}}).",
  alone_other:
    "En las {{count}} horas desde las {{time}}, los camiones de {{label}} esperan {{value}} (95 %: {{low}} a {{high}}).",
  nobody_one: "En la hora desde las {{time}}, ningún camión de {{label}} llega a una caseta.",
  nobody_other: "En las {{count}} horas desde las {{time}}, ningún camión de {{label}} llega a una caseta.",
  figures: "Media de los futuros",
  figure: { wait: "Espera media", queueMax: "Fila más larga", cleared: "Camiones liberados" },
  caption: "Medias de {{count}} futuros, y diferencias con A con intervalos de 95 %",
  noInterval: "un futuro, sin intervalo",
  sameInEach: "igual en cada futuro",
};
