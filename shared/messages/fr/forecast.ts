/** Ce que dit la page d’une prévision, en français du Canada. */
import type { PageTexts } from "../page-texts.ts";

export const forecast: PageTexts["forecast"] = {
  title: "Ce qui peut venir",
  button: "Prévision",
  ask: "Ce qui peut venir : de nombreux futurs dès maintenant (F)",
  from: "{{time}} à {{until}}, {{count}} futurs de ce présent",
  hours: "Jusqu’où",
  again: "De nouveau dès maintenant",
  putAway: "Retirer la prévision",
  progress: "{{done}} futurs sur {{total}}",
  waiting: "Les premiers futurs sont simulés…",
  old: "Vieille de plus d’une demi-heure : l’horloge a avancé depuis.",
  changed: "Il y a eu un changement ; la prévision est refaite dès maintenant.",
  shorter_one:
    "Dans l’heure dès {{time}}, les camions de {{label}} attendent {{value}} de moins (95 % : {{low}} à {{high}}).",
  shorter_other:
    "Dans les {{count}} heures dès {{time}}, les camions de {{label}} attendent {{value}} de moins (95 % : {{low}} à {{high}}).",
  longer_one:
    "Dans l’heure dès {{time}}, les camions de {{label}} attendent {{value}} de plus (95 % : {{low}} à {{high}}).",
  longer_other:
    "Dans les {{count}} heures dès {{time}}, les camions de {{label}} attendent {{value}} de plus (95 % : {{low}} à {{high}}).",
  close_one:
    "Dans l’heure dès {{time}}, {{label}} face à A : trop serré pour trancher : {{value}} (95 % : {{low}} à {{high}}).",
  close_other:
    "Dans les {{count}} heures dès {{time}}, {{label}} face à A : trop serré pour trancher : {{value}} (95 % : {{low}} à {{high}}).",
  same_one: "Dans l’heure dès {{time}}, {{label}} et A attendent pareil dans chaque futur.",
  same_other: "Dans les {{count}} heures dès {{time}}, {{label}} et A attendent pareil dans chaque futur.",
  alone_one:
    "Dans l’heure dès {{time}}, les camions de {{label}} attendent {{value}} (95 % : {{low}} à {{high}}).",
  alone_other:
    "Dans les {{count}} heures dès {{time}}, les camions de {{label}} attendent {{value}} (95 % : {{low}} à {{high}}).",
  nobody_one: "Dans l’heure dès {{time}}, aucun camion de {{label}} n’atteint une guérite.",
  nobody_other: "Dans les {{count}} heures dès {{time}}, aucun camion de {{label}} n’atteint une guérite.",
  figures: "Moyenne des futurs",
  figure: { wait: "Attente moyenne", queueMax: "File la plus longue", cleared: "Camions libérés" },
  caption: "Moyennes sur {{count}} futurs, et écarts avec A avec intervalles de 95 %",
  noInterval: "un futur, pas d’intervalle",
  sameInEach: "pareil dans chaque futur",
};
