//! The visible text of a page, cut where elements begin and end.

use std::borrow::Cow;
use std::ops::Range;

use crate::dom::{Document, Edge, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::model::Direction;
use crate::value::number::digit;

use super::words::direction_of_name;

/// A piece of visible text without an element's edge in it, or a mark without text.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    /// The text node, or the element of a mark.
    pub(super) node: NodeRef<'a>,
    /// The text as it stands in the page. A number that runs on over an inline element is whole:
    /// `36.<span>5686</span>`.
    pub(super) text: Cow<'a, str>,
    /// What an image or an empty element shows.
    pub(super) mark: Option<Direction>,
}

/// The cells of a page, in document order.
pub(super) fn cut(document: &Document) -> Vec<Cell<'_>> {
    let mut cutter = Cutter::default();
    let mut walk = document.root().traverse();
    while let Some(edge) = walk.next() {
        match edge {
            Edge::Open(node) => {
                if let Some(text) = node.as_text() {
                    cutter.text(node, text);
                } else if let Some(element) = node.as_element() {
                    if is_hidden(element) {
                        walk.leave_out(element);
                    } else if element.tag().is_unshown() {
                        cutter.mark(element);
                        walk.leave_out(element);
                    } else {
                        cutter.open(element);
                    }
                }
            }
            Edge::Close(element) => cutter.close(element),
        }
    }
    cutter.cells
}

#[derive(Default)]
struct Cutter<'a> {
    cells: Vec<Cell<'a>>,
    /// Whether the next text may run on from the last cell.
    glued: bool,
}

impl<'a> Cutter<'a> {
    fn open(&mut self, element: ElementRef<'a>) {
        self.edge(element);
        if element.node().children().next().is_none() {
            self.mark(element);
        }
    }

    fn close(&mut self, element: ElementRef<'a>) {
        self.edge(element);
    }

    fn edge(&mut self, element: ElementRef<'a>) {
        let tag = element.tag();
        self.glued &= !tag.is_block() && !matches!(tag, Tag::Br | Tag::Img);
    }

    /// An empty element: a mark by its names, or a flag by its `alt` text.
    fn mark(&mut self, element: ElementRef<'a>) {
        if matches!(element.tag(), Tag::Script | Tag::Style | Tag::Head | Tag::Noscript) {
            return;
        }
        let mark = direction(element);
        let alt = element.attr("alt").unwrap_or_default().trim();
        if mark.is_some() || !alt.is_empty() {
            let text = Cow::Borrowed(if mark.is_some() { "" } else { alt });
            self.cells.push(Cell { node: element.node(), text, mark });
            self.glued = false;
        }
    }

    fn text(&mut self, node: NodeRef<'a>, text: &'a str) {
        if text.chars().all(char::is_whitespace) {
            self.glued &= text.is_empty();
            return;
        }
        match self.cells.last_mut() {
            Some(last) if self.glued && runs_on(&last.text, text) => {
                last.text.to_mut().push_str(text);
            }
            _ => self.cells.push(Cell { node, text: Cow::Borrowed(text), mark: None }),
        }
        self.glued = true;
    }
}

/// Whether a number goes on from one text to the next.
fn runs_on(before: &str, text: &str) -> bool {
    let is_mark = |c: &char| matches!(c, '.' | ',');
    let ends_open = before.trim_end_matches(|c| is_mark(&c)).ends_with(|c| digit(c).is_some());
    ends_open && text.starts_with(|c| is_mark(&c) || digit(c).is_some())
}

/// The direction that an empty element or an image shows by its names.
fn direction(element: ElementRef<'_>) -> Option<Direction> {
    let file = |src: &str| src.rsplit('/').next().and_then(direction_of_name);
    let class = element.attr("class").and_then(direction_of_name);
    class.or_else(|| {
        (element.tag() == Tag::Img).then_some(())?;
        let alt = element.attr("alt").and_then(direction_of_name);
        alt.or_else(|| element.attr("src").and_then(file))
    })
}

/// The numbers of the cells inside an element.
pub(super) fn inside(cells: &[Cell<'_>], from: NodeId, to: NodeId) -> Range<usize> {
    let start = cells.partition_point(|cell| cell.node.id() < from);
    let end = cells.partition_point(|cell| cell.node.id() < to);
    start..end.max(start)
}
