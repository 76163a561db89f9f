//! The plan as a document: all of it, in the templates' order, in words.

use plan_ouvert::bundle;
use plan_ouvert::document::{Block, document, of_pages, plain};
use plan_ouvert::i18n::Lang;
use plan_ouvert::plan::record::{Node, Record};
use plan_ouvert::plan::{IdMaker, Plan};
use plan_ouvert::question::{Question, Section};

fn example() -> Plan {
    let mut no_id_is_missing = || unreachable!("the example has its ids");
    bundle::open(include_str!("../public/example.json"), IdMaker::new(&mut no_id_is_missing)).unwrap().plan
}

fn all(blocks: &[Block]) -> String {
    let said = |block: &Block| match block {
        Block::Part(text) | Block::Answer(text) | Block::English(text) => text.clone(),
        Block::Question(number, label) => format!("{number} {label}"),
        Block::Cells(cells) => {
            cells.iter().map(|(name, said)| format!("{name}: {said}")).collect::<Vec<_>>().join("\n")
        }
        Block::Nothing => String::new(),
    };
    blocks.iter().map(said).collect::<Vec<_>>().join("\n")
}

/// Everything that somebody wrote, as it is stored.
fn written(record: &dyn Record, texts: &mut Vec<String>) {
    for key in record.keys() {
        match record.member(key) {
            Some(Node::Record(inner)) => written(inner, texts),
            Some(Node::Rows(rows)) => {
                (0..rows.count()).filter_map(|at| rows.at(at)).for_each(|row| written(row, texts));
            }
            Some(Node::Answer(answer)) if answer.is_filled() => texts.push(answer.shown().into_owned()),
            _ => {}
        }
    }
}

#[test]
fn everything_that_is_written_is_in_it_to_the_letter() {
    let plan = example();
    let document = all(&document(&plan, Lang::Fr));
    let mut texts = Vec::new();
    written(&plan, &mut texts);
    // Dates, options and ticks are put into words.
    let texts: Vec<_> = texts.iter().filter(|text| text.contains(' ') && !is_keys(text)).collect();
    assert!(texts.len() > 100, "{}", texts.len());
    for text in texts {
        assert!(document.contains(text.as_str()), "{text}");
    }
}

fn is_keys(text: &str) -> bool {
    text.split(' ').all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

#[test]
fn every_question_of_the_templates_is_asked_in_order() {
    let plan = example();
    let asked = |blocks: Vec<Block>| -> Vec<&'static str> {
        let number = |block| match block {
            Block::Question(number, _) if !number.is_empty() => Some(number),
            _ => None,
        };
        blocks.into_iter().filter_map(number).collect()
    };
    let numbers = |sections: &[Section]| -> Vec<&'static str> {
        let questions = sections.iter().flat_map(|section| section.questions());
        questions.map(Question::printed_number).filter(|number| !number.is_empty()).collect()
    };
    let mut wanted = numbers(&Section::OF_PLAN);
    for _ in &plan.commitments {
        wanted.extend(numbers(&Section::OF_COMMITMENT));
    }
    assert_eq!(asked(document(&plan, Lang::Es)), wanted);
    assert_eq!(asked(document(&Plan::default(), Lang::En)), numbers(&Section::OF_PLAN));
}

#[test]
fn answers_are_put_into_words() {
    let said = all(&document(&example(), Lang::Fr));
    for words in [
        "mars 2032",
        "28 avril 2026",
        "Données ouvertes\u{a0}; ",
        "Budget (allocation estimée): 38\u{202f}000",
    ] {
        assert!(said.contains(words), "{words}");
    }
    let empty = document(&Plan::default(), Lang::Fr);
    assert!(empty.contains(&Block::Nothing));
}

/// Some pages alone, as a text that can be pasted anywhere.
#[test]
fn some_pages_read_as_plain_text() {
    let mut plan = example();
    let (first, second) = (plan.commitments[0].id, plan.commitments[1].id);
    plan.vision.challenges = plan_ouvert::plan::Text::default();
    let pages: Vec<_> = [(Section::Vision, None)]
        .into_iter()
        .chain(Section::OF_COMMITMENT.map(|section| (section, Some(first))))
        .collect();
    let text = plain(&of_pages(&plan, Lang::Fr, &pages), Lang::Fr);
    assert!(text.starts_with("== 4 "), "{text}");
    for said in [
        plan.vision.achievements.text.as_str(),
        plan.commitments[0].milestones[0].description.text.as_str(),
        &format!("\n\n== {} ==\n\n1. ", plan.commitments[0].title.text),
        "\n\n4.3. ",
        Lang::Fr.texts().ui.no_answer,
    ] {
        assert!(text.contains(said), "{said}\nis not in\n{text}");
    }
    let other = plan.commitment(second).map(|of| of.title.text.clone()).unwrap();
    assert!(!text.contains(&other) && !text.contains(&plan.vision.foreword.text));
    assert_eq!(
        text.matches("== ").count(),
        2,
        "one heading for each section of the vision and each commitment"
    );
}
