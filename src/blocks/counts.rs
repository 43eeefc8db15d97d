//! What the characters of a text are, counted in one pass that finds its words too.

use super::letters::{Class, Letter, Letters};
use super::words::{Reader, Spelled};

/// Counts over the characters of a text.
#[derive(Debug, Default)]
pub(super) struct Counts {
    classes: [usize; Class::COUNT],
    /// Words of scripts that set spaces between them.
    pub(super) words: usize,
    /// Those that begin with a capital letter.
    pub(super) capitalised: usize,
    pub(super) bar: bool,
    pub(super) copyright: bool,
    pub(super) year: Year,
}

impl Counts {
    /// Reads a text, and calls `found` with each of its words.
    pub(super) fn of(text: &str, mut found: impl FnMut(Spelled)) -> Self {
        let mut counts = Self::default();
        let mut reader = Reader::new();
        let letters = Letters::all();
        let (mut rest, mut in_word) = (text, false);
        while let Some(c) = rest.chars().next() {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            let letter = letters.get(c);
            reader.read(letter, &mut found);
            counts.add(letter.class, 1);
            counts.year.read(letter);
            if letter.class.is_of_word() {
                counts.begin_word(letter, in_word);
                in_word = true;
                rest = counts.read_small(rest, &mut reader);
            } else if letter.class != Class::Inner {
                in_word = false;
                counts.bar |= c == '|';
                counts.copyright |= c == '©';
            }
        }
        reader.end(found);
        counts.year.end();
        counts
    }

    #[inline]
    fn begin_word(&mut self, letter: Letter, in_word: bool) {
        self.words += usize::from(!in_word);
        self.capitalised += usize::from(!in_word && letter.class == Class::Upper);
    }

    /// Reads the small ASCII letters that go on with a word, which most text of most pages is made
    /// of, and returns what is behind them.
    #[inline]
    fn read_small<'a>(&mut self, text: &'a str, reader: &mut Reader) -> &'a str {
        let length = text.bytes().take_while(u8::is_ascii_lowercase).count();
        let (small, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        if !small.is_empty() {
            reader.go_on(small);
            self.add(Class::Letter, small.len());
            self.year.end();
        }
        rest
    }

    #[inline]
    fn add(&mut self, class: Class, number: usize) {
        if let Some(count) = self.classes.get_mut(class as usize) {
            *count += number;
        }
    }

    pub(super) fn of_class(&self, class: Class) -> usize {
        self.classes.get(class as usize).copied().unwrap_or_default()
    }

    pub(super) fn characters(&self) -> usize {
        self.classes.iter().sum()
    }
}

/// Looks for a year of the last and the present century: four digits alone.
#[derive(Debug, Default)]
pub(super) struct Year {
    digits: usize,
    value: u32,
    pub(super) found: bool,
}

impl Year {
    const YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

    #[inline]
    fn read(&mut self, letter: Letter) {
        if letter.class == Class::Digit {
            self.digit(letter.lower);
        } else if self.digits > 0 {
            self.end();
        }
    }

    /// Digits of other scripts end a number.
    fn digit(&mut self, digit: char) {
        match digit.to_digit(10) {
            Some(digit) => {
                self.digits += 1;
                self.value = self.value.wrapping_mul(10).wrapping_add(digit);
            }
            None => self.end(),
        }
    }

    fn end(&mut self) {
        self.found |= self.digits == 4 && Self::YEARS.contains(&self.value);
        (self.digits, self.value) = (0, 0);
    }
}
