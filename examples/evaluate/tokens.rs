//! Text as the scores see it. The definitions are those of the benchmarks' Python scorers, down to
//! what `\w`, `\s`, `lower()` and `casefold()` mean there.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizer;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Quotes, dashes and invisible signs, and what they are compared as.
const PLAIN: [(&str, &str); 4] = [
    ("\u{2018}\u{2019}\u{201a}\u{201b}\u{2032}\u{b4}`\u{2039}\u{203a}", "'"),
    ("\u{201c}\u{201d}\u{201e}\u{201f}\u{2033}\u{ab}\u{bb}", "\""),
    ("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}", "-"),
    ("\u{ad}\u{200b}\u{feff}\u{200e}\u{200f}\u{200c}\u{200d}", ""),
];

/// Words before a name that are no part of it.
const BY: [&str; 4] = ["by", "von", "par", "por"];

/// The words of a text, `\w+`: letters, numbers and underscores. Marks are no letters, so that
/// words of Indic scripts fall into several.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Letter.union(GeneralCategoryGroup::Number).contains(category)
}

/// White space as single spaces, none at the ends.
pub(crate) fn squash(text: &str) -> String {
    let words = text.split(is_space).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// `\s`: white space, and the four separators of ASCII.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// A title for comparing: differences of white space, quotes, dashes, case and Unicode form do not
/// count; nor does `...` against the ellipsis.
pub(crate) fn title_key(title: &str) -> String {
    let composed = ComposingNormalizer::new_nfkc().normalize(title);
    let mut plain = String::with_capacity(composed.len());
    for c in composed.chars() {
        match PLAIN.iter().find(|(signs, _)| signs.contains(c)) {
            Some((_, sign)) => plain.push_str(sign),
            None => plain.push(c),
        }
    }
    squash(&CaseMapper::new().fold_string(&plain)).replace("''", "\"")
}

/// A name for comparing: as titles, and without full stops, a leading 'by', and commas around.
pub(crate) fn author_key(name: &str) -> String {
    let key = title_key(name).replace('.', "");
    let name = match key.split_once(is_space) {
        Some((by, name)) if BY.contains(&by) => name.trim_start_matches(is_space),
        _ => &key,
    };
    name.trim_matches([' ', ',', ';', ':']).to_owned()
}
