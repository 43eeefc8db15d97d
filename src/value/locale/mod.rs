//! Tables by language. Each entry is written as pages write it; the code that looks an entry up
//! folds both sides with [`text::plain`](super::text::plain).

pub(crate) mod counters;
pub(crate) mod lists;

use std::collections::HashMap;

use super::text::plain;

/// A table for looking up folded words.
pub(crate) fn index<T: Copy>(table: &[(T, &[&str])]) -> HashMap<String, T> {
    table.iter().flat_map(|(value, words)| words.iter().map(|w| (plain(w), *value))).collect()
}
