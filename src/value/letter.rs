//! What a character is, as Unicode has it, without the standard library's search through its tables
//! for those that news is written in.

/// As [`char::is_alphabetic`].
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    match known(c) {
        Some(Known::Letter) => true,
        Some(Known::Digit | Known::Other) => false,
        None => c.is_alphabetic(),
    }
}

/// As [`char::is_numeric`].
#[inline]
pub(crate) fn is_numeric(c: char) -> bool {
    match known(c) {
        Some(Known::Digit) => true,
        Some(Known::Letter | Known::Other) => false,
        None => c.is_numeric(),
    }
}

/// As [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match known(c) {
        Some(Known::Letter | Known::Digit) => true,
        Some(Known::Other) => false,
        None => c.is_alphanumeric(),
    }
}

/// The first character of [`char::to_lowercase`], all of it but for the dot of `İ`.
#[inline]
pub(crate) fn lower(c: char) -> char {
    match c {
        '\0'..='\x7F' => c.to_ascii_lowercase(),
        // Of Cyrillic small letters, kana, ideographs and Hangul; no other text is mostly letters
        // that take a search.
        'а'..='џ' | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

enum Known {
    Letter,
    Digit,
    Other,
}

/// What the characters of long runs of one kind are: of ASCII; Latin letters with marks; Greek,
/// Coptic and Cyrillic; Hebrew and Arabic; kana and Hangul. No letters are dashes, quotes and
/// spaces.
#[inline]
fn known(c: char) -> Option<Known> {
    Some(match c {
        'a'..='z'
        | 'A'..='Z'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2C1}'
        | '\u{3A3}'..='\u{3F5}'
        | '\u{3F7}'..='\u{481}'
        | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{657}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{AC00}'..='\u{D7A3}' => Known::Letter,
        '0'..='9' => Known::Digit,
        '\0'..='\u{A9}' | '\u{2000}'..='\u{206F}' => Known::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_what_unicode_has_it() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_numeric(c), c.is_numeric(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
        }
    }
}
