/** Ce qui est dit des points d’un balayage, en français ; pour la ligne de commande et la page. */
export const swept = {
  fewerDiffer_one:
    "Sur {{asked}} points, {{count}} diffère, et est exécuté une fois : les nombres entiers et les listes n’ont pas de valeurs intermédiaires.",
  fewerDiffer_other:
    "Sur {{asked}} points, {{count}} diffèrent, et chacun est exécuté une fois : les nombres entiers et les listes n’ont pas de valeurs intermédiaires.",
} as const;
