//! Texts with values: `{name}` is replaced, `{name|one|many}` says the word that fits the number.

use super::{Lang, Texts};
use crate::enclosures::FileKind;
use crate::plan::{Amount, Day, Enclosure, Month, Readable as _};
use crate::rules::{Value, numbers};

/// How values are put into words in one language.
pub struct Words {
    texts: &'static Texts,
}

impl Words {
    /// The words of this language.
    pub fn of(lang: Lang) -> Self {
        Self { texts: lang.texts() }
    }

    /// A month in full: «mars 2026».
    pub fn month(&self, month: Month) -> String {
        let name = self.month_name(month);
        match self.texts.lang {
            Lang::Es => format!("{name} de {}", month.year()),
            Lang::Fr | Lang::En => format!("{name} {}", month.year()),
        }
    }

    /// The month's name alone.
    pub fn month_name(&self, month: Month) -> &'static str {
        self.texts.month(month.number())
    }

    /// A day in full: «4 mars 2026».
    pub fn day(&self, day: Day) -> String {
        use chrono::Datelike as _;
        let Some(month) = day.month() else { return day.to_string() };
        match (self.texts.lang, day.0.day()) {
            (Lang::Fr, 1) => format!("1er {}", self.month(month)),
            (Lang::Es, number) => format!("{number} de {}", self.month(month)),
            (_, number) => format!("{number} {}", self.month(month)),
        }
    }

    /// A value of an issue.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Month(month) => self.month(*month),
            Value::Day(day) => self.day(*day),
            Value::Number(number) => number.to_string(),
            Value::Amount(amount) => self.amount(*amount),
            Value::Text(text) if text.is_empty() => "…".to_owned(),
            Value::Text(text) => text.clone(),
            Value::Texts(texts) => texts.iter().map(|text| self.title(text)).collect::<Vec<_>>().join(", "),
            Value::Option(key) => self.texts.option(key).to_owned(),
            Value::Options(list, keys) => {
                let labels = keys.iter().map(|key| self.texts.option_of(list, key));
                labels.collect::<Vec<_>>().join(self.semicolon())
            }
            Value::Column(column) => self.texts.column(*column).label.to_owned(),
            Value::Questions(questions) => self.sections(&numbers(questions)),
        }
    }

    /// A commitment's title in a sentence.
    fn title(&self, title: &str) -> String {
        if title.is_empty() { self.texts.ui.untitled_commitment.to_owned() } else { self.quoted(title) }
    }

    /// Where the handbook has a rule: «3.2.1.2; annexe 2, 6, 7», of the catalogue's «3.2.1.2, A2-6, A2-7».
    pub fn sections(&self, sections: &str) -> String {
        let (mut said, mut annexes) = (Vec::new(), ["", ""].map(str::to_owned));
        for section in sections.split(", ") {
            let of_annex = ["A1-", "A2-"].iter().zip(&mut annexes).find_map(|(prefix, questions)| {
                section.strip_prefix(prefix).map(|question| (question, questions))
            });
            match of_annex {
                Some((question, questions)) => {
                    if !questions.is_empty() {
                        questions.push_str(", ");
                    }
                    questions.push_str(question);
                }
                None => said.push(section.to_owned()),
            }
        }
        let mut said = said.join(", ");
        for (number, questions) in (1..).zip(annexes).filter(|(_, questions)| !questions.is_empty()) {
            if !said.is_empty() {
                said.push_str(self.semicolon());
            }
            let values = [("n", Value::Number(number)), ("name", Value::Text(questions))];
            said.push_str(&self.fill(self.texts.ui.annex, &values));
        }
        said
    }

    /// The mark between things that are listed and may have commas in them.
    pub fn semicolon(&self) -> &'static str {
        if self.texts.lang == Lang::Fr { "\u{a0}; " } else { "; " }
    }

    /// A text between this language's quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        match self.texts.lang {
            Lang::Fr => format!("«\u{a0}{text}\u{a0}»"),
            Lang::En => format!("“{text}”"),
            Lang::Es => format!("«{text}»"),
        }
    }

    /// A month as the file stores it, in full; what cannot be read as it is.
    pub fn stored_month(&self, stored: &str) -> String {
        Month::read(stored).map_or_else(|| stored.to_owned(), |month| self.month(month))
    }

    /// A day as the file stores it, in full; what cannot be read as it is.
    pub fn stored_day(&self, stored: &str) -> String {
        Day::read(stored).map_or_else(|| stored.to_owned(), |day| self.day(day))
    }

    /// An amount in the language's spelling: «1 234,50».
    pub fn amount(&self, amount: Amount) -> String {
        let stored = amount.to_string();
        let (units, decimals) = stored.split_once('.').unwrap_or((&stored, ""));
        let (group, point) = match self.texts.lang {
            Lang::En => (',', '.'),
            Lang::Fr | Lang::Es => ('\u{202f}', ','),
        };
        let mut spelled = String::new();
        for (at, digit) in units.chars().enumerate() {
            if at > 0 && (units.len() - at) % 3 == 0 {
                spelled.push(group);
            }
            spelled.push(digit);
        }
        if !decimals.is_empty() {
            spelled.push(point);
            spelled.push_str(decimals);
        }
        spelled
    }

    /// An amount as the file stores it, in the language's spelling; what cannot be read as it is.
    pub fn stored_amount(&self, stored: &str) -> String {
        Amount::read(stored).map_or_else(|| stored.to_owned(), |amount| self.amount(amount))
    }

    /// A size of a file: «82 ko», «4,8 Mo».
    pub fn size(&self, bytes: u64) -> String {
        let (kilobytes, tenths) = (bytes.div_ceil(1000), bytes.div_ceil(100_000));
        if kilobytes < 1000 {
            return format!("{kilobytes}\u{a0}{}", self.texts.ui.kilobytes);
        }
        let (tenths, unit) = match tenths {
            10_000.. => (tenths.div_ceil(1000), self.texts.ui.gigabytes),
            _ => (tenths, self.texts.ui.megabytes),
        };
        format!("{}\u{a0}{unit}", self.amount(Amount(tenths * 10)))
    }

    /// What is told of a file that goes with the plan: «lettre.pdf (PDF, 482 ko)».
    pub fn enclosure(&self, file: &Enclosure) -> String {
        let kind = FileKind::of_media(&file.media).and_then(|kind| kind.endings().first());
        let kind = kind.map(|end| format!("{}, ", end.to_uppercase())).unwrap_or_default();
        format!("{} ({kind}{})", file.name, self.size(file.size))
    }

    /// A template that says how many: `{n}`.
    pub fn count(&self, number: usize, template: &str) -> String {
        self.fill(template, &[("n", Value::Number(i64::try_from(number).unwrap_or(i64::MAX)))])
    }

    /// A template with one text in it: `{name}`.
    pub fn named(&self, template: &str, name: &str) -> String {
        self.fill(template, &[("name", Value::Text(name.to_owned()))])
    }

    /// A template with a text and a number in it: `{name}`, `{n}`.
    pub fn numbered(&self, template: &str, name: &str, number: usize) -> String {
        let number = Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
        self.fill(template, &[("name", Value::Text(name.to_owned())), ("n", number)])
    }

    /// A template with a day in it: `{day}`.
    pub fn on_day(&self, template: &str, day: Day) -> String {
        self.fill(template, &[("day", Value::Day(day)), ("time", Value::Text("{time}".to_owned()))])
    }

    /// A template with a time of day in it: `{time}`.
    pub fn at_time(&self, template: &str, time: &str) -> String {
        self.fill(template, &[("time", Value::Text(time.to_owned()))])
    }

    /// A template with its values filled in.
    pub fn fill(&self, template: &str, values: &[(&str, Value)]) -> String {
        fill(template, |name, forms| {
            let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
            match (value, forms) {
                (Some(Value::Number(number)), Some((one, many))) => {
                    let single = *number == 1 || (*number == 0 && self.texts.lang == Lang::Fr);
                    if single { one.to_owned() } else { many.to_owned() }
                }
                (Some(value), _) => self.value(value),
                (None, _) => String::new(),
            }
        })
    }
}

