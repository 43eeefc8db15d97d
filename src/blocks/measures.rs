//! What is counted in the text of a run.

use std::hash::Hasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::counts::Counts;
use super::letters::{Class, is_sentence_end};
use super::runs::Inline;
use super::words::Words;
use super::{Blocks, Run};

/// Counts over the characters of a run, and shares of its text.
#[expect(clippy::struct_excessive_bools, reason = "each is a measure of its own")]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measures {
    pub(super) words: f32,
    pub(super) characters: f32,
    pub(super) link_density: f32,
    pub(super) sentences: f32,
    pub(super) commas: f32,
    pub(super) digits: f32,
    pub(super) capitals: f32,
    /// Words that begin with a capital letter.
    pub(super) capitalised: f32,
    pub(super) quotes: f32,
    /// Signs of menus, shares and tags: `|`, `›`, `#`, `@`, `•`.
    pub(super) signs: f32,
    pub(super) copyright: bool,
    pub(super) bar: bool,
    pub(super) ends_sentence: bool,
    pub(super) ends_colon: bool,
    pub(super) ends_ellipsis: bool,
    pub(super) starts_lower: bool,
    /// A number of four digits that begins with 19 or 20.
    pub(super) year: bool,
    /// How often the text stands on the page, and how often before.
    pub(super) times: f32,
    pub(super) times_before: f32,
}

/// How many words a run must have at the least to look like prose.
const PROSE_WORDS: f32 = 12.0;
/// How much of it may be in links.
const PROSE_LINKS: f32 = 0.35;
/// Text with more digits among its characters is one of numbers.
const NUMBERS: f32 = 0.25;
/// Characters of scripts without spaces that make a word.
const CHARACTERS_A_WORD: f32 = 2.0;

impl Measures {
    pub(super) fn is_prose(&self) -> bool {
        self.words >= PROSE_WORDS && self.link_density < PROSE_LINKS && self.sentences >= 1.0
    }

    /// Whether so much of it is digits that its points end no sentences: opening hours, telephone
    /// numbers, results.
    pub(super) fn is_of_numbers(&self) -> bool {
        self.digits > NUMBERS * self.characters
    }

    /// The words of prose in it.
    pub(super) fn prose(&self) -> f32 {
        if self.is_prose() { self.words } else { 0.0 }
    }
}

/// Measures each run, and calls `heard` with its words.
pub(super) fn measure_all(blocks: &Blocks, mut heard: impl FnMut(&Words)) -> Vec<Measures> {
    let mut words = Words::new();
    let mut measures: Vec<_> = Vec::with_capacity(blocks.runs.len());
    for run in &blocks.runs {
        words.clear();
        measures.push(measure(blocks.text(run), run, &mut words));
        heard(&words);
    }
    count_repetitions(blocks, &mut measures);
    measures
}

fn count_repetitions(blocks: &Blocks, measures: &mut [Measures]) {
    let hash = |text: &str| {
        let mut hash = FxHasher::default();
        hash.write(text.as_bytes());
        hash.finish()
    };
    let keys: Vec<u64> = blocks.runs.iter().map(|run| hash(blocks.text(run))).collect();
    let mut times: FxHashMap<u64, f32> =
        FxHashMap::with_capacity_and_hasher(keys.len(), FxBuildHasher);
    for (measures, key) in measures.iter_mut().zip(&keys) {
        let times = times.entry(*key).or_default();
        measures.times_before = *times;
        *times += 1.0;
    }
    for (measures, key) in measures.iter_mut().zip(&keys) {
        measures.times = times.get(key).copied().unwrap_or(1.0);
    }
}

fn measure(text: &str, run: &Run, words: &mut Words) -> Measures {
    let counts = Counts::of(text, |word| words.push(word));
    let count = |class: Class| to_f32(counts.of_class(class));
    Measures {
        words: to_f32(counts.words) + count(Class::Unspaced) / CHARACTERS_A_WORD,
        characters: to_f32(counts.characters()),
        link_density: share(run, Inline::Link),
        sentences: count(Class::Sentence),
        commas: count(Class::Comma),
        digits: count(Class::Digit),
        capitals: count(Class::Upper),
        capitalised: to_f32(counts.capitalised),
        quotes: count(Class::Quote),
        signs: count(Class::Sign),
        copyright: counts.copyright,
        bar: counts.bar,
        year: counts.year.found,
        ..Measures::of_ends(text)
    }
}

/// The share of the text of a run in inline elements of a kind.
pub(super) fn share(run: &Run, inline: Inline) -> f32 {
    let bytes = run.inline.get(inline as usize).copied().unwrap_or_default();
    (to_f32(bytes as usize) / to_f32(run.len()).max(1.0)).min(1.0)
}

impl Measures {
    /// How the text begins and ends.
    fn of_ends(text: &str) -> Self {
        let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', '」', '』', ' ']);
        Self {
            ends_sentence: bare.ends_with(is_sentence_end),
            ends_colon: text.ends_with([':', '：']),
            ends_ellipsis: text.ends_with('…') || text.ends_with("..."),
            starts_lower: text.chars().next().is_some_and(char::is_lowercase),
            ..Self::default()
        }
    }
}

pub(super) fn flag(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a page, far below 2^24 where it matters")]
pub(super) fn to_f32(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::blocks::lexicon::Lexicon;
    use crate::dom::Document;

    fn measured(html: &str) -> Vec<Measures> {
        let page = Document::parse(html, &Limits::default());
        measure_all(&Blocks::cut_with(&page, &Lexicon::default()), |_| ())
    }

    #[test]
    fn words_and_signs_are_counted() {
        let [text] = measured("<p>“It rains,” said Ann O'Neil in 2024. <a href=x>More…</a>")[..]
        else {
            panic!("one run")
        };
        assert!((text.words - 8.0).abs() < 1e-6, "{text:?}");
        assert!((text.sentences - 2.0).abs() < 1e-6 && (text.commas - 1.0).abs() < 1e-6);
        assert!((text.quotes - 2.0).abs() < 1e-6 && (text.capitalised - 4.0).abs() < 1e-6);
        assert!(text.year && text.ends_sentence && text.ends_ellipsis && !text.starts_lower);
        assert!(text.link_density > 0.1 && text.link_density < 0.3);
    }

    #[test]
    fn scripts_without_spaces_have_words_too() {
        let [text] = measured("<p>明日は北部で雨が降る。")[..] else {
            panic!("one run")
        };
        assert!((text.words - 5.0).abs() < 1e-6 && (text.sentences - 1.0).abs() < 1e-6);
    }

    #[test]
    fn repetitions_are_counted() {
        let times: Vec<_> =
            measured("<p>a<p>b<p>a").iter().map(|m| (m.times, m.times_before)).collect();
        assert_eq!(times, [(2.0, 0.0), (1.0, 0.0), (2.0, 1.0)]);
    }

    #[test]
    fn opening_hours_are_of_numbers() {
        let html = "<p>From 09:00 to 21:00. Tel. +7 700 000 00 02<p>In 2024 the mill was built.";
        let found: Vec<bool> = measured(html).iter().map(Measures::is_of_numbers).collect();
        assert_eq!(found, [true, false]);
    }
}
