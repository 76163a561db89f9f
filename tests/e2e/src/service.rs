//! Programs that a test starts: drivers and what they need.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::{PATIENCE, PAUSE};

/// A program, ended with all that it started in turn when this is dropped.
#[derive(Debug)]
pub(crate) struct Service {
    process: Child,
    said: Receiver<String>,
}

impl Service {
    /// Starts a program, and listens to what it prints.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        // A process group of its own: what it starts belongs to that, and can be ended even once it is gone itself.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {}", command.get_program().display()))?;
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

    /// Waits until it has ended by itself.
    pub(crate) fn wait(&mut self) {
        // It may have been waited for already.
        let _ = self.process.wait();
    }

    /// Waits until something holds of a program that says nothing. One that ends before never gets there.
    pub(crate) fn comes_to(&mut self, ready: impl Fn() -> bool) -> Result<()> {
        let start = Instant::now();
        while !ready() {
            let ended = self.process.try_wait()?;
            ensure!(ended.is_none() && start.elapsed() < PATIENCE, "it did not get ready");
            std::thread::sleep(PAUSE);
        }
        ensure!(self.process.try_wait()?.is_none(), "something else was ready in its place");
        Ok(())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // All of it may be gone already.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
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
        Service::start(Command::new("sh").args(["-c", script]))
    }

    #[test]
    fn a_line_is_waited_for_unless_the_program_ends() -> Result<()> {
        let port = |line: &str| line.strip_prefix("port ").map(str::to_owned);
        assert_eq!(shell("echo hello; echo port 123; sleep 60")?.hears(port)?, "123");
        assert!(shell("echo hello")?.hears(port).is_err());
        assert!(shell("true")?.comes_to(|| false).is_err());
        Ok(())
    }

    #[test]
    fn what_it_started_ends_with_it() -> Result<()> {
        let service = shell("sleep 60 & echo $!; exit")?;
        let child: u32 = service.hears(|line| line.parse().ok())?;
        drop(service);
        let mut alive = Command::new("kill");
        alive.args(["-0", &child.to_string()]).stderr(Stdio::null());
        let start = Instant::now();
        while alive.status()?.success() && !is_defunct(child) {
            assert!(start.elapsed() < PATIENCE, "{child} is still there");
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Ended, and only waiting for somebody to take notice.
    fn is_defunct(process: u32) -> bool {
        let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        state.contains(") Z ")
    }
}
