//! The files that go with a plan: which kinds there are, told by their first bytes, and how great they may be.
//!
//! Documents and pictures are taken, and nothing that runs in a browser or has macros, whatever a file calls itself: what
//! somebody sends must not run where the plan is read. The bytes have their name from their digest, so the same file is kept once.

use sha2::{Digest as _, Sha256};

use crate::archive;
use crate::canonical;
use crate::plan::{Enclosure, file_name};

/// Bytes of all files of a plan together at the most: with as much JSON as can be, they still go into one bundle.
pub const MOST_ENCLOSED_BYTES: u64 = 18 * 1024 * 1024;
/// Bytes of one file beyond which OGP's own forms may refuse it.
pub const LARGE_FILE_BYTES: u64 = 10_000_000;
/// Bytes of a bundle from which on mail may refuse it: encoded for the mail it grows by a third.
pub const LARGE_MAIL_BYTES: u64 = 5_000_000;

/// A kind of file that can go with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the kind of its name")]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    Word,
    Excel,
    PowerPoint,
    OpenText,
    OpenSheet,
    OpenSlides,
}

/// Why a file cannot go with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is empty.
    Empty,
    /// It is of no kind that can be told, or of one that may carry programs.
    Kind,
    /// It is an office document with macros.
    Macros,
}

impl FileKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Word,
        Self::Excel,
        Self::PowerPoint,
        Self::OpenText,
        Self::OpenSheet,
        Self::OpenSlides,
    ];

    /// The media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::PowerPoint => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::OpenText => "application/vnd.oasis.opendocument.text",
            Self::OpenSheet => "application/vnd.oasis.opendocument.spreadsheet",
            Self::OpenSlides => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// The ends that names of such files have; the first is given where a name has none of them.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Word => &["docx"],
            Self::Excel => &["xlsx"],
            Self::PowerPoint => &["pptx"],
            Self::OpenText => &["odt"],
            Self::OpenSheet => &["ods"],
            Self::OpenSlides => &["odp"],
        }
    }

    /// The kind of this media type.
    pub fn of_media(media: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media() == media)
    }

    /// The kind that the bytes themselves tell.
    pub fn of(bytes: &[u8]) -> Result<Self, Unfit> {
        match bytes {
            [] => Err(Unfit::Empty),
            _ if bytes.starts_with(b"%PDF-") => Ok(Self::Pdf),
            _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(Self::Png),
            _ if bytes.starts_with(b"\xff\xd8\xff") => Ok(Self::Jpeg),
            _ if archive::is_archive(bytes) => Self::of_package(bytes),
            _ => Err(Unfit::Kind),
        }
    }

    /// The kind of an office document: a zip, whose entries tell it.
    fn of_package(bytes: &[u8]) -> Result<Self, Unfit> {
        let mut kind = None;
        for (name, stored) in archive::stored(bytes) {
            match name.to_ascii_lowercase().as_slice() {
                b"word/document.xml" => kind = Some(Self::Word),
                b"xl/workbook.xml" => kind = Some(Self::Excel),
                b"ppt/presentation.xml" => kind = Some(Self::PowerPoint),
                // Never compressed.
                b"mimetype" => {
                    let media = std::str::from_utf8(stored).unwrap_or_default();
                    kind = Self::of_media(media.trim());
                }
                name if name.ends_with(b"vbaproject.bin") => return Err(Unfit::Macros),
                name if name.starts_with(b"basic/") || name.starts_with(b"scripts/") => {
                    return Err(Unfit::Macros);
                }
                _ => {}
            }
        }
        kind.ok_or(Unfit::Kind)
    }
}

