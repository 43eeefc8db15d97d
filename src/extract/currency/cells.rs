//! The visible text of a page, cut where elements begin and end.

use std::borrow::Cow;
use std::ops::Range;

use crate::dom::{Document, Edge, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::model::Direction;
use crate::value::number::digit;

use super::words::direction_of_name;

/// A piece of visible text without an element's edge in it, or an element without text.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    /// The text node, or an element without text.
    pub(super) node: NodeRef<'a>,
    /// The text as it stands in the page. A number that runs on over an inline element is whole:
    /// `36.<span>5686</span>`.
    pub(super) text: Cow<'a, str>,
}

/// The most characters that a cell of a widget has; more are prose.
const CELL_CHARS: usize = 90;

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

    /// An element without text, which may show something by its names; an image by its `alt`.
    fn mark(&mut self, element: ElementRef<'a>) {
        if matches!(element.tag(), Tag::Script | Tag::Style | Tag::Head | Tag::Noscript | Tag::Br) {
            return;
        }
        self.cells.push(Cell { node: element.node(), text: Cow::Borrowed("") });
        self.glued = false;
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
            _ => self.cells.push(Cell { node, text: Cow::Borrowed(text) }),
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

impl<'a> Cell<'a> {
    /// The direction that an element without text shows by its names.
    pub(super) fn mark(&self) -> Option<Direction> {
        let element = self.node.as_element()?;
        let file = |src: &str| src.rsplit('/').next().and_then(direction_of_name);
        element.attr("class").and_then(direction_of_name).or_else(|| {
            let image = Some(element).filter(|element| element.tag() == Tag::Img)?;
            let alt = image.attr("alt").and_then(direction_of_name);
            alt.or_else(|| image.attr("src").and_then(file))
        })
    }

    /// What an image says in words.
    pub(super) fn alt(&self) -> Option<&'a str> {
        self.node.as_element()?.attr("alt")
    }

    /// Whether the text is short enough for a part of a widget.
    pub(super) fn is_short(&self) -> bool {
        // Bytes first: nearly all long texts end there.
        let text = self.text.trim();
        text.len() <= CELL_CHARS * 4 && text.chars().count() <= CELL_CHARS
    }

    /// Whether the cell is short and has a number with a fraction, or something like it. No widget
    /// is without.
    pub(super) fn has_fraction(&self) -> bool {
        has_fraction(self.text.as_bytes()) && self.is_short()
    }
}

/// Whether a point or comma stands between digits, but not twice as in a date. Digits of other
/// scripts are not ASCII, as their marks may be: they count with any mark.
fn has_fraction(text: &[u8]) -> bool {
    let mut marks = 0;
    for window in text.windows(3) {
        let [before, mark, after] = window else { continue };
        let is_digit = |byte: &u8| byte.is_ascii_digit() || *byte >= 0x80;
        if matches!(mark, b'.' | b',') && is_digit(before) && is_digit(after) {
            marks += 1;
        }
    }
    marks > 0
}

/// The numbers of the cells inside an element.
pub(super) fn inside(cells: &[Cell<'_>], from: NodeId, to: NodeId) -> Range<usize> {
    let start = cells.partition_point(|cell| cell.node.id() < from);
    let end = cells.partition_point(|cell| cell.node.id() < to);
    start..end.max(start)
}
