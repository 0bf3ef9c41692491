/** What is said about stored replications, in English; for the command line. */
export const store = {
  taken_one: "{{count}} of {{total}} runs was taken from the store.",
  taken_other: "{{count}} of {{total}} runs were taken from the store.",
  takenSoFar: "{{taken}} runs from the store",
  refused: {
    damaged:
      "{{file}} is damaged ({{reason}}) and is left as it is: move it away, name another folder by CRUCE_DATA, or say --no-store.",
    foreign:
      "{{file}} is no store of replications ({{reason}}) and is left as it is: move it away, name another folder by CRUCE_DATA, or say --no-store.",
    newer:
      "{{file}} was written by a newer version of cruce and is left as it is: use that version, name another folder by CRUCE_DATA, or say --no-store.",
  },
  failed:
    "Runs cannot be stored in {{file}}: {{reason}}. They are run and shown, but not kept; name another folder by CRUCE_DATA, or say --no-store.",
  reasons: {
    full: "the disk is full, or the store has as much as it may ({{most}} GB; cruce store --clear empties it)",
    notAllowed: "writing there is not allowed",
    noFolder: "that is no folder, and none can be made",
    busy: "another process has kept it busy for 5 s",
    other: "{{reason}}",
  },
  unreadable:
    "{{file}} is damaged ({{reason}}): what could not be read was run anew, and nothing more is stored; move it away, or say --no-store.",
  unusable: "{{file}} cannot be read: {{reason}}.",
  uncleared: "Nothing was removed from {{file}}: {{reason}}.",
  unshrunk:
    "{{file}} is as large as before: {{reason}}. Later runs take the room that was freed in it; clear it again to make it smaller.",
  none: "Nothing is stored yet; {{file}} will be it.",
  holds_one: "{{file}} holds {{count}} run, {{size}} MB.",
  holds_other: "{{file}} holds {{count}} runs, {{size}} MB.",
  earlier_one: "{{count}} more is of an earlier version of the model, which nobody asks for any more.",
  earlier_other: "{{count}} more are of earlier versions of the model, which nobody asks for any more.",
  cleared_one: "{{count}} run removed.",
  cleared_other: "{{count}} runs removed.",
} as const;
