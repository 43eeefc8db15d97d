//! The encoding of a page that doesn't name it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes decide whether a page is UTF-16: its markup begins well before.
const UTF16_WINDOW: usize = 1024;

/// A UTF-16 page has at least one ASCII character in so many: its markup.
const UTF16_ASCII_SHARE: usize = 4;

/// The zero bytes of ASCII characters in UTF-16 all stand on one side of the code unit. On the
/// other side stand those of U+4E00 and the like, so many times fewer.
const UTF16_SIDES_RATIO: usize = 8;

/// A UTF-8 page may have one malformed place in so many non-ASCII characters: text cut in the
/// middle of a character, a teaser pasted from elsewhere. Other encodings are hardly ever UTF-8
/// for more than a few characters.
const UTF8_CHARACTERS_PER_ERROR: usize = 20;

/// How many bytes of lines with non-ASCII text the detector reads. It takes tens of nanoseconds a
/// byte, and four times as many decide no better.
const DETECTOR_BYTES: usize = 16 * 1024;

/// The most likely encoding. Pages of ASCII alone are windows-1252, as in browsers.
pub(super) fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = utf16(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => WINDOWS_1252,
        Ok(_) => UTF_8,
        Err(_) if Utf8Census::of(bytes).is_utf8() => UTF_8,
        Err(_) => detect_legacy(bytes),
    }
}

/// UTF-16 without a byte order mark, by the zero bytes of its markup.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (units, _) = bytes.get(..UTF16_WINDOW).unwrap_or(bytes).as_chunks::<2>();
    let first = units.iter().filter(|[a, _]| *a == 0).count();
    let second = units.iter().filter(|[_, b]| *b == 0).count();
    let (more, fewer) = (first.max(second), first.min(second));
    let clear = more * UTF16_ASCII_SHARE >= units.len() && more > fewer * UTF16_SIDES_RATIO;
    match units.iter().find(|unit| !is_utf16_space(**unit))? {
        [b'<', 0] if clear && second == more => Some(UTF_16LE),
        [0, b'<'] if clear && first == more => Some(UTF_16BE),
        _ => None,
    }
}

fn is_utf16_space([a, b]: [u8; 2]) -> bool {
    matches!((a, b), (0, c) | (c, 0) if c.is_ascii_whitespace())
}

/// How well bytes that aren't quite UTF-8 read as UTF-8.
struct Utf8Census {
    non_ascii: usize,
    errors: usize,
    /// Whether the last error is a character that the end of the page cuts.
    cut: bool,
}

impl Utf8Census {
    fn of(bytes: &[u8]) -> Self {
        let mut census = Self { non_ascii: 0, errors: 0, cut: false };
        for chunk in bytes.utf8_chunks() {
            census.non_ascii += count_non_ascii(chunk.valid());
            census.errors += usize::from(!chunk.invalid().is_empty());
            census.cut = is_begun_character(chunk.invalid());
        }
        census
    }

    fn is_utf8(&self) -> bool {
        let errors = self.errors - usize::from(self.cut);
        self.non_ascii > 0 && self.non_ascii >= errors.saturating_mul(UTF8_CHARACTERS_PER_ERROR)
    }
}

fn is_begun_character(invalid: &[u8]) -> bool {
    std::str::from_utf8(invalid).is_err_and(|error| error.error_len().is_none())
}

fn count_non_ascii(text: &str) -> usize {
    const LEAD_BYTES: u8 = 0xC0;
    text.bytes().filter(|b| *b >= LEAD_BYTES).count()
}

/// Asks chardetng. ISO-2022-JP is no answer, as in browsers: its escape sequences could hide
/// markup in what looks like text.
fn detect_legacy(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut budget = DETECTOR_BYTES;
    for line in non_ascii_lines(bytes) {
        if budget == 0 {
            break;
        }
        let fed = line.get(..budget).unwrap_or(line);
        detector.feed(fed, false);
        budget -= fed.len();
    }
    // Once the budget is spent, the last line may be cut within a character.
    if budget > 0 {
        detector.feed(&[], true);
    }
    detector.guess(None, Utf8Detection::Deny)
}

/// Runs that end with a line feed or where a tag begins, where they aren't ASCII. These two bytes
/// are part of no character in any encoding that chardetng knows.
fn non_ascii_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|b| matches!(b, b'\n' | b'<')).filter(|line| !line.is_ascii())
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GBK, SHIFT_JIS, UTF_8, WINDOWS_1251, WINDOWS_1252};

    use super::{DETECTOR_BYTES, detect};

    #[test]
    fn ascii_is_windows_1252() {
        assert_eq!(detect(b"<p>plain</p>"), WINDOWS_1252);
        assert_eq!(detect(b""), WINDOWS_1252);
    }

    #[test]
    fn utf8_may_be_cut_or_broken_in_a_few_places() {
        let page = "<p>Над городом прошёл первый снег.</p>".repeat(20);
        assert_eq!(detect(page.as_bytes()), UTF_8);
        let cut = page.find('ё').unwrap() + 1;
        let mut broken = page.into_bytes();
        broken.remove(cut);
        assert_eq!(detect(&broken), UTF_8);
        assert_eq!(detect("<p>Над городом первый снег".as_bytes().split_last().unwrap().1), UTF_8);
    }

    #[test]
    fn one_accent_at_the_end_is_no_utf8() {
        assert_eq!(detect(b"<p>Un caf\xE9"), WINDOWS_1252);
    }

    #[test]
    fn text_behind_much_ascii_is_found() {
        let script = "var counter = 1;\n".repeat(DETECTOR_BYTES / 8);
        let page = format!("<script>{script}</script><p>Над городом прошёл снег.</p>{script}");
        assert_eq!(detect(&WINDOWS_1251.encode(&page).0), WINDOWS_1251);
    }

    #[test]
    fn text_may_go_over_the_budget() {
        let chinese = "昨夜全市普降大雪，".repeat(DETECTOR_BYTES);
        assert_eq!(detect(&GBK.encode(&chinese).0), GBK);
        let japanese = "<p>昨夜は市内で大雪が降りました。".repeat(DETECTOR_BYTES / 4);
        assert_eq!(detect(&SHIFT_JIS.encode(&japanese).0), SHIFT_JIS);
    }

    #[test]
    fn zero_bytes_alone_are_no_utf16() {
        for bytes in [&[0; 64][..], b"<\0p\0>", b"\0\0\0<", b"<p>\0\0\0\0\0\0</p>"] {
            let name = detect(bytes).name();
            assert_eq!(name.starts_with("UTF-16"), bytes == b"<\0p\0>", "{bytes:?}");
        }
    }
}
