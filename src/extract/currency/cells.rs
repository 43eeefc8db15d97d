//! The visible text of a page, cut where elements begin and end.

use std::borrow::Cow;
use std::ops::Range;

use crate::dom::{Document, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::model::Direction;
use crate::value::bytes::{HIGH, ONES, at_least};
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

/// The most bytes that a character has.
const CHAR_BYTES: usize = 4;

/// How many nodes a page has for each of its cells.
const NODES_PER_CELL: usize = 4;

/// What may be of a widget in a page, and where.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    /// Where the cells stand, in document order: nearly all of them are never read.
    places: Vec<NodeId>,
    /// The cells that have a number which runs on over an inline element, with their text.
    whole: Vec<(usize, String)>,
    /// The cells that are short and have a number with a fraction, or something like it. No widget
    /// is without.
    pub(super) fractions: Vec<usize>,
    pub(super) tables: Vec<Table>,
    scripts: Vec<NodeId>,
}

impl Cut {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Some of the cells.
    pub(super) fn cells<'a>(
        &self,
        document: &'a Document,
        range: Range<usize>,
    ) -> impl Iterator<Item = Cell<'a>> {
        let places = self.places.get(range.clone()).unwrap_or_default();
        range.zip(places).map(|(index, place)| {
            let node = document.get(*place);
            let whole = self.whole.binary_search_by_key(&index, |(index, _)| *index);
            let text = match whole.ok().and_then(|at| self.whole.get(at)) {
                Some((_, text)) => Cow::Owned(text.clone()),
                None => Cow::Borrowed(node.as_text().unwrap_or_default()),
            };
            Cell { node, text }
        })
    }

    /// The scripts of the page.
    pub(super) fn scripts<'a>(
        &self,
        document: &'a Document,
    ) -> impl Iterator<Item = ElementRef<'a>> {
        self.scripts.iter().filter_map(|script| document.get(*script).as_element())
    }
}

/// A table without another inside, with the cells in it.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) node: NodeId,
    pub(super) cells: Range<usize>,
}

/// Cuts a page.
pub(crate) fn cut(document: &Document) -> Cut {
    let mut cutter = Cutter::new(document);
    let mut walk = document.root().skim();
    while let Some(node) = walk.next() {
        if let Some(text) = node.as_words() {
            cutter.text(node, text);
        } else if let Some(element) = node.as_element() {
            if element.tag().is_unshown() {
                cutter.unshown(element);
                walk.leave_out(element);
            } else if !cutter.open(element) {
                walk.leave_out(element);
            }
        } else {
            cutter.blank(node);
        }
    }
    cutter.finish()
}

/// Cuts a page as a walk over it goes on: other readers walk over it too.
#[derive(Debug)]
pub(crate) struct Cutter<'a> {
    cut: Cut,
    /// Whether the next text may run on from the last, by what has begun between them.
    glued: bool,
    /// The last text.
    last: NodeRef<'a>,
    before: &'a str,
    /// The tables, each with its first cell.
    tables: Vec<(ElementRef<'a>, usize)>,
}

impl<'a> Cutter<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        let places = Vec::with_capacity(document.len() / NODES_PER_CELL);
        let cut = Cut { places, ..Cut::default() };
        Self { cut, glued: false, last: document.root(), before: "", tables: Vec::new() }
    }

    /// An element with content that a page shows, in no other that is hidden. Whether it is shown.
    #[inline]
    pub(crate) fn open(&mut self, element: ElementRef<'a>) -> bool {
        let tag = element.tag();
        if is_hidden(element) {
            return false;
        }
        self.glued &= !is_edge(tag);
        if tag == Tag::Table {
            self.tables.push((element, self.cut.places.len()));
        }
        if element.node().is_empty() {
            self.mark(element);
        }
        true
    }

    /// An element with content that no page shows, in no other that is hidden.
    pub(crate) fn unshown(&mut self, element: ElementRef<'a>) {
        if element.tag() == Tag::Script {
            self.cut.scripts.push(element.id());
            return;
        }
        let scripts = element.children().filter(|inside| inside.tag() == Tag::Script);
        self.cut.scripts.extend(scripts.map(ElementRef::id));
        if !is_hidden(element) {
            self.mark(element);
        }
    }

    /// An element without text, which may show something by its names; an image by its `alt`.
    fn mark(&mut self, element: ElementRef<'a>) {
        if matches!(element.tag(), Tag::Script | Tag::Style | Tag::Head | Tag::Noscript | Tag::Br) {
            return;
        }
        self.cut.places.push(element.id());
        self.glued = false;
    }

    /// A node that is neither text nor an element, or a text that is all white space.
    #[inline]
    pub(crate) fn blank(&mut self, node: NodeRef<'a>) {
        if self.glued {
            self.glued = node.as_text().is_none_or(str::is_empty);
        }
    }

    /// A text that is shown.
    #[inline]
    pub(crate) fn text(&mut self, node: NodeRef<'a>, text: &'a str) {
        if self.glued && runs_on(self.before, text) && self.is_beside(node) {
            self.run_on(text);
        } else {
            if has_short_fraction(text) {
                self.cut.fractions.push(self.cut.places.len());
            }
            self.cut.places.push(node.id());
        }
        (self.glued, self.last, self.before) = (true, node, text);
    }

    /// Whether nothing has ended between the last text and a node that stands on a line of its own.
    fn is_beside(&self, node: NodeRef<'a>) -> bool {
        let ended = self.last.ancestors().take_while(|element| !element.node().contains(node.id()));
        ended.into_iter().all(|element| !is_edge(element.tag()))
    }

    /// Adds a text to the last cell.
    fn run_on(&mut self, text: &str) {
        let Cut { places, whole, fractions, .. } = &mut self.cut;
        let Some(index) = places.len().checked_sub(1) else { return };
        if whole.last().is_none_or(|(last, _)| *last != index) {
            whole.push((index, self.before.to_owned()));
        }
        fractions.pop_if(|last| *last == index);
        if let Some((_, whole)) = whole.last_mut() {
            whole.push_str(text);
            fractions.extend(has_short_fraction(whole).then_some(index));
        }
    }

    pub(crate) fn finish(mut self) -> Cut {
        let places = &self.cut.places;
        for (at, (element, first)) in self.tables.iter().enumerate() {
            let end = element.node().end();
            let next = self.tables.get(at + 1);
            if next.is_none_or(|(next, _)| next.id() >= end) {
                let cells = *first..places.partition_point(|place| *place < end);
                self.cut.tables.push(Table { node: element.id(), cells });
            }
        }
        self.cut
    }
}

