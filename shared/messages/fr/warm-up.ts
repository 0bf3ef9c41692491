/** Ce qui est dit du début d’une simulation et de ses courbes, en français ; pour la ligne de commande, les rapports et la page. */
import type { WarmUpTexts } from "../warm-up-texts.ts";

export const warmUp: WarmUpTexts = {
  nothing:
    "{{scenario}} : rien des jours comptés n’est à laisser de côté (MSER-5 sur la file, simulations : {{count}}).",
  leaveOut:
    "{{scenario}} : laissez de côté les {{hours}} premières h des jours comptés, pour quoi `warmUp` peut être plus long (MSER-5 sur la file, simulations : {{count}}).",
  unsettled:
    "{{scenario}} : la file ne s’est pas stabilisée au milieu des jours comptés, si bien que MSER-5 ne peut dire quoi laisser de côté : comptez plus de jours.",
  batches:
    "{{scenario}} : ensuite, la file moyenne de cette simulation est de {{mean}} par {{batches}} lots de {{size}} h, qui savent peu les uns des autres (décalage 1 : {{lag1}}).",
  batchesTooShort:
    "{{scenario}} : ensuite, la file moyenne de cette simulation est de {{mean}} par {{batches}} lots de {{size}} h, mais chacun tient du précédent (décalage 1 : {{lag1}}) et l’intervalle est trop court : comptez plus de jours.",
  title: "Le début de la simulation",
  picture: "File, et l’incertitude de sa moyenne selon ce qui est laissé de côté",
  about:
    "En haut : la file moyenne de chaque période de {{minutes}} minutes, de la simulation ou de la médiane de plusieurs. En bas : l’incertitude de la moyenne du reste, selon ce qui est laissé de côté ; MSER-5 coupe là où elle est la plus petite, si c’est dans la première moitié.",
  aboutMean: "En tirets : la moyenne du reste par lots, avec son intervalle.",
  queue: "File, véhicules",
  error: "Erreur type de la moyenne, véhicules",
  cut: "coupure après {{hours}} h",
  cutNothing: "rien à couper",
  late: "trop tard pour couper",
  hours: "Laissé de côté, h",
  batchQueue: "File ensuite, moyenne de {{minutes}} min",
};
