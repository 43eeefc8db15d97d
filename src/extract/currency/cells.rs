//! The visible text of a page, cut where elements begin and end.

use std::borrow::Cow;
use std::ops::Range;

use crate::dom::{Document, Edge, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::model::Direction;
use crate::value::number::digit;

use super::words::{currency_of_picture, direction_of_name};

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

/// How many nodes a page has for each of its cells.
const NODES_PER_CELL: usize = 5;

/// What may be of a widget in a page.
#[derive(Debug, Default)]
pub(super) struct Cut<'a> {
    /// The cells, in document order.
    pub(super) cells: Vec<Cell<'a>>,
    pub(super) tables: Vec<Table<'a>>,
}

/// What a quick look at a page finds.
#[derive(Debug, Default)]
pub(super) struct Glance<'a> {
    /// Whether a cell may [have a fraction](Cell::has_fraction).
    pub(super) fraction: bool,
    pub(super) scripts: Vec<ElementRef<'a>>,
}

/// Looks at a page without cutting it: half of all pages have no widget for sure.
pub(super) fn glance(document: &Document) -> Glance<'_> {
    let mut found = Glance::default();
    let mut walk = document.root().skim();
    while let Some(node) = walk.next() {
        if let Some(element) = node.as_element() {
            let tag = element.tag();
            if tag == Tag::Script {
                found.scripts.push(element);
            } else if tag.is_unshown() {
                found.scripts.extend(element.children().filter(|e| e.tag() == Tag::Script));
            }
            if tag.is_unshown() || is_hidden(element) {
                walk.leave_out(element);
            }
        } else if !found.fraction {
            found.fraction = node.as_words().is_some_and(may_have_fraction);
        }
    }
    found
}

/// A table without another inside, with the cells in it.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) element: ElementRef<'a>,
    pub(super) cells: Range<usize>,
}

/// Cuts a page.
pub(super) fn cut(document: &Document) -> Cut<'_> {
    let mut cutter = Cutter::default();
    cutter.cut.cells.reserve(document.len() / NODES_PER_CELL);
    let mut walk = document.root().traverse();
    while let Some(edge) = walk.next() {
        match edge {
            Edge::Open(node) => {
                if let Some(text) = node.as_words() {
                    cutter.text(node, text);
                } else if let Some(text) = node.as_text() {
                    cutter.glued &= text.is_empty();
                } else if let Some(element) = node.as_element()
                    && !cutter.open(element)
                {
                    walk.leave_out(element);
                }
            }
            Edge::Close(element) => cutter.close(element),
        }
    }
    cutter.cut
}

#[derive(Default)]
struct Cutter<'a> {
    cut: Cut<'a>,
    /// Whether the next text may run on from the last cell.
    glued: bool,
    /// The innermost table that is open, with its first cell.
    table: Option<(ElementRef<'a>, usize)>,
}

impl<'a> Cutter<'a> {
    /// Whether what is inside the element is shown.
    fn open(&mut self, element: ElementRef<'a>) -> bool {
        if is_hidden(element) {
            return false;
        }
        if element.tag().is_unshown() {
            self.mark(element);
            return false;
        }
        if element.tag() == Tag::Table {
            self.table = Some((element, self.cut.cells.len()));
        }
        self.edge(element);
        if element.node().is_empty() {
            self.mark(element);
        }
        true
    }

    fn close(&mut self, element: ElementRef<'a>) {
        self.edge(element);
        if let Some((table, first)) = self.table
            && table == element
        {
            self.table = None;
            self.cut.tables.push(Table { element, cells: first..self.cut.cells.len() });
        }
    }

    #[inline]
    fn edge(&mut self, element: ElementRef<'a>) {
        if self.glued {
            let tag = element.tag();
            self.glued = !tag.is_block() && !matches!(tag, Tag::Br | Tag::Img);
        }
    }

    /// An element without text, which may show something by its names; an image by its `alt`.
    fn mark(&mut self, element: ElementRef<'a>) {
        if matches!(element.tag(), Tag::Script | Tag::Style | Tag::Head | Tag::Noscript | Tag::Br) {
            return;
        }
        self.cut.cells.push(Cell { node: element.node(), text: Cow::Borrowed("") });
        self.glued = false;
    }

    fn text(&mut self, node: NodeRef<'a>, text: &'a str) {
        match self.cut.cells.last_mut() {
            Some(last) if self.glued && runs_on(&last.text, text) => {
                last.text.to_mut().push_str(text);
            }
            _ => self.cut.cells.push(Cell { node, text: Cow::Borrowed(text) }),
        }
        self.glued = true;
    }
}

