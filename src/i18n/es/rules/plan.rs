//! Spanish: what the checks say of the letter and the plan period.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Eligibility and letter.
        Check::Elig1 => (
            "Cuando la jurisdicción se incorporó, el {joined}, quedaban menos de 16 meses del mandato que \
            concluye en {mandate_end}.",
            "Ese plazo permite que la administración actual complete el ciclo del plan sin interrupciones.",
            "Revise ambas fechas; si son correctas, consulte a la Unidad de Apoyo de OGP.",
        ),
        Check::Elig2 => (
            "Aún no se ha confirmado que la carta de apoyo cumpla estos puntos: {lacking}.",
            "La Unidad de Apoyo evalúa la solicitud de ingreso con base en esta carta.",
            "Complete la carta si hace falta y marque lo que contiene.",
        ),
        Check::Elig3 => (
            "Nada indica aún que la carta de apoyo mencione una reforma de gobierno abierto o una cocreación \
            exitosa de los últimos tres años.",
            "Esa experiencia es un criterio de elegibilidad.",
            "Cite un ejemplo en la carta y marque este punto.",
        ),
        Check::Elig5Lead => (
            "Aún no se ha nombrado la institución líder de OGP Local.",
            "El gobierno la designa al solicitar su ingreso.",
            "Escriba su nombre en «Acerca de este plan».",
        ),
        Check::Elig5Official => (
            "Aún no se ha nombrado al funcionario de alto nivel que supervisa la participación en OGP Local.",
            "Esta persona actúa con autoridad delegada por quien encabeza el gobierno local.",
            "Escriba su nombre y cargo en «Acerca de este plan».",
        ),
        Check::Elig5Contact => (
            "Aún no se ha nombrado el punto de contacto de OGP Local.",
            "Esta persona coordina el trabajo cotidiano y es el enlace con la Unidad de Apoyo.",
            "Escriba su nombre, oficina y correo electrónico en «Acerca de este plan».",
        ),
        // Plan period.
        Check::Plan1 => (
            "El plan termina en {end}, demasiado tarde para un mandato que concluye en {mandate_end}.",
            "El plan termina al menos dos meses antes que el mandato, lo que deja tiempo para el ejercicio \
            final de aprendizaje.",
            "Elija {latest} o un mes anterior.",
        ),
        Check::Plan2 => (
            "Aún falta el fin del plan.",
            "El fin del mandato y el del plan determinan el período del plan de acción.",
            "Indique el mes y el año.",
        ),
        Check::Plan2Mandate => (
            "Aún falta el fin del mandato.",
            "El fin del mandato y el del plan determinan el período del plan de acción.",
            "Indique el mes y el año, o marque «Sin elecciones» en «Acerca de este plan».",
        ),
        Check::Plan2Unreadable | Check::Com2aUnreadable => (
            "El dato «{typed}» no corresponde a un mes y un año.",
            "Mientras el mes no sea legible, no se puede comprobar la duración.",
            "Complete las dos casillas: un mes (de 1 a 12, o su nombre) y un año de cuatro cifras, de \
            2000 a 2099.",
        ),
        Check::Plan3Short => (
            "El plan dura solo {months} {months|mes|meses}, menos de un año.",
            "Sin elecciones, el plan dura de uno a cuatro años o sigue la visión existente a mediano plazo.",
            "Elija como fin {earliest} o un mes posterior, o el fin de la visión a mediano plazo.",
        ),
        Check::Plan3Long => (
            "El plan dura {months} {months|mes|meses}, más de cuatro años.",
            "Sin elecciones, el plan dura de uno a cuatro años o sigue la visión existente a mediano plazo.",
            "Elija como fin {latest} o un mes anterior, o el fin de la visión a mediano plazo.",
        ),
        Check::Plan4a => (
            "El plan comienza en {start}, después de su fin en {end}.",
            "En este orden no se puede comprobar la duración del plan.",
            "Corrija el inicio o el fin del plan.",
        ),
        Check::Plan4b => (
            "El plan comienza en {start}, antes de la incorporación a OGP Local ({joined}).",
            "Un plan empieza cuando la jurisdicción se incorpora a OGP Local o cuando comienza el nuevo \
            mandato.",
            "Revise el inicio del plan y la fecha de incorporación.",
        ),
        Check::Plan5 => (
            "De principio a fin, el plan dura solo {months} {months|mes|meses}.",
            "Un compromiso dura al menos un año: ninguno cabría en este período.",
            "Revise el inicio y el fin del plan; si el mandato no deja 12 meses, consulte a la Unidad \
            de Apoyo de OGP.",
        ),
        Check::Plan6 => (
            "El plazo para presentar el plan venció el {deadline}, cuatro meses después del plan anterior \
            ({previous_end}).",
            "Un miembro que deja pasar este plazo se considera inactivo.",
            "Revise las fechas; si son correctas, acuerde los próximos pasos con la Unidad de Apoyo de OGP.",
        ),
        Check::Plan7 => (
            "El plazo para presentar el primer plan venció el {deadline}.",
            "Un miembro nuevo que lo deja pasar sin una prórroga concedida se considera inactivo.",
            "Revise las fechas, o solicite una prórroga y anótela cuando se conceda.",
        ),
        Check::Plan8 => (
            "Una respuesta aún no tiene texto en inglés.",
            "Los planes se presentan en inglés para que otras jurisdicciones del mundo puedan aprender de \
            ellos.",
            "Abra «En inglés» debajo de la pregunta y agregue la traducción.",
        ),
        Check::Plan9 => (
            "Nada confirma que el plan lo haya presentado el punto de contacto.",
            "Solo los puntos de contacto pueden presentar un plan en la plataforma de OGP.",
            "Indique quién lo presentó; si fue otra persona, entregue el archivo al punto de contacto.",
        ),
        Check::Plan10 => (
            "El ejercicio final de aprendizaje, previsto para {exercise}, cae después del fin del mandato de \
            «{name}» ({mandate_end}).",
            "El manual no lo excluye, pero la administración saliente ya no participaría.",
            "Acuerde con la coalición quién participará por esta jurisdicción.",
        ),
        Check::Plan11a => (
            "El plan termina en {end}, un mes que ya pasó.",
            "Un plan que aún no se presenta suele terminar más adelante; quizá haya un error en el año.",
            "Revise el mes y el año, o anote la fecha de presentación del plan.",
        ),
        Check::Plan11b => (
            "El mandato concluye en {mandate_end}, dentro de más de ocho años.",
            "Un mandato local rara vez es tan largo; quizá haya un error en el año.",
            "Revise el año.",
        ),
        Check::Plan12 => (
            "El plan termina en {end}, {months} {months|mes|meses} antes del fin del mandato.",
            "El ciclo del plan de acción sigue la duración del mandato.",
            "Extienda el plan, a más tardar hasta {latest}, o conserve esta fecha si es intencional.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
