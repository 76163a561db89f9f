//! What was measured, as a table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use xtask::size;

use crate::Reference;
use crate::subject::Subject;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// From the page's address to its empty start page.
    Empty,
    /// From the address of a section to that section of the common draft.
    Full,
    /// From a key to the frame that shows it.
    Key,
    /// From a click to the frame that shows another milestone.
    Milestone,
    /// From a click to the frame that shows another commitment.
    Commitment,
    /// What the page's scripts, styles and layout take until the whole plan is checked and all that is open is listed.
    Check,
    /// The task that saves.
    Save,
    /// What keeps the second copy, in a task of its own; the reference has none.
    Second,
    /// JavaScript's heap and the wasm's memory, in bytes.
    Memory,
    /// As [`Full`](Self::Full), with as much text as may be.
    LargeFull,
    /// As [`Key`](Self::Key).
    LargeKey,
    /// As [`Save`](Self::Save).
    LargeSave,
}

impl Figure {
    const ALL: [Self; 12] = [
        Self::Empty,
        Self::Full,
        Self::Key,
        Self::Milestone,
        Self::Commitment,
        Self::Check,
        Self::Save,
        Self::Second,
        Self::Memory,
        Self::LargeFull,
        Self::LargeKey,
        Self::LargeSave,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Empty => "usable, empty",
            Self::Full => "usable, with the draft",
            Self::Key => "key to paint",
            Self::Milestone => "add a milestone, to paint",
            Self::Commitment => "add a commitment, to paint",
            Self::Check => "check everything and list it: scripts, styles, layout",
            Self::Save => "the task that saves",
            Self::Second => "the second copy, in a task of its own",
            Self::Memory => "JavaScript's heap and wasm memory",
            Self::LargeFull => "usable, with the large draft",
            Self::LargeKey => "key to paint in the large draft",
            Self::LargeSave => "the task that saves the large draft",
        }
    }

    /// What the app may cost, as a multiple of the reference, at which slowing, and of which share of the measurements.
    fn budget(self) -> Option<(f64, u32, Share)> {
        match self {
            Self::Full | Self::Milestone | Self::Commitment => Some((1.5, 4, Share::Half)),
            Self::Key => Some((1.2, 4, Share::Most)),
            Self::Check => Some((1.0, 1, Share::Half)),
            Self::Save => Some((2.0, 1, Share::Half)),
            _ => None,
        }
    }
}

/// Which of the measurements, from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Share {
    /// The one in the middle.
    Half,
    /// The one that 95 of 100 do not exceed.
    Most,
}

/// All that was measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    values: BTreeMap<(Figure, u32, bool), Vec<f64>>,
    bytes: Option<[usize; 4]>,
    rules: Option<(Subject, BTreeSet<String>)>,
}

impl Report {
    /// Takes a measurement.
    pub(crate) fn note(&mut self, subject: Subject, slowed: u32, figure: Figure, value: f64) {
        self.values.entry((figure, slowed, subject == Subject::App)).or_default().push(value);
    }

    /// Takes the rules that a page found broken; an error where the other page found others: it would not do the same work.
    pub(crate) fn note_rules(&mut self, subject: Subject, rules: BTreeSet<String>) -> Result<()> {
        let (other, known) = self.rules.get_or_insert_with(|| (subject, rules.clone()));
        ensure!(*known == rules, "{other:?} finds {known:?}, but {subject:?} {rules:?}");
        Ok(())
    }

    /// Weighs what is loaded before each start page can be used.
    pub(crate) fn weigh(&mut self, dist: &Path, reference: &Reference) -> Result<()> {
        let load = size::load(dist)?;
        let sum = |files: &[size::Loaded]| files.iter().map(|file| file.brotli).sum::<usize>();
        let [bare, whole] = [&reference.bare, &reference.whole].map(|page| size::compressed(page.as_bytes()));
        self.bytes = Some([sum(&load.first), sum(&load.later), bare?, whole?]);
        Ok(())
    }

    fn share(&self, figure: Figure, slowed: u32, is_app: bool, share: Share) -> Option<f64> {
        let mut values = self.values.get(&(figure, slowed, is_app))?.clone();
        values.sort_by(f64::total_cmp);
        let at = match share {
            Share::Half => values.len() / 2,
            Share::Most => (values.len() * 95).div_ceil(100).saturating_sub(1),
        };
        values.get(at).copied()
    }

