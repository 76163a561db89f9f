//! Spanish: what the checks say.
//!
//! Each check has three sentences: what is wrong, to be understood without its question; why it matters; what
//! to do. Braces hold the values that the catalogue names for the check; `{months|mes|meses}` is the word that
//! fits that number. The terms are OGP's own Spanish ones, the tone that of a Latin American public form.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says.
pub(super) fn rule(check: Check) -> RuleText {
    let (wrong, why, todo) = match check {
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
        // Vision, participation, monitoring, endorsement.
        Check::Vis1a => (
            "Aún falta el prólogo.",
            "Expone la ambición del plan y cómo trabajarán juntos el gobierno y la sociedad civil.",
            "Redáctelo, en conjunto o por separado.",
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
        Check::Vis8 => (
            "El número de reuniones de cocreación, «{typed}», no se puede leer como un número entero de \
            1 a 999\u{a0}999.",
            "La cocreación incluye al menos una reunión con los actores no gubernamentales.",
            "Escríbalo solo con cifras; si aún no hubo ninguna reunión, celebre una.",
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
        // Number of commitments.
        Check::Cnt1 => (
            "Desde {month} hay {count} compromisos en curso a la vez, cuando el máximo es de {limit}: \
            {titles}.",
            "Se puede sumar un nuevo compromiso cuando otro se ha completado y evaluado.",
            "Desplace o elimine compromisos, o anote los que ya se completaron.",
        ),
        Check::Cnt1Always => (
            "A falta de fechas claras, {count} compromisos cuentan como en curso desde el inicio, \
            cuando el máximo es de {limit}: {titles}.",
            "Sin fechas, nada indica que sean sucesivos.",
            "Complete sus fechas o elimine compromisos.",
        ),
        Check::Cnt4 => (
            "El plan aún no contiene ningún compromiso.",
            "Un plan de acción reúne una visión estratégica y compromisos.",
            "Agregue un primer compromiso.",
        ),
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
        Check::Com24 => (
            "La institución «{office}» no figura entre las instituciones de 5.1.",
            "La institución líder de un compromiso suele ser una de las responsables del plan.",
            "Agréguela en 5.1 o revise los nombres.",
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
    };
    RuleText { wrong, why, todo }
}
