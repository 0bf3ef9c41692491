/** Ce que dit un rapport, en français. */
import { planReport } from "./plan-report.ts";
import { sweepReport } from "./sweep-report.ts";
import { warmUp } from "./warm-up.ts";

export const report = {
  kicker: "Rapport d’une simulation",
  question: {
    title: "La question",
    compare: "Que devient {{what}} si « {{baseline}} » change comme suit ?",
    run: "À quoi ressemble une journée à ce poste frontalier, tel qu’il est dans le fichier ?",
    changes: "{{letter}}, « {{scenario}} », par rapport à {{baseline}} :",
    same: "Les deux scénarios disent la même chose.",
  },
  answer: {
    title: "La réponse",
    alone: "{{scenario}} : {{what}} est de {{value}} {{unit}} (95 % : {{low}} à {{high}}).",
    aloneOnce:
      "{{scenario}} : {{what}} est de {{value}} {{unit}} le seul jour simulé ; cela ne dit rien des autres jours.",
    aloneAlike:
      "{{scenario}} : {{what}} est de {{value}} {{unit}} les {{n}} jours simulés ; si peu ne disent rien des autres jours.",
    aloneFew: "{{scenario}} : {{what}} est de {{value}} {{unit}} (95 % : {{interval}}).",
    shorter:
      "{{letter}} : {{count}} jours sur {{total}}, l’attente moyenne est plus courte que dans {{baseline}}.",
    basis:
      "{{days}}, les mêmes camions dans chaque scénario. L’intervalle dit à quel point la moyenne est sûre, non à quoi un seul jour peut ressembler.",
    basisAlone:
      "{{days}}. L’intervalle dit à quel point la moyenne est sûre, non à quoi un seul jour peut ressembler.",
    missing: "Les scénarios n’ont pas ce chiffre.",
  },
  strip: {
    title: "Ce que cela signifie",
    perDay: "Changement par jour, {{letter}} moins {{baseline}} ; dessous, l’intervalle à 95 %.",
    perRun:
      "Changement sur les {{days}} jours du fichier, {{letter}} moins {{baseline}} ; dessous, l’intervalle à 95 %.",
    minutes: "Attente moyenne",
    slow: "Attente des 5 % les plus lents (95e centile)",
    trucks: "Camions passés",
    officers: "Heures d’agent",
    staff: "Coût des agents",
    delay: "Coût du retard des camions",
    net: "Les deux coûts ensemble",
    noCosts: "Les fichiers n’indiquent pas de coûts : rien n’est compté en argent.",
    oneDay: "un jour : pas d’intervalle",
    every: "le même chaque jour",
  },
  charts: {
    title: "Le jour et ses retards",
    wait: "Attente avant la première inspection au fil du jour, minutes",
    queue: "Camions dans la file de la première inspection au fil du jour",
    course:
      "Ligne : le jour médian. Bande : les 90 % du milieu de {{days}} jours simulés, ce à quoi un jour peut ressembler.",
    courseOnce: "Ligne : le seul jour simulé.",
    causes: "Pourquoi les camions sont retardés, minutes moyennes par camion",
    causesNote: "Parts du retard moyen ; leur somme est le retard.",
    highest: "{{letter}} est au plus haut à {{time}} ({{value}}).",
    largest: "{{letter}} : surtout {{part}} ({{value}} sur {{total}} min).",
    noDelay: "Aucun camion n’est retardé.",
    time: "Heure",
    cause: "Cause",
    total: "Retard, en tout",
    band: "{{letter}}, médiane (90 % des jours)",
    tableOf: "Tableau : {{title}}",
  },
  plan: planReport,
  sweep: sweepReport,
  warmUp,
  gains: {
    title: "Qui gagne et qui perd",
    note: "Changement de l’attente moyenne des mêmes camions, minutes ; la ligne est l’intervalle à 95 %, le trait du milieu aucun changement.",
    class: "Camions",
    all: "tous",
    change: "Changement [min]",
    interval: "Intervalle à 95 %",
    reads: "Se lit",
    picture: "Image",
    only: "{{baseline}} seul a {{less}} et {{letter}} seul {{more}} camions par simulation qui atteignent la première inspection ; le tableau porte sur ceux des deux.",
  },
  figures: {
    title: "Les chiffres",
    metric: "Chiffre",
    note: "Moyennes des jours simulés avec leurs intervalles à 95 %.",
    fewAlike: "les {{n}} jours pareils : pas d’intervalle",
    fewVehicles: {
      low: "moins de {{vehicles}} véhicules : pas de borne inférieure",
      high: "moins de {{vehicles}} véhicules : pas de borne supérieure",
      both: "moins de {{vehicles}} véhicules : pas d’intervalle",
    },
  },
  askedFor: "Ce qui était demandé",
  cautions: "À lire avec prudence",
  assumptions: {
    title: "Sur quoi cela repose",
    note: "Hypothèses du modèle que touchent ces scénarios, par leur numéro dans la documentation.",
    list: {
      A1: "Le chiffre quotidien est la demande des jours que nomme le fichier ; les autres suivent par des poids.",
      A2: "Les camions viennent indépendamment les uns des autres dans chaque quart d’heure, et personne ne renonce à cause de l’attente.",
      A3: "L’attente commence au bout de la file, où qu’il soit, et finit à la guérite ; le trajet libre n’en fait pas partie.",
      A4: "La longueur de la file est le nombre de véhicules fois l’espacement, divisé par les voies.",
      A5: "Sur la route, chaque voie sert dans l’ordre d’arrivée et personne ne double.",
      A6: "Quand la tête d’une voie part, il y a de la place à sa queue aussitôt.",
      A7: "Un agent termine le camion en main avant une pause, la fin de son service ou la fermeture.",
      A8: "Un camion prend la voie ouverte la plus courte de sa classe et y reste.",
      A9: "Les images sont lues dans l’ordre d’arrivée par les analystes en service.",
      A10: "Là où les scanners suivent la première inspection, l’image décide de la suite.",
      A11: "À la fermeture, ceux qui travaillent restent jusqu’à ce que la file soit servie.",
      A12: "Avancer jusqu’à la guérite prend du temps, même si elle était libre.",
      A13: "Les agents sont comptés, non nommés ; les équipes se relaient sans interruption.",
      A14: "Quand des guérites changent de type de voie, leurs agents les suivent.",
      A15: "Qu’un camion soit renvoyé ou scanné est tiré une fois et ne dépend pas de la file.",
      A16: "À la fermeture, ceux qui attendent restent jusqu’à l’ouverture, ou partent, selon le fichier.",
      A17: "Le même camion a les mêmes durées et marques dans chaque scénario.",
      A18: "Ce qui arrive au même instant arrive dans un ordre fixe, jamais au hasard.",
      A19: "Les futurs d’une prévision gardent ce qui est connu et tirent de nouveau le reste.",
      A20: "Un camion attend ce que font alors la plupart des serveurs de sa file.",
    },
  },
  limits: {
    title: "Ce que cela ne modélise pas",
    list: {
      luck: "Les intervalles couvrent le hasard des jours. Ils ne couvrent pas des chiffres faux du fichier : voir ses sources.",
      demand:
        "Les camions ne changent ni de pont, ni d’heure, ni de nombre parce que l’attente est plus courte ou plus longue.",
      others:
        "Seulement les camions qui entrent au pays : ni voitures, ni autocars, ni piétons, ni le retour.",
      people:
        "Les agents ne se fatiguent pas, n’apprennent pas et ne se pressent pas quand la file est longue.",
      events: "Intempéries, accidents et pannes n’arrivent que si le fichier les contient.",
      beyond: "Les routes après la dernière enceinte ne se remplissent jamais.",
    },
  },
  sources: {
    title: "D’où viennent les nombres",
    note: "Remarques des fichiers de scénario, à côté du réglage dont elles parlent.",
    setting: "Réglage",
    remark: "Source ou hypothèse",
    none: "Les fichiers de scénario ne portent pas de remarques sur leurs sources.",
  },
  again: {
    title: "Pour le refaire",
    command: "Commande",
    seed: "Germe",
    days: "Jours simulés",
    version: "Version",
    versionIs: "Cruce {{version}}, schéma de tirages {{scheme}}",
    files: "Fichiers, avec le SHA-256 de leur texte",
    interrupted: "Interrompu : {{done}} sur {{total}} sont faits.",
  },
} as const;
