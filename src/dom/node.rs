//! Moving about in a document.

use std::borrow::Cow;

use html5ever::LocalName;

use super::arena::{Attr, Kind, NONE, Node, Space, mark};
use super::{Document, NodeId, Tag};

/// A node of a [`Document`].
#[derive(Clone, Copy)]
pub(crate) struct NodeRef<'a> {
    document: &'a Document,
    id: u32,
}

/// What a walk meets.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edge<'a> {
    /// A node, before its children. Text and comments have this edge alone.
    Open(NodeRef<'a>),
    /// An element, behind its children.
    Close(ElementRef<'a>),
}

impl<'a> NodeRef<'a> {
    pub(super) fn new(document: &'a Document, id: u32) -> Self {
        Self { document, id }
    }

    fn wrap(self, id: u32) -> Option<Self> {
        (id != NONE).then_some(Self { id, ..self })
    }

    fn node(self) -> &'a Node {
        self.document.arena.node(self.id)
    }

    /// The place in document order.
    pub(crate) fn id(self) -> NodeId {
        NodeId(self.id)
    }

    /// One past the last node of the subtree.
    pub(crate) fn end(self) -> NodeId {
        NodeId(self.node().end)
    }

    /// Whether `id` is this node or inside it.
    pub(crate) fn contains(self, id: NodeId) -> bool {
        (self.id()..self.end()).contains(&id)
    }

    pub(crate) fn parent(self) -> Option<Self> {
        self.wrap(self.node().parent)
    }

    pub(crate) fn prev_sibling(self) -> Option<Self> {
        self.wrap(self.document.arena.prev(self.id))
    }

    pub(crate) fn next_sibling(self) -> Option<Self> {
        self.wrap(self.document.arena.next(self.id))
    }

    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        let first = self.wrap(self.document.arena.first(self.id));
        std::iter::successors(first, |node| node.next_sibling())
    }

    /// The elements around the node, innermost first.
    pub(crate) fn ancestors(self) -> impl Iterator<Item = ElementRef<'a>> {
        std::iter::successors(self.parent(), |node| node.parent()).filter_map(Self::as_element)
    }

    /// All nodes inside, in document order, without the node itself.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Self> {
        (self.id + 1..self.node().end).map(move |id| Self { id, ..self })
    }

    /// All elements inside, in document order, without the node itself.
    pub(crate) fn elements(self) -> impl Iterator<Item = ElementRef<'a>> {
        self.descendants().filter_map(Self::as_element)
    }

    /// A walk over the node and all inside it.
    pub(crate) fn traverse(self) -> Traverse<'a> {
        Traverse { root: self, next: self.id, open: NONE, end: self.node().end }
    }

    /// A walk over all nodes inside.
    pub(crate) fn skim(self) -> Skim<'a> {
        Skim { root: self, next: self.id + 1, end: self.node().end }
    }

    pub(crate) fn as_element(self) -> Option<ElementRef<'a>> {
        (self.node().kind == Kind::Element).then_some(ElementRef(self))
    }

    pub(crate) fn as_text(self) -> Option<&'a str> {
        let node = self.node();
        (node.kind == Kind::Text).then(|| self.document.arena.str(node.from, node.to))
    }

    /// The text that is not all white space.
    #[inline]
    pub(crate) fn as_words(self) -> Option<&'a str> {
        if self.node().hidden { None } else { self.as_text() }
    }

    /// Whether nothing is inside.
    pub(crate) fn is_empty(self) -> bool {
        self.node().end == self.id + 1
    }
}

impl PartialEq for NodeRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.document, other.document)
    }
}

impl std::fmt::Debug for NodeRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.as_element(), self.as_text()) {
            (Some(element), _) => write!(f, "<{}>#{}", element.name(), self.id),
            (_, Some(text)) => write!(f, "{text:?}#{}", self.id),
            _ => write!(f, "#{}", self.id),
        }
    }
}

/// The walk of [`NodeRef::traverse`]: over the numbers of the nodes, which are in document order.
#[derive(Debug)]
pub(crate) struct Traverse<'a> {
    root: NodeRef<'a>,
    next: u32,
    /// The innermost element that is open.
    open: u32,
    /// One past the last node of that element, or of all.
    end: u32,
}

impl<'a> Traverse<'a> {
    /// Goes on behind the element that was opened last, leaving out all inside it and its
    /// [`Edge::Close`].
    pub(crate) fn leave_out(&mut self, element: ElementRef<'a>) {
        self.next = element.0.node().end;
        self.go_out(element.0);
    }

    /// Goes from an element to the one around it.
    fn go_out(&mut self, node: NodeRef<'a>) {
        let outer = node.parent().filter(|_| node.id != self.root.id);
        self.open = outer.and_then(NodeRef::as_element).map_or(NONE, |outer| outer.0.id);
        self.end = outer.unwrap_or(self.root).node().end;
    }
}

impl<'a> Iterator for Traverse<'a> {
    type Item = Edge<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.next < self.end {
            let node = NodeRef { id: self.next, ..self.root };
            self.next += 1;
            if node.node().kind == Kind::Element {
                (self.open, self.end) = (node.id, node.node().end);
            }
            return Some(Edge::Open(node));
        }
        let node = self.root.wrap(self.open)?;
        self.go_out(node);
        Some(Edge::Close(ElementRef(node)))
    }
}

