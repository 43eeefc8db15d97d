//! The tree as one vector of nodes.
//!
//! While a page is parsed, nodes are linked to parent, siblings and first and last child. When it
//! is done, [`Builder::finish`] puts them in document order, so that the number of a node is its
//! place in the document and a subtree is a range of numbers.

use std::collections::{HashMap, HashSet};

use html5ever::{LocalName, local_name};

use super::Tag;
use super::text::hides;
use crate::value::text::is_blank;

/// The number of a node: its place in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(super) u32);

impl NodeId {
    /// The number behind this one in document order.
    pub(crate) fn next(self) -> Self {
        Self(self.0 + 1)
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
    pub(super) prev: u32,
    pub(super) next: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    /// One past the last node of the subtree; set by [`Builder::finish`].
    pub(super) end: u32,
    /// Text: the range in [`Arena::text`]. Elements: the range in [`Arena::attrs`].
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) name: LocalName,
    /// The [marks](mark) of the names of all attributes.
    pub(super) marks: u32,
    /// Elements: whether the attributes say that it is not shown. Texts: whether it is blank; set by
    /// [`Builder::finish`].
    pub(super) hidden: bool,
    pub(super) kind: Kind,
    pub(super) space: Space,
    pub(super) tag: Tag,
}

/// A bit for the name of an attribute. Where an element does not have the bit, it does not have
/// the attribute, and most questions for attributes are about those that are not there.
#[inline]
pub(super) fn mark(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let (first, last) = (bytes.first().copied(), bytes.last().copied());
    let sum = usize::from(first.unwrap_or_default()) * 5 + usize::from(last.unwrap_or_default());
    1 << ((sum + bytes.len() * 3) % 32)
}

#[derive(Debug, Clone)]
pub(super) struct Attr {
    pub(super) name: LocalName,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Nodes, attributes and text of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    pub(super) nodes: Vec<Node>,
    pub(super) attrs: Vec<Attr>,
    pub(super) text: String,
    /// The contents of each `<template>`.
    pub(super) templates: HashMap<u32, u32>,
}

impl Arena {
    #[expect(clippy::indexing_slicing, reason = "node numbers are made by this arena alone")]
    pub(super) fn node(&self, id: u32) -> &Node {
        &self.nodes[id as usize]
    }

    pub(super) fn str(&self, from: u32, to: u32) -> &str {
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Whether two trees are the same, with names, attributes and texts.
    #[cfg(test)]
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let same_node = |(a, b): (&Node, &Node)| {
            let links = |node: &Node| [node.parent, node.prev, node.next, node.first, node.end];
            links(a) == links(b)
                && (&a.name, a.kind, a.space) == (&b.name, b.kind, b.space)
                && self.contents(a) == other.contents(b)
        };
        self.nodes.len() == other.nodes.len() && self.nodes.iter().zip(&other.nodes).all(same_node)
    }

    /// The text of a node, and its attributes.
    #[cfg(test)]
    fn contents(&self, node: &Node) -> (Option<&str>, Vec<(&LocalName, &str)>) {
        let text = (node.kind != Kind::Element).then(|| self.str(node.from, node.to));
        let attrs = self.attrs_of(node).iter();
        (text, attrs.map(|attr| (&attr.name, self.str(attr.from, attr.to))).collect())
    }

    pub(super) fn attrs_of(&self, node: &Node) -> &[Attr] {
        match node.kind {
            Kind::Element => self.attrs.get(node.from as usize..node.to as usize),
            _ => None,
        }
        .unwrap_or_default()
    }
}

/// How many bytes of a page make a node, and an attribute, where there is much text. Where there
/// is little, the vectors grow.
const BYTES_PER_NODE: usize = 160;

/// A vector or string that is full grows by an eighth of its length: by more, and the room that is
/// left at the end would be a good part of what a page takes.
fn growth(length: usize, added: usize) -> usize {
    added.max(length / 8)
}

/// An [`Arena`] under construction.
#[derive(Debug)]
pub(super) struct Builder {
    arena: Arena,
    /// The elements that have a declared shadow root.
    shadow_hosts: HashSet<u32>,
}

