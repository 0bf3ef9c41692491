/** What the page says of a forecast, in English: the source of the keys and of the shape of the other languages. */
export const forecast = {
  title: "What may come",
  button: "Forecast",
  ask: "What may come: many futures from now on (F)",
  from: "{{time}} to {{until}}, {{count}} futures of this present",
  hours: "How far ahead",
  again: "Again from now",
  putAway: "Put the forecast away",
  progress: "{{done}} of {{total}} futures",
  waiting: "Simulating the first futures…",
  old: "More than half an hour old: the clock has gone on since.",
  changed: "Changed since; it is being forecast again from now.",
  shorter_one:
    "In the hour from {{time}}, {{label}}’s trucks wait {{value}} less (95 %: {{low}} to {{high}}).",
  shorter_other:
    "In the {{count}} hours from {{time}}, {{label}}’s trucks wait {{value}} less (95 %: {{low}} to {{high}}).",
  longer_one:
    "In the hour from {{time}}, {{label}}’s trucks wait {{value}} more (95 %: {{low}} to {{high}}).",
  longer_other:
    "In the {{count}} hours from {{time}}, {{label}}’s trucks wait {{value}} more (95 %: {{low}} to {{high}}).",
  close_one:
    "In the hour from {{time}}, {{label}} against A is too close to call: {{value}} (95 %: {{low}} to {{high}}).",
  close_other:
    "In the {{count}} hours from {{time}}, {{label}} against A is too close to call: {{value}} (95 %: {{low}} to {{high}}).",
  same_one: "In the hour from {{time}}, {{label}} and A wait the same in every future.",
  same_other: "In the {{count}} hours from {{time}}, {{label}} and A wait the same in every future.",
  alone_one: "In the hour from {{time}}, {{label}}’s trucks wait {{value}} (95 %: {{low}} to {{high}}).",
  alone_other:
    "In the {{count}} hours from {{time}}, {{label}}’s trucks wait {{value}} (95 %: {{low}} to {{high}}).",
  nobody_one: "In the hour from {{time}}, no truck reaches a booth in {{label}}.",
  nobody_other: "In the {{count}} hours from {{time}}, no truck reaches a booth in {{label}}.",
  figures: "Mean of the futures",
  figure: { wait: "Mean wait", queueMax: "Longest queue", cleared: "Trucks cleared" },
  caption: "Means over {{count}} futures, and differences from A with 95 % intervals",
  noInterval: "one future, no interval",
  sameInEach: "same in each future",
} as const;
