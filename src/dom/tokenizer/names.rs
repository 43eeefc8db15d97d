//! Names of tags and attributes.

use html5ever::LocalName;

/// The name of a tag or an attribute, with the [number](super::TagSink::number) that what takes the
/// tokens gives it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Name {
    pub(crate) local: LocalName,
    pub(crate) number: u16,
}

/// How many names are remembered. Pages have some hundred.
const PLACES: usize = 256;

/// The names met last, each at a place of its own, so that most are found without a look into the
/// table that html5ever shares between all threads.
pub(super) struct Names {
    places: Vec<(Key, Name)>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { places: vec![(Key::default(), Name::default()); PLACES] }
    }

    /// The name of these bytes, whose number is asked for where it is not remembered.
    pub(super) fn get(&mut self, name: &[u8], number: impl Fn(&LocalName) -> u16) -> Name {
        let new = || {
            let local = LocalName::from(str::from_utf8(name).unwrap_or_default());
            Name { number: number(&local), local }
        };
        let key = Key::of(name);
        let Some((known, place)) = self.places.get_mut(key.place()) else { return new() };
        if *known != key || name.len() > LONGEST && place.local.as_bytes() != name {
            (*known, *place) = (key, new());
        }
        place.clone()
    }
}

/// The length of a name, and its first and last bytes: two names of at most [`LONGEST`] bytes with
/// the same key are the same, and keys are compared with less effort than texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Key {
    length: usize,
    first: u64,
    last: u64,
}

/// The longest name that its key tells from all others, in bytes.
const LONGEST: usize = 16;

impl Key {
    fn of(bytes: &[u8]) -> Self {
        let (first, last) = ends::<8>(bytes)
            .map(|[first, last]| (u64::from_le_bytes(first), u64::from_le_bytes(last)))
            .or_else(|| {
                let [first, last] = ends::<4>(bytes)?;
                Some((u32::from_le_bytes(first).into(), u32::from_le_bytes(last).into()))
            })
            .unwrap_or_else(|| {
                let byte = |at| bytes.get(at).copied().map_or(0, u64::from);
                (byte(0) | byte(1) << 8, byte(2))
            });
        Self { length: bytes.len(), first, last }
    }

    /// The place of a name, which names that differ may share.
    fn place(self) -> usize {
        let mixed = (self.first ^ self.last.rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::from((mixed >> 56) as u8).wrapping_add(self.length) % PLACES
    }
}

/// The first and the last `N` bytes.
fn ends<const N: usize>(bytes: &[u8]) -> Option<[[u8; N]; 2]> {
    Some([*bytes.first_chunk()?, *bytes.last_chunk()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_a_place_or_a_key_are_told_apart() {
        let parts = ["a", "b", "ab", "ba", "aba", "data-one", "data-two", "ю"];
        let pairs = parts.iter().flat_map(|a| parts.iter().map(move |b| format!("{a}{b}")));
        let long = ["ab", "ba", "aa"].map(|middle| format!("data-first-{middle}-last-part"));
        let all: Vec<String> =
            pairs.chain(long).chain(parts.map(str::to_owned)).chain([String::new()]).collect();
        let mut names = Names::new();
        for name in all.iter().chain(all.iter().rev()) {
            let got = names.get(name.as_bytes(), |name| u16::try_from(name.len()).unwrap());
            assert_eq!((&*got.local, usize::from(got.number)), (name.as_str(), name.len()));
        }
    }
}
