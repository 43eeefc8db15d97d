//! The block-level elements around the runs, with sums over the text in them.

use std::hash::Hasher;
use std::num::NonZeroU32;

use rustc_hash::FxHasher;

use super::lexicon::{Extremes, Opinion};
use super::names::Named;
use super::traits::Traits;
use crate::dom::{ElementRef, NodeId, Tag, is_hidden};

/// The number of an [`Area`], in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct AreaId(NonZeroU32);

impl AreaId {
    pub(super) fn new(index: usize) -> Self {
        let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        Self(number.unwrap_or(NonZeroU32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A block-level element.
#[derive(Debug, Clone)]
pub(crate) struct Area {
    pub(crate) id: NodeId,
    pub(crate) end: NodeId,
    pub(crate) tag: Tag,
    pub(crate) parent: Option<AreaId>,
    /// How many block-level elements are around it.
    pub(super) depth: u16,
    /// What its own names say.
    pub(crate) own: Traits,
    /// What its names and those of the elements around it say.
    pub(crate) traits: Traits,
    /// The extremes of what the words of its own names say.
    pub(super) names: Extremes,
    pub(super) around: Around,
    /// Whether the page says that it is not shown.
    pub(super) hidden: bool,
    /// Whether the page says that it is not for assistive technology.
    pub(super) aria_hidden: bool,
    /// Elements of the same tag, class and parent's tag have the same.
    pub(super) signature: u32,
    pub(super) sums: Sums,
}

/// The opinions of a path of elements.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Path {
    pub(super) opinion: Opinion,
    /// The depth of the innermost element with the least opinion; 0 where none is against.
    pub(super) min_depth: u16,
}

/// What single elements of a path may add to its sum.
const MOST_OF_ELEMENT: f32 = 6.0;

impl Path {
    pub(super) fn with(mut self, own: &Opinion, depth: u16) -> Self {
        if own.min < 0.0 && own.min <= self.opinion.min {
            self.min_depth = depth;
        }
        let sum = own.sum.clamp(-MOST_OF_ELEMENT, MOST_OF_ELEMENT);
        self.opinion.join(&Opinion { sum, ..*own });
        self
    }
}

/// The elements of which it is counted how many are around a text.
pub(super) const AROUND: [&[Tag]; 16] = [
    &[Tag::Article],
    &[Tag::Main],
    &[Tag::Aside],
    &[Tag::Nav],
    &[Tag::Footer],
    &[Tag::Header],
    &[Tag::Form],
    &[Tag::Figure],
    &[Tag::Figcaption],
    &[Tag::Blockquote],
    &[Tag::Li, Tag::Ul, Tag::Ol],
    &[Tag::Table, Tag::Tr, Tag::Td, Tag::Th],
    &[Tag::Dl],
    &[Tag::Section],
    &[Tag::Details],
    &[Tag::Address],
];

/// How many elements of each group of [`AROUND`] an area is in, itself among them, up to
/// [`Around::MOST`]: more say no more.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around(u32);

impl Around {
    const BITS: usize = 2;
    const MOST: u32 = (1 << Self::BITS) - 1;

    /// The same with one more element.
    fn with(self, tag: Tag) -> Self {
        let group = group_of(tag);
        if group >= AROUND.len() || self.count(group) == Self::MOST {
            return self;
        }
        Self(self.0 + (1 << (group * Self::BITS)))
    }

    /// How many there are of a group.
    pub(super) fn count(self, group: usize) -> u32 {
        self.0 >> (group * Self::BITS) & Self::MOST
    }
}

const _: () = assert!(AROUND.len() * Around::BITS <= u32::BITS as usize, "too many groups");

/// Sums over the runs in an [`Area`] and in all areas inside it, and over its children.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) runs: f32,
    pub(super) words: f32,
    pub(super) bytes: f32,
    pub(super) link_bytes: f32,
    pub(super) sentences: f32,
    /// Runs that look like prose, and their words.
    pub(super) prose_runs: f32,
    pub(super) prose: f32,
    /// Areas directly inside: all, paragraphs, headings.
    pub(super) children: f32,
    pub(super) paragraphs: f32,
    pub(super) headings: f32,
    /// Words in the paragraphs directly inside.
    pub(super) paragraph_words: f32,
}

impl Sums {
    pub(super) fn add_child(&mut self, child: &Self, tag: Tag) {
        self.runs += child.runs;
        self.words += child.words;
        self.bytes += child.bytes;
        self.link_bytes += child.link_bytes;
        self.sentences += child.sentences;
        self.prose_runs += child.prose_runs;
        self.prose += child.prose;
        self.children += 1.0;
        if tag == Tag::P {
            self.paragraphs += 1.0;
            self.paragraph_words += child.words;
        }
        if matches!(tag, Tag::H2 | Tag::H3 | Tag::H4) {
            self.headings += 1.0;
        }
    }

    pub(super) fn link_density(&self) -> f32 {
        self.link_bytes / (self.bytes + 1.0)
    }
}

impl Area {
    /// Whether it is or stands in an element of this tag, which is one of [`AROUND`].
    pub(super) fn is_in(&self, tag: Tag) -> bool {
        let group = group_of(tag);
        group < AROUND.len() && self.around.count(group) > 0
    }

    pub(super) fn new(
        element: ElementRef<'_>,
        named: Named,
        parent: Option<AreaId>,
        outer: Option<&Self>,
    ) -> Self {
        Self {
            id: element.id(),
            end: element.node().end(),
            tag: element.tag(),
            parent,
            depth: outer.map_or(0, |outer| outer.depth.saturating_add(1)),
            own: named.traits,
            traits: outer.map(|outer| outer.traits).unwrap_or_default().union(named.traits),
            names: named.opinion.extremes(),
            around: outer.map(|outer| outer.around).unwrap_or_default().with(element.tag()),
            hidden: outer.is_some_and(|outer| outer.hidden) || is_hidden(element),
            aria_hidden: outer.is_some_and(|outer| outer.aria_hidden)
                || element.attr("aria-hidden") == Some("true"),
            signature: signature(element.tag(), named.class, outer),
            sums: Sums::default(),
        }
    }

    pub(super) fn contains(&self, id: NodeId) -> bool {
        (self.id..self.end).contains(&id)
    }
}

/// The number of a tag's group in [`AROUND`]; one behind all of them where it is in none.
fn group_of(tag: Tag) -> usize {
    GROUP_OF_TAG.get(tag as usize).copied().map_or(usize::MAX, usize::from)
}

/// The number of the group of [`AROUND`] that each tag is in; a greater number for the others.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "short tables, read when the crate is compiled"
)]
const GROUP_OF_TAG: [u8; 256] = {
    let (mut table, mut group) = ([u8::MAX; 256], 0);
    while group < AROUND.len() {
        let mut at = 0;
        while at < AROUND[group].len() {
            table[AROUND[group][at] as usize] = group as u8;
            at += 1;
        }
        group += 1;
    }
    table
};

fn signature(tag: Tag, class: u32, outer: Option<&Area>) -> u32 {
    let mut hash = FxHasher::default();
    hash.write_u32(class);
    hash.write_u64(tag as u64);
    hash.write_u64(outer.map_or(0, |outer| 1 + outer.tag as u64));
    low_bits(hash.finish())
}

/// The half of a hash in which its bits are mixed best.
#[expect(clippy::cast_possible_truncation, reason = "half of the bits are enough")]
pub(super) fn low_bits(hash: u64) -> u32 {
    hash as u32
}

/// Adds the sums of each area to the one around it.
pub(super) fn sum_up(areas: &mut [Area]) {
    for index in (1..areas.len()).rev() {
        let Some((before, [area, ..])) = areas.split_at_mut_checked(index) else { continue };
        if let Some(parent) = area.parent.and_then(|parent| before.get_mut(parent.index())) {
            parent.sums.add_child(&area.sums, area.tag);
        }
    }
}
