//! The app's own questions: what cannot be read in them, and what could stand in an answer.
//!
//! No rule of the handbook asks for the app's own answers, so what cannot be read there is no issue: it is told at
//! its field and nowhere else.

use super::format::{is_email, with_scheme};
use super::plan::mandate_end;
use chrono::NaiveDate;

use crate::plan::record::Answer as _;
use crate::plan::text::is_filled;
use crate::plan::{Day, Normalise, Plan, RowId, Typed};
use crate::question::{Column, Place, Question, Section};

/// What somebody typed in one of the app's own questions that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no month and year.
    Month,
    /// It is no day of the calendar.
    Day,
    /// It is no email address.
    Email,
}

/// What cannot be read at the place of an own question.
pub fn unreadable(plan: &Plan, place: Place, normalise: Normalise) -> Option<Unreadable> {
    let day = |day: &Typed<Day>| day.is_unreadable().then_some(Unreadable::Day);
    match place.question {
        Question::Start => plan.start.is_unreadable().then_some(Unreadable::Month),
        Question::Joined => day(&plan.joined),
        Question::Submitted => day(&plan.submitted),
        Question::Done => day(&plan.commitment(place.commitment?)?.done),
        Question::PointOfContact if place.column == Some(Column::Email) => {
            let email = &plan.point_of_contact.email;
            (is_filled(email) && !is_email(email, normalise)).then_some(Unreadable::Email)
        }
        _ => None,
    }
}

/// The places of a section's own questions where something may not be readable.
pub fn places(section: Section, commitment: Option<RowId>) -> Vec<Place> {
    let place = |question| match question {
        Question::Start | Question::Joined | Question::Submitted | Question::Done => {
            Some(Place { commitment, ..Place::plan(question) })
        }
        Question::PointOfContact => Some(Place::plan(question).column(Column::Email)),
        _ => None,
    };
    section.questions().filter_map(place).collect()
}

/// An answer that the app can offer at a place: as the file spells it, to be taken with one click.
///
/// The latest end of the plan that the mandate allows (PLAN-1), where none or a later one is given and it lies neither
/// in the past nor before the plan's start; the month of
/// joining for the plan's start (3.2), where none is given; the address with `https://` in front, where that is all
/// it lacks (VIS-18).
pub fn suggestion(plan: &Plan, place: Place, today: NaiveDate, normalise: Normalise) -> Option<String> {
    match place.question {
        Question::PlanEnd => {
            let latest = mandate_end(plan)? - 2;
            let is_wanted = !plan.end.is_filled() || plan.end.value().is_some_and(|end| end > latest);
            let earliest = plan.start.value().max(Day(today).month());
            (is_wanted && earliest.is_none_or(|earliest| earliest <= latest)).then(|| latest.to_string())
        }
        Question::Start if !plan.start.is_filled() => Some(plan.joined.value()?.month()?.to_string()),
        Question::Site => with_scheme(&plan.vision.site, normalise),
        _ => None,
    }
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
    fn the_latest_end_is_offered_where_there_is_none_or_a_later_one() {
        let mut plan = base();
        let offered = |plan: &Plan| suggestion(plan, Place::plan(Question::PlanEnd), today(), NORMALISE);
        for (end, offer) in
            [("", true), ("2028-11", true), ("2028-10", false), ("2027-01", false), ("bientôt", false)]
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
    fn a_missing_scheme_is_offered() {
        let mut plan = base();
        let offered = |plan: &Plan| suggestion(plan, Place::plan(Question::Site), today(), NORMALISE);
        plan.vision.site = "participer.valmont.fr".into();
        assert_eq!(offered(&plan), Some("https://participer.valmont.fr".to_owned()));
        plan.vision.site = "pas encore".into();
        assert_eq!(offered(&plan), None);
    }
}
