//! The script that a text is mostly in.

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

/// The names, in the order in which they are printed.
pub(crate) const NAMES: [&str; 7] =
    ["Latin", "Cyrillic", "CJK", "Arabic", "Hebrew", "Indic", "other"];

/// The name of the script with the most letters in the text.
pub(crate) fn of(text: &str) -> &'static str {
    let scripts = CodePointMapData::<Script>::new();
    let mut counts = [0; NAMES.len()];
    for c in text.chars() {
        if let Some(count) = index(scripts.get(c)).and_then(|index| counts.get_mut(index)) {
            *count += 1;
        }
    }
    let most = counts.iter().zip(NAMES).rev().max_by_key(|(count, _)| **count);
    most.map_or("other", |(_, name)| name)
}

/// Where in [`NAMES`]; `None` for signs that all scripts share.
fn index(script: Script) -> Option<usize> {
    Some(match script {
        Script::Common | Script::Inherited | Script::Unknown => return None,
        Script::Latin => 0,
        Script::Cyrillic => 1,
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => 2,
        Script::Arabic => 3,
        Script::Hebrew => 4,
        Script::Devanagari
        | Script::Bengali
        | Script::Gurmukhi
        | Script::Gujarati
        | Script::Oriya
        | Script::Tamil
        | Script::Telugu
        | Script::Kannada
        | Script::Malayalam
        | Script::Sinhala => 5,
        _ => 6,
    })
}
