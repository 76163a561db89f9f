//! French: cells and sections.
//!
//! A cell of the templates has the handbook's wording.

use crate::i18n::{ColumnText, SectionText};
use crate::question::{Column, Section};

/// The wording of a cell.
pub(super) fn column(column: Column) -> ColumnText {
    let (label, hint) = match column {
        Column::Office => ("Bureau, organisme ou ministère", ""),
        Column::Branch => ("Branche du gouvernement", "Par exemple\u{a0}: exécutif, législatif."),
        Column::Organisation => ("Nom de l’organisation", ""),
        Column::Institution => ("Institution", ""),
        Column::Endorser => ("Organisation ou personne", ""),
        Column::DocumentName => ("Nom du document", ""),
        Column::Jurisdiction => ("Nom de la juridiction", ""),
        Column::Name => ("Nom du contact", ""),
        Column::Title => ("Titre", "La fonction de cette personne."),
        Column::Email => ("Courriel", ""),
        Column::Telephone => ("Téléphone", "Avec l’indicatif du pays."),
        Column::Role => ("Rôle dans la mise en œuvre", ""),
        Column::File => (
            "Pièce jointe",
            "PDF, image PNG ou JPEG, document Word (docx), Excel (xlsx), PowerPoint (pptx) ou LibreOffice (odt, ods, odp). Vous pouvez aussi déposer ou coller le fichier ici. Ensemble, les pièces jointes d’un plan font 18\u{a0}Mo au plus.",
        ),
        Column::Url => ("Lien vers le document ou la page", ""),
        Column::Country => ("Pays", ""),
        Column::NoElections => (
            "Pas d’élections",
            "Cochez si la juridiction n’organise pas d’élections\u{a0}; la fin du mandat n’est alors pas \
            demandée.",
        ),
        Column::MandateEnd => ("Fin du mandat", ""),
        Column::Start => ("Date de début", ""),
        Column::End => ("Date de fin", ""),
        Column::Amount => ("Budget (allocation estimée)", ""),
        Column::Currency => ("Devise", "EUR, MAD, XOF…"),
        Column::Staff => ("Personnel (nombre de personnes)", "Une personne à mi-temps\u{a0}: 0,5."),
        Column::Time => ("Temps (mois)", ""),
        Column::OtherResources => ("Autres ressources nécessaires", "Veuillez décrire."),
        Column::Description => ("Description de la réalisation", ""),
        Column::Body => ("Organisme responsable", ""),
        Column::Contact => ("Contact", ""),
        Column::Status => ("État", ""),
        Column::Member => {
            ("Membre du PGO local", "Dans un plan conjoint, toutes les juridictions le sont (3.4).")
        }
        Column::Told => {
            ("PGO informé le", "Le jour où vous en avez informé l’équipe du PGO local, à l’Unité de soutien.")
        }
        Column::On => ("Date", ""),
        Column::MeetingKind => ("Objet de la réunion", ""),
        Column::NonGovernment => ("Parties prenantes non gouvernementales présentes", ""),
        Column::Participants => {
            ("Participants", "Les types de groupes et leur nombre\u{a0}; les noms ne sont pas nécessaires.")
        }
        Column::Requirement => ("Exigence", "L’une des quatre exigences minimales de 3.3.1."),
        Column::EvidenceKind => ("Type de preuve", ""),
        Column::GroupKind => {
            ("Type de groupe", "Par exemple\u{a0}: association de quartier, université, conseil de jeunes.")
        }
        Column::Count => ("Nombre de groupes", ""),
        Column::ChangedCommitment => ("Engagement", ""),
        Column::ChangeKind => ("Nature du changement", ""),
        Column::Consulted => (
            "Parties prenantes consultées",
            "Celles, non gouvernementales, qui ont participé à la co-création.",
        ),
        Column::Approved => {
            ("Date d’approbation", "Le jour où ces parties prenantes ont approuvé le changement.")
        }
        Column::Decision => (
            "Processus de décision",
            "Comment la décision a été prise, par exemple en réunion, par un vote ou par écrit.",
        ),
        Column::From => ("Début", ""),
        Column::Until => ("Fin", "Laissez vide tant que la situation dure."),
        Column::Space => ("Nom de l’espace", ""),
    };
    ColumnText { label, hint }
}

/// The wording of a section.
pub(super) fn section(section: Section) -> SectionText {
    let (title, intro) = match section {
        Section::About => (
            "À propos de ce plan",
            "Ces questions ne sont pas dans le modèle\u{a0}: l’application les pose parce que des règles \
            du manuel en dépendent.",
        ),
        Section::Duration => {
            ("Durée", "Le plan suit le mandat en cours et se termine au moins deux mois avant lui.")
        }
        Section::Foreword => (
            "Avant-propos et lettre",
            "L’ambition du plan, en quelques paragraphes, et la lettre qui l’introduit.",
        ),
        Section::Vision => (
            "Défis, possibilités et vision stratégique",
            "Cette partie détaille la Vision stratégique pour un gouvernement ouvert dans votre région, \
            qui devrait guider les engagements pour la période du plan d’action.",
        ),
        Section::Engagement => (
            "Engagement et coordination",
            "Qui met en œuvre le plan, comment il a été co-créé et comment la collaboration se poursuivra.",
        ),
        Section::Monitoring => (
            "Suivi du Plan d’action du PGO",
            "Qui suit le plan en toute indépendance, et comment chacun en connaîtra les résultats.",
        ),
        Section::Endorsement => (
            "Approbation et documents",
            "Qui approuve le plan hors du gouvernement, et quels documents l’accompagnent.",
        ),
        Section::Contacts => (
            "En-tête et contacts",
            "Le titre de l’engagement, ses dates et celles et ceux qui le mettent en œuvre.",
        ),
        Section::Description => (
            "Description",
            "Du problème à l’objectif\u{a0}: ce qui ne va pas, où l’on en est, ce qui sera fait et ce \
            qu’on en attend.",
        ),
        Section::Classification => (
            "Domaine, secteur et valeurs",
            "Ces listes servent au PGO à classer et à comparer les engagements.",
        ),
        Section::Resources => {
            ("Ressources", "Ce qu’il faut pour réaliser l’engagement, et ce qui est déjà assuré.")
        }
        Section::Milestones => {
            ("Jalons", "Les étapes de l’engagement, avec leurs dates, leurs responsables et leur état.")
        }
        Section::Checklist => (
            "Pour l’organe de suivi",
            "Ce que l’organe de suivi vérifiera d’après la section 3.3 et les annexes 3 à 5\u{a0}: \
            l’espace, les réunions, les preuves, les pratiques. Vous pouvez aussi en tirer vos réponses à \
            5.5, 5.6 et 5.7.",
        ),
        Section::FollowUp => (
            "Après la soumission",
            "Les changements d’engagements, les mises à jour et les rapports qui suivent la soumission. \
            Avant cela, il n’y a rien à remplir ici.",
        ),
    };
    let heading = match section {
        Section::Vision => "Défis, possibilités et la vision stratégique du gouvernement ouvert",
        Section::Engagement => {
            "Engagement et coordination au sein de la Vision stratégique pour un gouvernement ouvert et du \
            Plan d’action du PGO"
        }
        Section::Checklist => "Liste de vérification pour l’organe de suivi",
        Section::FollowUp => "Après la soumission\u{a0}: changements, mises à jour et rapports",
        _ => title,
    };
    SectionText { title, heading, intro }
}
