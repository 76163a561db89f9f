//! Spanish: what the checks say of the vision, participation, monitoring and endorsement.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        Check::Vis1a => (
            "Aún falta el prólogo.",
            "Expone la ambición del plan y cómo trabajarán juntos el gobierno y la sociedad civil.",
            "Redáctelo, en conjunto o por separado.",
        ),
        Check::Vis1b => (
            "Nadie ha confirmado aún que el prólogo exponga la ambición del plan y la forma de trabajar en \
            conjunto.",
            "La plantilla recomienda abordar ambos puntos.",
            "Relea la respuesta 2, complétela si hace falta y confirme.",
        ),
        Check::Vis2 => (
            "Una respuesta anuncia {count} documentos, pero otro formulario en línea de OGP admite solo \
            {limit}.",
            "El manual no fija ningún límite, pero la plataforma podría rechazar los demás.",
            "Reúna varios en un solo archivo o conserve los más útiles.",
        ),
        Check::Vis2Large => (
            "El documento «{name}» pesa {size}\u{a0}MB, pero otro formulario en línea de OGP admite solo {limit}\u{a0}MB por archivo.",
            "El manual no fija ningún límite, pero la plataforma podría rechazar el archivo.",
            "Reduzca el documento o indique un enlace a la página donde se encuentra.",
        ),
        Check::Vis3 => (
            "Aún falta una respuesta sobre la visión estratégica.",
            "La visión guía los compromisos durante todo el período del plan.",
            "Responda la pregunta; bastan unas frases.",
        ),
        Check::Vis4 => (
            "Aún falta una respuesta sobre la participación y la coordinación.",
            "La visión indica quién lleva adelante el plan, quiénes participaron y cómo seguirá la \
            colaboración.",
            "Responda la pregunta.",
        ),
        Check::Vis5Long => (
            "El nombre de una institución tiene {length} caracteres, más de los {limit} que muestra el sitio \
            de OGP.",
            "La página pública de OGP corta el final de los nombres más largos.",
            "Acórtelo, por ejemplo con una sigla.",
        ),
        Check::Vis5Same => (
            "La institución «{name}» aparece más de una vez en la lista.",
            "La página pública de OGP reproduce la lista tal cual, incluida la repetición.",
            "Deje una sola fila por institución.",
        ),
        Check::Vis5Empty | Check::Vis16bEmpty | Check::Com8Empty => (
            "Una fila quedó vacía junto a otras con datos.",
            "No se sabe si falta una respuesta o si sobra la fila.",
            "Complétela o elimínela.",
        ),
        Check::Vis6 => (
            "La respuesta 5.3 está escrita, pero queda por decir si menciona este tipo de espacio.",
            "La plantilla pide mencionar unos y otros.",
            "Elija «Se mencionan en 5.3» o «No los hay».",
        ),
        Check::Vis7a => (
            "El número de grupos, «{typed}», no se puede leer como un número entero de 1 a 999\u{a0}999.",
            "La pregunta 5.6 pide un total; los detalles van en 5.5.",
            "Escriba el total solo con cifras, sin espacios ni comas.",
        ),
        Check::Vis7b => (
            "La pregunta 5.6 indica {count} {count|grupo|grupos}, pero la lista por tipo suma {total}.",
            "El manual no lo exige, pero los dos números deberían coincidir.",
            "Corrija el número en 5.6 o la lista.",
        ),
        Check::Vis8 => (
            "El número de reuniones de cocreación, «{typed}», no se puede leer como un número entero de \
            1 a 999\u{a0}999.",
            "La cocreación incluye al menos una reunión con los actores no gubernamentales.",
            "Escríbalo solo con cifras; si aún no hubo ninguna reunión, celebre una.",
        ),
        Check::Vis9 | Check::Proc3 => (
            "No se ha marcado la participación del gobierno o la de los actores no gubernamentales.",
            "El espacio de cocreación debe reunir a representantes de ambas partes.",
            "Debajo de 5.5, marque ambas si participaron; si no, invite a la que falta.",
        ),
        Check::Vis10 => (
            "Aún falta la descripción del ente de monitoreo.",
            "Un solo ente independiente evalúa el plan y sus compromisos.",
            "Describa el ente elegido y qué garantiza su independencia.",
        ),
        Check::Vis11a => (
            "Los datos de contacto del ente de monitoreo aún no están completos.",
            "La plantilla pide quién es este ente y cómo comunicarse con él.",
            "Indique una organización o un nombre, y un correo electrónico o un teléfono.",
        ),
        Check::Vis11b | Check::Com7 => (
            "El correo electrónico «{typed}» no tiene la forma de una dirección.",
            "Esta dirección debe permitir contactar a la persona o institución.",
            "Escriba una sola dirección, por ejemplo nombre@ejemplo.org.",
        ),
        Check::Vis12a => (
            "El ente de monitoreo, «{name}», figura también entre los responsables del plan o de un \
            compromiso.",
            "Un ente de monitoreo evalúa con independencia; aquí juzgaría su propio trabajo.",
            "Elija otro ente o revise las respuestas donde aparece este nombre.",
        ),
        Check::Vis12b => (
            "El ente de monitoreo es un grupo de trabajo del espacio de participación; no se ha confirmado \
            que sus miembros queden fuera de la implementación.",
            "Se admite un grupo así siempre que sea independiente.",
            "Revise su composición y marque la confirmación.",
        ),
        Check::Vis13 => (
            "La aprobación del ente de monitoreo por los actores no gubernamentales aún no tiene fecha.",
            "La elección de este ente requiere su aprobación.",
            "Indique el día en que lo aprobaron; si aún no lo han hecho, solicite su aprobación.",
        ),
        Check::Vis14 => (
            "Queda por confirmar que el ente de monitoreo cuenta con los recursos necesarios.",
            "Al miembro de OGP Local le corresponde asegurarlos para que el ente cumpla su función.",
            "Prevea estos recursos y marque la confirmación.",
        ),
        Check::Vis15 => (
            "Aún falta una respuesta sobre el monitoreo del plan.",
            "La visión indica cómo se dará seguimiento a los avances y cómo se darán a conocer.",
            "Responda la pregunta.",
        ),
        Check::Vis16a => (
            "La lista de actores no gubernamentales que respaldan el plan aún está vacía.",
            "El plan final debe contar con el respaldo de quienes, fuera del gobierno, participaron en la \
            cocreación.",
            "Agregue al menos una organización o persona.",
        ),
        Check::Vis16bSame => (
            "El nombre «{name}» aparece más de una vez entre los respaldos.",
            "Cada actor respalda el plan una sola vez.",
            "Deje una sola fila por nombre.",
        ),
        Check::Vis16bGovernment => (
            "El nombre «{name}» aparece entre los respaldos, pero también como institución de gobierno \
            del plan.",
            "El respaldo que se pide es el de actores no gubernamentales.",
            "Elimínelo de la lista o revise la otra respuesta donde aparece.",
        ),
        Check::Vis17 => (
            "No se ha confirmado que todos los actores de la lista 7 hayan participado en la cocreación.",
            "La plantilla pide allí a quienes participaron y respaldan el plan.",
            "Retire a quienes no hayan participado y marque la confirmación.",
        ),
        Check::Vis18a => (
            "El enlace «{typed}» no es una dirección web completa.",
            "Una dirección completa empieza con https:// o http:// y no contiene espacios.",
            "Copie la dirección entera desde el navegador.",
        ),
        Check::Vis18b => (
            "En 5.3 se mencionan espacios en línea, pero falta el enlace del sitio.",
            "La plantilla lo pide cuando hubo cocreación o consulta en línea.",
            "Agregue el enlace del sitio, si lo hay.",
        ),
        Check::Vis19 => (
            "Nadie ha confirmado aún que la visión describa su elaboración, la participación y sus \
            resultados, la colaboración futura y el monitoreo.",
            "El manual lo pide, pero ninguna pregunta trata de esos resultados.",
            "Relea 5.3, 5.5, 5.8, 6.3 y 6.5, agregue los resultados de la participación en 5.5 y confirme.",
        ),
        Check::Vis20 => (
            "Nadie ha confirmado aún que la visión abarque todo el gobierno y se centre en reformas \
            ambiciosas ligadas a los valores de OGP.",
            "Según el manual, una visión exitosa va más allá de una sola dependencia y fija prioridades.",
            "Relea 4.1 y 4.4 y confirme.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
