//! The words of a text, for looking them up.

use super::letters::{Class, Letter, Letters};
use super::lexicon::{Key, Place, Word};

/// Puts letters together to words. Numbers are words, and each character of a script without
/// spaces is one; signs inside a word (`l'homme`, `well-known`) part it.
#[derive(Debug)]
pub(super) struct Reader {
    /// The word so far, if one is open.
    word: Spelled,
    is_open: bool,
}

/// A word, and whether it is more than a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelled {
    word: Word,
    is_wordy: bool,
}

impl Spelled {
    fn new() -> Self {
        Self { word: Word::new(), is_wordy: false }
    }

    #[inline]
    fn with(self, letter: Letter) -> Self {
        let is_wordy = self.is_wordy || letter.class != Class::Digit;
        Self { word: self.word.with(letter.lower), is_wordy }
    }
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { word: Spelled::new(), is_open: false }
    }

    /// Reads the next character; calls `found` with a word that ends before it, or is made by it.
    #[inline]
    pub(super) fn read(&mut self, letter: Letter, mut found: impl FnMut(Spelled)) {
        if letter.class.is_of_word() {
            self.word = self.word.with(letter);
            self.is_open = true;
            return;
        }
        self.end(&mut found);
        if letter.class == Class::Unspaced {
            found(Spelled::new().with(letter));
        }
    }

    /// Reads the small letters that a text begins with; returns how many there are, and what is
    /// behind them. Most text of most pages is small ASCII letters.
    #[inline]
    pub(super) fn read_small<'t>(&mut self, text: &'t str, letters: Letters) -> (usize, &'t str) {
        let (mut word, mut number) = (self.word.word, 0);
        for small in text.bytes().take_while(u8::is_ascii_lowercase) {
            word = word.step(u32::from(small));
            number += 1;
        }
        let mut rest = text.get(number..).unwrap_or_default();
        if !rest.starts_with(|c: char| c.is_ascii()) {
            let mut chars = rest.chars();
            while let Some(letter) = chars.next().map(|c| letters.get(c))
                && letter.class == Class::Letter
            {
                word = word.with(letter.lower);
                number += 1;
                rest = chars.as_str();
            }
        }
        self.word = Spelled { word, is_wordy: true };
        self.is_open = true;
        (number, rest)
    }

    /// Ends the text.
    #[inline]
    pub(super) fn end(&mut self, mut found: impl FnMut(Spelled)) {
        if self.is_open {
            found(self.word);
            *self = Self::new();
        }
    }
}

/// How many words of a text are kept: a longer one is no headline.
pub(super) const MOST: usize = 100;

/// A text of more words than this is no label.
const LABEL_WORDS: usize = 10;

/// The first words of a text.
#[derive(Debug, Clone)]
pub(super) struct Words {
    first: Vec<Spelled>,
    /// Whether there are more.
    is_cut: bool,
}

impl Words {
    pub(super) fn new() -> Self {
        Self { first: Vec::with_capacity(MOST), is_cut: false }
    }

    pub(super) fn clear(&mut self) {
        self.first.clear();
        self.is_cut = false;
    }

    pub(super) fn push(&mut self, word: Spelled) {
        if self.first.len() < MOST {
            self.first.push(word);
        } else {
            self.is_cut = true;
        }
    }

    /// All words of the text; `None` where there are too many.
    pub(super) fn all(&self) -> Option<impl Iterator<Item = Word> + Clone> {
        (!self.is_cut).then(|| self.first.iter().map(|spelled| spelled.word))
    }

    /// Calls `found` with the key of each word of a short text that is no number, of the text as a
    /// whole, and of its first word; with none for a longer text.
    pub(super) fn label_keys(&self, mut found: impl FnMut(Key)) {
        let Some(first) = self.first.first().filter(|_| self.first.len() <= LABEL_WORDS) else {
            return;
        };
        let wordy = self.first.iter().filter(|spelled| spelled.is_wordy);
        wordy.for_each(|spelled| found(spelled.word.at(Place::Word)));
        let phrase = self.first.iter().fold(Word::new(), |all, spelled| all.join(spelled.word));
        found(phrase.at(Place::Phrase));
        found(first.word.at(Place::First));
    }
}

/// Calls `found` with each word of a text.
pub(super) fn each(text: &str, mut found: impl FnMut(Spelled)) {
    let mut reader = Reader::new();
    let letters = Letters::all();
    text.chars().for_each(|c| reader.read(letters.get(c), &mut found));
    reader.end(found);
}

impl From<Spelled> for Word {
    fn from(spelled: Spelled) -> Self {
        spelled.word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        let mut words = Words::new();
        each(text, |word| words.push(word));
        words
    }

    #[test]
    fn words_are_told_by_their_letters() {
        let all = |text: &str| words(text).all().map(Iterator::collect::<Vec<_>>);
        let word = |word: &str| Word::of(word);
        assert_eq!(all("À l'eau, 12"), Some(vec![word("à"), word("l"), word("eau"), word("12")]));
        assert_eq!(all("大雨A"), Some(vec![word("大"), word("雨"), word("a")]));
        assert_eq!(all(&"a ".repeat(MOST)).map(|words| words.len()), Some(MOST));
        assert_eq!(all(&"a ".repeat(MOST + 1)), None);
    }

    #[test]
    fn labels_give_words_phrase_and_first_word() {
        let keys = |text: &str| {
            let mut keys = Vec::new();
            words(text).label_keys(|key| keys.push(key));
            keys
        };
        let word = |word: &str| Word::of(word).at(Place::Word);
        let phrase = ["read", "12", "more"]
            .into_iter()
            .fold(Word::new(), |all, word| all.join(Word::of(word)));
        let first = Word::of("read").at(Place::First);
        assert_eq!(
            keys("Read 12 more:"),
            [word("read"), word("more"), phrase.at(Place::Phrase), first]
        );
        assert!(keys("one two three four five six seven eight nine ten eleven").is_empty());
        assert!(keys(" - ").is_empty());
    }
}