impl Builder {
    /// A builder with the document node, with room for a page of `bytes`.
    pub(super) fn new(bytes: usize) -> Self {
        let mut builder = Self {
            arena: Arena {
                nodes: Vec::with_capacity(bytes / BYTES_PER_NODE + 16),
                attrs: Vec::with_capacity(bytes / BYTES_PER_NODE + 16),
                text: String::with_capacity(bytes / 4),
                templates: HashMap::new(),
            },
            shadow_hosts: HashSet::new(),
        };
        builder.push(Kind::Document, LocalName::default(), Space::None, (0, 0));
        builder
    }

    pub(super) fn arena(&self) -> &Arena {
        &self.arena
    }

    pub(super) fn node(&self, id: u32) -> &Node {
        self.arena.node(id)
    }

    #[expect(clippy::indexing_slicing, reason = "node numbers are made by this arena alone")]
    fn node_mut(&mut self, id: u32) -> &mut Node {
        &mut self.arena.nodes[id as usize]
    }

    fn push(&mut self, kind: Kind, name: LocalName, space: Space, (from, to): (u32, u32)) -> u32 {
        let tag = match (kind, space) {
            (Kind::Element, Space::Html) => Tag::of(&name),
            (Kind::Element, _) => match Tag::of(&name) {
                tag @ (Tag::Svg | Tag::Math) => tag,
                _ => Tag::Other,
            },
            _ => Tag::Other,
        };
        let id = number(self.arena.nodes.len());
        let (marks, hidden) = match kind {
            Kind::Element => self.looks(from, to),
            _ => (0, false),
        };
        if self.arena.nodes.len() == self.arena.nodes.capacity() {
            self.arena.nodes.reserve_exact(growth(self.arena.nodes.len(), 16));
        }
        self.arena.nodes.push(Node {
            parent: NONE,
            prev: NONE,
            next: NONE,
            first: NONE,
            last: NONE,
            end: NONE,
            from,
            to,
            name,
            marks,
            hidden,
            kind,
            space,
            tag,
        });
        id
    }

    /// The marks of attributes, and whether they hide their element.
    ///
    /// A segment that React streams to the page (`<div hidden id="S:0">`) is moved to its place by
    /// a script and shown there.
    fn looks(&self, from: u32, to: u32) -> (u32, bool) {
        let attrs = self.arena.attrs.get(from as usize..to as usize).unwrap_or_default();
        let value = |attr: &Attr| self.arena.str(attr.from, attr.to);
        let (mut marks, mut hidden) = (0, false);
        for attr in attrs {
            marks |= mark(&attr.name);
            hidden |= match attr.name {
                // `hidden="until-found"` can be searched for, so it is content.
                local_name!("hidden") => !value(attr).eq_ignore_ascii_case("until-found"),
                local_name!("style") => hides(value(attr)),
                _ => false,
            };
        }
        let is_id = |attr: &&Attr| attr.name == local_name!("id");
        let streamed = || attrs.iter().find(is_id).is_some_and(|id| value(id).starts_with("S:"));
        (marks, hidden && !streamed())
    }

    fn push_str(&mut self, text: &str) -> (u32, u32) {
        let from = self.arena.text.len();
        if text.len() > self.arena.text.capacity() - from {
            self.arena.text.reserve_exact(growth(from, text.len()));
        }
        self.arena.text.push_str(text);
        (number(from), number(self.arena.text.len()))
    }

    /// A new element; of two attributes with one name the first counts.
    pub(super) fn element<'a>(
        &mut self,
        name: LocalName,
        space: Space,
        attrs: impl IntoIterator<Item = (LocalName, &'a str)>,
    ) -> u32 {
        let range = self.push_attrs(attrs);
        self.push(Kind::Element, name, space, range)
    }

    fn push_attrs<'a>(
        &mut self,
        attrs: impl IntoIterator<Item = (LocalName, &'a str)>,
    ) -> (u32, u32) {
        let first = self.arena.attrs.len();
        for (name, value) in attrs {
            let (from, to) = self.push_str(value);
            if self.arena.attrs.len() == self.arena.attrs.capacity() {
                self.arena.attrs.reserve_exact(growth(self.arena.attrs.len(), 16));
            }
            self.arena.attrs.push(Attr { name, from, to });
        }
        (number(first), number(self.arena.attrs.len()))
    }