/// Whether a number goes on from one text to the next: where its mark stands between them.
fn runs_on(before: &str, text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '.' | ',');
    let is_digit = |c: char| digit(c).is_some();
    let ends = before.strip_suffix(is_mark).is_some_and(|whole| whole.ends_with(is_digit));
    let starts = text.strip_prefix(is_mark).is_some_and(|rest| rest.starts_with(is_digit));
    ends && text.starts_with(is_digit) || starts && before.ends_with(is_digit)
}

impl<'a> Cell<'a> {
    /// The direction that an element without text shows by its names.
    pub(super) fn mark(&self) -> Option<Direction> {
        let element = self.node.as_element()?;
        let file = |src: &str| {
            let name = src.rsplit('/').next().filter(|_| !is_inline(src))?;
            direction_of_name(name)
        };
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

    /// The currency that an element without text shows by its names: a flag, an icon.
    pub(super) fn pictured(&self) -> Option<&'static str> {
        let element = self.node.as_element()?;
        let picture = Some(element).filter(|element| element.tag() == Tag::Img);
        let source = picture.and_then(|image| image.attr("src")).filter(|src| !is_inline(src));
        let file = source.and_then(|src| {
            let (folder, file) = src.rsplit_once('/').unwrap_or(("", src));
            currency_of_picture(file, folder)
        });
        file.or_else(|| element.attr("class").and_then(|class| currency_of_picture(class, "")))
    }

    /// Whether the text is short enough for a part of a widget.
    pub(super) fn is_short(&self) -> bool {
        is_short(&self.text)
    }

    /// Whether the cell is short and has a number with a fraction, or something like it. No widget
    /// is without.
    pub(super) fn has_fraction(&self) -> bool {
        has_short_fraction(&self.text)
    }
}

/// Whether an address holds its picture itself, instead of a name for it.
fn is_inline(src: &str) -> bool {
    src.starts_with("data:")
}

/// Whether a cell that a text is in, or is the start or the end of, may have a fraction.
fn may_have_fraction(text: &str) -> bool {
    has_mark_at_edge(text.as_bytes()) && is_short(text) || has_short_fraction(text)
}

fn has_short_fraction(text: &str) -> bool {
    let bytes = text.as_bytes();
    has_mark_inside(bytes) && is_short(text) && has_fraction(bytes)
}

/// Whether a number may run on from a text to the next, or from the last: `36.<span>5686</span>`.
fn has_mark_at_edge(text: &[u8]) -> bool {
    matches!(text, [mark, next, ..] if is_mark(*mark) && is_of_number(*next))
        || matches!(text, [.., last, mark] if is_mark(*mark) && is_of_number(*last))
}

/// Whether a point or comma stands between bytes that may be of a number: in nearly all texts none
/// does.
fn has_mark_inside(text: &[u8]) -> bool {
    let is_number = |at: usize| text.get(at).is_some_and(|byte| is_of_number(*byte));
    let mut marks = memchr::memchr2_iter(b'.', b',', text);
    marks.any(|at| at.checked_sub(1).is_some_and(is_number) && is_number(at + 1))
}

/// Whether a text is short enough for a part of a widget.
fn is_short(text: &str) -> bool {
    // Bytes first: nearly all texts are told by them.
    let text = text.trim();
    text.len() <= CELL_CHARS || (text.len() <= CELL_CHARS * 4 && text.chars().count() <= CELL_CHARS)
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'.' | b',')
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte >= 0x80 || is_mark(byte)
}

/// Whether a point or comma stands between digits that are no date. Digits of other scripts are not
/// ASCII, as their marks may be: they count with any mark.
fn has_fraction(text: &[u8]) -> bool {
    let numbers = text.split(|byte| !is_of_number(*byte)).filter(|number| number.len() >= 3);
    numbers.into_iter().any(|number| {
        let groups =
            || number.split(|byte| is_mark(*byte)).map(<[u8]>::len).filter(|length| *length > 0);
        let is_date = || groups().count() == 3 && groups().nth(1).is_some_and(|day| day <= 2);
        groups().nth(1).is_some() && !is_date()
    })
}

/// The numbers of the cells inside an element.
pub(super) fn inside(cells: &[Cell<'_>], from: NodeId, to: NodeId) -> Range<usize> {
    let start = cells.partition_point(|cell| cell.node.id() < from);
    let end = cells.partition_point(|cell| cell.node.id() < to);
    start..end.max(start)
}
