/** Ce que la ligne de commande dit des balayages, en français. */
import { swept } from "./swept.ts";

export const sweep = {
  ...swept,
  noSign: "--vary prend un réglage et ses valeurs, comme {{example}} ; trouvé {{found}}.",
  varyTwice: "--vary nomme {{name}} plus d’une fois : donnez toutes ses valeurs dans un seul --vary.",
  example: "northbound.demand.trucks = 6000 /day to 10000 /day in 5",
  invalid_one: "{{count}} point sur {{total}} n’est pas un scénario.",
  invalid_other: "{{count}} points sur {{total}} ne sont pas des scénarios.",
  invalidPoint: "Point {{point}}, avec {{values}} :",
  interrupted_one: "Interrompu : {{count}} point sur {{total}} est terminé et suit.",
  interrupted_other: "Interrompu : {{count}} points sur {{total}} sont terminés et suivent.",
  nothingDone: "Interrompu avant la fin du premier point.",
  points_one: "{{count}} point sur {{total}}",
  points_other: "{{count}} points sur {{total}}",
  designs: {
    grid: "toutes les combinaisons des valeurs",
    latin: "un hypercube latin",
    morris: "des trajectoires de Morris",
  },
  same: "Tous les points ont les mêmes jours, camions et tirages.",
  point: "point",
  setting: "réglage",
  range: "de → à",
  change: "change de (95 %)",
  standardized: "standardisé (95 %)",
  size: "μ* (95 %)",
  spread: "σ",
  effectsOf: "Ce que chaque réglage fait à : {{figure}}",
  r2: "Des droites expliquent {{share}} % de la variance entre les points (R²). Changement : de la plus petite à la plus grande valeur du réglage, les autres fixes. Standardisé : en écarts types.",
  r2Low:
    "Des droites n’expliquent que {{share}} % de la variance entre les points (R²) : trop peu pour se fier à ces effets. Regardez les points, ou prenez le plan morris.",
  morris:
    "Changements sur tout l’intervalle du réglage : μ* est leur taille moyenne, le changement leur moyenne avec son signe, σ leur dispersion : grande où l’effet dépend des autres réglages ou se courbe.",
  none: {
    fewPoints:
      "Pas d’effets : il faut deux points de plus que de réglages qui varient (un réglage de mots compte une fois par mot sauf le premier).",
    constant: "Pas d’effets : le chiffre est le même à tous les points.",
    together: "Pas d’effets : aux points qui sont là, des réglages varient ensemble.",
  },
  frontier: "Frontière de {{x}} et {{y}}",
  frontierNote:
    "Dessus : aucun autre point n’est au moins aussi bon pour les deux et meilleur pour l’un. Certitude : la part des jours rééchantillonnés où le point est dessus ; de 5 à 95 %, c’est trop serré pour trancher.",
  frontierOff_one: "{{count}} autre point est en dehors.",
  frontierOff_other: "{{count}} autres points sont en dehors.",
  sure: "certitude",
  standings: { on: "dessus", close: "trop serré", off: "en dehors" },
  notThrough_one:
    "Au point {{points}}, plus de 1 % des véhicules ne sont pas passés : les attentes ne les couvrent pas.",
  notThrough_other:
    "Aux points {{points}}, plus de 1 % des véhicules ne sont pas passés : les attentes ne les couvrent pas.",
  gridlocks_one: "Au point {{points}}, des lieux se bloquent pour de bon certains jours.",
  gridlocks_other: "Aux points {{points}}, des lieux se bloquent pour de bon certains jours.",
  repeated:
    "{{points}} points prennent plus d’une fois les {{count}} valeurs de {{setting}} : une liste n’a pas de valeurs intermédiaires.",
  pointOf: "{{scenario}}, point {{point}}",
  others: "Aucun autre point n’est plus loin de ce qui est demandé.",
  outcomes: { met: "remplie", notMet: "non remplie", tooClose: "trop juste", unknown: "inconnue" },
  atAll_one: "à son seul point",
  atAll_other: "aux {{count}} points",
  at: {
    met: "remplie à {{points}}",
    notMet: "non remplie à {{points}}",
    tooClose: "trop juste à {{points}}",
    unknown: "inconnue à {{points}}",
  },
} as const;
