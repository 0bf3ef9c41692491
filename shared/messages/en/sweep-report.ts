/** What the report of a sweep says, in English. */
export const sweepReport = {
  kicker: "Report of a sweep",
  question: "What do these settings of “{{scenario}}” change, and which of their values are best?",
  basis: "{{points}}: {{design}}; {{days}} at each, with the same trucks.",
  unfinished: "Only {{done}} of {{total}} points are finished: what follows is told of these.",
  path: "Path in the file",
  values: "Values",
  range: "{{from}} to {{to}}",
  most: "{{figure}}: {{setting}} counts most. From {{from}} to {{to}} it changes by {{value}} {{unit}} (95 %: {{low}} to {{high}}).",
  size: "{{figure}}: {{setting}} counts most. From {{from}} to {{to}} it changes by {{value}} {{unit}} in one direction or the other, on average (95 %: {{low}} to {{high}}).",
  close:
    "{{figure}}: no setting is sure to change it. {{setting}} comes first, with {{value}} {{unit}} from {{from}} to {{to}} (95 %: {{low}} to {{high}}): too close to call.",
  always:
    "{{figure}}: {{setting}} counts most. From {{from}} to {{to}} it changes by {{value}} {{unit}} on every day.",
  sizeAlways:
    "{{figure}}: {{setting}} counts most. From {{from}} to {{to}} it changes by {{value}} {{unit}} in one direction or the other, on every day.",
  sizeOnce:
    "{{figure}}: {{setting}} comes first. From {{from}} to {{to}} it changes by {{value}} {{unit}} in one direction or the other, on average; one trajectory, or one day, does not tell how sure that is.",
  once: "{{figure}}: {{setting}} comes first, with {{value}} {{unit}} from {{from}} to {{to}} on the one day simulated; that tells nothing of other days.",
  alike:
    "{{figure}}: {{setting}} comes first, with {{value}} {{unit}} from {{from}} to {{to}} on all {{n}} days simulated; so few tell nothing of other days.",
  few: "{{figure}}: {{setting}} comes first, with {{value}} {{unit}} from {{from}} to {{to}}; fewer than {{vehicles}} vehicles do not tell how sure that is.",
  untrusted: "{{figure}}: straight lines explain too little to say what counts most; read the points.",
  same: "{{figure}}: it is the same at all points.",
  none: "{{figure}}: nothing can be said of what the settings do.",
  best: "Of {{total}} points none is better in both “{{x}}” and “{{y}}” than: {{points}}.",
  effects: "What each setting does",
  effectsNote: "Bar: change over all values of the setting. Line: 95 % interval. Outline: too close to call.",
  frontier: "What it costs, and what it brings",
  frontierNote:
    "Joined: beaten by no other. Hollow: too close to call. Faint: beaten. Lines: 95 % intervals.",
  dashedNote: "Dashed: an end that few vehicles do not tell.",
  sureNote:
    "How sure: in what share of resampled days no other point is as good in both and better in one. From 5 to 95 % it is too close to call. Points that are beaten are left out.",
  points: "All points",
  pointsNote: "Each figure with its 95 % interval.",
  columns: {
    setting: "Setting",
    range: "From → to",
    change: "Change (95 %)",
    size: "Mean size μ* (95 %)",
    spread: "Spread σ",
    standardized: "Standardized (95 %)",
    point: "Point",
    sure: "How sure",
    reads: "Reads",
  },
  standings: { on: "beaten by no other", close: "too close to call", off: "beaten" },
} as const;
