//! What the class and id names of an element say, looked up once for each name.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tables::{
    ACTIVE, ADVERTS, BADGES, COMMENTS, FURNITURE, HEADINGS, HEADLINES, LABELS, MENUS, NEVER,
    ORDERED, PAID, RANKS, TIMES,
};
use crate::dom::{NameWord, words_of_name};
use crate::value::word::Word;

/// A set of the tables that the tokens of a name are in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    pub(super) const ADVERT: Self = Self(1);
    pub(super) const PAID: Self = Self(1 << 1);
    pub(super) const FURNITURE: Self = Self(1 << 2);
    pub(super) const NEVER: Self = Self(1 << 3);
    pub(super) const HEADLINE: Self = Self(1 << 4);
    pub(super) const HEADING: Self = Self(1 << 5);
    pub(super) const RANK: Self = Self(1 << 6);
    pub(super) const LABEL: Self = Self(1 << 7);
    pub(super) const BADGE: Self = Self(1 << 8);
    pub(super) const TIME: Self = Self(1 << 9);
    pub(super) const ACTIVE: Self = Self(1 << 10);
    pub(super) const ORDERED: Self = Self(1 << 11);
    pub(super) const COMMENTS: Self = Self(1 << 12);
    pub(super) const MENU: Self = Self(1 << 13);

    /// What the tokens of `name` say.
    pub(super) fn of(name: &str) -> Self {
        Self::of_words(words_of_name(name))
    }

    /// What the words of a name say.
    pub(super) fn of_words(words: impl Iterator<Item = NameWord>) -> Self {
        let by_word = &*BY_WORD;
        words.filter_map(|word| by_word.get(&word.word).copied()).fold(Self::default(), Self::with)
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of `other` is among them.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The tables, and what they mean.
const TABLES: &[(Marks, &[&str])] = &[
    (Marks::ADVERT, ADVERTS),
    (Marks::PAID, PAID),
    (Marks::FURNITURE, FURNITURE),
    (Marks::NEVER, NEVER),
    (Marks::HEADLINE, HEADLINES),
    (Marks::HEADING, HEADINGS),
    (Marks::RANK, RANKS),
    (Marks::LABEL, LABELS),
    (Marks::BADGE, BADGES),
    (Marks::TIME, TIMES),
    (Marks::ACTIVE, ACTIVE),
    (Marks::ORDERED, ORDERED),
    (Marks::COMMENTS, COMMENTS),
    (Marks::MENU, MENUS),
];

/// The tables that each word is in.
static BY_WORD: LazyLock<FxHashMap<Word, Marks>> = LazyLock::new(|| {
    let tokens = TABLES.iter().flat_map(|(marks, table)| table.iter().map(|token| (token, *marks)));
    let mut by_word: FxHashMap<_, Marks> = FxHashMap::default();
    for (token, marks) in tokens {
        let all = by_word.entry(Word::of(token)).or_default();
        *all = all.with(marks);
    }
    by_word
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::tokens;

    #[test]
    fn tokens_of_a_name_add_up() {
        let marks = Marks::of("Card-Title most_read rank1 pageHeader");
        assert!(marks.has(Marks::HEADLINE) && marks.has(Marks::RANK));
        assert!(marks.has(Marks::HEADING) && !marks.has(Marks::ADVERT));
        assert_eq!(Marks::of("adventure subtitled"), Marks::default());
    }

    #[test]
    fn tables_are_in_lower_case() {
        for (_, table) in TABLES {
            for token in *table {
                assert!(!token.contains(char::is_uppercase), "{token}");
                assert_eq!(tokens(token).collect::<Vec<_>>(), [*token]);
            }
        }
    }
}
