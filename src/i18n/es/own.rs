//! Spanish: the app's own questions.
//!
//! They say why they are asked, or how to answer; a question that is ticked reads as a statement.

use crate::i18n::QuestionText;
use crate::question::Question;

/// The wording of one of the app's own questions; nothing for one of the templates.
pub(super) fn question(question: Question) -> QuestionText {
    let (label, hint) = match question {
        Question::Joint => (
            "El plan es un plan conjunto de varias jurisdicciones",
            "Marque la casilla si de dos a cuatro jurisdicciones de un mismo país presentan juntas un solo \
            plan (3.4). En ese caso se aplican algunas reglas más.",
        ),
        Question::Jurisdictions => (
            "Jurisdicciones del plan",
            "Una fila por jurisdicción: una sola o, en un plan conjunto, de dos a cuatro, todas del mismo \
            país y miembros de OGP Local. De su número depende cuántos compromisos pueden estar en curso \
            a la vez.",
        ),
        Question::CoCreation => (
            "Proceso de cocreación de la coalición",
            "Las jurisdicciones son libres de llevar un proceso conjunto o procesos separados (3.4). \
            Indicarlo ayuda a quienes evaluarán el plan.",
        ),
        Question::Governance => (
            "Gobernanza de la coalición",
            "Quién decide, cómo se coordinan las jurisdicciones y cómo se reparten los compromisos. El \
            manual deja que sean los socios quienes la definan (3.4).",
        ),
        Question::Language => (
            "Idioma de trabajo de las respuestas",
            "El idioma en que redacta. OGP solo acepta planes en inglés: prevea una traducción antes de la \
            presentación.",
        ),
        Question::Joined => (
            "Fecha de incorporación a OGP Local",
            "Sirve para verificar que el plan no comience antes de la incorporación.",
        ),
        Question::Start => (
            "Primer mes del plan",
            "El plan comienza cuando la jurisdicción se incorpora a OGP Local o cuando se inicia el nuevo \
            mandato (3.2). La plantilla no pide este mes, pero varias reglas dependen de él.",
        ),
        Question::VisionEnd => (
            "Último mes de la visión vigente a mediano plazo",
            "Solo para una jurisdicción sin elecciones: el plan puede abarcar el mismo período que esa \
            visión o durar de uno a cuatro años (3.2).",
        ),
        Question::PreviousEnd => (
            "Último mes del plan de acción anterior",
            "El nuevo plan se presenta dentro de los cuatro meses siguientes (3.2). Deje la respuesta \
            vacía si este es su primer plan.",
        ),
        Question::PreviousJoint => (
            "El plan anterior fue un plan conjunto",
            "Un plan conjunto vale para un solo período; después, la coalición decide si continúa (3.4).",
        ),
        Question::Renewed => (
            "Fecha en que la coalición decidió continuar",
            "Solo si este plan conjunto sigue a otro: los socios vuelven a decidirlo en cada período \
            (3.4).",
        ),
        Question::Deadline => (
            "Fecha límite fijada por la Unidad de Apoyo",
            "Solo para un miembro nuevo: la Unidad de Apoyo fija el plazo del primer plan (4.1), y la \
            aplicación verifica que se cumpla.",
        ),
        Question::Extension => (
            "Fecha límite con prórroga",
            "Solo si la Unidad de Apoyo concedió una prórroga; solicitarla no basta para cambiar el plazo \
            (4.1).",
        ),
        Question::LeadAgency => (
            "Institución líder del proceso",
            "La institución que conduce el proceso por parte del gobierno (2.1). No debería figurar entre \
            los actores no gubernamentales de la pregunta 7.",
        ),
        Question::SeniorOfficial => (
            "Alto funcionario responsable",
            "La persona que supervisa la participación del gobierno en OGP, con autoridad delegada por \
            quien encabeza el gobierno local (2.1).",
        ),
        Question::PointOfContact => (
            "Punto de contacto de OGP en el gobierno local",
            "La persona que coordina la participación en OGP Local (2.1); solo ella puede presentar el \
            plan.",
        ),
        Question::OfflineSpaces => (
            "Espacios presenciales",
            "La aplicación no lee su texto: confirme que 5.3 los menciona o que no los hay.",
        ),
        Question::OnlineSpaces => (
            "Espacios en línea",
            "La aplicación no lee su texto: confirme que 5.3 los menciona o que no los hay.",
        ),
        Question::Sides => (
            "Quiénes participan en estos espacios",
            "La aplicación no lee su texto: marque las partes representadas. El manual pide que lo estén \
            ambas (3.3.1).",
        ),
        Question::Groups => (
            "Grupos participantes",
            "Una fila por tipo de grupo. La lista le ayuda a responder 5.5, y su total debería coincidir \
            con 5.6.",
        ),
        Question::MonitoringApproved => (
            "Fecha de aprobación del ente de monitoreo",
            "El día en que lo aprobaron los actores no gubernamentales; el manual pide su conformidad \
            (3.5).",
        ),
        Question::MonitoringResources => (
            "El ente de monitoreo cuenta con los recursos necesarios",
            "Al miembro de OGP Local le corresponde velar por que el ente pueda cumplir su función (3.5), \
            por ejemplo con tiempo y presupuesto.",
        ),
        Question::MonitoringGroup => (
            "El ente de monitoreo es un grupo de trabajo del espacio de participación",
            "El manual lo permite (3.5). La pregunta siguiente sirve entonces para confirmar su \
            independencia.",
        ),
        Question::MonitoringClear => (
            "Ningún integrante del ente de monitoreo implementa el plan",
            "Confírmelo si el ente es un grupo de trabajo del espacio: solo es independiente si nadie \
            evalúa en él su propio trabajo (2.3).",
        ),
        Question::EndorsersTookPart => (
            "Todos los actores de esta lista participaron en la cocreación",
            "La plantilla pide nombrar a quienes participaron y respaldan el plan. La aplicación no puede \
            buscar esos nombres en sus respuestas: confírmelo aquí.",
        ),
        Question::Endorsed => (
            "Fecha del respaldo al plan final",
            "Lo que se respalda es la versión final (3.3.1): la aplicación le avisa si una respuesta \
            cambia después de esta fecha.",
        ),
        Question::Scope => (
            "Jurisdicción a la que se aplica el compromiso",
            "En un plan conjunto, un compromiso se aplica a una sola jurisdicción o a todas (3.4).",
        ),
        Question::AddedOn => (
            "Fecha de presentación de este compromiso",
            "Solo si se agregó después de presentar el plan. Los seis meses en que puede modificarse se \
            cuentan desde este día (3.2.1.3).",
        ),
        Question::CoCreated => (
            "Este compromiso, agregado después, también se cocreó",
            "Un compromiso que se agrega después de presentar el plan pasa por la cocreación igual que los \
            primeros (3.2).",
        ),
        Question::Done => (
            "Fecha de implementación completa",
            "Solo si el compromiso ya se implementó por completo. Desde el mes siguiente deja de contar \
            entre los compromisos en curso.",
        ),
        Question::Evaluated => (
            "Fecha de la evaluación de fin de compromiso",
            "El ente de monitoreo la presenta dentro del mes siguiente a la implementación (3.5.2); \
            entonces puede agregarse un nuevo compromiso (3.2).",
        ),
        Question::NoNonGovernmental => (
            "Este compromiso no tiene responsable no gubernamental, y es intencional",
            "Marque la casilla para que la aplicación no tome la lista vacía por un olvido.",
        ),
        Question::OtherPolicyArea => (
            "¿Qué otra área de política?",
            "Responda si eligió «Otro» en la pregunta 11, para que se sepa de qué área se trata.",
        ),
        Question::OtherSector => (
            "¿Qué otro sector?",
            "Responda si eligió «Otro» en la pregunta 12, para que se sepa de qué sector se trata.",
        ),
        Question::Space => (
            "Espacio de participación",
            "Sirve un espacio que ya exista, y no se exige un foro multiactor. Sea cual sea su elección, \
            comuníquela a la Unidad de Apoyo (anexo 3).",
        ),
        Question::Meetings => (
            "Reuniones del espacio",
            "Al menos una durante la cocreación y luego dos al año sobre la implementación, con actores no \
            gubernamentales (3.3.1). La lista le ayuda a responder 5.7.",
        ),
        Question::Evidence => (
            "Evidencias",
            "Para cada requisito de 3.3.1, un documento original o un enlace directo que lo demuestre \
            (anexo 5). El relato de una actividad no basta si no queda constancia de la actividad misma.",
        ),
        Question::Practices => (
            "Prácticas recomendadas que aplica",
            "Las ocho prácticas de 3.3.2 se recomiendan, no se exigen. Marque las que aplica.",
        ),
        Question::Website => (
            "Sitio o página web de su proceso",
            "La dirección completa, que empiece con https://. Se recomienda un sitio para informar al \
            público, pero no se exige (anexo 4).",
        ),
        Question::WebsitePoints => (
            "Lo que ofrece el sitio",
            "Si tiene un sitio, marque lo que se encuentra en él; la lista sigue el anexo 4.",
        ),
        Question::Orientation => (
            "Fecha en que se completó el programa de orientación",
            "Solo para un miembro nuevo: este programa en línea se sigue al comienzo de la cocreación \
            (3.1).",
        ),
        Question::LetterOfSupport => (
            "Puntos que cumple la carta de apoyo",
            "La carta acompaña la solicitud de ingreso (1.2). Las cinco primeras casillas se refieren a su \
            forma; las otras ocho, a su contenido.",
        ),
        Question::Submitted => (
            "Fecha de presentación del plan",
            "Déjela vacía mientras el plan no se haya presentado: hasta entonces, la aplicación señala las \
            fechas pasadas o muy lejanas. Varios plazos se cuentan desde este día.",
        ),
        Question::Submitter => (
            "Quién presentó el plan",
            "Solo el punto de contacto del gobierno puede presentarlo en la plataforma de OGP (anexos 1 y \
            2).",
        ),
        Question::Changes => (
            "Modificación de compromisos",
            "Una fila por compromiso modificado o eliminado, dentro de los seis meses de su presentación y \
            con la aprobación de los actores no gubernamentales (3.2.1.3). Los compromisos agregados y el \
            estado de los hitos no van aquí.",
        ),
        Question::Updates => (
            "Actualizaciones públicas",
            "Cada trimestre, el punto de contacto informa sobre los avances en la herramienta de \
            seguimiento en línea (3.5.4). Anote aquí la fecha de cada actualización.",
        ),
        Question::InitialReport => (
            "Fecha de la evaluación inicial",
            "El día en que el ente de monitoreo la presentó: a más tardar dos meses después de la \
            presentación del plan (3.5.1).",
        ),
        Question::CommentsInvited => (
            "El ente de monitoreo invita a ambas partes a comentar y usa los formularios de OGP",
            "El manual lo pide (2.3, 3.5) para que se escuche tanto al gobierno como a los actores no \
            gubernamentales.",
        ),
        Question::FinalReport => (
            "Fecha del informe final de aprendizaje",
            "El día en que se presentó el informe del ejercicio de aprendizaje: a más tardar dos meses \
            después del fin del plan (3.5.3).",
        ),
        Question::Inactive => (
            "Período de inactividad",
            "Solo si la Unidad de Apoyo dio al miembro el estatus de inactivo (4.1). Deje el fin vacío \
            mientras dure.",
        ),
        Question::Voluntary => (
            "El miembro solicitó la inactividad",
            "Una inactividad voluntaria, debida a circunstancias inevitables, puede durar más de seis \
            meses (4.2).",
        ),
        Question::Discussed => (
            "La inactividad se conversó con los actores no gubernamentales y el equipo de OGP Local",
            "El manual lo recomienda encarecidamente cuando la inactividad es voluntaria (4.1).",
        ),
        Question::Probation => (
            "Período de prueba",
            "Solo si la Unidad de Apoyo puso al miembro a prueba. Dispone de cuatro meses para corregir lo \
            que falta (4.2); deje el fin vacío hasta entonces.",
        ),
        _ => ("", ""),
    };
    QuestionText { label, hint }
}
