/** Why a text is no figure, condition or precision, in English; for the command line. */
export const asked = {
  figure:
    '"{{found}}" names no figure. A figure is a metric and its statistic, such as waitP95; there are {{known}}.',
  figure_guess: '"{{found}}" names no figure. Did you mean {{guess}}?',
  dimension: '{{metric}} is not told apart by what follows "{{word}}": leave out "{{word}} {{found}}".',
  class: '"{{found}}" is no class of vehicles; there are {{known}}.',
  class_guess: '"{{found}}" is no class of vehicles. Did you mean {{guess}}?',
  stage: '{{metric}} is not measured at "{{found}}" here, but at {{known}}.',
  stage_guess: '{{metric}} is not measured at "{{found}}" here. Did you mean {{guess}}?',
  hour: '"{{found}}" is no hour of the day: expected a whole number from 0 to 23.',
  absent: "The scenario has no figure {{found}}.",
  condition:
    '"{{found}}" is no condition: expected a figure, then <, <=, > or >=, then a number with its unit, such as waitP95 < 45 min.',
  precision:
    '"{{found}}" is no precision: expected a figure, then "within", then a percentage of it or a number with its unit, such as wait within 5 %.',
  unit: '"{{found}}" does not fit {{metric}}: expected a number with one of the units {{units}}.',
  noPercent:
    '"{{found}}" could be of the share or of a hundred: {{metric}} is a share itself, so say how many points, such as within 2 points.',
  promise:
    '"{{found}}" is no promise: expected a share of a class of vehicles and a wait, such as 95 % of fast under 20 min or all under 60 min.',
} as const;
