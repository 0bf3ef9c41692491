/** Pourquoi un texte n’est pas un chiffre, une condition ou une précision, en français ; pour la ligne de commande. */
import type { CliTexts } from "../en/cli.ts";

export const asked: CliTexts["asked"] = {
  figure:
    "« {{found}} » ne nomme aucun chiffre. Un chiffre est une mesure et sa statistique, comme waitP95 ; il y a {{known}}.",
  figure_guess: "« {{found}} » ne nomme aucun chiffre. Vouliez-vous dire {{guess}} ?",
  dimension: "{{metric}} ne se distingue pas par ce qui suit « {{word}} » : retirez « {{word}} {{found}} ».",
  class: "« {{found}} » n’est pas une classe de véhicules ; il y a {{known}}.",
  class_guess: "« {{found}} » n’est pas une classe de véhicules. Vouliez-vous dire {{guess}} ?",
  stage: "{{metric}} ne se mesure pas ici à « {{found}} », mais à {{known}}.",
  stage_guess: "{{metric}} ne se mesure pas ici à « {{found}} ». Vouliez-vous dire {{guess}} ?",
  hour: "« {{found}} » n’est pas une heure du jour : on attend un nombre entier de 0 à 23.",
  absent: "Le scénario n’a pas le chiffre {{found}}.",
  condition:
    "« {{found}} » n’est pas une condition : on attend un chiffre, puis <, <=, > ou >=, puis un nombre avec son unité, comme waitP95 < 45 min.",
  precision:
    "« {{found}} » n’est pas une précision : on attend un chiffre, puis « within », puis un pourcentage ou un nombre avec son unité, comme wait within 5 %.",
  unit: "« {{found}} » ne convient pas à {{metric}} : on attend un nombre avec l’une des unités {{units}}.",
  noPercent:
    "« {{found}} » pourrait être de la part ou de cent : {{metric}} est déjà une part, dites donc combien de points, comme within 2 points.",
  promise:
    "« {{found}} » n’est pas une promesse : il faut une part d’une classe de véhicules et une attente, comme 95 % of fast under 20 min ou all under 60 min.",
};
