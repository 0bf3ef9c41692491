/** Ce qui est dit des questions d’effectif qui ne peuvent pas être posées. Voir problems.ts. */
export const problemsOfStaffing = {
  "CR-701": {
    expected: "ce qui est promis d’une journée, comme `95 % of fast under 20 min` ou `all under 60 min`",
    found: "{{found}}",
    advice: "dites la part, de qui, et l’attente qu’ils ne dépassent pas",
    advice_unit: "donnez à l’attente son unité : s, min ou h",
    advice_class: "nommez une des classes {{known}}",
    advice_stage:
      "promettez quelque chose de tous là-bas : les attentes aux autres postes ne sont pas comptées par classe",
    advice_guess: "vouliez-vous dire {{guess}} ?",
    found_none: "rien",
    advice_none: "dites-le comme `promise` dans le fichier, ou avec --promise",
  },
  "CR-702": {
    expected:
      "des durées de quarts, chacune une fois : `8 h, 6 h`, ou `20 of 8 h, 4 of 6 h` là où les agents sont comptés",
    found: "{{found}}",
    advice: "écrivez des durées séparées par des virgules",
  },
  "CR-703": {
    expected:
      "une pause et les heures du quart entre lesquelles elle se place : `30 min between 3 h and 5 h`",
    found: "{{found}}",
    advice: "dites sa durée, à partir de quand et jusqu’à quand du quart ; la pause doit y tenir",
  },
  "CR-704": {
    expected: "une promesse sur des véhicules qui viennent",
    found: "`{{found}}`, dont il ne vient personne",
    advice: "promettez quelque chose d’une autre classe, ou de tous",
  },
  "CR-705": {
    expected: "des quarts qui entrent dans les heures d’ouverture de {{from}} à {{to}}",
    found: "{{found}}",
    advice: "prenez des quarts plus courts",
  },
  "CR-706": {
    expected: "des quarts, débuts, pauses et heures d’ouverture au pas commun de {{least}} au moins",
    found: "{{written}}, dont le plus long pas commun est {{found}}",
    advice: "choisissez des temps multiples d’un même pas, comme 15 min",
  },
  "CR-707": {
    expected:
      "une promesse sur l’attente pour l’inspection primaire, ou à un poste que tiennent aussi les agents planifiés : {{known}}",
    expected_alone:
      "une promesse sur l’attente pour l’inspection primaire : aucun groupe d’agents ne la tient avec un autre poste",
    found: "une promesse sur l’attente à {{found}}",
    advice: "nommez un de ces postes, ou omettez la promesse",
    advice_alone: "ôtez de la promesse `at` et le poste",
  },
  "CR-708": {
    expected: "une promesse aussi sur l’attente à {{post}}, que tiennent les agents du groupe {{pool}}",
    expected_primary: "une promesse sur l’attente pour l’inspection primaire",
    found: "aucune",
    advice: "promettez-y aussi quelque chose, comme `95 % of all at {{post}} under 30 min`",
    advice_primary: "promettez quelque chose des véhicules qui viennent, comme `95 % of all under 60 min`",
  },
  "CR-709": {
    expected: "une pause qui laisse du temps au poste dans le quart le plus long, {{longest}}",
    found: "`{{found}}`",
    advice: "qu’elle soit plus courte et finisse avant ce quart, ou prenez des quarts plus longs",
  },
} as const;
