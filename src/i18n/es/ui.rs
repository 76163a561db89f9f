//! Spanish: pages, buttons and notices.

use crate::i18n::Ui;
use crate::question::Question;

/// Everything but questions and rules.
pub(super) const UI: Ui = Ui {
    about_file: "El plan exportado es un solo archivo JSON, legible para cualquiera, en el formato \
        publicado:",
    about_file_title: "El archivo es suyo",
    about_handbook: "Las preguntas son las de los anexos 1 y 2 del Manual de OGP Local, en su versión \
        francesa, con sus números y en su orden; la redacción en español usa los términos de OGP. Las \
        reglas vienen del mismo manual; cada observación indica su sección. Las preguntas propias de la \
        aplicación se señalan como tales.",
    about_handbook_title: "El manual que se sigue",
    about_lead: "Plan ouvert ayuda a los gobiernos locales y a la sociedad civil a redactar juntos un \
        plan de acción de OGP Local y a cumplir las reglas del manual antes de presentarlo.",
    about_licence: "Software libre, con licencia MIT o Apache 2.0, a elección.",
    about_licence_title: "Licencia y versión",
    about_plan_group: "El plan en general",
    about_privacy: "Nada de lo que usted escribe sale de este dispositivo: la página solo lee sus \
        propios archivos en el sitio que la aloja, y su política de seguridad le impide todo lo demás. \
        Sin cuentas, sin estadísticas de visitas, sin contenido de terceros.",
    about_privacy_title: "Privacidad",
    about_storage: "Los borradores se guardan solo en este navegador. Al borrar los datos de \
        navegación, se pierden: exporte a menudo, el archivo es su copia segura.",
    about_title: "Acerca de la aplicación",
    add_commitment: "Agregar un compromiso",
    annex: "anexo {n}, {name}",
    annex_1: "Visión estratégica (anexo 1)",
    annex_2: "Compromisos (anexo 2)",
    app_name: "Plan ouvert",
    attach_by_hand: "Un enlace no puede adjuntar archivos: agregue usted el archivo guardado a su \
        mensaje.",
    back_to_tasks: "Volver a la vista general del plan",
    bundle_bad_number: "Este archivo contiene un número fuera de los límites del formato (línea {line}, \
        carácter {column}). Pida una nueva exportación a quien se lo envió. Aquí no se modificó nada.",
    bundle_duplicate_key: "Este archivo contiene dos veces la misma entrada, «{key}» (línea {line}): no \
        hay modo de saber cuál vale. Pida una nueva exportación. Aquí no se modificó nada.",
    bundle_from: "De parte de {name}.",
    bundle_newer: "Este archivo viene de una versión más reciente de la aplicación (formato {theirs}; \
        esta versión lee el formato {ours}). Ábralo con la versión actualizada. Aquí no se modificó \
        nada.",
    bundle_no_plan: "Este archivo no contiene ningún plan. Verifique que sea el correcto o pida una \
        nueva exportación. Aquí no se modificó nada.",
    bundle_not_json: "Este archivo no es de un plan: no es JSON (línea {line}, carácter {column}). \
        Elija el archivo .json que recibió, tal cual. Aquí no se modificó nada.",
    bundle_note: "Nota de acompañamiento: «{name}»",
    bundle_opened: "El archivo se abrió como un borrador nuevo.",
    bundle_other_format: "Este archivo tiene otro formato: no es de un plan. Elija un archivo exportado \
        por Plan ouvert. Aquí no se modificó nada.",
    bundle_too_deep: "Este archivo tiene demasiados niveles para ser de un plan. Pida una nueva \
        exportación a quien se lo envió. Aquí no se modificó nada.",
    bundle_too_large: "Este archivo es demasiado grande ({size}\u{a0}MiB); el de un plan tiene \
        40\u{a0}MiB como máximo. Verifique que sea el correcto. Aquí no se modificó nada.",
    bundle_too_many_commitments: "Este archivo contiene {count} compromisos; la aplicación admite \
        {limit} como máximo. Pida un archivo más pequeño. Aquí no se modificó nada.",
    bundle_too_many_rows: "Una lista de este archivo ({path}) contiene {count} filas; la aplicación \
        admite {limit} como máximo. Pida un archivo más pequeño. Aquí no se modificó nada.",
    bundle_too_much_text: "Este archivo contiene demasiado texto ({size}\u{a0}MiB); el de un plan tiene \
        16\u{a0}MiB como máximo. Verifique que sea el correcto. Aquí no se modificó nada.",
    bundle_truncated: "Este archivo está incompleto: le falta el final, que quizá se perdió en el \
        envío. Pida que se lo envíen de nuevo. Aquí no se modificó nada.",
    changed_on: "modificado el {day}, {time}",
    characters_over: "{n} {n|carácter de más|caracteres de más}",
    check_section: "Verificar esta parte",
    cleaned: "Se quitaron de este texto caracteres invisibles o engañosos.",
    clear_choice: "Borrar esta elección",
    close: "Cerrar",
    close_row: "Contraer",
    commitment_named: "Compromiso {n} – {name}",
    commitments: "Compromisos",
    copied: "Copiado.",
    copy_body: "Copiar el mensaje",
    copy_of: "(copia)",
    copy_subject: "Copiar el asunto",
    count_advice: "{n} {n|consejo|consejos}",
    count_forms: "{n} {n|error de forma|errores de forma}",
    count_recommendations: "{n} {n|recomendación|recomendaciones}",
    count_requirements: "{n} {n|requisito pendiente|requisitos pendientes}",
    damaged: "La aplicación no pudo leer estos borradores. Se apartaron sin cambios: guárdelos y \
        entréguelos a la persona encargada de esta aplicación.",
    damaged_save: "Guardar tal cual:",
    damaged_title: "Borradores dañados",
    digest_differs: "El archivo se modificó después de exportarlo, a mano o durante el envío. Está \
        abierto tal como llegó; reléalo.",
    draft_name: "Nombre del borrador",
    draft_state: "Borrador.",
    drafts_title: "Sus borradores",
    duplicate: "Duplicar",
    duplicated: "El borrador se duplicó.",
    example_hint: "Un plan completo de una ciudad imaginaria, con algunas observaciones pendientes. \
        Puede probarlo todo: es un borrador como cualquier otro.",
    example_missing: "No se pudo cargar el ejemplo. Verifique la conexión y vuelva a intentarlo.",
    example_open: "Abrir el ejemplo",
    example_title: "Conocer la aplicación con un ejemplo",
    export_failed: "El navegador no pudo guardar el archivo. Vuelva a intentarlo o use otro navegador.",
    export_lead: "Todo el plan en un solo archivo, para conservarlo, enviarlo o abrirlo en otro lugar. \
        Puede exportar en cualquier momento, sean cuales sean las observaciones.",
    export_now: "Exportar ahora",
    export_title: "Exportar",
    exported_on: "exportado el {day}",
    fault_cleaned: "Se quitaron caracteres invisibles y engañosos de estos textos:",
    fault_new_id: "Estas filas no tenían un identificador utilizable y recibieron uno nuevo:",
    fault_unexpected: "Estas respuestas no se pudieron leer y quedaron vacías:",
    file_holds: "Contenido",
    file_holds_what: "el plan, las observaciones al momento de exportar y una huella que muestra si el \
        archivo llegó intacto",
    file_name: "Nombre del archivo",
    file_size: "Tamaño",
    file_unreadable: "No se pudo leer este archivo. Si está en una memoria USB o en una unidad de red, \
        cópielo primero a esta computadora. Aquí no se modificó nada.",
    footer: "Plan ouvert funciona por completo en su navegador: no se envía nada.",
    grade_advice: "Consejo",
    grade_form: "Error de forma",
    grade_recommendation: "Recomendación",
    grade_requirement: "Requisito",
    issues_here: "{n} {n|observación|observaciones} en esta fila",
    keep_name: "Conservar este nombre",
    kept_apart: "Este borrador se retomó en otra pestaña. Lo que acababa de escribir aquí se conserva \
        en una copia aparte, en la página de inicio.",
    kilobytes: "kB",
    language: "Idioma",
    language_missing: "No se pudo cargar este idioma. Revise la conexión e inténtelo de nuevo.",
    pages_missing: "No se pudieron cargar las demás páginas. Revise la conexión e inténtelo de nuevo.",
    left_here: "El archivo se abrió como un borrador nuevo, en la página de inicio.",
    list_is_full: "Esta lista está llena.",
    made_by: "Su nombre",
    made_by_hint: "Para que quien abra el archivo sepa de quién viene. Es solo una indicación.",
    made_note: "Nota de acompañamiento",
    mail_body: "Buenos días:\n\nAdjunto nuestro proyecto de plan de acción de OGP Local, en el archivo \
        {name}. Se abre en Plan ouvert ({address}), con el botón «Elegir un archivo».\n{note}\nSaludos \
        cordiales\n{by}",
    mail_body_title: "Mensaje",
    mail_subject: "OGP Local – {name}",
    mail_subject_title: "Asunto",
    month: "Mes",
    move_down: "Bajar",
    move_up: "Subir",
    moved: "{name}: ahora en la posición {n}.",
    named_value: "{name}: {value}",
    never_exported: "nunca exportado",
    new_plan: "Nuevo plan",
    new_plan_hint: "Un borrador vacío, para completar en el orden que prefiera.",
    newer: "guardado por una versión más reciente de la aplicación",
    newer_what: "Algunos borradores vienen de una versión más reciente de la aplicación. Quedan \
        intactos; vuelva a cargar la página para obtener la versión actualizada, o guárdelos tal cual.",
    next_section: "Parte siguiente: {name}",
    next_title: "Siguientes pasos",
    no_answer: "Aún sin respuesta.",
    no_commitments: "Un plan tiene al menos un compromiso y, para una sola jurisdicción, como máximo \
        cinco en curso a la vez. Agregue el primero.",
    no_drafts: "Todavía no hay borradores en este navegador. Cree un plan o abra un archivo que haya \
        recibido.",
    no_storage: "Este navegador se niega a guardar. Puede trabajar, pero todo se perderá al cerrar la \
        página: exporte antes de salir.",
    not_chosen: "Elija una opción",
    not_copied: "No se pudo copiar. Seleccione el texto y cópielo.",
    not_here: "Este borrador o compromiso no existe en este navegador. Quizá se eliminó o se creó en \
        otra computadora: en ese caso, abra el archivo exportado allí.",
    not_here_title: "No encontrado",
    not_saved_blocked: "Sin guardar: este navegador se niega a guardar. Exporte su trabajo antes de \
        cerrar la página.",
    not_saved_full: "Sin guardar: no queda espacio de almacenamiento. Exporte su trabajo y luego \
        elimine borradores que ya no necesite.",
    open_button: "Elegir un archivo",
    open_elsewhere: "Este borrador está abierto en otra pestaña. Ciérrelo allí y vuelva a intentarlo.",
    open_hint: "Elija un archivo .json, arrástrelo aquí o péguelo (Ctrl+V). Siempre se abre como un \
        borrador nuevo: no se reemplaza nada de lo que tiene.",
    open_mail: "Abrir en el correo",
    open_requirements: "{n} {n|punto por resolver|puntos por resolver}",
    open_requirements_lead: "{n|Queda|Quedan} {n} {n|punto por resolver|puntos por resolver}.",
    open_row: "Editar",
    open_title: "Abrir un archivo de plan",
    opened_with_notes: "El archivo está abierto, con salvedades",
    optional: "(opcional)",
    outline: "Contenido",
    own_question: "(pregunta de la aplicación)",
    plan_draft: "Cada observación lleva a su pregunta. Ninguna impide guardar ni exportar.",
    plan_of: "Plan de {name}",
    plan_ready: "Ya no quedan requisitos ni errores de forma entre las reglas que verifica la \
        aplicación.",
    print_plan: "Imprimir el plan",
    problem_title: "Hay puntos por resolver",
    read_only: "Este borrador está abierto en otra pestaña. Aquí se muestra en modo de solo lectura.",
    reading: "Solo lectura",
    ready: "Listo.",
    ready_means: "Ya no quedan requisitos ni errores de forma.",
    received_from: "recibido de {name}",
    remarks_title: "Algunas observaciones",
    remove: "Eliminar",
    removed: "Se eliminó: {name}.",
    rename: "Cambiar el nombre",
    required: "(obligatorio)",
    review_title: "Revisión",
    save_bundle: "Guardar el archivo",
    saved_as: "El archivo «{name}» se guardó, por lo general en la carpeta Descargas.",
    saved_at: "Guardado a las {time}",
    saving: "Guardando…",
    section_complete: "Nada que señalar en esta parte.",
    send_title: "Enviar el archivo",
    share: "Compartir el archivo",
    show_open: "Ver lo que sigue pendiente",
    skip: "Ir al contenido",
    source_app: "Verificación de la aplicación",
    source_handbook: "Manual,",
    start_lead: "Redacte su plan de acción de OGP Local, a solas o en grupo. Las reglas del manual \
        aparecen mientras escribe, y nada sale de su navegador.",
    state_completed: "Completo",
    state_in_progress: "En curso",
    state_not_started: "Por comenzar",
    state_of_draft: "Estado del borrador",
    state_problem: "Por revisar",
    take_over: "Editar aquí",
    tasks_title: "Vista general",
    title_open: "Por resolver: {name}",
    to_draft: "Ir al borrador",
    to_start: "Volver al inicio",
    undo: "Deshacer",
    unreadable_day: "No se pudo leer la fecha «{typed}». Escríbala como 2026-03-04.",
    untitled: "Plan sin título",
    untitled_commitment: "Compromiso sin título",
    use_value: "Usar {name}",
    version: "Versión",
    where_kept: "Sus borradores permanecen en este navegador, en este dispositivo. Al borrar los datos \
        de navegación se borran también, y algunos navegadores lo hacen por sí solos tras una larga \
        ausencia. El archivo exportado es su copia segura: exporte a menudo.",
    where_title: "Dónde están sus borradores",
    year: "Año",
    your_vision: "Releer sus respuestas 4.1 y 4.4",
};

/// What the button says that adds a row.
pub(super) fn add_row(question: Question) -> &'static str {
    match question {
        Question::Jurisdictions => "Agregar una jurisdicción",
        Question::LeadInstitutions => "Agregar una institución",
        Question::Endorsements => "Agregar un respaldo",
        Question::Letter | Question::Documents => "Agregar un documento",
        Question::Government => "Agregar un contacto",
        Question::NonGovernmental | Question::Stakeholders => "Agregar una organización",
        Question::Resources => "Agregar una fila de recursos",
        Question::Milestones => "Agregar un hito",
        _ => "Agregar una fila",
    }
}

/// What a row is called.
pub(super) fn row(question: Question) -> &'static str {
    match question {
        Question::Jurisdictions => "Jurisdicción",
        Question::LeadInstitutions => "Institución",
        Question::Endorsements => "Respaldo",
        Question::Letter | Question::Documents => "Documento",
        Question::Government => "Contacto",
        Question::NonGovernmental | Question::Stakeholders => "Organización",
        Question::Resources => "Recursos",
        Question::Milestones => "Hito",
        _ => "Fila",
    }
}
