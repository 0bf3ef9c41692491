/** Por qué una pregunta de personal no tiene plan, y qué tan cerca de lo mejor está aquello con que empezó, en español; para la página y la línea de órdenes. */
export const staffing = {
  refused: {
    days: "El escenario cuenta {{days}} días; un plan es para uno: póngale days: 1.",
    closed: "El puerto está cerrado el {{date}}, el día que cuenta; dé al escenario otro primer día.",
    noPrimary: "El escenario no tiene inspección primaria para la cual planear oficiales.",
    pool: "Los oficiales del grupo {{pool}} atienden también {{other}}, donde se leen imágenes y nadie espera en una fila propia, así que nada se puede prometer de allí; planee {{other}} por separado para hallar turnos para los demás.",
    unplanned:
      "Nadie está planeado en {{post}}, así que se atiende mientras el puerto está abierto y no hay horas que ahorrar; planéelo en northbound.staffing.",
    boothsMove:
      "Hay casetas que cambian de tipo de carril mientras el puerto está abierto, y los turnos se planean para casetas que conservan el suyo; deshaga el cambio de casetas FAST.",
  },
  impossible:
    "Ninguna dotación cumple la promesa: con todos los puestos completos de apertura a cierre se cumple en {{kept}} de {{days}} días, y se pide el {{sure}} de ellos.",
  broken:
    "«{{promise}}» falla: con todos los puestos completos se cumple «{{kept}}» en el {{sure}} de los días.",
  together: "Cada promesa por sí sola puede cumplirse; juntas, no.",
  short:
    "{{post}} tiene trabajo para {{needed}} oficiales de {{from}} a {{until}} si nadie ha de esperar más de {{limit}}; allí pueden trabajar {{booths}}.",
  rosterShort_one:
    "No se encontró ningún plan que cumpla la promesa con esta plantilla: bastan {{needed}} oficiales al día, {{count}} más de los que hay. Quizá basten menos.",
  rosterShort_other:
    "No se encontró ningún plan que cumpla la promesa con esta plantilla: bastan {{needed}} oficiales al día, {{count}} más de los que hay. Quizá basten menos.",
  lengthsShort_one:
    "No se encontró ningún plan que cumpla la promesa con tan pocos oficiales para las duraciones de los turnos: sin estos límites basta {{count}} oficial al día.",
  lengthsShort_other:
    "No se encontró ningún plan que cumpla la promesa con tan pocos oficiales para las duraciones de los turnos: sin estos límites bastan {{count}} oficiales al día.",
  shiftsShort:
    "Con todos los puestos completos se cumple la promesa, pero con ningún plan de estos turnos, por muchos oficiales que haya: cuando importa, muy pocos pueden estar en sus puestos. Deje que los turnos empiecen más a menudo, o permita otras duraciones u otras horas de descanso.",
  cover: {
    least:
      "La búsqueda empezó con {{hours}} h de servicio, que son, demostradamente, las menos que cubren lo que pide la aproximación de colas.",
    within:
      "La búsqueda empezó con {{hours}} h de servicio, a lo más {{percent}} por encima de las menos que cubren lo que pide la aproximación de colas: está demostrado que ningún conjunto de turnos de estas reglas lo hace con menos de {{least}} h.",
    notPort:
      "Eso vale para la aproximación, no para el puerto: los días simulados llevaron luego a {{plan}} h de servicio, y puede haber un plan más barato.",
  },
} as const;
