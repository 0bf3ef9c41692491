/** Ce qui est dit des fichiers et des listes d’arrivées illisibles. */
export const problemsOfFiles = {
  "CR-101": {
    expected: "un fichier",
    found: "rien à {{name}}",
    advice: "vérifiez le nom ; il part du fichier qui le mentionne",
    advice_here: "vérifiez le nom ; il se compte à partir du dossier où vous êtes",
  },
  "CR-102": {
    expected: "un fichier lisible",
    found: "{{name}}, qui ne l’est pas : {{reason}}",
    found_folder: "le dossier {{name}}",
    found_notPlain: "{{name}}, qui est un tube ou un périphérique",
    advice: "vérifiez que c’est un fichier ordinaire et que vous pouvez le lire",
  },
  "CR-103": {
    expected: "au plus {{most}} Ko",
    found: "{{size}} Ko",
    advice: "divisez le fichier : mettez ce qui est commun dans un fichier que d’autres prolongent",
  },
  "CR-104": {
    expected: "du texte en UTF-8",
    found: "des octets qui n’en sont pas",
    advice: "enregistrez le fichier comme texte brut en UTF-8",
    expected_control: "un texte lisible",
    found_control: "le caractère de contrôle {{sign}}",
    advice_control: "retirez-le : un terminal lui obéirait au lieu de l’afficher",
  },
  "CR-105": {
    expected: "du YAML valide",
    found: "{{found}}",
    advice:
      "vérifiez les signes près d’ici ; un texte avec : # ou d’autres signes se met entre guillemets droits",
    advice_indent: "mettez les clés d’un même niveau dans la même colonne, deux espaces par niveau",
    advice_tab: "mettez des espaces en retrait ; YAML n’y permet pas de tabulation",
    advice_colon:
      "une `clé: valeur` par ligne ; mettez entre guillemets droits une valeur qui contient un deux-points",
  },
  "CR-106": {
    expected: "chaque clé une seule fois",
    found: "{{key}} de nouveau ; elle est déjà à la ligne {{first}}",
    advice: "gardez l’une des deux",
  },
  "CR-107": {
    expected: "un crochet, une accolade ou un guillemet fermant",
    found: "une fin sans lui",
    advice: "fermez ce qui a été ouvert ici ou plus haut",
    found_opening: "une ouverture jamais fermée",
    advice_opening: "fermez ce qui s’ouvre ici",
  },
  "CR-108": {
    expected: "un scénario par fichier",
    found: "un deuxième après ---",
    advice: "mettez-le dans son propre fichier",
  },
  "CR-109": {
    expected: "au plus {{most}} emplois (*nom) de valeurs marquées plus haut (&nom)",
    found: "{{found}}, qui n’est pas marqué plus haut ou fait partie de lui-même",
    found_more: "davantage",
    advice: "écrivez la valeur au long, ou employez `extends`",
  },
  "CR-110": {
    expected: "du YAML 1.2 simple",
    found: "$t(terms.yaml.{{what}})",
    advice:
      "retirez étiquettes (!), clés de fusion (<<) et directives (%) ; pour partager des valeurs, employez `extends`",
  },
  "CR-111": {
    expected: "au plus {{most}} niveaux",
    found: "davantage",
    advice: "vérifiez les crochets ; aucun scénario n’est aussi profond",
  },
  "CR-112": {
    expected: "au plus {{most}} valeurs",
    found: "davantage",
    advice: "mettez les longues listes d’arrivées dans un fichier CSV",
  },
  "CR-113": {
    expected: "une clé avec un nom à elle",
    found: "{{key}}",
    advice: "choisissez un autre nom ; celui-ci est réservé",
  },
  "CR-114": {
    expected: "un scénario : des clés avec leurs valeurs, `cruce: 1` d’abord",
    found: "$t(terms.type.{{type}})",
    advice: "partez d’un scénario fourni",
  },
  "CR-115": {
    expected: "un mot comme clé",
    found: "$t(terms.yaml.{{what}})",
    advice: "écrivez `clé: valeur`",
  },
  "CR-116": {
    expected: "un fichier lu en moins de {{seconds}} s",
    found: "un fichier plus lent à lire",
    advice: "rendez-le plus petit ou plus simple",
  },
  "CR-117": {
    expected: "un fichier avec peu d’erreurs",
    found: "{{count}} autres erreurs, non affichées",
    advice: "corrigez d’abord celles qui précèdent",
  },
  "CR-118": {
    expected: "un fichier que le lecteur comprend",
    found: "une défaillance du lecteur : {{reason}}",
    advice: "veuillez la signaler avec le fichier",
  },
  "CR-121": {
    expected: "le nom d’un scénario fourni",
    found: "{{name}}",
    advice: "un fichier envoyé par la page ne prolonge que ce qui est fourni : {{known}}",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-122": {
    expected: "des fichiers qui se prolongent en ligne",
    found: "un cercle : {{circle}}",
    advice: "faites qu’un d’eux n’en prolonge aucun",
  },
  "CR-123": {
    expected: "au plus {{most}} fichiers qui se prolongent",
    found: "davantage",
    advice: "réunissez-en quelques-uns",
  },
  "CR-124": {
    expected: "des arrivées dans le scénario, ou par débits",
    found: "le fichier {{name}}",
    advice:
      "un scénario envoyé par la page ne lit aucun fichier ; employez `timetable`, `rates` ou `trucks`, ou lancez-le en ligne de commande",
  },
  "CR-125": {
    expected: "un scénario",
    found: "une question d’effectif (`{{key}}`)",
    advice: "posez-la avec `cruce optimize`, ou nommez le scénario dont elle parle",
    found_sweep: "un balayage (`{{key}}`)",
    advice_sweep: "exécutez-le avec `cruce sweep`, ou nommez le scénario dont il parle",
    expected_toSweep: "un scénario ou un balayage",
    expected_toOptimize: "un scénario ou une question d’effectif",
    found_toOptimize: "un balayage (`{{key}}`)",
    advice_toOptimize: "exécutez-le avec `cruce sweep`, ou nommez le scénario dont il parle",
  },
  "CR-131": {
    expected: "quelque chose à retirer",
    found: "null pour {{key}}, que le fichier prolongé n’a pas",
    advice: "enlevez la ligne",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-132": {
    expected: "`before:` ou `after:` dans une étape ajoutée",
    found: "ni l’un ni l’autre dans {{stage}}",
    advice: "dites où elle se place, comme `after: {{example}}` ; les étapes sont {{known}}",
  },
  "CR-133": {
    expected: "`before:` ou `after:`",
    found: "les deux",
    advice: "gardez-en un",
  },
  "CR-134": {
    expected: "une autre étape de ce poste frontalier",
    found: "{{name}}",
    advice: "les étapes sont {{known}}",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-135": {
    expected: "des étapes dans l’ordre du passage",
    found: "`{{key}}:` dans un fichier qui n’en prolonge aucun",
    advice: "mettez l’étape à sa place et retirez ceci",
  },
  "CR-136": {
    expected: "une place pour {{stage}}",
    found: "des étapes qui attendent la place l’une de l’autre",
    advice: "placez l’une d’elles avant ou après une étape du fichier prolongé",
  },
  "CR-501": {
    expected: "une première ligne qui nomme les colonnes : time, et au besoin flow, fast et count",
    found: "{{found}}",
    advice: "ajoutez l’en-tête, comme time,flow,fast",
    advice_separator:
      "séparez les colonnes par des virgules : dans un tableur, enregistrez en « CSV (séparateur : virgule) »",
  },
  "CR-502": {
    expected: "les colonnes time, flow, fast et count, chacune au plus une fois",
    found: "{{found}}",
    advice: "renommez ou retirez la colonne",
  },
  "CR-503": {
    expected: "{{most}} valeurs",
    found: "{{found}}",
    advice: "vérifiez les virgules de cette ligne ; une valeur avec virgule se met entre guillemets droits",
  },
  "CR-504": {
    expected: "une heure, comme 2024-05-07T07:03:15 ou 07:03:15",
    found: "{{found}}",
    found_empty: "une cellule vide",
    advice: "écrivez la date et l’heure, ou l’heure du jour pour une simulation d’un jour",
    advice_empty: "remplissez-la, ou retirez la ligne",
    advice_skipped: "ce moment n’existe pas : les horloges ont été avancées",
  },
  "CR-505": {
    expected: "l’un de : {{known}}",
    found: "{{found}}",
    found_empty: "une cellule vide",
    advice: "vérifiez l’orthographe",
    advice_empty: "remplissez-la, ou retirez la colonne pour dire laden",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-506": {
    expected: "true ou false (ou 1, 0, yes, no)",
    found: "{{found}}",
    found_empty: "une cellule vide",
    advice: "écrivez true pour les camions EXPRES (FAST)",
    advice_empty: "remplissez-la, ou retirez la colonne pour dire false",
  },
  "CR-507": {
    expected: "un nombre entier de 1 à {{most}}",
    found: "{{found}}",
    found_empty: "une cellule vide",
    advice: "écrivez combien de véhicules arrivent ensemble",
    advice_empty: "remplissez-la, ou retirez la colonne pour dire 1",
  },
  "CR-508": {
    expected: "un moment de la simulation, à partir de {{from}} et avant {{to}}",
    found: "{{found}}",
    advice: "vérifiez `from`, `warmUp` et `days` du scénario",
  },
  "CR-509": {
    expected: "au moins une arrivée",
    found: "aucune",
    advice: "ajoutez des lignes sous l’en-tête",
  },
  "CR-510": {
    expected: "au plus {{most}} arrivées",
    found: "davantage",
    advice: "répartissez la liste sur plusieurs scénarios",
  },
  "CR-511": {
    expected: "un guillemet qui se ferme sur sa ligne",
    found: "{{found}}",
    advice: "fermez le guillemet ; doublez un guillemet à l’intérieur",
  },
  "CR-512": {
    expected: "une liste d’arrivées avec peu d’erreurs",
    found: "{{count}} autres erreurs, non affichées",
    advice: "corrigez d’abord celles qui précèdent",
  },
  "CR-513": {
    expected: "au plus {{most}} Mo d’arrivées",
    found: "davantage",
    advice:
      "retirez les colonnes qui disent la même chose à chaque ligne, ou répartissez la liste sur plusieurs scénarios",
  },
} as const;
