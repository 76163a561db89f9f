//! Words: one [`Texts`] a language, all of the same shape, so that a text missing in one does not compile.
//!
//! The wording of the templates' questions is the handbook's; everything else is the app's own. The words stand in
//! `fr`, `en` and `es`; `public/texts/` has them as files, because three languages in the wasm would be a third of the
//! first load. Texts with `{name}` are filled in by [`Words`].

/// What a language's checks say stands in several files. Each is asked in turn; a check that none of them speaks of does
/// not compile.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! rule_files {
    ($($file:ident),*) => {
        /// What a check says.
        pub(super) const fn rule(check: $crate::rules::Check) -> $crate::i18n::RuleText {
            $(if let Some(text) = $file::rule(check) {
                return text;
            })*
            panic!("a check that says nothing")
        }

        const _: () = {
            let mut checks = $crate::rules::Check::ALL;
            while let Some((check, others)) = checks.split_first() {
                rule(*check);
                checks = others;
            }
        };
    };
}
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rule_files;

#[cfg(not(target_arch = "wasm32"))]
mod en;
#[cfg(not(target_arch = "wasm32"))]
mod es;
pub mod file;
mod fill;
#[cfg(not(target_arch = "wasm32"))]
mod fr;
mod texts;

#[cfg(test)]
mod rule_tests;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use fill::{Words, fill};
pub use texts::{ColumnText, OptionTexts, Part, QuestionText, RuleText, SectionText, Texts, Ui};

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Fr, Self::En, Self::Es];

    /// Its code (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// The language of this code, whatever country it is followed by.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| code.split('-').next() == Some(lang.code()))
    }

    /// Everything said in it; in another language while its own texts are not here, and nothing at all before any are.
    pub fn texts(self) -> &'static Texts {
        let any = || COMPLETE.iter().chain(&STARTED).find_map(OnceLock::get);
        let nothing = || SILENT.get_or_init(|| Texts::from_lists(self, Vec::new(), Vec::new()));
        self.loaded().or_else(any).unwrap_or_else(nothing)
    }

    /// Whether this part of its texts is here.
    pub fn has(self, part: Part) -> bool {
        self.loaded().is_some_and(|texts| !texts.list(part).is_empty())
    }

    #[cfg(target_arch = "wasm32")]
    fn loaded(self) -> Option<&'static Texts> {
        let of = |texts: &'static [OnceLock<Texts>]| texts.get(self as usize).and_then(OnceLock::get);
        of(&COMPLETE).or_else(|| of(&STARTED))
    }

    /// Natively every language is here.
    #[cfg(not(target_arch = "wasm32"))]
    fn loaded(self) -> Option<&'static Texts> {
        let words = || match self {
            Self::Fr => fr::words(),
            Self::En => en::words(),
            Self::Es => es::words(),
        };
        COMPLETE.get(self as usize).map(|texts| texts.get_or_init(|| words().texts(self)))
    }
}

/// The languages whose start page's texts are here, and those that are whole, in the order of [`Lang`].
static STARTED: [OnceLock<Texts>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
static COMPLETE: [OnceLock<Texts>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
static SILENT: OnceLock<Texts> = OnceLock::new();

/// Makes a part of a language's texts be spoken from now on; the start page's before the others'. The first ones
/// that come stay.
fn install(lang: Lang, part: Part, strings: Vec<&'static str>) {
    let (Some(started), Some(complete)) = (STARTED.get(lang as usize), COMPLETE.get(lang as usize)) else {
        return;
    };
    match part {
        Part::Start => drop(started.set(Texts::from_lists(lang, strings, Vec::new()))),
        Part::Pages => {
            if let Some(texts) = started.get() {
                let _ = complete.set(Texts::from_lists(lang, texts.list(Part::Start).to_vec(), strings));
            }
        }
    }
}
