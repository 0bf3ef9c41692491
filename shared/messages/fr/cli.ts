/** Ce que dit la ligne de commande, en français. */
import { asked } from "./asked.ts";
import { calls } from "./calls.ts";
import { required } from "./required.ts";
import { until } from "./until.ts";
import { optimize } from "./optimize.ts";
import { runaway } from "./runaway.ts";
import { store } from "./store.ts";
import { sweep } from "./sweep.ts";
import type { CliTexts } from "../en/cli.ts";
import { files } from "./files.ts";
import { theory } from "./theory.ts";

export const cli: CliTexts = {
  about: "Simule des postes frontaliers terrestres. Les résultats vont sur stdout, tout le reste sur stderr.",
  commands: {
    run: "Exécuter un ou plusieurs scénarios et afficher les résultats avec leurs intervalles",
    compare:
      "Exécuter des scénarios avec les mêmes jours et camions et afficher leurs écarts avec le premier",
    forecast: "Afficher ce qui peut venir à partir d’un instant d’une journée, en de nombreux futurs",
    optimize: "Trouve les quarts qui tiennent avec le moins d’heures ce qui est promis des attentes",
    worth: "Affiche ce que vaut un agent de plus à la première inspection, heure par heure",
    sweep:
      "Exécuter des scénarios à de nombreux points, où des réglages varient, et afficher ce que fait chaque réglage",
    validate:
      "Vérifier des fichiers de scénario et dire tout ce qui ne va pas ; ou, avec --theory, le simulateur lui-même",
    diff: "Dire en mots en quoi un scénario diffère d’un autre",
    schema: "Afficher le JSON Schema des fichiers de scénario",
    store: "Dire ce qui est gardé de simulations antérieures, ou le supprimer",
    serve: "Servir la page, avec ces scénarios côte à côte",
    help: "Afficher cette aide, ou celle d’une commande",
    version: "Afficher la version",
  },
  arguments: {
    files: "fichiers de scénario, dossiers, ou motifs entre guillemets ; - en lit un sur l’entrée standard",
    one: "le scénario",
    swept:
      "scénarios, fichiers de balayage qui les nomment, dossiers, ou motifs entre guillemets ; - en lit un sur l’entrée standard",
    planned: "le scénario, ou un fichier de question qui le nomme",
    baseline: "le scénario auquel les autres sont comparés",
    others: "scénarios à comparer avec lui",
    before: "le premier scénario",
    after: "le second scénario",
    pair: "fichiers de scénario avec lesquels ouvrir la page (quatre au plus)",
    command: "la commande ; sans elle, toutes",
  },
  options: {
    usual: "par défaut : {{usual}}",
    replications: "jours à simuler",
    vary: 'un réglage et ses valeurs, comme "northbound.demand.trucks = 6000 /day to 10000 /day in 5" ; peut être répété',
    design:
      "quels points : toutes les combinaisons (grid), un hypercube latin (latin) ou des trajectoires (morris)",
    points: "combien de points, avec latin et morris (par défaut : dix par réglage, dix trajectoires)",
    respond: "un chiffre à dire de chaque point, comme waitP95 ; peut être répété",
    frontier: "deux chiffres : quels points sont les meilleurs pour l’un vu ce qu’ils sont pour l’autre",
    seed: "graine de tous les tirages",
    at: "heure à partir de laquelle prévoir, comme 14:30",
    day: "jour de la simulation auquel l’heure appartient (par défaut : le premier qui compte)",
    hours: "heures à prévoir",
    futures: "futurs à simuler",
    replication: "le jour d’où part la prévision, par son numéro",
    json: "afficher du JSON (documenté et stable)",
    csv: "afficher du CSV",
    quiet: "ne rien dire sur stderr sauf les erreurs",
    language: "langue des textes : en, es ou fr",
    metric: 'la réponse nommée : une mesure, ou un chiffre tel que "waitP95 of fast"',
    visits:
      "écrire chaque visite d’un véhicule à un lieu dans ce nouveau fichier CSV ; - pour stdout, au lieu des résultats",
    warmUpCheck: "dire quelle part du début des jours comptés laisser de côté",
    out: "écrire les fichiers de résultats dans ce nouveau dossier",
    format: "format des fichiers de --out : csv, parquet ou both",
    withVisits: "avec --out : aussi chaque visite d’un véhicule à un lieu (volumineux)",
    excel:
      "avec --out : CSV tel que l’ouvrent les tableurs de la langue : points-virgules et virgules décimales là où le pays en use",
    report: "écrire un rapport qui se suffit à lui-même dans ce nouveau fichier HTML",
    workers: "fils d’exécution, 256 au plus (par défaut : un par cœur)",
    port: "port d’écoute",
    host: "adresse d’écoute ; 0.0.0.0 l’ouvre à la salle",
    theory: "exécuter les modèles à réponse connue au lieu de vérifier des fichiers",
    quick: "simulations plus courtes, et intervalles de 5 % au lieu de 2 %",
    seeds: "combien de graines fixes exécuter, à partir de 1",
    generator: "les tirages de qui : mix, le moteur, ou threefry, plus lent et bien étudié",
    only: "seulement les cas dont le nom commence ainsi",
    write: "mettre le tableau dans ce fichier Markdown, entre ses marques",
    promise:
      "ce qui est promis d’un jour, comme '95 % of fast under 20 min' ou 'all under 60 min' ; peut être dit plusieurs fois",
    sure: "part des jours où tout ce qui est promis est tenu",
    shifts: "durées des quarts, comme '8 h, 6 h', ou '20 of 8 h, 4 of 6 h' là où les agents sont comptés",
    startsEvery: "les quarts commencent par de tels pas depuis l’ouverture",
    break:
      "une pause dans chaque quart, comme '30 min between 3 h and 5 h' (par défaut : la relève du port couvre les pauses)",
    roster: "agents par jour en tout (par défaut : autant qu’il en faut)",
    budget: "temps jusqu’à la réponse : la recherche et les nouveaux jours",
    writePlan: "écrit le plan comme scénario qui étend le fichier",
    anew: "jours sur lesquels le plan est estimé à nouveau",
    help: "afficher cette aide",
    version: "afficher la version",
    require:
      'finir par le code 4 si l’intervalle à 95 % ne le remplit pas, par ex. "waitP95 < 45 min" ; peut être répété',
    requireAll:
      'finir par le code 4 si l’intervalle à 95 % ne le remplit pas à tous les points, par ex. "waitP95 < 45 min" ; peut être répété',
    antithetic:
      "simuler des paires antithétiques de jours, qui s’écartent de côtés opposés : replications, --until et n comptent des paires",
    noStore: "tout simuler à nouveau, et ne rien garder",
    clear: "supprimer tout ce qui est gardé",
    clearEarlier: "supprimer ce que des versions antérieures du modèle ont laissé",
    noColor: "sans couleurs (NO_COLOR fait de même)",
  },
  examples: "Exemples :",
  usage: {
    number: "{{option}} prend un nombre entier de {{low}} à {{high}} ; trouvé : {{found}}.",
    choice: "{{option}} prend l’un de {{choices}} ; trouvé : {{found}}.",
    choice_guess: "{{option}} ne prend pas {{found}}. Vouliez-vous dire {{guess}} ?",
    twoFormats: "Utilisez --json ou --csv, pas les deux.",
    twoClearings: "Utilisez --clear ou --clear-earlier, pas les deux.",
    visitsAndResults: "--visits - prend la place des résultats sur stdout : laissez --json et --csv.",
    emptyFolder:
      "{{found}} ne contient aucun scénario : on attend des fichiers dont le nom finit par .yaml ou .yml.",
    noMatch:
      "Aucun scénario ne correspond à {{found}} : on attend des fichiers dont le nom finit par .yaml ou .yml.",
    tooFew: "Une comparaison demande deux scénarios ou plus ; il y en a {{found}}.",
    twice: "{{file}} est nommé deux fois ; nommez chaque scénario une fois.",
    oneFile: "{{file}} et {{first}} sont un même fichier ; nommez chaque scénario une fois.",
    time: "--at prend une heure comme 14:30 ; trouvé : {{found}}.",
    day: "--day prend un jour de la simulation, de 1 à {{most}} ; trouvé : {{found}}.",
    over: "À {{found}} la simulation est terminée ; prévoyez à partir d’une heure antérieure.",
    tooMany: "La page montre au plus {{most}} scénarios ; trouvé : {{found}}.",
    stdinTwice: "L’entrée standard ne peut être lue qu’une fois.",
    nothingToValidate: "Nommez des fichiers de scénario, ou dites --theory.",
    filesWithTheory: "--theory exécute ses propres modèles : ne nommez pas de fichiers avec lui.",
    onlyWithTheory: "{{option}} ne va qu’avec --theory.",
    unknownCase: "Aucun cas ne commence par « {{found}} ». Les cas : {{cases}}.",
    noDocument:
      '{{file}} ne peut pas être lu : nommez un fichier avec les lignes "{{begin}}" et "{{end}}" entre lesquelles mettre le tableau.',
    noMarks: "{{file}} n’a pas de lignes « {{begin}} » et « {{end}} » entre lesquelles mettre le tableau.",
  },
  valid_one: "{{count}} fichier est correct.",
  valid_other: "{{count}} fichiers sont corrects.",
  invalid_one: "{{count}} erreur.",
  invalid_other: "{{count}} erreurs.",
  warnings_one: "{{count}} avertissement.",
  warnings_other: "{{count}} avertissements.",
  unlike:
    "{{other}} et {{baseline}} ne portent pas sur les mêmes véhicules : impossible de les comparer camion par camion. Donnez aux deux les mêmes `from`, `days`, `warmUp` et `zone`, et la même liste d’arrivées ou aucune.",
  same: "Les deux scénarios disent la même chose.",
  days_one: "{{done}} jour",
  days_other: "{{done}} jours",
  pairs_one: "{{done}} paire antithétique de jours",
  pairs_other: "{{done}} paires antithétiques de jours",
  runPairs_one: "{{done}} paire antithétique de simulations de {{days}} jours",
  runPairs_other: "{{done}} paires antithétiques de simulations de {{days}} jours",
  runningPairs: "{{done}} sur {{total}} paires de jours",
  runs_one: "{{done}} simulation de {{days}} jours",
  runs_other: "{{done}} simulations de {{days}} jours",
  running: "{{done}} jours sur {{total}}",
  left: "encore {{time}} environ",
  interrupted: "Interrompu après {{done}} sur {{total}} ; voici ce qui est fait.",
  nothingDone: "Interrompu avant la fin du premier jour.",
  oneDay: "Une seule réplication ne dit rien des autres jours : pas d’intervalles.",
  visits: {
    exists: "{{file}} existe déjà et n’est pas remplacé : nommez un nouveau fichier pour les visites.",
    failed: "Les visites ne peuvent pas être écrites dans {{file}} : {{reason}}.",
    stopped: "Les visites des réplications complètes sont dans {{file}}.",
    inPart:
      "Les visites de la réplication {{replication}} ne sont pas complètes dans {{file}} : ce qui est envoyé ne peut être repris.",
    reasons: {
      full: "le disque est plein",
      tooLarge: "le fichier serait trop grand",
      notAllowed: "il n’est pas permis d’y écrire",
      noFolder: "il n’y a pas de tel dossier",
      folder: "c’est un dossier",
      exists: "un fichier de ce nom existe",
      closed: "celui qui les lisait s’est arrêté",
    },
  },
  worth: {
    none: "Il n’y a aucune heure où un agent de plus pourrait travailler : toutes les guérites ont un agent selon le plan, ou il n’y a pas de plan.",
    post: "poste",
    planned: "agents",
    saved: "heures-camion épargnées par un de plus (95 %)",
    dollars: "valeur [$] (95 %)",
    note: "Heures de retard épargnées à tous les camions de la journée ensemble quand un agent de plus travaille pendant cette seule heure, à une guérite libre. Les intervalles valent ensemble pour toutes les heures.",
    noInterval:
      "Une seule réplication ne dit rien des autres : il n’y a pas d’intervalles ; avec --replications 2 ou plus, il y en a.",
  },
  forecast: {
    span_one: "De {{from}} à {{until}} : {{count}} futur de ce qui est là à {{from}}",
    span_other: "De {{from}} à {{until}} : {{count}} futurs de ce qui est là à {{from}}",
    running: "{{done}} futurs sur {{total}}",
    interrupted: "Interrompu après {{done}} futurs sur {{total}} ; ce qui est fait suit.",
    band: "Cours : le futur médian et les 90 % centraux des futurs. Chiffres : moyennes des futurs avec leur intervalle à 95 %.",
    basis:
      "graine {{seed}}, jour {{replication}}, Cruce {{version}}, schéma de tirage {{scheme}} ; chaque futur a dès maintenant ses propres camions, les mêmes dans tous les scénarios",
    time: "heure",
    queue: "file [véh.]",
    wait: "attente [min]",
    cleared: "sortis [/h]",
  },
  headings: {
    metric: "mesure",
    value: "valeur",
    interval: "intervalle à 95 %",
    difference: "écart",
    class: "classe",
    hour: "heure",
    changes: "Changements",
    results: "Résultats",
    served: "Véhicules",
  },
  notes: {
    alike: "les {{n}} pareils",
    fewAlike:
      "« les … pareils » : tous ont donné la même chose ; moins de {{least}} ainsi ne disent rien des autres, et il n’y a pas d’intervalle.",
    fewVehicles:
      "« ? » : moins de {{vehicles}} véhicules en tout ne disent pas cette borne de l’intervalle d’un centile.",
    named:
      "* la réponse nommée ; ses intervalles valent ensemble pour tous les scénarios comparés. Tout autre intervalle vaut isolément.",
    basis: "{{days}}, graine {{seed}}, Cruce {{version}}, schéma de tirages {{scheme}}",
    paired: "apparié par jour et par véhicule : les mêmes camions dans chaque scénario",
    noAnswer: "Pas de réponse : les scénarios n’ont pas de mesure « {{metric}} » à comparer.",
    unpaired:
      "apparié par jour et par véhicule ; certains véhicules ne sont que dans un scénario : « {{title}} » porte sur ceux des deux",
    midnight:
      "{{scenario}} : {{before}} véhicules sont dans la file au début des jours comptés et {{after}} à la fin, {{difference}} : un minuit ne s’accorde pas avec l’autre. Si les jours ne doivent pas différer, simulez-en davantage avant (`warmUp`).",
    badDays: "{{scenario}} : neuf jours sur dix, l’attente moyenne du jour est d’au plus {{value}} min.",
    shorterDays:
      "{{scenario}} : l’attente moyenne est plus courte que dans {{baseline}} {{shorter}} jours sur {{total}} (95 % : de {{low}} à {{high}} % de tous les jours).",
    arrivalsKnown:
      "{{scenario}} : les estimations valent pour le nombre moyen de véhicules, qui est connu : la variance obtenue pour {{what}} est de {{share}} % de celle que donneraient les jours seuls.",
    daysShared:
      "{{scenario}} : sur les mêmes jours et les mêmes camions, la variance de la différence pour {{what}} est de {{share}} % de celle qu’elle aurait si chaque scénario avait ses propres jours.",
    pairs:
      "{{scenario}} : avec des paires antithétiques, la variance de {{what}} est {{share}} % de ce qu’elle serait avec autant de jours indépendants.",
    gridlock:
      "{{scenario}} : {{done}} jours sur {{total}}, des lieux se bloquent les uns les autres pour toujours, la première fois le {{date}} à {{time}} : {{waits}}. Plus personne ne les passe ; donnez de la place à l’un d’eux, ou renvoyez moins de véhicules.",
    waitsFor: "{{place}} attend {{waitsFor}}",
    notThrough:
      "{{scenario}} : {{share}} % des véhicules ne sont pas allés au bout ({{unfinished}} inachevés, {{turnedAway}} refoulés, {{gaveUp}} ont renoncé). Les attentes ne couvrent que ceux qui ont atteint le primaire, et les temps de passage que ceux qui sont sortis ; ce ne sont pas ceux de tous.",
  },
  files,
  theory,
  sweep,
  runaway,
  asked,
  calls,
  store,
  required,
  until,
  optimize,
  failed: "Cruce a échoué : {{reason}}",
};
