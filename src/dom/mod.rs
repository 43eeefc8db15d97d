//! The page as a tree: html5ever's tree builder behind a guard, and a way past it for what is nested
//! properly, on a flat arena, with CSS selectors, visible text and resolved addresses.
//!
//! The only module that names html5ever, scraper, selectors and cssparser.

mod arena;
mod base;
mod builder;
mod guard;
#[cfg(any(test, feature = "__stages"))]
mod html5ever_tokenizer;
mod known_name;
mod name_words;
mod node;
mod open;
mod rules;
mod scraped;
mod selector;
mod selector_error;
mod shortcut;
mod sink;
#[cfg(feature = "__stages")]
pub(crate) mod stages;
mod svg;
mod tag;
mod text;
mod tokenizer;
mod told;
mod values;

use std::sync::OnceLock;

use html5ever::interface::TreeSink;
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use crate::Limits;
use arena::{Arena, MAX_BYTES, ROOT};
use guard::Guard;
use sink::Sink;

pub(crate) use arena::NodeId;
pub(crate) use base::Base;
pub(crate) use name_words::{NameWord, NameWords, of_text as words_of_name};
pub use node::ElementRef;
pub(crate) use node::{Edge, ElementId, NodeRef};
pub(crate) use rules::{Matches, RuleSet};
pub use selector::Selector;
pub use selector_error::SelectorError;
pub(crate) use tag::Tag;
pub(crate) use text::is_hidden;
#[cfg(test)]
pub(crate) use text::{flat, lines};
pub(crate) use told::{AttrName, Meanings, Value};

/// A parsed page.
///
/// A page that has been parsed with scraper comes in without being parsed again:
///
/// ```
/// let html = scraper::Html::parse_document("<h1>Rain tomorrow</h1>");
/// let document = newsprint::Document::from(&html);
/// let selector = newsprint::Selector::parse("h1")?;
/// assert_eq!(document.select(&selector).next().unwrap().text(), "Rain tomorrow");
/// # Ok::<(), newsprint::SelectorError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    arena: Arena,
    cuts: Vec<Cut>,
    name_words: OnceLock<NameWords>,
}

/// A limit that a page went over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) kind: CutKind,
    pub(crate) allowed: usize,
    /// The byte of the text by which the first thing that was left out had ended.
    pub(crate) at: u64,
}

/// Which limit a [`Cut`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CutKind {
    InputBytes,
    Nodes,
    Depth,
    Attributes,
    FormattingElements,
}

impl Document {
    /// Parses a page by the HTML standard's rules, within the limits. Any text is a page; nothing
    /// is an error.
    pub fn parse(html: &str, limits: &Limits) -> Self {
        Self::build(html, limits, Sink::new, |html, guard| {
            tokenizer::tokenize(without_mark(html), limits.attributes(), guard)
        })
    }

    /// Parses a page with html5ever's tokenizer, and with links between all nodes from the first
    /// on, to compare.
    #[cfg(any(test, feature = "__stages"))]
    pub(crate) fn parse_with_html5ever(html: &str, limits: &Limits) -> Self {
        Self::build(html, limits, Sink::linked, |html, guard| {
            html5ever_tokenizer::tokenize(without_mark(html), guard)
        })
    }

    fn build<'a>(
        html: &'a str,
        limits: &Limits,
        sink: impl FnOnce(&'a str) -> Sink<'a>,
        tokenize: impl FnOnce(&'a str, Guard<'a>) -> Guard<'a>,
    ) -> Self {
        let allowed = limits.input_bytes().min(MAX_BYTES);
        let head = html.get(..html.floor_char_boundary(allowed)).unwrap_or_default();
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let builder = TreeBuilder::new(sink(head), options);
        let (sink, mut cuts) = tokenize(head, Guard::new(builder, limits.clone())).finish();
        if head.len() < html.len() {
            cuts.push(Cut { kind: CutKind::InputBytes, allowed, at: head.len() as u64 });
        }
        Self::new(sink.finish(), cuts)
    }

    fn new(arena: Arena, cuts: Vec<Cut>) -> Self {
        Self { arena, cuts, name_words: OnceLock::new() }
    }

    /// Whether two trees are the same, with names, attributes and texts.
    #[cfg(any(test, feature = "__stages"))]
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.arena.is_same(&other.arena)
    }

    /// The elements that match, in document order.
    pub fn select(&self, selector: &Selector) -> impl Iterator<Item = ElementRef<'_>> {
        selector.find_in(self.root())
    }

    /// The document node.
    pub(crate) fn root(&self) -> NodeRef<'_> {
        NodeRef::new(self, ROOT)
    }

    /// How many nodes the page has.
    pub(crate) fn len(&self) -> usize {
        self.arena.nodes.len()
    }

    /// The node of this number.
    pub(crate) fn get(&self, id: NodeId) -> NodeRef<'_> {
        NodeRef::new(self, id.0)
    }

    /// The contents of a `<template>`, which stand outside the document.
    #[cfg(test)]
    pub(crate) fn template_contents(&self, template: ElementRef<'_>) -> Option<NodeRef<'_>> {
        let fragment = self.arena.templates.get(&template.id().0)?;
        Some(NodeRef::new(self, *fragment))
    }

    /// Where a node stands, for messages: the third table of the page is `<table> 3`.
    pub(crate) fn place_of(&self, id: NodeId) -> String {
        let node = self.get(id);
        let Some(element) = node.as_element().or_else(|| node.ancestors().next()) else {
            return String::new();
        };
        let before = self.elements().take_while(|other| other.id() <= element.id());
        let number = before.filter(|other| other.name() == element.name()).count();
        format!("<{}> {number}", element.name())
    }

    /// The limits that the page went over.
    pub(crate) fn cuts(&self) -> &[Cut] {
        &self.cuts
    }

    /// The words of the names of elements, read when they are first asked for.
    pub(crate) fn name_words(&self) -> &NameWords {
        self.name_words.get_or_init(|| NameWords::read(self))
    }

    /// Whether an element or an attribute may have that name.
    fn has_name(&self, name: &str) -> bool {
        self.arena.names.iter().any(|known| **known == *name)
    }

    /// All elements of the document, in order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.root().elements()
    }

    /// `<html>`.
    pub(crate) fn html(&self) -> Option<ElementRef<'_>> {
        self.root().children().find_map(NodeRef::as_element)
    }

    /// `<body>`.
    pub(crate) fn body(&self) -> Option<ElementRef<'_>> {
        self.html()?.children().find(|element| element.tag() == Tag::Body)
    }
}

/// A byte order mark at the start is no text (Encoding standard, section 6).
fn without_mark(html: &str) -> &str {
    html.strip_prefix('\u{feff}').unwrap_or(html)
}

#[cfg(test)]
mod tests;
