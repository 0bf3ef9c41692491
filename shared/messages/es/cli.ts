/** Lo que dice la línea de comandos, en español. */
import { asked } from "./asked.ts";
import { calls } from "./calls.ts";
import { required } from "./required.ts";
import { until } from "./until.ts";
import { optimize } from "./optimize.ts";
import { runaway } from "./runaway.ts";
import { store } from "./store.ts";
import { sweep } from "./sweep.ts";
import type { CliTexts } from "../en/cli.ts";
import { files } from "./files.ts";
import { theory } from "./theory.ts";

export const cli: CliTexts = {
  about: "Simula puertos terrestres de entrada. Los resultados van a stdout, todo lo demás a stderr.",
  commands: {
    run: "Ejecuta uno o más escenarios y muestra los resultados con sus intervalos",
    compare: "Ejecuta escenarios con los mismos días y camiones y muestra en qué difieren del primero",
    forecast: "Imprime lo que puede venir a partir de un momento de un día, en muchos futuros",
    optimize: "Halla los turnos con menos horas que cumplen lo prometido sobre las esperas",
    worth: "Imprime lo que vale un oficial más en primaria en cada hora del día",
    sweep: "Ejecuta escenarios en muchos puntos, donde varían ajustes, y muestra lo que hace cada ajuste",
    validate: "Revisa archivos de escenario y dice todo lo que está mal; o, con --theory, el simulador mismo",
    diff: "Dice con palabras en qué difiere un escenario de otro",
    schema: "Muestra el JSON Schema de los archivos de escenario",
    store: "Dice lo que hay guardado de simulaciones anteriores, o lo elimina",
    serve: "Sirve la página, con estos escenarios lado a lado",
    help: "Mostrar esta ayuda, o la de un comando",
    version: "Mostrar la versión",
  },
  arguments: {
    files:
      "archivos de escenario, carpetas de ellos o patrones entre comillas; - lee uno de la entrada estándar",
    one: "el escenario",
    swept:
      "escenarios, archivos de barrido que los nombran, carpetas de ellos o patrones entre comillas; - lee uno de la entrada estándar",
    planned: "el escenario, o un archivo de pregunta que lo nombra",
    baseline: "el escenario con el que se comparan los demás",
    others: "escenarios que se comparan con él",
    before: "el primer escenario",
    after: "el segundo escenario",
    pair: "archivos de escenario con los que se abre la página (cuatro como máximo)",
    command: "el comando; sin él, todos",
  },
  options: {
    usual: "si falta: {{usual}}",
    replications: "días que se simulan",
    vary: 'un ajuste y sus valores, como "northbound.demand.trucks = 6000 /day to 10000 /day in 5"; puede repetirse',
    design: "qué puntos: todas las combinaciones (grid), un hipercubo latino (latin) o trayectorias (morris)",
    points: "cuántos puntos, con latin y morris (si falta: diez por ajuste, diez trayectorias)",
    respond: "una cifra que se dice de cada punto, como waitP95; puede repetirse",
    frontier: "dos cifras: qué puntos son los mejores en una por lo que son en la otra",
    seed: "semilla de todos los sorteos",
    at: "hora del día desde la que se pronostica, como 14:30",
    day: "día de la corrida al que pertenece la hora (si falta: el primero que cuenta)",
    hours: "horas por pronosticar",
    futures: "futuros por simular",
    replication: "el día del que parte el pronóstico, por número",
    json: "muestra JSON (documentado y estable)",
    csv: "muestra CSV",
    quiet: "no dice nada en stderr salvo errores",
    language: "idioma de los textos: en, es o fr",
    metric: 'la respuesta nombrada: una medida, o una cifra como "waitP95 of fast"',
    visits:
      "escribe cada visita de un vehículo a un lugar en este archivo CSV nuevo; - para stdout, en vez de los resultados",
    warmUpCheck: "decir cuánto del principio de los días contados conviene dejar fuera",
    out: "escribir archivos de resultados en esta carpeta nueva",
    format: "formato de los archivos de --out: csv, parquet o both",
    withVisits: "con --out: también cada visita de un vehículo a un lugar (grande)",
    excel:
      "con --out: CSV como lo abren las hojas de cálculo del idioma: punto y coma y coma decimal donde el país los usa",
    report: "escribir un informe que no necesita nada más en este archivo HTML nuevo",
    workers: "hilos de trabajo, hasta 256 (si falta: uno por núcleo)",
    port: "puerto en el que se escucha",
    host: "dirección en la que se escucha; 0.0.0.0 la abre a la sala",
    theory: "ejecuta los modelos con respuesta conocida en vez de revisar archivos",
    quick: "corridas menores, e intervalos del 5 % en vez del 2 %",
    seeds: "cuántas semillas fijas se ejecutan, desde la 1",
    generator: "de quién son los sorteos: mix, el motor, o threefry, más lento y bien estudiado",
    only: "solo los casos cuyo nombre empieza así",
    write: "pone la tabla en este archivo Markdown, entre sus marcas",
    promise:
      "lo prometido de un día, como '95 % of fast under 20 min' o 'all under 60 min'; puede decirse varias veces",
    sure: "parte de los días en que se cumple todo lo prometido",
    shifts:
      "duraciones de los turnos, como '8 h, 6 h' o '20 of 8 h, 4 of 6 h' donde los oficiales son limitados",
    startsEvery: "los turnos empiezan en tales pasos desde la apertura",
    break:
      "un descanso en cada turno, como '30 min between 3 h and 5 h' (si falta: el relevo del puerto cubre los descansos)",
    roster: "oficiales en un día en total (si falta: cuantos hagan falta)",
    budget: "tiempo hasta la respuesta: la búsqueda y los días nuevos",
    writePlan: "escribe el plan como un escenario que extiende el archivo",
    anew: "días en que el plan se estima de nuevo",
    help: "muestra esta ayuda",
    version: "muestra la versión",
    require:
      'terminar con código 4 si el intervalo del 95 % no lo cumple, p. ej. "waitP95 < 45 min"; se puede repetir',
    requireAll:
      'terminar con código 4 si el intervalo del 95 % no lo cumple en todos los puntos, p. ej. "waitP95 < 45 min"; se puede repetir',
    antithetic:
      "simular pares antitéticos de días, que se desvían a lados opuestos: replications, --until y n cuentan pares",
    noStore: "simular todo de nuevo y no guardar nada",
    clear: "eliminar todo lo guardado",
    clearEarlier: "eliminar lo que dejaron versiones anteriores del modelo",
    noColor: "sin colores (NO_COLOR hace lo mismo)",
  },
  examples: "Ejemplos:",
  usage: {
    number: "{{option}} lleva un número entero de {{low}} a {{high}}; se encontró {{found}}.",
    choice: "{{option}} lleva uno de {{choices}}; se encontró {{found}}.",
    choice_guess: "{{option}} no lleva {{found}}. ¿Quiso decir {{guess}}?",
    twoFormats: "Use --json o --csv, no los dos.",
    twoClearings: "Use --clear o --clear-earlier, no los dos.",
    visitsAndResults: "--visits - toma el lugar de los resultados en stdout: omita --json y --csv.",
    emptyFolder:
      "{{found}} no contiene ningún escenario: se esperan archivos cuyo nombre termine en .yaml o .yml.",
    noMatch:
      "Ningún escenario coincide con {{found}}: se esperan archivos cuyo nombre termine en .yaml o .yml.",
    tooFew: "Una comparación requiere dos escenarios o más; hay {{found}}.",
    twice: "{{file}} está dos veces; nombre cada escenario una vez.",
    oneFile: "{{file}} y {{first}} son un mismo archivo; nombre cada escenario una vez.",
    time: "--at toma una hora del día como 14:30; se encontró {{found}}.",
    day: "--day toma un día de la corrida, de 1 a {{most}}; se encontró {{found}}.",
    over: "A las {{found}} la corrida ya terminó; pronostique desde una hora anterior.",
    tooMany: "La página muestra {{most}} escenarios como máximo; se encontraron {{found}}.",
    stdinTwice: "La entrada estándar solo se puede leer una vez.",
    nothingToValidate: "Nombre archivos de escenario, o diga --theory.",
    filesWithTheory: "--theory ejecuta sus propios modelos: no nombre archivos con él.",
    onlyWithTheory: "{{option}} va solo con --theory.",
    unknownCase: "Ningún caso empieza con «{{found}}». Los casos: {{cases}}.",
    noDocument:
      '{{file}} no se puede leer: nombre un archivo con las líneas "{{begin}}" y "{{end}}" para poner la tabla entre ellas.',
    noMarks: '{{file}} no tiene líneas "{{begin}}" y "{{end}}" entre las que poner la tabla.',
  },
  valid_one: "{{count}} archivo está bien.",
  valid_other: "{{count}} archivos están bien.",
  invalid_one: "{{count}} error.",
  invalid_other: "{{count}} errores.",
  warnings_one: "{{count}} advertencia.",
  warnings_other: "{{count}} advertencias.",
  unlike:
    "{{other}} y {{baseline}} no tratan de los mismos vehículos, así que no se pueden comparar camión por camión. Dé a ambos los mismos `from`, `days`, `warmUp` y `zone`, y la misma lista de llegadas o ninguna.",
  same: "Los dos escenarios dicen lo mismo.",
  days_one: "{{done}} día",
  days_other: "{{done}} días",
  pairs_one: "{{done}} par antitético de días",
  pairs_other: "{{done}} pares antitéticos de días",
  runPairs_one: "{{done}} par antitético de corridas de {{days}} días",
  runPairs_other: "{{done}} pares antitéticos de corridas de {{days}} días",
  runningPairs: "{{done}} de {{total}} pares de días",
  runs_one: "{{done}} corrida de {{days}} días",
  runs_other: "{{done}} corridas de {{days}} días",
  running: "{{done}} de {{total}} días",
  left: "faltan unos {{time}}",
  interrupted: "Interrumpido tras {{done}} de {{total}}; sigue lo que ya está hecho.",
  nothingDone: "Interrumpido antes de terminar el primer día.",
  oneDay: "Una sola réplica no dice nada de otros días: sin intervalos.",
  visits: {
    exists: "{{file}} ya existe y no se sobrescribe: nombre un archivo nuevo para las visitas.",
    failed: "Las visitas no se pueden escribir en {{file}}: {{reason}}.",
    stopped: "Las visitas de las réplicas completas están en {{file}}.",
    inPart:
      "Las visitas de la réplica {{replication}} no están completas en {{file}}: lo enviado no se puede retirar.",
    reasons: {
      full: "el disco está lleno",
      tooLarge: "el archivo sería demasiado grande",
      notAllowed: "no está permitido escribir ahí",
      noFolder: "no existe esa carpeta",
      folder: "es una carpeta",
      exists: "ya hay un archivo con ese nombre",
      closed: "quien las leía dejó de hacerlo",
    },
  },
  worth: {
    none: "No hay hora en que pudiera trabajar un oficial más: todas las casetas de primaria tienen oficial según el plan, o no hay plan.",
    post: "puesto",
    planned: "oficiales",
    saved: "horas-camión ahorradas con uno más (95 %)",
    dollars: "valor [$] (95 %)",
    note: "Horas de demora que se ahorran todos los camiones del día juntos cuando trabaja un oficial más solo en esta hora, en una caseta que está libre. Los intervalos valen juntos para todas las horas.",
    noInterval:
      "Una sola réplica no dice nada de otras: no hay intervalos; con --replications 2 o más los hay.",
  },
  forecast: {
    span_one: "De {{from}} a {{until}}: {{count}} futuro de lo que hay a las {{from}}",
    span_other: "De {{from}} a {{until}}: {{count}} futuros de lo que hay a las {{from}}",
    running: "{{done}} de {{total}} futuros",
    interrupted: "Interrumpido después de {{done}} de {{total}} futuros; sigue lo que está hecho.",
    band: "Curso: el futuro mediano y el 90 % central de los futuros. Cifras: medias de los futuros con su intervalo del 95 %.",
    basis:
      "semilla {{seed}}, día {{replication}}, Cruce {{version}}, esquema de sorteos {{scheme}}; cada futuro tiene desde ahora sus propios camiones, los mismos en todos los escenarios",
    time: "hora",
    queue: "fila [veh.]",
    wait: "espera [min]",
    cleared: "despachados [/h]",
  },
  headings: {
    metric: "medida",
    value: "valor",
    interval: "intervalo 95 %",
    difference: "diferencia",
    class: "clase",
    hour: "hora",
    changes: "Cambios",
    results: "Resultados",
    served: "Vehículos",
  },
  notes: {
    alike: "los {{n}} iguales",
    fewAlike:
      "«los … iguales»: todos salieron iguales; menos de {{least}} así no dicen nada de otros, de modo que no hay intervalo.",
    fewVehicles:
      "«?»: menos de {{vehicles}} vehículos en total no dicen ese extremo del intervalo de un percentil.",
    named:
      "* la respuesta nombrada; sus intervalos valen juntos para todos los escenarios comparados. Cada otro intervalo vale por sí solo.",
    basis: "{{days}}, semilla {{seed}}, Cruce {{version}}, esquema de sorteos {{scheme}}",
    paired: "pareado por día y por vehículo: los mismos camiones en cada escenario",
    noAnswer: "Sin respuesta: los escenarios no tienen la medida «{{metric}}» para comparar.",
    unpaired:
      "pareado por día y por vehículo; algunos vehículos están en un solo escenario: «{{title}}» trata de los que están en ambos",
    midnight:
      "{{scenario}}: hay {{before}} vehículos en la cola cuando empiezan los días contados y {{after}} cuando acaban, {{difference}}: una medianoche no concuerda con la otra. Si los días no han de ser distintos, simule más días antes (`warmUp`).",
    badDays:
      "{{scenario}}: en nueve de cada diez días la espera media del día es de {{value}} min como mucho.",
    shorterDays:
      "{{scenario}}: la espera media es más corta que en {{baseline}} en {{shorter}} de {{total}} días (95 %: del {{low}} al {{high}} % de todos los días).",
    arrivalsKnown:
      "{{scenario}}: las estimaciones son para el número medio de vehículos, que se conoce: con él, la varianza de {{what}} es el {{share}} % de la que darían los días por sí solos.",
    daysShared:
      "{{scenario}}: con los mismos días y camiones, la varianza de la diferencia de {{what}} es el {{share}} % de la que tendría con días propios de cada escenario.",
    pairs:
      "{{scenario}}: con pares antitéticos, la varianza de {{what}} es el {{share}} % de lo que sería con otros tantos días independientes.",
    gridlock:
      "{{scenario}}: en {{done}} de {{total}} días hay lugares que se bloquean unos a otros para siempre, por primera vez el {{date}} a las {{time}}: {{waits}}. Nadie los pasa ya; dé espacio a uno de ellos o devuelva menos vehículos.",
    waitsFor: "{{place}} espera a {{waitsFor}}",
    notThrough:
      "{{scenario}}: {{share}} % de los vehículos no llegó al final ({{unfinished}} sin terminar, {{turnedAway}} rechazados, {{gaveUp}} desistieron). Las esperas cubren solo a los que llegaron a primaria y los tiempos de cruce solo a los que salieron; no son los de todos.",
  },
  files,
  theory,
  sweep,
  runaway,
  asked,
  calls,
  store,
  required,
  until,
  optimize,
  failed: "Cruce falló: {{reason}}",
};
