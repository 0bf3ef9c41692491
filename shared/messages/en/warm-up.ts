/** What is said of the beginning of a run and its curves, in English; for the command line, reports and the page. */
export const warmUp = {
  nothing:
    "{{scenario}}: nothing of the counted days need be left out (MSER-5 over the queue, runs: {{count}}).",
  leaveOut:
    "{{scenario}}: leave out the first {{hours}} h of the counted days, for which `warmUp` can be longer (MSER-5 over the queue, runs: {{count}}).",
  unsettled:
    "{{scenario}}: the queue has not settled by the middle of the counted days, so that MSER-5 cannot say what to leave out: count more days.",
  batches:
    "{{scenario}}: after that the mean queue of this run is {{mean}} by {{batches}} batches of {{size}} h, which know little of each other (lag 1: {{lag1}}).",
  batchesTooShort:
    "{{scenario}}: after that the mean queue of this run is {{mean}} by {{batches}} batches of {{size}} h, but each knows of the one before (lag 1: {{lag1}}), and the interval is too short: count more days.",
  title: "The beginning of the run",
  picture: "Queue, and how uncertain its mean is by what is left out",
  about:
    "Above: the mean queue of each {{minutes}} minutes, of the run or of the median over runs. Below: how uncertain the mean of the rest is, by what is left out; where that is least MSER-5 cuts, if it lies in the first half.",
  aboutMean: "Dashed: the mean of the rest by batches, with its interval.",
  queue: "Queue, vehicles",
  error: "Standard error of the mean, vehicles",
  cut: "cut at {{hours}} h",
  cutNothing: "nothing to cut",
  late: "too late to cut",
  hours: "Left out, h",
  batchQueue: "Queue after that, mean of {{minutes}} min",
} as const;
