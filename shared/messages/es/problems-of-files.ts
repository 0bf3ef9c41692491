/** Lo que se dice de archivos y listas de llegadas que no se pueden leer. */
export const problemsOfFiles = {
  "CR-101": {
    expected: "un archivo",
    found: "nada en {{name}}",
    advice: "revise el nombre; se cuenta desde el archivo que lo menciona",
    advice_here: "revise el nombre; se cuenta desde la carpeta en que está",
  },
  "CR-102": {
    expected: "un archivo que se pueda leer",
    found: "{{name}}, que no se puede: {{reason}}",
    found_folder: "la carpeta {{name}}",
    found_notPlain: "{{name}}, que es una tubería o un dispositivo",
    advice: "revise que sea un archivo normal y que tenga permiso de leerlo",
  },
  "CR-103": {
    expected: "un máximo de {{most}} KB",
    found: "{{size}} KB",
    advice: "divida el archivo: ponga lo común en uno que los demás extiendan",
  },
  "CR-104": {
    expected: "texto en UTF-8",
    found: "bytes que no lo son",
    advice: "guarde el archivo como texto simple en UTF-8",
    expected_control: "texto que se pueda leer",
    found_control: "el carácter de control {{sign}}",
    advice_control: "quítelo: una terminal lo obedecería en vez de mostrarlo",
  },
  "CR-105": {
    expected: "YAML válido",
    found: "{{found}}",
    advice: "revise los signos alrededor de este lugar; un texto con : # u otros signos va entre comillas",
    advice_indent: "ponga las claves de un mismo nivel en la misma columna, con dos espacios por nivel",
    advice_tab: "use espacios para la sangría; YAML no admite tabuladores ahí",
    advice_colon: "una `clave: valor` por línea; ponga entre comillas un valor que lleve dos puntos",
  },
  "CR-106": {
    expected: "cada clave una sola vez",
    found: "{{key}} otra vez; ya está en la línea {{first}}",
    advice: "deje una de ellas",
  },
  "CR-107": {
    expected: "un corchete, llave o comilla de cierre",
    found: "un final sin él",
    advice: "cierre lo que se abrió aquí o más arriba",
    found_opening: "una apertura sin cierre",
    advice_opening: "cierre lo que se abre aquí",
  },
  "CR-108": {
    expected: "un escenario por archivo",
    found: "un segundo después de ---",
    advice: "páselo a un archivo propio",
  },
  "CR-109": {
    expected: "un máximo de {{most}} usos (*nombre) de valores marcados más arriba (&nombre)",
    found: "{{found}}, que no está marcado más arriba o es parte de sí mismo",
    found_more: "más",
    advice: "escriba el valor completo, o use `extends`",
  },
  "CR-110": {
    expected: "YAML 1.2 sencillo",
    found: "$t(terms.yaml.{{what}})",
    advice:
      "quite etiquetas (!), claves de fusión (<<) y directivas (%); para compartir valores use `extends`",
  },
  "CR-111": {
    expected: "un máximo de {{most}} niveles",
    found: "más",
    advice: "revise los corchetes; ningún escenario es tan profundo",
  },
  "CR-112": {
    expected: "un máximo de {{most}} valores",
    found: "más",
    advice: "ponga las listas largas de llegadas en un archivo CSV",
  },
  "CR-113": {
    expected: "una clave con nombre propio",
    found: "{{key}}",
    advice: "elija otro nombre; este está reservado",
  },
  "CR-114": {
    expected: "un escenario: claves con valores, primero `cruce: 1`",
    found: "$t(terms.type.{{type}})",
    advice: "parta de un escenario incluido",
  },
  "CR-115": {
    expected: "una palabra como clave",
    found: "$t(terms.yaml.{{what}})",
    advice: "escriba `clave: valor`",
  },
  "CR-116": {
    expected: "un archivo que se lea en {{seconds}} s",
    found: "uno que tarda más",
    advice: "hágalo más pequeño o más sencillo",
  },
  "CR-117": {
    expected: "un archivo con pocos errores",
    found: "{{count}} errores más, que no se muestran",
    advice: "corrija primero los de arriba",
  },
  "CR-118": {
    expected: "que el lector entendiera el archivo",
    found: "una falla del lector: {{reason}}",
    advice: "por favor repórtela con el archivo",
  },
  "CR-121": {
    expected: "el nombre de un escenario incluido",
    found: "{{name}}",
    advice: "un archivo enviado por la página solo extiende lo incluido: {{known}}",
    advice_guess: "¿quiso decir {{guess}}?",
  },
  "CR-122": {
    expected: "archivos que se extiendan en línea",
    found: "un círculo: {{circle}}",
    advice: "deje que uno de ellos no extienda a otro",
  },
  "CR-123": {
    expected: "un máximo de {{most}} archivos que se extienden uno a otro",
    found: "más",
    advice: "una algunos de ellos",
  },
  "CR-124": {
    expected: "llegadas dentro del escenario, o por tasas",
    found: "el archivo {{name}}",
    advice:
      "un escenario enviado por la página no lee archivos; use `timetable`, `rates` o `trucks`, o córralo desde la línea de comandos",
  },
  "CR-125": {
    expected: "un escenario",
    found: "una pregunta de personal (`{{key}}`)",
    advice: "hágala con `cruce optimize`, o nombre el escenario del que trata",
    found_sweep: "un barrido (`{{key}}`)",
    advice_sweep: "ejecútelo con `cruce sweep`, o nombre el escenario del que trata",
  },
  "CR-131": {
    expected: "algo que quitar",
    found: "null para {{key}}, que el archivo extendido no tiene",
    advice: "quite la línea",
    advice_guess: "¿quiso decir {{guess}}?",
  },
  "CR-132": {
    expected: "`before:` o `after:` en una etapa que se agrega",
    found: "ninguno en {{stage}}",
    advice: "diga dónde va, como `after: {{example}}`; las etapas son {{known}}",
  },
  "CR-133": {
    expected: "`before:` o `after:`",
    found: "ambos",
    advice: "deje uno",
  },
  "CR-134": {
    expected: "otra etapa de este puerto",
    found: "{{name}}",
    advice: "las etapas son {{known}}",
    advice_guess: "¿quiso decir {{guess}}?",
  },
  "CR-135": {
    expected: "etapas en el orden en que se pasan",
    found: "`{{key}}:` en un archivo que no extiende a otro",
    advice: "mueva la etapa a su lugar y quite esto",
  },
  "CR-136": {
    expected: "un lugar para {{stage}}",
    found: "etapas que esperan una el lugar de la otra",
    advice: "ponga una de ellas antes o después de una etapa del archivo extendido",
  },
  "CR-501": {
    expected: "una primera línea con los nombres de las columnas: time, y si acaso flow, fast y count",
    found: "{{found}}",
    advice: "agregue el encabezado, como time,flow,fast",
    advice_separator:
      'separe las columnas con comas: en una hoja de cálculo, guarde como "CSV (delimitado por comas)"',
  },
  "CR-502": {
    expected: "las columnas time, flow, fast y count, cada una a lo más una vez",
    found: "{{found}}",
    advice: "cambie el nombre de la columna o quítela",
  },
  "CR-503": {
    expected: "{{most}} valores",
    found: "{{found}}",
    advice: "revise las comas de esta línea; un valor con coma va entre comillas",
  },
  "CR-504": {
    expected: "una hora, como 2024-05-07T07:03:15 o 07:03:15",
    found: "{{found}}",
    found_empty: "una celda vacía",
    advice: "escriba fecha y hora, o la hora del día en una corrida de un día",
    advice_empty: "llénela, o quite la línea",
    advice_skipped: "ese momento no existe: los relojes se adelantaron",
  },
  "CR-505": {
    expected: "una de: {{known}}",
    found: "{{found}}",
    found_empty: "una celda vacía",
    advice: "revise la ortografía",
    advice_empty: "llénela, o quite la columna para decir laden",
    advice_guess: "¿quiso decir {{guess}}?",
  },
  "CR-506": {
    expected: "true o false (o 1, 0, yes, no)",
    found: "{{found}}",
    found_empty: "una celda vacía",
    advice: "escriba true para camiones con FAST",
    advice_empty: "llénela, o quite la columna para decir false",
  },
  "CR-507": {
    expected: "un número entero de 1 a {{most}}",
    found: "{{found}}",
    found_empty: "una celda vacía",
    advice: "escriba cuántos vehículos llegan juntos",
    advice_empty: "llénela, o quite la columna para decir 1",
  },
  "CR-508": {
    expected: "una hora dentro de la corrida, desde {{from}} y antes de {{to}}",
    found: "{{found}}",
    advice: "revise `from`, `warmUp` y `days` del escenario",
  },
  "CR-509": {
    expected: "al menos una llegada",
    found: "ninguna",
    advice: "agregue líneas debajo del encabezado",
  },
  "CR-510": {
    expected: "un máximo de {{most}} llegadas",
    found: "más",
    advice: "divida la lista entre varios escenarios",
  },
  "CR-511": {
    expected: "una comilla que cierre en su línea",
    found: "{{found}}",
    advice: "cierre la comilla; dentro de comillas, escriba dos veces una comilla",
  },
  "CR-512": {
    expected: "una lista de llegadas con pocos errores",
    found: "{{count}} errores más, que no se muestran",
    advice: "corrija primero los de arriba",
  },
  "CR-513": {
    expected: "un máximo de {{most}} MB de llegadas",
    found: "más",
    advice: "quite las columnas que dicen lo mismo en cada línea, o divida la lista entre varios escenarios",
  },
} as const;
