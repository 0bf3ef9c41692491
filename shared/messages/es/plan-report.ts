/** Lo que dice el informe de un plan de personal, en español. */
export const planReport = {
  kicker: "Informe de un plan de personal",
  question:
    "¿Qué turnos cumplen {{promises}} en el {{sure}} de los días, con las menos horas en los puestos?",
  title: "El plan",
  shifts: "Turnos del {{date}}",
  bars: "Oficiales en los puestos",
  barsNote: "Barras: plan. Línea: el archivo. Discontinua: los lugares que hay.",
  hours: "Según la hora del día; entre paréntesis lo que tiene el archivo",
  hoursAndWorth:
    "Según la hora del día; entre paréntesis lo que tiene el archivo, y lo que ahorra un oficial más",
  kept: "Qué se cumple",
  keptNote: "Las tres dotaciones en los mismos días y camiones, con intervalos del 95 %",
  worth: "Cuánto vale el siguiente oficial: {{post}}",
  worthNote:
    "Horas de camión que ahorra uno más en cada hora del día. Líneas: intervalos del 95 %. Solo contorno: demasiado parejo.",
} as const;
