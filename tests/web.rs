//! In the browser: rows at two levels (commitments, milestones in them) under random adding, removing, moving,
//! duplicating and typing. After each step the page shows what a plain model of lists says, in its order.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is a test")]

use plan_ouvert::browser::{drafts, page, with_ids};
use plan_ouvert::bundle::{Notes, StoredDraft};
use plan_ouvert::i18n::{Lang, Part, file};
use plan_ouvert::plan::{Plan, RowId};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

const STEPS: usize = 60;

/// A commitment as the model has it: its row, and its milestones with their texts.
#[derive(Clone, Default)]
struct Commitment {
    id: String,
    milestones: Vec<(String, String)>,
}

/// Numbers that look random and are the same each time.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
}

fn all(selector: &str) -> Vec<Element> {
    let list = page::document().unwrap().query_selector_all(selector).unwrap();
    (0..list.length()).map(|at| list.get(at).unwrap().unchecked_into()).collect()
}

fn rows(selector: &str) -> Vec<String> {
    all(selector).iter().map(|row| row.get_attribute("data-row").unwrap()).collect()
}

fn click(id: &str) {
    page::document().unwrap().get_element_by_id(id).unwrap().unchecked_into::<HtmlElement>().click();
}

/// Lets the page take up what changed.
async fn drawn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        page::later(0, move || drop(resolve.call0(&wasm_bindgen::JsValue::UNDEFINED)));
    });
    JsFuture::from(promise).await.unwrap();
}

async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..2000 {
        if holds() {
            return;
        }
        drawn().await;
    }
    panic!("waited in vain for {what}");
}

async fn go(address: String, shows: &str) {
    page::go(&address);
    let selector = shows.to_owned();
    until(shows, move || !all(&selector).is_empty()).await;
    drawn().await;
}

fn type_in(area: &Element, text: &str) {
    let area: &HtmlTextAreaElement = area.unchecked_ref();
    area.set_value(text);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    area.dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap()).unwrap();
}

/// The texts of the milestones as the page shows them, each row opened.
fn descriptions() -> Vec<(String, String)> {
    let shown = |row: &Element| {
        let area = row.query_selector("textarea[data-column=description]").unwrap();
        let text = area.map(|area| area.unchecked_into::<HtmlTextAreaElement>().value());
        (row.get_attribute("data-row").unwrap(), text.unwrap_or_default())
    };
    all("fieldset.row[data-row]").iter().map(shown).collect()
}

async fn open_all() {
    for button in all(".open-row[aria-expanded=false]") {
        button.unchecked_into::<HtmlElement>().click();
    }
    drawn().await;
}

async fn start() -> RowId {
    assert!(file::take(Lang::Fr, Part::Start, include_str!("../public/texts/fr.start.txt")));
    assert!(file::take(Lang::Fr, Part::Pages, include_str!("../public/texts/fr.pages.txt")));
    drafts::keep_language("fr");
    let (id, plan) = with_ids(|ids| (ids.next_id(), Plan::new("fr", ids)));
    drafts::save_new(id, &StoredDraft::of_plan(plan, Notes { counter: 1, ..Notes::default() })).unwrap();
    page::go(&format!("#/plan/{id}"));
    let place = page::document().unwrap().create_element("div").unwrap();
    page::document().unwrap().body().unwrap().append_child(&place).unwrap();
    plan_ouvert::ui::start(place.unchecked_into());
    until("the plan's page", || !all("[data-page=plan]").is_empty()).await;
    id
}

#[wasm_bindgen_test]
async fn rows_follow_the_model_at_both_levels() {
    let draft = start().await;
    let mut chance = Chance(20_261_123);
    let mut model: Vec<Commitment> = Vec::new();
    let overview = format!("#/plan/{draft}");
    for step in 0..STEPS {
        let inside = !model.is_empty() && chance.below(4) != 0;
        if inside {
            let at = chance.below(model.len());
            let id = model[at].id.clone();
            go(format!("{overview}/commitment/{id}/milestones"), "[data-add='A2-17']").await;
            for _ in 0..=chance.below(6) {
                change_milestones(&mut model[at].milestones, &mut chance, step).await;
                open_all().await;
                assert_eq!(descriptions(), model[at].milestones, "step {step}, commitment {id}");
            }
        } else {
            go(overview.clone(), "[data-page=plan]").await;
            change_commitments(&mut model, &mut chance, &overview).await;
        }
        go(overview.clone(), "[data-page=plan]").await;
        let ids: Vec<_> = model.iter().map(|commitment| commitment.id.clone()).collect();
        assert_eq!(rows("li.commitment"), ids, "step {step}");
    }
    page::document()
        .unwrap()
        .default_view()
        .unwrap()
        .dispatch_event(&Event::new("pagehide").unwrap())
        .unwrap();
    let saved = drafts::load(draft).unwrap().plan;
    let saved: Vec<Vec<_>> = saved
        .commitments
        .iter()
        .map(|c| c.milestones.iter().map(|m| m.description.text.clone()).collect())
        .collect();
    let expected: Vec<Vec<_>> =
        model.iter().map(|c| c.milestones.iter().map(|m| m.1.clone()).collect()).collect();
    assert_eq!(saved, expected, "what is saved is what was shown");
    one_check_a_key(&format!("{overview}/vision/4")).await;
}

