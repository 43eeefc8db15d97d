//! Character references: `&amp;`, `&#38;`, `&#x26;` (HTML standard, section 13.2.5.72 on).

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The longest name of the table, with its semicolon: `CounterClockwiseContourIntegral;`.
const LONGEST_NAME: usize = 32;
/// The longest name of the table that stands without a semicolon, as `middot` does.
const LONGEST_BARE_NAME: usize = 6;
/// The shortest, as `lt`.
const SHORTEST_NAME: usize = 2;

/// Where a reference stands. In attributes, names without a semicolon before `=` or a letter or
/// digit are no references, for the sake of addresses such as `?a=b&copy=1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Attribute,
}

/// What a reference stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    first: char,
    second: Option<char>,
    /// How many bytes it has behind the `&`.
    pub(super) length: usize,
}

impl Reference {
    pub(super) fn chars(self) -> impl Iterator<Item = char> {
        std::iter::once(self.first).chain(self.second)
    }
}

/// The reference whose `&` stands before `bytes`; `None` where the `&` is just that.
pub(super) fn reference(bytes: &[u8], place: Place) -> Option<Reference> {
    match bytes {
        [b'#', b'x' | b'X', digits @ ..] => numeric(digits, 16, 2),
        [b'#', digits @ ..] => numeric(digits, 10, 1),
        [first, ..] if first.is_ascii_alphanumeric() => named(bytes, place),
        _ => None,
    }
}

fn numeric(bytes: &[u8], radix: u32, before: usize) -> Option<Reference> {
    let mut code: u32 = 0;
    let mut length = 0;
    while let Some(digit) = bytes.get(length).and_then(|byte| char::from(*byte).to_digit(radix)) {
        code = code.saturating_mul(radix).saturating_add(digit);
        length += 1;
    }
    if length == 0 {
        return None;
    }
    let semicolon = usize::from(bytes.get(length) == Some(&b';'));
    Some(Reference { first: character(code), second: None, length: before + length + semicolon })
}

/// The character of a number (section 13.2.5.84): numbers that are none give U+FFFD, and the C1
/// controls what windows-1252 has in their place.
fn character(code: u32) -> char {
    let replacement = match code {
        0 => Some(char::REPLACEMENT_CHARACTER),
        0x80..=0x9F => C1_REPLACEMENTS.get(code as usize - 0x80).copied().flatten(),
        _ => None,
    };
    replacement.or_else(|| char::from_u32(code)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn named(bytes: &[u8], place: Place) -> Option<Reference> {
    let name = bytes.iter().take(LONGEST_NAME).take_while(|byte| byte.is_ascii_alphanumeric());
    let length = name.count();
    if bytes.get(length) == Some(&b';')
        && let Some(found) = look_up(bytes, length + 1)
    {
        return Some(found);
    }
    let longest = length.min(LONGEST_BARE_NAME);
    let found = (SHORTEST_NAME..=longest).rev().find_map(|length| look_up(bytes, length))?;
    let goes_on =
        matches!(bytes.get(found.length), Some(b'=' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9'));
    (place == Place::Text || !goes_on).then_some(found)
}

/// The reference with a name of that length.
fn look_up(bytes: &[u8], length: usize) -> Option<Reference> {
    let name = bytes.get(..length)?;
    let (first, second) = match name {
        // These make up nearly all references of real pages, and need no hash.
        b"amp;" => ('&', None),
        b"nbsp;" => ('\u{a0}', None),
        b"quot;" => ('"', None),
        b"lt;" => ('<', None),
        b"gt;" => ('>', None),
        _ => in_table(std::str::from_utf8(name).ok()?)?,
    };
    Some(Reference { first, second, length })
}

fn in_table(name: &str) -> Option<(char, Option<char>)> {
    // The table holds the beginnings of names, too, as zeros.
    let (first, second) = NAMED_ENTITIES.get(name).filter(|(first, _)| *first != 0)?;
    Some((char::from_u32(*first)?, char::from_u32(*second).filter(|c| *c != '\0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, place: Place) -> Option<(String, usize)> {
        let found = reference(text.as_bytes(), place)?;
        Some((found.chars().collect(), found.length))
    }

    #[test]
    fn every_name_of_the_table_is_found() {
        let whole = NAMED_ENTITIES.entries().filter(|(_, (first, _))| *first != 0);
        let mut names = 0;
        for (name, _) in whole {
            assert_eq!(read(name, Place::Text).map(|found| found.1), Some(name.len()), "{name}");
            assert!(name.len() <= LONGEST_NAME);
            assert!(name.ends_with(';') || name.len() <= LONGEST_BARE_NAME, "{name}");
            names += 1;
        }
        // As many as the standard lists in section 13.5.
        assert_eq!(names, 2231);
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(read("notin;", Place::Text), Some(("∉".to_owned(), 6)));
        assert_eq!(read("notit;", Place::Text), Some(("¬".to_owned(), 3)));
        assert_eq!(read("notit;", Place::Attribute), None);
        assert_eq!(read("not;it", Place::Attribute), Some(("¬".to_owned(), 4)));
        assert_eq!(read("copy=1", Place::Attribute), None);
        assert_eq!(read("copy=1", Place::Text), Some(("©".to_owned(), 4)));
        assert_eq!(read("nothing", Place::Attribute), None);
        assert_eq!(read("xyz;", Place::Text), None);
        assert_eq!(read("NotEqualTilde;", Place::Text), Some(("\u{2242}\u{338}".to_owned(), 14)));
    }

    #[test]
    fn numbers_outside_of_unicode_are_replaced() {
        assert_eq!(read("#65;", Place::Text), Some(("A".to_owned(), 4)));
        assert_eq!(read("#x41 ", Place::Text), Some(("A".to_owned(), 4)));
        assert_eq!(read("#128;", Place::Text), Some(("€".to_owned(), 5)));
        assert_eq!(read("#x81;", Place::Text), Some(("\u{81}".to_owned(), 5)));
        for none in ["#0;", "#xD800;", "#x110000;", "#99999999999999999999;"] {
            assert_eq!(
                read(none, Place::Text),
                Some(("\u{fffd}".to_owned(), none.len())),
                "{none}"
            );
        }
        for none in ["#;", "#x;", "#", "#xg", "", ";", " amp;"] {
            assert_eq!(read(none, Place::Text), None, "{none}");
        }
    }
}
