//! What the characters of a text count as.

use once_cell::sync::Lazy;

use crate::value::letter::lower;

/// What a character counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Upper,
    Letter,
    Digit,
    /// A character of a script that sets no spaces between words.
    Unspaced,
    /// What may stand in the middle of a word.
    Inner,
    Sentence,
    Comma,
    Quote,
    /// Signs of menus, shares and tags.
    Sign,
    Other,
}

impl Class {
    pub(super) const COUNT: usize = Self::Other as usize + 1;

    /// Whether it stands in words: letters and digits of scripts with spaces between words.
    #[inline]
    pub(super) fn is_of_word(self) -> bool {
        matches!(self, Self::Upper | Self::Letter | Self::Digit)
    }
}

/// A character: what it counts as, and its lower case.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) class: Class,
    pub(super) lower: char,
}

impl Letter {
    fn read(c: char) -> Self {
        Self { class: class(c), lower: lower(c) }
    }
}

/// Characters below this are looked up: the Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic
/// scripts.
const TABLED: u32 = 0x700;

/// The table of letters, for looking up many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters(&'static [Letter]);

impl Letters {
    pub(super) fn all() -> Self {
        Self(&TABLE)
    }

    #[inline]
    pub(super) fn get(self, c: char) -> Letter {
        self.0.get(c as usize).copied().unwrap_or_else(|| Letter::read(c))
    }
}

static TABLE: Lazy<Vec<Letter>> = Lazy::new(|| {
    (0..TABLED).map(|code| Letter::read(char::from_u32(code).unwrap_or_default())).collect()
});

fn class(c: char) -> Class {
    match c {
        'a'..='z' => Class::Letter,
        'A'..='Z' => Class::Upper,
        '0'..='9' => Class::Digit,
        '\'' | '’' | '-' => Class::Inner,
        _ if is_sentence_end(c) => Class::Sentence,
        ',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' => Class::Comma,
        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' => Class::Quote,
        '|' | '›' | '→' | '/' | '#' | '@' | '•' | '·' => Class::Sign,
        _ if c.is_ascii() => Class::Other,
        _ if is_unspaced(c) => Class::Unspaced,
        _ if c.is_uppercase() => Class::Upper,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        _ => Class::Other,
    }
}

/// Letters of scripts that set no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{0E00}'..='\u{0E7F}' | '\u{20000}'..='\u{3FFFF}')
}

pub(super) fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '…' | '։')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_is_read() {
        for c in ['a', 'Z', '7', '’', '«', 'Ж', 'ё', 'É', 'ß', 'Σ', 'ا', '水', '。', ' ', '\u{A0}']
        {
            let (found, read) = (Letters::all().get(c), Letter::read(c));
            assert_eq!((found.class, found.lower), (read.class, read.lower), "{c}");
        }
        assert_eq!(
            (Letters::all().get('Ж').class, Letters::all().get('Ж').lower),
            (Class::Upper, 'ж')
        );
        assert_eq!(Letters::all().get('水').class, Class::Unspaced);
    }
}
