//! The app's own questions: what cannot be read in them, and what could stand in an answer.
//!
//! No rule of the handbook asks for the app's own answers, so what cannot be read there is no issue: it is told at
//! its field and nowhere else.

use super::dates::{latest_end, mandate_end};
use super::format::{is_email, is_url, with_scheme};
use chrono::NaiveDate;

use crate::plan::record::{Answer as _, Record, is_started};
use crate::plan::text::{is_filled, trimmed};
use crate::plan::{Count, Day, Group, Month, Normalise, Plan, Readable as _, RowId};
use crate::question::{Column, ColumnKind, Kind, ListPlace, Place, Question, Section};

/// What somebody typed in one of the app's own questions that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no month and year.
    Month,
    /// It is no day of the calendar.
    Day,
    /// It is no whole number.
    Count,
    /// It is no email address.
    Email,
    /// It is no address of a page.
    Url,
}

/// What cannot be read at the place of an own question.
pub fn unreadable(plan: &Plan, place: Place, normalise: Normalise) -> Option<Unreadable> {
    if !place.question.is_own() {
        return None;
    }
    let answer = place.shown(plan);
    match kind_at(place)? {
        _ if !is_filled(&answer) => None,
        Unreadable::Month => Month::read(&answer).is_none().then_some(Unreadable::Month),
        Unreadable::Day => Day::read(&answer).is_none().then_some(Unreadable::Day),
        Unreadable::Count => Count::read(&answer).is_none().then_some(Unreadable::Count),
        Unreadable::Email => (!is_email(&answer, normalise)).then_some(Unreadable::Email),
        Unreadable::Url => (!is_url(&answer, normalise)).then_some(Unreadable::Url),
    }
}

/// What may be unreadable at a place, by the kind of answer it takes.
fn kind_at(place: Place) -> Option<Unreadable> {
    match (place.question.kind(), place.column.map(Column::kind)) {
        (Kind::Month, None) | (_, Some(ColumnKind::Month)) => Some(Unreadable::Month),
        (Kind::Day, None) | (_, Some(ColumnKind::Day)) => Some(Unreadable::Day),
        (Kind::Count, None) | (_, Some(ColumnKind::Count)) => Some(Unreadable::Count),
        (Kind::Url, None) | (_, Some(ColumnKind::Url)) => Some(Unreadable::Url),
        (_, Some(ColumnKind::Email)) => Some(Unreadable::Email),
        _ => None,
    }
}

/// The places of a section's own questions where something may not be readable.
pub fn places(plan: &Plan, section: Section, commitment: Option<RowId>) -> Vec<Place> {
    let mut places = Vec::new();
    for question in section.questions().filter(|question| question.is_own()) {
        let whole = Place { commitment, ..Place::plan(question) };
        let rows = match ListPlace::Rows(commitment, question).rows(plan) {
            Some(rows) if question.kind().has_rows() => {
                rows.ids().into_iter().map(|id| whole.row(id)).collect()
            }
            _ => vec![whole],
        };
        for row in rows {
            match question.kind().columns() {
                [] => places.push(row),
                columns => places.extend(columns.iter().map(|column| row.column(*column))),
            }
        }
    }
    places.retain(|place| kind_at(*place).is_some());
    places
}

/// When one of the app's own questions is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Not in a plan like this.
    Never,
    /// It can be answered, and waits folded until it matters.
    Later,
    /// It matters now: a rule reads it, or it is answered.
    Now,
}

