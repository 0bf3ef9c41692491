/** Ce qui est dit des valeurs qui ne vont pas ensemble, et les avertissements. */
export const problemsOfMeaning = {
  "CR-301": {
    expected: "exactement un de `trucks`, `rates` et `arrivals`",
    found: "{{found}}",
    found_none: "aucun d’eux",
    advice:
      "gardez celui qui dit qui arrive ; dans un fichier qui en prolonge un autre, retirez l’autre par null",
    advice_none: "dites qui arrive, comme `trucks: 8000 /day`",
  },
  "CR-302": {
    expected: "des parts qui font 100 %",
    found: "{{sum}} %",
    advice: "ajoutez ce qui manque : {{rest}} %",
    advice_over: "retirez ce qui est de trop : {{rest}} %",
  },
  "CR-303": {
    expected: "des arrivées pendant les heures d’ouverture, {{hours}}",
    found: "{{share}} de {{from}} à {{to}}, quand le poste est fermé",
    advice: "déplacez cette part dans les heures d’ouverture, ou ouvrez le poste",
    expected_closed: "aucun véhicule le {{date}}, quand le poste est fermé",
    found_closed: "des véhicules selon cette règle",
    advice_closed:
      'laissez ce jour sans véhicules : poids 0 sous `weekdays`, ou "{{date}}": {} sous `days:` ici ; ou ouvrez le poste',
  },
  "CR-304": {
    expected: "`{{key}}` avec {{needs}}",
    found: "`{{key}}` à côté de {{beside}}",
    advice: "retirez-le : une liste d’arrivées est prise telle quelle",
    advice_rates: "retirez-le : les débits par heure ont leur propre forme",
  },
  "CR-305": {
    expected: "`until` après `from`, avec `every`",
    found: "{{found}}",
    advice: "donnez `until` et `every`, ou ni l’un ni l’autre pour une seule arrivée",
  },
  "CR-306": {
    expected: "un poids au-dessus de 0",
    found: "0 partout",
    advice: "donnez un poids à l’un au moins ; seuls leurs rapports comptent",
    advice_day: "donnez un poids à {{day}} : `trucks` s’y rapporte",
  },
  "CR-310": {
    expected: "une étape de ce poste frontalier : {{known}}",
    found: "{{name}}",
    advice: "vérifiez le nom",
    advice_guess: "vouliez-vous dire {{guess}} ?",
  },
  "CR-311": {
    expected: "un poste de travail de ce scénario : {{known}}",
    found: "{{name}}",
    advice: "vérifiez le nom",
    advice_guess: "vouliez-vous dire {{guess}} ?",
    advice_parts: "dites-le pour chacun : {{example}}",
  },
  "CR-312": {
    expected: "au plus {{most}}, ce que {{post}} peut recevoir",
    found: "{{found}} agents",
    advice: "réduisez ce nombre, ou construisez-y davantage",
  },
  "CR-313": {
    expected: "des agents pour {{post}}, qui a {{places}} place(s)",
    found: "personne à aucun moment",
    advice:
      "affectez-y des agents, retirez ses places, ou retirez {{stage}} de `staffing` pour l’occuper toute la journée",
  },
  "CR-314": {
    expected: "chaque poste prévu une fois",
    found: "{{post}} dans les groupes {{where}} et {{other}}",
    advice: "gardez l’un des deux",
    found_alone: "{{post}} dans le groupe {{other}} et seul, où cela ne compterait pas",
  },
  "CR-315": {
    expected: "chaque jour de la semaine dans une seule suite de jours",
    found: "{{day}} dans {{first}} et {{second}}",
    advice: "raccourcissez l’une d’elles, ou nommez {{day}} à part, ce qui l’emporte",
  },
  "CR-316": {
    expected: "des pauses pendant le quart, {{shift}}",
    found: "une pause {{found}}",
    advice: "déplacez ou raccourcissez la pause",
  },
  "CR-317": {
    expected: "au plus {{most}} agents en pause à la fois",
    found: "{{found}} à {{at}}",
    advice: "déplacez l’une des pauses, ou faites-en reposer moins à la fois",
  },
  "CR-318": {
    expected: "des minimums que le groupe peut tenir, {{most}} agents au plus fort",
    found: "{{found}} en tout",
    advice: "baissez le minimum, ou ajoutez des agents",
  },
  "CR-319": {
    expected: "un fuseau horaire, comme America/Chicago",
    found: "{{name}}",
    advice: "prenez un nom de la liste IANA des fuseaux horaires",
  },
  "CR-320": {
    expected: "une guérite qui accepte {{class}}",
    found: "aucune parmi {{booths}}",
    advice: "ajoutez des guérites pour eux, ou partagées, ou voyez `fastUsesGeneral`",
    advice_general: "ajoutez des guérites générales ou partagées",
  },
  "CR-321": {
    expected: "un temps de service pour {{class}}",
    found: "seulement {{known}}",
    advice: "ajoutez {{class}}, ou `all` pour les autres",
  },
  "CR-322": {
    expected: "l’examen {{exam}}, que {{by}} demande",
    found: "son absence dans {{stage}}",
    advice: "ajoutez-le sous `exams`, ou retirez le motif",
    advice_nii: "ajoutez-le sous `exams`, ajoutez une étape nii après primary, ou retirez le motif",
  },
  "CR-323": {
    expected: "{{stage}} $t(terms.side.{{relation}}) {{other}}",
    found: "cette étape ailleurs",
    found_missing: "aucune étape du genre {{other}}",
    advice: "mettez l’étape à sa place dans l’ordre du passage",
    advice_missing: "ajoutez-la, ou retirez {{stage}}",
  },
  "CR-324": {
    expected: "une seule étape du genre {{kind}}",
    found: "une autre, {{stage}}",
    advice: "gardez-en une ; elle peut avoir beaucoup de guérites",
  },
  "CR-325": {
    expected: "moins de {{most}}",
    found: "{{found}}",
    advice: "$t(terms.why.{{why}})",
  },
  "CR-326": {
    expected: "une étape après primary qui reçoit les véhicules renvoyés",
    found: "aucune",
    advice: "ajoutez secondary (ou nii, pour les balayages), ou retirez `referral`",
  },
  "CR-327": {
    expected: "au moins une guérite",
    found: "aucune",
    advice: "ajoutez des guérites fast, general ou shared",
  },
  "CR-328": {
    expected: "`{{needed}}` à côté de `{{key}}`",
    found: "pas de `{{needed}}`",
    advice: "ajoutez-le : $t(terms.why.{{why}})",
  },
  "CR-330": {
    expected: "au plus {{most}} véhicules dans une simulation",
    found: "environ {{found}}",
    advice: "raccourcissez la simulation (`days`, `warmUp`) ou baissez la demande",
  },
  "CR-331": {
    expected: "au plus {{most}} véhicules en un quart d’heure",
    found: "environ {{found}}",
    advice: "baissez la demande ou répartissez-la sur plus d’heures",
  },
  "CR-332": {
    expected: "au plus {{most}} voies, guérites et autres places en tout",
    found: "{{found}}",
    advice: "baissez les plus grands nombres",
  },
  "CR-333": {
    expected: "des véhicules qui peuvent quitter {{stage}}",
    found: "qu’aucun n’atteint `exit`",
    advice: "envoyez-en une part vers une autre étape ou vers `exit`",
  },
  "CR-340": {
    expected: "un jour de la simulation, de 1 à {{most}}",
    found: "{{found}}",
    advice: "choisissez un jour de la simulation, ou allongez-la",
  },
  "CR-341": {
    expected: "au plus {{most}}, tout ce que {{what}} possède",
    found: "{{found}}",
    advice: "réduisez ce nombre",
  },
  "CR-342": {
    expected: "{{needed}}",
    found: "un scénario qui ne l’a pas",
    advice: "ce changement en a besoin ; ajoutez-le ou retirez le changement",
  },
  "CR-343": {
    expected: "une demande par `trucks` ou `rates`",
    found: "une liste d’arrivées",
    advice: "retirez le changement : une liste d’arrivées est prise telle quelle",
  },
  "CR-401": {
    expected:
      "{{needed}} heures-guérite pour $t(terms.class.{{class}}) à partir de {{from}} ({{day}}), selon leur nombre et leurs temps de service",
    found: "{{staffed}} heures dotées qui peuvent les servir",
    advice:
      "le reste passe après la fermeture ou attend ; ajoutez-y des agents, ou vérifiez la demande et les temps de service",
    advice_whole:
      "tout {{stage}} est à court ; le reste passe après la fermeture ou attend : ajoutez des agents, ou vérifiez la demande et les temps de service",
  },
  "CR-402": {
    expected:
      "{{needed}} heures de service à {{stage}} à partir de {{from}} ({{day}}), selon le nombre et les temps de service",
    found: "{{staffed}} heures dotées",
    advice:
      "une file y grandira ; ajoutez des places ou des agents, ou vérifiez la demande et les temps de service",
  },
  "CR-403": {
    expected: "des heures du jour entre guillemets droits",
    found: "{{found}}",
    found_several: "{{found}} et {{count}} autres",
    advice: 'écrivez "{{guess}}" : d’autres programmes lisent une telle heure comme un nombre',
  },
  "CR-404": {
    expected: "quelque chose sur quoi `{{key}}` peut agir",
    found: "{{found}}",
    advice: "c’est sans effet ; retirez-le, ou vérifiez les noms",
  },
  "CR-405": {
    expected: "des véhicules un jour de la simulation",
    found: "aucun, quel que soit le jour",
    advice:
      "une simulation ne dira rien ; vérifiez `from` et `days`, les heures d’ouverture et ce qui multiplie la demande",
  },
} as const;
