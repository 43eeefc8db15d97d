//! A tree under construction.
//!
//! On most pages each node comes behind all that were there before, and their numbers tell where
//! they stand. Once one does not (html5ever moves what is nested wrongly), all are linked to their
//! siblings and to their first and last child, until [`Builder::finish`] puts them in document
//! order.

use std::collections::HashSet;

use html5ever::{LocalName, local_name};
use rustc_hash::FxHashMap;

use super::Tag;
use super::arena::{Arena, Attr, Kind, LONG, NONE, NameId, Node, ROOT, Space};
use super::known_name::{KnownName, Look};
use super::open::Rule;
use super::text::hides;
use super::values::Values;
use crate::room::{make_room, push};
use crate::value::text::is_blank;

/// The longest white space, in bytes, of which texts between elements share one copy.
const MOST_SHARED: usize = 64;

/// How many bytes of a page there are for each node, attribute and byte of text, where it has few.
/// Room for more is made as they come: to ask for what is not filled costs more than to grow.
const BYTES_PER_NODE: usize = 250;
const BYTES_PER_ATTR: usize = 300;
const BYTES_PER_TEXT: usize = 8;

/// An [`Arena`] under construction.
#[derive(Debug)]
pub(super) struct Builder {
    arena: Arena,
    /// Whether all nodes are in document order, so that there are no links.
    is_in_order: bool,
    links: Vec<Links>,
    name_ids: FxHashMap<LocalName, NameId>,
    /// What is known of each name.
    names: Vec<KnownName>,
    values: Values,
    /// The elements that have a declared shadow root.
    shadow_hosts: HashSet<u32>,
}

/// The siblings of a node, and its first and last child.
#[derive(Debug, Clone, Copy)]
struct Links {
    prev: u32,
    next: u32,
    first: u32,
    last: u32,
}

impl Links {
    const NONE: Self = Self { prev: NONE, next: NONE, first: NONE, last: NONE };
}

impl Builder {
    /// A builder with the document node, with room for what is in most pages of this text.
    pub(super) fn new(html: &str) -> Self {
        let (nodes, attrs) = (html.len() / BYTES_PER_NODE, html.len() / BYTES_PER_ATTR);
        let mut builder = Self {
            arena: Arena {
                nodes: Vec::with_capacity(nodes),
                attrs: Vec::with_capacity(attrs),
                text: String::with_capacity(html.len() / BYTES_PER_TEXT),
                names: Vec::new(),
                templates: FxHashMap::default(),
                long_values: FxHashMap::default(),
            },
            is_in_order: true,
            links: Vec::new(),
            name_ids: FxHashMap::default(),
            names: Vec::new(),
            values: Values::new(html.len()),
            shadow_hosts: HashSet::new(),
        };
        builder.add_name(&LocalName::default());
        builder.push_bare(Kind::Document, (0, 0));
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

    #[expect(clippy::indexing_slicing, reason = "node numbers are made by this arena alone")]
    fn links(&self, id: u32) -> Links {
        self.links[id as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "node numbers are made by this arena alone")]
    fn links_mut(&mut self, id: u32) -> &mut Links {
        &mut self.links[id as usize]
    }

    /// The first of the nodes directly inside.
    pub(super) fn first(&mut self, id: u32) -> u32 {
        self.link();
        self.links(id).first
    }

    /// A new node without name.
    fn push_bare(&mut self, kind: Kind, range: (u32, u32)) -> u32 {
        self.push(kind, NameId::EMPTY, Space::None, range)
    }

    fn push(&mut self, kind: Kind, name: NameId, space: Space, (from, to): (u32, u32)) -> u32 {
        let id = number(self.arena.nodes.len());
        let (marks, hidden) = match kind {
            Kind::Element => self.looks(from, to),
            _ => (0, false),
        };
        let tag = if kind == Kind::Element { self.tag(name, space) } else { Tag::Other };
        let (parent, end) = (NONE, NONE);
        let node = Node { parent, end, from, to, name, marks, hidden, kind, space, tag };
        push(&mut self.arena.nodes, node);
        if !self.is_in_order {
            push(&mut self.links, Links::NONE);
        }
        id
    }

    fn known(&self, name: NameId) -> Option<&KnownName> {
        self.names.get(usize::from(name.0))
    }

    fn tag(&self, name: NameId, space: Space) -> Tag {
        match (self.known(name).map_or(Tag::Other, |known| known.tag), space) {
            (tag, Space::Html) | (tag @ (Tag::Svg | Tag::Math), _) => tag,
            _ => Tag::Other,
        }
    }

    /// The rule for start tags of a name.
    pub(super) fn rule(&self, name: NameId) -> Rule {
        self.known(name).map_or(Rule::OTHER, |known| known.rule)
    }

    pub(super) fn name_id(&mut self, name: &LocalName) -> NameId {
        self.name_ids.get(name).copied().unwrap_or_else(|| self.add_name(name))
    }

    /// Attributes with the numbers of their names.
    pub(super) fn numbered<'a>(
        &mut self,
        attrs: impl Iterator<Item = (&'a LocalName, &'a str)>,
    ) -> Vec<(NameId, &'a str)> {
        attrs.map(|(name, value)| (self.name_id(name), value)).collect()
    }

