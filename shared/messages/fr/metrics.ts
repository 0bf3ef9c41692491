/** What is measured, in the French of Canada. */
import type { MetricTexts } from "../../metrics.ts";

export const metrics: MetricTexts = {
  metrics: {
    wait: {
      title: "Attente",
      definition:
        "De l’arrivée au bout de la file de la première inspection, où qu’il soit, jusqu’à la guérite, moins le trajet libre ; selon l’heure d’arrivée dans la file.",
      noun: "d’attente",
    },
    waitFromReader: {
      title: "Attente depuis le lecteur",
      definition:
        "D’un point fixe en amont jusqu’à la guérite de première inspection, trajet compris, comme la mesurent les lecteurs.",
      noun: "d’attente depuis le lecteur",
    },
    crossingTime: {
      title: "Temps de passage",
      definition: "Du point fixe en amont jusqu’à la sortie de la dernière enceinte.",
      noun: "du temps de passage",
    },
    delay: {
      title: "Retard",
      definition: "La part du passage pendant laquelle le véhicule n’est ni servi ni en marche libre.",
      noun: "du retard",
    },
    delayOfficers: {
      title: "Retard : trop peu d’agents",
      definition:
        "La part du retard pendant laquelle ceux qui travaillent servent d’autres véhicules, ou personne ne travaille dans un poste ouvert ; sur la route, pendant qu’il en est ainsi aux guérites en aval.",
      noun: "du retard faute d’agents",
    },
    delayBlocked: {
      title: "Retard : bloqué en aval",
      definition:
        "La part du retard pendant laquelle le véhicule, ou ceux qui occupent ses guérites, ont fini et ne trouvent pas de place en aval.",
      noun: "du retard faute de place en aval",
    },
    delayTrapped: {
      title: "Retard : pris derrière d’autres",
      definition:
        "La part du retard sur une voie pendant laquelle le véhicule pourrait avancer, mais pas ceux qui le précèdent.",
      noun: "du retard de ceux qui sont pris",
    },
    delayClosed: {
      title: "Retard : fermé",
      definition: "La part du retard pendant laquelle le poste, ou le lieu, est fermé.",
      noun: "du retard dû à la fermeture",
    },
    delayScanner: {
      title: "Retard : scanner",
      definition: "La part du retard pendant laquelle les scanners en contrôlent d’autres.",
      noun: "du retard aux scanners",
    },
    delayReview: {
      title: "Retard : lecture d’image",
      definition:
        "La part du retard pendant laquelle une image est lue, la sienne ou celle du véhicule en guérite.",
      noun: "du retard dû à la lecture d’image",
    },
    delaySetUp: {
      title: "Retard : ouverture de guérite",
      definition: "La part du retard pendant laquelle une guérite se prépare.",
      noun: "du retard dû à l’ouverture",
    },
    dwell: {
      title: "Temps dans un lieu",
      definition: "De l’entrée dans un lieu à la sortie, service compris, par visite, des véhicules sortis.",
      noun: "du temps dans un lieu",
    },
    timeInStage: {
      title: "Où passe le temps",
      definition:
        "Temps qu’un véhicule sorti a passé en moyenne dans un lieu, y compris ceux qui n’y sont jamais allés.",
      noun: "du temps par lieu",
    },
    stageWait: {
      title: "Attente dans un lieu",
      definition: "De l’entrée dans un lieu jusqu’à l’appel par l’un de ses serveurs.",
      noun: "d’attente dans un lieu",
    },
    blockedTime: {
      title: "Temps bloqué",
      definition:
        "Temps pendant lequel un véhicule a terminé dans un lieu et ne peut avancer faute de place, par visite.",
      noun: "du temps bloqué",
    },
    queue: {
      title: "File",
      definition: "Véhicules qui attendent : tous ceux de la file de première inspection, ou ceux d’un lieu.",
      noun: "de la file",
    },
    queueKm: {
      title: "Longueur de la file",
      definition:
        "Longueur de route occupée par ceux qui attendent dehors, aux étapes avant l’accès et sur celui-ci ; les voies des guérites n’en font pas partie.",
      noun: "de la longueur de la file",
    },
    inside: {
      title: "À l’intérieur",
      definition: "Véhicules dans le poste ou dans un lieu, servis, en attente ou en marche.",
      noun: "du nombre à l’intérieur",
    },
    arrivals: {
      title: "Arrivées",
      definition: "Véhicules arrivés pendant les jours comptés.",
      noun: "des arrivées",
    },
    departures: {
      title: "Départs",
      definition: "Véhicules arrivés pendant les jours comptés et sortis par la dernière sortie.",
      noun: "des départs",
    },
    turnedAway: {
      title: "Refoulés",
      definition: "Véhicules refusés : faute de place, file trop longue à leurs yeux ou fermeture.",
      noun: "des refoulés",
    },
    gaveUp: {
      title: "Abandons",
      definition: "Véhicules qui ont quitté une file, leur patience épuisée.",
      noun: "des abandons",
    },
    unfinished: {
      title: "Inachevés",
      definition: "Véhicules encore à l’intérieur à la fin des jours qui suivent les jours comptés.",
      noun: "des inachevés",
    },
    throughput: {
      title: "Débit",
      definition: "Véhicules par heure qui sortent du poste, ou qu’un lieu a servis.",
      noun: "du débit",
    },
    utilization: {
      title: "Occupation",
      definition:
        "Part du temps doté en personnel pendant laquelle un serveur a un véhicule et n’est pas bloqué.",
      noun: "de l’occupation",
    },
    blockedShare: {
      title: "Part bloquée",
      definition:
        "Part du temps doté en personnel pendant laquelle un serveur retient un véhicule sans place devant.",
      noun: "de la part bloquée",
    },
    boothHours: {
      title: "Heures-guérite",
      definition:
        "Heures de serveurs dotés en personnel, prolongations comprises ; toute la première inspection ou un poste.",
      noun: "des heures-guérite",
    },
    trucksPerBoothHour: {
      title: "Camions par heure-guérite",
      definition: "Véhicules servis à la première inspection par heure de guérite dotée en personnel.",
      noun: "des camions par heure-guérite",
    },
    officerHours: {
      title: "Heures-agent",
      definition: "Heures payées aux agents ; relève, pauses et prolongations comprises.",
      noun: "des heures-agent",
    },
    delayCost: {
      title: "Coût du retard",
      definition: "Heures de retard des véhicules sortis, à la valeur d’une heure de camion.",
      noun: "du coût du retard",
    },
    staffCost: {
      title: "Coût du personnel",
      definition: "Heures-agent au coût d’une heure d’agent.",
      noun: "du coût du personnel",
    },
    sharedVehicles: {
      title: "Véhicules dans les deux",
      definition: "Véhicules parvenus à la première inspection dans les deux scénarios.",
      noun: "des véhicules dans les deux",
    },
    onlyInBaseline: {
      title: "Seulement dans la référence",
      definition: "Véhicules parvenus à la première inspection dans la référence seulement.",
      noun: "des véhicules dans la référence seulement",
    },
    onlyInScenario: {
      title: "Seulement dans ce scénario",
      definition: "Véhicules parvenus à la première inspection dans ce scénario et non dans la référence.",
      noun: "des véhicules dans ce scénario seulement",
    },
  },
  statistics: {
    mean: { title: "moyenne", phrase: "la moyenne {{noun}}" },
    p50: { title: "médiane", phrase: "la médiane {{noun}}" },
    p95: { title: "95e centile", phrase: "le 95e centile {{noun}}" },
    max: { title: "le plus haut d’une simulation, en moyenne", phrase: "le maximum {{noun}}" },
    shareOver60: { title: "plus de 60 min", phrase: "la part de plus de 60 min {{noun}}" },
    endOfHour: { title: "à la fin de l’heure", phrase: "la valeur {{noun}} à la fin de l’heure" },
    total: { title: "total", phrase: "le total {{noun}}" },
    meanOfShared: { title: "moyenne des mêmes véhicules", phrase: "la moyenne {{noun}} des mêmes véhicules" },
  },
  units: {
    min: { short: "min", long: "minutes" },
    km: { short: "km", long: "kilomètres" },
    "%": { short: "%", long: "pour cent" },
    "/h": { short: "/h", long: "par heure" },
    h: { short: "h", long: "heures" },
    vehicles: { short: "véh.", long: "véhicules" },
    $: { short: "$ US", long: "dollars américains" },
  },
  points: "points",
  dimensions: { class: "classe", stage: "lieu", hour: "heure" },
  verdicts: {
    cuts: "{{scenario}} réduit {{what}} de {{by}} {{unit}} ({{level}} % : {{low}} à {{high}})",
    raises: "{{scenario}} augmente {{what}} de {{by}} {{unit}} ({{level}} % : {{low}} à {{high}})",
    tooClose:
      "{{scenario}} par rapport à {{baseline}} : pour {{what}}, trop serré pour trancher ({{level}} % : {{low}} à {{high}} {{unit}} ; jours : {{days}})",
    equal: "{{scenario}} et {{baseline}} sont égaux pour {{what}} tous les jours simulés",
    unknown:
      "{{scenario}} par rapport à {{baseline}} : {{what}} diffère de {{by}} {{unit}} ; trop peu de jours pour savoir à quel point c’est sûr",
    fewVehicles:
      "{{scenario}} par rapport à {{baseline}} : {{what}} diffère de {{by}} {{unit}} ; moins de {{vehicles}} véhicules ne disent pas à quel point c’est sûr",
  },
  outcomes: {
    better: "mieux",
    worse: "pire",
    different: "différent",
    tooClose: "trop serré pour trancher",
    equal: "égal",
    unknown: "trop peu de jours",
    fewVehicles: "trop peu de véhicules",
  },
};
