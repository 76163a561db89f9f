//! French: the app's own questions.
//!
//! They say why they are asked, or how to answer; a question that is ticked reads as a statement.

use crate::i18n::QuestionText;
use crate::question::Question;

/// The wording of one of the app's own questions; nothing for one of the templates.
pub(super) fn question(question: Question) -> QuestionText {
    let (label, hint) = match question {
        Question::Joint => (
            "Ce plan est un plan conjoint de plusieurs juridictions",
            "Cochez si deux à quatre juridictions d’un même pays soumettent ensemble un seul plan (3.4). \
            Quelques règles de plus s’appliquent alors.",
        ),
        Question::Jurisdictions => (
            "Juridictions du plan",
            "Une ligne par juridiction\u{a0}: une seule ou, dans un plan conjoint, de deux à quatre, \
            toutes du même pays et membres du PGO local. Leur nombre fixe combien d’engagements peuvent \
            être en cours en même temps.",
        ),
        Question::CoCreation => (
            "Processus de co-création de la coalition",
            "Les juridictions choisissent librement entre un processus conjoint et des processus distincts \
            (3.4). Le préciser aide les personnes qui évalueront le plan.",
        ),
        Question::Governance => (
            "Gouvernance de la coalition",
            "Qui décide, comment les juridictions se concertent et comment elles se répartissent les \
            engagements. Le manuel laisse aux partenaires le soin de la définir (3.4).",
        ),
        Question::Language => (
            "Langue de travail des réponses",
            "La langue dans laquelle vous rédigez. Le PGO n’accepte les plans qu’en anglais\u{a0}: \
            prévoyez une traduction avant la soumission.",
        ),
        Question::Joined => (
            "Date d’adhésion au PGO local",
            "Elle sert à vérifier que le plan ne commence pas avant l’adhésion.",
        ),
        Question::Start => (
            "Premier mois du plan",
            "Le plan commence quand la juridiction rejoint le PGO local ou quand le nouveau mandat débute \
            (3.2). Le modèle ne demande pas ce mois, mais plusieurs règles en dépendent.",
        ),
        Question::VisionEnd => (
            "Dernier mois de la vision à moyen terme existante",
            "Seulement pour une juridiction sans élections\u{a0}: le plan peut couvrir la même période que \
            cette vision, ou durer de un à quatre ans (3.2).",
        ),
        Question::PreviousEnd => (
            "Dernier mois du plan d’action précédent",
            "Le nouveau plan est attendu dans les quatre mois qui suivent (3.2). Laissez vide si c’est \
            votre premier plan.",
        ),
        Question::PreviousJoint => (
            "Le plan précédent était un plan conjoint",
            "Un plan conjoint ne vaut que pour une période\u{a0}; la coalition décide ensuite si elle \
            continue (3.4).",
        ),
        Question::Renewed => (
            "Date à laquelle la coalition a décidé de continuer",
            "Seulement si ce plan conjoint en suit un autre\u{a0}: les partenaires se prononcent de \
            nouveau à chaque période (3.4).",
        ),
        Question::Deadline => (
            "Date limite fixée par l’Unité de soutien",
            "Seulement pour un nouveau membre\u{a0}: l’Unité de soutien fixe le délai du premier plan \
            (4.1), et l’application vérifie qu’il est tenu.",
        ),
        Question::Extension => (
            "Date limite après prolongation",
            "Seulement si l’Unité de soutien a accordé une prolongation\u{a0}; une simple demande ne \
            change pas le délai (4.1).",
        ),
        Question::LeadAgency => (
            "Organisme chef de file",
            "L’organisme qui conduit le processus du côté du gouvernement (2.1). Il ne devrait pas figurer \
            parmi les parties prenantes non gouvernementales de la question 7.",
        ),
        Question::SeniorOfficial => (
            "Haut fonctionnaire responsable",
            "La personne qui supervise la participation du gouvernement au PGO, par délégation du chef du \
            gouvernement local (2.1).",
        ),
        Question::PointOfContact => (
            "Point de contact du gouvernement",
            "La personne qui coordonne la participation au PGO local (2.1)\u{a0}; elle seule peut \
            soumettre le plan.",
        ),
        Question::OfflineSpaces => (
            "Espaces hors ligne",
            "L’application ne lit pas votre texte\u{a0}: confirmez que 5.3 les nomme, ou qu’il n’y en a \
            pas.",
        ),
        Question::OnlineSpaces => (
            "Espaces en ligne",
            "L’application ne lit pas votre texte\u{a0}: confirmez que 5.3 les nomme, ou qu’il n’y en a \
            pas.",
        ),
        Question::Sides => (
            "Qui prend part à ces espaces",
            "L’application ne lit pas votre texte\u{a0}: cochez les parties représentées. Le manuel \
            demande que les deux le soient (3.3.1).",
        ),
        Question::Groups => (
            "Groupes participants",
            "Une ligne par type de groupe. Cette liste vous aide à répondre à 5.5, et son total devrait \
            s’accorder avec 5.6.",
        ),
        Question::MonitoringApproved => (
            "Date d’approbation de l’organe de suivi",
            "Le jour où les parties prenantes non gouvernementales ont approuvé cet organe\u{a0}; le \
            manuel demande leur accord (3.5).",
        ),
        Question::MonitoringResources => (
            "L’organe de suivi dispose des ressources nécessaires",
            "Le membre du PGO local veille à ce que l’organe puisse remplir son rôle (3.5), par exemple \
            avec du temps et un budget.",
        ),
        Question::MonitoringGroup => (
            "L’organe de suivi est un groupe de travail de l’espace de participation",
            "Le manuel le permet (3.5). La question suivante sert alors à confirmer son indépendance.",
        ),
        Question::MonitoringClear => (
            "Aucun membre de l’organe de suivi ne met en œuvre le plan",
            "À confirmer si l’organe est un groupe de travail de l’espace\u{a0}: il n’est indépendant que \
            si personne n’y évalue son propre travail (2.3).",
        ),
        Question::EndorsersTookPart => (
            "Toutes les parties prenantes de cette liste ont participé à la co-création",
            "Le modèle demande celles qui ont participé et qui approuvent le plan. L’application ne peut \
            pas chercher leurs noms dans vos réponses\u{a0}: confirmez-le ici.",
        ),
        Question::Endorsed => (
            "Date d’approbation du plan final",
            "L’approbation porte sur la version finale (3.3.1)\u{a0}: l’application vous avertit si une \
            réponse change après cette date.",
        ),
        Question::Scope => (
            "Juridiction concernée par l’engagement",
            "Dans un plan conjoint, un engagement s’applique à une seule juridiction ou à toutes (3.4).",
        ),
        Question::AddedOn => (
            "Date de soumission de cet engagement",
            "Seulement s’il a été ajouté après la soumission du plan. Les six mois pendant lesquels il \
            peut être modifié courent à partir de ce jour (3.2.1.3).",
        ),
        Question::CoCreated => (
            "Cet engagement, ajouté plus tard, a lui aussi été co-créé",
            "Un engagement ajouté après la soumission du plan passe par la co-création comme les premiers \
            (3.2).",
        ),
        Question::Done => (
            "Date de pleine mise en œuvre",
            "Seulement si l’engagement est entièrement mis en œuvre. Dès le mois suivant, il ne compte \
            plus parmi les engagements en cours.",
        ),
        Question::Evaluated => (
            "Date de l’évaluation de fin d’engagement",
            "L’organe de suivi la soumet dans le mois qui suit la mise en œuvre (3.5.2)\u{a0}; un nouvel \
            engagement peut alors s’ajouter (3.2).",
        ),
        Question::NoNonGovernmental => (
            "Cet engagement n’a volontairement pas de responsable non gouvernemental",
            "Cochez cette case pour que l’application ne prenne pas la liste vide pour un oubli.",
        ),
        Question::OtherPolicyArea => (
            "Quel autre domaine politique\u{a0}?",
            "À remplir si «\u{a0}Autre\u{a0}» est choisi à la question 11, pour qu’on sache de quel \
            domaine il s’agit.",
        ),
        Question::OtherSector => (
            "Quel autre secteur\u{a0}?",
            "À remplir si «\u{a0}Autre\u{a0}» est choisi à la question 12, pour qu’on sache de quel \
            secteur il s’agit.",
        ),
        Question::Space => (
            "Espace de participation",
            "Un espace existant convient, et un forum multi-intervenants n’est pas exigé. Quel que soit \
            votre choix, faites-le savoir à l’Unité de soutien (annexe 3).",
        ),
        Question::Meetings => (
            "Réunions de l’espace",
            "Au moins une pendant la co-création, puis deux par an sur la mise en œuvre, avec des parties \
            prenantes non gouvernementales (3.3.1). Cette liste vous aide à répondre à 5.7.",
        ),
        Question::Evidence => (
            "Éléments de preuve",
            "Pour chaque exigence de 3.3.1, un document d’origine ou un lien direct qui en témoigne \
            (annexe 5). Le récit d’une activité ne suffit pas sans trace de l’activité elle-même.",
        ),
        Question::Practices => (
            "Pratiques recommandées que vous suivez",
            "Les huit pratiques de 3.3.2 sont recommandées, non exigées. Cochez celles que vous suivez.",
        ),
        Question::Website => (
            "Site ou page web de votre processus",
            "L’adresse complète, avec https:// au début. Un site est recommandé pour informer le public, \
            mais il n’est pas exigé (annexe 4).",
        ),
        Question::WebsitePoints => (
            "Ce que le site propose",
            "Si vous avez un site, cochez ce qu’on y trouve\u{a0}; la liste suit l’annexe 4.",
        ),
        Question::Orientation => (
            "Date d’achèvement du programme d’orientation",
            "Seulement pour un nouveau membre\u{a0}: ce programme en ligne se suit au début de la \
            co-création (3.1).",
        ),
        Question::LetterOfSupport => (
            "Points que respecte la lettre d’appui",
            "La lettre accompagne la demande d’adhésion (1.2). Les cinq premières cases portent sur sa \
            forme, les huit autres sur son contenu.",
        ),
        Question::Submitted => (
            "Date de soumission du plan",
            "Laissez vide tant que le plan n’est pas soumis\u{a0}: jusque-là, l’application signale les \
            dates passées ou très lointaines. Plusieurs échéances se comptent à partir de ce jour.",
        ),
        Question::Submitter => (
            "Qui a soumis le plan",
            "Seul le point de contact du gouvernement peut le soumettre sur la plateforme du PGO (annexes \
            1 et 2).",
        ),
        Question::Changes => (
            "Modification des engagements",
            "Une ligne par engagement modifié ou supprimé, dans les six mois suivant sa soumission et avec \
            l’approbation des parties prenantes non gouvernementales (3.2.1.3). Les engagements ajoutés \
            et l’état des jalons n’ont pas leur place ici.",
        ),
        Question::Updates => (
            "Mises à jour publiques",
            "Chaque trimestre, le point de contact rend compte de l’avancement sur l’outil de suivi en \
            ligne (3.5.4). Notez ici la date de chaque mise à jour.",
        ),
        Question::InitialReport => (
            "Date de l’évaluation initiale",
            "Le jour où l’organe de suivi l’a soumise\u{a0}: au plus tard deux mois après la soumission du \
            plan (3.5.1).",
        ),
        Question::CommentsInvited => (
            "L’organe de suivi invite les deux parties à commenter et utilise les formulaires du PGO",
            "Le manuel le demande (2.3, 3.5) pour que les points de vue du gouvernement et des acteurs non \
            gouvernementaux soient entendus.",
        ),
        Question::FinalReport => (
            "Date du rapport d’apprentissage final",
            "Le jour où le rapport de l’exercice d’apprentissage a été soumis\u{a0}: au plus tard deux \
            mois après la fin du plan (3.5.3).",
        ),
        Question::Inactive => (
            "Période d’inactivité",
            "Seulement si l’Unité de soutien a donné au membre le statut d’inactivité (4.1). Laissez la \
            fin vide tant qu’il dure.",
        ),
        Question::Voluntary => (
            "L’inactivité a été demandée par le membre",
            "Une inactivité volontaire, due à des circonstances inévitables, peut durer plus de six mois \
            (4.2).",
        ),
        Question::Discussed => (
            "L’inactivité a fait l’objet d’une discussion avec les parties prenantes non gouvernementales \
            et l’équipe du PGO local",
            "Le manuel le recommande vivement quand l’inactivité est volontaire (4.1).",
        ),
        Question::Probation => (
            "Période de probation",
            "Seulement si l’Unité de soutien a mis le membre sous probation. Il a quatre mois pour y \
            remédier (4.2)\u{a0}; laissez la fin vide d’ici là.",
        ),
        _ => ("", ""),
    };
    QuestionText { label, hint }
}