/// Whether no number runs on over the start or the end of such an element.
fn is_edge(tag: Tag) -> bool {
    tag.is_block() || matches!(tag, Tag::Br | Tag::Img)
}

/// Whether a number goes on from one text to the next: where its mark stands between them.
#[inline]
fn runs_on(before: &str, text: &str) -> bool {
    let ends = before.as_bytes().last().is_some_and(|byte| is_mark(*byte));
    let starts = text.as_bytes().first().is_some_and(|byte| is_mark(*byte));
    (ends || starts) && is_one_number(before, text)
}

fn is_one_number(before: &str, text: &str) -> bool {
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
}

/// Whether an address holds its picture itself, instead of a name for it.
fn is_inline(src: &str) -> bool {
    src.starts_with("data:")
}

/// Whether a cell is short and has a number with a fraction, or something like it.
#[inline]
fn has_short_fraction(text: &str) -> bool {
    // Nearly all short texts have no mark, and prose is told by its bytes.
    if text.len() <= CELL_CHARS {
        return may_have_mark_inside(text.as_bytes()) && has_fraction(text.as_bytes());
    }
    let text = text.trim();
    text.len() <= CELL_CHARS * CHAR_BYTES && has_fraction(text.as_bytes()) && is_short(text)
}

/// Whether a point or comma may stand before a byte that is of a number: a quick look.
#[inline]
fn may_have_mark_inside(text: &[u8]) -> bool {
    let words = text.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word));
    match text.last_chunk() {
        Some(last) => {
            // Of the last word it is known that nothing follows.
            marks_inside(u64::from_le_bytes(*last), 0) != 0 || { words }
                .any(|word| marks_inside(word, 0x80) != 0)
        }
        None => text.iter().any(|byte| is_mark(*byte)),
    }
}

/// Which of eight bytes are a point or comma before what may be of a number: the highest bit of
/// each, and perhaps of others behind the first. `next` has that bit for the byte that follows.
#[inline]
fn marks_inside(word: u64, next: u64) -> u64 {
    // The two differ in one bit. A byte that is then like a comma becomes zero, and of those bytes
    // alone the highest bit is set when 1 is taken away.
    let marks = (word & !(ONES * u64::from(b'.' ^ b','))) ^ (ONES * u64::from(b','));
    let marks = marks.wrapping_sub(ONES) & !marks;
    // Bytes from the comma on.
    let numbers = at_least(word, b',') | word;
    marks & (numbers >> 8 | next << 56) & HIGH
}

/// Whether a text is short enough for a part of a widget.
fn is_short(text: &str) -> bool {
    // Bytes first: nearly all texts are told by them.
    let text = text.trim();
    text.len() <= CELL_CHARS
        || text.len() <= CELL_CHARS * CHAR_BYTES && text.chars().count() <= CELL_CHARS
}

/// Whether a point or comma stands between bytes that may be of a number: in nearly all texts none
/// does.
fn has_mark_inside(text: &[u8]) -> bool {
    let is_number = |at: usize| text.get(at).is_some_and(|byte| is_of_number(*byte));
    let mut marks = memchr::memchr2_iter(b'.', b',', text);
    marks.any(|at| at.checked_sub(1).is_some_and(is_number) && is_number(at + 1))
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
    if !has_mark_inside(text) {
        return false;
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    #[test]
    fn marks_are_found_at_every_place() {
        for length in 2..40 {
            for at in 0..length - 1 {
                let mut text = vec![b' '; length];
                (text[at], text[at + 1]) = (b'.', b'5');
                assert!(may_have_mark_inside(&text), "{length} {at}");
                (text[at], text[at + 1]) = (b',', b'\xD9');
                assert!(may_have_mark_inside(&text), "{length} {at}");
            }
        }
        for text in ["One, two and.", "Rain (for days)", "No 5"] {
            assert!(!may_have_mark_inside(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn cells_and_their_fractions() {
        let html = "<p>36.<span>5686</span> <b>1<i>.5</i></b></p><p>7.</p><p>5</p>\
                    <table><td>8.25<td><img></table><div hidden>9.5</div><table></table>";
        let page = Document::parse(html, &Limits::default());
        let cut = cut(&page);
        let texts: Vec<String> =
            cut.cells(&page, 0..cut.len()).map(|cell| cell.text.into_owned()).collect();
        assert_eq!(texts, ["36.5686", "1.5", "7.", "5", "8.25", "", ""]);
        assert_eq!(cut.fractions, [0, 1, 4]);
        let tables: Vec<Range<usize>> = cut.tables.into_iter().map(|table| table.cells).collect();
        assert_eq!(tables, [4..6, 6..7]);
    }
}
