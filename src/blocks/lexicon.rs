//! What single words say: tokens of the names that sites give their elements, and words of short
//! texts. The table is learned from annotated pages.

use rustc_hash::FxHashMap;

/// Where a word stands. The same word says different things in a class and in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A word in its place, as the 32-bit FNV-1a hash of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(pub(crate) u32);

impl Key {
    const OFFSET: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;

    pub(crate) fn new(place: Place) -> Self {
        Self(Self::OFFSET).with_byte(place as u8)
    }

    fn with_byte(self, byte: u8) -> Self {
        Self((self.0 ^ u32::from(byte)).wrapping_mul(Self::PRIME))
    }

    /// The key with one more character, in lower case.
    pub(crate) fn with(self, c: char) -> Self {
        if c.is_ascii() {
            // The cast is exact for ASCII.
            return self.with_byte((c as u8).to_ascii_lowercase());
        }
        let bytes =
            |key: Self, c: char| c.encode_utf8(&mut [0; 4]).bytes().fold(key, Self::with_byte);
        c.to_lowercase().fold(self, bytes)
    }

    pub(crate) fn of(place: Place, word: &str) -> Self {
        word.chars().fold(Self::new(place), Self::with)
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

    pub(crate) fn mean(&self) -> f32 {
        self.sum / self.count.max(1.0)
    }
}

/// A text of more words than this is no label.
pub(crate) const LABEL_WORDS: usize = 10;
/// A phrase is told apart by its first characters.
const PHRASE: usize = 60;

/// Calls `found` with the key of each word of a short text, of the text as a whole and of its
/// first word; with none for a longer text. Numbers are no words.
pub(crate) fn label_keys(text: &str, mut found: impl FnMut(Key)) {
    let mut words: [(Key, bool); LABEL_WORDS] = [(Key(0), false); LABEL_WORDS];
    let mut count = 0_usize;
    let mut phrase = Key::new(Place::Phrase);
    let mut first = Key::new(Place::First);
    let mut in_word = false;
    let mut length = 0;
    for c in text.chars() {
        if !c.is_alphanumeric() {
            in_word = false;
            continue;
        }
        if !in_word {
            count += 1;
            phrase = phrase.with(' ');
        }
        let Some((word, is_wordy)) = count.checked_sub(1).and_then(|at| words.get_mut(at)) else {
            return;
        };
        *word = if in_word { word.with(c) } else { Key::new(Place::Word).with(c) };
        *is_wordy |= !c.is_numeric();
        first = if count == 1 { first.with(c) } else { first };
        length += 1;
        phrase = if length <= PHRASE { phrase.with(c) } else { phrase };
        in_word = true;
    }
    if count == 0 {
        return;
    }
    words.iter().take(count).filter(|(_, is_wordy)| *is_wordy).for_each(|(word, _)| found(*word));
    found(phrase);
    found(first);
}

/// What the words of a short text say.
pub(crate) fn label_opinion(text: &str, lexicon: &Lexicon) -> Opinion {
    let mut opinion = Opinion::default();
    label_keys(text, |key| {
        if let Some(value) = lexicon.get(key) {
            opinion.add(value);
        }
    });
    opinion
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_fold_case_and_tell_places_apart() {
        assert_eq!(Key::of(Place::Class, "Article"), Key::of(Place::Class, "article"));
        assert_eq!(Key::of(Place::Word, "ЧИТАЙТЕ"), Key::of(Place::Word, "читайте"));
        assert_ne!(Key::of(Place::Class, "article"), Key::of(Place::Id, "article"));
    }

    #[test]
    fn labels_give_words_phrase_and_first_word() {
        let keys = |text: &str| {
            let mut keys = Vec::new();
            label_keys(text, |key| keys.push(key));
            keys
        };
        let word = |word: &str| Key::of(Place::Word, word);
        let phrase = Key::of(Place::Phrase, " read 12 more");
        let first = Key::of(Place::First, "read");
        assert_eq!(keys("Read 12 more:"), [word("read"), word("more"), phrase, first]);
        assert!(keys("one two three four five six seven eight nine ten eleven").is_empty());
        assert!(keys(" - ").is_empty());
    }

    #[test]
    fn opinions_join() {
        let lexicon: Lexicon =
            [(Key::of(Place::Word, "share"), -2.0), (Key::of(Place::Word, "this"), 0.5)]
                .into_iter()
                .collect();
        let opinion = label_opinion("Share this", &lexicon);
        assert_eq!(opinion, Opinion { min: -2.0, max: 0.5, sum: -1.5, count: 2.0 });
        assert!((opinion.mean() + 0.75).abs() < 1e-6);
        assert_eq!(label_opinion("Weather", &lexicon), Opinion::default());
    }
}
