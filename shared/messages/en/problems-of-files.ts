/** What is said about files and lists of arrivals that cannot be read. See problems.ts. */
export const problemsOfFiles = {
  "CR-101": {
    expected: "a file",
    found: "nothing at {{name}}",
    advice: "check the name; it counts from the file that names it",
  },
  "CR-102": {
    expected: "a file that can be read",
    found: "{{name}}, which cannot: {{reason}}",
    found_folder: "the folder {{name}}",
    found_notPlain: "{{name}}, which is a pipe or a device",
    advice: "check that it is a plain file and that you may read it",
  },
  "CR-103": {
    expected: "at most {{most}} KB",
    found: "{{size}} KB",
    advice: "split the file: put what is common into a file that others extend",
  },
  "CR-104": {
    expected: "text in UTF-8",
    found: "bytes that are not",
    advice: "save the file as plain text in UTF-8",
  },
  "CR-105": {
    expected: "valid YAML",
    found: "{{found}}",
    advice: "check the signs around this place; a text with : # or other signs needs quotes",
    advice_indent: "put keys of one level in the same column, with two spaces for each level",
    advice_tab: "indent with spaces; YAML allows no tabs there",
    advice_colon: "one `key: value` a line; put a value that holds a colon in quotes",
  },
  "CR-106": {
    expected: "each key once",
    found: "{{key}} again; it stands on line {{first}} already",
    advice: "keep one of them",
  },
  "CR-107": {
    expected: "a closing bracket or quote",
    found: "an end without it",
    advice: "close what was opened here or above",
  },
  "CR-108": {
    expected: "one scenario a file",
    found: "a second one after ---",
    advice: "move it to a file of its own",
  },
  "CR-109": {
    expected: "at most {{most}} uses (*name) of values marked above them (&name)",
    found: "{{found}}, which is not marked above, or is part of itself",
    found_more: "more",
    advice: "write the value out, or use `extends`",
  },
  "CR-110": {
    expected: "plain YAML 1.2",
    found: "$t(terms.yaml.{{what}})",
    advice: "leave out tags (!), merge keys (<<) and directives (%); to share values use `extends`",
  },
  "CR-111": {
    expected: "at most {{most}} levels",
    found: "more",
    advice: "check the brackets; no scenario is that deep",
  },
  "CR-112": {
    expected: "at most {{most}} values",
    found: "more",
    advice: "put long lists of arrivals into a CSV file",
  },
  "CR-113": {
    expected: "a key with a name of its own",
    found: "{{key}}",
    advice: "choose another name; this one is reserved",
  },
  "CR-114": {
    expected: "a scenario: keys with values, `cruce: 1` first",
    found: "$t(terms.type.{{type}})",
    advice: "begin from a shipped scenario",
  },
  "CR-115": {
    expected: "a word as a key",
    found: "$t(terms.yaml.{{what}})",
    advice: "write `key: value`",
  },
  "CR-116": {
    expected: "a file that is read within {{seconds}} s",
    found: "one that takes longer",
    advice: "make it smaller or simpler",
  },
  "CR-117": {
    expected: "a file with few mistakes",
    found: "{{count}} more mistakes, not shown",
    advice: "mend those above first",
  },
  "CR-118": {
    expected: "a file of ours to be readable",
    found: "a fault of the reader: {{reason}}",
    advice: "please report it with the file",
  },
  "CR-121": {
    expected: "the name of a shipped scenario",
    found: "{{name}}",
    advice: "a file sent through the page extends only what is shipped: {{known}}",
    advice_guess: "did you mean {{guess}}?",
  },
  "CR-122": {
    expected: "files that extend others in a line",
    found: "a circle: {{circle}}",
    advice: "let one of them stand alone",
  },
  "CR-123": {
    expected: "at most {{most}} files that extend each other",
    found: "more",
    advice: "join some of them",
  },
  "CR-124": {
    expected: "arrivals within the scenario, or by rates",
    found: "the file {{name}}",
    advice:
      "a scenario sent through the page reads no files; use `timetable`, `rates` or `trucks`, or run it from the command line",
  },
  "CR-131": {
    expected: "something to remove",
    found: "null for {{key}}, which the extended file does not have",
    advice: "leave the line out",
    advice_guess: "did you mean {{guess}}?",
  },
  "CR-132": {
    expected: "`before:` or `after:` in a stage that is added",
    found: "neither in {{stage}}",
    advice: "say where it stands, such as `after: {{example}}`; the stages are {{known}}",
  },
  "CR-133": {
    expected: "`before:` or `after:`",
    found: "both",
    advice: "keep one",
  },
  "CR-134": {
    expected: "another stage of this port",
    found: "{{name}}",
    advice: "the stages are {{known}}",
    advice_guess: "did you mean {{guess}}?",
  },
  "CR-135": {
    expected: "stages in the order they are passed",
    found: "`{{key}}:` in a file that extends no other",
    advice: "move the stage to its place and leave this out",
  },
  "CR-136": {
    expected: "a place for {{stage}}",
    found: "stages that wait for each other's place",
    advice: "let one of them stand before or after a stage of the extended file",
  },
  "CR-501": {
    expected: "a first line that names the columns: time, and optionally flow, fast and count",
    found: "{{found}}",
    advice: "add the header, such as time,flow,fast",
    advice_separator: 'separate the columns by commas: in a spreadsheet save as "CSV (comma delimited)"',
  },
  "CR-502": {
    expected: "the columns time, flow, fast and count, each at most once",
    found: "{{found}}",
    advice: "rename or remove the column",
  },
  "CR-503": {
    expected: "{{most}} values",
    found: "{{found}}",
    advice: "check the commas on this line; a value with a comma needs quotes",
  },
  "CR-504": {
    expected: "a time such as 2024-05-07T07:03:15 or 07:03:15",
    found: "{{found}}",
    found_empty: "an empty cell",
    advice: "write date and time, or the time of day for a run of one day",
    advice_empty: "fill it in, or remove the line",
    advice_skipped: "that moment does not exist: the clocks were put forward",
  },
  "CR-505": {
    expected: "one of: {{known}}",
    found: "{{found}}",
    found_empty: "an empty cell",
    advice: "check the spelling",
    advice_empty: "fill it in, or remove the column to mean laden",
    advice_guess: "did you mean {{guess}}?",
  },
  "CR-506": {
    expected: "true or false (or 1, 0, yes, no)",
    found: "{{found}}",
    found_empty: "an empty cell",
    advice: "write true for trucks with the FAST mark",
    advice_empty: "fill it in, or remove the column to mean false",
  },
  "CR-507": {
    expected: "a whole number from 1 to {{most}}",
    found: "{{found}}",
    found_empty: "an empty cell",
    advice: "write how many vehicles arrive together",
    advice_empty: "fill it in, or remove the column to mean 1",
  },
  "CR-508": {
    expected: "a time within the run, {{from}} to {{to}}",
    found: "{{found}}",
    advice: "check `from`, `warmUp` and `days` of the scenario",
  },
  "CR-509": {
    expected: "at least one arrival",
    found: "none",
    advice: "add lines below the header",
  },
  "CR-510": {
    expected: "at most {{most}} arrivals",
    found: "more",
    advice: "split the list over several scenarios",
  },
  "CR-511": {
    expected: "a quote that ends on its line",
    found: "{{found}}",
    advice: "close the quote; write a quote within quotes twice",
  },
  "CR-512": {
    expected: "a list of arrivals with few mistakes",
    found: "{{count}} more mistakes, not shown",
    advice: "mend those above first",
  },
  "CR-513": {
    expected: "at most {{most}} MB of arrivals",
    found: "more",
    advice: "leave out columns that say the same on every line, or split the list over several scenarios",
  },
} as const;