    /// The table, with where and how it was measured.
    pub(crate) fn table(&self, rounds: usize, full: usize, large: usize) -> Result<String> {
        let mut text = String::from("# What the app costs beside a page written by hand\n\n");
        let (full, large) = (full / 1000, large / 1000);
        write!(
            text,
            "`cargo xtask bench {rounds}`, {}, {}. Both pages in turns, {rounds} rounds, a browser of its own each time, \
             without the worker; medians, and for keys the 95th percentile. The draft has 12 commitments of 10 milestones \
             ({full} kB of JSON), the large one 12 of 60 milestones of 2,000 characters ({large} kB). The page written by hand loads all at once, and keeps the draft in localStorage alone, without versions of answers; it checks the same rules, but for PROC-4 and what only joint or submitted plans can break. A key every 120 ms. A \
             frame takes up to 17 ms by itself.\n\n",
            machine()?,
            browser()?
        )?;
        text.push_str(
            "| figure | CPU | app | by hand | ratio | budget |\n| --- | --- | ---: | ---: | ---: | ---: |\n",
        );
        if let Some([first, later, bare, whole]) = self.bytes {
            let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
            for (name, app, reference, budget) in [
                ("first load", first, bare, "160 kB"),
                ("all that a draft needs, with the questions", first + later, whole, ""),
            ] {
                let ratio = app as f64 / reference as f64;
                let (app, reference) = (kilobytes(app), kilobytes(reference));
                writeln!(
                    text,
                    "| {name}, brotli | | {app:.1} kB | {reference:.1} kB | {ratio:.1} | {budget} |"
                )?;
            }
        }
        for figure in Figure::ALL {
            for slowed in [1, 4] {
                let shares: &[Share] = match figure {
                    Figure::Key | Figure::LargeKey => &[Share::Half, Share::Most],
                    _ => &[Share::Half],
                };
                for share in shares {
                    self.line(&mut text, figure, slowed, *share)?;
                }
            }
        }
        if let (Some(large), Some(full)) = (
            self.share(Figure::LargeKey, 4, true, Share::Most),
            self.share(Figure::Key, 4, true, Share::Most),
        ) {
            writeln!(
                text,
                "\nA key in the large draft costs the app {:.2} times what it costs in the common one (p95, slowed 4 times; \
                 twice is allowed).",
                large / full
            )?;
        }
        Ok(text)
    }

    fn line(&self, text: &mut String, figure: Figure, slowed: u32, share: Share) -> Result<()> {
        let Some(app) = self.share(figure, slowed, true, share) else { return Ok(()) };
        let reference = self.share(figure, slowed, false, share);
        if figure == Figure::Memory && slowed > 1 {
            return Ok(());
        }
        let name =
            if share == Share::Most { format!("{}, p95", figure.name()) } else { figure.name().to_owned() };
        let cpu = if slowed == 1 { "" } else { "slowed 4 times" };
        let shown = |value: f64| match figure {
            Figure::Memory => format!("{:.1} MiB", value / 1024.0 / 1024.0),
            _ => format!("{value:.1} ms"),
        };
        let budget = match figure.budget() {
            Some((most, at, of)) if at == slowed && of == share => {
                let is_over = reference.is_some_and(|reference| app / reference > most);
                format!("{}{most:.1}", if is_over { "over " } else { "" })
            }
            _ if figure == Figure::Memory => "8 MiB".to_owned(),
            _ => String::new(),
        };
        let (by_hand, ratio) = match reference {
            Some(reference) => (shown(reference), format!("{:.2}", app / reference)),
            None => ("none".to_owned(), String::new()),
        };
        Ok(writeln!(text, "| {name} | {cpu} | {} | {by_hand} | {ratio} | {budget} |", shown(app))?)
    }
}

/// What machine this is, as it says itself.
fn machine() -> Result<String> {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let cores = std::thread::available_parallelism()?;
    Ok(format!("{cores} cores of {}", model.trim_start_matches([' ', '\t', ':'])))
}

fn browser() -> Result<String> {
    let program = std::env::var("CHROMIUM").context("CHROMIUM")?;
    let said = Command::new(program).arg("--version").output()?.stdout;
    let said = String::from_utf8_lossy(&said);
    Ok(said.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}
