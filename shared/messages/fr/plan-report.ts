/** Ce que dit le rapport d’un plan de personnel, en français. */
export const planReport = {
  kicker: "Rapport d’un plan de personnel",
  question: "Quels quarts tiennent {{promises}} sur {{sure}} des jours, avec le moins d’heures aux postes ?",
  title: "Le plan",
  shifts: "Quarts du {{date}}",
  bars: "Agents aux postes",
  barsNote: "Barres : plan. Ligne : le fichier. Tirets : les places qu’il y a.",
  hours: "Selon l’heure ; entre parenthèses ce que le fichier a",
  hoursAndWorth: "Selon l’heure ; entre parenthèses ce que le fichier a, et ce qu’un agent de plus épargne",
  kept: "Ce qui est tenu",
  keptNote: "Les trois dotations sur les mêmes jours et camions, avec des intervalles à 95 %",
  worth: "Ce que vaut l’agent suivant : {{post}}",
  worthNote:
    "Heures de camion qu’un de plus épargne à chaque heure. Traits : intervalles à 95 %. Contour seul : trop serré pour trancher.",
} as const;
