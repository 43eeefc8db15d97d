//! Digits of any script, and integers with grouped digits.

use std::borrow::Cow;

/// The zeros of the decimal digits that news pages use. Unicode gives each set ten code points in
/// a row.
const ZEROS: &[char] = &[
    '0', '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}',
    '\u{C66}', '\u{CE6}', '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}',
    '\u{17E0}', '\u{1810}', '\u{FF10}',
];

/// The value of a decimal digit of any script.
pub(crate) fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let value = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|v| *v < 10);
    ZEROS.iter().find_map(value)
}

/// `text` with the digits and number separators of other scripts as ASCII.
pub(crate) fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(ascii_digit).collect())
}

/// One character of [`ascii_digits`].
fn ascii_digit(c: char) -> char {
    match c {
        '\u{66B}' | '．' => '.',
        '\u{66C}' => '\'',
        '，' => ',',
        _ => digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c),
    }
}

/// Whether `c` is a space that groups digits.
pub(crate) fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}')
}

/// Whether `c` may group digits.
fn is_group_mark(c: char) -> bool {
    is_group_space(c) || matches!(c, ',' | '.' | '\'' | '’' | '_')
}

/// A whole number, with its digits grouped or not: `3351`, `3 351`, `12.768`, `1,234,567`,
/// `12,34,567`. One mark groups all of a number; spaces of different widths are one mark.
pub(crate) fn integer(text: &str) -> Option<u64> {
    let text = ascii_digits(text.trim());
    let mark = text.chars().find(|c| !c.is_ascii_digit());
    match mark {
        None => text.parse().ok(),
        Some(mark) if is_group_mark(mark) => grouped(&text, mark),
        Some(_) => None,
    }
}

/// The number in `text`, grouped by `mark`.
fn grouped(text: &str, mark: char) -> Option<u64> {
    let is_mark = |c: char| c == mark || is_group_space(c) && is_group_space(mark);
    let groups: Vec<&str> = text.split(is_mark).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let regular = last.len() == 3
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && is_regular_middle(middle, first.len());
    let digits = groups.concat();
    (regular && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// Groups of three, or of two as in India.
fn is_regular_middle(groups: &[&str], first: usize) -> bool {
    groups.iter().all(|g| g.len() == 3) || first <= 2 && groups.iter().all(|g| g.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn integers_with_and_without_groups() {
        let cases = [
            ("3351", 3351),
            ("3 351", 3351),
            ("3\u{a0}351", 3351),
            ("1\u{202f}234\u{2009}567", 1_234_567),
            ("12.768", 12_768),
            ("1,234,567", 1_234_567),
            ("12,34,567", 1_234_567),
            ("1'234", 1234),
            ("٣٬٣٥١", 3351),
            ("１２３", 123),
            ("၁၂၃", 123),
            ("0", 0),
        ];
        for (text, value) in cases {
            assert_eq!(integer(text), Some(value), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_integers() {
        for text in [
            "",
            "12.5",
            "1,23",
            "1.234,567",
            "0.123",
            "1..234",
            "a1",
            "-5",
            "1 2",
            "1234 567",
            "99999999999999999999",
            "1.2345.678",
            ".",
        ] {
            assert_eq!(integer(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn grouped_integers_round_trip(value: u64, mark in prop::sample::select(vec![',', '.', ' ', '\'', '\u{a0}', '\u{202f}'])) {
            prop_assert_eq!(integer(&group(value, mark)), Some(value));
        }

        #[test]
        fn nothing_panics(text in "\\PC*") {
            let _ = integer(&text);
            let _ = ascii_digits(&text);
        }
    }

    fn group(value: u64, mark: char) -> String {
        let digits = value.to_string();
        let mut text = String::new();
        for (at, c) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(c);
        }
        text
    }
}
