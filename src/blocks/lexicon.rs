//! What single words say: tokens of the names that sites give their elements, and words of short
//! texts. The table is learned from annotated pages.

use rustc_hash::FxHashMap;

pub(crate) use crate::value::word::Word;

/// Where a word stands. The same word says different things in a class and in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Place {
    /// A token of a class.
    Class = b'c',
    /// A token of an id.
    Id = b'i',
    /// A token of a role, an `itemprop` or a `property`.
    Property = b'p',
    /// A token of an `itemtype`.
    Type = b't',
    /// A token of an `aria-label`.
    Label = b'l',
    /// A token of a `data-` attribute that names what an element is for.
    Data = b'd',
    /// A word of a short text.
    Word = b'w',
    /// A short text as a whole.
    Phrase = b'f',
    /// The first word of a short text.
    First = b'1',
}

/// A [`Word`] in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(pub(crate) u32);

impl Word {
    pub(crate) fn at(self, place: Place) -> Key {
        Key(self.step(u32::from(place as u8)).number())
    }
}

/// The log-odds by which each word makes text more or less likely to be body text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    values: FxHashMap<Key, f32>,
}

impl Lexicon {
    pub(crate) fn get(&self, key: Key) -> Option<f32> {
        self.values.get(&key).copied()
    }

    #[cfg(feature = "training")]
    pub(crate) fn set(&mut self, key: Key, value: Option<f32>) {
        match value {
            Some(value) => self.values.insert(key, value),
            None => self.values.remove(&key),
        };
    }
}

impl FromIterator<(Key, f32)> for Lexicon {
    fn from_iter<T: IntoIterator<Item = (Key, f32)>>(entries: T) -> Self {
        Self { values: entries.into_iter().collect() }
    }
}

/// What the words of one element or one text say together. Without any known word all is 0.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Opinion {
    /// The least log-odds, at most 0.
    pub(crate) min: f32,
    /// The greatest, at least 0.
    pub(crate) max: f32,
    pub(crate) sum: f32,
    /// How many words are known.
    pub(crate) count: f32,
}

/// The least and the greatest log-odds of an [`Opinion`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Extremes {
    pub(super) min: f32,
    pub(super) max: f32,
}

impl Opinion {
    pub(crate) fn add(&mut self, value: f32) {
        self.join(&Self { min: value.min(0.0), max: value.max(0.0), sum: value, count: 1.0 });
    }

    pub(crate) fn join(&mut self, other: &Self) {
        self.min = self.min.min(other.min);
        self.max = self.max.max(other.max);
        self.sum += other.sum;
        self.count += other.count;
    }

    pub(super) fn extremes(&self) -> Extremes {
        Extremes { min: self.min, max: self.max }
    }

    pub(crate) fn mean(&self) -> f32 {
        self.sum / self.count.max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_fold_case_and_tell_places_apart() {
        let key = |word: &str, place| Word::of(word).at(place);
        assert_eq!(key("Article", Place::Class), key("article", Place::Class));
        assert_eq!(key("ЧИТАЙТЕ", Place::Word), key("читайте", Place::Word));
        assert_ne!(key("article", Place::Class), key("article", Place::Id));
    }

    #[test]
    fn opinions_join() {
        let mut opinion = Opinion::default();
        opinion.add(-2.0);
        opinion.add(0.5);
        assert_eq!(opinion, Opinion { min: -2.0, max: 0.5, sum: -1.5, count: 2.0 });
        assert!((opinion.mean() + 0.75).abs() < 1e-6);
    }
}