/// When a question is asked in this plan; one of the templates always.
pub fn moment(plan: &Plan, place: Place) -> Moment {
    use Question as Q;
    if !place.question.is_own() || place.is_filled(plan) {
        return Moment::Now;
    }
    let vision = &plan.vision;
    let commitment = place.commitment.and_then(|id| plan.commitment(id));
    let once = |matters: bool, before: Moment| if matters { Moment::Now } else { before };
    match place.question {
        Q::CoCreation | Q::Governance | Q::Scope => once(plan.joint, Moment::Never),
        Q::VisionEnd => once(
            !plan.jurisdictions.is_empty() && plan.jurisdictions.iter().all(|of| of.no_elections),
            Moment::Never,
        ),
        Q::PreviousEnd => Moment::Later,
        Q::PreviousJoint => once(plan.joint && plan.previous_end.value().is_some(), Moment::Never),
        Q::Renewed => once(plan.joint && plan.previous_joint, Moment::Never),
        Q::Deadline if plan.previous_end.value().is_some() => Moment::Never,
        Q::Deadline => Moment::Later,
        Q::Extension if plan.previous_end.value().is_some() => Moment::Never,
        Q::Extension => once(plan.deadline.is_filled(), Moment::Never),
        Q::OfflineSpaces | Q::OnlineSpaces => once(vision.spaces.is_filled(), Moment::Later),
        Q::Sides => once(vision.participants.is_filled(), Moment::Later),
        Q::Groups => Moment::Later,
        Q::MonitoringApproved | Q::MonitoringResources | Q::MonitoringGroup => {
            once(vision.monitoring_body.is_filled() || is_started(&vision.monitoring_contact), Moment::Later)
        }
        Q::MonitoringClear => once(vision.monitoring_group, Moment::Never),
        Q::EndorsersTookPart | Q::Endorsed => {
            once(vision.endorsements.iter().any(is_row_started), Moment::Later)
        }
        Q::AddedOn | Q::CoCreated => {
            once(commitment.is_some_and(|of| plan.was_added_later(of)), Moment::Never)
        }
        Q::Done | Q::Evaluated => once(plan.submitted.is_filled(), Moment::Later),
        Q::NoNonGovernmental => {
            once(commitment.is_some_and(|of| !of.non_governmental.iter().any(is_row_started)), Moment::Never)
        }
        Q::OtherPolicyArea => once(commitment.is_some_and(|of| of.policy_areas.has("other")), Moment::Never),
        Q::OtherSector => once(commitment.is_some_and(|of| of.sectors.has("other")), Moment::Never),
        Q::WebsitePoints => once(is_filled(&plan.website), Moment::Never),
        Q::Orientation => once(plan.previous_end.value().is_none(), Moment::Never),
        Q::LetterOfSupport => once(plan.previous_end.value().is_none(), Moment::Later),
        Q::Submitter | Q::Changes | Q::Updates | Q::InitialReport | Q::CommentsInvited | Q::FinalReport => {
            once(plan.submitted.is_filled(), Moment::Later)
        }
        Q::Inactive | Q::Probation => Moment::Later,
        Q::Voluntary => once(plan.inactive.from.is_filled(), Moment::Never),
        Q::Discussed => once(plan.voluntary, Moment::Never),
        _ => Moment::Now,
    }
}

fn is_row_started<R: Record>(row: &R) -> bool {
    is_started(row)
}

/// An answer that the app can offer at a place: as the file spells it, to be taken with one click.
///
/// The latest end of the plan that the mandate allows (PLAN-1), where none is given and it lies neither in the past nor
/// before the plan's start; the month of
/// joining for the plan's start (3.2), where none is given; the address with `https://` in front, where that is all
/// it lacks (VIS-18); for 5.5, 5.6 and 5.7 what the lists of groups and meetings say.
pub fn suggestion(plan: &Plan, place: Place, today: NaiveDate, normalise: Normalise) -> Option<String> {
    match place.question {
        Question::PlanEnd => {
            let latest = latest_end(mandate_end(plan)?);
            let earliest = plan.start.value().max(Day(today).month());
            (!plan.end.is_filled() && earliest.is_none_or(|earliest| earliest <= latest))
                .then(|| latest.to_string())
        }
        Question::Start if !plan.start.is_filled() => Some(plan.joined.value()?.month()?.to_string()),
        Question::Site => with_scheme(&plan.vision.site, normalise),
        Question::Website => with_scheme(&plan.website, normalise),
        // What the checklist knows, for the template's own questions; it is never entered unasked.
        Question::Participants if !plan.vision.participants.is_filled() => groups_in_words(plan),
        Question::GroupCount if !plan.vision.group_count.is_filled() => {
            Some(super::vision::group_total(&plan.vision.groups)?.to_string())
        }
        Question::MeetingCount => {
            let count = super::process::co_creation_meetings(plan);
            let count = Count(u32::try_from(count).ok().filter(|count| *count > 0)?);
            (plan.vision.meeting_count.value() != Some(count)).then(|| count.to_string())
        }
        _ => None,
    }
}