/// Replaces each `{name}` and `{name|one|many}` of a template by what `value` gives for it.
pub fn fill(template: &str, value: impl Fn(&str, Option<(&str, &str)>) -> String) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((inside, tail)) = after.split_once('}') else {
            rest = after;
            break;
        };
        let mut parts = inside.splitn(3, '|');
        let name = parts.next().unwrap_or_default();
        filled.push_str(&value(name, parts.next().zip(parts.next())));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_plurals_are_filled_in() {
        let words = Words::of(Lang::Fr);
        let say = |n| words.fill("{n} {n|engagement|engagements} {x}.", &[("n", Value::Number(n))]);
        assert_eq!(say(0), "0 engagement .");
        assert_eq!(say(1), "1 engagement .");
        assert_eq!(say(2), "2 engagements .");
        assert_eq!(Words::of(Lang::En).fill("{n} {n|plan|plans}", &[("n", Value::Number(0))]), "0 plans");
    }

    #[test]
    fn sections_are_named_as_a_reader_looks_them_up() {
        let said = |sections| Lang::ALL.map(|lang| Words::of(lang).sections(sections));
        assert_eq!(
            said("3.2, A1-1.2"),
            ["3.2\u{a0}; annexe 1, 1.2", "3.2; annex 1, 1.2", "3.2; anexo 1, 1.2"]
        );
        let several = said("3.2.1.2, A2-6, A2-7");
        assert_eq!(
            several,
            ["3.2.1.2\u{a0}; annexe 2, 6, 7", "3.2.1.2; annex 2, 6, 7", "3.2.1.2; anexo 2, 6, 7"]
        );
        assert_eq!(said("A2-13, 3.2.1.2").map(|said| said.split(';').count()), [2; 3]);
    }

    #[test]
    fn a_commitment_without_a_title_is_called_so() {
        let titles = Value::Texts(vec!["Un titre".into(), String::new()]);
        assert_eq!(Words::of(Lang::Fr).value(&titles), "«\u{a0}Un titre\u{a0}», Engagement sans titre");
    }

    #[test]
    fn months_follow_the_language() {
        let month = Month::new(2026, 3).unwrap();
        let said = Lang::ALL.map(|lang| Words::of(lang).month(month));
        assert_eq!(said, ["mars 2026", "March 2026", "marzo de 2026"]);
    }
}
