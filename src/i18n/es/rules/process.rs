//! Spanish: what the checks say of the process, changes after submission and the calendar of monitoring.

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says, if it is one of these.
pub(super) const fn rule(check: Check) -> Option<RuleText> {
    let (wrong, why, todo) = match check {
        // Process.
        Check::Proc1 => (
            "Aún no se ha nombrado el espacio de participación.",
            "El gobierno debe contar con uno para elaborar y revisar el plan; un foro exclusivo no es \
            obligatorio.",
            "Nombre el espacio utilizado, nuevo o ya existente.",
        ),
        Check::Proc2a => (
            "No consta ninguna reunión de cocreación con actores no gubernamentales.",
            "Este requisito mínimo se evaluará: al menos una reunión durante la cocreación.",
            "Agréguela a la lista si ya se celebró; si no, convoque una.",
        ),
        Check::Proc2b => (
            "Del {from} al {to}, la lista tiene {count} {count|reunión|reuniones} de implementación con \
            actores no gubernamentales.",
            "El manual pide dos reuniones por año sobre la implementación.",
            "Agregue a la lista las que falten, o prevea dos para este año.",
        ),
        Check::Proc4None => (
            "El respaldo del plan final aún no tiene fecha.",
            "Los actores no gubernamentales respaldan el plan en su versión final.",
            "Indique el día en que lo respaldaron; si aún no lo han hecho, solicite su respaldo.",
        ),
        Check::Proc4Changed => (
            "El plan cambió el {changed}, después de haber sido respaldado el {endorsed}.",
            "El respaldo de los actores no gubernamentales se refiere a la versión final.",
            "Solicite el respaldo del texto actual y anote el nuevo día.",
        ),
        Check::Proc4Differs => (
            "Desde su respaldo del {endorsed}, el plan ha cambiado: {questions}.",
            "El respaldo de los actores no gubernamentales se refiere a la versión final.",
            "Compare los dos textos, solicite el respaldo del texto actual y anote el nuevo día.",
        ),
        Check::Proc5 => (
            "El requisito «{requirement}» se cumple, pero sin evidencia.",
            "Sin evidencia, la participación puede considerarse contraria al proceso y quedar en período de \
            prueba.",
            "Agregue una fuente primaria, por ejemplo el enlace a un acta.",
        ),
        Check::Proc6 => (
            "La finalización del programa de orientación aún no tiene fecha.",
            "Los miembros nuevos lo completan cuando inician la cocreación.",
            "Siga el programa en línea e indique el día en que lo terminó.",
        ),
        Check::Proc7 => (
            "Estas prácticas recomendadas aún no están marcadas: {lacking}.",
            "El manual las recomienda, sin exigirlas, para involucrar bien a la sociedad civil y la \
            ciudadanía.",
            "Marque las que sigue y vea cuáles adoptar.",
        ),
        Check::Proc8 => (
            "Aún no se ha confirmado que el sitio web cumpla estos puntos: {lacking}.",
            "El sitio se recomienda, no se exige; si lo hay, el anexo 4 dice qué contiene.",
            "Complételo si hace falta y marque lo que ofrece.",
        ),
        Check::Proc9 => (
            "Nada indica aún que la Unidad de Apoyo de OGP sepa qué espacio de participación se eligió.",
            "Sea cual sea el espacio, la Unidad de Apoyo debe estar informada.",
            "Informe a la Unidad de Apoyo e indique el día.",
        ),
        // Changes after submission.
        Check::Mod1 => (
            "Un compromiso se modificó o eliminó el {day}, cuando el plazo ya había vencido el {closed}.",
            "Un compromiso puede modificarse o eliminarse en los seis meses siguientes a su presentación.",
            "Revise la fecha; si es correcta, consulte al equipo de OGP Local.",
        ),
        Check::Mod1Unlisted => (
            "El compromiso «{title}» ya no está como se presentó, el registro de cambios no lo recoge y el \
            plazo venció el {closed}.",
            "Un compromiso puede modificarse en los seis meses siguientes a su presentación.",
            "Anote un cambio hecho a tiempo o restablezca el texto presentado.",
        ),
        Check::Mod2 => (
            "En el registro de cambios, el dato «{cell}» de una entrada está vacío.",
            "Los actores no gubernamentales de la cocreación son consultados y dan su aprobación; la \
            decisión se documenta.",
            "Complete esta entrada.",
        ),
        Check::Mod2Unlisted => (
            "El compromiso «{title}» ya no está como se presentó, y el registro de cambios no lo recoge.",
            "Todo cambio debe documentarse, incluida la forma en que se decidió.",
            "Agregue una entrada o restablezca el texto presentado.",
        ),
        Check::Mod3 => (
            "Un cambio no indica cuándo se informó al equipo de OGP Local.",
            "Toda modificación de un compromiso debe comunicarse al equipo.",
            "Informe al equipo y anote el día en el registro de cambios.",
        ),
        Check::Mod4 => (
            "El compromiso modificado se aparta de reglas que seguía al presentarse: {rules}.",
            "El manual no lo excluye, pero un cambio debería conservar lo que estaba en orden.",
            "Revise estos puntos o vuelva al texto presentado.",
        ),
        // Monitoring.
        Check::Mon1 => (
            "Según las fechas registradas, al {due} la evaluación inicial no había concluido.",
            "El ente de monitoreo la concluye en los dos meses siguientes a la presentación del plan.",
            "Anote su fecha si falta; si no, acuerde los próximos pasos con el ente de monitoreo.",
        ),
        Check::Mon2 => (
            "Según las fechas registradas, al {due} no se había presentado la evaluación de fin de \
            compromiso.",
            "Vence un mes después de la implementación completa o, si llega antes, del fin del plan.",
            "Anote su fecha si falta; si no, recuérdesela al ente de monitoreo.",
        ),
        Check::Mon3 => (
            "Según las fechas registradas, al {due} no se había presentado el informe del ejercicio final de \
            aprendizaje.",
            "El ejercicio y su informe se esperan en los dos meses siguientes al fin del plan.",
            "Anote la fecha si falta; si no, fíjela con el ente de monitoreo.",
        ),
        Check::Mon4 => (
            "Entre {from} y {to} no consta ninguna actualización pública.",
            "El punto de contacto publica una cada trimestre en la herramienta de seguimiento de OGP.",
            "Anótela si la hubo; si no, publique el estado actual de los compromisos.",
        ),
        Check::Mon5 => (
            "Entre {from} y {to}, {count} trimestres seguidos, no consta ninguna actualización pública.",
            "Tras dos trimestres sin actualizaciones, un miembro se considera inactivo.",
            "Anote las actualizaciones ya publicadas o publique una cuanto antes.",
        ),
        Check::Mon6 => (
            "Entre {from} y {to}, {count} trimestres seguidos, ningún hito avanzó pese a las actualizaciones.",
            "Tras dos trimestres sin avances en ningún compromiso, un miembro se considera inactivo.",
            "Actualice el estado de los hitos o consulte a la Unidad de Apoyo sobre los obstáculos.",
        ),
        Check::Mon7 => (
            "La inactividad dura desde el {since}; los seis meses admitidos terminaron el {limit}.",
            "Pasados seis meses, salvo inactividad voluntaria, la participación es contraria al proceso y \
            queda en período de prueba.",
            "Anote el día en que se retomaron las actividades o consulte a la Unidad de Apoyo.",
        ),
        Check::Mon8 => (
            "El período de prueba dura desde el {since}; los cuatro meses para corregir la situación \
            terminaron el {limit}.",
            "Pasado ese plazo, se revoca la membresía.",
            "Anote el día en que se cumplieron los requisitos o consulte cuanto antes a la Unidad de Apoyo.",
        ),
        Check::Mon9 => (
            "Queda por confirmar que el ente de monitoreo invita a ambas partes a comentar y utiliza los \
            formularios de OGP.",
            "Sus informes toman en cuenta las opiniones del gobierno y de los actores no gubernamentales.",
            "Consúltelo con el ente y marque la confirmación.",
        ),
        Check::Mon10 => (
            "Queda por confirmar que la inactividad voluntaria se trató con los actores no gubernamentales y \
            el equipo de OGP Local.",
            "El manual recomienda encarecidamente este diálogo, que ayuda a mantener el impulso.",
            "Trátela con ellos y marque la confirmación.",
        ),
        _ => return None,
    };
    Some(RuleText { wrong, why, todo })
}
