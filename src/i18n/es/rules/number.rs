//! Spanish: what the checks say of the number of commitments and coalitions.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        Check::Cnt1 | Check::Cnt2 | Check::Cnt3 => (
            "Desde {month} hay {count} compromisos en curso a la vez, cuando el máximo es de {limit}: \
            {titles}.",
            "Se puede sumar un nuevo compromiso cuando otro se ha completado y evaluado.",
            "Desplace o elimine compromisos, o anote los que ya se completaron.",
        ),
        Check::Cnt1Always | Check::Cnt2Always | Check::Cnt3Always => (
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
        Check::Cnt5a => (
            "El plan tiene {count} compromisos sin evaluación anotada, cuando el máximo es de {limit}.",
            "Se puede sumar un compromiso cuando otro se ha completado y evaluado.",
            "Anote las evaluaciones ya presentadas o deje para después los compromisos adicionales.",
        ),
        Check::Cnt5b => (
            "No se ha confirmado la cocreación del compromiso agregado después de la presentación.",
            "Un compromiso que se suma más tarde se cocrea igual que los primeros.",
            "Cocréelo con los actores no gubernamentales y marque la confirmación.",
        ),
        Check::Cnt6 => (
            "El compromiso, agregado después de la presentación, no será parte de la evaluación inicial.",
            "El manual la prevé solo para los compromisos iniciales y no exige nada más.",
            "Pregunte al ente de monitoreo si puede examinar también este.",
        ),
        Check::Jnt1Count => (
            "El plan figura como conjunto, pero hasta ahora indica una sola jurisdicción.",
            "Un plan conjunto reúne de dos a cuatro jurisdicciones del mismo país.",
            "Agregue las demás jurisdicciones o indique que el plan no es conjunto.",
        ),
        Check::Jnt1Country => (
            "No todas las jurisdicciones del plan conjunto figuran en el mismo país ({countries}).",
            "Una coalición reúne jurisdicciones de un solo país.",
            "Complete el país en cada fila, escrito de la misma manera.",
        ),
        Check::Jnt1NoCountry => (
            "Aún no se ha indicado el país de «{name}».",
            "Una coalición reúne jurisdicciones de un solo país.",
            "Indique el país en esta fila, escrito como en las demás.",
        ),
        Check::Jnt1Member => (
            "Aún no se ha confirmado que «{name}» sea miembro de OGP Local.",
            "Una coalición reúne solo a jurisdicciones miembros.",
            "Marque la casilla en su fila si lo es; si no, consulte a la Unidad de Apoyo de OGP.",
        ),
        Check::Jnt2 => (
            "Aún falta el nombre o el correo electrónico del punto de contacto del plan conjunto.",
            "La coalición acuerda una sola persona para la coordinación con la Unidad de Apoyo de OGP.",
            "Complete ambos datos en «Acerca de este plan».",
        ),
        Check::Jnt3 => (
            "El plan conjunto termina en {end}, aunque el mandato más largo de la coalición dura hasta \
            {mandate_end}.",
            "Cuando los mandatos difieren, el plan conjunto sigue el más largo.",
            "Elija {latest}, dos meses antes del fin de ese mandato.",
        ),
        Check::Jnt4 => (
            "El compromiso aún no indica a qué jurisdicciones se aplica.",
            "En un plan conjunto, un compromiso se aplica a una sola jurisdicción o a todas.",
            "Elija una jurisdicción, o todas.",
        ),
        Check::Jnt5a => (
            "El compromiso termina en {end}, demasiado tarde para el mandato de «{name}».",
            "Cada jurisdicción cumple sus compromisos al menos dos meses antes del fin de su mandato.",
            "Elija como fin {latest} o un mes anterior.",
        ),
        Check::Jnt5b => (
            "El compromiso conjunto termina en {end}, demasiado tarde para el mandato que concluye primero.",
            "El manual no lo exige con claridad, pero todas las jurisdicciones implementan un compromiso \
            así.",
            "Elija {latest} o antes, o prevea la continuidad con la jurisdicción afectada.",
        ),
        Check::Jnt6a => (
            "Aún no se ha descrito la gobernanza de la coalición.",
            "La definen los propios socios, en pie de igualdad.",
            "Indique quién decide, quién coordina y cómo se resuelven los desacuerdos.",
        ),
        Check::Jnt6b => (
            "Queda por indicar si la cocreación es conjunta o separada.",
            "El manual deja la elección a las jurisdicciones y no exige indicarla, pero decirlo orienta a \
            quien lee.",
            "Elija una de las dos formas.",
        ),
        Check::Jnt7 => (
            "La decisión de continuar como coalición, tras un plan conjunto, aún no tiene fecha.",
            "Un plan conjunto vale para un solo período; después, las jurisdicciones eligen de nuevo.",
            "Indique el día de esa decisión.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
