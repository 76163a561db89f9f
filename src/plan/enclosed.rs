//! A file that goes with the plan: what it is called and what it is; its bytes are kept elsewhere, by their digest.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::record::{Answer, Reading, answers};
use super::text;

/// Characters of a file's name at the most.
pub const MOST_FILE_NAME: usize = 120;

/// What the plan says of a file that goes with it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Enclosure {
    /// The SHA-256 of its bytes, in hexadecimal.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// Its media type: `application/pdf`.
    #[cfg_attr(feature = "schema", schemars(rename = "type"))]
    pub media: String,
    /// Its size, in bytes.
    pub size: u64,
    /// Members of a newer version, carried through untouched.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub unknown: Map<String, Value>,
}

/// An answer that is a file, or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Enclosed(pub Option<Enclosure>);

/// Whether a text is a digest as the file spells it.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a text can be a media type.
fn is_media(text: &str) -> bool {
    let can_be = |byte: u8| byte.is_ascii_alphanumeric() || b"/.+-".contains(&byte);
    text.len() <= 100 && text.bytes().all(can_be)
}

/// A file's name as it is kept: clean, on one line, without folders, and no longer than it can be, its end last.
pub fn file_name(given: &str) -> String {
    let clean = text::clean(given).replace(['\n', '\t'], " ");
    let name = clean.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = text::trimmed(name).trim_start_matches('.');
    let count = name.chars().count();
    if count <= MOST_FILE_NAME {
        return name.to_owned();
    }
    let end = name.rsplit_once('.').map(|(_, end)| end).filter(|end| end.len() < 10);
    let end = end.map(|end| format!(".{end}")).unwrap_or_default();
    let kept: String = name.chars().take(MOST_FILE_NAME - end.chars().count()).collect();
    kept + &end
}

impl Enclosure {
    /// What the file's object says, and whether it says it well.
    pub fn read(value: Value) -> Option<Self> {
        let Value::Object(mut unknown) = value else { return None };
        let mut text = |key: &str| match unknown.shift_remove(key) {
            Some(Value::String(text)) => Some(text),
            None => Some(String::new()),
            Some(_) => None,
        };
        let (sha256, name, mut media) = (text("sha256")?, text("name")?, text("type")?);
        if !is_media(&media) {
            media.clear();
        }
        let size = match unknown.shift_remove("size") {
            None => 0,
            Some(size) => size.as_u64()?,
        };
        is_digest(&sha256).then(|| Self { sha256, name: file_name(&name), media, size, unknown })
    }

    /// What [`Answer::shown`] spells.
    pub fn parse(spelled: &str) -> Option<Self> {
        let mut parts = spelled.splitn(4, ' ');
        let (sha256, size, media, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        is_digest(sha256).then_some(Self {
            sha256: sha256.to_owned(),
            name: file_name(name),
            media: media.to_owned(),
            size: size.parse().ok()?,
            unknown: Map::new(),
        })
    }

    /// The object that the file holds.
    pub fn to_json(&self) -> Value {
        let members = [
            ("sha256", self.sha256.as_str().into()),
            ("name", self.name.as_str().into()),
            ("type", self.media.as_str().into()),
            ("size", self.size.into()),
        ];
        let members = members.into_iter().map(|(key, value)| (key.to_owned(), value));
        members.chain(self.unknown.clone()).collect::<Map<_, _>>().into()
    }
}

impl Answer for Enclosed {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        match Enclosure::read(value) {
            Some(read) => self.0 = Some(read),
            None => reading.fault(&Value::Bool(false)),
        }
    }

    fn to_json(&self) -> Option<Value> {
        self.0.as_ref().map(Enclosure::to_json)
    }

    /// Digest, size, media type and name, by which [`enter`](Answer::enter) knows the file.
    fn shown(&self) -> Cow<'_, str> {
        match &self.0 {
            None => Cow::Borrowed(""),
            Some(Enclosure { sha256, name, media, size, .. }) => {
                let media = if media.is_empty() { "-" } else { media };
                Cow::Owned(format!("{sha256} {size} {media} {name}"))
            }
        }
    }

    /// Nothing else can be typed here, and leaves it as it is.
    fn enter(&mut self, typed: &str) {
        match Enclosure::parse(typed) {
            Some(enclosure) => self.0 = Some(enclosure),
            None if typed.is_empty() => self.0 = None,
            None => {}
        }
    }

    fn is_filled(&self) -> bool {
        self.0.is_some()
    }

    fn forget_unknown(&mut self) {
        if let Some(enclosure) = &mut self.0 {
            enclosure.unknown.clear();
        }
    }
}

answers!(Enclosed);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{IdMaker, testing};
    use serde_json::json;

    #[test]
    fn a_file_is_read_and_written() {
        let digest = "0a".repeat(32);
        let written = json!({"sha256": digest, "name": "lettre du maire.pdf", "type": "application/pdf", "size": 12, "later": 1});
        let mut random = testing::counting();
        let mut reading = Reading::new(IdMaker::new(&mut random));
        let mut file = Enclosed::default();
        file.read(written.clone(), &mut reading);
        assert_eq!((file.to_json(), reading.faults.len()), (Some(written), 0));
        let mut again = Enclosed::default();
        again.enter(&file.shown());
        assert_eq!(again.shown(), format!("{digest} 12 application/pdf lettre du maire.pdf"));
        again.enter("lettre.pdf");
        assert!(again.is_filled(), "nothing can be typed");
        again.enter("");
        assert!(!again.is_filled());
    }

    #[test]
    fn what_is_no_file_is_a_fault() {
        let digest = "0a".repeat(32);
        for strange in [
            json!("lettre.pdf"),
            json!({}),
            json!({"sha256": digest.to_uppercase()}),
            json!({"sha256": digest, "name": 3}),
            json!({"sha256": digest, "size": -1}),
            json!({"sha256": digest, "size": "12"}),
        ] {
            let mut random = testing::counting();
            let mut reading = Reading::new(IdMaker::new(&mut random));
            let mut file = Enclosed::default();
            file.read(strange.clone(), &mut reading);
            assert_eq!((file.is_filled(), reading.faults.len()), (false, 1), "{strange}");
        }
    }

    #[test]
    fn a_name_has_no_folders_and_keeps_its_end() {
        for (given, kept) in [
            ("lettre.pdf", "lettre.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Bureau\\lettre.pdf", "lettre.pdf"),
            ("lettre\u{202e}fdp.exe", "lettrefdp.exe"),
            ("..", ""),
        ] {
            assert_eq!(file_name(given), kept);
        }
        let long = file_name(&format!("{}.pdf", "é".repeat(300)));
        assert_eq!(long.chars().count(), MOST_FILE_NAME);
        assert!(long.ends_with("é.pdf"));
    }
}
