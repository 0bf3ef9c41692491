/** Ce qui est dit de chaque erreur d’un fichier, en français du Canada. Les clés sont celles de l’anglais. */
import type { ProblemTexts } from "../../problem.ts";
import { problemsOfFiles } from "./problems-of-files.ts";
import { problemsOfMeaning } from "./problems-of-meaning.ts";
import { problemsOfStaffing } from "./problems-of-staffing.ts";
import { problemsOfSweeps } from "./problems-of-sweeps.ts";
import { problemsOfValues } from "./problems-of-values.ts";

export const problems: ProblemTexts = {
  layout: {
    error: "{{place}}\n  attendu : {{expected}} ; trouvé : {{found}}\n  → {{advice}} ({{code}})",
    warning:
      "{{place}} (avertissement)\n  attendu : {{expected}} ; trouvé : {{found}}\n  → {{advice}} ({{code}})",
  },
  terms: {
    dimension: {
      duration: "une durée",
      length: "une longueur",
      rate: "un débit",
      perDay: "un nombre par jour",
      share: "une part en pour cent",
      money: "un montant",
      wage: "un montant à l’heure",
      distribution: "un temps de service",
      clock: "une heure du jour",
      hours: "des heures d’ouverture",
      date: "une date",
    },
    type: {
      map: "des clés avec leurs valeurs",
      list: "une liste",
      text: "un texte",
      number: "un nombre",
      whole: "un nombre entier",
      boolean: "true ou false",
      null: "rien",
      quantity: "une valeur avec son unité",
    },
    key: {
      clock: 'des heures du jour entre guillemets droits, comme "07:00"',
      day: 'des jours de la semaine ou des dates, comme mon, tue-thu ou "2024-12-25"',
      name: "des noms qui commencent par une minuscule, puis lettres et chiffres",
      number: 'des nombres entiers, comme "3"',
      part: "des noms faits de lettres",
    },
    class: {
      fast: "les camions EXPRES (FAST)",
      general: "les camions sans EXPRES (FAST)",
      all: "tous les camions",
    },
    side: { before: "avant", after: "après" },
    yaml: {
      directive: "une directive (%)",
      mergeKey: "une clé de fusion (<<)",
      tag: "une étiquette inconnue (!)",
      noKey: "aucune clé",
      longKey: "une liste ou un tableau comme clé",
    },
    why: {
      approachLength: "EXPRES (FAST) ne peut se séparer que sur l’approche",
      approachSpacing: "une voie doit contenir au moins un véhicule en attente",
      redLight: "les camions qui ont un feu rouge en ont besoin",
      turnAway: "sans `room` il y a toujours de la place",
      docks: "un examen au quai en demande un",
      split: "les voies EXPRES (FAST) commencent à la séparation",
      choose: "il n’y a qu’une file à choisir",
    },
  },
  codes: {
    ...problemsOfFiles,
    ...problemsOfValues,
    ...problemsOfMeaning,
    ...problemsOfSweeps,
    ...problemsOfStaffing,
  },
};
