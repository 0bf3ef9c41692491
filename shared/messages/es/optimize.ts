/** Lo que dice `cruce optimize`, en español. */
import type { CliTexts } from "../en/cli.ts";

export const optimize: CliTexts["optimize"] = {
  searching: "buscando un plan: {{done}} de a lo más {{total}} s",
  estimating: "estimando el plan de nuevo: {{done}} de {{total}} días",
  usage: {
    noPromise: "Diga qué se promete, por ejemplo --promise '95 % of fast under 20 min'.",
    sure: "--sure acepta una parte de los días, de 50 % a 99 %; se encontró {{found}}.",
    shifts:
      "--shifts acepta duraciones de turnos, cada una una vez, con los oficiales disponibles donde sean limitados, como '8 h, 6 h' o '20 of 8 h, 4 of 6 h'; se encontró {{found}}.",
    break:
      "--break acepta cuánto y entre qué horas del turno, como '30 min between 3 h and 5 h'; se encontró {{found}}.",
    duration: "{{option}} acepta una duración como 1 h; se encontró {{found}}.",
  },
  refused: {
    days: "El escenario cuenta {{days}} días; un plan es para uno: póngale days: 1.",
    closed: "El puerto está cerrado el {{date}}, el día que cuenta; dé al escenario otro primer día.",
    roundTheClock:
      "El puerto abre las 24 horas, y los turnos se planean de apertura a cierre; dé horarios al escenario.",
    noPrimary: "El escenario no tiene inspección primaria para la cual planear oficiales.",
    pool: "Los oficiales de {{post}} vienen del grupo {{pool}}, que atiende también otros puestos; planee {{post}} por separado para hallarle turnos.",
    unplanned:
      "Nadie está planeado en {{post}}, así que se atiende mientras el puerto está abierto y no hay horas que ahorrar; planéelo en northbound.staffing.",
    nobody: "No llega nadie a quien se refiera «{{promise}}».",
    shiftTooLong: "Un turno de {{length}} no cabe en el horario de {{from}} a {{to}}.",
    step: "Turnos, inicios, descansos y horario no tienen en común un paso mayor que {{step}}; elija tiempos que compartan al menos {{least}}.",
  },
  impossible:
    "Ninguna dotación cumple la promesa: con todas las casetas atendidas de apertura a cierre se cumple en {{kept}} de {{days}} días, y se pide el {{sure}} de ellos.",
  broken: "«{{promise}}» falla: todas las casetas juntas cumplen «{{kept}}» en el {{sure}} de los días.",
  together: "Cada promesa por sí sola puede cumplirse; juntas, no.",
  short:
    "{{post}} tiene trabajo para {{needed}} casetas de {{from}} a {{until}} si nadie ha de esperar más de {{limit}}; hay {{booths}}.",
  rosterShort_one:
    "La plantilla es corta: la promesa necesita {{needed}} oficiales al día, {{count}} más de los que hay.",
  rosterShort_other:
    "La plantilla es corta: la promesa necesita {{needed}} oficiales al día, {{count}} más de los que hay.",
  lengthsShort:
    "Hay muy pocos oficiales para las duraciones de los turnos: la promesa necesita {{needed}} oficiales al día.",
  stopped: "Detenido antes de hallar un plan; déle más tiempo con --budget.",
  cut: "El tiempo acabó antes que la búsqueda: con un --budget mayor puede hallarse un plan más barato.",
  interrupted:
    "Interrumpido: sigue el mejor plan hasta ahora. No se estimó de nuevo, y parece mejor de lo que es.",
  written: "Escrito: {{file}}",
  exists: "{{file}} ya existe y no se sobrescribe: nombre un archivo nuevo para el plan.",
  unwritable: "El plan no se puede escribir en {{file}}: {{reason}}.",
  planName: "{{scenario}}: planeado",
  sameHoursName: "{{scenario}}: mismas horas, otros turnos",
  about: "Turnos hallados para: {{promises}}; en el {{sure}} de los días.",
  plan: "{{officers}} oficiales con {{hours}} h en las casetas cumplen {{promises}} en el {{share}} % de los días (95 %: {{low}} a {{high}}; se pide: {{sure}}).",
  search:
    "{{officers}} oficiales con {{hours}} h en las casetas cumplieron {{promises}} en {{kept}} de los {{days}} días de la búsqueda.",
  sureness: {
    kept: "Es seguro que basta.",
    close: "Si basta, está demasiado reñido para decirlo.",
    broken: "No basta: los días de la búsqueda favorecieron a este plan.",
  },
  post: "puesto",
  from: "de",
  to: "a",
  rest: "descanso",
  officers: "oficiales",
  booths: "{{post}} (archivo)",
  worth: "horas-camión que ahorra uno más en {{post}} (95 %)",
  shipped: "archivo",
  planned: "plan",
  same: "mismas horas",
  keptDays: "Días en que todo se cumple [%]",
  keptLimit: "{{promise}}: se cumple en el {{sure}} de los días bajo [min]",
  boothHours: "Horas planeadas en las casetas [h]",
  sameHours:
    "Mismas horas: {{hours}} de las {{shipped}} horas que el archivo tiene en las casetas, puestas con las mismas reglas donde la cola es menor.",
  basis:
    "Búsqueda: {{searched}} días de la semilla {{seed}}. Cifras: {{days}} días de la semilla {{fresh}} que la búsqueda nunca vio, los mismos camiones en todas las columnas. Cruce {{version}}, esquema de sorteos {{scheme}}.",
};
