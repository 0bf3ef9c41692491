/** Lo que se dice de los puntos de un barrido, en español; para la línea de comandos y la página. */
export const swept = {
  fewerDiffer_one:
    "De {{asked}} puntos {{count}} es distinto, y se ejecuta una vez: los números enteros y las listas no tienen valores intermedios.",
  fewerDiffer_other:
    "De {{asked}} puntos {{count}} son distintos, y cada uno se ejecuta una vez: los números enteros y las listas no tienen valores intermedios.",
} as const;
