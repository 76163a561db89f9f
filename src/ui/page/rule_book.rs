//! The rule book: every rule with its grade, its section and all it can say, and how the handbook's contradictions are
//! read. Made from the definitions the checks themselves come from.

use super::heading;
use crate::rules::book::{Entry, entries};
use crate::rules::{CONTRADICTIONS, Check, Contradiction, Grade, Value};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, el, link, of_class, says};
use crate::ui::message::grade;

/// The page.
pub(in crate::ui) fn rule_book() -> Vec<El> {
    let ui = ui();
    let mut content = vec![
        heading(ui.rules_title),
        of_class("p", "lead").text(ui.rules_lead),
        el("ul").children(
            [Grade::Requirement, Grade::Form, Grade::Recommendation, Grade::Advice]
                .map(|of| el("li").child(says("strong", grade(texts(), of))).text(" – ").text(meaning(of))),
        ),
    ];
    let entries = entries();
    content.push(families(&entries));
    content.extend(entries.iter().map(entry));
    content.push(says("h2", ui.contradictions_title).id("contradictions"));
    content.push(says("p", ui.contradictions_lead));
    content.extend(CONTRADICTIONS.iter().copied().map(contradiction));
    content
}

/// The way to the first rule of each family, and to the contradictions.
fn families(entries: &[Entry]) -> El {
    let mut families: Vec<(&str, &str)> = Vec::new();
    for entry in entries {
        let family = entry.rule.split_once('-').map_or(entry.rule, |(family, _)| family);
        if !families.iter().any(|(known, _)| *known == family) {
            families.push((family, entry.rule));
        }
    }
    let links =
        families.iter().map(|(family, rule)| el("li").child(link(&format!("#/rules/{rule}"), family)));
    let contradictions = el("li").child(link("#/rules/K1", ui().contradictions_title));
    el("nav")
        .attr("aria-label", ui().outline)
        .child(of_class("ul", "inline").children(links).child(contradictions))
}

fn meaning(grade: Grade) -> &'static str {
    let ui = ui();
    match grade {
        Grade::Requirement => ui.means_requirement,
        Grade::Form => ui.means_form,
        Grade::Recommendation => ui.means_recommendation,
        Grade::Advice => ui.means_advice,
    }
}

/// Where a rule comes from, in words.
fn source(sections: &str) -> String {
    match sections {
        "" => ui().source_app.to_owned(),
        sections => format!("{}\u{a0}{}", ui().source_handbook, words().sections(sections)),
    }
}

fn entry(entry: &Entry) -> El {
    let article = of_class("article", "rule")
        .id(&format!("rule-{}", entry.rule))
        .attr("tabindex", "-1")
        .attr("data-entry", entry.rule)
        .child(says("h2", entry.rule))
        .child(of_class("p", "source").text(&source(entry.sections())));
    let article = match entry.silent {
        Some(at) => article.child(says("p", texts().silent(at))),
        None => article.children(entry.checks.iter().copied().map(sentences)),
    };
    let read_with = entry.contradictions().map(|of| {
        let name = format!("K{}", of.number);
        let href = format!("#/rules/{name}");
        el("li").child(link(&href, &name).attr("data-contradiction", &name))
    });
    article.child(of_class("ul", "read-with").children(read_with))
}

/// What a check can say; the values it fills in stand for themselves.
fn sentences(check: Check) -> El {
    let (texts, words) = (texts(), words());
    let text = texts.rule(check);
    let open: Vec<(&str, Value)> =
        check.values().iter().map(|name| (*name, Value::Text("…".to_owned()))).collect();
    // At a sentence's end the dots stand for its full stop too.
    let said = |template| words.fill(template, &open).replace("….", "…");
    of_class("div", &format!("says {}", check.grade().key()))
        .child(
            el("p")
                .child(of_class("strong", "grade").text(grade(texts, check.grade())))
                .text(" ")
                .children((!check.part().is_empty()).then(|| says("span", &format!("{}) ", check.part()))))
                .text(&said(text.wrong)),
        )
        .child(of_class("p", "why").text(text.why))
        .child(of_class("p", "todo").text(&said(text.todo)))
}

fn contradiction(of: Contradiction) -> El {
    let [clash, reading] = texts().contradiction(of);
    let name = format!("K{}", of.number);
    let rules = of.rules.iter().map(|rule| el("li").child(link(&format!("#/rules/{rule}"), rule)));
    of_class("article", "rule")
        .id(&format!("rule-{name}"))
        .attr("tabindex", "-1")
        .child(says("h3", &name))
        .child(of_class("p", "source").text(&source(of.sections)))
        .child(says("p", clash))
        .child(el("p").child(says("strong", ui().read_as)).text(" ").text(reading))
        .child(of_class("ul", "read-with").children(rules))
}
