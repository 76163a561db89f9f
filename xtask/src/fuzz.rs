//! The fuzzer on opening files: `tests/fuzz/`, built with LLVM's counters and run on a copy of its corpus.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::{process, root};

/// Makes rustc count which edges are taken, as libFuzzer reads them; the same that cargo-fuzz asks for.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Ccodegen-units=1 --cfg fuzzing";

/// How long it runs where nobody says otherwise, in seconds.
pub const A_MINUTE: u32 = 60;

/// Builds the fuzzer and lets it run for so many seconds. Fails on any finding, which is left in `target/fuzz/found/`.
/// Gives one line that says how much it did.
pub fn run(seconds: u32) -> Result<String> {
    let (fuzz, target) = (root().join("tests/fuzz"), root().join("target/fuzz"));
    // Only with a target named do the flags spare build scripts.
    let host = host()?;
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--release", "--target", &host, "--manifest-path"]);
    build.arg(fuzz.join("Cargo.toml")).arg("--target-dir").arg(&target).env("RUSTFLAGS", COUNTED);
    process::run(&mut build)?;
    // What it finds new is kept out of the saved corpus.
    let (corpus, found) = (target.join("corpus"), target.join("found"));
    copy(&fuzz.join("corpus"), &corpus)?;
    fs::create_dir_all(&found).with_context(|| format!("making {}", found.display()))?;
    let mut run = Command::new(target.join(host).join("release").join("fuzz"));
    run.arg(&corpus).arg(format!("-artifact_prefix={}/", found.display()));
    run.arg(format!("-max_total_time={seconds}"));
    // A file of this size opens in a few thousandths of a second; on a machine that does much else, two seconds by the
    // clock may pass all the same.
    run.args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=8000"]);
    let mut running = run.stderr(Stdio::piped()).spawn().with_context(|| process::line(&run))?;
    let mut last = Vec::new();
    if let Some(said) = running.stderr.take() {
        for line in BufReader::new(said).lines() {
            last.push(line.context("reading what the fuzzer says")?);
        }
    }
    let status = running.wait().context("waiting for the fuzzer")?;
    if !status.success() {
        bail!("the fuzzer found something, in {}:\n{}", found.display(), tail(&last, 40));
    }
    told(&last).with_context(|| format!("the fuzzer said nothing of what it did:\n{}", tail(&last, 20)))
}

fn tail(lines: &[String], count: usize) -> String {
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}

/// How much the fuzzer did, from its last line of counts.
fn told(lines: &[String]) -> Option<String> {
    let last = lines.iter().rev().find(|line| line.starts_with('#') && line.contains(" cov: "))?;
    let after = |mark: &str| last.split(mark).nth(1)?.split_whitespace().next();
    let runs = last.strip_prefix('#')?.split_whitespace().next()?;
    let (edges, features) = (after(" cov: ")?, after(" ft: ")?);
    Some(format!("fuzz: {runs} runs without a finding, {edges} edges and {features} features covered"))
}

/// The machine's own target.
fn host() -> Result<String> {
    let said = process::read(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not name its host")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("emptying {}", to.display()))?;
    }
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    let mut count = 0;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name())).context("copying the corpus")?;
        count += 1;
    }
    ensure!(count > 0, "{} is empty", from.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_counts_are_told() {
        let lines = [
            "#2\tINITED cov: 9 ft: 10 corp: 1/1b exec/s: 0 rss: 40Mb",
            "#5000\tNEW    cov: 4821 ft: 17011 corp: 390/2Mb lim: 4096 exec/s: 500 rss: 80Mb L: 3/4 MS: 1",
            "stat::number_of_executed_units: 5000",
        ];
        let lines = lines.map(str::to_owned);
        let told = told(&lines).unwrap();
        assert_eq!(told, "fuzz: 5000 runs without a finding, 4821 edges and 17011 features covered");
        assert_eq!(super::told(&lines[2..]), None);
    }
}
