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
            let letter = letters.get(c);
            if letter.class == Class::Letter {
                counts.words += usize::from(!in_word);
                rest = counts.read_small(&mut reader, rest, letters);
                in_word = true;
                // Most words end at a space, which needs no looking up.
                if let Some(behind) = rest.strip_prefix(' ') {
                    reader.end(&mut found);
                    counts.add(Class::Other, 1);
                    (rest, in_word) = (behind, false);
                }
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            reader.read(letter, &mut found);
            counts.add(letter.class, 1);
            counts.year.read(letter);
            if letter.class.is_of_word() {
                counts.words += usize::from(!in_word);
                counts.capitalised += usize::from(!in_word && letter.class == Class::Upper);
                in_word = true;
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

    /// Reads the small letters that a text begins with, and returns what is behind them.
    #[inline]
    fn read_small<'t>(&mut self, reader: &mut Reader, text: &'t str, letters: Letters) -> &'t str {
        let (number, rest) = reader.read_small(text, letters);
        self.add(Class::Letter, number);
        self.year.end();
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
        } else {
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

    #[inline]
    fn end(&mut self) {
        if self.digits > 0 {
            self.end_number();
        }
    }

    fn end_number(&mut self) {
        self.found |= self.digits == 4 && Self::YEARS.contains(&self.value);
        (self.digits, self.value) = (0, 0);
    }
}