/// What 5.5 could say: the groups that are listed beside it.
fn groups_in_words(plan: &Plan) -> Option<String> {
    let named = |row: &Group| {
        let (count, kind) = (row.count.value()?, trimmed(&row.kind));
        (!kind.is_empty()).then(|| format!("{count} {kind}"))
    };
    let listed: Vec<String> = plan.vision.groups.iter().filter_map(named).collect();
    (!listed.is_empty()).then(|| listed.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{base, month, today, typed};
    use super::*;
    use crate::plan::testing::NORMALISE;

    #[test]
    fn what_cannot_be_read_is_told_at_its_field() {
        let mut plan = base();
        let email = Place::plan(Question::PointOfContact).column(Column::Email);
        let told = |plan: &Plan, place: Place| unreadable(plan, place, NORMALISE);
        let start = Place::plan(Question::Start);
        let joined = Place::plan(Question::Joined);
        let done = Place::commitment(plan.commitments[0].id, Question::Done);
        assert_eq!([start, joined, done, email].map(|place| told(&plan, place)), [None; 4]);
        plan.start = typed("avril/26");
        plan.joined = typed("20 janvier 2026");
        plan.commitments[0].done = typed("hier");
        plan.point_of_contact.email = "paul@".into();
        assert_eq!(told(&plan, start), Some(Unreadable::Month));
        assert_eq!(told(&plan, joined), Some(Unreadable::Day));
        assert_eq!(told(&plan, done), Some(Unreadable::Day));
        assert_eq!(told(&plan, email), Some(Unreadable::Email));
        assert_eq!(told(&plan, Place::plan(Question::PointOfContact).column(Column::Name)), None);
    }

    #[test]
    fn the_latest_end_is_offered_where_there_is_none() {
        let mut plan = base();
        let offered = |plan: &Plan| suggestion(plan, Place::plan(Question::PlanEnd), today(), NORMALISE);
        for (end, offer) in
            [("", true), ("2028-11", false), ("2028-10", false), ("2027-01", false), ("bientôt", false)]
        {
            plan.end = typed(end);
            assert_eq!(offered(&plan), offer.then(|| "2028-10".to_owned()), "{end}");
        }
        plan.end = typed("");
        plan.start = typed("2028-11");
        assert_eq!(offered(&plan), None, "before the start");
        plan.start = typed("");
        plan.jurisdictions[0].mandate_end = typed("2026-04");
        assert_eq!(offered(&plan), None, "in the past");
        plan.jurisdictions[0].mandate_end = typed("");
        assert_eq!(offered(&plan), None);
    }

    #[test]
    fn the_month_of_joining_is_offered_as_the_start() {
        let mut plan = base();
        plan.joined = typed("2026-01-20");
        let offered = |plan: &Plan| suggestion(plan, Place::plan(Question::Start), today(), NORMALISE);
        assert_eq!(offered(&plan), None);
        plan.start = typed("");
        assert_eq!(offered(&plan), Some("2026-01".to_owned()));
        plan.start = month("2026-02");
        assert_eq!(offered(&plan), None);
    }

    #[test]
    fn what_the_checklist_counts_is_offered() {
        use crate::plan::{Group, Meeting, One};
        let mut plan = base();
        let offered = |plan: &Plan, question| suggestion(plan, Place::plan(question), today(), NORMALISE);
        assert_eq!(offered(&plan, Question::GroupCount), None);
        assert_eq!(offered(&plan, Question::MeetingCount), None);
        let group = |count: &str| Group { count: typed(count), ..Group::default() };
        plan.vision.groups = vec![group("4"), group("2"), Group::default()];
        assert_eq!(offered(&plan, Question::GroupCount), None, "what is given is a rule's business (VIS-7)");
        plan.vision.group_count = typed("");
        assert_eq!(offered(&plan, Question::GroupCount), Some("6".to_owned()));
        plan.vision.groups[0].kind = "associations de quartier".into();
        plan.vision.groups[1].kind = "universités".into();
        plan.vision.participants = crate::plan::Text::default();
        let listed = "4 associations de quartier, 2 universités";
        assert_eq!(offered(&plan, Question::Participants).as_deref(), Some(listed));
        plan.vision.participants = crate::plan::Text::new("Des habitants aussi.");
        assert_eq!(offered(&plan, Question::Participants), None, "nothing is written over");
        let meeting = |kind| Meeting { kind: One::of(kind), ..Meeting::default() };
        plan.meetings = vec![meeting("co_creation"), meeting("co_creation"), meeting("implementation")];
        assert_eq!(offered(&plan, Question::MeetingCount), Some("2".to_owned()));
    }

    #[test]
    fn own_questions_are_asked_when_they_matter() {
        let mut plan = base();
        let of = |plan: &Plan, question: Question| {
            let commitment = question.section().is_of_commitment().then(|| plan.commitments[0].id);
            moment(plan, Place { commitment, ..Place::plan(question) })
        };
        assert_eq!(of(&plan, Question::Foreword), Moment::Now);
        assert_eq!(of(&plan, Question::Governance), Moment::Never);
        assert_eq!(of(&plan, Question::Scope), Moment::Never);
        assert_eq!(of(&plan, Question::Done), Moment::Later);
        assert_eq!(of(&plan, Question::Sides), Moment::Now);
        plan.joint = true;
        plan.submitted = typed("2026-03-01");
        assert_eq!(of(&plan, Question::Governance), Moment::Now);
        assert_eq!(of(&plan, Question::Done), Moment::Now);
        plan.vision = crate::plan::Vision::default();
        assert_eq!(of(&plan, Question::Sides), Moment::Later);
        plan.vision.sides = crate::plan::Several::of(&["government"]);
        assert_eq!(of(&plan, Question::Sides), Moment::Now, "what is answered is shown");
    }

    #[test]
    fn a_missing_scheme_is_offered() {
        let mut plan = base();
        let offered = |plan: &Plan| suggestion(plan, Place::plan(Question::Site), today(), NORMALISE);
        plan.vision.site = "participer.valmont.fr".into();
        assert_eq!(offered(&plan), Some("https://participer.valmont.fr".to_owned()));
        plan.vision.site = "pas encore".into();
        assert_eq!(offered(&plan), None);
    }
}
