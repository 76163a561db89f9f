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
    when: When,
}

/// When an issue is told at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Once the answer is left.
    Left,
    /// Once the section is checked: an answer is missing.
    Missing,
    /// Once the section is checked: the answer can wait for what it lacks.
    Waits,
    /// On the review page alone: a person has to look.
    Judged,
}

macro_rules! catalogue {
    ($($name:ident = $rule:literal $part:literal $grade:ident $sections:literal [$($value:literal),*] $($when:ident)?;)*) => {
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
                        when: catalogue!(@when $($when)?),
                    },)*
                }
            }
        }
    };
    (@when) => { When::Left };
    (@when missing) => { When::Missing };
    (@when waits) => { When::Waits };
    (@when judged) => { When::Judged };
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

    /// Whether it speaks because an answer is missing.
    pub fn is_missing(self) -> bool {
        self.entry().when == When::Missing
    }

    /// Whether it waits until a section is checked: something is missing, or can still come.
    pub fn waits(self) -> bool {
        self.entry().when != When::Left
    }

    /// Whether a person has to look at the answers and say so: no rule can read them.
    pub fn is_judgement(self) -> bool {
        self.entry().when == When::Judged
    }

    /// Whether it says the same words of every place, and may have much to say.
    pub fn says_the_same_everywhere(self) -> bool {
        self == Self::Plan8
    }

    /// Whether another check counts for it: the checklist tells again what a question tells (PROC-3).
    pub fn is_told_twice(self) -> bool {
        self == Self::Proc3
    }

    /// The rule's id with its part: `COM-4a`.
    pub fn id(self) -> String {
        [self.rule(), self.part()].concat()
    }
}

