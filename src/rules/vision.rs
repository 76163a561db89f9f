//! The strategic vision, participation and endorsement: questions 2 to 5 and 7 to 9 of Annex 1 (VIS-*).
//!
//! The monitoring body, question 6, is checked in `monitoring`.

use super::format::is_url;
use super::shared::{number, repeated, speak, text, typed};
use super::{Case, Check, Issue, Value, monitoring};
use crate::enclosures::LARGE_FILE_BYTES;
use crate::plan::record::{Answer, is_started};
use crate::plan::text::is_filled;
use crate::plan::{Amount, Count, Group, Named, Options as _, Plan, Side, Typed};
use crate::question::{Column, Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    vis_1(case, found);
    vis_2(case, found);
    vis_3(case, found);
    vis_4(case, found);
    vis_5(case, found);
    vis_6(case, found);
    vis_7(case, found);
    vis_8(case, found);
    vis_9(case, found);
    monitoring::check(case, found);
    vis_16(case, found);
    vis_17(case, found);
    vis_18(case, found);
}

/// One issue for each of these questions that nothing is answered to.
pub(super) fn missing(case: &Case<'_>, check: Check, questions: &[Question], found: &mut Vec<Issue>) {
    for place in questions.iter().map(|question| Place::plan(*question)) {
        if !place.is_filled(case.plan) {
            speak(found, check, place, vec![]);
        }
    }
}

/// VIS-1a (A1-2): there is a foreword.
fn vis_1(case: &Case<'_>, found: &mut Vec<Issue>) {
    missing(case, Check::Vis1a, &[Question::Foreword], found);
}

/// Documents that OGP's forms take for one question.
const MOST_DOCUMENTS: usize = 3;
/// Bytes in a megabyte, as OGP's forms count them.
const MEGABYTE: u64 = 1_000_000;

/// VIS-2 (A1-3, A1-8): no more documents than OGP's forms take, and none larger.
fn vis_2(case: &Case<'_>, found: &mut Vec<Issue>) {
    let vision = &case.plan.vision;
    for (question, rows) in [(Question::Letter, &vision.letter), (Question::Documents, &vision.documents)] {
        let count = rows.iter().filter(|row| is_started(*row)).count();
        if count > MOST_DOCUMENTS {
            let values = vec![number(count), number(MOST_DOCUMENTS)];
            speak(found, Check::Vis2, Place::plan(question), values);
        }
        for row in rows {
            let Some(file) = row.file.0.as_ref().filter(|file| file.size > LARGE_FILE_BYTES) else {
                continue;
            };
            let size = Value::Amount(Amount(file.size.div_ceil(MEGABYTE / 100)));
            let limit = Value::Amount(Amount(LARGE_FILE_BYTES / MEGABYTE * 100));
            let place = Place::plan(question).row(row.id).column(Column::File);
            speak(found, Check::Vis2Large, place, vec![text(&file.name), size, limit]);
        }
    }
}

/// VIS-3 (A1-4, 3.2.1.1): each question on the vision is answered.
fn vis_3(case: &Case<'_>, found: &mut Vec<Issue>) {
    use Question as Q;
    let questions = [
        Q::LongTermVision,
        Q::Achievements,
        Q::Challenges,
        Q::MediumTermGoals,
        Q::PlanContribution,
        Q::PolicyContribution,
    ];
    missing(case, Check::Vis3, &questions, found);
}

/// VIS-4 (A1-5): each question on engagement and coordination is answered.
fn vis_4(case: &Case<'_>, found: &mut Vec<Issue>) {
    use Question as Q;
    let questions = [
        Q::LeadInstitutions,
        Q::Coordination,
        Q::Spaces,
        Q::Diversity,
        Q::Participants,
        Q::GroupCount,
        Q::MeetingCount,
        Q::Collaboration,
    ];
    missing(case, Check::Vis4, &questions, found);
}

/// VIS-5 (A1-5.1): the names of lead institutions are short enough for OGP's page, and each is there once.
fn vis_5(case: &Case<'_>, found: &mut Vec<Issue>) {
    let question = Question::LeadInstitutions;
    let rows = &case.plan.vision.lead_institutions;
    let limit = question.shown_characters().unwrap_or(usize::MAX);
    // A text never has more characters than bytes, so most names need no composing.
    for row in rows.iter().filter(|row| row.name.len() > limit) {
        let length = case.normalise.length(&row.name);
        if length > limit {
            let place = Place::plan(question).row(row.id).column(Column::Institution);
            speak(found, Check::Vis5Long, place, vec![number(length), number(limit)]);
        }
    }
    names(case, rows, (question, Column::Institution), [Check::Vis5Same, Check::Vis5Empty], found);
}