/// The rules are asked once for each key, and not at all when the focus comes and goes.
async fn one_check_a_key(address: &str) {
    go(address.to_owned(), "[data-check='4']").await;
    let area = all("textarea[data-question='A1-4.1']").remove(0);
    let field: &HtmlElement = area.unchecked_ref();
    let before = plan_ouvert::ui::checks_made();
    for (count, typed) in (1..).zip(["U", "Un", "Une"]) {
        type_in(&area, typed);
        drawn().await;
        assert_eq!(plan_ouvert::ui::checks_made() - before, count, "one a key");
    }
    let typed = plan_ouvert::ui::checks_made();
    for _ in 0..3 {
        field.focus().unwrap();
        drawn().await;
        field.blur().unwrap();
        drawn().await;
    }
    assert_eq!(plan_ouvert::ui::checks_made(), typed, "none on focus");
}

async fn change_commitments(model: &mut Vec<Commitment>, chance: &mut Chance, overview: &str) {
    let act = chance.below(5);
    if model.is_empty() || (act == 0 && model.len() < 6) {
        click("add-commitment");
        until("the new commitment's page", || !all("[data-page=section]").is_empty()).await;
        go(overview.to_owned(), "[data-page=plan]").await;
        let id = rows("li.commitment").pop().unwrap();
        model.push(Commitment { id, ..Commitment::default() });
        return;
    }
    let at = chance.below(model.len());
    let id = model[at].id.clone();
    match act {
        1 if at > 0 => {
            click(&format!("commitment-{id}-up"));
            model.swap(at, at - 1);
        }
        2 if at + 1 < model.len() => {
            click(&format!("commitment-{id}-down"));
            model.swap(at, at + 1);
        }
        3 if model.len() < 6 => {
            click(&format!("commitment-{id}-duplicate"));
            drawn().await;
            let mut copy = model[at].clone();
            copy.id = rows("li.commitment")[at + 1].clone();
            copy.milestones.clear();
            // The copy's milestones have new ids, which only its own page shows.
            go(format!("{overview}/commitment/{}/milestones", copy.id), "[data-add='A2-17']").await;
            open_all().await;
            copy.milestones = descriptions();
            let texts = |rows: &[(String, String)]| rows.iter().map(|row| row.1.clone()).collect::<Vec<_>>();
            assert_eq!(texts(&copy.milestones), texts(&model[at].milestones), "a copy holds the same texts");
            model.insert(at + 1, copy);
        }
        4 => {
            click(&format!("commitment-{id}-remove"));
            drawn().await;
            if chance.below(2) == 0 {
                all(".notice .undo").pop().unwrap().unchecked_into::<HtmlElement>().click();
            } else {
                model.remove(at);
            }
        }
        _ => {}
    }
    drawn().await;
}

async fn change_milestones(model: &mut Vec<(String, String)>, chance: &mut Chance, step: usize) {
    let act = chance.below(7);
    if model.is_empty() || (act == 0 && model.len() < 12) {
        click("A2-17");
        drawn().await;
        model.push((rows("fieldset.row[data-row]").pop().unwrap(), String::new()));
        return;
    }
    let at = chance.below(model.len());
    let id = model[at].0.clone();
    match act {
        1 if at > 0 => {
            click(&format!("row-{id}-up"));
            model.swap(at, at - 1);
        }
        2 if at + 1 < model.len() => {
            click(&format!("row-{id}-down"));
            model.swap(at, at + 1);
        }
        3 if model.len() < 12 => {
            click(&format!("row-{id}-duplicate"));
            drawn().await;
            let copy = (rows("fieldset.row[data-row]")[at + 1].clone(), model[at].1.clone());
            model.insert(at + 1, copy);
        }
        4 => {
            click(&format!("row-{id}-remove"));
            drawn().await;
            if chance.below(2) == 0 {
                all(".notice .undo").pop().unwrap().unchecked_into::<HtmlElement>().click();
            } else {
                model.remove(at);
            }
        }
        _ => {
            open_all().await;
            let area = all(&format!("[data-row='{id}'] textarea[data-column=description]")).remove(0);
            let text = format!("Jalon de l’étape {step}, numéro {}", chance.below(1000));
            type_in(&area, &text);
            model[at].1 = text;
        }
    }
    drawn().await;
}
