//! Tables by language. Each entry is written as pages write it; the code that looks an entry up
//! folds both sides with [`text::plain`](super::text::plain). The words of one entry stand in one
//! string, with `|` between them.

pub(crate) mod calls;
pub(crate) mod counters;
pub(crate) mod currencies;
pub(crate) mod dates;
pub(crate) mod lists;
pub(crate) mod names;
pub(crate) mod notes;
pub(crate) mod zones;

use rustc_hash::FxHashMap;

use super::text::plain;

/// The words of a table, each with what it means.
pub(crate) fn entries<T: Copy>(
    table: &[(T, &'static str)],
) -> impl Iterator<Item = (T, &'static str)> {
    table.iter().flat_map(|(value, words)| words.split('|').map(|word| (*value, word)))
}

/// A table for looking up folded words. Of two meanings of a word the first in the table wins.
pub(crate) fn index<T: Copy>(table: &[(T, &'static str)]) -> FxHashMap<String, T> {
    let mut index = FxHashMap::default();
    for (value, word) in entries(table) {
        index.entry(plain(word)).or_insert(value);
    }
    index
}
