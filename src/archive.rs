//! Zip archives: packed with stored entries alone, which every system opens, and unpacked as hostile.

use miniz_oxide::inflate::{self, TINFLStatus};
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive, crc32};

/// Entries that are looked at, at the most.
const MOST_ENTRIES: usize = 1024;
/// The first day that a zip can name: the entries have no time, so that the same plan gives the same zip.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// The version a reader needs: 2.0, for folders.
const NEEDED: u16 = 20;

/// Why an archive cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// It is no archive.
    NotAnArchive,
    /// It is damaged, or not all of it is there.
    Damaged,
    /// More comes out of it than there may be.
    TooMuch,
}

/// Whether some bytes begin as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// An archive of these entries, stored as they are. (By hand: the crate that reads zips writes only such as some unpackers
/// refuse, with sizes behind the bytes.)
pub fn pack(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in entries {
        let at = size(zip.len());
        let mut head = Vec::new();
        for word in [NEEDED, UTF8, 0, 0, DAY] {
            head.extend(word.to_le_bytes());
        }
        for number in [crc32(bytes), size(bytes.len()), size(bytes.len())] {
            head.extend(number.to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        head.extend([0, 0]);
        zip.extend(b"PK\x03\x04");
        zip.extend(&head);
        zip.extend(name.as_bytes());
        zip.extend(*bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(NEEDED.to_le_bytes());
        directory.extend(&head);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (size(zip.len()), u16::try_from(entries.len()).unwrap_or(u16::MAX).to_le_bytes());
    zip.extend(&directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend(count);
    zip.extend(count);
    zip.extend(size(directory.len()).to_le_bytes());
    zip.extend(at.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

/// A size in a zip. Nothing here comes near the limit.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The names of an archive's entries, each with the bytes that are stored for it; none where it cannot be read, or has too
/// many to look at all.
pub fn stored(bytes: &[u8]) -> Vec<(Vec<u8>, &[u8])> {
    let Ok(archive) = ZipArchive::from_slice(bytes) else { return Vec::new() };
    let (mut entries, mut found) = (archive.entries(), Vec::new());
    while let Ok(Some(entry)) = entries.next_entry() {
        if found.len() == MOST_ENTRIES {
            return Vec::new();
        }
        let range = archive.get_entry(entry.wayfinder()).map(|entry| entry.compressed_data_range());
        let range =
            range.ok().and_then(|(from, to)| Some(usize::try_from(from).ok()?..usize::try_from(to).ok()?));
        let data = range.and_then(|range| bytes.get(range)).unwrap_or_default();
        found.push((entry.file_path().as_ref().to_vec(), data));
    }
    found
}

/// The entries of an archive, each by its name without folders, with what comes out of it: together no more than `most`
/// bytes. Those that are packed in a way that is not known are left out; one that is damaged damages the archive, for
/// there is no telling how much work a thousand of them would be.
pub fn unpack(bytes: &[u8], most: usize) -> Result<Vec<(String, Vec<u8>)>, Unpacked> {
    let archive = ZipArchive::from_slice(bytes).map_err(|_| Unpacked::NotAnArchive)?;
    let (mut entries, mut count, mut room) = (archive.entries(), 0, most);
    let mut found = Vec::new();
    while let Some(entry) = entries.next_entry().map_err(|_| Unpacked::Damaged)? {
        count += 1;
        if count > MOST_ENTRIES {
            return Err(Unpacked::TooMuch);
        }
        if entry.is_dir() {
            continue;
        }
        if let Some(content) = content(&archive, &entry, room)? {
            room = room.saturating_sub(content.len());
            let path = entry.file_path();
            let name = path.as_ref().rsplit(|byte| *byte == b'/').next().unwrap_or_default();
            found.push((String::from_utf8_lossy(name).into_owned(), content));
        }
    }
    Ok(found)
}

/// What comes out of an entry: at most so many bytes.
fn content(
    archive: &ZipSliceArchive<&[u8]>,
    entry: &ZipFileHeaderRecord<'_>,
    most: usize,
) -> Result<Option<Vec<u8>>, Unpacked> {
    let packed = archive.get_entry(entry.wayfinder()).map_err(|_| Unpacked::Damaged)?;
    let bytes = match entry.compression_method() {
        CompressionMethod::STORE if packed.data().len() > most => return Err(Unpacked::TooMuch),
        CompressionMethod::STORE => packed.data().to_vec(),
        CompressionMethod::DEFLATE => match inflate::decompress_to_vec_with_limit(packed.data(), most) {
            Ok(bytes) => bytes,
            Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(Unpacked::TooMuch),
            Err(_) => return Err(Unpacked::Damaged),
        },
        _ => return Ok(None),
    };
    if crc32(&bytes) == entry.crc32() { Ok(Some(bytes)) } else { Err(Unpacked::Damaged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRIES: [(&str, &[u8]); 3] =
        [("bundle.json", b"{}"), ("files/\u{e9}t\u{e9}.pdf", b"%PDF-1.7"), ("empty", b"")];

    #[test]
    fn what_is_packed_comes_out() {
        let packed = pack(&ENTRIES);
        assert!(is_archive(&packed));
        let names = ["bundle.json", "\u{e9}t\u{e9}.pdf", "empty"];
        let expected =
            names.iter().zip(ENTRIES).map(|(name, (_, bytes))| ((*name).to_owned(), bytes.to_vec()));
        assert_eq!(unpack(&packed, 10), Ok(expected.collect()));
        assert_eq!(stored(&packed).len(), 3);
    }

    /// Whatever another system packs, and what it says of itself.
    #[test]
    fn no_more_comes_out_than_may() {
        assert_eq!(unpack(&pack(&ENTRIES), 9), Err(Unpacked::TooMuch));
        // A bomb: a hundred thousand zeros in some hundred bytes.
        let bomb = miniz_oxide::deflate::compress_to_vec(&[0; 100_000], 9);
        let mut packed = pack(&[("bomb", &bomb)]);
        let central = packed.windows(4).position(|at| at == b"PK\x01\x02").unwrap();
        // The method, here and in the directory.
        packed[8] = 8;
        packed[central + 10] = 8;
        assert_eq!(unpack(&packed, 99_999), Err(Unpacked::TooMuch));
        // Enough room, but it is not what the directory says.
        assert_eq!(unpack(&packed, 100_000), Err(Unpacked::Damaged));
        // A thousand small ones come to their sum.
        let small = [b'x'; 100];
        let many: Vec<(&str, &[u8])> = vec![("small", &small); 1000];
        assert_eq!(unpack(&pack(&many), 99_999), Err(Unpacked::TooMuch));
    }

    #[test]
    fn what_is_no_archive_is_told() {
        assert_eq!(unpack(b"PK\x03\x04", 10), Err(Unpacked::NotAnArchive));
        let packed = pack(&ENTRIES);
        for cut in 0..packed.len() {
            // Whatever is cut off: no panic.
            let _ = unpack(&packed[..cut], 10);
            let _ = stored(&packed[..cut]);
        }
    }
}
