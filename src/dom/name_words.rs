//! The words of the names that a page gives its elements. Several readers want them, and pages
//! repeat a few hundred values by the thousand: each is cut into words once.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Document;
use super::told::{Meanings, Value};
use crate::room::push;
use crate::value::text::token_words;
use crate::value::word::Word;

/// The attributes whose values more than one reader cuts into words.
const NAMES: &[&str] = &["class", "id", "data-testid", "data-qa", "data-component", "aria-label"];

/// How many nodes most pages have for each value, and how many words a value has, for room at once.
const NODES_PER_VALUE: usize = 8;
const WORDS_OF_VALUE: usize = 4;

/// A word of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameWord {
    pub(crate) word: Word,
    /// Its bytes; 255 for more.
    pub(crate) length: u8,
}

/// The words of all values of [`NAMES`].
#[derive(Debug, Clone)]
pub(crate) struct NameWords {
    words: Vec<Word>,
    /// The lengths of these, apart: beside them each would take four bytes.
    lengths: Vec<u8>,
    /// Where those of a value stand, by the number of the value.
    places: FxHashMap<u32, (u32, u32)>,
}

impl NameWords {
    pub(super) fn read(document: &Document) -> Self {
        let names = Meanings::new(document, |name| NAMES.contains(&name).then_some(()));
        let values = document.len() / NODES_PER_VALUE;
        let mut places = FxHashMap::with_capacity_and_hasher(values, FxBuildHasher);
        let mut words: Vec<NameWord> = Vec::with_capacity(values * WORDS_OF_VALUE);
        for ((), value) in names.all(document) {
            if let Some(number) = value.number() {
                places.entry(number).or_insert_with(|| {
                    let from = place(&words);
                    of_text(value.text()).for_each(|word| push(&mut words, word));
                    (from, place(&words))
                });
            }
        }
        let (words, lengths) = words.iter().map(|word| (word.word, word.length)).unzip();
        Self { words, lengths, places }
    }

    /// The words of a value, if it is that of an attribute that is read here.
    pub(crate) fn of(&self, value: Value<'_>) -> Option<impl Iterator<Item = NameWord>> {
        let (from, to) = self.places.get(&value.number()?)?;
        let places = *from as usize..*to as usize;
        let words = self.words.get(places.clone())?.iter().zip(self.lengths.get(places)?);
        Some(words.map(|(word, length)| NameWord { word: *word, length: *length }))
    }
}

/// The words of a name.
pub(crate) fn of_text(name: &str) -> impl Iterator<Item = NameWord> {
    token_words(name)
        .map(|(word, length)| NameWord { word, length: u8::try_from(length).unwrap_or(u8::MAX) })
}

/// How many words there are. Input is cut far below `u32::MAX`.
fn place(words: &[NameWord]) -> u32 {
    u32::try_from(words.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    #[test]
    fn values_of_names_have_their_words() {
        let html = "<p class='Post-body x' id=post>a<p class='Post-body x' title=post>";
        let page = Document::parse(html, &Limits::default());
        let names = Meanings::new(&page, |name| Some(name.len()));
        let words: Vec<Option<Vec<Word>>> = page
            .elements()
            .flat_map(|element| names.attrs(element))
            .map(|(_, value)| {
                let words = page.name_words().of(value)?;
                Some(words.map(|word| word.word).collect())
            })
            .collect();
        let class = ["post", "body", "x"].map(Word::of).to_vec();
        // The title has the value of the id.
        let id = vec![Word::of("post")];
        assert_eq!(words, [Some(class.clone()), Some(id.clone()), Some(class), Some(id)]);
    }
}