    fn add_name(&mut self, name: &LocalName) -> NameId {
        let Ok(number) = u16::try_from(self.arena.names.len()) else { return NameId::EMPTY };
        self.arena.names.push(name.clone());
        self.names.push(KnownName::of(name));
        self.name_ids.insert(name.clone(), NameId(number));
        NameId(number)
    }

    /// The marks of attributes, and whether they hide their element.
    ///
    /// A segment that React streams to the page (`<div hidden id="S:0">`) is moved to its place by
    /// a script and shown there.
    fn looks(&self, from: u32, to: u32) -> (u16, bool) {
        let attrs = self.arena.attrs.get(from as usize..to as usize).unwrap_or_default();
        let value = |attr: &Attr| self.arena.value(attr);
        let (mut marks, mut hidden) = (0, false);
        for attr in attrs {
            let Some(KnownName { mark, look, .. }) = self.known(attr.name) else { continue };
            marks |= mark;
            hidden |= match look {
                // `hidden="until-found"` can be searched for, so it is content.
                Look::Hidden => !value(attr).eq_ignore_ascii_case("until-found"),
                Look::Style => hides(value(attr)),
                Look::None => false,
            };
        }
        let is_id = |attr: &&Attr| *self.arena.name(attr.name) == local_name!("id");
        let streamed = || attrs.iter().find(is_id).is_some_and(|id| value(id).starts_with("S:"));
        (marks, hidden && !streamed())
    }

    fn push_str(&mut self, text: &str) -> (u32, u32) {
        let from = self.arena.text.len();
        make_room(&mut self.arena.text, text.len());
        self.arena.text.push_str(text);
        (number(from), number(self.arena.text.len()))
    }

    /// The place of a value, which is kept unless one like it was not long before.
    fn push_value(&mut self, value: &str) -> (u32, u32) {
        let index = self.values.index(value);
        let (from, to) = self.values.get(index);
        let known = self.arena.text.as_bytes().get(from as usize..to as usize);
        if known == Some(value.as_bytes()) {
            return (from, to);
        }
        let place = self.push_str(value);
        self.values.set(index, place);
        place
    }

    /// A new element; of two attributes with one name the first counts.
    pub(super) fn element<'a>(
        &mut self,
        name: NameId,
        space: Space,
        attrs: impl IntoIterator<Item = (NameId, &'a str)>,
    ) -> u32 {
        let range = self.push_attrs(attrs);
        self.push(Kind::Element, name, space, range)
    }

