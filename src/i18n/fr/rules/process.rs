//! French: what the checks say of the process, changes after submission and the calendar of monitoring.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Process.
        Check::Proc1 => (
            "L’espace de participation n’est pas encore nommé.",
            "Le gouvernement doit en avoir un pour élaborer et revoir le plan\u{a0}; un forum dédié n’est \
            pas obligatoire.",
            "Nommez l’espace utilisé, existant ou nouveau.",
        ),
        Check::Proc2a => (
            "Aucune réunion de co-création avec des parties prenantes non gouvernementales n’est notée.",
            "Cette exigence minimale sera évaluée\u{a0}: une réunion au moins pendant la co-création.",
            "Ajoutez-la à la liste si elle a eu lieu\u{a0}; sinon, tenez-en une.",
        ),
        Check::Proc2b => (
            "Du {from} au {to}, la liste compte {count} {count|réunion|réunions} de mise en œuvre avec des \
            parties prenantes non gouvernementales.",
            "Le manuel demande deux réunions par an sur la mise en œuvre.",
            "Ajoutez celles qui manquent à la liste, ou prévoyez-en deux cette année.",
        ),
        Check::Proc4None => (
            "L’approbation du plan final n’a pas encore de date.",
            "Les parties prenantes non gouvernementales approuvent le plan dans sa version finale.",
            "Indiquez le jour où elles l’ont approuvé\u{a0}; si ce n’est pas fait, demandez leur \
            approbation.",
        ),
        Check::Proc4Changed => (
            "Le plan a changé le {changed}, après son approbation du {endorsed}.",
            "L’approbation des parties prenantes non gouvernementales porte sur la version finale.",
            "Faites approuver le texte actuel, puis notez le nouveau jour.",
        ),
        Check::Proc4Differs => (
            "Depuis son approbation du {endorsed}, le plan a changé\u{a0}: {questions}.",
            "L’approbation des parties prenantes non gouvernementales porte sur la version finale.",
            "Comparez les deux textes, puis faites approuver le texte actuel et notez le nouveau jour.",
        ),
        Check::Proc5 => (
            "L’exigence «\u{a0}{requirement}\u{a0}» est remplie, mais sans élément de preuve.",
            "Faute de preuves, la participation peut être jugée contraire au processus et mise sous \
            probation.",
            "Ajoutez une source primaire, par exemple le lien d’un procès-verbal.",
        ),
        Check::Proc6 => (
            "L’achèvement du programme d’orientation n’a pas encore de date.",
            "Les nouveaux membres le suivent au moment où ils entament la co-création.",
            "Suivez le programme en ligne, puis indiquez le jour où il est achevé.",
        ),
        Check::Proc7 => (
            "Ces pratiques recommandées ne sont pas encore cochées\u{a0}: {lacking}.",
            "Le manuel les recommande, sans les exiger, pour bien associer la société civile et les \
            citoyens.",
            "Cochez celles que vous suivez et voyez lesquelles adopter.",
        ),
        Check::Proc8 => (
            "Le site n’est pas encore confirmé sur ces points\u{a0}: {lacking}.",
            "Un site est recommandé, non exigé\u{a0}; s’il y en a un, l’annexe 4 dit ce qu’il contient.",
            "Complétez-le au besoin, puis cochez ce qu’il offre.",
        ),
        Check::Proc9 => (
            "Rien n’indique encore que l’Unité de soutien du PGO connaît l’espace de participation choisi.",
            "Quel que soit cet espace, l’Unité de soutien doit en être informée.",
            "Informez-la, puis indiquez le jour.",
        ),
        // Changes after submission.
        Check::Mod1 => (
            "Un engagement a été modifié ou supprimé le {day}, alors que le délai avait pris fin le \
            {closed}.",
            "Un engagement se modifie ou se supprime dans les six mois qui suivent sa soumission.",
            "Vérifiez la date\u{a0}; si elle est exacte, consultez l’équipe du PGO local.",
        ),
        Check::Mod1Unlisted => (
            "L’engagement «\u{a0}{title}\u{a0}» n’est plus tel qu’il a été soumis, sans entrée au journal, \
            et le délai a pris fin le {closed}.",
            "Un engagement se modifie dans les six mois qui suivent sa soumission.",
            "Inscrivez un changement fait à temps, ou rétablissez le texte soumis.",
        ),
        Check::Mod2 => (
            "Dans le journal des modifications, la case «\u{a0}{cell}\u{a0}» d’une entrée est vide.",
            "Les parties prenantes non gouvernementales de la co-création sont consultées et \
            approuvent\u{a0}; la décision est documentée.",
            "Complétez cette entrée.",
        ),
        Check::Mod2Unlisted => (
            "L’engagement «\u{a0}{title}\u{a0}» n’est plus tel qu’il a été soumis, et le journal des \
            modifications n’en dit rien.",
            "Tout changement doit être documenté, avec la façon dont il a été décidé.",
            "Ajoutez une entrée, ou rétablissez le texte soumis.",
        ),
        Check::Mod3 => (
            "Une modification ne dit pas quand l’équipe du PGO local en a été informée.",
            "Toute modification d’un engagement doit lui être communiquée.",
            "Informez l’équipe, puis notez le jour dans le journal.",
        ),
        Check::Mod4 => (
            "L’engagement modifié s’écarte de règles qu’il suivait lors de la soumission\u{a0}: {rules}.",
            "Le manuel ne l’exclut pas, mais un changement devrait garder ce qui était en ordre.",
            "Revoyez ces points, ou revenez au texte soumis.",
        ),
        // Monitoring.
        Check::Mon1 => (
            "D’après les dates saisies, l’évaluation initiale n’était pas finalisée au {due}.",
            "L’organe de suivi la finalise dans les deux mois qui suivent la soumission du plan.",
            "Notez la date si elle manque\u{a0}; sinon, convenez de la suite avec l’organe de suivi.",
        ),
        Check::Mon2 => (
            "D’après les dates saisies, l’évaluation de fin d’engagement n’était pas soumise au {due}.",
            "Elle est due un mois après la mise en œuvre complète ou, si elle vient avant, après la fin du \
            plan.",
            "Notez sa date si elle manque\u{a0}; sinon, rappelez-la à l’organe de suivi.",
        ),
        Check::Mon3 => (
            "D’après les dates saisies, le rapport de l’exercice d’apprentissage final n’était pas soumis au \
            {due}.",
            "L’exercice et son rapport sont attendus dans les deux mois après la fin du plan.",
            "Notez la date si elle manque\u{a0}; sinon, fixez-la avec l’organe de suivi.",
        ),
        Check::Mon4 => (
            "Entre {from} et {to}, aucune mise à jour publique n’est notée.",
            "Le point de contact en publie une chaque trimestre sur l’outil de suivi du PGO.",
            "Notez-la si elle existe\u{a0}; sinon, publiez l’état actuel des engagements.",
        ),
        Check::Mon5 => (
            "Entre {from} et {to}, soit {count} trimestres de suite, aucune mise à jour publique n’est notée.",
            "Après deux trimestres sans mise à jour, un membre est considéré comme inactif.",
            "Notez les mises à jour déjà publiées, ou publiez-en une sans attendre.",
        ),
        Check::Mon6 => (
            "Entre {from} et {to}, soit {count} trimestres de suite, aucun jalon n’a progressé malgré les mises \
            à jour.",
            "Après deux trimestres sans progrès d’aucun engagement, un membre est considéré comme inactif.",
            "Actualisez l’état des jalons, ou parlez des obstacles avec l’Unité de soutien.",
        ),
        Check::Mon7 => (
            "L’inactivité dure depuis le {since}\u{a0}; les six mois admis ont pris fin le {limit}.",
            "Au-delà de six mois, sauf inactivité volontaire, la participation est contraire au processus et \
            mise sous probation.",
            "Notez le jour de la reprise, ou consultez l’Unité de soutien.",
        ),
        Check::Mon8 => (
            "La probation dure depuis le {since}\u{a0}; les quatre mois pour y remédier ont pris fin le \
            {limit}.",
            "Passé ce délai, l’adhésion est révoquée.",
            "Notez le jour où les exigences ont été remplies, ou consultez sans attendre l’Unité de soutien \
            du PGO.",
        ),
        Check::Mon9 => (
            "Il reste à confirmer que l’organe de suivi invite les deux côtés à commenter et utilise les \
            formulaires du PGO.",
            "Ses rapports tiennent compte des avis du gouvernement et des parties prenantes non \
            gouvernementales.",
            "Vérifiez-le avec lui, puis cochez la confirmation.",
        ),
        Check::Mon10 => (
            "Il reste à confirmer que l’inactivité volontaire a été discutée avec les parties prenantes non \
            gouvernementales et l’équipe du PGO local.",
            "Le manuel recommande fortement cet échange, qui aide à maintenir l’élan.",
            "Parlez-en avec eux, puis cochez la confirmation.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
