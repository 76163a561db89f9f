//! French: what the checks say of the vision, participation, monitoring and endorsement.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        Check::Vis1a => (
            "L’avant-propos manque encore.",
            "Il présente l’ambition du plan et la façon dont gouvernement et société civile travailleront \
            ensemble.",
            "Rédigez-le, ensemble ou séparément.",
        ),
        Check::Vis1b => (
            "Personne n’a encore confirmé que l’avant-propos présente l’ambition du plan et la façon de \
            travailler ensemble.",
            "Le modèle recommande d’y aborder ces deux points.",
            "Relisez la réponse 2, complétez-la au besoin, puis confirmez.",
        ),
        Check::Vis2 => (
            "Une réponse annonce {count} documents, alors qu’un autre formulaire en ligne du PGO n’en \
            accepte que {limit}.",
            "Le manuel ne fixe pas de limite, mais la plateforme pourrait refuser les documents en trop.",
            "Réunissez-en plusieurs en un fichier, ou gardez les plus utiles.",
        ),
        Check::Vis2Large => (
            "Le document «\u{a0}{name}\u{a0}» pèse {size}\u{a0}Mo, alors qu’un autre formulaire en ligne du PGO n’accepte que {limit}\u{a0}Mo par fichier.",
            "Le manuel ne fixe pas de limite, mais la plateforme pourrait refuser le fichier.",
            "Allégez le document, ou indiquez un lien vers la page où il se trouve.",
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
        Check::Vis7b => (
            "La question 5.6 annonce {count} {count|groupe|groupes}, alors que la liste par type en totalise \
            {total}.",
            "Le manuel ne l’exige pas, mais les deux nombres devraient s’accorder.",
            "Corrigez le nombre en 5.6 ou la liste.",
        ),
        Check::Vis8 => (
            "Le nombre de réunions de co-création saisi, «\u{a0}{typed}\u{a0}», ne se lit pas comme un \
            nombre entier de 1 à 999\u{a0}999.",
            "La co-création comprend au moins une réunion avec les parties prenantes non \
            gouvernementales.",
            "Écrivez-le avec des chiffres seuls\u{a0}; s’il n’y a pas encore eu de réunion, tenez-en une.",
        ),
        Check::Vis9 | Check::Proc3 => (
            "La participation du gouvernement, ou celle des parties prenantes non gouvernementales, n’est \
            pas cochée.",
            "L’espace de co-création doit réunir des représentants des deux côtés.",
            "Sous 5.5, cochez les deux s’ils ont participé\u{a0}; sinon, invitez le côté absent.",
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
        Check::Vis12a => (
            "L’organe de suivi, «\u{a0}{name}\u{a0}», figure aussi parmi les responsables du plan ou d’un \
            engagement.",
            "Un organe de suivi évalue en toute indépendance\u{a0}; il jugerait ici son propre travail.",
            "Choisissez un autre organe, ou vérifiez les réponses où ce nom apparaît.",
        ),
        Check::Vis12b => (
            "L’organe de suivi est un groupe de travail de l’espace de participation\u{a0}; il n’est pas \
            confirmé que ses membres restent hors de la mise en œuvre.",
            "Un tel groupe est admis, pourvu qu’il reste indépendant.",
            "Vérifiez sa composition, puis cochez la confirmation.",
        ),
        Check::Vis13 => (
            "L’approbation de l’organe de suivi par les parties prenantes non gouvernementales n’a pas \
            encore de date.",
            "Le choix de cet organe requiert leur approbation.",
            "Indiquez le jour où elles l’ont donnée\u{a0}; si elle manque, demandez-la.",
        ),
        Check::Vis14 => (
            "Il reste à confirmer que l’organe de suivi dispose des ressources nécessaires.",
            "Il revient au membre du PGO local d’y veiller, pour que cet organe puisse remplir son rôle.",
            "Prévoyez ces ressources, puis cochez la confirmation.",
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
        Check::Vis17 => (
            "Il n’est pas confirmé que toutes les parties prenantes de la liste 7 ont participé à la \
            co-création.",
            "Le modèle y demande celles qui ont participé et qui approuvent le plan.",
            "Retirez celles qui n’y ont pas participé, puis cochez la confirmation.",
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
        Check::Vis19 => (
            "Personne n’a encore confirmé que la vision décrit son élaboration, la participation et ses \
            résultats, la collaboration future et le suivi.",
            "Le manuel le demande, mais aucune question ne porte sur ces résultats.",
            "Relisez 5.3, 5.5, 5.8, 6.3 et 6.5, ajoutez les résultats de la participation en 5.5, puis \
            confirmez.",
        ),
        Check::Vis20 => (
            "Personne n’a encore confirmé que la vision concerne tout le gouvernement et vise des réformes \
            ambitieuses, liées aux valeurs du PGO.",
            "Selon le manuel, une vision réussie dépasse un seul service et s’attache aux priorités.",
            "Relisez 4.1 et 4.4, puis confirmez.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
