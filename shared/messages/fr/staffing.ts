/** Pourquoi une question d’effectif n’a pas de plan, et à quelle distance du meilleur elle a commencé, en français ; pour la page et la ligne de commande. */
export const staffing = {
  refused: {
    days: "Le scénario compte {{days}} jours ; un plan en concerne un : donnez-lui days: 1.",
    closed: "Le port est fermé le {{date}}, le jour qui compte ; donnez au scénario un autre premier jour.",
    noPrimary: "Le scénario n’a pas d’inspection primaire pour laquelle planifier des agents.",
    pool: "Les agents du groupe {{pool}} tiennent aussi {{other}}, où des images sont lues et où personne n’attend dans une file à soi, si bien que rien ne peut y être promis ; planifiez {{other}} à part pour trouver des quarts aux autres.",
    unplanned:
      "Personne n’est planifié à {{post}}, qui est donc tenu tant que le port est ouvert, sans heures à épargner ; planifiez-le sous northbound.staffing.",
    boothsMove:
      "Des guérites changent de type de voie pendant l’ouverture, et les quarts se planifient pour des guérites qui gardent le leur ; annulez le changement de guérites FAST.",
  },
  impossible:
    "Aucun effectif ne tient la promesse : avec tous les postes au complet de l’ouverture à la fermeture, elle l’est {{kept}} jours sur {{days}}, et il en faut {{sure}}.",
  broken:
    "« {{promise}} » échoue : tous les postes au complet tiennent « {{kept}} » pendant {{sure}} des jours.",
  together: "Chaque promesse seule peut être tenue ; ensemble, elles ne le sont pas.",
  short:
    "{{post}} a du travail pour {{needed}} agents de {{from}} à {{until}} si personne ne doit attendre plus de {{limit}} ; {{booths}} peuvent y travailler.",
  rosterShort_one:
    "Aucun plan qui tienne la promesse avec cet effectif n’a été trouvé : {{needed}} agents par jour suffisent, {{count}} de plus qu’il n’y en a. Moins suffisent peut-être.",
  rosterShort_other:
    "Aucun plan qui tienne la promesse avec cet effectif n’a été trouvé : {{needed}} agents par jour suffisent, {{count}} de plus qu’il n’y en a. Moins suffisent peut-être.",
  lengthsShort_one:
    "Aucun plan qui tienne la promesse avec si peu d’agents pour les durées de quarts n’a été trouvé : sans ces limites, {{count}} agent par jour suffit.",
  lengthsShort_other:
    "Aucun plan qui tienne la promesse avec si peu d’agents pour les durées de quarts n’a été trouvé : sans ces limites, {{count}} agents par jour suffisent.",
  shiftsShort:
    "Tous les postes au complet tiennent la promesse, mais aucun plan de ces quarts, si nombreux que soient les agents : au moment qui compte, trop peu d’entre eux peuvent être à leur poste. Laissez les quarts commencer plus souvent, ou permettez d’autres durées ou d’autres heures de pause.",
  cover: {
    least:
      "La recherche a commencé par {{hours}} h de service, ce qui est, preuve à l’appui, le moins qui couvre ce que demande l’approximation des files.",
    within:
      "La recherche a commencé par {{hours}} h de service, au plus {{percent}} de plus que le moins qui couvre ce que demande l’approximation des files : il est prouvé qu’aucun ensemble de quarts de ces règles ne le fait avec moins de {{least}} h.",
    notPort:
      "Cela vaut pour l’approximation, non pour le port : les jours simulés ont ensuite mené à {{plan}} h de service, et un plan moins cher peut exister.",
  },
} as const;