catalogue! {
    // Eligibility and letter.
    Elig1 = "ELIG-1" "" Requirement "1.1" ["joined", "mandate_end"];
    Elig2 = "ELIG-2" "" Requirement "1.2" ["lacking"] missing;
    Elig3 = "ELIG-3" "" Requirement "1.1, 1.2" [] missing;
    Elig5Lead = "ELIG-5" "" Requirement "2.1" [] missing;
    Elig5Official = "ELIG-5" "" Requirement "2.1" [] missing;
    Elig5Contact = "ELIG-5" "" Requirement "2.1" [] missing;
    // Plan period.
    Plan1 = "PLAN-1" "" Requirement "3.2, A1-1.2" ["end", "mandate_end", "latest"];
    Plan2 = "PLAN-2" "" Requirement "3.2, A1-1" [] missing;
    Plan2Mandate = "PLAN-2" "" Requirement "3.2, A1-1" [] missing;
    Plan2Unreadable = "PLAN-2" "" Requirement "3.2, A1-1" ["typed"];
    Plan3Short = "PLAN-3" "" Requirement "3.2" ["months", "earliest"];
    Plan3Long = "PLAN-3" "" Requirement "3.2" ["months", "latest"];
    Plan4a = "PLAN-4" "a" Advice "3.2, Fig. 2" ["start", "end"];
    Plan4b = "PLAN-4" "b" Advice "3.2, Fig. 2" ["start", "joined"];
    Plan5 = "PLAN-5" "" Advice "3.2.1.2" ["months"];
    Plan6 = "PLAN-6" "" Requirement "3.2, 4.1" ["deadline", "previous_end"];
    Plan7 = "PLAN-7" "" Requirement "4.1" ["deadline"];
    Plan8 = "PLAN-8" "" Requirement "3.2" [] waits;
    Plan9 = "PLAN-9" "" Requirement "A1, A2" [];
    Plan10 = "PLAN-10" "" Advice "3.5.3" ["name", "exercise", "mandate_end"];
    Plan11a = "PLAN-11" "a" Advice "" ["end"];
    Plan11b = "PLAN-11" "b" Advice "" ["mandate_end"];
    Plan12 = "PLAN-12" "" Advice "3, 3.2" ["end", "months", "latest"];
    // Vision, participation, monitoring, endorsement.
    Vis1a = "VIS-1" "a" Requirement "A1-2" [] missing;
    Vis1b = "VIS-1" "b" Recommendation "A1-2" [] judged;
    Vis2 = "VIS-2" "" Advice "A1-3, A1-8" ["count", "limit"];
    Vis2Large = "VIS-2" "" Advice "A1-3, A1-8" ["name", "size", "limit"];
    Vis3 = "VIS-3" "" Requirement "A1-4, 3.2.1.1" [] missing;
    Vis4 = "VIS-4" "" Requirement "A1-5" [] missing;
    Vis5Long = "VIS-5" "" Advice "A1-5.1" ["length", "limit"];
    Vis5Same = "VIS-5" "" Advice "A1-5.1" ["name"];
    Vis5Empty = "VIS-5" "" Advice "A1-5.1" [];
    Vis6 = "VIS-6" "" Recommendation "A1-5.3" [];
    Vis7a = "VIS-7" "a" Form "A1-5.6" ["typed"];
    Vis7b = "VIS-7" "b" Advice "A1-5.6" ["count", "total"];
    Vis8 = "VIS-8" "" Requirement "3.3.1, A1-5.7" ["typed"];
    Vis9 = "VIS-9" "" Requirement "3.3.1" [];
    Vis10 = "VIS-10" "" Requirement "2.3, 3.5, A1-6.1" [] missing;
    Vis11a = "VIS-11" "a" Requirement "A1-6.2" [] missing;
    Vis11b = "VIS-11" "b" Form "A1-6.2" ["typed"];
    Vis12a = "VIS-12" "a" Requirement "2.3, 3.5" ["name"];
    Vis12b = "VIS-12" "b" Requirement "2.3, 3.5" [];
    Vis13 = "VIS-13" "" Requirement "3.5" [] missing;
    Vis14 = "VIS-14" "" Requirement "3.5" [] missing;
    Vis15 = "VIS-15" "" Requirement "A1-6.3, A1-6.4, A1-6.5" [] missing;
    Vis16a = "VIS-16" "a" Requirement "3.3.1, A1-7" [] missing;
    Vis16bSame = "VIS-16" "b" Advice "3.3.1, A1-7" ["name"];
    Vis16bEmpty = "VIS-16" "b" Advice "3.3.1, A1-7" [];
    Vis16bGovernment = "VIS-16" "b" Advice "3.3.1, A1-7" ["name"];
    Vis17 = "VIS-17" "" Requirement "A1-7" [];
    Vis18a = "VIS-18" "a" Form "A1-9" ["typed"];
    Vis18b = "VIS-18" "b" Advice "A1-9" [];
    Vis19 = "VIS-19" "" Requirement "3.2, 3.2.1.1" [] judged;
    Vis20 = "VIS-20" "" Recommendation "3.2.1.1" [] judged;
    // Number of commitments and coalitions.
    Cnt1 = "CNT-1" "" Requirement "3.2" ["month", "count", "limit", "titles"];
    Cnt1Always = "CNT-1" "" Requirement "3.2" ["count", "limit", "titles"];
    Cnt2 = "CNT-2" "" Requirement "3.4" ["month", "count", "limit", "titles"];
    Cnt2Always = "CNT-2" "" Requirement "3.4" ["count", "limit", "titles"];
    Cnt3 = "CNT-3" "" Requirement "3.4" ["month", "count", "limit", "titles"];
    Cnt3Always = "CNT-3" "" Requirement "3.4" ["count", "limit", "titles"];
    Cnt4 = "CNT-4" "" Requirement "3.2" [] missing;
    Cnt5a = "CNT-5" "a" Requirement "3.2, 3.2.1.2" ["count", "limit"];
    Cnt5b = "CNT-5" "b" Requirement "3.2, 3.2.1.2" [];
    Cnt6 = "CNT-6" "" Advice "3.5.1" [];
    Jnt1Count = "JNT-1" "" Requirement "3.4" [] missing;
    Jnt1Country = "JNT-1" "" Requirement "3.4" ["countries"] missing;
    Jnt1NoCountry = "JNT-1" "" Requirement "3.4" ["name"] missing;
    Jnt1Member = "JNT-1" "" Requirement "3.4" ["name"] missing;
    Jnt2 = "JNT-2" "" Requirement "3.4" [] missing;
    Jnt3 = "JNT-3" "" Requirement "3.4" ["end", "mandate_end", "latest"];
    Jnt4 = "JNT-4" "" Requirement "3.4" [] missing;
    Jnt5a = "JNT-5" "a" Requirement "3.4" ["end", "name", "latest"];
    Jnt5b = "JNT-5" "b" Advice "3.4" ["end", "latest"];
    Jnt6a = "JNT-6" "a" Requirement "3.4" [] missing;
    Jnt6b = "JNT-6" "b" Advice "3.4" [] missing;
    Jnt7 = "JNT-7" "" Requirement "3.4" [] missing;
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
    Com11 = "COM-11" "" Recommendation "A2-6" [] judged;
    Com12 = "COM-12" "" Advice "A2-7, 3.2.1.2" [];
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
    Com23 = "COM-23" "" Requirement "3.2.1.2" [] judged;
    Com24 = "COM-24" "" Advice "3.2.1.2" ["office"];
    Com25 = "COM-25" "" Recommendation "3.2.1.1" [] judged;
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
    Mil9 = "MIL-9" "" Advice "3.2.1.2" ["name"];
    // Process.
    Proc1 = "PROC-1" "" Requirement "3.3.1" [] missing;
    Proc2a = "PROC-2" "a" Requirement "3.3.1" [];
    Proc2b = "PROC-2" "b" Requirement "3.3.1" ["from", "to", "count"];
    Proc3 = "PROC-3" "" Requirement "3.3.1" [];
    Proc4None = "PROC-4" "" Requirement "3.3.1" [];
    Proc4Changed = "PROC-4" "" Requirement "3.3.1" ["endorsed", "changed"];
    Proc4Differs = "PROC-4" "" Requirement "3.3.1" ["endorsed", "questions"];
    Proc5 = "PROC-5" "" Requirement "A5, 2.1, 3.5, 4.2" ["requirement"];
    Proc6 = "PROC-6" "" Requirement "3.1" [] missing;
    Proc7 = "PROC-7" "" Recommendation "3.3.2" ["lacking"] missing;
    Proc8 = "PROC-8" "" Recommendation "A4" ["lacking"] missing;
    Proc9 = "PROC-9" "" Requirement "A3" [] missing;
    // Changes after submission.
    Mod1 = "MOD-1" "" Requirement "3.2.1.3" ["day", "closed"];
    Mod1Unlisted = "MOD-1" "" Requirement "3.2.1.3" ["title", "closed"];
    Mod2 = "MOD-2" "" Requirement "3.2.1.3" ["cell"];
    Mod2Unlisted = "MOD-2" "" Requirement "3.2.1.3" ["title"];
    Mod3 = "MOD-3" "" Requirement "3.2.1.3" [];
    Mod4 = "MOD-4" "" Advice "" ["rules"];
    // Monitoring.
    Mon1 = "MON-1" "" Requirement "3.5.1" ["due"];
    Mon2 = "MON-2" "" Requirement "3.5.2" ["due"];
    Mon3 = "MON-3" "" Requirement "3.5.3" ["due"];
    Mon4 = "MON-4" "" Requirement "3.5, 3.5.4" ["from", "to"];
    Mon5 = "MON-5" "" Requirement "4.1" ["from", "to", "count"];
    Mon6 = "MON-6" "" Requirement "4.1" ["from", "to", "count"];
    Mon7 = "MON-7" "" Requirement "4.2" ["since", "limit"];
    Mon8 = "MON-8" "" Requirement "4.2" ["since", "limit"];
    Mon9 = "MON-9" "" Requirement "2.3, 3.5" [] missing;
    Mon10 = "MON-10" "" Recommendation "4.1" [] missing;
}

