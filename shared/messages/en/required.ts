/** How requirements came out, in English; for the command line. */
export const required = {
  met: "Met: {{scenario}}, {{text}}: {{found}}.",
  notMet: "Not met: {{scenario}}, {{text}}: {{found}}.",
  tooClose: "Too close to call: {{scenario}}, {{text}}: {{found}}; more replications tell.",
  unknown: "Not known: {{scenario}}, {{text}}: {{found}}; without an interval nothing is met.",
  alike:
    "Not known: {{scenario}}, {{text}}: {{found}}; fewer than {{least}} replications that all came out the same tell nothing of others.",
  fewVehicles:
    "Not known: {{scenario}}, {{text}}: {{found}}; fewer than {{vehicles}} vehicles in all do not tell the end of the interval that decides.",
  noVehicle: "no vehicle tells it",
  notCompared: "--require {{text}}: only compare has differences.",
} as const;
