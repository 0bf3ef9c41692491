/** What is measured, in the Spanish of Mexico. */
import type { MetricTexts } from "../../metrics.ts";

export const metrics: MetricTexts = {
  metrics: {
    wait: {
      title: "Espera",
      definition:
        "Desde que se forma al final de la fila de la inspección primaria, esté donde esté, hasta la caseta, menos el recorrido libre; por hora en que se forma.",
      noun: "de espera",
    },
    waitFromReader: {
      title: "Espera desde el lector",
      definition:
        "Desde un punto fijo antes del puerto hasta la caseta de primaria, con el recorrido, como la miden los lectores.",
      noun: "de espera desde el lector",
    },
    crossingTime: {
      title: "Tiempo de cruce",
      definition: "Desde el punto fijo antes del puerto hasta la salida del último recinto.",
      noun: "del tiempo de cruce",
    },
    delay: {
      title: "Demora",
      definition: "La parte del cruce en que al vehículo ni lo atienden ni circula libremente.",
      noun: "de demora",
    },
    delayOfficers: {
      title: "Demora: faltan oficiales",
      definition:
        "La parte de la demora en que los que trabajan atienden a otros, o nadie trabaja en un puerto abierto; en el camino, mientras eso pasa en las casetas de adelante.",
      noun: "de la demora por falta de oficiales",
    },
    delayBlocked: {
      title: "Demora: bloqueo adelante",
      definition:
        "La parte de la demora en que el vehículo, o los que ocupan sus casetas, terminaron y no hallan lugar adelante.",
      noun: "de la demora por falta de lugar adelante",
    },
    delayTrapped: {
      title: "Demora: atrapado tras otros",
      definition:
        "La parte de la demora en un carril en que el vehículo podría seguir, pero los de adelante no.",
      noun: "de la demora de los atrapados",
    },
    delayClosed: {
      title: "Demora: cerrado",
      definition: "La parte de la demora en que el puerto, o el lugar, está cerrado.",
      noun: "de la demora por cierre",
    },
    delayScanner: {
      title: "Demora: escáner",
      definition: "La parte de la demora en que los escáneres revisan a otros.",
      noun: "de la demora en los escáneres",
    },
    delayReview: {
      title: "Demora: revisión de imagen",
      definition: "La parte de la demora en que se lee una imagen, la propia o la del vehículo en turno.",
      noun: "de la demora por revisión de imagen",
    },
    delaySetUp: {
      title: "Demora: apertura de caseta",
      definition: "La parte de la demora en que se prepara una caseta.",
      noun: "de la demora por apertura",
    },
    dwell: {
      title: "Tiempo en un lugar",
      definition:
        "Desde la entrada a un lugar hasta su salida, con el servicio, por visita, de los vehículos que salieron.",
      noun: "del tiempo en un lugar",
    },
    timeInStage: {
      title: "En qué se va el tiempo",
      definition:
        "Tiempo que un vehículo que salió pasó en promedio en un lugar, incluidos los que nunca estuvieron ahí.",
      noun: "del tiempo por lugar",
    },
    stageWait: {
      title: "Espera en un lugar",
      definition: "Desde la entrada a un lugar hasta que lo llama uno de sus servidores.",
      noun: "de espera en un lugar",
    },
    blockedTime: {
      title: "Tiempo bloqueado",
      definition:
        "Tiempo en que el vehículo ya terminó en un lugar y no puede seguir porque adelante no hay espacio, por visita.",
      noun: "del tiempo bloqueado",
    },
    queue: {
      title: "Fila",
      definition: "Vehículos que esperan: todos los formados para primaria, o los que esperan en un lugar.",
      noun: "de la fila",
    },
    queueKm: {
      title: "Longitud de la fila",
      definition:
        "Tramo de camino que ocupan los que esperan afuera, en las etapas anteriores al acceso y en él; los carriles de las casetas no cuentan.",
      noun: "de la longitud de la fila",
    },
    inside: {
      title: "Adentro",
      definition: "Vehículos en el puerto o en un lugar, atendidos, en espera o en circulación.",
      noun: "de vehículos adentro",
    },
    arrivals: {
      title: "Llegadas",
      definition: "Vehículos que llegaron en los días contados.",
      noun: "de llegadas",
    },
    departures: {
      title: "Salidas",
      definition: "Vehículos que llegaron en los días contados y salieron por la última salida.",
      noun: "de salidas",
    },
    turnedAway: {
      title: "Rechazados",
      definition:
        "Vehículos que no entraron: no había espacio, la fila les pareció larga o el puerto cerraba.",
      noun: "de rechazados",
    },
    gaveUp: {
      title: "Desistieron",
      definition: "Vehículos que dejaron una fila porque se les acabó la paciencia.",
      noun: "de los que desistieron",
    },
    unfinished: {
      title: "Sin terminar",
      definition: "Vehículos que seguían adentro cuando acabaron los días que siguen a los contados.",
      noun: "de vehículos sin terminar",
    },
    throughput: {
      title: "Flujo",
      definition: "Vehículos por hora que salen del puerto, o que un lugar atendió.",
      noun: "del flujo",
    },
    utilization: {
      title: "Ocupación",
      definition: "Parte del tiempo con personal en que un servidor tiene vehículo y no está bloqueado.",
      noun: "de ocupación",
    },
    blockedShare: {
      title: "Parte bloqueada",
      definition:
        "Parte del tiempo con personal en que un servidor retiene un vehículo que no tiene espacio adelante.",
      noun: "de la parte bloqueada",
    },
    boothHours: {
      title: "Horas-caseta",
      definition:
        "Horas con personal de los servidores, con tiempo extra; de toda la primaria o de un puesto.",
      noun: "de horas-caseta",
    },
    trucksPerBoothHour: {
      title: "Camiones por hora-caseta",
      definition: "Vehículos que primaria atendió por cada hora de caseta con personal.",
      noun: "de camiones por hora-caseta",
    },
    officerHours: {
      title: "Horas-oficial",
      definition: "Horas que se pagan a los oficiales; con relevos, descansos y tiempo extra.",
      noun: "de horas-oficial",
    },
    delayCost: {
      title: "Costo de la demora",
      definition: "Horas de demora de los vehículos que salieron, a lo que vale una hora de camión.",
      noun: "del costo de la demora",
    },
    staffCost: {
      title: "Costo del personal",
      definition: "Horas-oficial a lo que cuesta una hora de oficial.",
      noun: "del costo del personal",
    },
    sharedVehicles: {
      title: "Vehículos en ambos",
      definition: "Vehículos que llegaron a primaria en los dos escenarios.",
      noun: "de vehículos en ambos",
    },
    onlyInBaseline: {
      title: "Solo en la referencia",
      definition: "Vehículos que llegaron a primaria solo en el escenario de referencia.",
      noun: "de vehículos solo en la referencia",
    },
    onlyInScenario: {
      title: "Solo en este escenario",
      definition: "Vehículos que llegaron a primaria en este escenario y no en el de referencia.",
      noun: "de vehículos solo en este escenario",
    },
  },
  statistics: {
    mean: { title: "media", phrase: "la media {{noun}}" },
    p50: { title: "mediana", phrase: "la mediana {{noun}}" },
    p95: { title: "percentil 95", phrase: "el percentil 95 {{noun}}" },
    max: { title: "el mayor de una corrida, en promedio", phrase: "el máximo {{noun}}" },
    shareOver60: { title: "más de 60 min", phrase: "la parte de más de 60 min {{noun}}" },
    endOfHour: { title: "al final de la hora", phrase: "el valor {{noun}} al final de la hora" },
    total: { title: "total", phrase: "el total {{noun}}" },
    meanOfShared: {
      title: "media de los mismos vehículos",
      phrase: "la media {{noun}} de los mismos vehículos",
    },
  },
  units: {
    min: { short: "min", long: "minutos" },
    km: { short: "km", long: "kilómetros" },
    "%": { short: "%", long: "por ciento" },
    "/h": { short: "/h", long: "por hora" },
    h: { short: "h", long: "horas" },
    vehicles: { short: "veh.", long: "vehículos" },
    $: { short: "USD", long: "dólares" },
  },
  points: "puntos",
  dimensions: { class: "clase", stage: "lugar", hour: "hora" },
  verdicts: {
    cuts: "{{scenario}} baja {{what}} en {{by}} {{unit}} ({{level}} %: {{low}} a {{high}})",
    raises: "{{scenario}} sube {{what}} en {{by}} {{unit}} ({{level}} %: {{low}} a {{high}})",
    tooClose:
      "{{scenario}} frente a {{baseline}}: en {{what}} están demasiado parejos para decidir ({{level}} %: {{low}} a {{high}} {{unit}}; días: {{days}})",
    equal: "{{scenario}} y {{baseline}} son iguales en {{what}} en todos los días simulados",
    unknown:
      "{{scenario}} frente a {{baseline}}: {{what}} difiere en {{by}} {{unit}}; son muy pocos días para saber qué tan seguro es",
    fewVehicles:
      "{{scenario}} frente a {{baseline}}: {{what}} difiere en {{by}} {{unit}}; menos de {{vehicles}} vehículos no dicen qué tan seguro es",
  },
  outcomes: {
    better: "mejor",
    worse: "peor",
    different: "distinto",
    tooClose: "demasiado parejo",
    equal: "igual",
    unknown: "muy pocos días",
    fewVehicles: "muy pocos vehículos",
  },
};