/// Rules that never speak: the handbook allows something, and no plan can break it.
pub const SILENT: &[Silent] = &[
    Silent { rule: "ELIG-4", sections: "3.2", after: Check::Elig3 },
    Silent { rule: "COM-22", sections: "A2-16", after: Check::Com21 },
];

/// A rule that stands in the catalogue alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Its id.
    pub rule: &'static str,
    /// The handbook's sections it comes from.
    pub sections: &'static str,
    /// The check it stands behind.
    pub after: Check,
}

/// A place where the handbook contradicts itself, and what follows from it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Its number in the catalogue, from 1.
    pub number: usize,
    /// Where the handbook has it.
    pub sections: &'static str,
    /// The rules read in its light.
    pub rules: &'static [&'static str],
}

macro_rules! contradictions {
    ($($number:literal $sections:literal [$($rule:literal),*];)*) => {
        /// The handbook's contradictions, in the catalogue's order.
        pub const CONTRADICTIONS: &[Contradiction] =
            &[$(Contradiction { number: $number, sections: $sections, rules: &[$($rule),*] }),*];
    };
}

contradictions! {
    1 "3.2, 3.4" ["CNT-1", "CNT-2", "CNT-3"];
    2 "3.2, 3.5.1, Fig. 2" ["CNT-1", "CNT-4"];
    3 "3.2" ["CNT-1", "CNT-5"];
    4 "3.2, A1-1.2" ["PLAN-1"];
    5 "3.4" ["JNT-3", "JNT-5"];
    6 "3.4, 3.2" ["JNT-5"];
    7 "3.2.1.2" ["COM-3"];
    8 "A1-1, 3.2" ["PLAN-4", "PLAN-5"];
    9 "A2-17, A2-2, A1-1" ["MIL-2"];
    10 "A2-17" ["MIL-1", "MIL-5"];
    11 "3.2.1.1, A2-13" ["COM-17", "COM-18"];
    12 "A2-10, 3.2.1.1, 3.2.1.2" ["COM-13"];
    13 "A1-5.5, A1-5.6" ["VIS-7"];
    14 "3.3.1, A3" ["PROC-1", "PROC-9"];
    15 "3.3.2, A4" ["PROC-7", "PROC-8"];
    16 "2.3, 3.5.2" ["MON-2"];
    17 "3.5.2, 3.5.3" ["MON-2", "MON-3"];
    18 "3.2.1.3" ["MOD-1", "CNT-5"];
    19 "3.5.1" ["CNT-6"];
    20 "A1, A2" [];
    21 "2.3, 3.5" ["VIS-12"];
    22 "A1-3, A1-8" ["VIS-2"];
    23 "3.2, A1" ["PLAN-8"];
    24 "3.3, 3.3.2, A4" [];
    25 "3.2, A1-1.1" ["PLAN-2", "PLAN-3"];
    26 "A2-13, 3.2.1.2" ["COM-17"];
    27 "4.1" ["PLAN-7"];
    28 "3.5, 3.2.1.1, A1-6" ["VIS-10", "VIS-13"];
    29 "3, 3.2" ["PLAN-12"];
}
