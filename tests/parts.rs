//! Parts of a plan for the tables of a workshop: what is in one, how large it is, and that it joins back.

use chrono::NaiveDate;
use plan_ouvert::bundle::{self, Made, Opened};
use plan_ouvert::comments::{self, Said};
use plan_ouvert::parts::{self, Entry, Part};
use plan_ouvert::plan::record::Record;
use plan_ouvert::plan::{Acknowledgement, Day, IdMaker, Kept, Looked, Normalise, Plan, Progress, RowId};
use plan_ouvert::question::{ListPlace, Place, Question, Section};
use plan_ouvert::sync::{Copies, State};
use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization as _;

const NORMALISE: Normalise = Normalise {
    nfc: |text| text.nfc().collect(),
    nfd: |text| text.nfd().collect(),
    lower: |text| text.to_lowercase(),
};
const EXAMPLE: &str = include_str!("../public/example.json");
/// Bytes of an empty part at the most: it must go by any messenger.
const MOST_BYTES: usize = 20_000;

fn counting() -> impl FnMut() -> [u8; 10] {
    let mut next: u64 = 0;
    move || {
        next += 1;
        let mut bytes = *b"pppppppppp";
        for (at, byte) in bytes.iter_mut().take(8).enumerate() {
            *byte = ((next >> (5 * at)) & 31) as u8;
        }
        bytes
    }
}

fn open(text: &str) -> Opened {
    let mut random = counting();
    bundle::open(text, IdMaker::new(&mut random)).unwrap()
}

/// The example, with whatever the app notes beside the answers.
fn noted() -> Plan {
    let mut plan = open(EXAMPLE).plan;
    let mut random = counting();
    let mut ids = IdMaker::new(&mut random);
    let said = |text: &str| Said { by: "Ana".into(), text: text.into(), ..Said::default() };
    let (first, second) = (plan.commitments[0].id, plan.commitments[1].id);
    for (place, text) in [
        (Place::plan(Question::LongTermVision), "about the vision"),
        (Place::plan(Question::Foreword), "about the foreword"),
        (Place::commitment(first, Question::Title), "about the first"),
        (Place::commitment(second, Question::Title), "about the second"),
    ] {
        let id = ids.next_id();
        assert!(comments::add(&mut plan, id, place, &said(text)));
        let answer = ids.next_id();
        assert!(comments::answer(&mut plan, answer, id, &said(&format!("{text}, too"))));
    }
    plan.looked.push(Looked { id: ids.next_id(), ..Looked::default() });
    plan.acknowledged.push(Acknowledgement { id: ids.next_id(), ..Acknowledgement::default() });
    plan.progress.push(Progress { id: ids.next_id(), ..Progress::default() });
    plan.as_submitted = Kept::of(&plan);
    plan
}

fn json(plan: &Plan) -> Value {
    let plan: &dyn Record = plan;
    plan.to_json().unwrap_or_default()
}

fn state(plan: &Plan) -> State {
    State::plain(&json(plan))
}

fn file(part: &Part, plan: RowId, state: &State, made: &Made) -> String {
    let mut random = counting();
    let today = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    parts::file(part, (plan, state), made, &Map::new(), (today, NORMALISE), IdMaker::new(&mut random))
}

#[test]
fn a_scope_names_a_part_and_leads_back() {
    let id = RowId::parse("c3hx0d81qz").unwrap();
    for (name, entry) in [
        ("vision/4", Entry::Section(Section::Vision)),
        ("vision/2-3", Entry::Section(Section::Foreword)),
        ("c3hx0d81qz", Entry::Commitment(id)),
    ] {
        assert_eq!((Entry::parse(name), entry.to_string().as_str()), (Some(entry), name));
    }
    for unknown in
        ["", "vision", "vision/", "vision/contacts", "vision/about", "vision/9", "short", "#c3hx0d81q"]
    {
        assert_eq!(Entry::parse(unknown), None, "{unknown}");
    }
    let part = Part::read(&["c3hx0d81qz".into(), "later/1".into(), "vision/5".into(), "vision/1".into()]);
    assert_eq!(part.scope(), ["vision/1", "vision/5", "c3hx0d81qz"]);
    assert_eq!(Part::read(&part.scope()), part);
    assert!(Part::read(&["later/1".into()]).is_empty());
}

