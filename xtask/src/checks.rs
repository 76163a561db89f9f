//! Everything that must hold before a change is taken, in three parts: what runs natively, what runs
//! in a browser's page, and the app as a whole. All of them run, whatever failed before.
//!
//! Every check counts as one that passed or failed; tests count one by one.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::setup::{self, Need, Tools};
use crate::tally::Tally;
use crate::{build, fuzz, process, root, size};

/// A part of the checks that can run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Format, lints and tests of the core: needs nothing but Rust.
    Native,
    /// Lints for the browser and tests in a browser's page.
    Web,
    /// The release build, its size, and the app driven in a browser.
    E2e,
}

impl FromStr for Part {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "native" => Ok(Self::Native),
            "web" => Ok(Self::Web),
            "e2e" => Ok(Self::E2e),
            _ => Err(()),
        }
    }
}

/// Runs one part, or all; of the tests only those whose name has the filter, where there is one.
pub fn run(part: Option<Part>, filter: Option<&str>) -> Result<Tally> {
    let without = without(&env::var("WITHOUT").unwrap_or_default())?;
    let tools = setup::prepare(&needs(part, &without))?;
    let mut report = Report { filter, lines: Vec::new(), sum: Tally::default() };
    if part.is_none_or(|part| part == Part::Native) {
        native(&tools, &mut report);
    }
    if part.is_none_or(|part| part == Part::Web) {
        web(&tools, &mut report);
    }
    if part.is_none_or(|part| part == Part::E2e) {
        e2e(&tools, &without, &mut report);
    }
    if part.is_none() {
        report.count("fuzzer", || fuzz::run(fuzz::A_MINUTE).map(|done| println!("{done}")));
    }
    println!("\n{}", report.lines.join("\n"));
    Ok(report.sum)
}

fn needs(part: Option<Part>, without: &[&str]) -> Vec<Need> {
    match part {
        Some(Part::Native) => Vec::new(),
        Some(Part::Web) => vec![Need::WasmTarget, Need::WasmBindgen, Need::Chromium],
        Some(Part::E2e) | None => {
            let mut needs = build::NEEDS.to_vec();
            needs.extend([Need::Chromium, Need::Axe]);
            let engines = ENGINES.iter().filter(|(name, _)| !without.contains(name));
            needs.extend(engines.map(|(_, need)| *need));
            needs
        }
    }
}

/// The engines beside Chromium, by the last part of their tests' names.
const ENGINES: [(&str, Need); 2] = [("firefox", Need::Firefox), ("webkit", Need::WebKit)];

/// The engines that the variable `WITHOUT` names, with commas between: a Mac, say, has no WebKitGTK.
fn without(named: &str) -> Result<Vec<&'static str>> {
    let words = named.split(',').map(str::trim).filter(|word| !word.is_empty());
    words
        .map(|word| match ENGINES.iter().find(|(name, _)| *name == word) {
            Some((name, _)) => Ok(*name),
            None => bail!("WITHOUT names {word}: it can be firefox, webkit or firefox,webkit"),
        })
        .collect()
}

/// One selection of packages and features for all that runs natively, so that nothing is compiled twice.
const ALL: &str = "--workspace --features plan-ouvert/schema";
const APP: &str = "--package plan-ouvert --target wasm32-unknown-unknown";

fn native(tools: &Tools, report: &mut Report) {
    let cargo = |arguments: &str| tools.command("cargo", &words(arguments));
    report.check("format", cargo("fmt --all --check"));
    report.check("lints", cargo(&format!("clippy {ALL},e2e/browser --all-targets -- -D warnings")));
    report.tests("native tests", cargo(&format!("test {ALL} --no-fail-fast")));
}

fn web(tools: &Tools, report: &mut Report) {
    let cargo = |arguments: &str| tools.wasm_command("cargo", &words(arguments));
    let has_tests = root().join("tests/web.rs").is_file();
    // Not all targets: the core's own tests, and what they use, are native.
    let targets = if has_tests { "--lib --bins --test web" } else { "--lib --bins" };
    report.check("lints for the browser", cargo(&tools.wasm_lints(&format!("{APP} {targets}"))));
    if has_tests {
        let mut tests = cargo(&format!("test {APP} --test web"));
        tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        report.tests("tests in a page", tests);
    }
}

fn e2e(tools: &Tools, without: &[&str], report: &mut Report) {
    // An older build would say nothing of this code.
    if report.count("release build", || build::build(tools)) {
        report.count("size", || size::check(&build::dist()));
        let mut arguments = format!("test {ALL},e2e/browser --test e2e -- --test-threads=2");
        let mut name = "end to end".to_owned();
        for engine in without {
            arguments += &format!(" --skip ::{engine}");
            name += &format!(", not {engine}");
        }
        let mut tests = tools.command("cargo", &words(&arguments));
        tests.env("DIST", build::dist());
        report.tests(&name, tests);
    }
}

/// Measures the app beside a page written by hand, so many rounds, and leaves a table of it.
pub fn bench(rounds: &str) -> Result<()> {
    let mut needs = build::NEEDS.to_vec();
    needs.push(Need::Chromium);
    let tools = setup::prepare(&needs)?;
    build::build(&tools)?;
    let run = format!("run --quiet --package e2e --features e2e/browser --bin bench -- {rounds}");
    process::run(tools.command("cargo", &words(&run)).env("DIST", build::dist()))
}

fn words(arguments: &str) -> Vec<&str> {
    arguments.split_whitespace().collect()
}

struct Report<'a> {
    filter: Option<&'a str>,
    lines: Vec<String>,
    sum: Tally,
}

impl Report<'_> {
    /// A program that does its check or fails.
    fn check(&mut self, name: &str, mut command: Command) -> bool {
        self.count(name, || process::run(&mut command))
    }

    /// A check of our own; tells whether it passed.
    fn count(&mut self, name: &str, check: impl FnOnce() -> Result<()>) -> bool {
        let mut passed = false;
        self.timed(name, || {
            check()?;
            passed = true;
            Ok(Tally::PASSED)
        });
        passed
    }

    /// A program that runs tests and prints their counts.
    fn tests(&mut self, name: &str, mut command: Command) {
        command.args(self.filter);
        self.timed(name, || counted(&mut command));
    }

    fn timed(&mut self, name: &str, work: impl FnOnce() -> Result<Tally>) {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = work().unwrap_or_else(|error| {
            println!("{name}: {error:#}");
            Tally::FAILED
        });
        let seconds = start.elapsed().as_secs_f32();
        self.lines.push(format!("{name:<22} {:<24} {seconds:>6.1} s", tally.to_string()));
        self.sum += tally;
    }
}

/// Runs a test program on the same screen and sums the counts it prints. One that ends badly without
/// a failed test, or ends well without a result, has failed too.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting {}", process::line(command)))?;
    let output = child.stdout.take().context("the output was asked for")?;
    let (mut sum, mut results) = (Tally::default(), 0);
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(tally) = Tally::from_line(&line) {
            sum += tally;
            results += 1;
        }
    }
    let good = child.wait()?.success();
    if sum.failed == 0 && (!good || results == 0) {
        sum += Tally::FAILED;
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_can_be_left_out_by_its_name() -> Result<()> {
        assert_eq!(without("")?, Vec::<&str>::new());
        assert_eq!(without("webkit, firefox")?, ["webkit", "firefox"]);
        assert!(without("chromium").is_err(), "that one is always there");
        let needs = needs(Some(Part::E2e), &["webkit"]);
        assert!(needs.contains(&Need::Firefox) && !needs.contains(&Need::WebKit));
        Ok(())
    }
}
