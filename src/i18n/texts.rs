//! The shape of a language: every text the app says, and the one list it travels in.
//!
//! The words themselves stand in `fr`, `en` and `es`, which only the native build has; the page loads them as files
//! made from there (see `file`), one language at a time.

use super::Lang;
use crate::plan::{
    ChangeKind, CoCreation, EvidenceKind, LetterPoint, MeetingKind, Mention, OgpValue, Options, PolicyArea,
    Practice, Proved, Requirement, Sector, Secured, Side, Status, Submitter, WebsitePoint, WorkingLanguage,
};
use crate::question::{Column, Question, Section};
use crate::rules::{CONTRADICTIONS, Check, Contradiction, SILENT};

/// A question's wording.
#[derive(Clone, Copy, Debug)]
pub struct QuestionText {
    /// The question itself; the handbook's own words for a question of the templates.
    pub label: &'static str,
    /// The app's help with it; empty where none is needed.
    pub hint: &'static str,
}

/// A cell's wording.
#[derive(Clone, Copy, Debug)]
pub struct ColumnText {
    /// Its name.
    pub label: &'static str,
    /// Help with it; empty where none is needed.
    pub hint: &'static str,
}

/// A section's wording.
#[derive(Clone, Copy, Debug)]
pub struct SectionText {
    /// Its name, as short as lists want it.
    pub title: &'static str,
    /// Its heading, as the template has it.
    pub heading: &'static str,
    /// What it is about, in a sentence.
    pub intro: &'static str,
}

