//! Spanish: the questions of the templates.
//!
//! A question says what the handbook's says, in the terms of OGP's Spanish handbook.

use super::own;
use crate::i18n::QuestionText;
use crate::question::Question;

/// The wording of a question.
pub(super) fn question(question: Question) -> QuestionText {
    let (label, hint) = match question {
        Question::MandateEnd => (
            "Fin del mandato de la administración actual",
            "El mes en que termina el mandato en curso; en un plan conjunto, el de cada jurisdicción.",
        ),
        Question::PlanEnd => (
            "Fin del período del plan de acción",
            "Entre el fin del plan y el fin del mandato deben mediar al menos dos meses completos. Si el \
            mandato termina a mitad de mes, elija un mes antes.",
        ),
        Question::Foreword => (
            "Prólogo(s)",
            "Pueden redactarlo representantes del gobierno y de la sociedad civil, en conjunto o por \
            separado, o un foro multiactor. Debería exponer la ambición de este plan y cómo prevén trabajar \
            juntos en la implementación y el monitoreo.",
        ),
        Question::Letter => (
            "Suba la carta de presentación de la máxima autoridad de la jurisdicción, si está disponible",
            "Adjunte el archivo o indique la dirección donde puede leerse. Lo que se adjunta viaja con el plan; la versión oficial se sube en el formulario en línea de OGP.",
        ),
        Question::LongTermVision => {
            ("¿Cuál es la visión a largo plazo del gobierno abierto en su contexto y su jurisdicción?", "")
        }
        Question::Achievements => (
            "¿Cuáles son los logros en gobierno abierto hasta la fecha?",
            "Por ejemplo, reformas recientes de gobierno abierto.",
        ),
        Question::Challenges => (
            "¿Cuáles son los desafíos o áreas de mejora actuales de gobierno abierto que la jurisdicción \
            desea abordar?",
            "",
        ),
        Question::MediumTermGoals => (
            "¿Cuáles son los objetivos de gobierno abierto a mediano plazo que el gobierno quiere alcanzar?",
            "Numérelos, para que cada compromiso pueda remitir a uno de ellos en la pregunta 10.",
        ),
        Question::PlanContribution => {
            ("¿Cómo contribuye este plan de acción a alcanzar la visión estratégica de gobierno abierto?", "")
        }
        Question::PolicyContribution => (
            "¿Cómo contribuye la visión estratégica a los objetivos generales de política de la \
            administración actual?",
            "",
        ),
        Question::LeadInstitutions => (
            "Instituciones líderes, responsables de implementar el plan",
            "Una institución por fila. La página de OGP corta los nombres después de 100 caracteres.",
        ),
        Question::Coordination => (
            "¿Qué mecanismos institucionales existen para coordinar a las dependencias y los organismos que \
            implementan el plan?",
            "Por ejemplo, un comité, una persona de enlace en cada dependencia, reuniones periódicas.",
        ),
        Question::Spaces => (
            "¿Qué espacios se usaron o se crearon para la colaboración entre el gobierno y la sociedad \
            civil en la cocreación y la implementación de este plan?",
            "Mencione los espacios presenciales y en línea.",
        ),
        Question::Diversity => (
            "¿Qué medidas se tomaron para asegurar la diversidad de la representación en estos espacios \
            (incluidas las poblaciones vulnerables o marginadas)?",
            "Por ejemplo, horarios, lugares accesibles, intérpretes, cuidado infantil, invitaciones \
            dirigidas.",
        ),
        Question::Participants => (
            "¿Quiénes participaron en estos espacios?",
            "Indique el tipo y el número de grupos distintos que participaron en la cocreación. No se piden \
            nombres de personas.",
        ),
        Question::GroupCount => (
            "¿Cuántos grupos participaron en estos espacios?",
            "Un número entero, que coincida con su respuesta a 5.5.",
        ),
        Question::MeetingCount => (
            "¿Cuántas reuniones se celebraron durante la cocreación?",
            "Un número entero. El manual exige al menos una reunión con la sociedad civil y los actores no \
            gubernamentales (3.3.1).",
        ),
        Question::Collaboration => (
            "¿Cómo seguirán colaborando los actores gubernamentales y no gubernamentales durante la \
            implementación del plan?",
            "El manual exige dos reuniones al año sobre la implementación (3.3.1).",
        ),
        Question::MonitoringBody => (
            "Describa el ente de monitoreo independiente",
            "Indique también qué garantiza su independencia respecto de quienes implementan el plan.",
        ),
        Question::MonitoringContact => (
            "Datos de contacto del ente de monitoreo",
            "Se necesita una organización o un nombre, y un correo electrónico o un número de teléfono.",
        ),
        Question::ProgressActivities => {
            ("¿Qué actividades se realizarán para dialogar sobre los avances con las partes interesadas?", "")
        }
        Question::ProgressChecks => {
            ("¿Cómo dará seguimiento periódico a los avances con las instituciones implementadoras?", "")
        }
        Question::PublicResults => ("¿Cómo compartirá con el público los resultados del monitoreo?", ""),
        Question::Endorsements => (
            "Respaldo de los actores no gubernamentales",
            "Enumere los actores no gubernamentales que participaron en la cocreación y respaldan este plan \
            de acción. Una organización o persona por fila.",
        ),
        Question::Documents => (
            "Suba la estrategia de gobierno abierto, si está disponible, u otros documentos pertinentes",
            "Adjunte cada documento o indique la dirección donde puede leerse. Lo que se adjunta viaja con el plan; las versiones oficiales se suben en el formulario en línea de OGP.",
        ),
        Question::Site => (
            "Enlace del sitio de cocreación o consulta en línea, si lo hubo",
            "La dirección completa, que empiece con https://.",
        ),
        Question::Title => (
            "Título del compromiso",
            "Describa la acción específica que realizará el compromiso, de modo que se distinga de los \
            demás compromisos del plan. Por ejemplo: «Crear un registro de beneficiarios finales», \
            «Publicar datos judiciales» o «Mejorar el cumplimiento de la ley de acceso a la información».",
        ),
        Question::Period => (
            "Inicio y fin del compromiso",
            "Del primer al último mes del compromiso: un año como mínimo, y sin pasar del fin del plan.",
        ),
        Question::Government => (
            "Institución gubernamental líder de la implementación",
            "Una sola institución, con una fila por persona de contacto.",
        ),
        Question::NonGovernmental => {
            ("Responsable no gubernamental de la implementación, si corresponde", "")
        }
        Question::Stakeholders => (
            "Otros actores involucrados en la implementación de este compromiso",
            "Por ejemplo, ministerios, dependencias, organismos, organizaciones de la sociedad civil, \
            grupos comunitarios, sector privado o grupos de trabajo.",
        ),
        Question::Problem => (
            "Problema",
            "Describa el problema económico, social, político o ambiental que este compromiso busca \
            resolver. (Por ejemplo, «una mala asignación de los fondos de asistencia social» es más útil \
            que «falta de sitio web»).",
        ),
        Question::StatusQuo => (
            "Situación actual",
            "Describa la situación del asunto al inicio del plan de acción. (Por ejemplo: el 26\u{a0}% de \
            las denuncias de corrupción judicial no se tramitan actualmente).",
        ),
        Question::Action => (
            "Acción",
            "¿En qué consiste el compromiso? Describa lo que implica, los resultados esperados y su \
            objetivo general.",
        ),
        Question::Contribution => (
            "¿Cómo contribuirá el compromiso a resolver el problema público?",
            "¿Qué productos y resultados se esperan una vez implementado el compromiso?",
        ),
        Question::Goal => (
            "¿Con qué objetivo a largo plazo de su visión estratégica de gobierno abierto se relaciona este \
            compromiso?",
            "Remita a un objetivo de su respuesta a 4.1 o 4.4.",
        ),
        Question::PolicyAreas => (
            "Área de política principal",
            "Indique la política o práctica más pertinente para este compromiso. Puede elegir hasta dos \
            áreas.",
        ),
        Question::Sectors => (
            "Sector principal",
            "Indique el sector más pertinente para este compromiso. Puede elegir hasta dos sectores.",
        ),
        Question::Values => (
            "Valor de OGP",
            "Puede elegir varios. La tecnología y la innovación no bastan por sí solas: deben apoyar alguno \
            de los otros tres.",
        ),
        Question::Resources => (
            "¿Qué recursos se necesitan para realizar este compromiso?",
            "Incluya el presupuesto, el personal, el tiempo y los aportes de la sociedad civil y otras \
            organizaciones, así como cualquier otro recurso necesario. Agregue filas si hace falta, por \
            ejemplo una por fuente o por etapa.",
        ),
        Question::Secured => (
            "¿Ya están asegurados los recursos?",
            "Si la respuesta es «No» o «Parcialmente», indique en la pregunta 16 cómo y cuándo lo estarán.",
        ),
        Question::Additional => (
            "Información adicional",
            "Use este espacio opcional para aportar otra información útil, por ejemplo: perspectiva de \
            género, vínculos con otros programas de gobierno, vínculos con planes de desarrollo nacionales, \
            sectoriales o locales, relación con los Objetivos de Desarrollo Sostenible.",
        ),
        Question::Milestones => (
            "Hitos",
            "Agregue una fila por cada hito. Un hito es un paso cuyo cumplimiento cualquiera puede \
            comprobar.",
        ),
        _ => return own::question(question),
    };
    QuestionText { label, hint }
}
