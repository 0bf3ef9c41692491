/** What is said of the points of a sweep, in English; for the command line and the page. */
export const swept = {
  fewerDiffer_one:
    "Of {{asked}} points {{count}} differs, and is run once: whole numbers and lists have no values in between.",
  fewerDiffer_other:
    "Of {{asked}} points {{count}} differ, and each is run once: whole numbers and lists have no values in between.",
} as const;