/// What a check says.
#[derive(Clone, Copy, Debug)]
pub struct RuleText {
    /// What is wrong, with values in braces.
    pub wrong: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// The labels of all options, each list in the order of its keys.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each member is the list of its name")]
pub struct OptionTexts {
    pub policy_areas: [&'static str; PolicyArea::KEYS.len()],
    pub sectors: [&'static str; Sector::KEYS.len()],
    pub values: [&'static str; OgpValue::KEYS.len()],
    pub secured: [&'static str; Secured::KEYS.len()],
    pub statuses: [&'static str; Status::KEYS.len()],
    pub mentions: [&'static str; Mention::KEYS.len()],
    pub languages: [&'static str; WorkingLanguage::KEYS.len()],
    pub co_creations: [&'static str; CoCreation::KEYS.len()],
    pub sides: [&'static str; Side::KEYS.len()],
    pub letter_points: [&'static str; LetterPoint::KEYS.len()],
    pub meeting_kinds: [&'static str; MeetingKind::KEYS.len()],
    pub requirements: [&'static str; Requirement::KEYS.len()],
    pub evidence_kinds: [&'static str; EvidenceKind::KEYS.len()],
    pub practices: [&'static str; Practice::KEYS.len()],
    pub website_points: [&'static str; WebsitePoint::KEYS.len()],
    pub submitters: [&'static str; Submitter::KEYS.len()],
    pub change_kinds: [&'static str; ChangeKind::KEYS.len()],
}

/// The lists of options, in the order a language has their labels.
const LISTS: [&[&str]; 18] = [
    PolicyArea::KEYS,
    Sector::KEYS,
    OgpValue::KEYS,
    Secured::KEYS,
    Status::KEYS,
    Mention::KEYS,
    WorkingLanguage::KEYS,
    CoCreation::KEYS,
    Side::KEYS,
    LetterPoint::KEYS,
    MeetingKind::KEYS,
    Requirement::KEYS,
    EvidenceKind::KEYS,
    Practice::KEYS,
    WebsitePoint::KEYS,
    Submitter::KEYS,
    ChangeKind::KEYS,
    Proved::KEYS,
];

/// A language: its texts in lists, in an order that only this file knows. What the start page says comes first, as
/// a list of its own; it is a seventh of all.
#[derive(Debug, PartialEq)]
pub struct Texts {
    /// Which one.
    pub lang: Lang,
    /// What pages, buttons and notices say.
    pub ui: Ui,
    start: Vec<&'static str>,
    pages: Vec<&'static str>,
}

/// Where the months begin in the start page's list, and how many texts it has.
const MONTHS: usize = UI_START;
const START_COUNT: usize = MONTHS + 12;
/// Where each kind of text begins in the other pages' list, and how many texts it has.
const OPTIONS: usize = UI_LATER;
const QUESTIONS: usize = OPTIONS + {
    let (mut count, mut list) = (0, 0);
    while list < LISTS.len() {
        #[expect(clippy::indexing_slicing, reason = "counted before the program runs")]
        let keys = LISTS[list];
        count += keys.len();
        list += 1;
    }
    count
};
/// A question has a label, a hint, the name of a row and that of the button that adds one.
const COLUMNS: usize = QUESTIONS + 4 * Question::ALL.len();
const SECTIONS: usize = COLUMNS + 2 * Column::ALL.len();
const RULES: usize = SECTIONS + 3 * Section::ALL_COUNT;
const SILENCES: usize = RULES + 3 * Check::ALL.len();
const CLASHES: usize = SILENCES + SILENT.len();
const PAGES_COUNT: usize = CLASHES + 2 * CONTRADICTIONS.len();

/// A part of a language, which is a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The start page, and what stands on every page.
    Start,
    /// All other pages: their own texts, questions, cells, sections, options and rules.
    Pages,
}

impl Part {
    /// Both parts.
    pub const ALL: [Self; 2] = [Self::Start, Self::Pages];

    /// The part's name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Pages => "pages",
        }
    }

    /// How many texts it has.
    pub fn count(self) -> usize {
        match self {
            Self::Start => START_COUNT,
            Self::Pages => PAGES_COUNT,
        }
    }
}

impl Texts {
    /// A language from its lists; what is not here yet is empty.
    pub(super) fn from_lists(lang: Lang, start: Vec<&'static str>, pages: Vec<&'static str>) -> Self {
        Self { lang, ui: Ui::from_lists(&start, &pages), start, pages }
    }

    /// The list of a part's texts; empty while they are not here.
    pub fn list(&self, part: Part) -> &[&'static str] {
        match part {
            Part::Start => &self.start,
            Part::Pages => &self.pages,
        }
    }

    fn at(&self, place: usize) -> &'static str {
        self.pages.get(place).copied().unwrap_or_default()
    }

    /// The wording of a question.
    pub fn question(&self, question: Question) -> QuestionText {
        let place = QUESTIONS + 4 * question as usize;
        QuestionText { label: self.at(place), hint: self.at(place + 1) }
    }

    /// What a row of a question is called.
    pub fn row(&self, question: Question) -> &'static str {
        self.at(QUESTIONS + 4 * question as usize + 2)
    }

    /// What the button says that adds a row to a question.
    pub fn add_row(&self, question: Question) -> &'static str {
        self.at(QUESTIONS + 4 * question as usize + 3)
    }

    /// The wording of a cell.
    pub fn column(&self, column: Column) -> ColumnText {
        let place = COLUMNS + 2 * column as usize;
        ColumnText { label: self.at(place), hint: self.at(place + 1) }
    }

    /// The wording of a section.
    pub fn section(&self, section: Section) -> SectionText {
        let place = SECTIONS + 3 * section as usize;
        SectionText { title: self.at(place), heading: self.at(place + 1), intro: self.at(place + 2) }
    }

    /// What a check says.
    pub fn rule(&self, check: Check) -> RuleText {
        let place = RULES + 3 * check as usize;
        RuleText { wrong: self.at(place), why: self.at(place + 1), todo: self.at(place + 2) }
    }

    /// What a rule that never speaks allows, by its position in [`SILENT`].
    pub fn silent(&self, at: usize) -> &'static str {
        self.at(SILENCES + at)
    }

    /// What clashes in the handbook, and how that is read here.
    pub fn contradiction(&self, contradiction: Contradiction) -> [&'static str; 2] {
        let place = CLASHES + 2 * contradiction.number.saturating_sub(1);
        [self.at(place), self.at(place + 1)]
    }

    /// The name of a month, 1 to 12.
    pub fn month(&self, number: u32) -> &'static str {
        let number = usize::try_from(number).unwrap_or_default();
        self.start.get(MONTHS + number.clamp(1, 12) - 1).copied().unwrap_or_default()
    }

    /// The label of an option of this list.
    pub fn option_of(&self, keys: &[&str], key: &str) -> &'static str {
        let mut place = OPTIONS;
        for list in LISTS {
            if list == keys {
                let at = list.iter().position(|known| *known == key);
                return at.map_or("", |at| self.at(place + at));
            }
            place += list.len();
        }
        ""
    }

    /// The label of an option that only one list has.
    pub fn option(&self, key: &str) -> &'static str {
        LISTS.into_iter().find(|keys| keys.contains(&key)).map_or("", |keys| self.option_of(keys, key))
    }
}

/// What a language's own files say, before it becomes a list.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Words {
    pub(super) ui: Ui,
    pub(super) months: [&'static str; 12],
    pub(super) options: OptionTexts,
    pub(super) question: fn(Question) -> QuestionText,
    pub(super) row: fn(Question) -> &'static str,
    pub(super) add_row: fn(Question) -> &'static str,
    pub(super) column: fn(Column) -> ColumnText,
    pub(super) section: fn(Section) -> SectionText,
    pub(super) rule: fn(Check) -> RuleText,
    pub(super) silent: [&'static str; SILENT.len()],
    pub(super) contradictions: [[&'static str; 2]; CONTRADICTIONS.len()],
}

#[cfg(not(target_arch = "wasm32"))]
impl Words {
    /// The language, from its words.
    pub(super) fn texts(self, lang: Lang) -> Texts {
        let (mut start, mut strings) = self.ui.lists();
        start.extend(self.months);
        let o = &self.options;
        let proved = [o.requirements.as_slice(), &o.practices].concat();
        let lists: [&[&'static str]; LISTS.len()] = [
            &o.policy_areas,
            &o.sectors,
            &o.values,
            &o.secured,
            &o.statuses,
            &o.mentions,
            &o.languages,
            &o.co_creations,
            &o.sides,
            &o.letter_points,
            &o.meeting_kinds,
            &o.requirements,
            &o.evidence_kinds,
            &o.practices,
            &o.website_points,
            &o.submitters,
            &o.change_kinds,
            &proved,
        ];
        strings.extend(lists.concat());
        for question in Question::ALL.iter().copied() {
            let text = (self.question)(question);
            let rows = if question.kind().has_rows() {
                [(self.row)(question), (self.add_row)(question)]
            } else {
                ["", ""]
            };
            strings.extend([text.label, text.hint]);
            strings.extend(rows);
        }
        for text in Column::ALL.map(self.column) {
            strings.extend([text.label, text.hint]);
        }
        for text in Section::all().map(self.section) {
            strings.extend([text.title, text.heading, text.intro]);
        }
        for text in Check::ALL.iter().copied().map(self.rule) {
            strings.extend([text.wrong, text.why, text.todo]);
        }
        strings.extend(self.silent);
        strings.extend(self.contradictions.as_flattened());
        Texts::from_lists(lang, start, strings)
    }
}

macro_rules! ui {
    ($($start:ident)* ; $($later:ident)*) => {
        /// What pages, buttons and notices say; only the start page's before the others' texts are here.
        #[derive(Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each member is the text of its name")]
        pub struct Ui {
            $(pub $start: &'static str,)*
            $(pub $later: &'static str,)*
        }

        /// How many of them the start page says, and how many the other pages.
        const UI_START: usize = [$(stringify!($start)),*].len();
        const UI_LATER: usize = [$(stringify!($later)),*].len();

        impl Ui {
            fn from_lists(start: &[&'static str], later: &[&'static str]) -> Self {
                let [$($start),*] = *start.first_chunk().unwrap_or(&[""; UI_START]);
                let [$($later),*] = *later.first_chunk().unwrap_or(&[""; UI_LATER]);
                Self { $($start,)* $($later),* }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn lists(&self) -> (Vec<&'static str>, Vec<&'static str>) {
                (vec![$(self.$start),*], vec![$(self.$later),*])
            }
        }
    };
}

ui! {
    // The start page, and what stands on every page.
    app_name
    about_title
    changed_on
    close
    copy_of
    damaged
    damaged_save
    damaged_title
    draft_name
    drafts_title
    duplicate
    duplicated
    example_hint
    example_open
    example_title
    exported_on
    footer
    keep_name
    language
    language_missing
    never_exported
    new_plan
    new_plan_hint
    newer
    newer_tab
    newer_what
    no_drafts
    no_storage
    not_saved_blocked
    not_saved_full
    saved_beside
    update_waits
    update_now
    open_button
    open_elsewhere
    open_hint
    open_requirements
    open_title
    pages_missing
    plan_of
    ready_means
    remove
    reload
    removed
    received_from
    rename
    skip
    start_lead
    undo
    untitled
    where_kept
    where_title
    new_joint_plan
    loading
    try_again
    who_change
    who_give
    who_hint
    who_is
    who_label
    who_none
    who_title
    part_for
    ;
    // All other pages.
    about_file
    about_file_title
    about_handbook
    about_handbook_title
    about_lead
    about_licence
    about_licence_title
    about_plan_group
    about_privacy
    about_privacy_title
    about_storage
    add_commitment
    annex
    annex_1
    annex_2
    attach_by_hand
    back_to_tasks
    characters_over
    check_section
    cleaned
    clear_choice
    close_row
    commitment_named
    commitments
    copied
    copy_body
    copy_subject
    count_advice
    count_forms
    count_recommendations
    count_requirements
    draft_state
    export_failed
    export_lead
    export_now
    export_title
    file_holds
    file_holds_what
    file_name
    file_size
    grade_advice
    grade_form
    grade_recommendation
    grade_requirement
    issues_here
    kilobytes
    list_is_full
    made_note
    mail_body
    mail_body_title
    mail_subject
    mail_subject_title
    month
    move_down
    move_up
    moved
    named_value
    next_section
    next_title
    no_answer
    no_commitments
    not_chosen
    not_copied
    not_here
    not_here_title
    open_mail
    open_requirements_lead
    open_row
    optional
    outline
    own_question
    plan_draft
    plan_ready
    print_plan
    problem_title
    reading
    redo
    redone
    undone
    remarks_title
    ready
    required
    review_title
    save_bundle
    saved_as
    saved_at
    saving
    section_complete
    send_title
    share
    show_open
    source_app
    source_handbook
    state_completed
    state_in_progress
    state_not_started
    state_of_draft
    state_problem
    tasks_title
    title_open
    to_start
    unreadable_day
    untitled_commitment
    use_value
    version
    year
    your_vision
    all_jurisdictions
    in_english
    nothing_yet
    why_so
    to_rule
    unreadable_count
    unreadable_url
    group_beside
    acknowledge
    acknowledge_reason
    acknowledge_hint
    acknowledge_keep
    acknowledge_withdraw
    acknowledged
    acknowledged_why
    acknowledged_lapsed
    count_acknowledged
    count_all
    count_judgements
    looked_at
    filter_by
    filter_place
    filter_everywhere
    filter_nothing
    group_by_grade
    next_issue
    next_issue_keys
    several_alike
    judgements_title
    judgements_lead
    rules_title
    rules_lead
    means_requirement
    means_form
    means_recommendation
    means_advice
    contradictions_title
    contradictions_lead
    read_as
    about_rules
    calendar_title
    calendar_lead
    calendar_empty
    calendar_picture
    calendar_picture_says
    calendar_list
    calendar_save
    calendar_save_hint
    calendar_done
    calendar_past
    calendar_assumed
    calendar_today
    calendar_reports
    calendar_mandate
    calendar_plan
    calendar_milestones
    due_plan_start
    due_submission
    due_initial_report
    due_changes_close
    due_update
    due_meetings
    due_latest_start
    due_commitment_start
    due_commitment_end
    due_evaluation
    due_plan_end
    due_final_report
    due_mandate_end
    due_next_plan
    mark_title
    mark_first
    mark_submitted
    marked
    mark_again
    marked_now
    changes_open
    changes_closed
    differences_title
    differences_none
    difference_before
    difference_now
    difference_added
    difference_deleted
    note_change
    progress_title
    progress_none
    progress_line
    requirements_title
    requirement_met
    requirement_unproven
    requirement_open
    fill_from_here
    fix_to
    fix_none
    hand_to
    hand_to_contact
    due_mandate_end_of
    due_own_end
    due_own_end_of
    calendar_until
    use_listed
    looked_noted
    difference_noted
    comment
    comment_about
    comment_about_all
    comment_cancel
    comment_close
    comment_closed
    comment_gone
    comment_hint
    comment_keep
    comment_removed
    comment_reopen
    comment_reply
    comment_reply_keep
    comment_reply_text
    comment_text
    comment_unsigned
    comment_when
    comments_closed
    comments_count
    comments_filter_closed
    comments_filter_open
    comments_gone
    comments_lead
    comments_named
    comments_nothing
    comments_title
    final_leaves_out
    final_lead
    final_title
    save_final
    workshop_title
    workshop_lead
    workshop_group
    workshop_group_lead
    workshop_note
    workshop_note_hint
    workshop_instructions
    workshop_then
    table_named
    table_name
    table_add
    table_asks
    table_also
    table_new_commitment
    table_note
    table_nothing
    table_save
    table_print
    tables_save
    tables_saved
    tables_print
    sheet_who
    sheet_date
    sheet_now
    part_untitled
    part_commitment
    part_lead
    part_how_answer
    part_how_kept
    part_how_back
    part_whoever
    part_start
    part_go_on
    part_note
    part_begin
    part_steps
    part_step
    part_of
    part_progress
    part_next
    part_back
    give_back
    give_back_title
    give_back_all
    give_back_some
    give_back_none
    give_back_open
    give_back_copy
    give_back_send
    give_back_send_to
    give_back_again
    yes
    no
    changes_title
    changes_lead
    compare_before
    compare_after
    state_now
    state_submitted
    state_endorsed
    state_kept
    state_kept_named
    state_before_joining
    state_before_restoring
    state_by_time
    state_file
    compare_file
    compare_file_hint
    compare_file_added
    compare_nothing
    compare_same
    compare_none
    compare_other_plan
    compare_unreadable
    compare_in_full
    compare_print
    compare_whole
    count_answers_changed
    count_rows_changed
    count_rows_added
    count_rows_removed
    count_commitments_added
    count_commitments_removed
    change_added
    change_removed
    says_added
    says_removed
    versions_title
    versions_lead
    deleted_count
    deleted_hint
    deleted_on
    deleted_restore
    deleted_restored
    version_name
    version_keep
    version_kept
    version_not_kept
    version_compare
    version_restore
    version_restored
    endorsed_keep
    endorsed_kept
    endorsed_hint
    changed_since
    differ_title
    differ_lead
    differ_none
    differ_count
    differ_which
    differ_by
    differ_plain
    differ_shown
    differ_cleared
    differ_keep
    differ_both
    differ_other
    differ_other_keep
    differ_row
    differ_row_removed
    differ_row_keep
    differ_row_remove
    differ_previous
    differ_next
    differ_decided
    differ_here
    differ_to
    differ_beside
    differ_kept
    option_on
    option_off
    alike_title
    alike_lead
    alike_join
    alike_apart
    alike_joined
    received_title
    received_lead
    received_choose
    received_hint
    received_says
    received_made
    received_pasted
    count_new
    count_changed
    count_cleared
    count_conflicts
    count_comments
    received_nothing
    received_what
    received_join
    received_join_all
    received_skip
    received_much
    received_sure
    received_other
    received_joined
    received_list
    received_none
    received_on
    received_taken_back
    received_versions
    on_disk
    on_disk_place
    on_disk_others
    about_kept_title
    about_kept_drafts
    about_kept_beside
    about_kept_app
    about_kept_on_disk
    about_kept_host
    about_check_title
    about_check_network
    about_check_offline
    about_check_policy
    about_clear
    about_privacy_on_disk
    about_check_on_disk
    about_clear_on_disk
    about_one_file_title
    about_one_file
    about_one_file_get
    undone_but
    kept_refused
    mail_lacking
    attachments_lacking
    final_files
    file_without
    received_replace_what
    file_left
    version_damaged
    file_is_other
    file_row_missing
    mail_apart
    workshop_no_files
    give_back_no_files
    damaged_beside
    received_take_files
    received_files
    received_files_taken
    received_replace_much
    received_replace_empties
    gigabytes
    exported_since_file
    unknown_plan
    unknown_plans
    open_as_draft
    holds_commitments
    holds_milestones
    holds_comments
    known_replace
    received_replace
    received_replace_hint
    received_replaced
    state_before_replacing
    exported_never
    exported_today
    exported_yesterday
    exported_days
    exported_since
    ask_to_keep
    kept_drafts
    kept_local
    kept_nowhere
    kept_copies
    kept_no_copies
    kept_second
    kept_versions
    kept_deleted
    kept_files
    kept_room
    kept_used
    kept_how_long
    kept_promised
    kept_not_promised
    kept_unknown
    kept_a_week
    kept_private
    file_not_read
    megabytes
    file_choose
    file_save
    file_take_out
    file_taken
    file_taken_out
    file_missing
    file_is_empty
    file_of_no_kind
    file_has_macros
    file_too_much
    file_not_kept
    attachments
    attachments_how
    attachments_inside
    attachments_zip
    attachments_without
    large_for_mail
    attachment_not_here
    came_damaged
    came_without
    received_rewritten
    received_again
    received_again_done
    received_no_text
    differ_all
    compare_part
    unsent_comment
    give_back_below
    received_comments
    bundle_empty
    bundle_not_text
    count_settled
    count_moved
    count_beside
    received_joined_all
    received_take_back
    received_back_done
    received_much_all
    received_in_conflict
    received_settled
    received_moved
    nothing_to_undo
    decided_title
    decided_lead
    decided_left
    decided_use
    state_before_deciding
    file_filled
    known_plans
    known_join_all
    known_beside_all
    opened_named
    bundle_bad_number
    bundle_duplicate_key
    bundle_from
    bundle_newer
    bundle_no_plan
    bundle_not_json
    bundle_note
    bundle_opened
    bundle_other_format
    bundle_too_deep
    bundle_too_large
    bundle_too_many_commitments
    bundle_too_many_rows
    bundle_too_many_versions
    bundle_too_much_text
    bundle_truncated
    digest_differs
    example_missing
    fault_cleaned
    fault_new_id
    fault_unexpected
    file_is_read
    file_is_made
    file_unreadable
    left_here
    opened_with_notes
    to_draft
    known_plan
    known_join
    known_beside
}
