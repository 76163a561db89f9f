//! Spanish: cells and sections.
//!
//! A cell of the templates says what the handbook's says.

use crate::i18n::{ColumnText, SectionText};
use crate::question::{Column, Section};

/// The wording of a cell.
pub(super) fn column(column: Column) -> ColumnText {
    let (label, hint) = match column {
        Column::Office => ("Oficina, organismo o ministerio", ""),
        Column::Branch => ("Poder o rama de gobierno", "Por ejemplo, ejecutivo o legislativo."),
        Column::Organisation => ("Nombre de la organización", ""),
        Column::Institution => ("Institución", ""),
        Column::Endorser => ("Organización o persona", ""),
        Column::DocumentName => ("Nombre del documento", ""),
        Column::Jurisdiction => ("Nombre de la jurisdicción", ""),
        Column::Name => ("Nombre del contacto", ""),
        Column::Title => ("Cargo", ""),
        Column::Email => ("Correo electrónico", ""),
        Column::Telephone => ("Teléfono", "Con el código de país."),
        Column::Role => ("Función en la implementación", ""),
        Column::File => (
            "Archivo adjunto",
            "PDF, imagen PNG o JPEG, o documento de Word (docx), Excel (xlsx), PowerPoint (pptx) o LibreOffice (odt, ods, odp). También puede soltar o pegar el archivo aquí. En total, los archivos adjuntos de un plan no pueden pasar de 18\u{a0}MB.",
        ),
        Column::Url => ("Enlace al documento o a la página", ""),
        Column::Country => ("País", ""),
        Column::NoElections => (
            "Sin elecciones",
            "Marque la casilla si la jurisdicción no celebra elecciones; entonces no se pide el fin del \
            mandato.",
        ),
        Column::MandateEnd => ("Fin del mandato", ""),
        Column::Start => ("Fecha de inicio", ""),
        Column::End => ("Fecha de fin", ""),
        Column::Amount => ("Presupuesto (asignación estimada)", ""),
        Column::Currency => ("Moneda", "EUR, MXN, COP…"),
        Column::Staff => ("Personal (número de personas)", "Una persona a medio tiempo: 0,5."),
        Column::Time => ("Tiempo (meses)", ""),
        Column::OtherResources => ("Otros recursos necesarios", "Descríbalos."),
        Column::Description => ("Descripción del hito", ""),
        Column::Body => ("Institución responsable", ""),
        Column::Contact => ("Contacto", ""),
        Column::Status => ("Estado", ""),
        Column::Member => {
            ("Miembro de OGP Local", "En un plan conjunto, todas las jurisdicciones lo son (3.4).")
        }
        Column::Told => (
            "Fecha de aviso a OGP",
            "El día en que lo comunicó al equipo de OGP Local de la Unidad de Apoyo.",
        ),
        Column::On => ("Fecha", ""),
        Column::MeetingKind => ("Objeto de la reunión", ""),
        Column::NonGovernment => ("Con presencia de actores no gubernamentales", ""),
        Column::Participants => {
            ("Participantes", "Los tipos de grupos y cuántos son; no hacen falta nombres.")
        }
        Column::Requirement => ("Requisito", "Uno de los cuatro requisitos mínimos de 3.3.1."),
        Column::EvidenceKind => ("Tipo de evidencia", ""),
        Column::GroupKind => {
            ("Tipo de grupo", "Por ejemplo, asociación de vecinos, universidad, consejo juvenil.")
        }
        Column::Count => ("Número de grupos", ""),
        Column::ChangedCommitment => ("Compromiso", ""),
        Column::ChangeKind => ("Tipo de cambio", ""),
        Column::Consulted => {
            ("Actores consultados", "Los no gubernamentales que participaron en la cocreación.")
        }
        Column::Approved => ("Fecha de aprobación", "El día en que esos actores aprobaron el cambio."),
        Column::Decision => (
            "Proceso de decisión",
            "Cómo se tomó la decisión, por ejemplo en una reunión, por votación o por escrito.",
        ),
        Column::From => ("Desde", ""),
        Column::Until => ("Hasta", "Déjelo vacío mientras dure la situación."),
        Column::Space => ("Nombre del espacio", ""),
    };
    ColumnText { label, hint }
}

/// The wording of a section.
pub(super) fn section(section: Section) -> SectionText {
    let (title, intro) = match section {
        Section::About => (
            "Acerca de este plan",
            "Estas preguntas no están en la plantilla: la aplicación las hace porque de ellas dependen \
            reglas del manual.",
        ),
        Section::Duration => {
            ("Duración", "El plan sigue el mandato en curso y termina al menos dos meses antes que él.")
        }
        Section::Foreword => {
            ("Prólogo y carta", "La ambición del plan, en unos párrafos, y la carta que lo presenta.")
        }
        Section::Vision => (
            "Desafíos, oportunidades y visión estratégica",
            "Esta parte detalla la visión estratégica de gobierno abierto que debería guiar los \
            compromisos durante el período del plan de acción.",
        ),
        Section::Engagement => (
            "Participación y coordinación",
            "Quién implementa el plan, cómo se cocreó y cómo continuará la colaboración.",
        ),
        Section::Monitoring => (
            "Monitoreo del plan de acción de OGP",
            "Quién monitorea el plan con independencia y cómo se darán a conocer los resultados.",
        ),
        Section::Endorsement => (
            "Respaldo y documentos",
            "Quién respalda el plan fuera del gobierno y qué documentos lo acompañan.",
        ),
        Section::Contacts => {
            ("Encabezado y contactos", "El título del compromiso, sus fechas y quienes lo implementan.")
        }
        Section::Description => (
            "Descripción",
            "Del problema al objetivo: qué anda mal, cuál es la situación, qué se hará y qué se espera \
            lograr.",
        ),
        Section::Classification => (
            "Área, sector y valores",
            "Estas listas le sirven a OGP para clasificar y comparar los compromisos.",
        ),
        Section::Resources => {
            ("Recursos", "Lo que hace falta para cumplir el compromiso y lo que ya está asegurado.")
        }
        Section::Milestones => {
            ("Hitos", "Los pasos del compromiso, con sus fechas, sus responsables y su estado.")
        }
        Section::Checklist => (
            "Para el ente de monitoreo",
            "Lo que el ente de monitoreo verificará según la sección 3.3 y los anexos 3 a 5: el espacio, \
            las reuniones, las evidencias, las prácticas. También puede servirle para responder 5.5, 5.6 \
            y 5.7.",
        ),
        Section::FollowUp => (
            "Después de la presentación",
            "Los cambios en los compromisos, las actualizaciones y los informes que siguen a la \
            presentación. Antes no hay nada que completar aquí.",
        ),
    };
    let heading = match section {
        Section::Vision => "Desafíos, oportunidades y visión estratégica de gobierno abierto",
        Section::Engagement => {
            "Participación y coordinación en la visión estratégica de gobierno abierto y el plan de acción \
            de OGP"
        }
        Section::Checklist => "Lista de verificación para el ente de monitoreo",
        Section::FollowUp => "Después de la presentación: cambios, actualizaciones e informes",
        _ => title,
    };
    SectionText { title, heading, intro }
}
