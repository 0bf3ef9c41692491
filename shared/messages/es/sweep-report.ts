/** Lo que dice el informe de un barrido, en español. */
export const sweepReport = {
  kicker: "Informe de un barrido",
  question: "¿Qué cambian estos ajustes de «{{scenario}}», y cuáles de sus valores son los mejores?",
  basis: "{{points}}: {{design}}; {{days}} en cada uno, con los mismos camiones.",
  unfinished: "Solo {{done}} de {{total}} puntos están terminados: lo que sigue se dice de estos.",
  path: "Ruta en el archivo",
  values: "Valores",
  range: "{{from}} a {{to}}",
  most: "{{figure}}: lo que más cuenta es {{setting}}. De {{from}} a {{to}} cambia en {{value}} {{unit}} (95 %: {{low}} a {{high}}).",
  size: "{{figure}}: lo que más cuenta es {{setting}}. De {{from}} a {{to}} cambia en promedio {{value}} {{unit}} en un sentido u otro (95 %: {{low}} a {{high}}).",
  close:
    "{{figure}}: ningún ajuste lo cambia con seguridad. Primero va {{setting}}, con {{value}} {{unit}} de {{from}} a {{to}} (95 %: {{low}} a {{high}}): demasiado parejo.",
  always:
    "{{figure}}: lo que más cuenta es {{setting}}. De {{from}} a {{to}} cambia en {{value}} {{unit}} todos los días.",
  sizeAlways:
    "{{figure}}: lo que más cuenta es {{setting}}. De {{from}} a {{to}} cambia en {{value}} {{unit}} en un sentido u otro, todos los días.",
  sizeOnce:
    "{{figure}}: primero va {{setting}}. De {{from}} a {{to}} cambia en promedio {{value}} {{unit}} en un sentido u otro; una sola trayectoria, o un solo día, no dice qué tan seguro es.",
  once: "{{figure}}: primero va {{setting}}, con {{value}} {{unit}} de {{from}} a {{to}} en el único día simulado; eso no dice nada de otros días.",
  alike:
    "{{figure}}: primero va {{setting}}, con {{value}} {{unit}} de {{from}} a {{to}} en los {{n}} días simulados; tan pocos no dicen nada de otros días.",
  few: "{{figure}}: primero va {{setting}}, con {{value}} {{unit}} de {{from}} a {{to}}; menos de {{vehicles}} vehículos no dicen qué tan seguro es.",
  untrusted:
    "{{figure}}: las rectas explican demasiado poco para decir qué cuenta más; vea los puntos mismos.",
  same: "{{figure}}: es igual en todos los puntos.",
  none: "{{figure}}: nada puede decirse de lo que hacen los ajustes.",
  best: "De {{total}} puntos, ninguno es mejor tanto en «{{x}}» como en «{{y}}» que: {{points}}.",
  effects: "Qué hace cada ajuste",
  effectsNote:
    "Barra: cambio sobre todos los valores del ajuste. Línea: intervalo del 95 %. Solo contorno: demasiado parejo.",
  frontier: "Qué cuesta y qué aporta",
  frontierNote:
    "Unidos: ningún otro los supera. Huecos: demasiado parejos para decidir. Tenues: superados. Líneas: intervalos del 95 %.",
  dashedNote: "Discontinuas: un extremo que pocos vehículos no dicen.",
  sureNote:
    "Certeza: en qué proporción de los días remuestreados ningún otro punto es tan bueno en ambas y mejor en una. Del 5 al 95 % está demasiado parejo. Los puntos superados no se muestran.",
  points: "Todos los puntos",
  pointsNote: "Cada cifra con su intervalo del 95 %.",
  columns: {
    setting: "Ajuste",
    range: "De → a",
    change: "Cambio (95 %)",
    size: "Tamaño medio μ* (95 %)",
    spread: "Dispersión σ",
    standardized: "Estandarizado (95 %)",
    point: "Punto",
    sure: "Certeza",
    reads: "Se lee",
  },
  standings: { on: "no superado", close: "demasiado parejo", off: "superado" },
} as const;