    /// A comment. What it says is not kept.
    pub(super) fn comment(&mut self) -> u32 {
        self.push(Kind::Comment, LocalName::default(), Space::None, (0, 0))
    }

    pub(super) fn doctype(&mut self) -> u32 {
        self.push(Kind::Doctype, LocalName::default(), Space::None, (0, 0))
    }

    /// The fragment that holds the contents of a `<template>`.
    pub(super) fn template_contents(&mut self, template: u32) -> u32 {
        if let Some(&fragment) = self.arena.templates.get(&template) {
            return fragment;
        }
        let fragment = self.push(Kind::Fragment, LocalName::default(), Space::None, (0, 0));
        self.arena.templates.insert(template, fragment);
        fragment
    }

    /// Has what will be the contents of a `<template>` go into an element, unless another's do.
    pub(super) fn attach_shadow(&mut self, host: u32, template: u32) -> bool {
        let is_first = self.shadow_hosts.insert(host);
        if is_first {
            self.arena.templates.insert(template, host);
        }
        is_first
    }

    /// Adds the attributes that the element lacks.
    pub(super) fn add_missing_attrs<'a>(
        &mut self,
        element: u32,
        attrs: impl IntoIterator<Item = (LocalName, &'a str)>,
    ) {
        let old: Vec<Attr> = self.arena.attrs_of(self.node(element)).to_vec();
        let missing: Vec<_> = attrs
            .into_iter()
            .filter(|(name, _)| !old.iter().any(|attr| attr.name == *name))
            .collect();
        if missing.is_empty() {
            return;
        }
        let from = number(self.arena.attrs.len());
        self.arena.attrs.extend(old);
        let (_, to) = self.push_attrs(missing);
        let (marks, hidden) = self.looks(from, to);
        let node = self.node_mut(element);
        (node.from, node.to, node.marks, node.hidden) = (from, to, marks, hidden);
    }

    pub(super) fn append(&mut self, parent: u32, child: u32) {
        self.detach(child);
        let last = self.node(parent).last;
        let node = self.node_mut(child);
        (node.parent, node.prev) = (parent, last);
        match last {
            NONE => self.node_mut(parent).first = child,
            _ => self.node_mut(last).next = child,
        }
        self.node_mut(parent).last = child;
    }

    pub(super) fn insert_before(&mut self, sibling: u32, child: u32) {
        self.detach(child);
        let Node { parent, prev, .. } = *self.node(sibling);
        let node = self.node_mut(child);
        (node.parent, node.prev, node.next) = (parent, prev, sibling);
        self.node_mut(sibling).prev = child;
        match prev {
            NONE if parent == NONE => {}
            NONE => self.node_mut(parent).first = child,
            _ => self.node_mut(prev).next = child,
        }
    }

    pub(super) fn detach(&mut self, child: u32) {
        let node = self.node_mut(child);
        let (parent, prev, next) = (node.parent, node.prev, node.next);
        (node.parent, node.prev, node.next) = (NONE, NONE, NONE);
        if parent == NONE {
            return;
        }
        match prev {
            NONE => self.node_mut(parent).first = next,
            _ => self.node_mut(prev).next = next,
        }
        match next {
            NONE => self.node_mut(parent).last = prev,
            _ => self.node_mut(next).prev = prev,
        }
    }

    pub(super) fn append_text(&mut self, parent: u32, text: &str) {
        // Style sheets are a fifth of the bytes of a page, and nothing reads them.
        let text = if self.node(parent).tag == Tag::Style { "" } else { text };
        if !self.extend_text(self.node(parent).last, text) {
            let id = self.text_node(text);
            self.append(parent, id);
        }
    }

    pub(super) fn insert_text_before(&mut self, sibling: u32, text: &str) {
        if !self.extend_text(self.node(sibling).prev, text) {
            let id = self.text_node(text);
            self.insert_before(sibling, id);
        }
    }

    fn text_node(&mut self, text: &str) -> u32 {
        let range = self.push_str(text);
        self.push(Kind::Text, LocalName::default(), Space::None, range)
    }

