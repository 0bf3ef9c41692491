/** Por qué se detuvo una simulación que no habría terminado, en español; para la línea de órdenes y la página. */
export const runaway = {
  events:
    "{{scenario}}, {{date}} a las {{time}}: más de {{most}} eventos. Hay {{vehicles}} vehículos en {{place}}, más que en ningún otro lugar; mire allí primero.",
  eventsAtOnce:
    "{{scenario}}, {{date}} a las {{time}}: más de {{most}} eventos en un solo instante, como donde los vehículos dan vueltas sin tardar nada. Hay {{vehicles}} vehículos en {{place}}, más que en ningún otro lugar; mire allí primero.",
  vehiclesInside:
    "{{scenario}}, {{date}} a las {{time}}: más de {{most}} vehículos dentro. Hay {{vehicles}} vehículos en {{place}}, más que en ningún otro lugar; mire allí primero.",
  spanMs:
    "{{scenario}}, {{date}} a las {{time}}: el tiempo simulado pasó de {{days}} días. Hay {{vehicles}} vehículos en {{place}}, más que en ningún otro lugar; mire allí primero.",
} as const;
