/** What is measured, in English. */
import type { MetricTexts } from "../../metrics.ts";

export const metrics: MetricTexts = {
  metrics: {
    wait: {
      title: "Wait",
      definition:
        "From joining the end of the line for primary, wherever it is, to the booth, less free-flow travel; by hour of joining.",
      noun: "wait",
    },
    waitFromReader: {
      title: "Wait from the reader",
      definition:
        "From a fixed point upstream to the primary booth, travel included, as tag readers measure it.",
      noun: "wait from the reader",
    },
    crossingTime: {
      title: "Crossing time",
      definition: "From the fixed point upstream to the exit of the last compound.",
      noun: "crossing time",
    },
    delay: {
      title: "Delay",
      definition: "The part of the crossing in which a vehicle is neither served nor driving freely.",
      noun: "delay",
    },
    delayOfficers: {
      title: "Delay: too few officers",
      definition:
        "Part of the delay while those at work serve others, or nobody is at work in an open port; on the road while the booths ahead do.",
      noun: "delay for want of officers",
    },
    delayBlocked: {
      title: "Delay: blocked ahead",
      definition:
        "Part of the delay while the vehicle, or those that its servers have in hand, are done and find no room ahead.",
      noun: "delay for want of room ahead",
    },
    delayTrapped: {
      title: "Delay: trapped behind others",
      definition: "Part of the delay on a lane while the vehicle could go on, but those before it cannot.",
      noun: "delay of those trapped",
    },
    delayClosed: {
      title: "Delay: closed",
      definition: "Part of the delay while the port, or the place, is closed.",
      noun: "delay at closed gates",
    },
    delayScanner: {
      title: "Delay: scanner",
      definition: "Part of the delay while the scanners scan others.",
      noun: "delay at the scanners",
    },
    delayReview: {
      title: "Delay: image review",
      definition:
        "Part of the delay while an image is being read, one's own or that of the vehicle at the server.",
      noun: "delay of image review",
    },
    delaySetUp: {
      title: "Delay: set-up",
      definition: "Part of the delay while a booth is being set up.",
      noun: "delay of setting up",
    },
    dwell: {
      title: "Time in a place",
      definition:
        "From entering a place to leaving it, service included, a visit, of vehicles that departed.",
      noun: "time in a place",
    },
    timeInStage: {
      title: "Where the time goes",
      definition:
        "Time a departed vehicle spent in a place on average, those that never went there included.",
      noun: "time by place",
    },
    stageWait: {
      title: "Wait at a place",
      definition: "From entering a place to being called by one of its servers.",
      noun: "wait at a place",
    },
    blockedTime: {
      title: "Blocked time",
      definition:
        "Time a vehicle is done with a place and cannot go on because there is no room ahead, a visit.",
      noun: "blocked time",
    },
    queue: {
      title: "Queue",
      definition: "Vehicles waiting: all that stand in the line for primary, or those waiting in a place.",
      noun: "queue",
    },
    queueKm: {
      title: "Length of the queue",
      definition:
        "Length of road taken by those who wait outside, at stages before the approach and on it; booth lanes are not part of it.",
      noun: "length of the queue",
    },
    inside: {
      title: "Inside",
      definition: "Vehicles in the port or in a place, in service, waiting or driving.",
      noun: "number inside",
    },
    arrivals: {
      title: "Arrivals",
      definition: "Vehicles that came, on the counted days.",
      noun: "arrivals",
    },
    departures: {
      title: "Departures",
      definition: "Vehicles that came on the counted days and left by the last exit.",
      noun: "departures",
    },
    turnedAway: {
      title: "Turned away",
      definition: "Vehicles refused: no room, a line too long for them, or closing.",
      noun: "number turned away",
    },
    gaveUp: {
      title: "Gave up",
      definition: "Vehicles that left a line because their patience ran out.",
      noun: "number that gave up",
    },
    unfinished: {
      title: "Unfinished",
      definition: "Vehicles still inside when the days after the counted ones were over.",
      noun: "number unfinished",
    },
    throughput: {
      title: "Throughput",
      definition: "Vehicles an hour that leave the port, or that a place has served.",
      noun: "throughput",
    },
    utilization: {
      title: "Utilization",
      definition: "Share of the staffed time in which a server has a vehicle and is not blocked.",
      noun: "utilization",
    },
    blockedShare: {
      title: "Blocked share",
      definition: "Share of the staffed time in which a server holds a vehicle that has no room ahead.",
      noun: "blocked share",
    },
    boothHours: {
      title: "Booth-hours",
      definition: "Hours that servers are staffed, overtime included; all of primary, or one post.",
      noun: "number of booth-hours",
    },
    trucksPerBoothHour: {
      title: "Trucks per booth-hour",
      definition: "Vehicles that primary served for each hour a booth was staffed.",
      noun: "number of trucks per booth-hour",
    },
    officerHours: {
      title: "Officer-hours",
      definition: "Hours that officers are paid for; relief, breaks and overtime included.",
      noun: "number of officer-hours",
    },
    delayCost: {
      title: "Cost of delay",
      definition: "Hours of delay of the vehicles that departed, at what an hour of a truck is worth.",
      noun: "cost of delay",
    },
    staffCost: {
      title: "Cost of staff",
      definition: "Officer-hours at what an hour of an officer costs.",
      noun: "cost of staff",
    },
    sharedVehicles: {
      title: "Vehicles in both",
      definition: "Vehicles that reached primary in both scenarios.",
      noun: "number of vehicles in both",
    },
    onlyInBaseline: {
      title: "Only in the baseline",
      definition: "Vehicles that reached primary in the baseline alone.",
      noun: "number of vehicles in the baseline alone",
    },
    onlyInScenario: {
      title: "Only in this scenario",
      definition: "Vehicles that reached primary in this scenario and not in the baseline.",
      noun: "number of vehicles in this scenario alone",
    },
  },
  statistics: {
    mean: { title: "mean", phrase: "the mean {{noun}}" },
    p50: { title: "median", phrase: "the median {{noun}}" },
    p95: { title: "95th percentile", phrase: "the 95th percentile of {{noun}}" },
    max: { title: "highest of a run, on average", phrase: "the highest {{noun}}" },
    shareOver60: { title: "over 60 min", phrase: "the share over 60 min of {{noun}}" },
    endOfHour: { title: "at the end of the hour", phrase: "the {{noun}} at the end of the hour" },
    total: { title: "total", phrase: "the {{noun}}" },
    meanOfShared: { title: "mean of the same vehicles", phrase: "the mean {{noun}} of the same vehicles" },
  },
  units: {
    min: { short: "min", long: "minutes" },
    km: { short: "km", long: "kilometers" },
    "%": { short: "%", long: "percent" },
    "/h": { short: "/h", long: "an hour" },
    h: { short: "h", long: "hours" },
    vehicles: { short: "veh.", long: "vehicles" },
    $: { short: "$", long: "US dollars" },
  },
  points: "points",
  dimensions: { class: "class", stage: "place", hour: "hour" },
  verdicts: {
    cuts: "{{scenario}} cuts {{what}} by {{by}} {{unit}} ({{level}} %: {{low}} to {{high}})",
    raises: "{{scenario}} raises {{what}} by {{by}} {{unit}} ({{level}} %: {{low}} to {{high}})",
    tooClose:
      "{{scenario}} against {{baseline}}: {{what}} is too close to call ({{level}} %: {{low}} to {{high}} {{unit}}; days: {{days}})",
    equal: "{{scenario}} and {{baseline}} are the same in {{what}} on every day simulated",
    unknown:
      "{{scenario}} against {{baseline}}: {{what}} differs by {{by}} {{unit}}; too few days to say how sure that is",
    fewVehicles:
      "{{scenario}} against {{baseline}}: {{what}} differs by {{by}} {{unit}}; fewer than {{vehicles}} vehicles do not tell how sure that is",
  },
  outcomes: {
    better: "better",
    worse: "worse",
    different: "different",
    tooClose: "too close to call",
    equal: "equal",
    unknown: "too few days",
    fewVehicles: "too few vehicles",
  },
};
