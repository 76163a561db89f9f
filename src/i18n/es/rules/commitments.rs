//! Spanish: what the checks say of each commitment and its milestones.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Each commitment.
        Check::Com1a => (
            "Un compromiso aún no tiene título.",
            "El título nombra la acción específica y distingue el compromiso de los demás.",
            "Nombre la acción, por ejemplo «Publicar los contratos del municipio».",
        ),
        Check::Com1b => (
            "Otro compromiso ya lleva el título «{title}».",
            "El título distingue el compromiso de los demás compromisos del plan.",
            "Precise uno de los dos títulos.",
        ),
        Check::Com2a => (
            "Aún falta «{cell}» del compromiso.",
            "Un compromiso tiene un plazo limitado e indica sus fechas.",
            "Indique el mes y el año.",
        ),
        Check::Com2b => (
            "El compromiso comienza en {start}, después de su fin en {end}.",
            "En este orden no se puede comprobar su duración.",
            "Corrija uno de los dos meses.",
        ),
        Check::Com3 => (
            "El compromiso dura solo {months} {months|mes|meses}.",
            "La duración mínima es de un año: 12 meses, contando el primero y el último.",
            "Elija como fin {earliest} o un mes posterior, o adelante el inicio.",
        ),
        Check::Com3NoRoom => (
            "El compromiso dura solo {months} {months|mes|meses}.",
            "La duración mínima es de un año: 12 meses, contando el primero y el último.",
            "Haga que comience en {latest_start} o antes: después, el plan ya no deja 12 meses.",
        ),
        Check::Com4a => (
            "El compromiso termina en {end}, {months} {months|mes|meses} después del fin del plan \
            ({plan_end}).",
            "Un compromiso debe implementarse por completo dentro del período del plan.",
            "Elija como fin {plan_end} o un mes anterior.",
        ),
        Check::Com4b => (
            "El compromiso comienza en {start}, antes del inicio del plan ({plan_start}).",
            "Un compromiso se realiza dentro del período del plan.",
            "Revise el inicio del compromiso y el del plan.",
        ),
        Check::Com5 => (
            "Ninguna fila reúne aún la institución de gobierno responsable, un contacto y su correo \
            electrónico.",
            "El compromiso señala con claridad la principal institución responsable de implementarlo.",
            "Complete estos tres datos en una misma fila.",
        ),
        Check::Com6 => (
            "Aún falta el poder o la rama de gobierno de la institución responsable.",
            "La plantilla pide este dato para la institución líder de la implementación.",
            "Indique este dato al menos en una fila, por ejemplo «ejecutivo».",
        ),
        Check::Com8Organisation => (
            "Una fila de contacto no nombra ninguna institución ni organización.",
            "Sin ese nombre no se sabe en representación de quién actúa la persona.",
            "Agregue la institución u organización.",
        ),
        Check::Com8Name => (
            "Una fila de contacto no nombra a ninguna persona.",
            "Con un nombre se sabe a quién dirigirse.",
            "Agregue el nombre del contacto.",
        ),
        Check::Com9 => (
            "No se indica ningún responsable no gubernamental.",
            "La plantilla lo pide si corresponde; nada dice si la ausencia es intencional.",
            "Agregue uno o marque que su ausencia es intencional.",
        ),
        Check::Com10 => (
            "Aún falta una parte de la descripción del compromiso.",
            "Problema, situación actual, acción y resultados esperados hacen que el compromiso sea \
            específico y medible.",
            "Responda la pregunta.",
        ),
        Check::Com11 => (
            "Nadie ha confirmado aún que el compromiso parta de un problema público y no de la falta de una \
            herramienta.",
            "La plantilla prefiere «mala asignación de los fondos de asistencia social» a «falta de un sitio \
            web».",
            "Relea la respuesta 6 y confirme.",
        ),
        Check::Com12 => (
            "La situación actual se describe sin ninguna cifra.",
            "El manual no la exige, pero una cifra de partida permite medir los avances.",
            "Agregue una si la tiene, por ejemplo un porcentaje.",
        ),
        Check::Com13a => (
            "Aún falta el objetivo de la visión con el que se relaciona el compromiso.",
            "Los compromisos llevan a la práctica la visión estratégica.",
            "Nombre un objetivo de su respuesta a 4.1 o 4.4.",
        ),
        Check::Com13b => (
            "El compromiso remite a la visión, pero 4.1 y 4.4 aún están vacías.",
            "Allí no se puede encontrar el objetivo citado.",
            "Responda 4.1 o 4.4.",
        ),
        Check::Com14 => (
            "Aún no se ha elegido ningún área de política.",
            "La plantilla pide el área más pertinente para el compromiso.",
            "Elija una o dos áreas.",
        ),
        Check::Com14Many => (
            "Para este compromiso se eligieron {count} áreas de política.",
            "La plantilla admite dos como máximo.",
            "Conserve una o dos áreas, las más pertinentes.",
        ),
        Check::Com15 => (
            "Aún no se ha elegido ningún sector.",
            "La plantilla pide el sector más pertinente para el compromiso.",
            "Elija uno o dos sectores.",
        ),
        Check::Com15Many => (
            "Para este compromiso se eligieron {count} sectores.",
            "La plantilla admite dos como máximo.",
            "Conserve uno o dos sectores, los más pertinentes.",
        ),
        Check::Com16 => (
            "Se eligió la opción «Otro» sin precisar cuál.",
            "El manual no lo exige, pero «Otro» por sí solo no dice nada a quien lee.",
            "Precise en pocas palabras de qué se trata.",
        ),
        Check::Com17 => (
            "Aún no se ha elegido ningún valor de OGP.",
            "Cada compromiso impulsa uno o varios de estos valores.",
            "Elija al menos un valor.",
        ),
        Check::Com18 => (
            "El único valor elegido es la tecnología y la innovación.",
            "No es un principio autónomo: apoya alguno de los otros tres valores.",
            "Elija también el valor al que apoya.",
        ),
        Check::Com19a => (
            "Aún no se indica ningún recurso.",
            "Cada compromiso precisa sus recursos: presupuesto, personal, tiempo u otros.",
            "Complete al menos una fila.",
        ),
        Check::Com19b => (
            "El monto de {amount} no tiene moneda.",
            "La plantilla pide precisar la moneda del presupuesto.",
            "Agregue la moneda, por ejemplo EUR, MXN o COP.",
        ),
        Check::Com19c => (
            "El dato «{typed}» no se puede leer como cantidad.",
            "Estos campos admiten un solo número, incluido el cero, con dos decimales como máximo.",
            "Escriba solo el número, sin signo, unidad ni rango.",
        ),
        Check::Com19d => (
            "El dato «{cell}» está vacío en todas las filas.",
            "La plantilla pide el presupuesto, el personal y el tiempo necesarios.",
            "Agregue una estimación, o 0 si no hace falta.",
        ),
        Check::Com20 => (
            "El tiempo necesario es de {time} meses, pero el compromiso dura solo {months}.",
            "El manual no lo exige, pero el tiempo necesario no debería superar la duración del \
            compromiso.",
            "Revise el tiempo necesario o las fechas del compromiso.",
        ),
        Check::Com21 => (
            "Queda por indicar si los recursos ya están asegurados.",
            "La plantilla pide elegir entre sí, no y parcialmente.",
            "Elija una respuesta.",
        ),
        Check::Com23 => (
            "Nadie ha confirmado aún que otros puedan verificar un hito o un resultado del compromiso.",
            "El ente de monitoreo y la ciudadanía deben poder comprobar el estado del compromiso.",
            "Relea 8, 9 y los hitos en 17 y confirme.",
        ),
        Check::Com24 => (
            "La institución «{office}» no figura entre las instituciones de 5.1.",
            "La institución líder de un compromiso suele ser una de las responsables del plan.",
            "Agréguela en 5.1 o revise los nombres.",
        ),
        Check::Com25 => (
            "Nadie ha confirmado aún que el compromiso vaya claramente más allá de las prácticas actuales.",
            "El manual espera una mejora clara, sea la reforma nueva o ya esté en marcha.",
            "Relea 7 y 8 y confirme.",
        ),
        // Milestones.
        Check::Mil1 => (
            "El compromiso aún no tiene hitos.",
            "Los hitos y sus fechas permiten verificar cómo avanza el compromiso.",
            "Agregue al menos un hito.",
        ),
        Check::Mil2 => (
            "La fecha de hito «{typed}» no corresponde a un mes y un año.",
            "La plantilla pide el mes y el año como MM/AAAA.",
            "Complete las dos casillas: un mes (de 1 a 12, o su nombre) y un año de cuatro cifras, de \
            2000 a 2099.",
        ),
        Check::Mil3 => (
            "El hito comienza en {start}, después de su fin en {end}.",
            "En este orden no se puede ubicar en el calendario del compromiso.",
            "Corrija uno de los dos meses.",
        ),
        Check::Mil4Early => (
            "Una fecha del hito, {month}, es anterior al inicio del compromiso ({start}).",
            "Un hito es una etapa del compromiso y cae dentro de sus fechas.",
            "Elija {start} o un mes posterior, o adelante el inicio del compromiso.",
        ),
        Check::Mil4Late => (
            "Una fecha del hito, {month}, es posterior al fin del compromiso ({end}).",
            "Un hito es una etapa del compromiso y cae dentro de sus fechas.",
            "Elija {end} o un mes anterior, o posponga el fin del compromiso.",
        ),
        Check::Mil5 => (
            "Falta completar un dato del hito.",
            "Para cada hito, la plantilla pide una descripción, dos fechas, una institución responsable y un \
            contacto.",
            "Complete este dato.",
        ),
        Check::Mil6 => (
            "Aún no se ha elegido el estado del hito.",
            "La plantilla ofrece cinco estados, de «No iniciado» a «Incompleto».",
            "Elija el estado actual del hito.",
        ),
        Check::Mil7NotStarted => (
            "Según su estado, el hito no se ha iniciado, aunque uno de sus meses, {month}, ya pasó.",
            "El manual no lo exige, pero el estado y las fechas deberían concordar.",
            "Actualice el estado o las fechas.",
        ),
        Check::Mil7Early => (
            "El hito figura como «{status}», aunque su inicio está previsto para {start}.",
            "El manual no lo exige, pero el estado y las fechas deberían concordar.",
            "Actualice el estado o las fechas.",
        ),
        Check::Mil7Late => (
            "El hito figura como «{status}», aunque debía terminar en {end}.",
            "El manual no lo exige, pero el estado y las fechas deberían concordar.",
            "Actualice el estado o las fechas.",
        ),
        Check::Mil8a => (
            "El último hito con fechas termina en {last}, antes del fin del compromiso ({end}).",
            "Sin un hito final, nada permite dar seguimiento al compromiso hasta su término.",
            "Agregue un hito, prolongue el último o acorte el compromiso.",
        ),
        Check::Mil8b => (
            "Entre {from} y {to}, ningún hito con fechas cubre estos {months} {months|mes|meses}.",
            "Con más de seis meses sin hitos, pueden pasar dos trimestres sin avances visibles.",
            "Agregue un hito intermedio o prolongue uno cercano.",
        ),
        Check::Mil9 => (
            "El responsable de un hito es «{name}», que no figura en las preguntas 3 a 5.",
            "El manual no lo exige, pero quien realiza un hito participa en el compromiso.",
            "Nombre ese organismo en las preguntas 3 a 5 o revise la ortografía.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
