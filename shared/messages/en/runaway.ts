/** Why a run was stopped that would not have ended, in English; for the command line and the page. */
export const runaway = {
  events:
    "{{scenario}}, {{date}} at {{time}}: more than {{most}} events. {{vehicles}} vehicles are at {{place}}, more than anywhere else; look there first.",
  eventsAtOnce:
    "{{scenario}}, {{date}} at {{time}}: more than {{most}} events at one instant, as where vehicles go round without taking time. {{vehicles}} vehicles are at {{place}}, more than anywhere else; look there first.",
  vehiclesInside:
    "{{scenario}}, {{date}} at {{time}}: more than {{most}} vehicles inside. {{vehicles}} vehicles are at {{place}}, more than anywhere else; look there first.",
  spanMs:
    "{{scenario}}, {{date}} at {{time}}: the simulated time passed {{days}} days. {{vehicles}} vehicles are at {{place}}, more than anywhere else; look there first.",
} as const;
