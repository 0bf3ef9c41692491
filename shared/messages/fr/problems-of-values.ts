/** Ce qui est dit des valeurs prises une à une. */
export const problemsOfValues = {
  "CR-201": {
    expected: "l'une de : {{known}}",
    found: "la clé inconnue {{key}}",
    advice: "vérifiez l'orthographe, ou retirez-la",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-202": {
    expected: "la clé {{key}}",
    found: "son absence",
    advice: "ajoutez-la",
    advice_about: "ajoutez-la",
  },
  "CR-203": {
    expected: "$t(terms.type.{{type}})",
    found: "{{found}}, $t(terms.type.{{foundType}})",
    advice: "écrivez-le comme dans {{example}}",
    advice_plain: "voyez la référence de cette clé",
    advice_text: 'mettez-le entre guillemets droits : "{{example}}"',
    advice_quoted: "retirez les guillemets : {{example}}",
  },
  "CR-204": {
    expected: "l'un de : {{known}}",
    found: "{{found}}",
    advice: "choisissez-en un",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-205": {
    expected: "$t(terms.dimension.{{dimension}}), comme {{example}}",
    found: "{{found}}",
    advice: "écrivez un nombre et l'une de ces unités : {{units}}",
    advice_guess: "vouliez-vous dire {{guess}} ?",
    advice_negative: "la valeur ne peut être négative",
  },
  "CR-206": {
    expected: "$t(terms.dimension.{{dimension}}), comme {{example}}",
    found: "{{found}} sans unité",
    advice: "ajoutez l'unité : {{guess}}, ou une autre de {{units}}",
    advice_money: "écrivez {{guess}}",
  },
  "CR-207": {
    expected: "$t(terms.dimension.{{dimension}}), comme {{example}}",
    found: "{{found}}, $t(terms.dimension.{{foundDimension}})",
    advice: "employez l'une de ces unités : {{units}}",
  },
  "CR-208": {
    expected: "de {{low}} à {{high}}",
    expected_least: "au moins {{low}}",
    expected_most: "au plus {{high}}",
    found: "{{found}}",
    advice: "choisissez une valeur dans ces limites",
  },
  "CR-209": {
    expected: "une part en pour cent, comme {{example}}",
    found: "{{found}} sans le signe de pour cent",
    advice: "écrivez {{guess}}",
    advice_fraction: "écrivez {{guess}} si c'est la part voulue",
  },
  "CR-210": {
    expected: "un point décimal et rien entre les milliers",
    found: "{{found}}",
    advice: "écrivez {{guess}}",
  },
  "CR-211": {
    expected: 'une heure du jour, comme "07:00", jusqu\'à "24:00"',
    found: "{{found}}",
    advice: 'écrivez heures et minutes sur deux chiffres, entre guillemets droits : "HH:MM"',
    advice_guess: 'écrivez "{{guess}}", entre guillemets droits',
  },
  "CR-212": {
    expected: 'des heures d\'ouverture, comme "07:00-24:00", ou closed',
    found: "{{found}}",
    advice: 'écrivez "HH:MM-HH:MM", la fin après le début, dans une même journée',
    advice_guess: 'écrivez "{{guess}}"',
  },
  "CR-213": {
    expected: 'une date, comme "2024-05-07"',
    found: "{{found}}",
    advice: 'écrivez "AAAA-MM-JJ", un jour qui existe',
  },
  "CR-214": {
    expected: "un temps de service, comme {{example}}",
    found: "{{found}}",
    advice: "écrivez une durée ou l'un de : {{forms}}",
    advice_cv: "le coefficient de variation va de 0.01 à 5",
    advice_order: "la plus petite durée d'abord, le mode entre les deux",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-215": {
    expected: "une valeur",
    found: "rien après {{key}}",
    advice:
      "donnez une valeur ou retirez la ligne ; `null` ne retire quelque chose que dans un fichier qui en prolonge un autre",
  },
  "CR-216": {
    expected: "une valeur après chaque clé",
    found: "{{key}} seul entre virgules, lu comme une clé sans valeur",
    advice: 'écrivez une liste comme [a, b], des heures comme "09:00-15:00", un nombre avec un point : 9.15',
  },
  "CR-217": {
    expected: "true ou false",
    found: "{{found}}",
    advice: "écrivez {{guess}}",
  },
  "CR-218": {
    expected: "un texte de {{least}} à {{most}} caractères",
    found: "{{length}} caractères",
    advice: "raccourcissez-le ou remplissez-le",
  },
  "CR-219": {
    expected: "une liste de {{least}} à {{most}} éléments",
    found: "{{count}}",
    advice: "ajoutez ou retirez des éléments",
  },
  "CR-220": {
    expected: "comme clés $t(terms.key.{{keys}})",
    found: "{{key}}",
    advice: "renommez la clé",
    advice_guess: 'vouliez-vous dire "{{guess}}" ?',
  },
  "CR-221": {
    expected: "`cruce: {{version}}`, la version du format de fichier",
    found: "{{found}}",
    advice: "écrivez `cruce: {{version}}`",
    advice_newer: "ce fichier est d'une version plus récente ; mettez Cruce à jour",
  },
  "CR-222": {
    expected: "un `kind:`, car {{stage}} n'est pas le nom d'un genre : {{known}}",
    found: "aucun",
    advice: "ajoutez `kind:`, ou prenez le genre comme nom de l'étape",
    advice_guess: "vouliez-vous dire l'étape {{guess}} ? Sinon, ajoutez `kind:`",
  },
  "CR-223": {
    expected: "un nombre entier",
    found: "{{found}}",
    advice: "arrondissez ; cela ne se partage pas",
  },
} as const;
