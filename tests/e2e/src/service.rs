//! Programs that a test starts: drivers and what they need.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{PATIENCE, PAUSE};

/// Starts a program, and ends all of its process group once nobody holds the shell's input open any more.
#[cfg(unix)]
const GUARD: &str = r#""$0" "$@" & exec >/dev/null; cat; kill -KILL 0"#;

/// A program, ended with all that it started in turn when this is dropped, or when the tests themselves are ended,
/// in whatever way.
#[derive(Debug)]
pub(crate) struct Service {
    process: Child,
    said: Receiver<String>,
}

impl Service {
    /// Starts a program, and listens to what it prints.
    pub(crate) fn start<'a>(
        program: PathBuf,
        arguments: impl IntoIterator<Item = &'a str>,
        environment: impl IntoIterator<Item = (&'static str, impl AsRef<OsStr>)>,
    ) -> Result<Self> {
        let mut command = guarded(&program);
        command.args(arguments).envs(environment).stdin(Stdio::piped()).stdout(Stdio::piped());
        // Browsers speak there of themselves, and of whatever a bare system lacks.
        command.stderr(Stdio::null());
        let starting = || format!("starting {}", program.display());
        let mut process = command.spawn().with_context(starting)?;
        let output = process.stdout.take().context("the output was asked for")?;
        Ok(Self { process, said: listen(output) })
    }

    /// Waits for a line in which `find` finds what is looked for. A program that ends before never says it.
    pub(crate) fn hears<T>(&self, find: impl Fn(&str) -> Option<T>) -> Result<T> {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let line = self.said.recv_timeout(left).context("it did not say that it is ready")?;
            if let Some(found) = find(&line) {
                return Ok(found);
            }
        }
    }

    /// Waits until something holds of a program that says nothing. One that ends before never gets there.
    pub(crate) fn comes_to(&self, ready: impl Fn() -> bool) -> Result<()> {
        let start = Instant::now();
        while !ready() {
            ensure!(!self.ends_within(PAUSE), "it ended before it was ready");
            ensure!(start.elapsed() < PATIENCE, "it did not get ready");
        }
        ensure!(!self.ends_within(PAUSE), "something else was ready in its place");
        Ok(())
    }

    /// The processes that the program started in turn, and those that they started, each with how it was called.
    pub(crate) fn started(&self) -> Result<Vec<(u32, String)>> {
        let listed = Command::new("ps").args(["-A", "-o", "pid=,ppid=,args="]).output()?;
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        let all: Vec<(u32, u32, &str)> = listed.lines().filter_map(process).collect();
        let children = |of: &[u32]| -> Vec<(u32, String)> {
            let children = all.iter().filter(|(_, parent, _)| of.contains(parent));
            children.map(|(id, _, called)| (*id, (*called).to_owned())).collect()
        };
        let ids = |of: &[(u32, String)]| of.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        // The shell that guards it, the program itself, and only then what it started.
        let mut generation = children(&ids(&children(&[self.process.id()])));
        let mut found = Vec::new();
        while !generation.is_empty() {
            let next = children(&ids(&generation));
            found.extend(std::mem::replace(&mut generation, next));
        }
        Ok(found)
    }

    /// Whether it ends by itself in this time, with all that it started.
    pub(crate) fn ends_within(&self, time: Duration) -> bool {
        let start = Instant::now();
        loop {
            match self.said.recv_timeout(time.saturating_sub(start.elapsed())) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => return true,
            }
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        if cfg!(not(unix)) {
            // It may be gone already.
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// A program under a shell that guards it: a process group is ended as a whole, whatever of it is gone already.
#[cfg(unix)]
fn guarded(program: &std::path::Path) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", GUARD]).arg(program);
    std::os::unix::process::CommandExt::process_group(&mut shell, 0);
    shell
}

#[cfg(not(unix))]
fn guarded(program: &std::path::Path) -> Command {
    Command::new(program)
}

/// A process as `ps` tells it: its number, its parent's, and how it was called.
fn process(line: &str) -> Option<(u32, u32, &str)> {
    let (id, rest) = line.trim_start().split_once(' ')?;
    let (parent, called) = rest.trim_start().split_once(' ')?;
    Some((id.parse().ok()?, parent.parse().ok()?, called))
}

/// Kills processes as a crash does, and waits until they are gone.
pub fn kill(processes: &[u32]) -> Result<()> {
    let numbers = processes.iter().map(u32::to_string);
    // Some may be gone by now.
    Command::new("kill").arg("-KILL").args(numbers).stderr(Stdio::null()).status()?;
    let start = Instant::now();
    while is_alive(processes)? {
        ensure!(start.elapsed() < PATIENCE, "{processes:?} are still there");
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

/// Whether one of them is there. One that has ended and waits for somebody to take notice is dead.
fn is_alive(processes: &[u32]) -> Result<bool> {
    let numbers: Vec<String> = processes.iter().map(u32::to_string).collect();
    let states = Command::new("ps").args(["-o", "stat=", "-p", &numbers.join(",")]).output()?;
    let states = String::from_utf8(states.stdout)?;
    Ok(states.lines().any(|state| !state.starts_with('Z')))
}

/// Takes every line as it comes: a program whose words nobody takes would stop at the first that finds its pipe full.
fn listen(output: impl Read + Send + 'static) -> Receiver<String> {
    let (said, heard) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // Nobody may be there to hear it.
            let _ = said.send(line);
        }
    });
    heard
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Result<Service> {
        let none: [(&str, &str); 0] = [];
        Service::start("/bin/sh".into(), ["-c", script], none)
    }

    #[test]
    fn a_line_is_waited_for_unless_the_program_ends() -> Result<()> {
        let port = |line: &str| line.strip_prefix("port ").map(str::to_owned);
        assert_eq!(shell("echo hello; echo port 123; sleep 60")?.hears(port)?, "123");
        assert!(shell("echo hello")?.hears(port).is_err());
        assert!(shell("true")?.comes_to(|| false).is_err());
        assert!(shell("true")?.ends_within(PATIENCE));
        Ok(())
    }

    #[test]
    fn what_it_started_ends_with_it() -> Result<()> {
        let service = shell("sleep 60 & echo $!; exit")?;
        let child: u32 = service.hears(|line| line.parse().ok())?;
        drop(service);
        let start = Instant::now();
        while is_alive(&[child])? {
            assert!(start.elapsed() < PATIENCE, "{child} is still there");
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }
}
