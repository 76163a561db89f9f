//! Spanish: what the handbook allows without a rule, and where it contradicts itself.
//!
//! Each contradiction says what clashes, then how the app reads it; quotations are translated, unless the French
//! word itself is meant.

/// What the rules that never speak allow, in the order of [`crate::rules::SILENT`].
pub(super) const SILENT: [&str; 2] = [
    "Una carta de apoyo actualizada puede acompañar un nuevo plan de acción, sin ser obligatoria: ningún \
    plan puede incumplir esta regla.",
    "La información adicional de la pregunta 16 es opcional: ningún plan puede incumplir esta regla.",
];

/// The contradictions K1 to K29: what clashes, and how it is read.
pub(super) const CONTRADICTIONS: [[&str; 2]; 29] = [
    [
        "La sección 3.2 admite hasta 12 compromisos en cualquier plan conjunto; la sección 3.4 admite 10 \
        para dos jurisdicciones y 12 para tres o cuatro.",
        "Prevalece la regla más específica: 5 compromisos para una jurisdicción, 10 para dos y 12 para \
        tres o cuatro.",
    ],
    [
        "El manual habla de «los cinco primeros compromisos» y de «los cinco compromisos iniciales», pero \
        también de «hasta cinco»; la propia figura 2 muestra solo tres.",
        "Cinco es un tope, más alto para una coalición, y no un número que haya que alcanzar: basta un \
        solo compromiso.",
    ],
    [
        "El tope rige «en todo momento», sin que quede claro si se refiere a los compromisos que contiene \
        el plan o a los que están en curso.",
        "A ambos: limita los compromisos en curso cada mes y el total de los que aún no se han evaluado. \
        Con el tiempo, un plan puede reunir más, pero no desde su primera presentación.",
    ],
    [
        "Según la sección 3.2, el plan termina «al menos» dos meses antes que el mandato; según la \
        pregunta 1.2, dos meses antes.",
        "Dos meses son un mínimo: el plan puede terminar antes.",
    ],
    [
        "Una coalición tiene de dos a cuatro jurisdicciones, pero el manual habla del «más largo de los \
        dos mandatos». El plan sigue ese mandato, aunque un compromiso conjunto obliga también a la \
        jurisdicción cuyo mandato termina primero.",
        "El plan sigue el mandato que termina último, y cada jurisdicción concluye sus propios compromisos \
        al menos dos meses antes del fin del suyo. Si un compromiso conjunto sobrepasa el primer mandato \
        en terminar, la aplicación solo da un consejo.",
    ],
    [
        "En una coalición, cada jurisdicción cumple sus compromisos «dentro de los dos (2) meses antes del \
        fin» de su mandato, aunque un plan termina al menos dos meses antes que el mandato.",
        "Los compromisos concluyen a más tardar dos meses antes del fin del mandato de su jurisdicción.",
    ],
    [
        "Un compromiso dura al menos «un año calendario», lo que suele entenderse como un año de enero a \
        diciembre.",
        "Bastan doce meses, contados el primero y el último: de marzo de 2025 a febrero de 2026, por \
        ejemplo.",
    ],
    [
        "Varias reglas dependen del inicio del plan, que ninguna pregunta de los anexos pide.",
        "La aplicación lo pregunta por su cuenta, fuera de la plantilla: es el mes de la incorporación o \
        del nuevo mandato, no el de la presentación.",
    ],
    [
        "Las fechas de los hitos se escriben MM/AAAA; para el compromiso y el plan, la plantilla no indica \
        ningún formato.",
        "Todas estas fechas son meses: un inicio cuenta desde el primer día y un fin, hasta el último.",
    ],
    [
        "Para los hitos, la plantilla pide una fila «por cada compromiso», y la tabla tiene dos columnas \
        «Contacto», la segunda con los estados posibles.",
        "Hay una fila por hito, con un solo contacto y un solo estado.",
    ],
    [
        "Los valores de OGP cambian de nombre: la transparencia y la «participación pública e inclusión» \
        de la sección 3.2.1.1 pasan a ser, en la pregunta 13, acceso a la información y participación \
        ciudadana.",
        "Son los mismos cuatro valores; la aplicación usa los nombres de la pregunta 13.",
    ],
    [
        "La pregunta 10 pide un objetivo a largo plazo, aunque los compromisos apuntan a resultados a \
        mediano plazo.",
        "La respuesta puede remitir a la visión a largo plazo (4.1) o a los objetivos a mediano plazo \
        (4.4).",
    ],
    [
        "Las preguntas 5.5 y 5.6 piden ambas el número de grupos participantes.",
        "El número va en 5.6; en 5.5 se describen los grupos. La aplicación compara 5.6 con el total de la \
        lista de grupos, si está completada.",
    ],
    [
        "Se exige un espacio de participación con el nombre de «Foro» (3.3.1), aunque un foro multiactor \
        no es un requisito (anexo 3).",
        "La aplicación pide un espacio, nuevo o existente, y nunca un foro creado expresamente.",
    ],
    [
        "El sitio web solo se recomienda, pero el anexo 4 enumera lo que «debe contener».",
        "El sitio sigue siendo una recomendación, y su contenido se verifica solo si existe.",
    ],
    [
        "Un compromiso se evalúa una vez implementado por completo (2.3), o al final del plan si llega \
        antes (3.5.2).",
        "Valen ambas cosas: también se evalúa un compromiso inconcluso, a más tardar un mes después del \
        fin del plan.",
    ],
    [
        "La evaluación de un compromiso se presenta «un (1) mes después» de su implementación y el informe \
        final, «dos (2) meses después» del fin del plan, como si se tratara de un día preciso.",
        "Son plazos máximos: presentarlos antes también vale.",
    ],
    [
        "Las modificaciones solo son posibles durante seis meses, aunque más tarde puede agregarse un \
        nuevo compromiso y los avances se actualizan cada trimestre.",
        "Los seis meses rigen para modificar o eliminar un compromiso; agregar uno o actualizar un estado \
        no es una modificación.",
    ],
    [
        "La evaluación inicial abarca los «cinco compromisos iniciales»; nada se prevé para los que se \
        agregan después.",
        "La aplicación señala este vacío y aconseja plantearlo al ente de monitoreo.",
    ],
    [
        "La introducción del anexo 2 repite la del anexo 1 y habla de presentar la Estrategia. El enlace \
        de ambos anexos lleva a una página de administración del sitio de OGP.",
        "En el anexo 2 se trata del compromiso. El enlace se omite: el punto de contacto recibe sus \
        credenciales por correo electrónico.",
    ],
    [
        "El ente de monitoreo debe ser independiente, pero puede ser un grupo de trabajo del espacio de \
        cocreación.",
        "Puede serlo si ninguno de sus integrantes implementa el plan; la aplicación pide confirmarlo.",
    ],
    [
        "En las preguntas 3 y 8, el manual en francés dice «Téléchargez», que suele significar \
        «Descargue», aunque se trata de aportar un documento.",
        "La aplicación dice «Suba».",
    ],
    [
        "El plan se presenta en inglés, aunque la cocreación se hace en los idiomas del lugar.",
        "Cada texto se escribe en el idioma de trabajo y en inglés, uno al lado del otro; la aplicación \
        señala los que aún no tienen versión en inglés.",
    ],
    [
        "En el manual en francés, la sección 3.3 conserva un título en inglés, el anexo 4 habla del «PAN», \
        el plan nacional, y la sección 3.3.2, de un «proceso nacional de OGP Local».",
        "Son restos del manual nacional: en todos los casos se trata del plan de acción y del proceso \
        locales.",
    ],
    [
        "Una jurisdicción sin elecciones no tiene fin de mandato, pero la pregunta 1.1 pide uno.",
        "Basta marcar «Sin elecciones»: ya no se hace la pregunta 1.1, y el plan dura de uno a cuatro años \
        o sigue la visión a mediano plazo.",
    ],
    [
        "La pregunta 13 se refiere a un solo valor; la sección 3.2.1.2, a «uno o varios».",
        "Al menos un valor; pueden ser varios.",
    ],
    [
        "Un miembro nuevo pasa a estar inactivo si no se ha «solicitado [y concedido]» ninguna prórroga; \
        los corchetes dejan en duda si debe concederse.",
        "Solo una prórroga concedida cambia la fecha límite.",
    ],
    [
        "Se invita a los miembros a designar el ente de monitoreo al presentar el plan (3.5), pero la \
        visión estratégica ya lo describe, y los actores no gubernamentales deben haberlo aprobado.",
        "El ente se designa y se aprueba a más tardar el día de la presentación.",
    ],
    [
        "El ciclo «debe corresponder a la duración del mandato», pero comienza con la incorporación y \
        termina «al menos» dos meses antes que el mandato.",
        "La sección 3.2 explica la regla y prevalece. Terminar más de seis meses antes de ese límite da \
        lugar solo a un consejo, y esos seis meses son una decisión de la aplicación.",
    ],
];
