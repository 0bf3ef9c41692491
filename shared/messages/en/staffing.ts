/** Why a staffing question has no plan, and how near what it began with is to the best, in English; for the page and the command line. */
export const staffing = {
  refused: {
    days: "The scenario counts {{days}} days; a plan is for one: give it days: 1.",
    closed: "The port is closed on {{date}}, the day that counts; give the scenario another first day.",
    noPrimary: "The scenario has no primary inspection to plan officers for.",
    pool: "The officers of the pool {{pool}} man {{other}} too, where images are read and nobody waits in a line of its own, so that nothing can be promised of it; plan {{other}} by itself to have shifts found for the others.",
    unplanned:
      "Nobody is planned at {{post}}, so that it is manned whenever the port is open and there are no hours to save; plan it under northbound.staffing.",
    boothsMove:
      "Booths change their lane type while the port is open, and shifts are planned for booths that keep theirs; take back the change of FAST booths.",
  },
  impossible:
    "No staffing keeps the promise: with every post fully staffed from opening to closing it holds on {{kept}} of {{days}} days, and {{sure}} of them are asked for.",
  broken: '"{{promise}}" fails: fully staffed posts keep "{{kept}}" on {{sure}} of the days.',
  together: "Each promise by itself may hold; together they do not.",
  short:
    "{{post}} has work for {{needed}} officers from {{from}} to {{until}}, if nobody is to wait longer than {{limit}}; {{booths}} can work there.",
  rosterShort_one:
    "No plan was found that keeps the promise with this roster: {{needed}} officers a day are enough, {{count}} more than there are. Fewer may do.",
  rosterShort_other:
    "No plan was found that keeps the promise with this roster: {{needed}} officers a day are enough, {{count}} more than there are. Fewer may do.",
  lengthsShort_one:
    "No plan was found that keeps the promise with so few officers for the lengths of shifts: without these limits {{count}} officer a day is enough.",
  lengthsShort_other:
    "No plan was found that keeps the promise with so few officers for the lengths of shifts: without these limits {{count}} officers a day are enough.",
  shiftsShort:
    "Fully staffed posts keep the promise, but no plan of these shifts does, however many officers there are: when it matters too few of them can be at their posts. Let shifts start more often, or allow other lengths or other times of breaks.",
  cover: {
    least:
      "The search began with {{hours}} h on duty, proven to be the fewest that cover what the queueing approximation asks for.",
    within:
      "The search began with {{hours}} h on duty, at most {{percent}} more than the fewest that cover what the queueing approximation asks for: it is proven that no shifts of these rules do so with less than {{least}} h.",
    notPort:
      "That is of the approximation, not of the port: simulated days then led to {{plan}} h on duty, and a cheaper plan may exist.",
  },
} as const;
