//! What a page has given already as the value of an attribute, or as white space between elements:
//! two in five bytes of values are those of classes and addresses that stand there again, and each
//! is kept once.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Where in the text of the arena a value stands.
pub(super) type Place = (u32, u32);

/// A place for each value, by its hash. Where two values fall on one place the later stays, so that
/// looking one up costs the same on every page.
#[derive(Debug)]
pub(super) struct Values {
    /// A power of two of them.
    places: Vec<Place>,
}

/// How many bytes of a page there are for each place; more places find little more.
const BYTES_PER_PLACE: usize = 128;
/// The fewest and the most places.
const LEAST: usize = 16;
const MOST: usize = 1 << 16;

impl Values {
    pub(super) fn new(bytes: usize) -> Self {
        let places = (bytes / BYTES_PER_PLACE).next_power_of_two().clamp(LEAST, MOST);
        Self { places: vec![(0, 0); places] }
    }

    /// The number of the place where a value like this stands, if it was there.
    pub(super) fn index(&self, value: &str) -> usize {
        let mut hash = FxHasher::default();
        hash.write(value.as_bytes());
        place_of(hash.finish(), self.places.len())
    }

    pub(super) fn get(&self, index: usize) -> Place {
        self.places.get(index).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, index: usize, place: Place) {
        if let Some(slot) = self.places.get_mut(index) {
            *slot = place;
        }
    }
}

/// The place of a hash among so many, a power of two.
fn place_of(hash: u64, places: usize) -> usize {
    usize::try_from(hash & (places as u64 - 1)).unwrap_or_default()
}
