/** Lo que se dice de las preguntas de personal que no se pueden hacer. Véase problems.ts. */
export const problemsOfStaffing = {
  "CR-701": {
    expected: "lo que se promete de un día, como `95 % of fast under 20 min` o `all under 60 min`",
    found: "{{found}}",
    advice: "diga la parte, de quiénes y la espera que no superan",
    advice_unit: "dé a la espera su unidad: s, min o h",
    advice_class: "nombre una de las clases {{known}}",
    advice_stage: "prometa algo de todos allí: las esperas en otros puestos no se distinguen por clase",
    advice_guess: "¿quiso decir {{guess}}?",
    found_none: "nada",
    advice_none: "dígalo como `promise` en el archivo, o con --promise",
  },
  "CR-702": {
    expected:
      "duraciones de turnos, cada una una vez: `8 h, 6 h`, o `20 of 8 h, 4 of 6 h` donde los oficiales son limitados",
    found: "{{found}}",
    advice: "escriba duraciones con comas entre ellas",
  },
  "CR-703": {
    expected: "un descanso y las horas del turno entre las que está: `30 min between 3 h and 5 h`",
    found: "{{found}}",
    advice: "diga cuánto dura, desde cuándo y hasta cuándo del turno; el descanso debe caber entre ambas",
  },
  "CR-704": {
    expected: "una promesa sobre vehículos que llegan",
    found: "`{{found}}`, de quienes no llega nadie",
    advice: "prometa algo de otra clase, o de todos",
  },
  "CR-705": {
    expected: "turnos que caben en el horario de {{from}} a {{to}}",
    found: "{{found}}",
    advice: "tome turnos más cortos",
  },
  "CR-706": {
    expected: "turnos, inicios, descansos y horario con un paso común de al menos {{least}}",
    found: "{{written}}, cuyo paso común más largo es {{found}}",
    advice: "elija tiempos que sean múltiplos de un paso, como 15 min",
  },
  "CR-707": {
    expected:
      "una promesa sobre esperas para la primaria, o en un puesto que también atienden los oficiales planeados: {{known}}",
    expected_alone:
      "una promesa sobre esperas para la primaria: ningún grupo de oficiales atiende la primaria y otro puesto",
    found: "una sobre esperas en {{found}}",
    advice: "nombre uno de estos puestos, u omita la promesa",
    advice_alone: "quite de la promesa `at` y el puesto",
  },
  "CR-708": {
    expected: "una promesa también sobre esperas en {{post}}, que atienden los oficiales del grupo {{pool}}",
    expected_primary: "una promesa sobre esperas para la primaria",
    found: "ninguna",
    advice: "prometa algo también allí, como `95 % of all at {{post}} under 30 min`",
    advice_primary: "prometa algo de los vehículos que llegan, como `95 % of all under 60 min`",
  },
  "CR-709": {
    expected: "un descanso que deje tiempo en el puesto en el turno más largo, {{longest}}",
    found: "`{{found}}`",
    advice: "que sea más corto y acabe antes que ese turno, o tome turnos más largos",
  },
} as const;
