//! The catalogue: every check with its rule's id and part, its grade, and the handbook's sections.

/// How grave an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The handbook requires it (H).
    Requirement,
    /// The form's own shape: a type, a list of options (F).
    Form,
    /// The handbook recommends it (S).
    Recommendation,
    /// A sanity check that is not in the handbook (D).
    Advice,
}

impl Grade {
    /// The grade's name in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Form => "form",
            Self::Recommendation => "recommendation",
            Self::Advice => "advice",
        }
    }

    /// Whether a plan with such an issue is not ready.
    pub fn keeps_from_ready(self) -> bool {
        matches!(self, Self::Requirement | Self::Form)
    }
}

struct Entry {
    rule: &'static str,
    part: &'static str,
    grade: Grade,
    sections: &'static str,
    values: &'static [&'static str],
    missing: bool,
}

macro_rules! catalogue {
    ($($name:ident = $rule:literal $part:literal $grade:ident $sections:literal [$($value:literal),*] $($missing:ident)?;)*) => {
        /// One thing a rule can say. A rule with parts, or with several sentences, has several checks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is the rule of its name; the catalogue gives its id")]
        pub enum Check { $($name),* }

        impl Check {
            /// All checks, by the handbook's order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$name => &Entry {
                        rule: $rule,
                        part: $part,
                        grade: Grade::$grade,
                        sections: $sections,
                        values: &[$($value),*],
                        missing: catalogue!(@missing $($missing)?),
                    },)*
                }
            }
        }
    };
    (@missing missing) => { true };
    (@missing) => { false };
}

impl Check {
    /// The rule's id: `COM-4`.
    pub fn rule(self) -> &'static str {
        self.entry().rule
    }

    /// The rule's part: `a`, `b`, or nothing.
    pub fn part(self) -> &'static str {
        self.entry().part
    }

    /// How grave it is.
    pub fn grade(self) -> Grade {
        self.entry().grade
    }

    /// The handbook's sections it comes from, separated by commas; nothing where it is derived.
    pub fn sections(self) -> &'static str {
        self.entry().sections
    }

    /// The names of the values its sentence fills in.
    pub fn values(self) -> &'static [&'static str] {
        self.entry().values
    }

    /// Whether it speaks because an answer is missing; such issues wait until a section is checked.
    pub fn is_missing(self) -> bool {
        self.entry().missing
    }
}

