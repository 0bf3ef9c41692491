/** Ce qui est dit des fichiers de résultats, en français. */
export const files = {
  exists:
    "{{folder}} contient déjà des résultats ({{file}}) ; ils ne sont pas écrasés : nommez un autre dossier.",
  unfinished:
    "{{folder}} contient ce qu’a laissé une commande tuée, ou qui travaille encore ({{file}} est vide) : attendez-la, enlevez le dossier, ou nommez-en un autre.",
  reportExists: "{{file}} existe déjà et n’est pas remplacé : nommez un nouveau fichier pour le rapport.",
  notBuilt:
    "Le rapport ne peut pas être fait : ses graphiques ne sont pas construits. Lancez-le par `npm run cruce` ou la commande `cruce`, qui les construisent.",
  failed: "{{file}} ne peut pas être écrit : {{reason}}.",
  noFolder: "{{option}} ne va qu’avec --out : nommez le dossier des fichiers.",
  bothVisits: "Utilisez --visits ou --with-visits, pas les deux.",
  nameless: "{{option}} prend un nom ; il n’y en a pas.",
  notStdout: "{{option}} ne peut pas aller sur stdout : nommez un nouveau fichier ou dossier.",
  oneName: "{{first}} et {{second}} nomment tous deux {{name}} : donnez à chacun son nom.",
  excelWithoutCsv: "--excel concerne le CSV : utilisez --format csv ou both.",
  written: "Écrit dans {{folder}} : {{files}}.",
  reportWritten: "Le rapport est dans {{file}}.",
  tables: {
    estimates: "Chaque chiffre de chaque scénario sur toutes les réplications, avec son intervalle à 95 %.",
    differences:
      "Chaque chiffre d’un scénario moins celui de la base, les mêmes jours et avec les mêmes camions, avec son intervalle à 95 %.",
    replications: "Chaque chiffre de chaque réplication prise seule, là où elle en a un.",
    intervals:
      "Le cours de chaque réplication par pas de cinq minutes, sur ses huit premiers jours comptés ; tous les véhicules.",
    visits: "Une ligne par visite d’un véhicule à un lieu, dans l’ordre où elles se terminent.",
  },
  columns: {
    scenario: "Nom du scénario, avec son fichier si deux portent le même nom.",
    baseline: "Le scénario auquel il est comparé.",
    replication:
      "Numéro de la répétition, à partir de 0 ; avec des paires antithétiques, du jour : la paire k a 2k et 2k + 1.",
    metric: "Ce qui est mesuré ; voir `metrics`.",
    statistic: "Quel nombre ; voir `statistics`.",
    class: "Véhicules concernés ; vide : tous.",
    stage: "Lieu, poste ou groupe concerné ; vide : tous, ou aucun.",
    hour: "Heure à l’horloge du poste frontalier, de 0 à 23 ; vide : toutes.",
    unit: "Unité de value, low et high.",
    value: "Le chiffre, dans l’unité indiquée à côté.",
    low: "Borne inférieure de l’intervalle à 95 % sur les réplications ; vide : une seule réplication n’en donne pas.",
    high: "Borne supérieure de cet intervalle.",
    n: "Réplications qui en disent quelque chose.",
    named:
      "S’il s’agit de la réponse nommée avant de simuler : ses intervalles valent ensemble pour tous les scénarios comparés, les autres séparément.",
    localTime: "Début des cinq minutes à l’horloge du poste frontalier.",
    fromMs: "Début des cinq minutes, depuis le premier minuit de la simulation.",
    queue: "Véhicules dans la file de la première inspection à la fin des cinq minutes.",
    waitMin: "Attente moyenne de ceux qui ont atteint une guérite dans ces cinq minutes ; vide : personne.",
    reached: "Véhicules qui ont atteint une guérite.",
    departed: "Véhicules partis par la dernière sortie.",
    day: "Jour de la simulation où la visite a commencé, à partir de 1, jours d’échauffement compris.",
    flow: "Quelle sorte de véhicule c’est.",
    cell: "Quart d’heure de la simulation où il est venu, ou sa ligne dans la liste des arrivées ; avec flow, number et member c’est le même camion dans chaque scénario.",
    number: "Son numéro dans son flux et son quart d’heure.",
    member: "Sa place dans un lot.",
    fast: "S’il porte la marque FAST.",
    counted: "S’il est arrivé un jour qui compte.",
    enteredMs:
      "Quand il est arrivé au lieu, depuis le premier minuit de la simulation ; vide : il a été refusé avant.",
    beganMs: "Quand un serveur l’a appelé, ou que son séjour sans serveur a commencé ; vide : aucun.",
    blockedMs: "Depuis quand il était prêt sans place devant lui ; vide : il ne l’était pas.",
    leftMs: "Quand il est parti ; vide : il était encore là à la fin de la simulation.",
    server: "Numéro de la guérite, du scanner ou autre serveur du lieu, à partir de 1 ; vide : aucun.",
    outcome: "Ce qui a suivi : onward, departed, turnedAway, gaveUp ou unfinished.",
  },
} as const;