/// In a list of names no two are the same, and none is empty beside a filled one.
fn names(
    case: &Case<'_>,
    rows: &[Named],
    (question, column): (Question, Column),
    [same, empty]: [Check; 2],
    found: &mut Vec<Issue>,
) {
    let place = |row: &Named| Place::plan(question).row(row.id).column(column);
    let (filled, blank): (Vec<&Named>, Vec<&Named>) = rows.iter().partition(|row| is_filled(&row.name));
    let texts: Vec<&str> = filled.iter().map(|row| row.name.as_str()).collect();
    for (row, _) in filled.iter().zip(repeated(case, &texts)).filter(|(_, other)| other.is_some()) {
        speak(found, same, place(row), vec![text(&row.name)]);
    }
    for row in blank.iter().filter(|_| !filled.is_empty()) {
        speak(found, empty, place(row), vec![]);
    }
}

/// VIS-6 (A1-5.3): once the spaces are described, it is said whether there are any offline, and any online.
fn vis_6(case: &Case<'_>, found: &mut Vec<Issue>) {
    if case.plan.vision.spaces.is_filled() {
        missing(case, Check::Vis6, &[Question::OfflineSpaces, Question::OnlineSpaces], found);
    }
}

/// VIS-7 (A1-5.6): the number of groups a) is a whole number of at least 1, b) is that of the list beside 5.5.
fn vis_7(case: &Case<'_>, found: &mut Vec<Issue>) {
    let vision = &case.plan.vision;
    at_least_one(Check::Vis7a, &vision.group_count, Question::GroupCount, found);
    if let (Some(count), Some(total)) = (vision.group_count.value(), group_total(&vision.groups))
        && count != total
    {
        let values = [count, total].map(|count| Value::Number(i64::from(count.0))).into();
        speak(found, Check::Vis7b, Place::plan(Question::GroupCount), values);
    }
}

/// How many groups a list counts; nothing where it has no rows, or one without a number.
pub fn group_total(groups: &[Group]) -> Option<Count> {
    let mut started = groups.iter().filter(|row| is_started(*row)).peekable();
    started.peek()?;
    let total: Option<u32> = started.map(|row| row.count.value().map(|count| count.0)).sum();
    total.map(Count)
}

/// VIS-8 (3.3.1, A1-5.7): the number of meetings is a whole number of at least 1.
fn vis_8(case: &Case<'_>, found: &mut Vec<Issue>) {
    at_least_one(Check::Vis8, &case.plan.vision.meeting_count, Question::MeetingCount, found);
}

/// Silent on an empty field: VIS-4 speaks there.
fn at_least_one(check: Check, count: &Typed<Count>, question: Question, found: &mut Vec<Issue>) {
    if count.is_filled() && count.value().is_none_or(|count| count.0 == 0) {
        speak(found, check, Place::plan(question), vec![typed(count)]);
    }
}

/// Whether it is said that government and non-government both take part; nothing before 5.5 is answered.
pub(super) fn both_sides(plan: &Plan) -> Option<bool> {
    let vision = &plan.vision;
    vision.participants.is_filled().then(|| vision.sides.keys().len() == Side::KEYS.len())
}

/// VIS-9 (3.3.1): once 5.5 is answered, government and non-government both take part.
fn vis_9(case: &Case<'_>, found: &mut Vec<Issue>) {
    if both_sides(case.plan) == Some(false) {
        speak(found, Check::Vis9, Place::plan(Question::Sides), vec![]);
    }
}

/// VIS-16 (3.3.1, A1-7): a) somebody endorses the plan; b) each is there once, and none is of the government.
fn vis_16(case: &Case<'_>, found: &mut Vec<Issue>) {
    let question = Question::Endorsements;
    let rows = &case.plan.vision.endorsements;
    missing(case, Check::Vis16a, &[question], found);
    names(case, rows, (question, Column::Endorser), [Check::Vis16bSame, Check::Vis16bEmpty], found);

    let filled: Vec<&Named> = rows.iter().filter(|row| is_filled(&row.name)).collect();
    if filled.is_empty() {
        return;
    }
    let government = government_keys(case);
    for row in filled.iter().filter(|_| !government.is_empty()) {
        if government.contains(&case.normalise.key(&row.name)) {
            let place = Place::plan(question).row(row.id).column(Column::Endorser);
            speak(found, Check::Vis16bGovernment, place, vec![text(&row.name)]);
        }
    }
}

