/** Ce que dit `cruce optimize`, en français. */
import type { CliTexts } from "../en/cli.ts";

export const optimize: CliTexts["optimize"] = {
  searching: "recherche d’un plan : {{done}} de {{total}} s au plus",
  estimating: "nouvelle estimation du plan : {{done}} de {{total}} jours",
  usage: {
    noPromise: "Dites ce qui est promis, par exemple --promise '95 % of fast under 20 min'.",
    sure: "--sure prend une part des jours de 50 % à 99 % ; trouvé {{found}}.",
    shifts:
      "--shifts prend des durées de quarts, chacune une fois, avec les agents disponibles là où ils sont comptés, comme '8 h, 6 h' ou '20 of 8 h, 4 of 6 h' ; trouvé {{found}}.",
    break:
      "--break prend la durée et les heures du quart entre lesquelles, comme '30 min between 3 h and 5 h' ; trouvé {{found}}.",
    duration: "{{option}} prend une durée comme 1 h ; trouvé {{found}}.",
  },
  refused: {
    days: "Le scénario compte {{days}} jours ; un plan en concerne un : donnez-lui days: 1.",
    closed: "Le port est fermé le {{date}}, le jour qui compte ; donnez au scénario un autre premier jour.",
    roundTheClock:
      "Le port est ouvert jour et nuit, et les quarts se planifient de l’ouverture à la fermeture ; donnez des heures au scénario.",
    noPrimary: "Le scénario n’a pas d’inspection primaire pour laquelle planifier des agents.",
    pool: "Les agents de {{post}} viennent du groupe {{pool}}, qui tient aussi d’autres postes ; planifiez {{post}} à part pour lui trouver des quarts.",
    unplanned:
      "Personne n’est planifié à {{post}}, qui est donc tenu tant que le port est ouvert, sans heures à épargner ; planifiez-le sous northbound.staffing.",
    nobody: "Il ne vient personne que concerne « {{promise}} ».",
    shiftTooLong: "Un quart de {{length}} n’entre pas dans les heures d’ouverture de {{from}} à {{to}}.",
    step: "Quarts, débuts, pauses et heures d’ouverture n’ont pas de pas commun plus long que {{step}} ; choisissez des temps qui partagent au moins {{least}}.",
  },
  impossible:
    "Aucun effectif ne tient la promesse : avec toutes les guérites tenues de l’ouverture à la fermeture, elle l’est {{kept}} jours sur {{days}}, et il en faut {{sure}}.",
  broken:
    "« {{promise}} » échoue : toutes les guérites ensemble tiennent « {{kept}} » pendant {{sure}} des jours.",
  together: "Chaque promesse seule peut être tenue ; ensemble, elles ne le sont pas.",
  short:
    "{{post}} a du travail pour {{needed}} guérites de {{from}} à {{until}} si personne ne doit attendre plus de {{limit}} ; il y en a {{booths}}.",
  rosterShort_one:
    "L’effectif est trop court : la promesse demande {{needed}} agents par jour, {{count}} de plus qu’il n’y en a.",
  rosterShort_other:
    "L’effectif est trop court : la promesse demande {{needed}} agents par jour, {{count}} de plus qu’il n’y en a.",
  lengthsShort:
    "Il y a trop peu d’agents pour les durées de quarts : la promesse demande {{needed}} agents par jour.",
  stopped: "Arrêté avant qu’un plan soit trouvé ; donnez plus de temps avec --budget.",
  cut: "Le temps a manqué avant la fin de la recherche : un plan moins cher peut exister, avec un --budget plus long.",
  interrupted:
    "Interrompu : le meilleur plan jusqu’ici suit. Il n’a pas été estimé à nouveau, et paraît meilleur qu’il n’est.",
  written: "Écrit : {{file}}",
  exists: "{{file}} existe déjà et n’est pas remplacé : nommez un nouveau fichier pour le plan.",
  unwritable: "Le plan ne peut être écrit dans {{file}} : {{reason}}.",
  planName: "{{scenario}} : planifié",
  sameHoursName: "{{scenario}} : mêmes heures, autres quarts",
  about: "Quarts trouvés pour : {{promises}} ; pendant {{sure}} des jours.",
  plan: "{{officers}} agents avec {{hours}} h aux guérites tiennent {{promises}} pendant {{share}} % des jours (95 % : {{low}} à {{high}} ; demandé : {{sure}}).",
  search:
    "{{officers}} agents avec {{hours}} h aux guérites ont tenu {{promises}} pendant {{kept}} des {{days}} jours de la recherche.",
  sureness: {
    kept: "Il est sûr que cela suffit.",
    close: "On ne peut pas trancher si cela suffit.",
    broken: "Cela ne suffit pas : les jours de la recherche ont favorisé ce plan.",
  },
  post: "poste",
  from: "de",
  to: "à",
  rest: "pause",
  officers: "agents",
  booths: "{{post}} (fichier)",
  worth: "heures-camion épargnées par un de plus à {{post}} (95 %)",
  shipped: "fichier",
  planned: "plan",
  same: "mêmes heures",
  keptDays: "Jours où tout est tenu [%]",
  keptLimit: "{{promise}} : tenu pendant {{sure}} des jours sous [min]",
  boothHours: "Heures planifiées aux guérites [h]",
  sameHours:
    "Mêmes heures : {{hours}} des {{shipped}} heures que le fichier a aux guérites, placées selon les mêmes règles là où la file est la plus courte.",
  basis:
    "Recherche : {{searched}} jours de la graine {{seed}}. Chiffres : {{days}} jours de la graine {{fresh}} que la recherche n’a jamais vus, les mêmes camions dans toutes les colonnes. Cruce {{version}}, schéma de tirages {{scheme}}.",
};
