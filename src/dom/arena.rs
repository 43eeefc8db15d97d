//! The tree as one vector of nodes in document order: the number of a node is its place in the
//! document, and a subtree is a range of numbers.

use html5ever::LocalName;
use rustc_hash::FxHashMap;

use super::Tag;

/// The number of a node: its place in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(super) u32);

impl NodeId {
    /// The number behind this one in document order.
    pub(crate) fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The place among all nodes of the page.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What stands where there is no node.
pub(super) const NONE: u32 = u32::MAX;

/// The document node.
pub(super) const ROOT: u32 = 0;

/// Positions in text are `u32`; input is cut well below that.
pub(super) const MAX_BYTES: usize = 1 << 30;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    Document,
    /// The contents of a `<template>`: a tree of its own.
    Fragment,
    Doctype,
    Comment,
    Text,
    Element,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Space {
    Html,
    Svg,
    MathMl,
    None,
}

#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) parent: u32,
    /// One past the last node of the subtree.
    pub(super) end: u32,
    /// Text: the range in [`Arena::text`]. Elements: the range in [`Arena::attrs`].
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) name: NameId,
    /// The [marks](mark) of the names of all attributes.
    pub(super) marks: u16,
    /// Elements: whether the attributes say that it is not shown. Texts: whether it is blank.
    pub(super) hidden: bool,
    pub(super) kind: Kind,
    pub(super) space: Space,
    pub(super) tag: Tag,
}

/// A bit for the name of an attribute. Where an element does not have the bit, it does not have
/// the attribute, and most questions for attributes are about those that are not there.
#[inline]
pub(super) fn mark(name: &str) -> u16 {
    let bytes = name.as_bytes();
    let (first, last) = (bytes.first().copied(), bytes.last().copied());
    let sum = usize::from(first.unwrap_or_default()) * 5 + usize::from(last.unwrap_or_default());
    1 << ((sum + bytes.len() * 3) % 16)
}

/// The number of a name of elements or attributes in [`Arena::names`]: a quarter of the size of a
/// name. What comes behind the last number has no name: pages have some hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameId(pub(super) u16);

impl NameId {
    /// That of what has no name: the first of all.
    pub(super) const EMPTY: Self = Self(0);
}

#[derive(Debug, Clone)]
pub(super) struct Attr {
    pub(super) from: u32,
    /// How long the value is, or [`LONG`] for what is longer.
    pub(super) length: u16,
    pub(super) name: NameId,
}

/// The length of a value that is told by [`Arena::long_values`].
pub(super) const LONG: u16 = u16::MAX;

/// Nodes, attributes and text of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    pub(super) nodes: Vec<Node>,
    pub(super) attrs: Vec<Attr>,
    pub(super) text: String,
    pub(super) names: Vec<LocalName>,
    /// The contents of each `<template>`.
    pub(super) templates: FxHashMap<u32, u32>,
    /// Where long values end, by where they begin.
    pub(super) long_values: FxHashMap<u32, u32>,
}

impl Arena {
    #[expect(clippy::indexing_slicing, reason = "node numbers are made by this arena alone")]
    pub(super) fn node(&self, id: u32) -> &Node {
        &self.nodes[id as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "numbers of names are made by this arena alone")]
    pub(super) fn name(&self, id: NameId) -> &LocalName {
        &self.names[usize::from(id.0)]
    }

    /// The first of the nodes directly inside.
    pub(super) fn first(&self, id: u32) -> u32 {
        if id + 1 < self.node(id).end { id + 1 } else { NONE }
    }

    /// The next node of the same parent.
    pub(super) fn next(&self, id: u32) -> u32 {
        let Node { parent, end, .. } = *self.node(id);
        if parent != NONE && end < self.node(parent).end { end } else { NONE }
    }

    /// The node before it of the same parent. Takes as many steps as that one's last nodes are deep.
    pub(super) fn prev(&self, id: u32) -> u32 {
        let parent = self.node(id).parent;
        if parent == NONE || parent + 1 == id {
            return NONE;
        }
        let outwards = std::iter::successors(Some(id - 1), |at| Some(self.node(*at).parent));
        outwards.take_while(|at| *at != parent).last().unwrap_or(NONE)
    }

    /// The value of an attribute.
    pub(super) fn value(&self, attr: &Attr) -> &str {
        let Attr { from, length, .. } = *attr;
        let to = match length {
            LONG => self.long_values.get(&from).copied().unwrap_or(from),
            length => from + u32::from(length),
        };
        self.str(from, to)
    }

    pub(super) fn str(&self, from: u32, to: u32) -> &str {
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Whether two trees are the same, with names, attributes and texts. Texts side by side count
    /// as one: where one ends and the next begins is told by what was written between them.
    #[cfg(any(test, feature = "__stages"))]
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.outline() == other.outline()
    }

    #[cfg(any(test, feature = "__stages"))]
    fn outline(&self) -> Vec<Part<'_>> {
        let mut depths: Vec<usize> = Vec::new();
        let mut parts: Vec<Part<'_>> = Vec::new();
        for node in &self.nodes {
            let depth = depths.get(node.parent as usize).map_or(0, |around| around + 1);
            depths.push(depth);
            let part = self.part(node, depth);
            match parts.last_mut() {
                Some(last) if last.depth == depth && (last.kind, part.kind) == BOTH_TEXTS => {
                    last.text.push_str(&part.text);
                }
                _ => parts.push(part),
            }
        }
        parts
    }

    #[cfg(any(test, feature = "__stages"))]
    fn part(&self, node: &Node, depth: usize) -> Part<'_> {
        let is_element = node.kind == Kind::Element;
        let text = if is_element { "" } else { self.str(node.from, node.to) };
        let attrs = self.attrs_of(node).iter();
        Part {
            depth,
            kind: node.kind,
            space: node.space,
            name: self.name(node.name),
            attrs: attrs.map(|attr| (self.name(attr.name), self.value(attr))).collect(),
            text: text.to_owned(),
        }
    }

    pub(super) fn attrs_of(&self, node: &Node) -> &[Attr] {
        match node.kind {
            Kind::Element => self.attrs.get(node.from as usize..node.to as usize),
            _ => None,
        }
        .unwrap_or_default()
    }
}

/// A node, as far as others compare with it.
#[cfg(any(test, feature = "__stages"))]
#[derive(PartialEq)]
struct Part<'a> {
    depth: usize,
    kind: Kind,
    space: Space,
    name: &'a LocalName,
    attrs: Vec<(&'a LocalName, &'a str)>,
    text: String,
}

#[cfg(any(test, feature = "__stages"))]
const BOTH_TEXTS: (Kind, Kind) = (Kind::Text, Kind::Text);
