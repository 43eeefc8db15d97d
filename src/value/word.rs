//! Words as numbers, for looking up many.

use rustc_hash::FxHashMap;

use super::letter::lower;

/// A word in lower case, as the 32-bit FNV-1a hash of its characters. Two words may have the same:
/// of the few hundred that say something, one in millions is taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Word(u32);

impl Word {
    const OFFSET: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;

    pub(crate) fn new() -> Self {
        Self(Self::OFFSET)
    }

    /// The word with one more character, which is in lower case.
    #[inline]
    pub(crate) fn with(self, lower: char) -> Self {
        self.step(u32::from(lower))
    }

    pub(crate) fn of(word: &str) -> Self {
        let mut hash = Self::new();
        for byte in word.bytes() {
            if !byte.is_ascii() {
                return Self::of_any(word);
            }
            hash = hash.with(char::from(byte.to_ascii_lowercase()));
        }
        hash
    }

    fn of_any(word: &str) -> Self {
        let lower = word.chars().map(lower);
        lower.fold(Self::new(), Self::with)
    }

    /// A phrase with one more word.
    pub(crate) fn join(self, word: Self) -> Self {
        self.step(word.0)
    }

    /// The number that follows from this and another.
    #[inline]
    pub(crate) fn step(self, value: u32) -> Self {
        Self((self.0 ^ value).wrapping_mul(Self::PRIME))
    }

    pub(crate) fn number(self) -> u32 {
        self.0
    }
}

/// What words mean. Most words of a page are in no table, and are told by their lowest bits.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordMap<T> {
    meanings: FxHashMap<Word, T>,
    ends: Ends,
}

impl<T: Copy + Default> WordMap<T> {
    /// The meaning of a word, for changing it.
    pub(crate) fn entry(&mut self, word: Word) -> &mut T {
        self.ends.insert(word);
        self.meanings.entry(word).or_default()
    }

    #[inline]
    pub(crate) fn get(&self, word: Word) -> Option<T> {
        if self.ends.may_have(word) { self.meanings.get(&word).copied() } else { None }
    }

    /// How many words have a meaning that is like that.
    pub(crate) fn count(&self, is_like: impl Fn(&T) -> bool) -> usize {
        self.meanings.values().filter(|meaning| is_like(meaning)).count()
    }
}

/// A set of the lowest bits of words.
#[derive(Debug, Clone)]
struct Ends([u64; ENDS]);

/// A power of two.
const ENDS: usize = 64;

impl Default for Ends {
    fn default() -> Self {
        Self([0; ENDS])
    }
}

impl Ends {
    #[inline]
    fn place(word: Word) -> (usize, u64) {
        (word.0 as usize / 64 % ENDS, 1 << (word.0 % 64))
    }

    fn insert(&mut self, word: Word) {
        let (at, bit) = Self::place(word);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    #[inline]
    fn may_have(&self, word: Word) -> bool {
        let (at, bit) = Self::place(word);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_they_were_given() {
        let mut map: WordMap<u32> = WordMap::default();
        let words = ["rain", "дождь", "雨", "a"].map(Word::of);
        for (word, number) in words.iter().zip(1..) {
            *map.entry(*word) += number;
        }
        assert_eq!(words.map(|word| map.get(word)), [Some(1), Some(2), Some(3), Some(4)]);
        assert_eq!(map.get(Word::of("sun")), None);
        assert_eq!(map.count(|number| *number > 1), 3);
    }
}
