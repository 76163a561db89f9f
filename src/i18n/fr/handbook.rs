//! French: what the handbook allows without a rule, and where it contradicts itself.
//!
//! Each contradiction says what clashes, then how the app reads it; quotations are the handbook's own words.

/// What the rules that never speak allow, in the order of [`crate::rules::SILENT`].
pub(super) const SILENT: [&str; 2] = [
    "Une lettre d’appui mise à jour peut accompagner un nouveau plan d’action, mais ce n’est pas une \
    obligation\u{a0}: aucun plan ne peut enfreindre cette règle.",
    "Les informations supplémentaires de la question 16 sont facultatives\u{a0}: aucun plan ne peut \
    enfreindre cette règle.",
];

/// The contradictions K1 to K29: what clashes, and how it is read.
pub(super) const CONTRADICTIONS: [[&str; 2]; 29] = [
    [
        "La section 3.2 admet jusqu’à 12 engagements dans tout plan conjoint\u{a0}; la section 3.4 en \
        admet 10 pour deux juridictions et 12 pour trois ou quatre.",
        "La règle la plus précise l’emporte\u{a0}: 5 engagements pour une juridiction, 10 pour deux, 12 \
        pour trois ou quatre.",
    ],
    [
        "Le manuel parle des «\u{a0}cinq premiers engagements\u{a0}» et des «\u{a0}cinq engagements \
        initiaux\u{a0}», mais aussi de «\u{a0}jusqu’à cinq\u{a0}»\u{a0}; la figure 2 elle-même n’en \
        montre que trois.",
        "Cinq est un plafond, plus élevé pour une coalition, et non un nombre à atteindre\u{a0}: un seul \
        engagement suffit.",
    ],
    [
        "Le plafond vaut «\u{a0}à tout moment\u{a0}», sans qu’on sache s’il porte sur les engagements que \
        le plan contient ou sur ceux qui sont en cours.",
        "Sur les deux\u{a0}: il limite les engagements en cours chaque mois, et le total de ceux qui ne \
        sont pas encore évalués. Au fil du temps, un plan peut donc en réunir davantage, mais pas dès sa \
        première soumission.",
    ],
    [
        "Selon la section 3.2, le plan finit «\u{a0}au moins\u{a0}» deux mois avant le mandat\u{a0}; selon \
        la question 1.2, deux mois avant.",
        "Deux mois sont un minimum\u{a0}: le plan peut finir plus tôt.",
    ],
    [
        "Une coalition compte deux à quatre juridictions, mais le manuel parle du «\u{a0}plus long des \
        deux mandats\u{a0}». Le plan suit ce mandat, alors qu’un engagement conjoint lie aussi la \
        juridiction dont le mandat finit le premier.",
        "Le plan suit le mandat qui finit le dernier, et chaque juridiction achève ses propres engagements \
        au moins deux mois avant la fin du sien. Quand un engagement conjoint dépasse le premier mandat à \
        finir, l’application s’en tient à un conseil.",
    ],
    [
        "Dans une coalition, chaque juridiction remplit ses engagements «\u{a0}dans les deux (2) mois \
        avant la fin\u{a0}» de son mandat, alors qu’un plan finit au moins deux mois avant le mandat.",
        "Les engagements s’achèvent au plus tard deux mois avant la fin du mandat de leur juridiction.",
    ],
    [
        "Un engagement dure au moins «\u{a0}une année civile\u{a0}», ce qui désigne d’ordinaire une année \
        de janvier à décembre.",
        "Douze mois suffisent, le premier et le dernier compris\u{a0}: de mars 2025 à février 2026, par \
        exemple.",
    ],
    [
        "Plusieurs règles dépendent du début du plan, qu’aucune question des annexes ne demande.",
        "L’application pose elle-même la question, en dehors du modèle\u{a0}: c’est le mois de l’adhésion \
        ou du nouveau mandat, non celui de la soumission.",
    ],
    [
        "Les dates des jalons s’écrivent MM/AAAA\u{a0}; pour l’engagement et pour le plan, le modèle ne \
        précise aucune forme.",
        "Toutes ces dates sont des mois\u{a0}: un début compte dès le premier jour, une fin jusqu’au \
        dernier.",
    ],
    [
        "Pour les jalons, le modèle demande une ligne «\u{a0}pour chaque engagement\u{a0}», et le tableau \
        a deux colonnes «\u{a0}Contact\u{a0}», dont la seconde contient les états possibles.",
        "Il faut une ligne par jalon, avec un seul contact et un seul état.",
    ],
    [
        "Les valeurs du PGO changent de nom\u{a0}: la transparence et la «\u{a0}participation du public et \
        inclusion\u{a0}» de la section 3.2.1.1 deviennent à la question 13 l’accès à l’information et la \
        participation publique.",
        "Ce sont les quatre mêmes valeurs\u{a0}; l’application reprend les noms de la question 13.",
    ],
    [
        "La question 10 demande un objectif à long terme, alors que les engagements servent des résultats \
        à moyen terme.",
        "La réponse peut renvoyer à la vision à long terme (4.1) ou aux objectifs à moyen terme (4.4).",
    ],
    [
        "Les questions 5.5 et 5.6 demandent toutes deux le nombre de groupes participants.",
        "Le nombre se donne en 5.6\u{a0}; en 5.5, on décrit les groupes. L’application compare 5.6 au \
        total de la liste des groupes, si elle est remplie.",
    ],
    [
        "Un espace de participation est exigé sous le nom de «\u{a0}Forum\u{a0}» (3.3.1), alors qu’un \
        forum multi-intervenants n’est pas une exigence (annexe 3).",
        "L’application demande un espace, nouveau ou existant, et jamais un forum créé exprès.",
    ],
    [
        "Le site web n’est que recommandé, mais l’annexe 4 énumère ce qu’il «\u{a0}doit contenir\u{a0}».",
        "Le site reste une recommandation, et son contenu n’est vérifié que s’il y en a un.",
    ],
    [
        "Un engagement s’évalue une fois pleinement mis en œuvre (2.3), ou à la fin du plan si elle vient \
        plus tôt (3.5.2).",
        "Les deux valent\u{a0}: un engagement inachevé est évalué lui aussi, au plus tard un mois après la \
        fin du plan.",
    ],
    [
        "L’évaluation d’un engagement se soumet «\u{a0}un (1) mois après\u{a0}» sa mise en œuvre et le \
        rapport final «\u{a0}deux (2) mois après\u{a0}» la fin du plan, comme s’il s’agissait d’un jour \
        précis.",
        "Ce sont des dates limites\u{a0}: plus tôt convient aussi.",
    ],
    [
        "Les modifications ne sont possibles que pendant six mois, alors qu’un nouvel engagement peut \
        s’ajouter plus tard et que l’avancement est mis à jour chaque trimestre.",
        "Les six mois valent pour modifier ou supprimer un engagement\u{a0}; en ajouter un ou mettre à \
        jour un état n’est pas une modification.",
    ],
    [
        "L’évaluation initiale porte sur les «\u{a0}cinq engagements initiaux\u{a0}»\u{a0}; rien n’est \
        prévu pour ceux qui s’ajoutent ensuite.",
        "L’application signale cette lacune et conseille d’en parler à l’organe de suivi.",
    ],
    [
        "L’introduction de l’annexe 2 reprend celle de l’annexe 1 et parle de soumettre la Stratégie. Le \
        lien des deux annexes mène à une page d’administration du site du PGO.",
        "Dans l’annexe 2, il s’agit de l’engagement. Le lien n’est pas repris\u{a0}: le point de contact \
        reçoit ses identifiants par courriel.",
    ],
    [
        "L’organe de suivi doit être indépendant, mais il peut être un groupe de travail de l’espace de \
        co-création.",
        "C’est possible si aucun de ses membres ne met en œuvre le plan\u{a0}; l’application demande de le \
        confirmer.",
    ],
    [
        "Aux questions 3 et 8, le manuel écrit «\u{a0}Téléchargez\u{a0}», alors qu’il s’agit de fournir un \
        document.",
        "L’application écrit «\u{a0}Téléversez\u{a0}».",
    ],
    [
        "Le plan se soumet en anglais, alors que la co-création se fait dans les langues du lieu.",
        "Chaque texte s’écrit dans la langue de travail et en anglais, côte à côte\u{a0}; l’application \
        signale ceux qui n’ont pas encore de version anglaise.",
    ],
    [
        "La section 3.3 garde un titre anglais, l’annexe 4 parle du «\u{a0}PAN\u{a0}», le plan national, \
        et la section 3.3.2 d’un «\u{a0}processus national du PGO local\u{a0}».",
        "Ce sont des restes du manuel national\u{a0}: partout, il s’agit du plan d’action et du processus \
        locaux.",
    ],
    [
        "Une juridiction sans élections n’a pas de fin de mandat, mais la question 1.1 en demande une.",
        "Il suffit de cocher «\u{a0}Pas d’élections\u{a0}»\u{a0}: la question 1.1 n’est plus posée, et le \
        plan dure de un à quatre ans ou suit la vision à moyen terme.",
    ],
    [
        "La question 13 demande «\u{a0}à quelle valeur\u{a0}» l’engagement est pertinent, la section \
        3.2.1.2 parle d’«\u{a0}une ou plusieurs\u{a0}».",
        "Une valeur au moins\u{a0}; plusieurs sont possibles.",
    ],
    [
        "Un nouveau membre devient inactif si aucune prolongation n’a été «\u{a0}demandée [et \
        accordée]\u{a0}»\u{a0}; les crochets laissent planer un doute sur la nécessité de l’accord.",
        "Seule une prolongation accordée repousse la date limite.",
    ],
    [
        "Les membres sont invités à désigner l’organe de suivi en soumettant le plan (3.5), mais la vision \
        stratégique le décrit déjà, et les parties prenantes non gouvernementales doivent l’avoir \
        approuvé.",
        "L’organe est désigné et approuvé au plus tard le jour de la soumission.",
    ],
    [
        "Le cycle «\u{a0}doit correspondre à la durée du mandat\u{a0}», mais il débute à l’adhésion et \
        finit «\u{a0}au moins\u{a0}» deux mois avant le mandat.",
        "La section 3.2 explique la règle et l’emporte. Finir plus de six mois avant cette limite \
        n’appelle qu’un conseil, et ces six mois sont un choix de l’application.",
    ],
];
