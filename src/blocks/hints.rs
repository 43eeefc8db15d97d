//! What the metadata says of the article's text: its headline and its description.

use rustc_hash::FxHashSet;

use super::lexicon::{Key, Place};
use super::measures::{is_unspaced, to_f32};

/// The words of the headline and of the description that a page's metadata gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hints {
    title: Words,
    description: Words,
}

/// A set of words.
type Words = FxHashSet<Key>;

/// A run of more words than this is no headline.
const TITLE_WORDS: usize = 60;

impl Hints {
    pub(crate) fn new(title: Option<&str>, description: Option<&str>) -> Self {
        let words = |text: Option<&str>| words(text.unwrap_or_default(), usize::MAX);
        Self { title: words(title), description: words(description) }
    }

    /// How much of the longer of both the run and the headline have in common, and how much of
    /// the run is in the description: shares from 0 to 1, over different words.
    pub(super) fn overlaps(&self, text: &str) -> (f32, f32) {
        if self.title.is_empty() && self.description.is_empty() {
            return (0.0, 0.0);
        }
        let words = words(text, TITLE_WORDS);
        if words.is_empty() || words.len() >= TITLE_WORDS {
            return (0.0, 0.0);
        }
        let shared = |with: &Words| share(words.intersection(with).count(), words.len());
        let longer = self.title.len().max(words.len());
        let title = share(words.intersection(&self.title).count(), longer);
        (title, shared(&self.description))
    }
}

fn share(part: usize, whole: usize) -> f32 {
    to_f32(part) / to_f32(whole.max(1))
}

/// The different words of a text, up to a number; those of scripts without spaces are characters.
fn words(text: &str, most: usize) -> Words {
    let mut words = Words::default();
    let mut word: Option<Key> = None;
    for c in text.chars() {
        if words.len() >= most {
            return words;
        }
        if !c.is_alphanumeric() {
            words.extend(word.take());
        } else if is_unspaced(c) {
            words.extend(word.take());
            words.insert(Key::new(Place::Word).with(c));
        } else {
            word = Some(word.unwrap_or(Key::new(Place::Word)).with(c));
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlaps_are_shares_of_words() {
        let hints = Hints::new(Some("Rain in the north"), Some("Rain is expected"));
        let near = |(a, b): (f32, f32), (c, d): (f32, f32)| (a - c).abs() + (b - d).abs() < 1e-6;
        assert!(near(hints.overlaps("RAIN in the NORTH!"), (1.0, 0.25)));
        assert!(near(hints.overlaps("Rain"), (0.25, 1.0)));
        assert!(near(hints.overlaps("—"), (0.0, 0.0)));
        let hints = Hints::new(Some("大雨 警報"), None);
        assert!(near(hints.overlaps("大雨"), (0.5, 0.0)));
    }
}
