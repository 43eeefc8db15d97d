//! What is counted in the text of a run.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::runs::Inline;
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
/// Characters of scripts without spaces that make a word.
const CHARACTERS_A_WORD: f32 = 2.0;

impl Measures {
    pub(super) fn is_prose(&self) -> bool {
        self.words >= PROSE_WORDS && self.link_density < PROSE_LINKS && self.sentences >= 1.0
    }

    /// The words of prose in it.
    pub(super) fn prose(&self) -> f32 {
        if self.is_prose() { self.words } else { 0.0 }
    }
}

/// Measures each run.
pub(super) fn measure_all(blocks: &Blocks) -> Vec<Measures> {
    let mut measures: Vec<_> =
        blocks.runs.iter().map(|run| measure(blocks.text(run), run)).collect();
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
    let mut times: FxHashMap<u64, f32> = FxHashMap::default();
    for (measures, key) in measures.iter_mut().zip(&keys) {
        let times = times.entry(*key).or_default();
        measures.times_before = *times;
        *times += 1.0;
    }
    for (measures, key) in measures.iter_mut().zip(&keys) {
        measures.times = times.get(key).copied().unwrap_or(1.0);
    }
}

fn measure(text: &str, run: &Run) -> Measures {
    let mut measures = Measures::default();
    let mut in_word = false;
    let mut year = Year::default();
    for c in text.chars() {
        measures.characters += 1.0;
        year.read(c);
        let begins = !in_word;
        in_word = match class(c) {
            Class::Unspaced => {
                measures.words += 1.0 / CHARACTERS_A_WORD;
                false
            }
            Class::Upper => {
                measures.capitals += 1.0;
                measures.words += flag(begins);
                measures.capitalised += flag(begins);
                true
            }
            Class::Letter => {
                measures.words += flag(begins);
                true
            }
            Class::Digit => {
                measures.digits += 1.0;
                measures.words += flag(begins);
                true
            }
            Class::Inner => in_word,
            sign => {
                measures.count_sign(sign);
                false
            }
        };
        measures.bar |= c == '|';
        measures.copyright |= c == '©';
    }
    measures.year = year.found();
    measures.link_density = share(run, Inline::Link);
    measures.set_ends(text);
    measures
}

/// The share of the text of a run in inline elements of a kind.
pub(super) fn share(run: &Run, inline: Inline) -> f32 {
    let bytes = run.inline.get(inline as usize).copied().unwrap_or_default();
    (to_f32(bytes) / to_f32(run.text.len()).max(1.0)).min(1.0)
}

impl Measures {
    fn count_sign(&mut self, sign: Class) {
        match sign {
            Class::Sentence => self.sentences += 1.0,
            Class::Comma => self.commas += 1.0,
            Class::Quote => self.quotes += 1.0,
            Class::Sign => self.signs += 1.0,
            _ => {}
        }
    }

    fn set_ends(&mut self, text: &str) {
        let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', '」', '』', ' ']);
        self.ends_sentence = bare.ends_with(is_sentence_end);
        self.ends_colon = text.ends_with([':', '：']);
        self.ends_ellipsis = text.ends_with('…') || text.ends_with("...");
        self.starts_lower = text.chars().next().is_some_and(char::is_lowercase);
    }
}

/// What a character counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
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
    Sign,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' => Class::Letter,
        'A'..='Z' => Class::Upper,
        '0'..='9' => Class::Digit,
        ' ' => Class::Other,
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
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{0E00}'..='\u{0E7F}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '…' | '։')
}

/// Looks for a year of the last and the present century: four digits alone.
#[derive(Debug, Default)]
struct Year {
    digits: usize,
    value: u32,
    found: bool,
}

impl Year {
    const YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

    fn read(&mut self, c: char) {
        if let Some(digit) = c.to_digit(10) {
            self.digits += 1;
            self.value = self.value.wrapping_mul(10).wrapping_add(digit);
        } else {
            self.found = self.found();
            (self.digits, self.value) = (0, 0);
        }
    }

    fn found(&self) -> bool {
        self.found || (self.digits == 4 && Self::YEARS.contains(&self.value))
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
        measure_all(&Blocks::cut_with(&page, &Lexicon::default()))
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
}