/// What the plan says of a file of this name and these bytes.
pub fn enclosure(name: &str, bytes: &[u8]) -> Result<Enclosure, Unfit> {
    let kind = FileKind::of(bytes)?;
    Ok(Enclosure {
        sha256: sha256(bytes),
        name: safe_name(name, kind),
        media: kind.media().to_owned(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        ..Enclosure::default()
    })
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    canonical::hex(&Sha256::digest(bytes))
}

/// The name under which a file of this kind is saved: with the end that its kind has, whatever it called itself.
pub fn safe_name(name: &str, kind: FileKind) -> String {
    // Signs that Windows allows in no name.
    let name = file_name(name).replace([':', '*', '?', '"', '<', '>', '|'], "-");
    let is_of_kind = |end: &&str| name.rsplit_once('.').is_some_and(|(_, is)| is.eq_ignore_ascii_case(end));
    match (kind.endings().iter().any(is_of_kind), kind.endings().first()) {
        (false, Some(end)) => {
            let name = if name.is_empty() { "document" } else { &name };
            format!("{name}.{end}")
        }
        _ => name,
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;

    /// A package as office programs write it, with these entries.
    pub(crate) fn package(entries: &[(&str, &str)]) -> Vec<u8> {
        let entries = entries.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>();
        archive::pack(&entries)
    }

    /// A small document of this kind.
    pub(crate) fn sample(kind: FileKind) -> Vec<u8> {
        match kind {
            FileKind::Pdf => b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj".to_vec(),
            FileKind::Png => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            FileKind::Jpeg => b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(),
            FileKind::Word => package(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")]),
            FileKind::Excel => package(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>")]),
            FileKind::PowerPoint => package(&[("ppt/presentation.xml", "<p/>")]),
            FileKind::OpenText | FileKind::OpenSheet | FileKind::OpenSlides => {
                package(&[("mimetype", kind.media()), ("content.xml", "<office/>")])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{package, sample};
    use super::*;

    #[test]
    fn the_bytes_tell_the_kind() {
        for kind in FileKind::ALL {
            assert_eq!(FileKind::of(&sample(kind)), Ok(kind));
            assert_eq!(FileKind::of_media(kind.media()), Some(kind));
        }
    }

    #[test]
    fn what_may_carry_programs_or_is_unknown_is_not_taken() {
        let cases: [(&[u8], Unfit); 7] = [
            (b"", Unfit::Empty),
            (b"<html><script>", Unfit::Kind),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Unfit::Kind),
            (b"MZ\x90", Unfit::Kind),
            (b"Bonjour", Unfit::Kind),
            (b"PK\x03\x04 and nothing more", Unfit::Kind),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unfit::Kind),
        ];
        for (bytes, why) in cases {
            assert_eq!(FileKind::of(bytes), Err(why), "{bytes:?}");
        }
        let with_macros = package(&[("word/document.xml", ""), ("word/vbaProject.bin", "")]);
        assert_eq!(FileKind::of(&with_macros), Err(Unfit::Macros));
        let odt = FileKind::OpenText.media();
        let with_macros = package(&[("mimetype", odt), ("Basic/Standard/script-lb.xml", "")]);
        assert_eq!(FileKind::of(&with_macros), Err(Unfit::Macros));
        assert_eq!(FileKind::of(&package(&[("a.txt", "")])), Err(Unfit::Kind));
    }

    #[test]
    fn a_file_is_saved_under_a_name_of_its_kind() {
        for (name, kind, safe) in [
            ("lettre.pdf", FileKind::Pdf, "lettre.pdf"),
            ("Lettre.PDF", FileKind::Pdf, "Lettre.PDF"),
            ("photo.jpeg", FileKind::Jpeg, "photo.jpeg"),
            ("lettre.html", FileKind::Pdf, "lettre.html.pdf"),
            ("lettre", FileKind::Word, "lettre.docx"),
            ("", FileKind::Png, "document.png"),
            ("Budget : 2026 ?.pdf", FileKind::Pdf, "Budget - 2026 -.pdf"),
        ] {
            assert_eq!(safe_name(name, kind), safe);
        }
        let pdf = sample(FileKind::Pdf);
        let of = enclosure("C:\\lettre.pdf", &pdf).unwrap();
        assert_eq!((of.name.as_str(), of.size, of.sha256.len()), ("lettre.pdf", pdf.len() as u64, 64));
    }
}
