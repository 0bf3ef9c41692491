/** Ce qui est dit des simulations gardées, en français ; pour la ligne de commande. */
import type { CliTexts } from "../en/cli.ts";

export const store: CliTexts["store"] = {
  taken_one: "{{count}} simulation sur {{total}} a été reprise de la réserve.",
  taken_other: "{{count}} simulations sur {{total}} ont été reprises de la réserve.",
  takenSoFar: "{{taken}} simulations de la réserve",
  refused: {
    damaged:
      "{{file}} est endommagé ({{reason}}) et reste tel quel : déplacez-le, nommez un autre dossier par CRUCE_DATA ou dites --no-store.",
    foreign:
      "{{file}} n’est pas une réserve de simulations ({{reason}}) et reste tel quel : déplacez-le, nommez un autre dossier par CRUCE_DATA ou dites --no-store.",
    newer:
      "{{file}} a été écrit par une version plus récente de cruce et reste tel quel : utilisez cette version, nommez un autre dossier par CRUCE_DATA ou dites --no-store.",
  },
  failed:
    "Les simulations ne peuvent pas être gardées dans {{file}} : {{reason}}. Elles sont faites et montrées, mais pas gardées ; nommez un autre dossier par CRUCE_DATA ou dites --no-store.",
  reasons: {
    full: "le disque est plein, ou la réserve contient autant qu’elle peut ({{most}} Go ; cruce store --clear la vide)",
    notAllowed: "il n’est pas permis d’y écrire",
    noFolder: "ce n’est pas un dossier, et aucun ne peut y être créé",
    busy: "un autre processus l’a tenue occupée pendant 5 s",
    other: "{{reason}}",
  },
  unreadable:
    "{{file}} est endommagé ({{reason}}) : ce qui n’a pas pu être lu a été simulé à nouveau, et rien de plus n’est gardé ; déplacez-le ou dites --no-store.",
  unusable: "{{file}} ne peut pas être lu : {{reason}}.",
  uncleared: "Rien n’a été retiré de {{file}} : {{reason}}.",
  unshrunk:
    "{{file}} est aussi grand qu’avant : {{reason}}. Les simulations suivantes prennent la place libérée ; videz-le encore pour le réduire.",
  none: "Rien n’est encore gardé ; ce sera dans {{file}}.",
  holds_one: "{{file}} contient {{count}} simulation, {{size}} Mo.",
  holds_other: "{{file}} contient {{count}} simulations, {{size}} Mo.",
  earlier_one: "{{count}} autre vient d’une version antérieure du modèle, que plus personne ne demande.",
  earlier_other: "{{count}} autres viennent de versions antérieures du modèle, que plus personne ne demande.",
  cleared_one: "{{count}} simulation supprimée.",
  cleared_other: "{{count}} simulations supprimées.",
};
