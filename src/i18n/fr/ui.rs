//! French: pages, buttons and notices.

use crate::i18n::Ui;
use crate::question::Question;

/// Everything but questions and rules.
pub(super) const UI: Ui = Ui {
    about_file: "Le dossier est un seul fichier JSON, lisible par tous, au format publié\u{a0}:",
    about_file_title: "Le fichier vous appartient",
    about_handbook: "Les questions sont celles des annexes 1 et 2 du Manuel du PGO local, dans sa \
        version française, avec leurs numéros et dans leur ordre. Les règles viennent du même \
        manuel\u{a0}; chaque remarque indique sa section. Les questions propres à l’application sont \
        signalées comme telles.",
    about_handbook_title: "Le manuel suivi",
    about_lead: "Plan ouvert aide les collectivités et la société civile à rédiger ensemble un plan \
        d’action du PGO local et à respecter les règles du manuel avant la soumission.",
    about_licence: "Logiciel libre, sous licence MIT ou Apache 2.0, au choix.",
    about_licence_title: "Licence et version",
    about_plan_group: "Le plan en général",
    about_privacy: "Rien de ce que vous écrivez ne quitte cet appareil\u{a0}: la page ne fait que lire \
        ses propres fichiers sur le site qui l’héberge, et sa politique de sécurité lui interdit tout \
        le reste. Pas de compte, pas de mesure d’audience, pas de contenu tiers.",
    about_privacy_title: "Confidentialité",
    about_storage: "Les brouillons sont conservés dans ce navigateur seulement. Effacer les données de \
        navigation les supprime aussi\u{a0}: exportez souvent, le fichier est votre copie sûre.",
    about_title: "À propos de l’application",
    add_commitment: "Ajouter un engagement",
    annex: "annexe {n}, {name}",
    annex_1: "Vision stratégique (annexe 1)",
    annex_2: "Engagements (annexe 2)",
    app_name: "Plan ouvert",
    attach_by_hand: "Un lien ne peut pas joindre de fichier\u{a0}: ajoutez vous-même le fichier \
        enregistré à votre message.",
    back_to_tasks: "Revenir à la vue d’ensemble du plan",
    bundle_bad_number: "Ce dossier contient un nombre hors des limites du format (ligne {line}, \
        caractère {column}). Demandez un nouvel export à la personne qui vous l’a envoyé. Rien n’a été \
        modifié ici.",
    bundle_duplicate_key: "Ce dossier contient deux fois la même entrée, «\u{a0}{key}\u{a0}» (ligne \
        {line})\u{a0}: impossible de savoir laquelle compte. Demandez un nouvel export. Rien n’a été \
        modifié ici.",
    bundle_from: "De la part de {name}.",
    bundle_newer: "Ce dossier vient d’une version plus récente de l’application (format {theirs}\u{a0}; \
        cette version lit le format {ours}). Ouvrez-le avec la version à jour. Rien n’a été modifié \
        ici.",
    bundle_no_plan: "Ce dossier ne contient pas de plan. Vérifiez que c’est le bon fichier, ou demandez \
        un nouvel export. Rien n’a été modifié ici.",
    bundle_not_json: "Ce fichier n’est pas un dossier de plan\u{a0}: ce n’est pas du JSON (ligne \
        {line}, caractère {column}). Choisissez le fichier .json reçu, tel quel. Rien n’a été modifié \
        ici.",
    bundle_note: "Mot d’accompagnement\u{a0}: «\u{a0}{name}\u{a0}»",
    bundle_opened: "Le dossier est ouvert comme nouveau brouillon.",
    bundle_other_format: "Ce fichier est d’un autre format\u{a0}: ce n’est pas un dossier de plan. \
        Choisissez un fichier exporté par Plan ouvert. Rien n’a été modifié ici.",
    bundle_too_deep: "Ce fichier est imbriqué trop profondément pour un dossier de plan. Demandez un \
        nouvel export à la personne qui vous l’a envoyé. Rien n’a été modifié ici.",
    bundle_too_large: "Ce fichier est trop volumineux ({size}\u{a0}Mio)\u{a0}; un dossier compte au \
        plus 40\u{a0}Mio. Vérifiez que c’est le bon fichier. Rien n’a été modifié ici.",
    bundle_too_many_commitments: "Ce dossier contient {count} engagements\u{a0}; l’application en admet \
        {limit} au plus. Demandez un dossier plus petit. Rien n’a été modifié ici.",
    bundle_too_many_rows: "Une liste de ce dossier ({path}) contient {count} lignes\u{a0}; \
        l’application en admet {limit} au plus. Demandez un dossier plus petit. Rien n’a été modifié \
        ici.",
    bundle_too_many_versions: "Ce dossier contient plus de réponses, ou de versions d’une même réponse, \
        qu’aucun plan n’en a. Demandez un nouvel export à la personne qui vous l’a envoyé. Rien n’a été \
        modifié ici.",
    bundle_too_much_text: "Ce fichier contient trop de texte ({size}\u{a0}Mio)\u{a0}; un dossier en \
        compte au plus 16\u{a0}Mio. Vérifiez que c’est le bon fichier. Rien n’a été modifié ici.",
    bundle_truncated: "Ce fichier est incomplet\u{a0}: sa fin manque, sans doute perdue en route. \
        Demandez qu’on vous l’envoie à nouveau. Rien n’a été modifié ici.",
    changed_on: "modifié le {day} à {time}",
    characters_over: "{n} {n|caractère de trop|caractères de trop}",
    check_section: "Vérifier cette partie",
    cleaned: "Des caractères invisibles ou trompeurs ont été retirés de ce texte.",
    clear_choice: "Effacer ce choix",
    close: "Fermer",
    close_row: "Replier",
    commitment_named: "Engagement {n} – {name}",
    commitments: "Engagements",
    copied: "Copié.",
    copy_body: "Copier le message",
    copy_of: "(copie)",
    copy_subject: "Copier l’objet",
    count_advice: "{n} {n|conseil|conseils}",
    count_forms: "{n} {n|faute de forme|fautes de forme}",
    count_recommendations: "{n} {n|recommandation|recommandations}",
    count_requirements: "{n} {n|exigence ouverte|exigences ouvertes}",
    damaged: "L’application n’a pas pu lire ces brouillons. Ils sont mis de côté, intacts\u{a0}: \
        enregistrez-les et transmettez-les à la personne qui gère cette application.",
    damaged_save: "Enregistrer tel quel\u{a0}:",
    damaged_title: "Brouillons endommagés",
    digest_differs: "Le fichier a été modifié depuis son export, à la main ou pendant l’envoi. Il est \
        ouvert tel qu’il est\u{a0}; relisez-le.",
    draft_name: "Nom du brouillon",
    draft_state: "Brouillon.",
    drafts_title: "Vos brouillons",
    duplicate: "Dupliquer",
    duplicated: "Le brouillon a été dupliqué.",
    example_hint: "Un plan complet d’une ville imaginaire, avec quelques remarques ouvertes. Vous \
        pouvez tout y essayer\u{a0}: c’est un brouillon comme un autre.",
    example_missing: "L’exemple n’a pas pu être chargé. Vérifiez la connexion et réessayez.",
    example_open: "Ouvrir l’exemple",
    example_title: "Découvrir avec un exemple",
    export_failed: "Le navigateur n’a pas pu enregistrer le fichier. Réessayez, ou utilisez un autre \
        navigateur.",
    export_lead: "Tout le plan dans un seul fichier, à conserver, à envoyer ou à rouvrir ailleurs. \
        L’export est possible à tout moment, quelles que soient les remarques.",
    export_now: "Exporter maintenant",
    export_title: "Exporter",
    exported_on: "exporté le {day}",
    fault_cleaned: "Des caractères invisibles et trompeurs ont été retirés de ces textes\u{a0}:",
    fault_new_id: "Ces lignes n’avaient pas d’identifiant utilisable et en ont reçu un nouveau\u{a0}:",
    fault_unexpected: "Ces réponses n’ont pas pu être lues et sont restées vides\u{a0}:",
    file_holds: "Contenu",
    file_holds_what: "le plan, les remarques au moment de l’export et une empreinte qui montre si le \
        fichier est arrivé intact",
    file_name: "Nom du fichier",
    file_size: "Taille",
    file_unreadable: "Ce fichier n’a pas pu être lu. S’il est sur une clé ou un partage réseau, \
        copiez-le d’abord sur cet ordinateur. Rien n’a été modifié ici.",
    footer: "Plan ouvert fonctionne entièrement dans votre navigateur\u{a0}: rien n’est envoyé.",
    grade_advice: "Conseil",
    grade_form: "Faute de forme",
    grade_recommendation: "Recommandation",
    grade_requirement: "Exigence",
    issues_here: "{n} {n|remarque|remarques} dans cette ligne",
    keep_name: "Garder ce nom",
    kilobytes: "ko",
    language: "Langue",
    language_missing: "Cette langue n’a pas pu être chargée. Vérifiez la connexion et réessayez.",
    pages_missing: "Les autres pages n’ont pas pu être chargées. Vérifiez la connexion et réessayez.",
    left_here: "Le dossier est ouvert comme nouveau brouillon, sur la page d’accueil.",
    list_is_full: "Cette liste est pleine.",
    made_by: "Votre nom",
    made_by_hint: "Pour que la personne qui ouvre le fichier sache de qui il vient. Ce n’est qu’une \
        indication.",
    made_note: "Mot d’accompagnement",
    mail_body: "Bonjour,\n\nVous trouverez ci-joint notre projet de plan d’action du PGO local, dans le \
        fichier {name}. Ce fichier s’ouvre dans Plan ouvert ({address}), avec le bouton «\u{a0}Choisir \
        un fichier\u{a0}».\n{note}\nBien cordialement\n{by}",
    mail_body_title: "Message",
    mail_subject: "PGO local – {name}",
    mail_subject_title: "Objet",
    month: "Mois",
    move_down: "Descendre",
    move_up: "Monter",
    moved: "{name}\u{a0}: désormais en position {n}.",
    named_value: "{name}\u{a0}: {value}",
    never_exported: "jamais exporté",
    new_plan: "Nouveau plan",
    new_plan_hint: "Un brouillon vide, que vous remplissez dans l’ordre qui vous convient.",
    newer: "enregistré par une version plus récente de l’application",
    newer_what: "Des brouillons viennent d’une version plus récente de l’application. Ils restent \
        intacts\u{a0}; rechargez la page pour obtenir la version à jour, ou enregistrez-les tels quels.",
    next_section: "Partie suivante\u{a0}: {name}",
    next_title: "Et ensuite",
    no_answer: "Pas encore de réponse.",
    no_commitments: "Un plan compte au moins un engagement\u{a0}; en même temps, une juridiction seule peut en avoir cinq en cours, deux, dix\u{a0}; trois ou quatre, douze. Ajoutez le premier.",
    no_drafts: "Aucun brouillon dans ce navigateur pour le moment. Créez un plan ou ouvrez un dossier \
        reçu.",
    no_storage: "Ce navigateur refuse d’enregistrer quoi que ce soit. Vous pouvez travailler, mais tout \
        sera perdu à la fermeture de la page\u{a0}: exportez avant de partir.",
    not_chosen: "À choisir",
    not_copied: "La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le.",
    not_here: "Ce brouillon ou cet engagement n’existe pas dans ce navigateur. Il a peut-être été \
        supprimé, ou créé sur un autre ordinateur\u{a0}: dans ce cas, ouvrez le dossier exporté là-bas.",
    not_here_title: "Introuvable",
    not_saved_blocked: "Non enregistré\u{a0}: ce navigateur refuse l’enregistrement. Exportez votre \
        travail avant de fermer la page.",
    not_saved_full: "Non enregistré\u{a0}: l’espace de stockage est plein. Exportez votre travail, puis \
        supprimez des brouillons dont vous n’avez plus besoin.",
    open_button: "Choisir un fichier",
    open_elsewhere: "Ce brouillon est ouvert dans un autre onglet. Fermez-le là-bas, puis réessayez.",
    open_hint: "Choisissez un fichier .json, déposez-le ici ou collez-le (Ctrl+V). Il s’ouvre toujours \
        comme nouveau brouillon\u{a0}: rien de ce que vous avez n’est remplacé.",
    open_mail: "Ouvrir dans la messagerie",
    open_requirements: "{n} {n|point à régler|points à régler}",
    open_requirements_lead: "Il reste {n} {n|point à régler|points à régler}.",
    open_row: "Modifier",
    open_title: "Ouvrir un dossier de plan",
    opened_with_notes: "Le dossier est ouvert, avec des réserves",
    optional: "(facultatif)",
    outline: "Sommaire",
    own_question: "(question de l’application)",
    plan_draft: "Chaque remarque mène à sa question. Aucune n’empêche d’enregistrer ni d’exporter.",
    plan_of: "Plan d’action – {name}",
    plan_ready: "Plus aucune exigence ni faute de forme parmi les règles que l’application vérifie.",
    print_plan: "Imprimer le plan",
    problem_title: "Des points sont à régler",
    reading: "Lecture seule",
    ready: "Prêt.",
    ready_means: "Plus aucune exigence ni faute de forme.",
    received_from: "reçu de {name}",
    remarks_title: "Quelques remarques",
    remove: "Supprimer",
    removed: "Supprimé\u{a0}: {name}.",
    rename: "Renommer",
    required: "(obligatoire)",
    review_title: "Relecture",
    save_bundle: "Enregistrer le fichier",
    saved_as: "Le fichier «\u{a0}{name}\u{a0}» est enregistré, en général dans vos téléchargements.",
    saved_at: "Enregistré à {time}",
    saving: "Enregistrement…",
    section_complete: "Rien à signaler dans cette partie.",
    send_title: "Envoyer le fichier",
    share: "Partager le fichier",
    show_open: "Voir ce qui reste ouvert",
    skip: "Aller au contenu",
    source_app: "Vérification de l’application",
    source_handbook: "Manuel,",
    start_lead: "Rédigez votre plan d’action du PGO local, seul ou à plusieurs. Les règles du manuel \
        s’affichent pendant que vous écrivez, et rien ne quitte votre navigateur.",
    state_completed: "Complet",
    state_in_progress: "En cours",
    state_not_started: "À commencer",
    state_of_draft: "État du brouillon",
    state_problem: "À revoir",
    tasks_title: "Vue d’ensemble",
    title_open: "À régler\u{a0}: {name}",
    to_draft: "Aller au brouillon",
    to_start: "Revenir à l’accueil",
    undo: "Annuler",
    unreadable_day: "La date «\u{a0}{typed}\u{a0}» n’a pas pu être lue. Écrivez-la sous la forme \
        2026-03-04.",
    untitled: "Plan sans titre",
    untitled_commitment: "Engagement sans titre",
    use_value: "Choisir {name}",
    version: "Version",
    where_kept: "Vos brouillons restent dans ce navigateur, sur cet appareil. Effacer les données de \
        navigation les efface aussi, et certains navigateurs le font seuls après une longue absence. Le \
        fichier exporté est votre copie sûre\u{a0}: exportez souvent.",
    where_title: "Où sont vos brouillons",
    year: "Année",
    your_vision: "Relire vos réponses 4.1 et 4.4",
    all_jurisdictions: "Toutes les juridictions",
    in_english: "En anglais",
    nothing_yet: "(rien encore)",
    why_so: "Pourquoi\u{a0}?",
    to_rule: "Règle {name}",
    unreadable_count: "Le nombre «\u{a0}{typed}\u{a0}» n’a pas pu être lu. Indiquez un nombre \
        entier, en chiffres.",
    unreadable_url: "L’adresse «\u{a0}{typed}\u{a0}» n’est pas complète. Elle commence par https:// \
        et ne contient pas d’espace.",
    group_beside: "Avec le plan",
    acknowledge: "Laisser ouvert, avec une justification",
    acknowledge_reason: "Justification",
    acknowledge_hint: "Elle accompagne le plan\u{a0}: à la relecture, à l’impression et dans le fichier.",
    acknowledge_keep: "Garder cette justification",
    acknowledge_withdraw: "Retirer la justification",
    acknowledged: "Laissé ouvert",
    acknowledged_why: "Justification du {day}\u{a0}: {name}",
    acknowledged_lapsed: "La justification du {day} valait pour d’autres valeurs et ne compte \
        plus\u{a0}: {name}",
    count_acknowledged: "{n} {n|laissé ouvert|laissés ouverts}",
    count_all: "{n} au total",
    count_judgements: "{n} à relire",
    looked_at: "J’ai relu ces réponses",
    filter_by: "Afficher",
    filter_place: "Partie du plan",
    filter_everywhere: "Tout le plan",
    filter_nothing: "Aucune remarque de cette catégorie ici.",
    group_by_grade: "Regrouper par importance",
    next_issue: "Remarque suivante",
    next_issue_keys: "Sur toutes les pages du plan, F8 mène à la remarque suivante, Maj + F8 à la \
        précédente.",
    several_alike: "{n} réponses",
    judgements_title: "À relire par une personne",
    judgements_lead: "Aucune règle ne peut lire ces textes à votre place. Relisez-les, puis confirmez\u{a0}; la confirmation ne vaut plus dès qu’une réponse change.",
    rules_title: "Toutes les règles",
    rules_lead: "Chaque règle que l’application vérifie, avec la section du manuel dont elle vient \
        et tout ce qu’elle peut dire. Les valeurs du plan prennent la place des points de \
        suspension.",
    means_requirement: "le manuel l’exige\u{a0}; un plan n’est prêt que si elle est respectée, ou \
        laissée ouverte avec une justification.",
    means_form: "la réponse n’a pas la forme que le formulaire attend.",
    means_recommendation: "le manuel le recommande.",
    means_advice: "une vérification de l’application, que le manuel ne demande pas.",
    contradictions_title: "Quand le manuel se contredit",
    contradictions_lead: "En quelques endroits, deux passages du manuel ne s’accordent pas. Voici \
        comment l’application les lit.",
    read_as: "Lecture retenue\u{a0}:",
    about_rules: "Le détail de chaque règle\u{a0}:",
    calendar_title: "Calendrier",
    calendar_lead: "Tout ce qui est dû, et quand, d’après les dates du plan.",
    calendar_empty: "Indiquez le début et la fin du plan et les dates des engagements\u{a0}: le \
        calendrier en découle.",
    calendar_picture: "Le plan sur un axe de mois",
    calendar_picture_says: "Frise du plan ({from} – {to}). Chaque ligne porte son nom, ses mois et ce qui est à dire à son sujet.",
    calendar_list: "Dates",
    calendar_save: "Enregistrer pour un agenda (.ics)",
    calendar_save_hint: "Le fichier s’ouvre dans Outlook, Thunderbird, Google Agenda ou sur un \
        téléphone. Un nouvel enregistrement remplace les mêmes dates.",
    calendar_done: "fait",
    calendar_past: "passé",
    calendar_assumed: "si le plan est soumis le dernier jour",
    calendar_today: "Aujourd’hui",
    calendar_reports: "Rapports et échéances",
    calendar_mandate: "Mandat",
    calendar_plan: "Plan d’action",
    calendar_milestones: "Jalons",
    due_plan_start: "Début du plan",
    due_submission: "Dernier jour pour soumettre le plan",
    due_initial_report: "Évaluation initiale par l’organe de suivi",
    due_changes_close: "Dernier jour pour modifier ou supprimer un engagement",
    due_update: "Mise à jour publique du trimestre ({from} – {to})",
    due_meetings: "D’ici là, deux réunions sur la mise en œuvre (depuis le {since})",
    due_latest_start: "Dernier mois où un engagement d’un an peut commencer",
    due_commitment_start: "Début de l’engagement {name}",
    due_commitment_end: "Fin de l’engagement {name}",
    due_evaluation: "Évaluation de fin d’engagement\u{a0}: {name}",
    due_plan_end: "Fin du plan",
    due_final_report: "Rapport de l’exercice d’apprentissage final",
    due_mandate_end: "Fin du mandat",
    due_next_plan: "Dernier jour pour soumettre le plan suivant",
    new_joint_plan: "Nouveau plan conjoint",
    mark_title: "Soumission",
    mark_first: "Une fois le plan soumis au PGO local, notez le jour, puis choisissez «\u{a0}Marquer comme soumis\u{a0}»\u{a0}: l’application garde alors le plan tel qu’il est et suit ce qui change.",
    mark_submitted: "Marquer comme soumis le {day}",
    marked: "L’application garde le plan tel qu’il a été soumis le {day}.",
    mark_again: "Garder plutôt le plan tel qu’il est maintenant",
    marked_now: "Le plan est gardé tel qu’il est maintenant.",
    changes_open: "Les engagements peuvent être modifiés ou supprimés jusqu’au {day}.",
    changes_closed: "Le délai pour modifier ou supprimer des engagements s’est terminé le {day}.",
    differences_title: "Ce qui a changé depuis",
    differences_none: "Rien ne diffère du plan soumis.",
    difference_before: "Soumis",
    difference_now: "Maintenant",
    difference_added: "Ajouté depuis",
    difference_deleted: "Supprimé depuis",
    note_change: "Noter ce changement",
    progress_title: "Journal d’avancement",
    progress_none: "Aucun changement d’état de jalon depuis la soumission.",
    progress_line: "{name}\u{a0}: de «\u{a0}{from}\u{a0}» à «\u{a0}{to}\u{a0}»",
    requirements_title: "Les quatre exigences minimales",
    requirement_met: "Remplie, preuve à l’appui",
    requirement_unproven: "Remplie, mais sans preuve",
    requirement_open: "Pas encore remplie",
    fill_from_here: "Les réunions notées ici et les groupes notés à la question 5.5 peuvent remplir les questions 5.5 à 5.7\u{a0}: la proposition s’y trouve, et vous décidez.",
    fix_to: "Inscrire {name}",
    fix_none: "Confirmer qu’il n’y en a pas",
    hand_to: "Seul le point de contact peut soumettre le plan\u{a0}: remettez le fichier à {name}.",
    hand_to_contact: "Seul le point de contact peut soumettre le plan\u{a0}: c’est à cette personne \
        que le fichier est remis.",
    due_mandate_end_of: "Fin du mandat ({name})",
    due_own_end: "Dernier mois des engagements propres à la juridiction",
    due_own_end_of: "Dernier mois des engagements propres à {name}",
    loading: "Chargement…",
    try_again: "Réessayer",
    calendar_until: "jusqu’à {to}",
    use_listed: "Reprendre la liste\u{a0}: {name}",
    looked_noted: "Noté comme relu.",
    difference_noted: "Noté dans les changements.",
};

