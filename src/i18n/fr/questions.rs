//! French: the questions of the templates.
//!
//! A question has the handbook's wording; its hint is the handbook's explanation where there is one.

use super::own;
use crate::i18n::QuestionText;
use crate::question::Question;

/// The wording of a question.
pub(super) fn question(question: Question) -> QuestionText {
    let (label, hint) = match question {
        Question::MandateEnd => (
            "Fin du mandat de l’administration actuelle",
            "Le mois où s’achève le mandat en cours\u{a0}; dans un plan conjoint, celui de chaque \
            juridiction.",
        ),
        Question::PlanEnd => (
            "Fin de la période du plan d’action (deux mois avant la fin du mandat gouvernemental)",
            "Deux mois entiers au moins doivent séparer la fin du plan de celle du mandat. Si le mandat \
            s’achève en cours de mois, choisissez un mois plus tôt encore.",
        ),
        Question::Foreword => (
            "Avant-propos",
            "L’avant-propos peut être rédigé conjointement ou séparément par des représentants du \
            gouvernement et de la société civile ou par un forum multi-intervenants. Cela devrait inclure \
            l’ambition de ce plan et la manière dont ils prévoient de travailler ensemble dans le cadre de \
            la mise en œuvre et du suivi.",
        ),
        Question::Letter => (
            "Téléversez la lettre d’introduction du responsable de la juridiction, si disponible.",
            "Joignez le fichier, ou indiquez l’adresse où on peut le lire. Ce qui est joint voyage avec le plan\u{a0}; la version officielle se téléverse dans le formulaire en ligne du PGO.",
        ),
        Question::LongTermVision => (
            "Quelle est la vision à long terme pour le gouvernement ouvert selon votre contexte et au sein \
            de votre juridiction\u{a0}?",
            "",
        ),
        Question::Achievements => (
            "Quelles sont les réalisations du gouvernement ouvert à ce jour (par exemple, réformes récentes \
            de gouvernement ouvert)\u{a0}?",
            "",
        ),
        Question::Challenges => (
            "Quels sont les défis / domaines d’amélioration actuels du gouvernement ouvert que la \
            juridiction souhaite aborder\u{a0}?",
            "",
        ),
        Question::MediumTermGoals => (
            "Quels sont les objectifs du gouvernement ouvert à moyen terme que le gouvernement souhaite \
            atteindre\u{a0}?",
            "Numérotez-les\u{a0}: chaque engagement pourra y renvoyer à la question 10.",
        ),
        Question::PlanContribution => (
            "Comment ce plan d’action contribue-t-il à l’achèvement de la vision stratégique pour un \
            gouvernement ouvert\u{a0}?",
            "",
        ),
        Question::PolicyContribution => (
            "Comment la vision stratégique pour un gouvernement ouvert contribue-t-elle à la réalisation \
            des objectifs généraux des politiques de l’administration actuelle\u{a0}?",
            "",
        ),
        Question::LeadInstitutions => (
            "Veuillez lister quelles sont les principales institutions responsables de la mise en œuvre du \
            Plan d’action du PGO.",
            "Une institution par ligne. La page du PGO coupe les noms après 100 caractères.",
        ),
        Question::Coordination => (
            "Quels types d’arrangements institutionnels sont en place pour assurer la coordination entre \
            les organismes gouvernementaux et les ministères afin de mettre en œuvre le Plan d’action du \
            PGO\u{a0}?",
            "Par exemple\u{a0}: un comité, une personne référente dans chaque service, des réunions \
            régulières.",
        ),
        Question::Spaces => (
            "Quels types d’espaces avez-vous utilisés ou créés pour permettre la collaboration entre le \
            gouvernement et la société civile dans la co-création et la mise en œuvre de ce plan \
            d’action\u{a0}?",
            "Mentionnez les espaces hors ligne et en ligne.",
        ),
        Question::Diversity => (
            "Quelles mesures avez-vous prises pour assurer la diversité de la représentation (y compris les \
            populations vulnérables ou marginalisées) au sein de ces espaces\u{a0}?",
            "Par exemple\u{a0}: horaires, lieux accessibles, interprétation, garde d’enfants, invitations \
            ciblées.",
        ),
        Question::Participants => (
            "Qui a participé à ces espaces\u{a0}?",
            "Mentionnez le type et le nombre de groupes différents qui ont participé au processus de \
            co-création. Les noms des personnes ne sont pas demandés.",
        ),
        Question::GroupCount => (
            "Combien de groupes ont participé à ces espaces\u{a0}?",
            "Un nombre entier, en accord avec la réponse 5.5.",
        ),
        Question::MeetingCount => (
            "Combien de réunions ont eu lieu dans le cadre du processus de co-création\u{a0}?",
            "Un nombre entier. Le manuel exige au moins une réunion avec la société civile et les parties \
            prenantes non gouvernementales (3.3.1).",
        ),
        Question::Collaboration => (
            "Comment les parties prenantes gouvernementales et non gouvernementales continueront-elles de \
            collaborer à travers la mise en œuvre du plan d’action\u{a0}?",
            "Le manuel exige deux réunions par an sur la mise en œuvre (3.3.1).",
        ),
        Question::MonitoringBody => (
            "Veuillez décrire l’organe de suivi indépendant que vous avez identifié pour ce plan.",
            "Dites aussi ce qui garantit son indépendance à l’égard de la mise en œuvre.",
        ),
        Question::MonitoringContact => (
            "Veuillez inclure les coordonnées de l’organe de suivi indépendant.",
            "Il faut une organisation ou un nom, et un courriel ou un numéro de téléphone.",
        ),
        Question::ProgressActivities => (
            "Quels types d’activités seront mis en place pour discuter de la progression des engagements \
            avec les parties prenantes\u{a0}?",
            "",
        ),
        Question::ProgressChecks => {
            ("Comment suivrez-vous régulièrement les avancements auprès des agences d’exécution\u{a0}?", "")
        }
        Question::PublicResults => {
            ("Comment partagerez-vous les résultats de vos efforts de surveillance avec le public\u{a0}?", "")
        }
        Question::Endorsements => (
            "Approbation des parties prenantes non gouvernementales",
            "Énumérez ci-dessous les parties prenantes non gouvernementales qui ont participé au processus \
            de co-création et qui approuvent ce plan d’action. Une organisation ou une personne par ligne.",
        ),
        Question::Documents => (
            "Téléversez la Stratégie pour un gouvernement ouvert, si disponible ou d’autres documents \
            pertinents.",
            "Joignez chaque document, ou indiquez l’adresse où on peut le lire. Ce qui est joint voyage avec le plan\u{a0}; la version officielle se téléverse dans le formulaire en ligne du PGO.",
        ),
        Question::Site => (
            "Si vous avez tenu une co-création/consultation en ligne, veuillez insérer le lien du site.",
            "L’adresse complète, avec https:// au début.",
        ),
        Question::Title => (
            "Titre de l’engagement",
            "Décrivez l’action spécifique que l’engagement réalisera, en distinguant l’engagement des \
            autres engagements du plan. Par exemple\u{a0}: «\u{a0}Créer un registre des propriétés \
            bénéficiaires\u{a0}» ou «\u{a0}Publier des données judiciaires\u{a0}» ou «\u{a0}Améliorer le \
            respect de la loi DAI\u{a0}».",
        ),
        Question::Period => (
            "Délai",
            "Du premier au dernier mois de l’engagement\u{a0}: un an au moins, sans dépasser la fin du plan.",
        ),
        Question::Government => (
            "Organisme gouvernemental d’exécution principal",
            "Un seul organisme, avec une ligne par personne à contacter.",
        ),
        Question::NonGovernmental => {
            ("Responsable de la mise en œuvre non gouvernementale, le cas échéant", "")
        }
        Question::Stakeholders => (
            "Autres parties prenantes impliquées dans la mise en œuvre de cet engagement",
            "Par exemple, ministères, départements, organismes, organisations de la société civile, groupes \
            communautaires, secteur privé ou groupes de travail.",
        ),
        Question::Problem => (
            "Problème",
            "Décrivez le problème économique, social, politique ou environnemental identifié que cet \
            engagement cherche à résoudre. (Par exemple, «\u{a0}une mauvaise allocation des fonds d’aide \
            sociale\u{a0}» est plus utile que «\u{a0}Absence de site Web\u{a0}».)",
        ),
        Question::StatusQuo => (
            "Statu quo",
            "Décrivez l’état actuel de la question politique au début d’un plan d’action. (Par \
            exemple\u{a0}: 26\u{a0}% des plaintes pour corruption judiciaire ne sont pas traitées \
            actuellement.)",
        ),
        Question::Action => (
            "Action",
            "Quel est l’engagement\u{a0}? Décrivez ce que l’engagement implique, les résultats attendus et \
            son objectif général.",
        ),
        Question::Contribution => (
            "Comment l’engagement contribuera-t-il à résoudre le problème public\u{a0}?",
            "Quels sont les réalisations et résultats attendus une fois l’engagement mis en œuvre\u{a0}?",
        ),
        Question::Goal => (
            "À quel objectif à long terme identifié dans votre Vision stratégique pour un gouvernement \
            ouvert cet engagement se rapporte-t-il\u{a0}?",
            "Renvoyez à un objectif de votre réponse 4.1 ou 4.4.",
        ),
        Question::PolicyAreas => (
            "Domaine politique principal",
            "Veuillez indiquer la politique ou la pratique la plus pertinente pour cet engagement. \
            Sélectionnez jusqu’à deux domaines politiques dans la liste suivante.",
        ),
        Question::Sectors => (
            "Secteur primaire",
            "Veuillez indiquer le secteur primaire le plus pertinent pour cet engagement. Sélectionnez \
            jusqu’à deux secteurs dans la liste suivante.",
        ),
        Question::Values => (
            "À quelle valeur du PGO cet engagement est-il pertinent\u{a0}?",
            "Plusieurs valeurs sont possibles. La technologie et l’innovation ne suffisent pas à elles \
            seules\u{a0}: elles doivent soutenir une des trois autres.",
        ),
        Question::Resources => (
            "Quelles ressources sont nécessaires pour réaliser cet engagement\u{a0}?",
            "Veuillez inclure le budget, le personnel, le temps et les contributions de la société civile \
            et d’autres organisations, de même que toutes autres ressources nécessaires. Ajoutez des lignes \
            si nécessaire, par exemple une par source ou par phase.",
        ),
        Question::Secured => (
            "Les ressources nécessaires pour réaliser cet engagement sont-elles déjà sécurisées\u{a0}?",
            "Si la réponse est «\u{a0}Non\u{a0}» ou «\u{a0}Partiellement\u{a0}», dites à la question 16 \
            comment et quand elles le seront.",
        ),
        Question::Additional => (
            "Informations supplémentaires",
            "Utilisez cet espace facultatif pour fournir d’autres informations utiles, par exemple\u{a0}: \
            analyse du point de vue tenant compte des sexospécificités, liens vers d’autres programmes \
            gouvernementaux, liens vers le plan de développement national ou d’autres plans sectoriels ou \
            locaux, lien vers les objectifs de développement durable.",
        ),
        Question::Milestones => (
            "Jalons",
            "Ajoutez une ligne pour chaque jalon. Un jalon est une étape dont chacun peut constater qu’elle \
            est franchie.",
        ),
        _ => return own::question(question),
    };
    QuestionText { label, hint }
}
