//! French: what the checks say of each commitment and its milestones.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Each commitment.
        Check::Com1a => (
            "Un engagement n’a pas encore de titre.",
            "Le titre nomme l’action précise et distingue l’engagement des autres.",
            "Nommez l’action, par exemple «\u{a0}Publier les marchés publics de la commune\u{a0}».",
        ),
        Check::Com1b => (
            "Un autre engagement porte déjà le titre «\u{a0}{title}\u{a0}».",
            "Le titre distingue l’engagement des autres engagements du plan.",
            "Précisez l’un des deux titres.",
        ),
        Check::Com2a => (
            "La case «\u{a0}{cell}\u{a0}» de l’engagement n’est pas encore remplie.",
            "Un engagement est limité dans le temps et annonce ses dates.",
            "Indiquez le mois et l’année.",
        ),
        Check::Com2b => (
            "L’engagement commence en {start}, après sa fin en {end}.",
            "Dans cet ordre, sa durée ne peut pas être vérifiée.",
            "Corrigez l’un des deux mois.",
        ),
        Check::Com3 => (
            "L’engagement ne dure que {months} mois.",
            "La durée minimale est d’un an, soit 12 mois, premier et dernier compris.",
            "Choisissez une fin en {earliest} ou plus tard, ou avancez le début.",
        ),
        Check::Com3NoRoom => (
            "L’engagement ne dure que {months} mois.",
            "La durée minimale est d’un an, soit 12 mois, premier et dernier compris.",
            "Faites-le commencer en {latest_start} ou plus tôt\u{a0}: après ce mois, la fin du plan ne \
            laisse plus 12 mois.",
        ),
        Check::Com4a => (
            "L’engagement s’achève en {end}, {months} mois après la fin du plan ({plan_end}).",
            "Un engagement doit être pleinement mis en œuvre pendant la période du plan.",
            "Choisissez une fin en {plan_end} ou plus tôt.",
        ),
        Check::Com4b => (
            "L’engagement commence en {start}, avant le début du plan ({plan_start}).",
            "Un engagement se réalise pendant la période du plan.",
            "Vérifiez le début de l’engagement et celui du plan.",
        ),
        Check::Com5 => (
            "Aucune ligne ne réunit encore l’organisme public responsable, un contact et son courriel.",
            "L’engagement désigne clairement le principal organisme responsable de sa mise en œuvre.",
            "Complétez ces trois cases sur une même ligne.",
        ),
        Check::Com6 => (
            "La branche du gouvernement de l’organisme responsable manque encore.",
            "Le modèle la demande pour l’organisme d’exécution principal.",
            "Indiquez-la sur une ligne au moins, par exemple «\u{a0}exécutif\u{a0}».",
        ),
        Check::Com8Organisation => (
            "Une ligne de contact ne nomme ni organisme ni organisation.",
            "Sans ce nom, on ne sait pas pour le compte de qui cette personne intervient.",
            "Ajoutez l’organisme ou l’organisation.",
        ),
        Check::Com8Name => (
            "Une ligne de contact ne nomme personne.",
            "Un nom permet de savoir à qui s’adresser.",
            "Ajoutez le nom du contact.",
        ),
        Check::Com9 => (
            "Aucun responsable non gouvernemental n’est indiqué.",
            "Le modèle le demande le cas échéant\u{a0}; rien ne dit si cette absence est voulue.",
            "Ajoutez-en un, ou cochez qu’il n’y en a volontairement pas.",
        ),
        Check::Com10 => (
            "Une partie de la description de l’engagement manque encore.",
            "Problème, statu quo, action et résultats attendus rendent l’engagement précis et mesurable.",
            "Répondez à la question.",
        ),
        Check::Com11 => (
            "Personne n’a encore confirmé que l’engagement part d’un problème public, et non d’un outil \
            manquant.",
            "Le modèle préfère «\u{a0}mauvaise allocation des fonds d’aide sociale\u{a0}» à «\u{a0}absence \
            de site web\u{a0}».",
            "Relisez la réponse 6, puis confirmez.",
        ),
        Check::Com12 => (
            "Le statu quo est décrit sans aucun chiffre.",
            "Le manuel n’en exige pas, mais un chiffre de départ permet de mesurer le progrès.",
            "Ajoutez-en un si vous en disposez, par exemple un pourcentage.",
        ),
        Check::Com13a => (
            "L’objectif de la vision auquel l’engagement se rapporte manque encore.",
            "Les engagements mettent en œuvre la vision stratégique.",
            "Nommez un objectif de votre réponse 4.1 ou 4.4.",
        ),
        Check::Com13b => (
            "L’engagement renvoie à la vision, mais 4.1 et 4.4 sont encore vides.",
            "L’objectif cité ne peut pas y être retrouvé.",
            "Répondez à 4.1 ou à 4.4.",
        ),
        Check::Com14 => (
            "Aucun domaine politique n’est encore choisi.",
            "Le modèle demande le domaine le plus pertinent pour l’engagement.",
            "Choisissez un ou deux domaines.",
        ),
        Check::Com14Many => (
            "Pour cet engagement, {count} domaines politiques sont choisis.",
            "Le modèle en admet deux au plus.",
            "Gardez un ou deux domaines, les plus pertinents.",
        ),
        Check::Com15 => (
            "Aucun secteur n’est encore choisi.",
            "Le modèle demande le secteur le plus pertinent pour l’engagement.",
            "Choisissez un ou deux secteurs.",
        ),
        Check::Com15Many => (
            "Pour cet engagement, {count} secteurs sont choisis.",
            "Le modèle en admet deux au plus.",
            "Gardez un ou deux secteurs, les plus pertinents.",
        ),
        Check::Com16 => (
            "L’option «\u{a0}Autre\u{a0}» est choisie, sans autre précision.",
            "Le manuel ne l’exige pas, mais «\u{a0}Autre\u{a0}» seul n’apprend rien au lecteur.",
            "Précisez en quelques mots ce dont il s’agit.",
        ),
        Check::Com17 => (
            "Aucune valeur du PGO n’est encore choisie.",
            "Chaque engagement fait progresser une ou plusieurs de ces valeurs.",
            "Choisissez au moins une valeur.",
        ),
        Check::Com18 => (
            "La seule valeur choisie est la technologie et l’innovation.",
            "Elle n’est pas un principe autonome\u{a0}: elle soutient l’une des trois autres valeurs.",
            "Choisissez aussi la valeur qu’elle soutient.",
        ),
        Check::Com19a => (
            "Aucune ressource n’est encore indiquée.",
            "Chaque engagement précise ses ressources\u{a0}: budget, personnel, temps ou autres.",
            "Remplissez au moins une ligne.",
        ),
        Check::Com19b => (
            "Le montant de {amount} n’a pas de devise.",
            "Le modèle demande de préciser la devise du budget.",
            "Ajoutez la devise, par exemple EUR, MAD ou XOF.",
        ),
        Check::Com19c => (
            "La saisie «\u{a0}{typed}\u{a0}» ne se lit pas comme une quantité.",
            "Ces cases reçoivent un seul nombre, zéro compris, avec deux décimales au plus.",
            "Écrivez le nombre seul, sans signe, unité ni fourchette.",
        ),
        Check::Com19d => (
            "La case «\u{a0}{cell}\u{a0}» est vide sur toutes les lignes.",
            "Le modèle demande le budget, le personnel et le temps nécessaires.",
            "Ajoutez une estimation, ou 0 s’il n’en faut pas.",
        ),
        Check::Com20 => (
            "Le temps nécessaire est de {time} mois, mais l’engagement n’en dure que {months}.",
            "Le manuel ne l’exige pas, mais les deux durées devraient s’accorder.",
            "Vérifiez le temps nécessaire ou les dates de l’engagement.",
        ),
        Check::Com21 => (
            "Il reste à dire si les ressources sont déjà sécurisées.",
            "Le modèle demande de choisir entre oui, non et partiellement.",
            "Choisissez une réponse.",
        ),
        Check::Com23 => (
            "Personne n’a encore confirmé qu’un jalon ou un résultat de l’engagement peut être vérifié par \
            d’autres.",
            "L’organe de suivi et les citoyens doivent pouvoir constater où en est l’engagement.",
            "Relisez 8, 9 et les jalons en 17, puis confirmez.",
        ),
        Check::Com24 => (
            "L’organisme «\u{a0}{office}\u{a0}» ne figure pas parmi les institutions de 5.1.",
            "L’organisme principal d’un engagement compte d’ordinaire parmi les institutions responsables du \
            plan.",
            "Ajoutez-le en 5.1 ou vérifiez les noms.",
        ),
        Check::Com25 => (
            "Personne n’a encore confirmé que l’engagement va nettement au-delà des pratiques actuelles.",
            "Le manuel souhaite une nette amélioration, que la réforme soit nouvelle ou déjà en cours.",
            "Relisez 7 et 8, puis confirmez.",
        ),
        // Milestones.
        Check::Mil1 => (
            "L’engagement n’a encore aucun jalon.",
            "Les jalons et leurs dates permettent de vérifier où en est l’engagement.",
            "Ajoutez au moins un jalon.",
        ),
        Check::Mil2 => (
            "La date de jalon «\u{a0}{typed}\u{a0}» ne désigne pas un mois et une année.",
            "Le modèle demande la forme MM/AAAA.",
            "Remplissez les deux cases\u{a0}: un mois (de 1 à 12, ou son nom) et une année à quatre \
            chiffres, de 2000 à 2099.",
        ),
        Check::Mil3 => (
            "Le jalon commence en {start}, après sa fin en {end}.",
            "Dans cet ordre, il ne peut pas être placé dans le calendrier de l’engagement.",
            "Corrigez l’un des deux mois.",
        ),
        Check::Mil4Early => (
            "Une date du jalon, {month}, précède le début de l’engagement ({start}).",
            "Un jalon est une étape de l’engagement et s’inscrit dans ses dates.",
            "Choisissez {start} ou un mois ultérieur, ou avancez le début de l’engagement.",
        ),
        Check::Mil4Late => (
            "Une date du jalon, {month}, dépasse la fin de l’engagement ({end}).",
            "Un jalon est une étape de l’engagement et s’inscrit dans ses dates.",
            "Choisissez {end} ou un mois antérieur, ou repoussez la fin de l’engagement.",
        ),
        Check::Mil5 => (
            "Une case du jalon n’est pas encore remplie.",
            "Le modèle demande pour chaque jalon une description, deux dates, un organisme responsable et un \
            contact.",
            "Remplissez cette case.",
        ),
        Check::Mil6 => (
            "L’état du jalon n’est pas encore choisi.",
            "Le modèle propose cinq états, de «\u{a0}Pas commencé\u{a0}» à «\u{a0}Incomplet\u{a0}».",
            "Choisissez l’état actuel du jalon.",
        ),
        Check::Mil7NotStarted => (
            "Selon son état, le jalon n’a pas commencé, alors que l’un de ses mois, {month}, est passé.",
            "Le manuel ne l’exige pas, mais l’état et les dates devraient s’accorder.",
            "Mettez à jour l’état ou les dates.",
        ),
        Check::Mil7Early => (
            "Le jalon porte l’état «\u{a0}{status}\u{a0}», alors que le jalon lui-même ne commence \
            qu’en {start}.",
            "Le manuel ne l’exige pas, mais l’état et les dates devraient s’accorder.",
            "Mettez à jour l’état ou les dates.",
        ),
        Check::Mil7Late => (
            "Le jalon porte l’état «\u{a0}{status}\u{a0}», alors que sa fin était prévue en {end}.",
            "Le manuel ne l’exige pas, mais l’état et les dates devraient s’accorder.",
            "Mettez à jour l’état ou les dates.",
        ),
        Check::Mil8a => (
            "Le dernier jalon daté s’achève en {last}, avant la fin de l’engagement ({end}).",
            "Sans jalon final, rien ne permet de suivre l’engagement jusqu’à son terme.",
            "Ajoutez un jalon, prolongez le dernier ou raccourcissez l’engagement.",
        ),
        Check::Mil8b => (
            "Entre {from} et {to}, aucun jalon daté ne couvre ces {months} mois.",
            "Au-delà de six mois sans jalon, deux trimestres peuvent passer sans progrès visible.",
            "Ajoutez un jalon intermédiaire ou allongez un jalon voisin.",
        ),
        Check::Mil9 => (
            "La responsabilité d’un jalon revient à «\u{a0}{name}\u{a0}», qui n’est pas nommé aux questions 3 à 5.",
            "Le manuel ne l’exige pas, mais qui réalise un jalon participe à l’engagement.",
            "Nommez cet organisme aux questions 3 à 5, ou vérifiez l’orthographe.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
