//! The text of a run with its links, emphasis and code.

use std::borrow::Cow;

use super::{Ground, Room};
use crate::dom::{Base, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::model::{Inline, RichText};
use crate::value::text::split_line;

/// The look of text in an element, as a run without text, where `look` is that around it; `None`
/// where it is the same.
fn look_inside(look: &Inline, element: ElementRef<'_>, base: &Base) -> Option<Inline> {
    let look = || look.clone();
    match element.tag() {
        Tag::A => {
            let url = base.resolve(element.attr("href")?)?;
            Some(Inline { url: Some(url), ..look() })
        }
        Tag::Em | Tag::I | Tag::Cite | Tag::Dfn | Tag::Var => {
            Some(Inline { emphasis: true, ..look() })
        }
        Tag::Strong | Tag::B => Some(Inline { strong: true, ..look() }),
        Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Some(Inline { code: true, ..look() }),
        _ => None,
    }
}

/// How far the look of an element reaches.
struct Reach {
    end: NodeId,
    look: Inline,
    /// Whether its text stands in lines of its own.
    is_block: bool,
}

/// The text of the nodes from `first` up to `end`, without what is not shown. Blocks in it are set
/// apart by line breaks.
pub(super) fn rich_text(ground: Ground<'_>, nodes: (NodeId, NodeId)) -> RichText {
    text_within(ground, nodes, None)
}

/// The same of nodes in an element that, like all around it, is a block.
pub(super) fn text_within(
    ground: Ground<'_>,
    (first, end): (NodeId, NodeId),
    block: Option<ElementRef<'_>>,
) -> RichText {
    if first >= end {
        return RichText::default();
    }
    let first = ground.document.get(first);
    let mut reader = Reader::new(ground, look_around(first, block, ground.base));
    let mut id = behind_unseen(first, block);
    while id < end {
        id = reader.step(ground.document.get(id));
    }
    reader.writer.text
}

/// Reads nodes in document order.
struct Reader<'a> {
    ground: Ground<'a>,
    /// The look of what stands in none of `reaches`.
    outermost: Inline,
    /// The elements around that give a look or are blocks.
    reaches: Vec<Reach>,
    writer: Writer,
}

impl<'a> Reader<'a> {
    fn new(ground: Ground<'a>, outermost: Inline) -> Self {
        Self { ground, outermost, reaches: Vec::new(), writer: Writer::default() }
    }

    /// Reads a node and gives the next one to read.
    fn step(&mut self, node: NodeRef<'_>) -> NodeId {
        while let Some(left) = self.reaches.pop_if(|reach| node.id() >= reach.end) {
            if left.is_block {
                self.writer.line_break();
            }
        }
        if let Some(text) = node.as_text() {
            let look = self.reaches.last().map_or(&self.outermost, |reach| &reach.look);
            self.writer.push(text, look, node.id(), self.ground.room);
        } else if let Some(element) = node.as_element() {
            let tag = element.tag();
            if tag == Tag::Br {
                self.writer.line_break();
            } else if tag.is_unshown() || is_hidden(element) || is_unseen(element) {
                return node.end();
            } else {
                self.enter(element);
            }
        }
        node.id().next()
    }

    fn enter(&mut self, element: ElementRef<'_>) {
        let around = self.reaches.last().map_or(&self.outermost, |reach| &reach.look);
        let inside = look_inside(around, element, self.ground.base);
        let is_block = element.tag().is_block();
        if is_block {
            self.writer.line_break();
        }
        if is_block || inside.is_some() {
            let look = inside.unwrap_or_else(|| around.clone());
            self.reaches.push(Reach { end: element.node().end(), look, is_block });
        }
    }
}

/// Classes of text that is read aloud and not shown, such as 'opens in a new window', or what
/// stands behind the site's own prefix in them: `site-sr-only`, `css-1x2-VisuallyHidden`. Enfold, a
/// theme for blogs, calls what it says to search engines `av-structured-data`.
const UNSEEN: &[&str] = &[
    "a11y-hidden",
    "element-invisible",
    "screen-reader",
    "screen-reader-only",
    "screen-reader-text",
    "show-for-sr",
    "sr-only",
    "sr-text",
    "structured-data",
    "vh",
    "visually-hidden",
    "visuallyhidden",
];

/// Whether text in a line is there for screen readers alone.
pub(super) fn is_unseen(element: ElementRef<'_>) -> bool {
    element.tag() == Tag::Span && element.classes().any(is_unseen_class)
}

fn is_unseen_class(class: &str) -> bool {
    UNSEEN.iter().any(|name| {
        let cut = class.len().checked_sub(name.len()).and_then(|at| class.split_at_checked(at));
        cut.is_some_and(|(prefix, end)| {
            end.eq_ignore_ascii_case(name) && (prefix.is_empty() || prefix.ends_with(['-', '_']))
        })
    })
}

/// Where the shown text of a run starts, whose first node may be in text for screen readers.
fn behind_unseen(first: NodeRef<'_>, block: Option<ElementRef<'_>>) -> NodeId {
    let unshown = inline_around(first, block).find(|element| is_unseen(*element));
    unshown.map_or(first.id(), |element| element.node().end())
}

/// The look that the elements around a node give it.
fn look_around(node: NodeRef<'_>, block: Option<ElementRef<'_>>, base: &Base) -> Inline {
    inline_around(node, block).fold(Inline::default(), |look, element| {
        // The innermost link counts.
        if look.url.is_some() && element.tag() == Tag::A {
            return look;
        }
        look_inside(&look, element, base).unwrap_or(look)
    })
}

