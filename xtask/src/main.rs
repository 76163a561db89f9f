//! The commands: `cargo xtask serve | dist | test | fuzz | bench`.

use std::env;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::checks::{self, Part};
use xtask::one_file::ONE_FILE;
use xtask::serve::Server;
use xtask::tally::Tally;
use xtask::{build, fuzz, size};

const USAGE: &str = "\
cargo xtask serve [--port N]               builds the app and serves it on http://127.0.0.1:8080
cargo xtask dist                           builds the folder to host, dist/, and the app in one file
cargo xtask test                           runs every check and test
cargo xtask test native|web|e2e [FILTER]   runs one part of them, only the tests whose name has FILTER
cargo xtask fuzz [SECONDS]                 opens files that a fuzzer makes up, for a minute
cargo xtask bench [ROUNDS]                 measures the app beside a page written by hand

Each first sets up what it needs and this machine lacks.";

const PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["serve"] => serve(PORT),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) => serve(port),
            Err(_) => return usage(),
        },
        ["dist"] => dist(),
        ["fuzz"] => fuzz::run(fuzz::A_MINUTE).map(|done| println!("{done}")),
        ["fuzz", seconds] => match seconds.parse() {
            Ok(seconds) => fuzz::run(seconds).map(|done| println!("{done}")),
            Err(_) => return usage(),
        },
        ["bench"] => checks::bench("10"),
        ["bench", rounds] if rounds.parse::<usize>().is_ok_and(|rounds| rounds > 0) => checks::bench(rounds),
        ["test"] => return test(None, None),
        ["test", part, filter @ ..] if filter.len() <= 1 => match part.parse() {
            Ok(part) => return test(Some(part), filter.first().copied()),
            Err(()) => return usage(),
        },
        _ => return usage(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

fn serve(port: u16) -> Result<()> {
    let dist = build::set_up_and_build()?;
    let server = match Server::start(&dist, "/", port) {
        Ok(server) => server,
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            bail!("port {port} is taken by another program; choose one: cargo xtask serve --port 8081")
        }
        Err(error) => return Err(error).context(format!("serving on port {port}")),
    };
    println!("\nPlan ouvert is on {} until Ctrl+C.", server.url().trim_end_matches('/'));
    server.wait();
    Ok(())
}

fn dist() -> Result<()> {
    let dist = build::set_up_and_build()?;
    println!("\n{}", size::table(&size::load(&dist)?));
    println!("The folder to host, as it is and under any path: {}", dist.display());
    println!("The app in one file, for a stick: {}", dist.join(ONE_FILE).display());
    Ok(())
}

/// The line of counts comes last whatever happened, for whoever reads only that.
fn test(part: Option<Part>, filter: Option<&str>) -> ExitCode {
    let tally = checks::run(part, filter).unwrap_or_else(|error| {
        eprintln!("xtask: {error:#}");
        Tally::FAILED
    });
    println!("{tally}");
    if tally.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
