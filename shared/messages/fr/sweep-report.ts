/** Ce que dit le rapport d’un balayage, en français. */
export const sweepReport = {
  kicker: "Rapport d’un balayage",
  question:
    "Que changent ces réglages de « {{scenario}} », et lesquelles de leurs valeurs sont les meilleures ?",
  basis: "{{points}} : {{design}} ; {{days}} à chacun, avec les mêmes camions.",
  unfinished: "Seuls {{done}} points sur {{total}} sont terminés : ce qui suit ne porte que sur ceux-là.",
  path: "Chemin dans le fichier",
  values: "Valeurs",
  range: "{{from}} à {{to}}",
  most: "{{figure}} : {{setting}} compte le plus. De {{from}} à {{to}}, le changement est de {{value}} {{unit}} (95 % : {{low}} à {{high}}).",
  size: "{{figure}} : {{setting}} compte le plus. De {{from}} à {{to}}, le changement est en moyenne de {{value}} {{unit}} dans un sens ou dans l’autre (95 % : {{low}} à {{high}}).",
  close:
    "{{figure}} : aucun réglage ne le change à coup sûr. {{setting}} vient en premier, avec {{value}} {{unit}} de {{from}} à {{to}} (95 % : {{low}} à {{high}}) : trop serré pour trancher.",
  always:
    "{{figure}} : {{setting}} compte le plus. De {{from}} à {{to}}, le changement est de {{value}} {{unit}} tous les jours.",
  sizeAlways:
    "{{figure}} : {{setting}} compte le plus. De {{from}} à {{to}}, le changement est de {{value}} {{unit}} dans un sens ou dans l’autre, tous les jours.",
  sizeOnce:
    "{{figure}} : {{setting}} vient en premier. De {{from}} à {{to}}, le changement est en moyenne de {{value}} {{unit}} dans un sens ou dans l’autre ; une seule trajectoire, ou un seul jour, ne dit pas à quel point c’est sûr.",
  once: "{{figure}} : {{setting}} vient en premier, avec {{value}} {{unit}} de {{from}} à {{to}} le seul jour simulé ; cela ne dit rien des autres jours.",
  alike:
    "{{figure}} : {{setting}} vient en premier, avec {{value}} {{unit}} de {{from}} à {{to}} les {{n}} jours simulés ; si peu ne disent rien des autres jours.",
  few: "{{figure}} : {{setting}} vient en premier, avec {{value}} {{unit}} de {{from}} à {{to}} ; moins de {{vehicles}} véhicules ne disent pas à quel point c’est sûr.",
  untrusted:
    "{{figure}} : des droites expliquent trop peu pour dire ce qui compte le plus ; voyez les points eux-mêmes.",
  same: "{{figure}} : pareil à tous les points.",
  none: "{{figure}} : rien ne peut être dit de ce que font les réglages.",
  best: "Sur {{total}} points, aucun n’est meilleur à la fois pour « {{x}} » et pour « {{y}} » que : {{points}}.",
  effects: "Ce que fait chaque réglage",
  effectsNote:
    "Barre : changement sur toutes les valeurs du réglage. Trait : intervalle à 95 %. Contour seul : trop serré pour trancher.",
  frontier: "Ce que cela coûte, et ce que cela apporte",
  frontierNote:
    "Reliés : aucun autre ne les bat. Creux : trop serrés pour trancher. Pâles : battus. Traits : intervalles à 95 %.",
  dashedNote: "En tirets : une borne que peu de véhicules ne disent pas.",
  sureNote:
    "Certitude : dans quelle part des jours rééchantillonnés aucun autre point n’est aussi bon sur les deux et meilleur sur l’un. De 5 à 95 %, c’est trop serré pour trancher. Les points battus ne sont pas montrés.",
  points: "Tous les points",
  pointsNote: "Chaque chiffre avec son intervalle à 95 %.",
  columns: {
    setting: "Réglage",
    range: "De → à",
    change: "Changement (95 %)",
    size: "Taille moyenne μ* (95 %)",
    spread: "Dispersion σ",
    standardized: "Standardisé (95 %)",
    point: "Point",
    sure: "Certitude",
    reads: "Se lit",
  },
  standings: { on: "battu par aucun autre", close: "trop serré pour trancher", off: "battu" },
} as const;
