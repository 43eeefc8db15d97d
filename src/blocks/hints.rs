//! What the metadata says of the article's text: its headline and its description.

use rustc_hash::FxHashSet;

use super::lexicon::Word;
use super::measures::to_f32;
use super::words::{self, Words};

/// The words of the headline and of the description that a page's metadata gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hints {
    title: FxHashSet<Word>,
    description: FxHashSet<Word>,
}

impl Hints {
    pub(crate) fn new(title: Option<&str>, description: Option<&str>) -> Self {
        let words = |text: Option<&str>| {
            let mut all = FxHashSet::default();
            words::each(text.unwrap_or_default(), |word| {
                all.insert(word.into());
            });
            all
        };
        Self { title: words(title), description: words(description) }
    }

    /// How much of the longer of both the run and the headline have in common, and how much of
    /// the run is in the description: shares from 0 to 1, over different words. Both are 0 for a
    /// long run.
    pub(super) fn overlaps(&self, words: &Words) -> (f32, f32) {
        let Some(words) = words.all() else { return (0.0, 0.0) };
        let is_hint = |word: &Word| self.title.contains(word) || self.description.contains(word);
        if !words.clone().any(|word| is_hint(&word)) {
            return (0.0, 0.0);
        }
        let mut different: Vec<Word> = words.collect();
        different.sort_unstable();
        different.dedup();
        let shared =
            |with: &FxHashSet<Word>| different.iter().filter(|word| with.contains(word)).count();
        let longer = self.title.len().max(different.len());
        (share(shared(&self.title), longer), share(shared(&self.description), different.len()))
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
