//! Tables of words in which each token of a page is looked up.

use std::borrow::Cow;
use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::text::plain;

/// What words mean, whatever their ASCII case.
///
/// Most tokens are in no table, and nearly all of these are told by their length and their first and
/// last letter.
#[derive(Debug)]
pub(crate) struct Lookup<T> {
    meanings: HashMap<String, T, FxBuildHasher>,
    /// For each group of first and last letters, the lengths of the words, a bit each.
    lengths: [u64; GROUPS],
}

/// How many groups of letters are told apart.
const GROUPS: usize = FIRST_LETTERS * LAST_LETTERS;
const FIRST_LETTERS: usize = 32;
const LAST_LETTERS: usize = 8;

/// One more than the longest word.
const MAX_LENGTH: usize = 64;

impl<T: Copy> Lookup<T> {
    /// A table of words in lower case. `merge` makes one meaning of two that a word has.
    pub(crate) fn new<'w>(
        words: impl IntoIterator<Item = (&'w str, T)>,
        merge: impl Fn(T, T) -> T,
    ) -> Self {
        let mut lookup = Self { meanings: HashMap::default(), lengths: [0; GROUPS] };
        for (word, meaning) in words {
            debug_assert!(word.len() < MAX_LENGTH, "{word} is too long to be found");
            lookup.admit(word);
            let merged = lookup.meanings.get(word).map_or(meaning, |first| merge(*first, meaning));
            lookup.meanings.insert(word.to_owned(), merged);
        }
        lookup
    }

    fn admit(&mut self, word: &str) {
        if let Some((lengths, length)) = self.lengths.get_mut(group(word)).zip(bit(word)) {
            *lengths |= length;
        }
    }

    /// The meaning of a token.
    #[inline]
    pub(crate) fn get(&self, token: &str) -> Option<T> {
        let lengths = self.lengths.get(group(token))?;
        if lengths & bit(token)? == 0 { None } else { self.find(token) }
    }

    fn find(&self, token: &str) -> Option<T> {
        if !token.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.meanings.get(token).copied();
        }
        let mut buffer = [0; MAX_LENGTH];
        let lower = buffer.get_mut(..token.len())?;
        lower.copy_from_slice(token.as_bytes());
        lower.make_ascii_lowercase();
        self.meanings.get(std::str::from_utf8(lower).ok()?).copied()
    }
}

impl Lookup<()> {
    /// A set of words in lower case.
    pub(crate) fn set<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        Self::new(words.into_iter().map(|word| (word, ())), |(), ()| ())
    }

    /// Whether a token is in the set.
    pub(crate) fn has(&self, token: &str) -> bool {
        self.get(token).is_some()
    }
}

/// A set of folded words and phrases.
#[derive(Debug)]
pub(crate) struct Words(Lookup<()>);

impl Words {
    /// The words of a table, in any form.
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let folded: Vec<String> = words.into_iter().map(plain).collect();
        Self(Lookup::set(folded.iter().map(String::as_str)))
    }

    /// Whether a text is one of them once it is folded. White space in it is single spaces.
    pub(crate) fn has(&self, text: &str) -> bool {
        let text = text.trim();
        if text.is_ascii() { self.has_folded(text) } else { self.has_folded(&plain(text)) }
    }

    /// The same of a text that is folded, but for the case of ASCII letters.
    pub(crate) fn has_folded(&self, text: &str) -> bool {
        self.0.has(text)
    }

    /// Whether a word of a text is one of them.
    pub(crate) fn has_word_of(&self, text: &str) -> bool {
        let folded = if text.is_ascii() { Cow::from(text) } else { plain(text).into() };
        folded.split(' ').any(|word| self.has_folded(word))
    }
}

#[inline]
fn group(word: &str) -> usize {
    let bytes = word.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return 0 };
    // Letters of one name differ in a bit above these by their case.
    usize::from(*first) % FIRST_LETTERS * LAST_LETTERS + usize::from(*last) % LAST_LETTERS
}

#[inline]
fn bit(word: &str) -> Option<u64> {
    (word.len() < MAX_LENGTH).then(|| 1 << word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let words = [("byline", 1), ("author", 2), ("автор", 3), ("author", 4)];
        let lookup = Lookup::new(words, |first, _| first);
        assert_eq!(lookup.get("byline"), Some(1));
        assert_eq!(lookup.get("ByLine"), Some(1));
        assert_eq!(lookup.get("author"), Some(2));
        assert_eq!(lookup.get("автор"), Some(3));
        for other in ["", "bylines", "b", "aythor", "x".repeat(MAX_LENGTH).as_str()] {
            assert_eq!(lookup.get(other), None, "{other}");
        }
    }

    #[test]
    fn words_are_folded() {
        let words = Words::new(["Août", "bureau chief", "ООО"]);
        for word in ["août", "AOUT ", "aou\u{302}t", "Bureau Chief", "ооо", "Ооо"] {
            assert!(words.has(word), "{word}");
        }
        assert!(words.has_word_of("der AOÛT 2024") && !words.has_word_of("bureau chief"));
        assert!(!words.has("bureau") && !words.has("") && !words.has_folded("ООО"));
    }

    #[test]
    fn two_meanings_of_a_word_are_merged() {
        let lookup = Lookup::new([("info", 1), ("info", 2)], |a, b| a + b);
        assert_eq!(lookup.get("info"), Some(3));
    }
}
