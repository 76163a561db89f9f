//! What the browsers for tests have in common: a program that a variable names or that lies where it
//! always does, and packages of the system that bring what is missing.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{packages, step};
use crate::process;

/// A program that the tests start: where it is, or how to come by it.
pub(super) struct Program {
    /// The variable that names it, here and for the tests.
    pub variable: &'static str,
    /// Its names on `PATH`, the best first.
    pub names: &'static [&'static str],
    /// Where else it may lie.
    pub elsewhere: fn() -> Option<PathBuf>,
}

impl Program {
    /// A program that lies on `PATH` or nowhere.
    pub(super) const fn new(variable: &'static str, names: &'static [&'static str]) -> Self {
        Self { variable, names, elsewhere: || None }
    }

    pub(super) fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.names.iter().find_map(|name| process::find(name))).or_else(self.elsewhere)
    }
}

/// Where these programs are, in their order; where one is missing, the packages are installed first.
pub(super) fn programs<const N: usize>(
    what: &str,
    wanted: &[Program; N],
    packages: &str,
    why: &str,
) -> Result<[PathBuf; N]> {
    if wanted.iter().any(|program| program.find().is_none()) {
        let variables = wanted.each_ref().map(|program| program.variable).join(" and ");
        if !packages::can_install() {
            bail!(
                "the tests need {what}. On Debian: {}\n\
                 elsewhere name the programs in the variables {variables}, \
                 or leave an engine out: WITHOUT=firefox,webkit",
                packages::by_hand(packages)
            );
        }
        step(what, why, || packages::install(packages))?;
    }
    let mut found = wanted.iter().map(|program| {
        program.find().with_context(|| format!("{what} was installed, but {} is not found", program.variable))
    });
    let mut places = [const { PathBuf::new() }; N];
    for (place, program) in places.iter_mut().zip(&mut found) {
        *place = program?;
    }
    Ok(places)
}