    /// Extends a text node in place. That can be done only where its text was written last; text
    /// that foster parenting brings back to an older node becomes a node of its own instead of
    /// being copied, since copying would cost the square of the input.
    fn extend_text(&mut self, id: u32, text: &str) -> bool {
        let end = number(self.arena.text.len());
        if id == NONE || self.node(id).kind != Kind::Text || self.node(id).to != end {
            return false;
        }
        let (_, to) = self.push_str(text);
        self.node_mut(id).to = to;
        true
    }

    /// The finished arena: nodes in document order, detached ones gone, template contents behind
    /// the document.
    pub(super) fn finish(mut self) -> Arena {
        self.arena.nodes.shrink_to_fit();
        self.arena.attrs.shrink_to_fit();
        self.arena.text.shrink_to_fit();
        let order = self.preorder();
        let sorted = order.len() == self.arena.nodes.len()
            && order.iter().enumerate().all(|(place, id)| place == *id as usize);
        if !sorted {
            self.renumber(&order);
        }
        drop(order);
        self.set_ends();
        self.mark_blanks();
        self.arena
    }

    fn preorder(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.arena.nodes.len());
        // A fragment is listed behind the tree of its template, and may hold templates itself.
        let mut roots = vec![ROOT];
        while let Some(root) = roots.pop() {
            let mut next = Some(root);
            while let Some(id) = next {
                order.push(id);
                roots.extend(self.arena.templates.get(&id));
                next = self.next_in_preorder(id, root);
            }
        }
        order
    }

    fn next_in_preorder(&self, id: u32, root: u32) -> Option<u32> {
        let node = self.node(id);
        if node.first != NONE {
            return Some(node.first);
        }
        let mut current = id;
        while current != root {
            let node = self.node(current);
            if node.next != NONE {
                return Some(node.next);
            }
            current = node.parent;
        }
        None
    }

    /// Gives each node its place in `order` for a number; nodes that are not in it go.
    fn renumber(&mut self, order: &[u32]) {
        let mut places = self.places(order);
        let place = |id: u32| places.get(id as usize).copied().unwrap_or(NONE);
        for node in &mut self.arena.nodes {
            let links = [&mut node.parent, &mut node.prev, &mut node.next];
            for link in links.into_iter().chain([&mut node.first, &mut node.last]) {
                *link = place(*link);
            }
        }
        let templates = std::mem::take(&mut self.arena.templates).into_iter();
        let templates = templates.map(|(template, fragment)| (place(template), place(fragment)));
        let kept = number(order.len());
        self.arena.templates = templates.filter(|(template, _)| *template < kept).collect();
        sort_by_places(&mut self.arena.nodes, &mut places);
        self.arena.nodes.truncate(order.len());
    }

    /// The place of each node: that in `order`, or one behind all of these.
    fn places(&self, order: &[u32]) -> Vec<u32> {
        let mut places = vec![NONE; self.arena.nodes.len()];
        for (place, id) in order.iter().enumerate() {
            if let Some(slot) = places.get_mut(*id as usize) {
                *slot = number(place);
            }
        }
        let mut behind = number(order.len())..;
        for slot in places.iter_mut().filter(|slot| **slot == NONE) {
            *slot = behind.next().unwrap_or(NONE);
        }
        places
    }

    /// Marks the texts that are white space alone, two in three: each walk over the page passes
    /// them by.
    fn mark_blanks(&mut self) {
        let Arena { nodes, text, .. } = &mut self.arena;
        for node in nodes.iter_mut().filter(|node| node.kind == Kind::Text) {
            let text = text.get(node.from as usize..node.to as usize);
            node.hidden = text.is_none_or(is_blank);
        }
    }

    fn set_ends(&mut self) {
        let mut end = number(self.arena.nodes.len());
        for id in (0..end).rev() {
            let last = self.node(id).last;
            end = if last == NONE { id + 1 } else { self.node(last).end };
            self.node_mut(id).end = end;
        }
    }
}

/// Puts each node at its place, without a second vector of nodes.
fn sort_by_places(nodes: &mut [Node], places: &mut [u32]) {
    for at in 0..nodes.len() {
        while let Some(place) = places.get(at).map(|place| *place as usize)
            && place != at
        {
            nodes.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// A position or count as the arena stores it. Input is cut at [`MAX_BYTES`], far below `u32::MAX`.
fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(NONE)
}
