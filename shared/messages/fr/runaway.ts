/** Pourquoi une simulation sans fin a été arrêtée, en français ; pour la ligne de commande et la page. */
export const runaway = {
  events:
    "{{scenario}}, {{date}} à {{time}} : plus de {{most}} événements. {{vehicles}} véhicules sont à {{place}}, plus que partout ailleurs ; regardez là d’abord.",
  eventsAtOnce:
    "{{scenario}}, {{date}} à {{time}} : plus de {{most}} événements en un seul instant, comme là où des véhicules tournent sans prendre de temps. {{vehicles}} véhicules sont à {{place}}, plus que partout ailleurs ; regardez là d’abord.",
  vehiclesInside:
    "{{scenario}}, {{date}} à {{time}} : plus de {{most}} véhicules à l’intérieur. {{vehicles}} véhicules sont à {{place}}, plus que partout ailleurs ; regardez là d’abord.",
  spanMs:
    "{{scenario}}, {{date}} à {{time}} : le temps simulé a passé {{days}} jours. {{vehicles}} véhicules sont à {{place}}, plus que partout ailleurs ; regardez là d’abord.",
} as const;