catalogue! {
    // Plan period.
    Plan1 = "PLAN-1" "" Requirement "3.2, A1-1.2" ["end", "mandate_end", "latest"];
    Plan2 = "PLAN-2" "" Requirement "3.2, A1-1" [] missing;
    Plan2Mandate = "PLAN-2" "" Requirement "3.2, A1-1" [] missing;
    Plan2Unreadable = "PLAN-2" "" Requirement "3.2, A1-1" ["typed"];
    Plan4a = "PLAN-4" "a" Advice "3.2, Fig. 2" ["start", "end"];
    Plan4b = "PLAN-4" "b" Advice "3.2, Fig. 2" ["start", "joined"];
    Plan5 = "PLAN-5" "" Advice "3.2.1.2" ["months"];
    Plan11a = "PLAN-11" "a" Advice "" ["end"];
    Plan11b = "PLAN-11" "b" Advice "" ["mandate_end"];
    Plan12 = "PLAN-12" "" Advice "3, 3.2" ["end", "months", "latest"];
    // Vision, participation, monitoring, endorsement.
    Vis1a = "VIS-1" "a" Requirement "A1-2" [] missing;
    Vis3 = "VIS-3" "" Requirement "A1-4, 3.2.1.1" [] missing;
    Vis4 = "VIS-4" "" Requirement "A1-5" [] missing;
    Vis5Long = "VIS-5" "" Advice "A1-5.1" ["length", "limit"];
    Vis5Same = "VIS-5" "" Advice "A1-5.1" ["name"];
    Vis5Empty = "VIS-5" "" Advice "A1-5.1" [];
    Vis6 = "VIS-6" "" Recommendation "A1-5.3" [];
    Vis7a = "VIS-7" "a" Form "A1-5.6" ["typed"];
    Vis8 = "VIS-8" "" Requirement "3.3.1, A1-5.7" ["typed"];
    Vis10 = "VIS-10" "" Requirement "2.3, 3.5, A1-6.1" [] missing;
    Vis11a = "VIS-11" "a" Requirement "A1-6.2" [] missing;
    Vis11b = "VIS-11" "b" Form "A1-6.2" ["typed"];
    Vis15 = "VIS-15" "" Requirement "A1-6.3, A1-6.4, A1-6.5" [] missing;
    Vis16a = "VIS-16" "a" Requirement "3.3.1, A1-7" [] missing;
    Vis16bSame = "VIS-16" "b" Advice "3.3.1, A1-7" ["name"];
    Vis16bEmpty = "VIS-16" "b" Advice "3.3.1, A1-7" [];
    Vis16bGovernment = "VIS-16" "b" Advice "3.3.1, A1-7" ["name"];
    Vis18a = "VIS-18" "a" Form "A1-9" ["typed"];
    Vis18b = "VIS-18" "b" Advice "A1-9" [];
    // Number of commitments.
    Cnt1 = "CNT-1" "" Requirement "3.2" ["month", "count", "limit", "titles"];
    Cnt1Always = "CNT-1" "" Requirement "3.2" ["count", "limit", "titles"];
    Cnt4 = "CNT-4" "" Requirement "3.2" [] missing;
    // Each commitment.
    Com1a = "COM-1" "a" Requirement "A2-1" [] missing;
    Com1b = "COM-1" "b" Requirement "A2-1" ["title"];
    Com2a = "COM-2" "a" Requirement "A2-2, 3.2.1.2" ["cell"] missing;
    Com2aUnreadable = "COM-2" "a" Requirement "A2-2, 3.2.1.2" ["typed"];
    Com2b = "COM-2" "b" Requirement "A2-2, 3.2.1.2" ["start", "end"];
    Com3 = "COM-3" "" Requirement "3.2.1.2" ["months", "earliest"];
    Com3NoRoom = "COM-3" "" Requirement "3.2.1.2" ["months", "latest_start"];
    Com4a = "COM-4" "a" Requirement "3.2, 3.2.1.2" ["end", "plan_end", "months"];
    Com4b = "COM-4" "b" Advice "3.2, 3.2.1.2" ["start", "plan_start"];
    Com5 = "COM-5" "" Requirement "A2-3, 3.2.1.2" [] missing;
    Com6 = "COM-6" "" Requirement "A2-3" [] missing;
    Com7 = "COM-7" "" Form "" ["typed"];
    Com8Organisation = "COM-8" "" Advice "A2-3, A2-4, A2-5" [];
    Com8Name = "COM-8" "" Advice "A2-3, A2-4, A2-5" [];
    Com8Empty = "COM-8" "" Advice "A2-3, A2-4, A2-5" [];
    Com9 = "COM-9" "" Advice "A2-4" [] missing;
    Com10 = "COM-10" "" Requirement "3.2.1.2, A2-6, A2-7, A2-8, A2-9" [] missing;
    Com13a = "COM-13" "a" Requirement "A2-10" [] missing;
    Com13b = "COM-13" "b" Advice "A2-10" [];
    Com14 = "COM-14" "" Requirement "A2-11" [] missing;
    Com14Many = "COM-14" "" Requirement "A2-11" ["count"];
    Com15 = "COM-15" "" Requirement "A2-12" [] missing;
    Com15Many = "COM-15" "" Requirement "A2-12" ["count"];
    Com16 = "COM-16" "" Advice "" [];
    Com17 = "COM-17" "" Requirement "A2-13, 3.2.1.2" [] missing;
    Com18 = "COM-18" "" Requirement "3.2.1.1" [];
    Com19a = "COM-19" "a" Requirement "A2-14, 3.2.1.2" [] missing;
    Com19b = "COM-19" "b" Requirement "A2-14" ["amount"];
    Com19c = "COM-19" "c" Form "A2-14" ["typed"];
    Com19d = "COM-19" "d" Advice "A2-14" ["cell"];
    Com20 = "COM-20" "" Advice "" ["time", "months"];
    Com21 = "COM-21" "" Requirement "A2-15" [] missing;
    Com24 = "COM-24" "" Advice "3.2.1.2" ["office"];
    // Milestones.
    Mil1 = "MIL-1" "" Requirement "3.2.1.2, A2-17" [] missing;
    Mil2 = "MIL-2" "" Form "A2-17" ["typed"];
    Mil3 = "MIL-3" "" Advice "" ["start", "end"];
    Mil4Early = "MIL-4" "" Advice "3.2.1.2" ["month", "start"];
    Mil4Late = "MIL-4" "" Advice "3.2.1.2" ["month", "end"];
    Mil5 = "MIL-5" "" Requirement "A2-17, 3.2.1.2" [] missing;
    Mil6 = "MIL-6" "" Form "A2-17" [] missing;
    Mil7NotStarted = "MIL-7" "" Advice "" ["month"];
    Mil7Early = "MIL-7" "" Advice "" ["status", "start"];
    Mil7Late = "MIL-7" "" Advice "" ["status", "end"];
    Mil8a = "MIL-8" "a" Advice "" ["last", "end"];
    Mil8b = "MIL-8" "b" Advice "" ["from", "to", "months"];
}
