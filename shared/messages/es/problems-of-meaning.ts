/** Lo que se dice de valores que no van juntos, y las advertencias. */
export const problemsOfMeaning = {
  "CR-301": {
    expected: "exactamente uno de `trucks`, `rates` y `arrivals`",
    found: "{{found}}",
    found_none: "ninguno de ellos",
    advice: "deje el que dice quién llega; en un archivo que extiende a otro, quite el otro con null",
    advice_none: "diga quién llega, como `trucks: 8000 /day`",
  },
  "CR-302": {
    expected: "proporciones que sumen 100 %",
    found: "{{sum}} %",
    advice: "agregue lo que falta: {{rest}} %",
    advice_over: "quite lo que sobra: {{rest}} %",
  },
  "CR-303": {
    expected: "llegadas dentro del horario, {{hours}}",
    found: "{{share}} de {{from}} a {{to}}, con el puerto cerrado",
    advice: "pase esta parte al horario, o abra el puerto",
    expected_closed: "ningún vehículo el {{date}}, cuando el puerto está cerrado",
    found_closed: "vehículos según esta regla",
    advice_closed:
      'deje ese día sin vehículos: peso 0 en `weekdays`, o "{{date}}": {} bajo `days:` aquí; o abra el puerto',
  },
  "CR-304": {
    expected: "`{{key}}` con {{needs}}",
    found: "`{{key}}` junto a {{beside}}",
    advice: "quítelo: una lista de llegadas se toma como está",
    advice_rates: "quítelo: las tasas por hora llevan su propia forma",
  },
  "CR-305": {
    expected: "`until` después de `from`, con `every`",
    found: "{{found}}",
    advice: "dé `until` y `every`, o ninguno para una sola llegada",
  },
  "CR-306": {
    expected: "un peso mayor que 0",
    found: "0 en todos",
    advice: "dé peso al menos a uno; solo cuentan sus proporciones",
    advice_day: "dé peso a {{day}}: `trucks` se refiere a ese período",
  },
  "CR-310": {
    expected: "una etapa de este puerto: {{known}}",
    found: "{{name}}",
    advice: "revise el nombre",
    advice_guess: "¿quiso decir {{guess}}?",
  },
  "CR-311": {
    expected: "un puesto de este puerto: {{known}}",
    found: "{{name}}",
    advice: "revise el nombre",
    advice_guess: "¿quiso decir {{guess}}?",
    advice_parts: "dígalo para cada uno: {{example}}",
  },
  "CR-312": {
    expected: "un máximo de {{most}}, lo que tiene {{post}}",
    found: "{{found}} oficiales",
    advice: "redúzcalo, o construya más ahí",
  },
  "CR-313": {
    expected: "oficiales para {{post}}, con lugar para {{places}}",
    found: "ninguno a ninguna hora",
    advice:
      "asígnele personal, quite sus lugares, o quite {{stage}} de `staffing` para que esté atendido todo el día",
  },
  "CR-314": {
    expected: "cada puesto planeado una vez",
    found: "{{post}} en los grupos {{where}} y {{other}}",
    advice: "deje uno de ellos",
    found_alone: "{{post}} en el grupo {{other}} y por sí solo, donde no contaría",
  },
  "CR-315": {
    expected: "cada día de la semana en un solo grupo de días",
    found: "{{day}} en {{first}} y en {{second}}",
    advice: "acorte uno de ellos, o nombre {{day}} por separado, que tiene prioridad",
  },
  "CR-316": {
    expected: "descansos dentro del turno, {{shift}}",
    found: "un descanso {{found}}",
    advice: "mueva o acorte el descanso",
  },
  "CR-317": {
    expected: "un máximo de {{most}} oficiales en descanso a la vez",
    found: "{{found}} a las {{at}}",
    advice: "mueva uno de los descansos, o que descansen menos a la vez",
  },
  "CR-318": {
    expected: "puestos mínimos que el grupo pueda atender, {{most}} oficiales cuando más",
    found: "{{found}} en total",
    advice: "baje el mínimo, o agregue oficiales",
  },
  "CR-319": {
    expected: "una zona horaria, como America/Chicago",
    found: "{{name}}",
    advice: "use un nombre de la lista de zonas horarias IANA",
  },
  "CR-320": {
    expected: "una caseta que reciba {{class}}",
    found: "ninguna entre {{booths}}",
    advice: "agregue casetas para ellos, o compartidas, o vea `fastUsesGeneral`",
    advice_general: "agregue casetas generales o compartidas",
  },
  "CR-321": {
    expected: "un tiempo de servicio para {{class}}",
    found: "solo {{known}}",
    advice: "agregue {{class}}, o `all` para los demás",
  },
  "CR-322": {
    expected: "la revisión {{exam}}, que {{by}} pide",
    found: "que {{stage}} no la tiene",
    advice: "agréguela en `exams`, o quite el motivo",
    advice_nii: "agréguela en `exams`, agregue una etapa nii después de primary, o quite el motivo",
  },
  "CR-323": {
    expected: "{{stage}} $t(terms.side.{{relation}}) {{other}}",
    found: "que está en otro lugar",
    found_missing: "que no hay etapa de tipo {{other}}",
    advice: "mueva la etapa a su lugar en el orden de paso",
    advice_missing: "agréguela, o quite {{stage}}",
  },
  "CR-324": {
    expected: "una sola etapa de tipo {{kind}}",
    found: "otra, {{stage}}",
    advice: "deje una; sus casetas pueden ser muchas",
  },
  "CR-325": {
    expected: "menos de {{most}}",
    found: "{{found}}",
    advice: "$t(terms.why.{{why}})",
  },
  "CR-326": {
    expected: "una etapa después de primary que reciba a los enviados a segunda revisión",
    found: "ninguna",
    advice: "agregue secondary (o nii, para escaneos), o quite `referral`",
  },
  "CR-327": {
    expected: "al menos una caseta",
    found: "ninguna",
    advice: "agregue casetas fast, general o shared",
  },
  "CR-328": {
    expected: "`{{needed}}` junto a `{{key}}`",
    found: "que falta `{{needed}}`",
    advice: "agréguelo: $t(terms.why.{{why}})",
  },
  "CR-330": {
    expected: "un máximo de {{most}} vehículos en una corrida",
    found: "unos {{found}}",
    advice: "acorte la corrida (`days`, `warmUp`) o baje la demanda",
  },
  "CR-331": {
    expected: "un máximo de {{most}} vehículos en un cuarto de hora",
    found: "unos {{found}}",
    advice: "baje la demanda o repártala en más horas",
  },
  "CR-332": {
    expected: "un máximo de {{most}} carriles, casetas y otros lugares en total",
    found: "{{found}}",
    advice: "baje los números más grandes",
  },
  "CR-333": {
    expected: "vehículos que puedan salir de {{stage}}",
    found: "que ninguno llega a `exit`",
    advice: "envíe una parte a otra etapa o a `exit`",
  },
  "CR-340": {
    expected: "un día de la corrida, de 1 a {{most}}",
    found: "{{found}}",
    advice: "elija un día de la corrida, o alárguela",
  },
  "CR-341": {
    expected: "un máximo de {{most}}, todo lo que tiene {{what}}",
    found: "{{found}}",
    advice: "redúzcalo",
  },
  "CR-342": {
    expected: "{{needed}}",
    found: "un escenario sin eso",
    advice: "este cambio lo necesita; agréguelo o quite el cambio",
  },
  "CR-343": {
    expected: "demanda por `trucks` o `rates`",
    found: "una lista de llegadas",
    advice: "quite el cambio: una lista de llegadas se toma como está",
  },
  "CR-401": {
    expected:
      "{{needed}} horas-caseta para $t(terms.class.{{class}}) desde las {{from}} ({{day}}), según su número y sus tiempos de servicio",
    found: "{{staffed}} con personal que pueden atenderlos",
    advice:
      "el resto se atiende después del cierre o espera; agregue oficiales ahí, o revise la demanda y los tiempos de servicio",
    advice_whole:
      "todo {{stage}} se queda corto; el resto se atiende después del cierre o espera: agregue oficiales, o revise la demanda y los tiempos de servicio",
  },
  "CR-402": {
    expected:
      "{{needed}} horas de servicio en {{stage}} desde las {{from}} ({{day}}), según el número y los tiempos de servicio",
    found: "{{staffed}} con personal",
    advice:
      "ahí crecerá una fila; agregue lugares u oficiales, o revise la demanda y los tiempos de servicio",
  },
  "CR-403": {
    expected: "horas del día entre comillas",
    found: "{{found}}",
    found_several: "{{found}} y {{count}} más",
    advice: 'escriba "{{guess}}": otros programas leen una hora así como un número',
  },
  "CR-404": {
    expected: "algo sobre lo que `{{key}}` pueda actuar",
    found: "{{found}}",
    advice: "no tiene efecto; quítelo, o revise los nombres",
  },
  "CR-405": {
    expected: "vehículos en un día de la corrida",
    found: "ninguno en ningún día",
    advice: "una corrida no dirá nada; revise `from` y `days`, los horarios y lo que multiplica la demanda",
  },
} as const;
