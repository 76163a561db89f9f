//! Two states of the plan beside each other: which can be chosen, and what differs.

use std::cell::RefCell;

use leptos::prelude::untrack;

use super::compared::compared;
use super::heading;
use super::opening::read_file;
use super::versions::{name_of, versions};
use crate::browser::files::Picked;
use crate::browser::versions::{Version, all_of};
use crate::browser::{self, page};
use crate::parts::Part;
use crate::plan::{Day, Plan, RowId};
use crate::route::{AsOf, Page, Route};
use crate::rules::Value;
use crate::ui::context::{shared, ui, words};
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::notice::say;
use crate::ui::watched::Watched;

/// What begins the key of a file somebody added.
const FILE: &str = "file-";

thread_local! {
    /// The files that were added while this draft is looked at: another language draws the page anew.
    static ADDED: RefCell<(Option<RowId>, Vec<Added>)> = const { RefCell::new((None, Vec::new())) };
}

/// A file somebody added, to compare with.
#[derive(Clone)]
struct Added {
    name: String,
    plan: Plan,
    /// The part of the plan that it is, for a table of a workshop; empty where it is a whole plan.
    part: Part,
}

/// A state that can be chosen.
#[derive(Clone)]
pub(super) struct State {
    /// As the address spells it, or the place of a file.
    key: String,
    pub(super) name: String,
}

/// What is chosen, and what there is to choose.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) draft: Draft,
    from: Watched<String>,
    to: Watched<String>,
    /// The versions that are kept; nothing while the browser looks for them.
    pub(super) versions: Watched<Option<Vec<Version>>>,
    added: Watched<Vec<Added>>,
}

/// The page.
pub(super) fn changes(draft: Draft, from: Option<AsOf>, to: Option<AsOf>) -> Vec<El> {
    let ui = ui();
    let key = |of: Option<AsOf>| Watched::new(of.map(|of| of.to_string()).unwrap_or_default());
    let added = ADDED.with_borrow_mut(|(of, added)| {
        if of.replace(draft.id) != Some(draft.id) {
            added.clear();
        }
        added.clone()
    });
    let versions_kept = Watched::new(None);
    let choice =
        Choice { draft, from: key(from), to: key(to), versions: versions_kept, added: Watched::new(added) };
    choice.look_for_versions();
    let sides = move || {
        of_class("div", "compare-sides")
            .child(side(choice, "compare-from", ui.compare_before, false))
            .child(side(choice, "compare-to", ui.compare_after, true))
    };
    let sides = el("div").when(move || choice.has_others(), sides);
    let mut content = vec![heading(ui.changes_title), of_class("p", "lead").text(ui.changes_lead)];
    content.push(of_class("div", "compare").child(sides).child(adding(choice)));
    content.extend(compared(choice));
    content.push(versions(choice));
    content
}

impl Choice {
    /// Reads the versions that are kept.
    pub(super) fn look_for_versions(self) {
        browser::spawn(async move {
            let all = all_of(self.draft.id).await;
            self.versions.set(Some(all));
        });
    }

    /// All that can be chosen, and to hear of it.
    fn states(self) -> Vec<State> {
        let (ui, words) = (ui(), words());
        let state = |of: AsOf, name: String| State { key: of.to_string(), name };
        let mut states = vec![state(AsOf::Now, ui.state_now.to_owned())];
        self.draft.with(|plan| {
            let endorsed = plan.as_endorsed.plan().and_then(|then| then.vision.endorsed.value());
            let submitted = plan.as_submitted().and(plan.submitted.value());
            let named = |of, day: Option<Day>, name| day.map(|day| state(of, words.on_day(name, day)));
            states.extend(named(AsOf::Submitted, submitted, ui.state_submitted));
            states.extend(named(AsOf::Endorsed, endorsed, ui.state_endorsed));
        });
        self.versions.with(|all| {
            let all = all.iter().flatten();
            states.extend(all.map(|version| state(AsOf::Kept(version.at), name_of(version))));
        });
        self.added.with(|added| {
            let files = added.iter().enumerate();
            states.extend(files.map(|(at, of)| State {
                key: format!("{FILE}{at}"),
                name: words.fill(ui.state_file, &[("name", Value::Text(of.name.clone()))]),
            }));
        });
        states
    }

    /// What is chosen, before and after: as somebody chose, else what was endorsed, submitted or kept last, and now.
    /// Nothing while it may still be found.
    pub(super) fn chosen(self) -> Option<[State; 2]> {
        let states = self.states();
        let find = |key: &str| states.iter().find(|state| state.key == key).cloned();
        let is_waiting = self.versions.with(Option::is_none);
        let newest = self.versions.with(|all| all.iter().flatten().next().map(|of| AsOf::Kept(of.at)));
        let now = || find(&AsOf::Now.to_string());
        let usual = || {
            let inside = [AsOf::Endorsed, AsOf::Submitted].into_iter().find_map(|of| find(&of.to_string()));
            let beside = || newest.and_then(|of| find(&of.to_string())).or_else(now);
            inside.or_else(|| if is_waiting { None } else { beside() })
        };
        let of = |side: Watched<String>, usual: &dyn Fn() -> Option<State>| {
            let key = side.get();
            find(&key).or_else(|| if is_waiting && !key.is_empty() { None } else { usual() })
        };
        Some([of(self.from, &usual)?, of(self.to, &now)?])
    }

