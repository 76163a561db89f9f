//! The rule book: every rule with all it can say, in the handbook's order, and the contradictions it is read with.

use super::{CONTRADICTIONS, Check, Contradiction, SILENT};

/// A rule of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id: `COM-4`.
    pub rule: &'static str,
    /// What it can say; nothing where it never speaks.
    pub checks: Vec<Check>,
    /// For a rule that never speaks, its position in [`SILENT`].
    pub silent: Option<usize>,
}

impl Entry {
    /// The handbook's sections it comes from; nothing where it is derived.
    pub fn sections(&self) -> &'static str {
        let silent = || SILENT.get(self.silent?).map(|silent| silent.sections);
        self.checks.first().map(|check| check.sections()).or_else(silent).unwrap_or_default()
    }

    /// The contradictions it is read in the light of.
    pub fn contradictions(&self) -> impl Iterator<Item = Contradiction> {
        CONTRADICTIONS.iter().copied().filter(|of| of.rules.contains(&self.rule))
    }
}

/// All rules, each once.
pub fn entries() -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for check in Check::ALL.iter().copied() {
        match entries.iter_mut().find(|entry| entry.rule == check.rule()) {
            Some(entry) => entry.checks.push(check),
            None => entries.push(Entry { rule: check.rule(), checks: vec![check], silent: None }),
        }
    }
    for (at, silent) in SILENT.iter().enumerate() {
        let entry = Entry { rule: silent.rule, checks: Vec::new(), silent: Some(at) };
        let after = entries.iter().position(|entry| entry.checks.contains(&silent.after));
        entries.insert(after.map_or(entries.len(), |after| after + 1), entry);
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of the handbook's rules that a form can check, family by family.
    #[test]
    fn every_rule_of_the_handbook_is_in_it_once_and_in_order() {
        let families = [
            ("ELIG", 5),
            ("PLAN", 12),
            ("VIS", 20),
            ("CNT", 6),
            ("JNT", 7),
            ("COM", 25),
            ("MIL", 9),
            ("PROC", 9),
            ("MOD", 4),
            ("MON", 10),
        ];
        let expected: Vec<String> = families
            .iter()
            .flat_map(|(family, count)| (1..=*count).map(move |number| format!("{family}-{number}")))
            .collect();
        let rules: Vec<&str> = entries().iter().map(|entry| entry.rule).collect();
        assert_eq!(rules, expected);
    }

    #[test]
    fn contradictions_are_numbered_and_name_rules_there_are() {
        let rules: Vec<&str> = entries().iter().map(|entry| entry.rule).collect();
        for (at, contradiction) in CONTRADICTIONS.iter().enumerate() {
            assert_eq!(contradiction.number, at + 1);
            assert!(contradiction.rules.iter().all(|rule| rules.contains(rule)), "{contradiction:?}");
        }
    }
}
