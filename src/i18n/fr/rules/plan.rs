//! French: what the checks say of the letter and the plan period.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Eligibility and letter.
        Check::Elig1 => (
            "À l’adhésion, le {joined}, il restait moins de 16 mois avant la fin du mandat en {mandate_end}.",
            "Ce délai permet à l’administration en place d’achever le cycle du plan sans interruption.",
            "Vérifiez les deux dates\u{a0}; si elles sont exactes, consultez l’Unité de soutien du PGO.",
        ),
        Check::Elig2 => (
            "La lettre d’appui n’est pas encore confirmée sur ces points\u{a0}: {lacking}.",
            "C’est d’après cette lettre que l’Unité de soutien évalue la demande d’adhésion.",
            "Complétez la lettre au besoin, puis cochez ce qu’elle contient.",
        ),
        Check::Elig3 => (
            "Rien n’indique encore que la lettre d’appui cite une réforme de gouvernement ouvert ou une \
            co-création réussie des trois dernières années.",
            "Une telle expérience est un critère d’admissibilité.",
            "Citez un exemple dans la lettre, puis cochez ce point.",
        ),
        Check::Elig5Lead => (
            "L’organisme chef de file du PGO local n’est pas encore nommé.",
            "Le gouvernement désigne cet organisme dès sa demande d’adhésion.",
            "Inscrivez son nom dans «\u{a0}À propos de ce plan\u{a0}».",
        ),
        Check::Elig5Official => (
            "Le haut fonctionnaire qui supervise la participation au PGO local n’est pas encore nommé.",
            "Cette personne agit par délégation du chef du gouvernement local.",
            "Inscrivez son nom et son titre dans «\u{a0}À propos de ce plan\u{a0}».",
        ),
        Check::Elig5Contact => (
            "Le point de contact du PGO local n’est pas encore nommé.",
            "Cette personne coordonne le travail quotidien et assure la liaison avec l’Unité de soutien.",
            "Inscrivez son nom, son service et son courriel dans «\u{a0}À propos de ce plan\u{a0}».",
        ),
        // Plan period.
        Check::Plan1 => (
            "Le plan s’achève en {end}, trop tard pour un mandat qui prend fin en {mandate_end}.",
            "Le plan se termine au moins deux mois avant le mandat, ce qui laisse le temps de l’exercice \
            d’apprentissage final.",
            "Choisissez {latest} ou un mois antérieur.",
        ),
        Check::Plan2 => (
            "La fin du plan n’est pas encore indiquée.",
            "La fin du mandat et celle du plan déterminent la période du plan d’action.",
            "Indiquez le mois et l’année.",
        ),
        Check::Plan2Mandate => (
            "La fin du mandat n’est pas encore indiquée.",
            "La fin du mandat et celle du plan déterminent la période du plan d’action.",
            "Indiquez le mois et l’année, ou cochez «\u{a0}Pas d’élections\u{a0}» dans «\u{a0}À propos \
            de ce plan\u{a0}».",
        ),
        Check::Plan2Unreadable | Check::Com2aUnreadable => (
            "La saisie «\u{a0}{typed}\u{a0}» ne désigne pas un mois et une année.",
            "Tant que le mois n’est pas lisible, la durée ne peut pas être vérifiée.",
            "Remplissez les deux cases\u{a0}: un mois (de 1 à 12, ou son nom) et une année à quatre \
            chiffres, de 2000 à 2099.",
        ),
        Check::Plan3Short => (
            "Le plan ne compte que {months} mois, soit moins d’un an.",
            "Sans élections, le plan dure de un à quatre ans, ou suit la vision à moyen terme existante.",
            "Choisissez une fin en {earliest} ou plus tard, ou celle de la vision à moyen terme.",
        ),
        Check::Plan3Long => (
            "Le plan compte {months} mois, soit plus de quatre ans.",
            "Sans élections, le plan dure de un à quatre ans, ou suit la vision à moyen terme existante.",
            "Choisissez une fin en {latest} ou plus tôt, ou celle de la vision à moyen terme.",
        ),
        Check::Plan4a => (
            "Le plan commence en {start}, après sa fin en {end}.",
            "Dans cet ordre, la durée du plan ne peut pas être vérifiée.",
            "Corrigez le début ou la fin du plan.",
        ),
        Check::Plan4b => (
            "Le plan commence en {start}, avant l’adhésion au PGO local ({joined}).",
            "Un plan débute quand la juridiction rejoint le PGO local ou quand le nouveau mandat commence.",
            "Vérifiez le début du plan et la date d’adhésion.",
        ),
        Check::Plan5 => (
            "Du début à la fin, le plan ne compte que {months} mois.",
            "Un engagement dure au moins un an\u{a0}: aucun ne tiendrait dans cette période.",
            "Vérifiez le début et la fin du plan\u{a0}; si le mandat ne laisse pas 12 mois, parlez-en à \
            l’Unité de soutien du PGO.",
        ),
        Check::Plan6 => (
            "Le délai de soumission du plan a pris fin le {deadline}, quatre mois après le plan précédent \
            ({previous_end}).",
            "Un membre qui dépasse ce délai est considéré comme inactif.",
            "Vérifiez les dates\u{a0}; si elles sont exactes, convenez de la suite avec l’Unité de soutien \
            du PGO.",
        ),
        Check::Plan7 => (
            "Le délai de soumission du premier plan a pris fin le {deadline}.",
            "Un nouveau membre qui le dépasse, sans prolongation accordée, est considéré comme inactif.",
            "Vérifiez les dates, ou demandez une prolongation et notez-la une fois accordée.",
        ),
        Check::Plan8 => (
            "Une réponse n’a pas encore de texte anglais.",
            "Les plans sont soumis en anglais, pour que d’autres juridictions du monde puissent s’en \
            inspirer.",
            "Ouvrez «\u{a0}En anglais\u{a0}» sous la question et ajoutez la traduction.",
        ),
        Check::Plan9 => (
            "Rien ne confirme que le plan a été soumis par le point de contact.",
            "Seuls les points de contact peuvent soumettre un plan sur la plateforme du PGO.",
            "Indiquez qui l’a soumis\u{a0}; si c’est une autre personne, remettez le fichier au point de \
            contact.",
        ),
        Check::Plan10 => (
            "L’exercice d’apprentissage final, attendu en {exercise}, tombe après la fin du mandat de \
            «\u{a0}{name}\u{a0}» ({mandate_end}).",
            "Le manuel ne l’exclut pas, mais l’administration sortante n’y participerait plus.",
            "Décidez avec la coalition qui y prendra part pour cette juridiction.",
        ),
        Check::Plan11a => (
            "Le plan s’achève en {end}, un mois déjà passé.",
            "Un plan qui reste à soumettre se termine d’ordinaire plus tard\u{a0}; l’année est peut-être à \
            corriger.",
            "Vérifiez le mois et l’année, ou notez la date de soumission du plan.",
        ),
        Check::Plan11b => (
            "Le mandat prend fin en {mandate_end}, dans plus de huit ans.",
            "Un mandat local est rarement aussi long\u{a0}; l’année est peut-être à corriger.",
            "Vérifiez l’année.",
        ),
        Check::Plan12 => (
            "Le plan s’achève en {end}, {months} mois avant la fin du mandat.",
            "Le cycle du plan d’action suit la durée du mandat.",
            "Prolongez le plan, au plus tard jusqu’en {latest}, ou gardez cette fin si elle est voulue.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
