//! What is known of a name, looked up once for each name of a page.

use html5ever::{LocalName, local_name};

use super::Tag;
use super::arena::mark;
use super::open::Rule;

/// What a name is as that of an element or of an attribute.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownName {
    pub(super) tag: Tag,
    pub(super) rule: Rule,
    /// The bit of an attribute.
    pub(super) mark: u16,
    pub(super) look: Look,
}

impl KnownName {
    pub(super) fn of(name: &LocalName) -> Self {
        Self { tag: Tag::of(name), rule: Rule::of(name), mark: mark(name), look: Look::of(name) }
    }
}

/// What an attribute says of whether its element is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look {
    Hidden,
    Style,
    None,
}

impl Look {
    fn of(name: &LocalName) -> Self {
        match *name {
            local_name!("hidden") => Self::Hidden,
            local_name!("style") => Self::Style,
            _ => Self::None,
        }
    }
}
