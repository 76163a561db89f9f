//! English: pages, buttons and notices.

use crate::i18n::Ui;
use crate::question::Question;

/// Everything but questions and rules.
pub(super) const UI: Ui = Ui {
    about_file: "An exported plan is a single JSON file that anyone can read, in the published format:",
    about_file_title: "The file is yours",
    about_handbook: "The questions are those of annexes 1 and 2 of the OGP Local Handbook, in its \
        French version, with their numbers and in their order; the English wording keeps OGP’s own \
        terms where these are known. The rules come from the same handbook; each issue names its \
        section. The app’s own questions are marked as such.",
    about_handbook_title: "The handbook it follows",
    about_lead: "Plan ouvert helps local governments and civil society to draft an OGP Local action \
        plan together, and to keep to the rules of the handbook before submitting it.",
    about_licence: "Free software, under the MIT or the Apache 2.0 licence, as you prefer.",
    about_licence_title: "Licence and version",
    about_plan_group: "The plan in general",
    about_privacy: "Nothing you write leaves this device: the page only reads its own files from the \
        site that hosts it, and its security policy forbids anything else. No account, no visitor \
        statistics, no third-party content.",
    about_privacy_title: "Privacy",
    about_storage: "Drafts are kept in this browser only. Clearing the browsing data deletes them: \
        export often, the file is your safe copy.",
    about_title: "About the app",
    add_commitment: "Add a commitment",
    annex: "annex {n}, {name}",
    annex_1: "Strategic vision (annex 1)",
    annex_2: "Commitments (annex 2)",
    app_name: "Plan ouvert",
    attach_by_hand: "A link cannot attach a file: please add the saved file to your message yourself.",
    back_to_tasks: "Back to the plan overview",
    bundle_bad_number: "This file contains a number outside the limits of the format (line {line}, \
        character {column}). Ask the person who sent it for a new export. Nothing has been changed \
        here.",
    bundle_duplicate_key: "This file contains the same entry twice, “{key}” (line {line}), so there is \
        no telling which one counts. Ask for a new export. Nothing has been changed here.",
    bundle_from: "From {name}.",
    bundle_newer: "This file comes from a newer version of the app (format {theirs}; this version reads \
        format {ours}). Open it with the latest version. Nothing has been changed here.",
    bundle_no_plan: "This file does not contain a plan. Check that it is the right one, or ask for a \
        new export. Nothing has been changed here.",
    bundle_not_json: "This is not a plan file: it is not JSON (line {line}, character {column}). Choose \
        the .json file you received, just as it is. Nothing has been changed here.",
    bundle_note: "Covering note: “{name}”",
    bundle_opened: "The file is open as a new draft.",
    bundle_other_format: "This file is in another format: it is not a plan file. Choose a file exported \
        by Plan ouvert. Nothing has been changed here.",
    bundle_too_deep: "This file is nested too deeply for a plan file. Ask the person who sent it for a \
        new export. Nothing has been changed here.",
    bundle_too_large: "This file is too large ({size} MiB); a plan file has 40 MiB at most. Check that \
        it is the right one. Nothing has been changed here.",
    bundle_too_many_commitments: "This file contains {count} commitments; the app takes {limit} at \
        most. Ask for a smaller file. Nothing has been changed here.",
    bundle_too_many_rows: "A list in this file ({path}) contains {count} rows; the app takes {limit} at \
        most. Ask for a smaller file. Nothing has been changed here.",
    bundle_too_much_text: "This file contains too much text ({size} MiB); a plan file has 16 MiB at \
        most. Check that it is the right one. Nothing has been changed here.",
    bundle_truncated: "This file is incomplete: its end is missing, probably lost on the way. Ask for \
        it to be sent again. Nothing has been changed here.",
    changed_on: "changed on {day} at {time}",
    characters_over: "{n} {n|character|characters} too many",
    check_section: "Check this part",
    cleaned: "Invisible or misleading characters have been removed from this text.",
    clear_choice: "Clear this choice",
    close: "Close",
    close_row: "Close",
    commitment_named: "Commitment {n} – {name}",
    commitments: "Commitments",
    copied: "Copied.",
    copy_body: "Copy the message",
    copy_of: "(copy)",
    copy_subject: "Copy the subject",
    count_advice: "{n} {n|piece of advice|pieces of advice}",
    count_forms: "{n} {n|form fault|form faults}",
    count_recommendations: "{n} {n|recommendation|recommendations}",
    count_requirements: "{n} {n|open requirement|open requirements}",
    damaged: "The app could not read these drafts. They have been set aside, untouched: save them and \
        pass them on to the person who looks after this app.",
    damaged_save: "Save as it is:",
    damaged_title: "Damaged drafts",
    digest_differs: "The file has been changed since it was exported, by hand or on the way. It is open \
        just as it is; please read it through.",
    draft_name: "Name of the draft",
    draft_state: "Draft.",
    drafts_title: "Your drafts",
    duplicate: "Duplicate",
    duplicated: "The draft has been duplicated.",
    example_hint: "A complete plan of an imaginary city, with a few issues left open. Try anything you \
        like: it is a draft like any other.",
    example_missing: "The example could not be loaded. Check the connection and try again.",
    example_open: "Open the example",
    example_title: "Look around with an example",
    export_failed: "The browser could not save the file. Try again, or use another browser.",
    export_lead: "The whole plan in a single file, to keep, to send or to open elsewhere. You can \
        export at any time, whatever issues remain.",
    export_now: "Export now",
    export_title: "Export",
    exported_on: "exported on {day}",
    fault_cleaned: "Invisible, misleading characters have been removed from these texts:",
    fault_new_id: "These rows had no usable identifier and have been given a new one:",
    fault_unexpected: "These answers could not be read and have been left empty:",
    file_holds: "Contents",
    file_holds_what: "the plan, the issues at the time of export and a fingerprint that shows whether \
        the file arrived intact",
    file_name: "File name",
    file_size: "Size",
    file_unreadable: "This file could not be read. If it is on a USB stick or a network drive, copy it \
        to this computer first. Nothing has been changed here.",
    footer: "Plan ouvert works entirely in your browser: nothing is sent.",
    grade_advice: "Advice",
    grade_form: "Form fault",
    grade_recommendation: "Recommendation",
    grade_requirement: "Requirement",
    issues_here: "{n} {n|issue|issues} in this row",
    keep_name: "Keep this name",
    kept_apart: "This draft was taken over in another tab. What you had just written here is kept in a \
        separate copy, on the start page.",
    kilobytes: "kB",
    language: "Language",
    language_missing: "This language could not be loaded. Check the connection and try again.",
    pages_missing: "The other pages could not be loaded. Check the connection and try again.",
    left_here: "The file is open as a new draft, on the start page.",
    list_is_full: "This list is full.",
    made_by: "Your name",
    made_by_hint: "So that whoever opens the file knows who it is from. Nothing verifies it.",
    made_note: "Covering note",
    mail_body: "Hello,\n\nPlease find attached our draft OGP Local action plan, in the file {name}. It \
        opens in Plan ouvert ({address}), with the button “Choose a file”.\n{note}\nKind regards\n{by}",
    mail_body_title: "Message",
    mail_subject: "OGP Local – {name}",
    mail_subject_title: "Subject",
    month: "Month",
    move_down: "Move down",
    move_up: "Move up",
    moved: "{name}: now in position {n}.",
    named_value: "{name}: {value}",
    never_exported: "never exported",
    new_plan: "New plan",
    new_plan_hint: "An empty draft, to complete in whatever order suits you.",
    newer: "saved by a newer version of the app",
    newer_what: "Some drafts come from a newer version of the app. They stay untouched; reload the page \
        to get the latest version, or save them as they are.",
    next_section: "Next part: {name}",
    next_title: "Next steps",
    no_answer: "No answer yet.",
    no_commitments: "A plan has at least one commitment and, for a single jurisdiction, no more than \
        five under way at the same time. Add the first one.",
    no_drafts: "No drafts in this browser yet. Start a plan or open a file you received.",
    no_storage: "This browser refuses to save anything. You can work, but everything will be lost when \
        the page is closed: export before you leave.",
    not_chosen: "Please choose",
    not_copied: "Copying did not work. Select the text and copy it.",
    not_here: "This draft or commitment does not exist in this browser. It may have been deleted, or \
        created on another computer: in that case, open the file exported there.",
    not_here_title: "Not found",
    not_saved_blocked: "Not saved: this browser refuses to save. Export your work before you close the \
        page.",
    not_saved_full: "Not saved: the storage space is full. Export your work, then delete drafts you no \
        longer need.",
    open_button: "Choose a file",
    open_elsewhere: "This draft is open in another tab. Close it there, then try again.",
    open_hint: "Choose a .json file, drop it here or paste it (Ctrl+V). It always opens as a new draft: \
        nothing you have is replaced.",
    open_mail: "Open in your email program",
    open_requirements: "{n} {n|point to settle|points to settle}",
    open_requirements_lead: "{n} {n|point is|points are} still to be settled.",
    open_row: "Edit",
    open_title: "Open a plan file",
    opened_with_notes: "The file is open, with some reservations",
    optional: "(optional)",
    outline: "Contents",
    own_question: "(question from the app)",
    plan_draft: "Each issue leads to its question. None of them prevents saving or exporting.",
    plan_of: "Plan for {name}",
    plan_ready: "No open requirements or form faults among the rules the app checks.",
    print_plan: "Print the plan",
    problem_title: "There are points to settle",
    read_only: "This draft is open in another tab. Here it is shown read-only.",
    reading: "Read-only",
    ready: "Ready.",
    ready_means: "No open requirements or form faults.",
    received_from: "received from {name}",
    remarks_title: "A few remarks",
    remove: "Delete",
    removed: "Deleted: {name}.",
    rename: "Rename",
    required: "(required)",
    review_title: "Review",
    save_bundle: "Save the file",
    saved_as: "The file “{name}” has been saved, usually in the Downloads folder.",
    saved_at: "Saved at {time}",
    saving: "Saving…",
    section_complete: "Nothing to report in this part.",
    send_title: "Send the file",
    share: "Share the file",
    show_open: "See what is still open",
    skip: "Skip to content",
    source_app: "Check by the app",
    source_handbook: "Handbook,",
    start_lead: "Draft your OGP Local action plan, alone or with others. The rules of the handbook \
        appear as you write, and nothing leaves your browser.",
    state_completed: "Completed",
    state_in_progress: "In progress",
    state_not_started: "Not started",
    state_of_draft: "State of the draft",
    state_problem: "Needs attention",
    take_over: "Take over here",
    tasks_title: "Overview",
    title_open: "To settle: {name}",
    to_draft: "Go to the draft",
    to_start: "Back to the home page",
    undo: "Undo",
    unreadable_day: "The date “{typed}” could not be read. Write it as 2026-03-04.",
    untitled: "Untitled plan",
    untitled_commitment: "Untitled commitment",
    use_value: "Use {name}",
    version: "Version",
    where_kept: "Your drafts stay in this browser, on this device. Clearing the browsing data deletes \
        them too, and some browsers do so by themselves after a long absence. The exported file is your \
        safe copy: export often.",
    where_title: "Where your drafts are",
    year: "Year",
    your_vision: "Read your answers to 4.1 and 4.4",
};

/// What the button says that adds a row.
pub(super) fn add_row(question: Question) -> &'static str {
    match question {
        Question::Jurisdictions => "Add a jurisdiction",
        Question::LeadInstitutions => "Add an institution",
        Question::Endorsements => "Add a stakeholder",
        Question::Letter | Question::Documents => "Add a document",
        Question::Government => "Add a contact",
        Question::NonGovernmental | Question::Stakeholders => "Add an organisation",
        Question::Resources => "Add a row of resources",
        Question::Milestones => "Add a milestone",
        _ => "Add a row",
    }
}

/// What a row is called.
pub(super) fn row(question: Question) -> &'static str {
    match question {
        Question::Jurisdictions => "Jurisdiction",
        Question::LeadInstitutions => "Institution",
        Question::Endorsements => "Stakeholder",
        Question::Letter | Question::Documents => "Document",
        Question::Government => "Contact",
        Question::NonGovernmental | Question::Stakeholders => "Organisation",
        Question::Resources => "Resources",
        Question::Milestones => "Milestone",
        _ => "Row",
    }
}
