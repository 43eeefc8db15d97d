//! Input that is clearly no HTML.
//!
//! Bytes are known by the signatures of the [MIME Sniffing Standard]; JSON and files without a
//! signature are known by their text.
//!
//! [MIME Sniffing Standard]: https://mimesniff.spec.whatwg.org/

use encoding_rs::Encoding;
use serde::de::IgnoredAny;

/// How many bytes or characters tell whether something is binary or has tags; the length of the
/// standard's resource header is of this order.
const WINDOW: usize = 1445;

/// One character in so many is a control character where a file is binary: half of what random
/// bytes have. Text has none.
const CHARACTERS_PER_CONTROL: usize = 20;

/// Text with fewer control characters than this is text that got a few stray ones.
const STRAY_CONTROLS: usize = 4;

/// How a kind of file begins.
struct Signature {
    /// What the file is, with its article.
    found: &'static str,
    /// What stands where.
    parts: &'static [(usize, &'static [u8])],
    /// Whether text may begin so too; then there must be binary bytes as well.
    could_be_text: bool,
}

const fn certain(found: &'static str, parts: &'static [(usize, &'static [u8])]) -> Signature {
    Signature { found, parts, could_be_text: false }
}

const fn if_binary(found: &'static str, parts: &'static [(usize, &'static [u8])]) -> Signature {
    Signature { found, parts, could_be_text: true }
}

const SIGNATURES: &[Signature] = &[
    certain("a PDF document", &[(0, b"%PDF-")]),
    certain("a PostScript document", &[(0, b"%!PS-Adobe-")]),
    certain("a PNG image", &[(0, b"\x89PNG\r\n\x1A\n")]),
    certain("a JPEG image", &[(0, b"\xFF\xD8\xFF")]),
    if_binary("a GIF image", &[(0, b"GIF87a")]),
    if_binary("a GIF image", &[(0, b"GIF89a")]),
    if_binary("a WebP image", &[(0, b"RIFF"), (8, b"WEBPVP")]),
    if_binary("a BMP image", &[(0, b"BM")]),
    certain("an icon", &[(0, b"\0\0\x01\0")]),
    certain("a cursor", &[(0, b"\0\0\x02\0")]),
    if_binary("AIFF audio", &[(0, b"FORM"), (8, b"AIFF")]),
    if_binary("MP3 audio", &[(0, b"ID3")]),
    certain("Ogg audio or video", &[(0, b"OggS\0")]),
    certain("MIDI audio", &[(0, b"MThd\0\0\0\x06")]),
    if_binary("AVI video", &[(0, b"RIFF"), (8, b"AVI ")]),
    if_binary("WAVE audio", &[(0, b"RIFF"), (8, b"WAVE")]),
    if_binary("an ISO media file (MP4, HEIC, AVIF)", &[(4, b"ftyp")]),
    certain("WebM or Matroska video", &[(0, b"\x1A\x45\xDF\xA3")]),
    if_binary("an Embedded OpenType font", &[(34, b"LP")]),
    certain("a TrueType font", &[(0, b"\0\x01\0\0")]),
    if_binary("an OpenType font", &[(0, b"OTTO")]),
    if_binary("a font collection", &[(0, b"ttcf")]),
    if_binary("a WOFF font", &[(0, b"wOFF")]),
    if_binary("a WOFF2 font", &[(0, b"wOF2")]),
    certain("gzip data", &[(0, b"\x1F\x8B\x08")]),
    certain("a ZIP archive", &[(0, b"PK\x03\x04")]),
    certain("a RAR archive", &[(0, b"Rar!\x1A\x07")]),
    // Not in the standard, but a content encoding that servers send.
    certain("Zstandard data", &[(0, b"\x28\xB5\x2F\xFD")]),
];

/// What a file is by its signature, with its article. Bytes with a byte order mark are text.
pub(crate) fn sniff_bytes(bytes: &[u8]) -> Option<&'static str> {
    if Encoding::for_bom(bytes).is_some() {
        return None;
    }
    let signature = SIGNATURES.iter().find(|signature| signature.matches(bytes))?;
    Some(signature.found)
}

/// What decoded text is, with its article, if it is a JSON document or binary data.
pub(crate) fn sniff_text(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    if is_json(text) {
        Some("a JSON document")
    } else if is_binary(text) {
        Some("binary data")
    } else {
        None
    }
}

impl Signature {
    fn matches(&self, bytes: &[u8]) -> bool {
        let stands = |(at, part): &(usize, &[u8])| {
            bytes.get(*at..).is_some_and(|rest| rest.starts_with(part))
        };
        self.parts.iter().all(stands)
            && (!self.could_be_text || bytes.iter().take(WINDOW).any(|b| is_binary_byte(*b)))
    }
}

/// A [binary data byte](https://mimesniff.spec.whatwg.org/#binary-data-byte).
fn is_binary_byte(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F)
}

/// JSON, or the beginning of it where it was cut or broken, as long as there is no tag.
fn is_json(text: &str) -> bool {
    text.starts_with(['{', '['])
        && ((begins_like_json(text) && !has_tag(text))
            || serde_json::from_str::<IgnoredAny>(text).is_ok())
}

fn begins_like_json(text: &str) -> bool {
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    match (chars.next(), chars.next()) {
        (Some('{'), Some(next)) => matches!(next, '"' | '}'),
        (Some('['), Some(next)) => matches!(next, '"' | '{' | '[' | ']'),
        _ => false,
    }
}

fn has_tag(text: &str) -> bool {
    let window = text.as_bytes().get(..WINDOW).unwrap_or(text.as_bytes());
    window.windows(2).any(|pair| matches!(pair, [b'<', next] if begins_tag(*next)))
}

fn begins_tag(after: u8) -> bool {
    after.is_ascii_alphabetic() || matches!(after, b'!' | b'/' | b'?')
}

/// Many control characters. What begins with a tag is taken for markup, whatever follows.
fn is_binary(text: &str) -> bool {
    if matches!(text.as_bytes(), [b'<', next, ..] if begins_tag(*next)) {
        return false;
    }
    let (mut all, mut controls) = (0, 0);
    for c in text.chars().take(WINDOW) {
        all += 1;
        controls += usize::from(u8::try_from(c).is_ok_and(is_binary_byte));
    }
    controls >= STRAY_CONTROLS && controls * CHARACTERS_PER_CONTROL >= all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{sniff_bytes, sniff_text};

    #[test]
    fn files_are_known_by_their_signatures() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"[..], "a PDF document"),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a PNG image"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a JPEG image"),
            (b"GIF89a\x01\0\x01\0", "a GIF image"),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
            (b"RIFF\x24\0\0\0WAVEfmt ", "WAVE audio"),
            (b"BM\x36\0\0\0\0\0", "a BMP image"),
            (b"\0\0\0\x18ftypmp42", "an ISO media file (MP4, HEIC, AVIF)"),
            (b"ID3\x03\0\0\0", "MP3 audio"),
            (b"wOF2\0\x01\0\0", "a WOFF2 font"),
            (b"\x1F\x8B\x08\0\0", "gzip data"),
            (b"PK\x03\x04\x14\0", "a ZIP archive"),
            (b"\x28\xB5\x2F\xFD\x04", "Zstandard data"),
        ] {
            assert_eq!(sniff_bytes(bytes), Some(expected), "{bytes:?}");
        }
    }

    #[test]
    fn text_that_begins_like_a_file_is_text() {
        for bytes in [
            &b"BMW recalls cars <p>"[..],
            b"OTTO is a name",
            b"GIF89a is a format",
            b"PK",
            b"",
            b"\xFF\xFE<\0p\0>\0",
            b"\xEF\xBB\xBF%PDF-1.7",
            b"<p>%PDF-</p>",
            b"<!DOCTYPE html><title>It is a long one: LP records</title>",
        ] {
            assert_eq!(sniff_bytes(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn json_is_known() {
        for text in [
            "{}",
            " \n[]",
            "[1, 2]",
            r#"{"title": "Snow", "body": "<p>Snow.</p>"}"#,
            r#"{"title": "Snow", "bo"#,
            r#"[{"a": 1},]"#,
        ] {
            assert_eq!(sniff_text(text), Some("a JSON document"), "{text}");
        }
    }

    #[test]
    fn html_that_begins_with_a_bracket_is_html() {
        for text in [
            "{{ header }}<p>Snow.</p>",
            "[Update] Snow is expected.",
            "[\"Snow\"] <b>is</b> expected",
            "{\"a\": <p>1</p>",
            "{",
        ] {
            assert_eq!(sniff_text(text), None, "{text}");
        }
    }

    #[test]
    fn binary_data_is_known() {
        assert_eq!(sniff_text("\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), Some("binary data"));
        assert_eq!(sniff_text(&"\0".repeat(5000)), Some("binary data"));
        let noise: Vec<u8> =
            (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(sniff_text(&super::super::decode(&noise, None).text), Some("binary data"));
    }

    #[test]
    fn stray_control_characters_leave_html_alone() {
        for text in ["<p>\0</p>", "Snow\0 is\0 here", "<html>\0\0\0\0\0\0\0\0", "\x0C<p>x</p>", ""]
        {
            assert_eq!(sniff_text(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_sniffed(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = sniff_bytes(&bytes);
            let _ = sniff_text(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn what_begins_with_a_tag_is_html(text in "<(p|div|!doctype html|/b|\\?xml)[^\\[{]{0,300}") {
            prop_assert_eq!(sniff_text(&text), None);
        }
    }
}
