//! The attributes of one tag, each name once.

use std::collections::HashSet;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, ns};

/// Above so many, names are looked up by their hashes.
const FEW: usize = 12;

/// Room for so many is made for the first.
const AT_FIRST: usize = 4;

#[derive(Default)]
pub(super) struct Attributes {
    list: Vec<Attribute>,
    /// All names, once there are more than [`FEW`].
    names: Option<HashSet<LocalName>>,
    had_duplicates: bool,
}

impl Attributes {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none of this name yet. Of two attributes with one name the first counts.
    pub(super) fn is_new(&mut self, name: &LocalName) -> bool {
        let is_known = match &self.names {
            Some(names) => names.contains(name),
            None => self.list.iter().any(|attribute| attribute.name.local == *name),
        };
        self.had_duplicates |= is_known;
        !is_known
    }

    /// Adds an attribute that [is new](Self::is_new).
    pub(super) fn push(&mut self, name: LocalName, value: StrTendril) {
        if let Some(names) = &mut self.names {
            names.insert(name.clone());
        }
        if self.list.is_empty() {
            self.list = Vec::with_capacity(AT_FIRST);
        }
        self.list.push(Attribute { name: QualName::new(None, ns!(), name), value });
        if self.names.is_none() && self.list.len() > FEW {
            let names = self.list.iter().map(|attribute| attribute.name.local.clone());
            self.names = Some(names.collect());
        }
    }

    /// The list, and whether there were duplicates.
    pub(super) fn finish(self) -> (Vec<Attribute>, bool) {
        (self.list, self.had_duplicates)
    }
}
