/** What the report of a staffing plan says, in English. */
export const planReport = {
  kicker: "Report of a staffing plan",
  question: "Which shifts keep {{promises}} on {{sure}} of the days, with the least hours at the posts?",
  title: "The plan",
  shifts: "Shifts of {{date}}",
  bars: "Officers at the posts",
  barsNote: "Bars: plan. Line: the file. Dashed: the places there are.",
  hours: "By the time of day; in brackets what the file has",
  hoursAndWorth: "By the time of day; in brackets what the file has, and what one more officer saves",
  kept: "What is kept",
  keptNote: "The three staffings on the same days and trucks, with 95 % intervals",
  worth: "What the next officer is worth: {{post}}",
  worthNote:
    "Truck-hours that one more saves in each hour of the day. Lines: 95 % intervals. Outline: too close to call.",
} as const;
