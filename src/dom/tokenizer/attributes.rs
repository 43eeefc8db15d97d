//! The attributes of one tag, each name once.

use std::borrow::Cow;
use std::collections::HashSet;

use html5ever::LocalName;

use super::{Name, Pair};

/// Above so many, names are looked up by their hashes.
const FEW: usize = 12;

/// The attributes of the tag that is being read. Its room serves for those of the next.
#[derive(Default)]
pub(super) struct Attributes<'a> {
    list: Vec<Pair<'a>>,
    /// All names, once there are more than [`FEW`].
    names: HashSet<LocalName>,
}

impl<'a> Attributes<'a> {
    pub(super) fn clear(&mut self) {
        self.list.clear();
        if !self.names.is_empty() {
            self.names = HashSet::new();
        }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none of this name yet. Of two attributes with one name the first counts.
    pub(super) fn is_new(&self, name: &Name) -> bool {
        if self.names.is_empty() {
            self.list.iter().all(|(known, _)| known.local != name.local)
        } else {
            !self.names.contains(&name.local)
        }
    }

    /// Adds an attribute that [is new](Self::is_new).
    #[inline]
    pub(super) fn push(&mut self, name: Name, value: Cow<'a, str>) {
        self.list.push((name, value));
        if self.list.len() > FEW {
            self.note_names();
        }
    }

    /// Notes the name of the last, or those of all where that is the first to be one too many.
    #[cold]
    fn note_names(&mut self) {
        let first = if self.names.is_empty() { 0 } else { self.list.len() - 1 };
        let names = self.list.iter().skip(first).map(|(name, _)| name.local.clone());
        self.names.extend(names);
    }

    /// All of them, to be taken.
    pub(super) fn list(&mut self) -> &mut Vec<Pair<'a>> {
        &mut self.list
    }
}
