//! What the names of an element say: its class, id, role and the like.

use std::hash::Hasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::areas::low_bits;
use super::lexicon::{Lexicon, Opinion, Place, Word};
use super::traits::Traits;
use crate::dom::{Document, ElementRef, Meanings, NameWord, words_of_name};

/// What the names of an element, or one of its attributes, say.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Named {
    pub(crate) traits: Traits,
    pub(crate) opinion: Opinion,
    /// A hash of its class.
    pub(super) class: u32,
}

impl Named {
    fn join(&mut self, other: &Self) {
        self.traits = self.traits.union(other.traits);
        self.opinion.join(&other.opinion);
        self.class |= other.class;
    }
}

/// Reads names, each value once a page: pages repeat them by the hundred.
pub(super) struct Names<'l> {
    document: &'l Document,
    lexicon: &'l Lexicon,
    places: Meanings<Place>,
    seen: FxHashMap<(u32, Place), Named>,
    /// Room for the words of one value.
    words: Vec<Word>,
}

/// How many nodes most pages have for each value.
const NODES_PER_VALUE: usize = 16;

impl<'l> Names<'l> {
    pub(super) fn new(document: &'l Document, lexicon: &'l Lexicon) -> Self {
        let places = Meanings::new(document, place);
        let values = document.len() / NODES_PER_VALUE;
        let seen = FxHashMap::with_capacity_and_hasher(values, FxBuildHasher);
        Self { document, lexicon, places, seen, words: Vec::new() }
    }

    pub(super) fn of(&mut self, element: ElementRef<'_>) -> Named {
        let mut named = Named { traits: Traits::of_tag(element.tag()), ..Named::default() };
        for (place, value) in self.places.attrs(element) {
            let (lexicon, words) = (self.lexicon, &mut self.words);
            let mut read = || {
                let told = told(place, value.text());
                let whole = told.len() == value.text().len();
                let known = self.document.name_words().of(value).filter(|_| whole);
                match known {
                    Some(known) => read(place, told, known, lexicon, words),
                    None => read(place, told, words_of_name(told), lexicon, words),
                }
            };
            match value.number() {
                Some(number) => named.join(self.seen.entry((number, place)).or_insert_with(read)),
                None => named.join(&read()),
            }
        }
        named
    }
}

/// A hash of a class; 0 for what stands elsewhere.
fn hash_of_class(place: Place, value: &str) -> u32 {
    if place != Place::Class {
        return 0;
    }
    let mut hash = FxHasher::default();
    hash.write(value.as_bytes());
    low_bits(hash.finish())
}

/// What the words of a value say. `seen` is room for them.
fn read(
    place: Place,
    value: &str,
    words: impl Iterator<Item = NameWord>,
    lexicon: &Lexicon,
    seen: &mut Vec<Word>,
) -> Named {
    let mut named = Named { class: hash_of_class(place, value), ..Named::default() };
    let mut before = Traits::default();
    let words = words.inspect(|word| {
        if place != Place::Label {
            let here = Traits::of_word(word.word);
            named.traits = named.traits.union(here).union(before.with_next(here));
            before = here;
        }
    });
    each_once(words, seen, |word| {
        if let Some(value) = lexicon.get(word.at(place)) {
            named.opinion.add(value);
        }
    });
    named
}

/// Calls `found` with the key of each token in the names of an element.
#[cfg(feature = "training")]
pub(super) fn keys(element: ElementRef<'_>, mut found: impl FnMut(super::lexicon::Key)) {
    let mut words = Vec::new();
    for (name, value) in element.attrs() {
        if let Some(place) = place(name) {
            let told = words_of_name(told(place, value));
            each_once(told, &mut words, |word| found(word.at(place)));
        }
    }
}

/// Where an attribute's tokens count, if it names what its element is for.
fn place(attribute: &str) -> Option<Place> {
    match attribute {
        "class" => Some(Place::Class),
        "id" => Some(Place::Id),
        "role" | "itemprop" | "property" => Some(Place::Property),
        "itemtype" => Some(Place::Type),
        "aria-label" => Some(Place::Label),
        "data-testid"
        | "data-component"
        | "data-component-name"
        | "data-type"
        | "data-module"
        | "data-qa"
        | "data-test"
        | "data-name"
        | "data-block"
        | "data-block-name"
        | "data-element" => Some(Place::Data),
        _ => None,
    }
}

/// Longer classes and ids are generated (utility classes, state), and say nothing more.
const MAX_NAME: usize = 400;
/// Of addresses of types and of paths of components, the end tells.
const MAX_TAIL: usize = 60;
/// Tokens of other length are abbreviations or generated.
const TOKEN: std::ops::RangeInclusive<u8> = 2..=20;

/// The part of a value that tells.
fn told(place: Place, value: &str) -> &str {
    match place {
        Place::Class | Place::Id => value.get(..value.floor_char_boundary(MAX_NAME)),
        _ => value.get(value.ceil_char_boundary(value.len().saturating_sub(MAX_TAIL))..),
    }
    .unwrap_or_default()
}

/// Each word once, since utility classes repeat their prefixes, by itself and joined with the one
/// before it: an `author-box` is no author, and no box like others. `seen` is room for them.
fn each_once(
    words: impl Iterator<Item = NameWord>,
    seen: &mut Vec<Word>,
    mut found: impl FnMut(Word),
) {
    seen.clear();
    let mut last = None;
    for NameWord { word, .. } in words.filter(|word| TOKEN.contains(&word.length)) {
        let before: Option<Word> = last.replace(word);
        if !seen.contains(&word) {
            seen.push(word);
            found(word);
            if let Some(before) = before {
                found(before.join(word));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::dom::Document;

    #[test]
    fn an_element_is_known_by_all_its_names() {
        let page = Document::parse(
            "<div class='article__body x' id=relatedNews itemprop=articleBody>",
            &Limits::default(),
        );
        let pair = Word::of("article").join(Word::of("body"));
        let lexicon: Lexicon = [
            (Word::of("body").at(Place::Class), 1.0),
            (pair.at(Place::Class), 0.5),
            (Word::of("related").at(Place::Id), -2.0),
        ]
        .into_iter()
        .collect();
        let div = page.elements().find(|element| element.name() == "div").unwrap();
        let mut names = Names::new(&page, &lexicon);
        let found = names.of(div);
        assert_eq!(found.opinion, Opinion { min: -2.0, max: 1.0, sum: -0.5, count: 3.0 });
        assert!(found.traits.has(Traits::RELATED) && found.traits.has(Traits::BODY));
        assert_eq!(names.of(div).opinion, found.opinion);
    }
}
