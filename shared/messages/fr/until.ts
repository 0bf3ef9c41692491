/** Experiments that go on until they are precise enough, in French; for the command line. */
import type { CliTexts } from "../en/cli.ts";

export const until: CliTexts["until"] = {
  option:
    'continuer jusqu’à connaître un chiffre aussi bien, comme dans "wait within 5 %" ; en comparant, sa différence, comme dans "wait within 2 min"',
  optionOfPoints:
    'continuer à tous les points jusqu’à connaître un chiffre aussi bien à chacun, comme dans "wait within 5 %" ou "wait within 2 min"',
  most: "jours à simuler au plus, avec --until",
  running: "{{done}} sur environ {{total}} jours",
  runningPairs: "{{done}} sur environ {{total}} paires de jours",
  interrupted: "Interrompu après {{days}} ; voici ce qui est fait.",
  faults: {
    twice: '--until porte sur un seul chiffre ; trouvé "{{first}}" et "{{second}}" : enlevez-en un.',
    mostDays: "--most-days ne va qu’avec --until.",
    replications:
      "--until trouve combien de jours il faut : enlevez --replications ; --most-days fixe une limite.",
    metric: "--until nomme déjà la réponse, {{figure}} : enlevez --metric.",
    percent:
      'Un pourcentage d’une différence ne dit rien là où la différence peut être 0 : demandez son unité propre, comme "{{example}}" ; trouvé "{{found}}".',
    absent: "{{scenario}} n’a pas de chiffre {{figure}} à attendre.",
  },
  difference: "la différence de {{figure}}",
  endings: {
    reached: "{{scenario}} : après {{days}}, {{what}} est connu à ± {{half}} ; demandé : {{asked}}.",
    limit:
      "{{scenario}} : après {{days}}, le maximum permis, {{what}} n’est connu qu’à ± {{half}} ; demandé : {{asked}}, ce qui prend environ {{needed}}.",
    limit_unknown:
      "{{scenario}} : après {{days}}, le maximum permis, {{what}} n’est pas connu comme demandé : {{asked}}. On ne peut dire combien de jours cela prendrait.",
    limit_fewVehicles:
      "{{scenario}} : après {{days}}, le maximum permis, {{what}} n’est pas connu comme demandé : {{asked}}. Moins de {{vehicles}} véhicules en tout ne disent pas les bornes de son intervalle.",
    goesOn:
      "{{scenario}} : interrompu ; après {{days}}, {{what}} était connu à ± {{half}} ; demandé : {{asked}}, ce qui prend environ {{needed}}.",
    goesOn_unknown:
      "{{scenario}} : interrompu ; après {{days}}, {{what}} n’était pas connu comme demandé : {{asked}}. On ne peut dire combien de jours cela prendrait.",
    goesOn_fewVehicles:
      "{{scenario}} : interrompu ; après {{days}}, {{what}} n’était pas connu comme demandé : {{asked}}. Moins de {{vehicles}} véhicules en tout ne disent pas les bornes de son intervalle.",
    zero: '{{scenario}} : {{what}} est 0 chacun des {{days}}, et aucun nombre de jours ne rend 0 précis à un pourcentage de lui-même : demandez son unité propre, comme "{{example}}".',
  },
};