/// What the button says that adds a row.
pub(super) fn add_row(question: Question) -> &'static str {
    match question {
        Question::Jurisdictions => "Ajouter une juridiction",
        Question::LeadInstitutions => "Ajouter une institution",
        Question::Endorsements => "Ajouter une partie prenante",
        Question::Letter | Question::Documents => "Ajouter un document",
        Question::Government => "Ajouter un contact",
        Question::NonGovernmental | Question::Stakeholders => "Ajouter une organisation",
        Question::Resources => "Ajouter une ligne de ressources",
        Question::Milestones => "Ajouter un jalon",
        Question::Groups => "Ajouter un type de groupe",
        Question::Meetings => "Ajouter une réunion",
        Question::Evidence => "Ajouter une preuve",
        Question::Changes => "Ajouter un changement",
        Question::Updates => "Ajouter une mise à jour",
        _ => "Ajouter une ligne",
    }
}

/// What a row is called.
pub(super) fn row(question: Question) -> &'static str {
    match question {
        Question::Jurisdictions => "Juridiction",
        Question::LeadInstitutions => "Institution",
        Question::Endorsements => "Partie prenante",
        Question::Letter | Question::Documents => "Document",
        Question::Government => "Contact",
        Question::NonGovernmental | Question::Stakeholders => "Organisation",
        Question::Resources => "Ressources",
        Question::Milestones => "Jalon",
        Question::Groups => "Groupes",
        Question::Meetings => "Réunion",
        Question::Evidence => "Preuve",
        Question::Changes => "Changement",
        Question::Updates => "Mise à jour",
        _ => "Ligne",
    }
}
