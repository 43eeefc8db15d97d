//! What the metadata says of the article's text: its headline and its description.

use super::measures::to_f32;
use super::words::{self, Words};
use crate::value::word::{Word, WordMap};

/// The words of the headline and of the description that a page's metadata gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hints {
    words: WordMap<Source>,
    /// How many different words the headline has.
    title: usize,
}

/// Which of both a word is of.
#[derive(Debug, Clone, Copy, Default)]
struct Source {
    title: bool,
    description: bool,
}

impl Hints {
    pub(crate) fn new(title: Option<&str>, description: Option<&str>) -> Self {
        let mut hints = Self::default();
        hints.read(title, |source| &mut source.title);
        hints.read(description, |source| &mut source.description);
        hints.title = hints.words.count(|source| source.title);
        hints
    }

    fn read(&mut self, text: Option<&str>, part: impl Fn(&mut Source) -> &mut bool) {
        words::each(text.unwrap_or_default(), |word| {
            *part(self.words.entry(word.into())) = true;
        });
    }

    /// How much of the longer of both the run and the headline have in common, and how much of
    /// the run is in the description: shares from 0 to 1, over different words. Both are 0 for a
    /// long run.
    pub(super) fn overlaps(&self, words: &Words) -> (f32, f32) {
        let Some(words) = words.all() else { return (0.0, 0.0) };
        if !words.clone().any(|word| self.words.get(word).is_some()) {
            return (0.0, 0.0);
        }
        let (mut seen, mut different) = (Seen::new(), 0);
        let (mut title, mut description) = (0, 0);
        for word in words.filter(|word| seen.insert(*word)) {
            different += 1;
            if let Some(source) = self.words.get(word) {
                title += usize::from(source.title);
                description += usize::from(source.description);
            }
        }
        (share(title, self.title.max(different)), share(description, different))
    }
}

/// Twice as many places as there are words in a text, and more.
const PLACES: usize = (2 * words::MOST).next_power_of_two();

/// The different words of a text of at most [`words::MOST`], each in the first place from its own on
/// that was free.
struct Seen([u64; PLACES]);

impl Seen {
    /// Stands above the number of a word where there is one.
    const TAKEN: u64 = 1 << 32;

    fn new() -> Self {
        Self([0; PLACES])
    }

    /// Whether the word is a new one.
    fn insert(&mut self, word: Word) -> bool {
        let entry = Self::TAKEN | u64::from(word.number());
        let mut at = word.number() as usize;
        while let Some(place) = self.0.get_mut(at % PLACES) {
            if *place == entry {
                return false;
            }
            if *place == 0 {
                *place = entry;
                return true;
            }
            at += 1;
        }
        false
    }
}

fn share(part: usize, whole: usize) -> f32 {
    to_f32(part) / to_f32(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlaps_are_shares_of_words() {
        let overlaps = |hints: &Hints, text: &str| {
            let mut all = Words::new();
            words::each(text, |word| all.push(word));
            hints.overlaps(&all)
        };
        let hints = Hints::new(Some("Rain in the north"), Some("Rain is expected"));
        let near = |(a, b): (f32, f32), (c, d): (f32, f32)| (a - c).abs() + (b - d).abs() < 1e-6;
        assert!(near(overlaps(&hints, "RAIN in the NORTH!"), (1.0, 0.25)));
        assert!(near(overlaps(&hints, "Rain"), (0.25, 1.0)));
        assert!(near(overlaps(&hints, "—"), (0.0, 0.0)));
        let hints = Hints::new(Some("大雨 警報"), None);
        assert!(near(overlaps(&hints, "大雨"), (0.5, 0.0)));
    }
}