/// Every question of the plan belongs to the part of its section, by each path that its answers have.
#[test]
fn the_answers_of_a_part_are_those_of_its_questions() {
    let state = state(&noted());
    let every = Part::of(Entry::sections().map(Entry::Section));
    for question in Question::ALL.iter().filter(|question| !question.section().is_of_commitment()) {
        let path = Place::plan(*question).path();
        let is_asked = Entry::sections().any(|section| section == question.section());
        for inner in
            [path.clone(), format!("{path}/text"), format!("{path}/=key"), format!("{path}/#c3hx0d81qz/_pos")]
        {
            // The jurisdictions' rows are another question's.
            if *question != Question::MandateEnd {
                assert_eq!(every.asks_path(&inner), is_asked, "{inner}");
            }
        }
    }
    assert!(every.asks_path("jurisdictions/#c3hx0d81qz/mandate_end"));
    assert!(!every.asks_path("jurisdictions/#c3hx0d81qz/name"));
    for section in Entry::sections() {
        let part = Part::of([Entry::Section(section)]);
        let cut = part.cut(&state);
        let asked: Vec<&str> =
            cut.cells().map(|(path, _)| path).filter(|path| part.asks_path(path)).collect();
        assert!(!asked.is_empty(), "{section:?}");
        for path in asked {
            let question = Question::at_member(path).unwrap().1;
            assert_eq!(question.section(), section, "{path}");
        }
    }
}

#[test]
fn nothing_else_is_in_a_part() {
    let plan = noted();
    let (first, second) = (plan.commitments[0].id, plan.commitments[1].id);
    let part = Part::of([Entry::Section(Section::Vision), Entry::Commitment(second)]);
    let made = Made {
        by: "Léa".into(),
        note: "Une heure.\nMerci".into(),
        table: "Table 3".into(),
        ..Made::default()
    };
    let text = file(&part, plan.id, &state(&plan), &made);
    let opened = open(&text);
    assert!(!text.contains(first.as_str()));
    assert_eq!(opened.made, Made { scope: vec!["vision/4".into(), second.to_string()], ..made });
    assert_eq!(opened.plan.id, plan.id);
    assert_eq!(opened.plan.commitments, [plan.commitments[1].clone()]);
    assert_eq!(opened.plan.vision.long_term_vision, plan.vision.long_term_vision);
    assert!(!opened.plan.vision.foreword.is_filled() && opened.plan.vision.endorsements.is_empty());
    assert_eq!(opened.plan.jurisdictions[0].name, plan.jurisdictions[0].name);
    assert_eq!(opened.plan.jurisdictions[0].mandate_end.value(), None);
    assert_eq!((opened.plan.language.key(), opened.plan.point_of_contact.name.as_str()), (Some("fr"), ""));
    let said: Vec<&str> = opened.plan.comments.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(
        said,
        ["about the vision", "about the vision, too", "about the second", "about the second, too"]
    );
    for other in [opened.plan.looked.len(), opened.plan.acknowledged.len(), opened.plan.progress.len()] {
        assert_eq!(other, 0);
    }
    assert!(opened.plan.as_submitted().is_none());
    // What the rules say of other places is not in it either.
    let report: Value = serde_json::from_str(&text).unwrap();
    for open in report["report"]["open"].as_array().unwrap() {
        let at = open["at"].as_str().unwrap();
        assert!(part.asks_path(at), "{at}");
    }
}

/// Whoever writes a commitment reads what the plan aims for, and the rules measure its dates by the plan's.
#[test]
fn a_part_of_commitments_brings_the_plans_goals_and_period() {
    let plan = noted();
    let of = |entry: Entry| {
        let part = Part::of([entry]);
        let opened = open(&file(&part, plan.id, &state(&plan), &Made::default())).plan;
        (opened.start, opened.end, opened.vision.long_term_vision, opened.vision.medium_term_goals)
    };
    let vision = plan.vision.clone();
    let whole = (plan.start.clone(), plan.end.clone(), vision.long_term_vision, vision.medium_term_goals);
    assert_eq!(of(Entry::Commitment(plan.commitments[0].id)), whole);
    assert!(whole.1.value().is_some() && whole.2.is_filled() && whole.3.is_filled());
    assert_eq!(of(Entry::Section(Section::Foreword)), Default::default());
}

