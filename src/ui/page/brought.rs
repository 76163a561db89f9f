//! What files would bring to a plan, before anything enters it: counted, and question by question.

use super::compared::parts_between;
use super::issues::link_to;
use super::opening::File;
use crate::browser;
use crate::bundle;
use crate::comments;
use crate::compare::{self, Part};
use crate::plan::{Comment, Plan, text};
use crate::question::Place;
use crate::rules::At;
use crate::sync::{Cell, Effect, Kind, State};
use crate::ui::answers::{self, answer, said};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::marked::replaced;
use crate::ui::message::place_name;
use crate::ui::watched::Watched;

/// How many there are of each kind that [`crate::bundle::Received`] tells of, in its order.
type Counts = [usize; 7];

/// What files would bring.
pub(super) struct Brought {
    /// The plan as it shows, and as it would.
    plans: [Plan; 2],
    parts: Vec<Part>,
    effects: Vec<Effect>,
    theirs: State,
}

impl Brought {
    /// What files would bring to a draft as it is now.
    pub(super) fn of(draft: Draft, files: &[&File]) -> Self {
        let mut theirs = State::default();
        for file in files {
            theirs.join(&file.opened.state);
        }
        let id = draft.with_untracked(|plan| plan.id);
        draft.copies.with_untracked(|copies| {
            let mut after = copies.joined().clone();
            after.join(&theirs);
            let plans = [copies.joined(), &after]
                .map(|state| browser::with_ids(|ids| bundle::shown(state, id, ids.lend())));
            let [before, now] = &plans;
            let parts = compare::compare(before, now, shared().lang.get_untracked());
            Self { parts, effects: copies.effects(&theirs), plans, theirs }
        })
    }

    /// Whether they bring nothing at all.
    pub(super) fn is_nothing(&self) -> bool {
        self.effects.is_empty()
    }

    fn cells(&self) -> impl Iterator<Item = &compare::Cell> {
        self.parts.iter().flat_map(|part| &part.differences).flat_map(|of| &of.cells)
    }

    fn all_of(&self, kind: Kind) -> impl Iterator<Item = &Effect> {
        self.effects.iter().filter(move |effect| effect.kind == kind)
    }

    /// How much they bring. An answer in conflict counts as such alone.
    pub(super) fn counts(&self) -> Counts {
        let in_conflict: Vec<Place> =
            self.all_of(Kind::Conflict).filter_map(|effect| answer(&effect.path)?.place).collect();
        let (mut new, mut changed, mut cleared) = (0, 0, 0);
        for cell in self.cells().filter(|cell| !in_conflict.contains(&cell.place)) {
            let count = match (cell.before.is_empty(), cell.now.is_empty()) {
                (true, _) => &mut new,
                (_, true) => &mut cleared,
                _ => &mut changed,
            };
            *count += 1;
        }
        let of = |kind| self.all_of(kind).count();
        let comments = self.comments().count();
        [new, changed, cleared, of(Kind::Conflict), of(Kind::Settled), of(Kind::Moved), comments]
    }

    /// The comments that they bring.
    fn comments(&self) -> impl Iterator<Item = &Comment> {
        let [before, now] = &self.plans;
        let is_new = |of: &&Comment| before.comments.iter().all(|known| known.id != of.id);
        now.comments.iter().filter(is_new)
    }

    /// How many answers they would clear, where those are more than three in ten of all.
    pub(super) fn clears_much(&self) -> Option<usize> {
        let cleared = self.cells().filter(|cell| !cell.before.is_empty() && cell.now.is_empty()).count();
        if cleared == 0 {
            return None;
        }
        let [before, _] = &self.plans;
        let all = compare::compare(&Plan::default(), before, shared().lang.get_untracked());
        let all: usize = all.iter().flat_map(|part| &part.differences).map(|of| of.cells.len()).sum();
        (cleared * 10 > all * 3).then_some(cleared)
    }

    /// Each answer that they change, before and after; what is in conflict, settled and moved.
    pub(super) fn details(self, draft: Draft) -> El {
        let open = Watched::new(false);
        of_class("details", "folded")
            .child(says("summary", ui().received_what))
            .on("toggle", move |_| open.set(true))
            .when(move || open.get(), move || of_class("div", "brought").children(self.told(draft)))
    }

    fn told(&self, draft: Draft) -> Vec<El> {
        let ui = ui();
        let [before, now] = &self.plans;
        let listed = |title: &str, kind: Kind, key: &str| {
            let lines: Vec<El> = self.all_of(kind).map(|effect| self.line(draft, effect, key)).collect();
            let section = of_class("section", "compared-part").child(says("h3", title));
            (!lines.is_empty()).then(|| section.child(of_class("ul", "effect-list").children(lines)))
        };
        let lists = [
            listed(ui.received_in_conflict, Kind::Conflict, "conflict"),
            listed(ui.received_settled, Kind::Settled, "settled"),
            listed(ui.received_moved, Kind::Moved, "moved"),
        ];
        let changes = parts_between(draft, before, now, self.parts.clone());
        let comments: Vec<El> = self.comments().map(|of| comment(draft, of)).collect();
        let comments = (!comments.is_empty()).then(|| {
            let section = of_class("section", "compared-part").child(says("h3", ui.received_comments));
            section.child(of_class("ul", "effect-list").children(comments))
        });
        lists.into_iter().flatten().chain(changes).chain(comments).collect()
    }

    /// What is in conflict, with both texts; what is settled or moved, by its name.
    fn line(&self, draft: Draft, effect: &Effect, key: &str) -> El {
        let name = answers::name(draft, &effect.path);
        let place = answer(&effect.path).and_then(|answer| answer.place);
        let exists = place.filter(|place| draft.with_untracked(|plan| place.exists(plan)));
        let title = match exists {
            Some(place) => el("p").child(link_to(draft, At::Place(place), &name)),
            None => says("p", &name),
        };
        let words = |value: &_| said(draft, &effect.path, value).unwrap_or_default();
        let has_texts = effect.kind == Kind::Conflict && !effect.path.ends_with('/');
        let texts = has_texts.then(|| {
            let ours = draft.copies.with_untracked(|copies| copies.joined().value(&effect.path).clone());
            let theirs = self.theirs.cell(&effect.path).into_iter().flat_map(Cell::values);
            let other = theirs.map(|version| &version.value).find(|value| **value != ours);
            replaced(&words(&ours), &other.map(words).unwrap_or_default())
        });
        el("li").attr("data-effect", key).child(title).children(texts)
    }
}

/// A comment that files bring.
fn comment(draft: Draft, of: &Comment) -> El {
    let place = comments::place(of).map(|place| place_name(texts(), draft, At::Place(place)));
    let by = text::label(&of.by);
    let by = if by.is_empty() { ui().comment_unsigned.to_owned() } else { by };
    let head: Vec<String> = place.into_iter().chain([by]).collect();
    el("li")
        .attr("data-effect", "comment")
        .child(of_class("p", "said-by").attr("dir", "auto").text(&head.join(" · ")))
        .child(of_class("div", "written").attr("dir", "auto").text(&of.text))
}

/// How much files bring, in words.
pub(super) fn counted(counts: impl Iterator<Item = usize>) -> Vec<String> {
    let (ui, words) = (ui(), words());
    let kinds = [
        ui.count_new,
        ui.count_changed,
        ui.count_cleared,
        ui.count_conflicts,
        ui.count_settled,
        ui.count_moved,
        ui.count_comments,
    ];
    let counts = counts.zip(kinds).filter(|(count, _)| *count > 0);
    counts.map(|(count, text)| words.count(count, text)).collect()
}