    fn push_attrs<'a>(&mut self, attrs: impl IntoIterator<Item = (NameId, &'a str)>) -> (u32, u32) {
        let first = self.arena.attrs.len();
        for (name, value) in attrs {
            let (from, to) = self.push_value(value);
            let length = u16::try_from(value.len()).unwrap_or(LONG);
            if length == LONG {
                self.arena.long_values.insert(from, to);
            }
            push(&mut self.arena.attrs, Attr { from, length, name });
        }
        (number(first), number(self.arena.attrs.len()))
    }

    /// A comment. What it says is not kept.
    pub(super) fn comment(&mut self) -> u32 {
        self.push_bare(Kind::Comment, (0, 0))
    }

    pub(super) fn doctype(&mut self) -> u32 {
        self.push_bare(Kind::Doctype, (0, 0))
    }

    /// The fragment that holds the contents of a `<template>`.
    pub(super) fn template_contents(&mut self, template: u32) -> u32 {
        if let Some(&fragment) = self.arena.templates.get(&template) {
            return fragment;
        }
        let fragment = self.push_bare(Kind::Fragment, (0, 0));
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
        attrs: impl IntoIterator<Item = (NameId, &'a str)>,
    ) {
        let old: Vec<Attr> = self.arena.attrs_of(self.node(element)).to_vec();
        let is_old = |name: NameId| old.iter().any(|attr| attr.name == name);
        let missing: Vec<_> = attrs.into_iter().filter(|(name, _)| !is_old(*name)).collect();
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
        if self.comes_last(parent, child) {
            self.node_mut(child).parent = parent;
            return;
        }
        self.detach(child);
        self.link();
        self.node_mut(child).parent = parent;
        self.link_last(parent, child);
    }

    /// Whether a node that is to be the last in `parent` comes behind all others there are. What
    /// comes before it in `parent` ends then.
    fn comes_last(&mut self, parent: u32, child: u32) -> bool {
        let is_new = child + 1 == number(self.arena.nodes.len()) && self.node(child).parent == NONE;
        self.is_in_order && is_new && child != ROOT && self.close(child - 1, parent, child)
    }

    /// Has a node and those around it inside of `outer` end before the node `end`. `false` where it
    /// does not stand in `outer`.
    fn close(&mut self, mut inner: u32, outer: u32, end: u32) -> bool {
        while inner != outer {
            let node = self.node_mut(inner);
            node.end = end;
            if node.parent == NONE {
                return false;
            }
            inner = node.parent;
        }
        true
    }

    /// Links the nodes, which have been in document order so far.
    pub(super) fn link(&mut self) {
        if !std::mem::take(&mut self.is_in_order) {
            return;
        }
        self.links = Vec::with_capacity(self.arena.nodes.capacity());
        self.links.resize(self.arena.nodes.len(), Links::NONE);
        for id in 0..number(self.arena.nodes.len()) {
            let node = self.node_mut(id);
            node.end = NONE;
            let parent = node.parent;
            if parent != NONE {
                self.link_last(parent, id);
            }
        }
    }

    /// Links a node to its parent as the last in there.
    fn link_last(&mut self, parent: u32, child: u32) {
        let last = self.links(parent).last;
        self.links_mut(child).prev = last;
        self.set_next(parent, last, child);
        self.links_mut(parent).last = child;
    }

    pub(super) fn insert_before(&mut self, sibling: u32, child: u32) {
        self.detach(child);
        self.link();
        let (parent, prev) = (self.node(sibling).parent, self.links(sibling).prev);
        self.node_mut(child).parent = parent;
        let links = self.links_mut(child);
        (links.prev, links.next) = (prev, sibling);
        self.links_mut(sibling).prev = child;
        self.set_next(parent, prev, child);
    }

    pub(super) fn detach(&mut self, child: u32) {
        if self.node(child).parent == NONE {
            return;
        }
        self.link();
        let parent = std::mem::replace(&mut self.node_mut(child).parent, NONE);
        let links = self.links_mut(child);
        let Links { prev, next, .. } = *links;
        (links.prev, links.next) = (NONE, NONE);
        self.set_next(parent, prev, next);
        match next {
            NONE => self.links_mut(parent).last = prev,
            _ => self.links_mut(next).prev = prev,
        }
    }

    /// Has `next` follow `prev`, or be the first in `parent`.
    fn set_next(&mut self, parent: u32, prev: u32, next: u32) {
        match prev {
            NONE if parent == NONE => {}
            NONE => self.links_mut(parent).first = next,
            _ => self.links_mut(prev).next = next,
        }
    }

    pub(super) fn append_text(&mut self, parent: u32, text: &str) {
        // Style sheets are a fifth of the bytes of a page, and nothing reads them.
        let text = if self.node(parent).tag == Tag::Style { "" } else { text };
        let last = self.last(parent);
        if !self.extend_text(last, text) {
            let id = self.text_node(text);
            self.append(parent, id);
        }
    }

    /// The last of the nodes directly inside, if it can be a text.
    fn last(&mut self, parent: u32) -> u32 {
        let nodes = number(self.arena.nodes.len());
        if self.is_in_order && self.close(nodes - 1, parent, nodes) {
            // An element there goes on to the last node of all.
            return if self.node(nodes - 1).parent == parent { nodes - 1 } else { NONE };
        }
        self.link();
        self.links(parent).last
    }

    pub(super) fn insert_text_before(&mut self, sibling: u32, text: &str) {
        self.link();
        if !self.extend_text(self.links(sibling).prev, text) {
            let id = self.text_node(text);
            self.insert_before(sibling, id);
        }
    }

    fn text_node(&mut self, text: &str) -> u32 {
        let blank = is_blank(text);
        let is_shared = blank && text.len() <= MOST_SHARED;
        let range = if is_shared { self.push_value(text) } else { self.push_str(text) };
        let id = self.push_bare(Kind::Text, range);
        self.node_mut(id).hidden = blank;
        id
    }

    /// Extends a text node in place. That can be done only where its text was written last; text
    /// that foster parenting brings back to an older node becomes a node of its own instead of
    /// being copied, since copying would cost the square of the input. White space that may be
    /// shared is copied: it is short.
    fn extend_text(&mut self, id: u32, text: &str) -> bool {
        if id == NONE || self.node(id).kind != Kind::Text {
            return false;
        }
        let Node { mut from, to, hidden, .. } = *self.node(id);
        if to != number(self.arena.text.len()) {
            if !hidden || (to - from) as usize > MOST_SHARED {
                return false;
            }
            let white = self.arena.str(from, to).to_owned();
            (from, _) = self.push_str(&white);
        }
        let (_, to) = self.push_str(text);
        let node = self.node_mut(id);
        (node.from, node.to, node.hidden) = (from, to, hidden && is_blank(text));
        true
    }

    /// The finished arena: nodes in document order, detached ones gone, template contents behind
    /// the document.
    pub(super) fn finish(mut self) -> Arena {
        self.arena.nodes.shrink_to_fit();
        self.arena.attrs.shrink_to_fit();
        self.arena.text.shrink_to_fit();
        self.arena.names.shrink_to_fit();
        let nodes = number(self.arena.nodes.len());
        if self.is_in_order && self.close(nodes - 1, ROOT, nodes) {
            self.node_mut(ROOT).end = nodes;
        } else {
            self.link();
            let order: Vec<u32> = self.preorder().collect();
            self.links = Vec::new();
            self.renumber(&order);
            self.set_ends();
        }
        self.arena
    }

    /// The nodes in document order. A fragment comes behind the tree of its template, and may hold
    /// templates itself.
    fn preorder(&self) -> impl Iterator<Item = u32> {
        let (mut roots, mut root, mut next) = (Vec::new(), ROOT, Some(ROOT));
        std::iter::from_fn(move || {
            let id = next.or_else(|| {
                root = roots.pop()?;
                Some(root)
            })?;
            roots.extend(self.arena.templates.get(&id));
            next = self.next_in_preorder(id, root);
            Some(id)
        })
    }

    fn next_in_preorder(&self, id: u32, root: u32) -> Option<u32> {
        let Links { first, .. } = self.links(id);
        if first != NONE {
            return Some(first);
        }
        let mut current = id;
        while current != root {
            let Links { next, .. } = self.links(current);
            if next != NONE {
                return Some(next);
            }
            current = self.node(current).parent;
        }
        None
    }

    /// Gives each node its place in `order` for a number; nodes that are not in it go.
    fn renumber(&mut self, order: &[u32]) {
        let mut places = self.places(order);
        let place = |id: u32| places.get(id as usize).copied().unwrap_or(NONE);
        for node in &mut self.arena.nodes {
            (node.parent, node.end) = (place(node.parent), NONE);
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

    fn set_ends(&mut self) {
        for id in (0..number(self.arena.nodes.len())).rev() {
            let node = self.node_mut(id);
            // Of the nodes inside, the last comes first here and has told its end.
            let end = if node.end == NONE { id + 1 } else { node.end };
            node.end = end;
            let parent = node.parent;
            if parent != NONE && self.node(parent).end == NONE {
                self.node_mut(parent).end = end;
            }
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

/// A position or count as the arena stores it. Input is cut far below `u32::MAX`.
pub(super) fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(NONE)
}