/// The elements around a node that are no blocks, innermost first; from `block` on there are none.
fn inline_around<'a>(
    node: NodeRef<'a>,
    block: Option<ElementRef<'a>>,
) -> impl Iterator<Item = ElementRef<'a>> {
    let around = node.ancestors().take_while(move |element| Some(*element) != block);
    around.filter(|element| !element.tag().is_block())
}

/// Collapses white space across runs of different looks.
#[derive(Debug, Default)]
struct Writer {
    text: RichText,
    /// White space that is written once more text comes.
    pending: &'static str,
}

/// The text of one node, as it is written.
struct Piece<'a> {
    look: Cow<'a, Inline>,
    /// How long the text is in the page.
    length: usize,
    at: NodeId,
    room: &'a Room,
    /// Whether any text of it came.
    begun: bool,
    /// Whether any was kept.
    kept: bool,
}

impl Writer {
    fn push(&mut self, text: &str, look: &Inline, at: NodeId, room: &Room) {
        let look = Cow::Borrowed(look);
        let length = text.len();
        let mut piece = Piece { look, length, at, room, begun: false, kept: false };
        let mut rest = text;
        loop {
            let (line, behind) = split_line(rest);
            if !line.is_empty() {
                self.push_line(line, &mut piece);
            }
            if behind.is_empty() {
                break;
            }
            if self.pending.is_empty() {
                self.pending = " ";
            }
            rest = behind.trim_start();
        }
    }

    fn push_line(&mut self, line: &str, piece: &mut Piece<'_>) {
        let mut between = std::mem::take(&mut self.pending);
        if !std::mem::replace(&mut piece.begun, true) {
            if self.text.is_empty() {
                between = "";
            } else if piece.look.url.is_some() || piece.look.code {
                // White space before a link is not part of it.
                self.text.push(Inline::plain(std::mem::take(&mut between)));
            }
        }
        let (between, line) = (piece.fit(between), piece.fit(line));
        if !(between.is_empty() && line.is_empty()) {
            piece.take_link();
            self.text.push_like(&piece.look, [between, line], piece.length);
        }
    }

    fn line_break(&mut self) {
        self.pending = "\n";
    }
}

impl Piece<'_> {
    fn fit<'t>(&self, text: &'t str) -> &'t str {
        self.room.fit(text, self.at)
    }

    /// Takes the place of a link for the first text that is kept. Where there is none, the text
    /// leads nowhere.
    fn take_link(&mut self) {
        let first = !std::mem::replace(&mut self.kept, true);
        if first && self.look.url.is_some() && !self.room.take_links(1, self.at) {
            self.look.to_mut().url = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::blocks::Blocks;
    use crate::dom::Document;

    fn read(html: &str) -> RichText {
        let document = Document::parse(html, &Limits::default());
        let body = document.body().expect("a body").node();
        read_from(&document, body.id().next())
    }

    fn read_from(document: &Document, first: NodeId) -> RichText {
        let base = Base::new(document, Some("https://a.kz/"));
        let (blocks, room) = (Blocks::cut(document), Room::new(&Limits::default()));
        let ground = Ground { document, base: &base, blocks: &blocks, room: &room };
        rich_text(ground, (first, document.root().end()))
    }

    fn looks(text: &RichText) -> Vec<(&str, String)> {
        let look = |run: &Inline| {
            let flags = [(run.emphasis, 'e'), (run.strong, 's'), (run.code, 'c')];
            let flags = flags.iter().filter(|(is, _)| *is).map(|(_, name)| *name);
            flags.collect::<String>() + run.url.as_deref().unwrap_or_default()
        };
        text.runs().iter().map(|run| (run.text.as_str(), look(run))).collect()
    }

    #[test]
    fn links_emphasis_and_code_are_kept_and_white_space_is_not_theirs() {
        let text = read("a <a href=/x> b <b>c</b> </a> d<i>e</i>, <code> f </code>.");
        let expected = [
            ("a ", ""),
            ("b", "https://a.kz/x"),
            (" ", ""),
            ("c", "shttps://a.kz/x"),
            (" d", ""),
            ("e", "e"),
            (", ", ""),
            ("f", "c"),
            (" .", ""),
        ];
        assert_eq!(looks(&text), expected.map(|(text, look)| (text, look.to_owned())));
    }

    #[test]
    fn text_behind_an_inline_element_is_kept_and_hidden_text_is_not() {
        assert_eq!(read("a<script>x</script>b<span hidden>y</span>c").text(), "abc");
        assert_eq!(read("a <br> b").text(), "a\nb");
    }

    #[test]
    fn text_for_screen_readers_is_left_out_where_it_comes_first_too() {
        let html =
            "<span class=sr-only>Now <b>only</b></span> $129<span class=sr-only>, or</span>.";
        let document = Document::parse(html, &Limits::default());
        let first = document.root().descendants().find(|node| node.as_text().is_some());
        let first = first.expect("a text").id();
        assert_eq!(read_from(&document, first).text(), "$129.");
    }

    #[test]
    fn classes_of_text_for_screen_readers_may_have_a_prefix() {
        for class in ["vh", "go-vh", "av-structured-data", "css-1x2-VisuallyHidden", "site_sr-only"]
        {
            assert_eq!(read(&format!("a<span class={class}>x</span>b")).text(), "ab", "{class}");
        }
        for class in ["min-vh-100", "avh", "visually-hidden-not"] {
            assert_eq!(read(&format!("a<span class={class}>x</span>b")).text(), "axb", "{class}");
        }
    }
}
