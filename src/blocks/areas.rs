//! The block-level elements around the runs, with sums over the text in them.

use super::traits::Traits;
use crate::dom::{ElementRef, NodeId, Tag};

/// The number of an [`Area`], in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct AreaId(u32);

impl AreaId {
    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A block-level element.
#[derive(Debug, Clone)]
pub(crate) struct Area {
    pub(crate) id: NodeId,
    pub(crate) end: NodeId,
    pub(crate) tag: Tag,
    pub(crate) parent: Option<AreaId>,
    /// What its own names say.
    pub(crate) own: Traits,
    /// What its names and those of the elements around it say.
    pub(crate) traits: Traits,
    pub(super) sums: Sums,
}

/// Sums over the runs in an [`Area`] and in all areas inside it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) runs: f32,
    pub(super) words: f32,
    pub(super) link_words: f32,
    /// Words of runs that look like prose.
    pub(super) prose: f32,
    /// Words of runs directly in a `<p>`.
    pub(super) paragraph_words: f32,
    pub(super) headings: f32,
}

impl Sums {
    pub(super) fn add(&mut self, other: &Self) {
        self.runs += other.runs;
        self.words += other.words;
        self.link_words += other.link_words;
        self.prose += other.prose;
        self.paragraph_words += other.paragraph_words;
        self.headings += other.headings;
    }
}

impl Area {
    pub(super) fn empty(
        element: ElementRef<'_>,
        parent: Option<AreaId>,
        own: Traits,
        traits: Traits,
    ) -> Self {
        Self {
            id: element.id(),
            end: element.node().end(),
            tag: element.tag(),
            parent,
            own,
            traits,
            sums: Sums::default(),
        }
    }
}

/// Adds the sums of each area to the one around it.
pub(super) fn sum_up(areas: &mut [Area]) {
    for index in (1..areas.len()).rev() {
        let Some((before, [area, ..])) = areas.split_at_mut_checked(index) else { continue };
        if let Some(parent) = area.parent.and_then(|parent| before.get_mut(parent.index())) {
            parent.sums.add(&area.sums);
        }
    }
}