#[test]
fn a_part_shows_its_pages_in_the_templates_order() {
    let plan = noted();
    let (first, second) = (plan.commitments[0].id, plan.commitments[1].id);
    let gone = RowId::parse("c3hx0d81qz").unwrap();
    let part = Part::of(
        [second, first, gone].map(Entry::Commitment).into_iter().chain([Entry::Section(Section::Vision)]),
    );
    let pages = part.pages(&plan);
    assert_eq!(pages.len(), 1 + 2 * Section::OF_COMMITMENT.len());
    assert_eq!(pages[0], (Section::Vision, None));
    assert_eq!(pages[1], (Section::Contacts, Some(first)));
    assert_eq!(parts::answered(&plan, &pages).1, 6 + 2 * 17);
    assert_eq!(parts::answered(&Plan::default(), &pages), (0, 6 + 2 * 17));
}

#[test]
fn an_empty_part_is_small() {
    let mut random = counting();
    let mut ids = IdMaker::new(&mut random);
    let mut plan = Plan::new("fr", &mut ids);
    plan.jurisdictions[0].name = "Valmont-sur-Orne".into();
    let new = ids.next_id();
    assert!(ListPlace::Commitments.rows_mut(&mut plan).unwrap().add(new));
    let note = "Répondez ensemble aux questions de cette partie.\n".repeat(12);
    let made = Made { app: "plan-ouvert 0.1.0".into(), by: "Léa Morin".into(), note, ..Made::default() };
    let sections: Vec<Entry> = Entry::sections().map(Entry::Section).collect();
    for part in [
        Part::of([Entry::Commitment(new)]),
        Part::of(sections.clone()),
        Part::of(sections.into_iter().chain([Entry::Commitment(new)])),
    ] {
        let size = file(&part, plan.id, &state(&plan), &made).len();
        assert!(size < MOST_BYTES, "{:?} has {size} bytes", part.scope());
    }
}

/// Two tables fill their parts apart; both come back, and meet what was written meanwhile.
#[test]
fn parts_join_back() {
    let mut plan = noted();
    let by = |who| (who, 1_772_619_120_000);
    let first = plan.commitments[0].id;
    let mut own = Copies::new(state(&plan), Vec::new());
    own.settle(json(&plan));
    let parts = [Part::of([Entry::Section(Section::Vision)]), Part::of([Entry::Commitment(first)])];
    let sent = parts.clone().map(|part| file(&part, plan.id, own.joined(), &Made::default()));
    own.give_out();
    plan.vision.foreword = plan_ouvert::plan::Text::new("Meanwhile");
    own.record(json(&plan), by("Léa"), &[]);
    for ((part, text), (place, answer)) in parts.iter().zip(sent).zip([
        (Place::plan(Question::Achievements), "From table 1"),
        (Place::commitment(first, Question::Problem), "From table 2"),
    ]) {
        let opened = open(&text);
        let mut table = Copies::new(opened.state, Vec::new());
        table.settle(json(&opened.plan));
        let mut filled = opened.plan;
        filled.changed = plan_ouvert::plan::Typed::Value(Day(NaiveDate::from_ymd_opt(2026, 3, 5).unwrap()));
        place.enter(&mut filled, answer);
        table.record(json(&filled), by("Table"), &[]);
        let back = open(&file(part, filled.id, table.joined(), &Made::default()));
        assert_eq!(back.made.scope, part.scope());
        own.take_in(&back.state);
    }
    assert_eq!(own.differences(), []);
    let mut random = counting();
    let joined = bundle::shown(own.joined(), plan.id, IdMaker::new(&mut random));
    assert_eq!(joined.vision.foreword.text, "Meanwhile");
    assert_eq!(joined.vision.achievements.text, "From table 1");
    assert_eq!(joined.commitments[0].problem.text, "From table 2");
    assert_eq!(joined.commitments.len(), plan.commitments.len());
    assert_eq!(joined.changed.value().map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
    assert_eq!(joined.as_submitted, plan.as_submitted);
}