/// The walk of [`NodeRef::skim`]: that of [`Traverse`] without the edges behind elements, for half
/// of the cost.
#[derive(Debug)]
pub(crate) struct Skim<'a> {
    root: NodeRef<'a>,
    next: u32,
    /// One past the last node.
    end: u32,
}

impl<'a> Skim<'a> {
    /// Goes on behind an element, leaving out all inside it.
    pub(crate) fn leave_out(&mut self, element: ElementRef<'a>) {
        self.next = element.0.node().end;
    }
}

impl<'a> Iterator for Skim<'a> {
    type Item = NodeRef<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let node = NodeRef { id: self.next, ..self.root };
        (self.next < self.end).then(|| {
            self.next += 1;
            node
        })
    }
}

/// An element, to be kept by many: a fourth of the size of an [`ElementRef`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ElementId(u32);

impl Document {
    /// The element that was this page's [`ElementRef::kept`].
    pub(crate) fn element(&self, id: ElementId) -> ElementRef<'_> {
        ElementRef(NodeRef::new(self, id.0))
    }
}

impl ElementId {
    pub(crate) fn node(self) -> NodeId {
        NodeId(self.0)
    }
}

/// An element of a [`Document`].
#[derive(Clone, Copy, PartialEq)]
pub struct ElementRef<'a>(NodeRef<'a>);

impl<'a> ElementRef<'a> {
    /// The element's name, in lower case for HTML elements.
    pub fn name(self) -> &'a str {
        self.local_name()
    }

    /// The value of an attribute, by its name in lower case.
    #[inline]
    pub fn attr(self, name: &str) -> Option<&'a str> {
        Some(self.0.document.arena.value(self.named_attr(name)?))
    }

    /// The attribute of that name.
    #[inline]
    fn named_attr(self, name: &str) -> Option<&'a Attr> {
        if self.may_have(name) { self.find_attr(name) } else { None }
    }

    fn find_attr(self, name: &str) -> Option<&'a Attr> {
        let arena = &self.0.document.arena;
        arena.attrs_of(self.0.node()).iter().find(|attr| **arena.name(attr.name) == *name)
    }

    /// Whether an attribute of that name may be there.
    #[inline]
    fn may_have(self, name: &str) -> bool {
        self.may_have_mark(mark(name))
    }

    /// Whether an attribute with one of these [marks](mark) may be there.
    #[inline]
    pub(super) fn may_have_mark(self, marks: u16) -> bool {
        self.0.node().marks & marks != 0
    }

    /// The attributes, in page order, as name and value.
    pub fn attrs(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let arena = &self.0.document.arena;
        arena
            .attrs_of(self.0.node())
            .iter()
            .map(|attr| (&**arena.name(attr.name), arena.value(attr)))
    }

    /// The classes, in page order.
    pub fn classes(self) -> impl Iterator<Item = &'a str> {
        self.attr("class").unwrap_or_default().split_ascii_whitespace()
    }

    /// Whether the element has this class, to the letter.
    pub fn has_class(self, class: &str) -> bool {
        self.classes().any(|name| name == class)
    }

    /// The element around this one.
    pub fn parent(self) -> Option<Self> {
        self.0.parent()?.as_element()
    }

    /// The elements directly inside.
    pub fn children(self) -> impl Iterator<Item = Self> {
        self.0.children().filter_map(NodeRef::as_element)
    }

    /// The visible text, white space collapsed; blocks and line breaks are set apart by a space.
    pub fn text(self) -> String {
        super::text::flat(self.0)
    }

    pub(super) fn local_name(self) -> &'a LocalName {
        self.0.document.arena.name(self.0.node().name)
    }

    /// The page that it is in.
    pub(crate) fn document(self) -> &'a Document {
        self.0.document
    }

    pub(super) fn arena_node(self) -> &'a Node {
        self.0.node()
    }

    pub(crate) fn node(self) -> NodeRef<'a> {
        self.0
    }

    pub(crate) fn id(self) -> NodeId {
        self.0.id()
    }

    pub(crate) fn kept(self) -> ElementId {
        ElementId(self.0.id)
    }

    pub(crate) fn tag(self) -> Tag {
        self.0.node().tag
    }

    pub(crate) fn is_html(self) -> bool {
        self.0.node().space == Space::Html
    }

    /// The elements around this one, innermost first.
    pub(crate) fn ancestors(self) -> impl Iterator<Item = Self> {
        self.0.ancestors()
    }

    /// All elements inside, in document order.
    pub(crate) fn elements(self) -> impl Iterator<Item = Self> {
        self.0.elements()
    }

    pub(crate) fn next_element(self) -> Option<Self> {
        std::iter::successors(self.0.next_sibling(), |node| node.next_sibling())
            .find_map(NodeRef::as_element)
    }

    pub(crate) fn prev_element(self) -> Option<Self> {
        std::iter::successors(self.0.prev_sibling(), |node| node.prev_sibling())
            .find_map(NodeRef::as_element)
    }

    /// The text of a `<script>` or `<style>`, as it stands.
    pub(crate) fn raw_text(self) -> Cow<'a, str> {
        let mut texts = self.0.children().filter_map(NodeRef::as_text);
        let first = texts.next().unwrap_or_default();
        match texts.next() {
            None => Cow::Borrowed(first),
            Some(second) => [first, second].into_iter().chain(texts).collect(),
        }
    }
}

impl std::fmt::Debug for ElementRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
