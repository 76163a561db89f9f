//! French: what the checks say of the number of commitments and coalitions.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        Check::Cnt1 | Check::Cnt2 | Check::Cnt3 => (
            "Dès {month}, {count} engagements sont en cours à la fois, pour un maximum de \
            {limit}\u{a0}: {titles}.",
            "Un nouvel engagement peut s’ajouter quand un autre est achevé et évalué.",
            "Décalez ou supprimez des engagements, ou notez ceux qui sont achevés.",
        ),
        Check::Cnt1Always | Check::Cnt2Always | Check::Cnt3Always => (
            "Faute de dates claires, {count} engagements comptent comme en cours dès le départ, pour un \
            maximum de {limit}\u{a0}: {titles}.",
            "Sans dates, rien ne montre qu’ils se succèdent.",
            "Complétez leurs dates ou supprimez des engagements.",
        ),
        Check::Cnt4 => (
            "Le plan ne contient encore aucun engagement.",
            "Un plan d’action réunit une vision stratégique et des engagements.",
            "Ajoutez un premier engagement.",
        ),
        Check::Cnt5a => (
            "Le plan compte {count} engagements dont l’évaluation n’est pas notée, pour un maximum de \
            {limit}.",
            "Un engagement peut s’ajouter une fois qu’un autre est achevé et évalué.",
            "Notez les évaluations déjà soumises, ou reportez les ajouts.",
        ),
        Check::Cnt5b => (
            "Il n’est pas confirmé que l’engagement ajouté après la soumission a été co-créé.",
            "Un engagement ajouté en cours de plan est co-créé comme les premiers.",
            "Co-créez-le avec les parties prenantes non gouvernementales, puis cochez la confirmation.",
        ),
        Check::Cnt6 => (
            "L’engagement, ajouté après la soumission, ne fera pas l’objet d’une évaluation initiale.",
            "Le manuel ne la prévoit que pour les engagements initiaux et n’exige rien de plus.",
            "Demandez à l’organe de suivi s’il peut examiner aussi celui-ci.",
        ),
        Check::Jnt1Count => (
            "Le plan est conjoint, mais n’indique encore qu’une juridiction.",
            "Un plan conjoint réunit de deux à quatre juridictions du même pays.",
            "Ajoutez les autres juridictions, ou indiquez que le plan n’est pas conjoint.",
        ),
        Check::Jnt1Country => (
            "Le même pays n’est pas indiqué pour toutes les juridictions du plan conjoint ({countries}).",
            "Une coalition réunit des juridictions d’un seul pays.",
            "Complétez ou harmonisez le nom du pays sur chaque ligne.",
        ),
        Check::Jnt1NoCountry => (
            "Le pays de « {name} » n’est pas encore indiqué.",
            "Une coalition réunit des juridictions d’un seul pays.",
            "Indiquez le pays sur cette ligne, écrit comme sur les autres.",
        ),
        Check::Jnt1Member => (
            "Il n’est pas encore confirmé que «\u{a0}{name}\u{a0}» est membre du PGO local.",
            "Une coalition ne réunit que des juridictions membres.",
            "Cochez la case sur sa ligne si elle l’est\u{a0}; sinon, consultez l’Unité de soutien du PGO.",
        ),
        Check::Jnt2 => (
            "Le nom ou le courriel du point de contact du plan conjoint manque encore.",
            "La coalition convient d’une seule personne pour la coordination avec l’Unité de soutien du PGO.",
            "Complétez ces deux cases dans «\u{a0}À propos de ce plan\u{a0}».",
        ),
        Check::Jnt3 => (
            "Le plan conjoint s’achève en {end}, alors que le plus long mandat de la coalition court \
            jusqu’en {mandate_end}.",
            "Quand les mandats diffèrent, le plan conjoint suit le plus long.",
            "Choisissez {latest}, deux mois avant la fin de ce mandat.",
        ),
        Check::Jnt4 => (
            "L’engagement n’indique pas encore à quelles juridictions il s’applique.",
            "Dans un plan conjoint, il en concerne une seule, ou toutes.",
            "Choisissez une juridiction, ou toutes.",
        ),
        Check::Jnt5a => (
            "L’engagement s’achève en {end}, trop tard pour le mandat de «\u{a0}{name}\u{a0}».",
            "Chaque juridiction réalise ses engagements au plus tard deux mois avant la fin de son mandat.",
            "Choisissez une fin en {latest} ou plus tôt.",
        ),
        Check::Jnt5b => (
            "L’engagement conjoint s’achève en {end}, trop tard pour le mandat qui prend fin le premier.",
            "Le manuel ne l’exige pas clairement, mais toutes les juridictions mettent en œuvre un tel \
            engagement.",
            "Choisissez {latest} ou plus tôt, ou prévoyez la suite avec la juridiction concernée.",
        ),
        Check::Jnt6a => (
            "La gouvernance de la coalition n’est pas encore décrite.",
            "Les partenaires la définissent eux-mêmes, à égalité.",
            "Dites qui décide, qui coordonne et comment les désaccords se règlent.",
        ),
        Check::Jnt6b => (
            "Il reste à dire si la co-création est conjointe ou distincte.",
            "Le manuel laisse le choix aux juridictions et n’exige pas de l’indiquer, mais cela éclaire le \
            lecteur.",
            "Choisissez l’une des deux formes.",
        ),
        Check::Jnt7 => (
            "La décision de poursuivre en coalition, après un plan conjoint, n’a pas encore de date.",
            "Un plan conjoint ne vaut que pour une période\u{a0}; ensuite, les juridictions choisissent de \
            nouveau.",
            "Indiquez le jour de cette décision.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