    /// The plan in this state.
    pub(super) fn plan(self, state: &State) -> Option<Plan> {
        if let Some(at) = state.key.strip_prefix(FILE) {
            let at: usize = at.parse().ok()?;
            return self.added.with(|added| added.get(at).map(|of| of.plan.clone()));
        }
        match AsOf::read(&state.key)? {
            AsOf::Now => Some(self.draft.with(Plan::clone)),
            AsOf::Submitted => self.draft.with(|plan| plan.as_submitted().cloned()),
            AsOf::Endorsed => self.draft.with(|plan| plan.as_endorsed.plan().cloned()),
            AsOf::Kept(at) => {
                self.versions.with(|all| all.iter().flatten().find(|version| version.at == at)?.plan())
            }
        }
    }

    /// The part of the plan that a state has no more than; nothing where it has all.
    pub(super) fn part(self, state: &State) -> Option<Part> {
        let at: usize = state.key.strip_prefix(FILE)?.parse().ok()?;
        self.added.with(|added| added.get(at).map(|of| of.part.clone())).filter(|part| !part.is_empty())
    }

    /// Whether there is anything beside the plan as it is now.
    pub(super) fn has_others(self) -> bool {
        self.states().len() > 1
    }

    /// Chooses two states; the address follows.
    pub(super) fn choose(self, from: Option<String>, to: Option<String>) {
        for (side, key) in [(self.from, from), (self.to, to)] {
            if let Some(key) = key {
                side.set(key);
            }
        }
        let [from, to] = [self.from, self.to].map(|side| side.with_untracked(|key| AsOf::read(key)));
        let route = Route::Draft(self.draft.id, Page::Changes { from, to });
        page::stand_at(&route.to_string());
        // No other page is come to: nothing needs to hear of it.
        shared().route.change(|now| *now = route);
    }
}

impl State {
    /// Whether it is the same as another.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// The list to choose one of the two states from.
fn side(choice: Choice, id: &str, label: &str, is_after: bool) -> El {
    let select = el("select").id(id);
    let picked = select.clone();
    let select = select
        .dynamic(move || {
            let chosen = choice.chosen().map(|[from, to]| if is_after { to } else { from });
            let is_chosen = |state: &State| chosen.as_ref().is_some_and(|chosen| chosen.is(state));
            let option = |state: &State| {
                says("option", &state.name)
                    .attr("value", &state.key)
                    .attr_if("selected", is_chosen(state).then_some(""))
            };
            choice.states().iter().map(option).collect()
        })
        .on("change", move |_| {
            let key = Some(picked.value());
            if is_after { choice.choose(None, key) } else { choice.choose(key, None) }
        });
    of_class("div", "compare-side").child(says("label", label).attr("for", id)).child(select)
}

/// Where a file is added that somebody sent.
fn adding(choice: Choice) -> El {
    let ui = ui();
    let refused = Watched::new(None::<String>);
    let take = move |file: Picked| {
        browser::spawn(async move {
            let read = read_file(&file).await;
            if !choice.draft.is_kept() {
                return;
            }
            match read {
                Err(why) => {
                    refused.set(Some(why));
                    page::focus_soon("compare-refused");
                }
                Ok(opened) => {
                    refused.set(None);
                    let part = Part::read(&opened.made.scope);
                    add(choice, Added { name: file.name(), plan: opened.plan, part });
                }
            }
        });
    };
    let input = el("input").id("compare-file").attr("type", "file").attr("aria-describedby", "compare-hint");
    let picked = input.clone();
    let input = input.on("change", move |_| {
        if let Some(input) = picked.as_input() {
            if let Some(file) = Picked::from_input(input).into_iter().next() {
                take(file);
            }
            input.set_value("");
        }
    });
    let said = of_class("div", "refused").id("compare-refused").attr("role", "alert").attr("tabindex", "-1");
    of_class("div", "compare-adding")
        .child(of_class("label", "file").attr("for", "compare-file").text(ui.compare_file))
        .child(input)
        .child(of_class("p", "hint").id("compare-hint").text(ui.compare_file_hint))
        .child(said.dynamic(move || refused.get().map(|why| says("p", &why)).into_iter().collect()))
}

/// Puts a file into the lists, and compares the plan with it.
fn add(choice: Choice, file: Added) {
    choice.added.change(|added| added.push(file));
    let added = choice.added.get_untracked();
    let key = format!("{FILE}{}", added.len().saturating_sub(1));
    ADDED.with_borrow_mut(|(_, kept)| *kept = added);
    choice.added.notify();
    untrack(|| choice.choose(Some(AsOf::Now.to_string()), Some(key)));
    say(ui().compare_file_added);
}