/// The keys of all offices that the plan names as the government's.
fn government_keys(case: &Case<'_>) -> Vec<String> {
    let plan = case.plan;
    let mut offices = vec![plan.lead_agency.as_str(), &plan.point_of_contact.office];
    offices.extend(plan.commitments.iter().flat_map(|of| &of.government).map(|row| row.office.as_str()));
    let mut keys: Vec<String> = Vec::new();
    for (at, office) in offices.iter().enumerate() {
        // The same office stands beside many contacts; its key is made once.
        if !offices.iter().take(at).any(|before| before == office) {
            keys.push(case.normalise.key(office));
        }
    }
    keys.retain(|key| !key.is_empty());
    keys
}

/// VIS-17 (A1-7): once somebody endorses the plan, it is said that all who are listed took part.
fn vis_17(case: &Case<'_>, found: &mut Vec<Issue>) {
    let vision = &case.plan.vision;
    if !vision.endorsers_took_part && vision.endorsements.iter().any(|row| is_filled(&row.name)) {
        speak(found, Check::Vis17, Place::plan(Question::EndorsersTookPart), vec![]);
    }
}

/// VIS-18 (A1-9): the site's address a) is well formed, b) is given where spaces online are named.
fn vis_18(case: &Case<'_>, found: &mut Vec<Issue>) {
    let vision = &case.plan.vision;
    let place = Place::plan(Question::Site);
    if !is_filled(&vision.site) {
        if vision.online_spaces.key() == Some("named") {
            speak(found, Check::Vis18b, place, vec![]);
        }
    } else if !is_url(&vision.site, case.normalise) {
        speak(found, Check::Vis18a, place, vec![text(&vision.site)]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, named, paths, text, typed};
    use super::*;
    use crate::plan::{Attachment, Enclosed, Enclosure, GovernmentContact, One, Text};

    #[test]
    fn vis_3_and_4_ask_each_question() {
        let clear = |plan: &mut Plan| plan.vision = crate::plan::Vision::default();
        assert_eq!(paths(Check::Vis3, clear).len(), 6);
        assert_eq!(paths(Check::Vis4, clear).len(), 8);
        breaks(Check::Vis1a, |plan| plan.vision.foreword = text(" \u{a0}\u{200b}"));
        holds(Check::Vis1a, |plan| plan.vision.foreword = text("–"));
        let english = Text { english: "Together.".into(), ..Text::default() };
        holds(Check::Vis1a, |plan| plan.vision.foreword = english);
        holds(Check::Vis4, |plan| plan.vision.group_count = typed("une douzaine"));
        breaks(Check::Vis4, |plan| plan.vision.lead_institutions = vec![named("institute1", " ")]);
    }

    #[test]
    fn vis_5_names_fit_in_100_characters() {
        let name = |name: String| move |plan: &mut Plan| plan.vision.lead_institutions[0].name = name;
        holds(Check::Vis5Long, name("é".repeat(100)));
        holds(Check::Vis5Long, name(format!("  {}\n", "a".repeat(100))));
        holds(Check::Vis5Long, name("e\u{301}".repeat(100)));
        breaks(Check::Vis5Long, name("e\u{301}".repeat(101)));
        breaks(Check::Vis5Long, name("a".repeat(101)));
    }

    #[test]
    fn vis_5_names_stand_once_and_without_gaps() {
        let rows = |names: &[(&str, &str)]| {
            let rows: Vec<_> = names.iter().map(|(row, name)| named(row, name)).collect();
            move |plan: &mut Plan| plan.vision.lead_institutions = rows
        };
        let twice = rows(&[("institute1", "Régie"), ("institute2", "REGIE."), ("institute3", "Mairie")]);
        let cell = |row: &str| format!("vision/lead_institutions/#{row}/name");
        assert_eq!(paths(Check::Vis5Same, twice), [cell("institute1"), cell("institute2")]);
        holds(Check::Vis5Same, rows(&[("institute1", "–"), ("institute2", "–")]));
        holds(Check::Vis5Same, rows(&[("institute1", ""), ("institute2", "")]));
        let gap = rows(&[("institute1", ""), ("institute2", "Mairie")]);
        assert_eq!(paths(Check::Vis5Empty, gap), [cell("institute1")]);
        holds(Check::Vis5Empty, rows(&[("institute1", ""), ("institute2", " ")]));
    }

    #[test]
    fn vis_6_waits_for_the_spaces() {
        let none = |plan: &mut Plan| {
            plan.vision.offline_spaces = One::default();
            plan.vision.online_spaces = One::default();
        };
        assert_eq!(paths(Check::Vis6, none), ["vision/offline_spaces", "vision/online_spaces"]);
        holds(Check::Vis6, |plan| plan.vision.online_spaces = One::of("none"));
        holds(Check::Vis6, |plan| {
            none(plan);
            plan.vision.spaces = Text::default();
        });
    }

    #[test]
    fn vis_7_and_8_count_from_one() {
        for (count, right) in
            [("1", true), ("0", false), ("1,5", false), ("douze", false), ("", true), (" ", true)]
        {
            let enter = |plan: &mut Plan| {
                plan.vision.group_count = typed(count);
                plan.vision.meeting_count = typed(count);
            };
            for check in [Check::Vis7a, Check::Vis8] {
                if right { holds(check, enter) } else { breaks(check, enter) }
            }
        }
    }

    #[test]
    fn vis_2_takes_three_documents() {
        let documents = |count: usize| {
            move |plan: &mut Plan| {
                let row = |at: usize| Attachment { name: format!("Annexe {at}"), ..Attachment::default() };
                plan.vision.documents = (0..count).map(row).chain([Attachment::default()]).collect();
            }
        };
        holds(Check::Vis2, documents(3));
        breaks(Check::Vis2, documents(4));
    }

    #[test]
    fn vis_2_takes_files_of_ten_megabytes() {
        let file_of = |size: u64| {
            move |plan: &mut Plan| {
                let file = Enclosure { name: "strategie.pdf".into(), size, ..Enclosure::default() };
                plan.vision.letter = vec![Attachment { file: Enclosed(Some(file)), ..Attachment::default() }];
            }
        };
        holds(Check::Vis2Large, file_of(10_000_000));
        breaks(Check::Vis2Large, file_of(10_000_001));
    }

    #[test]
    fn vis_7b_adds_up_the_groups() {
        let groups = |counts: &'static [&'static str]| {
            move |plan: &mut Plan| {
                let row = |count: &&str| Group { count: typed(count), ..Group::default() };
                plan.vision.groups = counts.iter().map(row).collect();
            }
        };
        holds(Check::Vis7b, groups(&["4", "3", ""]));
        breaks(Check::Vis7b, groups(&["4", "2"]));
        holds(Check::Vis7b, groups(&["4", "deux"]));
        holds(Check::Vis7b, groups(&[""]));
        holds(Check::Vis7b, groups(&[]));
    }

    #[test]
    fn vis_9_and_17_wait_for_what_they_follow() {
        let sides = |keys: &'static [&'static str]| {
            move |plan: &mut Plan| plan.vision.sides = crate::plan::Several::of(keys)
        };
        breaks(Check::Vis9, sides(&["government"]));
        breaks(Check::Vis9, sides(&[]));
        holds(Check::Vis9, |plan| {
            sides(&[])(plan);
            plan.vision.participants = Text::default();
        });
        breaks(Check::Vis17, |plan| plan.vision.endorsers_took_part = false);
        holds(Check::Vis17, |plan| {
            plan.vision.endorsers_took_part = false;
            plan.vision.endorsements.clear();
        });
    }

    #[test]
    fn vis_16_compares_with_the_governments_offices() {
        let endorses =
            |name: &'static str| move |plan: &mut Plan| plan.vision.endorsements[0].name = name.into();
        for office in ["Direction du NUMERIQUE", "secretariat general", "Cabinet du maire"] {
            breaks(Check::Vis16bGovernment, endorses(office));
        }
        // Question 5.1 may hold bodies outside the government; near is not the same.
        holds(Check::Vis16bGovernment, endorses("Direction des finances"));
        holds(Check::Vis16bGovernment, endorses("Cabinet"));
        holds(Check::Vis16bGovernment, |plan| {
            plan.commitments[2]
                .government
                .push(GovernmentContact { office: "–".into(), ..Default::default() });
            plan.vision.endorsements[0].name = "–".into();
        });
        breaks(Check::Vis16a, |plan| plan.vision.endorsements.clear());
        breaks(Check::Vis16a, |plan| plan.vision.endorsements = vec![named("endorsing1", "")]);
        holds(Check::Vis16bEmpty, |plan| plan.vision.endorsements = vec![named("endorsing1", "")]);
    }

    #[test]
    fn vis_18_asks_for_the_site_of_named_spaces_only() {
        breaks(Check::Vis18b, |plan| plan.vision.site = " ".into());
        holds(Check::Vis18a, |plan| plan.vision.site = String::new());
        holds(Check::Vis18b, |plan| {
            plan.vision.site = String::new();
            plan.vision.online_spaces = One::of("none");
        });
        holds(Check::Vis18b, |plan| plan.vision.site = "participer.valmont.fr".into());
        breaks(Check::Vis18a, |plan| plan.vision.site = "participer.valmont.fr".into());
    }
}
