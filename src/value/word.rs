//! Words as numbers, for looking up many.

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
        let lower = word.chars().map(|c| c.to_lowercase().next().unwrap_or(c));
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
