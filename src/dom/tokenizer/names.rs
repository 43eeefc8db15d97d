//! Names of tags and attributes.

use html5ever::LocalName;

/// How many names are remembered. Pages have some hundred.
const PLACES: usize = 256;

/// The names met last, each at a place of its own, so that most are found without a look into the
/// table that html5ever shares between all threads.
pub(super) struct Names {
    places: Vec<LocalName>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { places: vec![LocalName::default(); PLACES] }
    }

    pub(super) fn get(&mut self, name: &str) -> LocalName {
        let Some(place) = self.places.get_mut(place(name)) else { return LocalName::from(name) };
        if **place != *name {
            *place = LocalName::from(name);
        }
        place.clone()
    }
}

fn place(name: &str) -> usize {
    let bytes = name.as_bytes();
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte));
    let length = bytes.len();
    let mixed = byte(0)
        .wrapping_mul(31)
        .wrapping_add(byte(length / 2).wrapping_mul(17))
        .wrapping_add(byte(length.saturating_sub(1)).wrapping_mul(131))
        .wrapping_add(byte(length.saturating_sub(2)).wrapping_mul(7))
        .wrapping_add(length.wrapping_mul(61));
    mixed % PLACES
}
