//! French: what the checks say.
//!
//! Each check has three sentences: what is wrong, to be understood without its question; why it matters; what
//! to do. Braces hold the values that the catalogue names for the check. Nothing here scolds, and no answer is
//! called wrong that is only missing.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says.
pub(super) fn rule(check: Check) -> RuleText {
    let (wrong, why, todo) = match check {
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
        // Vision, participation, monitoring, endorsement.
        Check::Vis1a => (
            "L’avant-propos manque encore.",
            "Il présente l’ambition du plan et la façon dont gouvernement et société civile travailleront \
            ensemble.",
            "Rédigez-le, ensemble ou séparément.",
        ),
        Check::Vis3 => (
            "Une réponse sur la vision stratégique manque encore.",
            "La vision guide les engagements pendant toute la période du plan.",
            "Répondez à la question\u{a0}; quelques phrases suffisent.",
        ),
        Check::Vis4 => (
            "Une réponse sur la participation et la coordination manque encore.",
            "La vision indique qui porte le plan, qui y a participé et comment la collaboration continuera.",
            "Répondez à la question.",
        ),
        Check::Vis5Long => (
            "Le nom d’une institution compte {length} caractères, au-delà des {limit} que le site du PGO \
            affiche.",
            "La page publique du PGO coupe la fin des noms plus longs.",
            "Raccourcissez-le, par exemple avec un sigle.",
        ),
        Check::Vis5Same => (
            "L’institution «\u{a0}{name}\u{a0}» figure plusieurs fois dans la liste.",
            "La page publique du PGO reprend la liste telle quelle, répétition comprise.",
            "Gardez une seule ligne par institution.",
        ),
        Check::Vis5Empty | Check::Vis16bEmpty | Check::Com8Empty => (
            "Une ligne est restée vide à côté de lignes remplies.",
            "On ne sait pas si une réponse manque ou si la ligne est en trop.",
            "Remplissez-la ou supprimez-la.",
        ),
        Check::Vis6 => (
            "La réponse 5.3 est écrite, mais il reste à dire si elle nomme ce type d’espace.",
            "Le modèle demande de mentionner les uns et les autres.",
            "Choisissez «\u{a0}Nommés en 5.3\u{a0}» ou «\u{a0}Il n’y en a pas\u{a0}».",
        ),
        Check::Vis7a => (
            "Le nombre de groupes saisi, «\u{a0}{typed}\u{a0}», ne se lit pas comme un nombre entier de \
            1 à 999\u{a0}999.",
            "La question 5.6 demande un total\u{a0}; les précisions ont leur place en 5.5.",
            "Écrivez le total avec des chiffres seuls, sans espace ni virgule.",
        ),
        Check::Vis8 => (
            "Le nombre de réunions de co-création saisi, «\u{a0}{typed}\u{a0}», ne se lit pas comme un \
            nombre entier de 1 à 999\u{a0}999.",
            "La co-création comprend au moins une réunion avec les parties prenantes non \
            gouvernementales.",
            "Écrivez-le avec des chiffres seuls\u{a0}; s’il n’y a pas encore eu de réunion, tenez-en une.",
        ),
        Check::Vis10 => (
            "La description de l’organe de suivi manque encore.",
            "Un organe indépendant, et un seul, évalue le plan et ses engagements.",
            "Décrivez l’organe choisi et ce qui assure son indépendance.",
        ),
        Check::Vis11a => (
            "Les coordonnées de l’organe de suivi ne sont pas encore complètes.",
            "Le modèle demande qui est cet organe et comment le joindre.",
            "Donnez une organisation ou un nom, et un courriel ou un téléphone.",
        ),
        Check::Vis11b | Check::Com7 => (
            "Le courriel «\u{a0}{typed}\u{a0}» n’a pas la forme d’une adresse.",
            "Cette adresse doit permettre de joindre la personne ou l’organisme.",
            "Écrivez une seule adresse, par exemple nom@exemple.org.",
        ),
        Check::Vis15 => (
            "Une réponse sur le suivi du plan manque encore.",
            "La vision dit comment les progrès seront suivis et portés à la connaissance du public.",
            "Répondez à la question.",
        ),
        Check::Vis16a => (
            "La liste des parties prenantes non gouvernementales qui approuvent le plan est encore vide.",
            "Le plan final doit avoir l’approbation de celles qui ont participé à la co-création.",
            "Ajoutez au moins une organisation ou personne.",
        ),
        Check::Vis16bSame => (
            "Le nom «\u{a0}{name}\u{a0}» figure plusieurs fois parmi les approbations.",
            "Chaque partie prenante n’approuve le plan qu’une fois.",
            "Gardez une seule ligne par nom.",
        ),
        Check::Vis16bGovernment => (
            "Le nom «\u{a0}{name}\u{a0}» figure parmi les approbations, mais aussi comme organisme \
            public du plan.",
            "L’approbation demandée est celle de parties prenantes non gouvernementales.",
            "Supprimez-le de la liste, ou vérifiez l’autre réponse où il figure.",
        ),
        Check::Vis18a => (
            "Le lien «\u{a0}{typed}\u{a0}» n’est pas une adresse web complète.",
            "Une adresse complète commence par https:// ou http:// et ne contient pas d’espace.",
            "Copiez l’adresse entière depuis la barre d’adresse du navigateur.",
        ),
        Check::Vis18b => (
            "Des espaces en ligne sont nommés en 5.3, mais le lien du site manque.",
            "Le modèle demande ce lien quand une co-création ou une consultation s’est tenue en ligne.",
            "Ajoutez le lien du site, s’il y en a un.",
        ),
        // Number of commitments.
        Check::Cnt1 => (
            "Dès {month}, {count} engagements sont en cours à la fois, pour un maximum de \
            {limit}\u{a0}: {titles}.",
            "Un nouvel engagement peut s’ajouter quand un autre est achevé et évalué.",
            "Décalez ou supprimez des engagements, ou notez ceux qui sont achevés.",
        ),
        Check::Cnt1Always => (
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
        Check::Com24 => (
            "L’organisme «\u{a0}{office}\u{a0}» ne figure pas parmi les institutions de 5.1.",
            "L’organisme principal d’un engagement compte d’ordinaire parmi les institutions responsables du \
            plan.",
            "Ajoutez-le en 5.1 ou vérifiez les noms.",
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
    };
    RuleText { wrong, why, todo }
}
