//! The text of a run with its links, emphasis and code.

use std::rc::Rc;

use super::{Ground, Room};
use crate::dom::{Base, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::model::{Inline, RichText};
use crate::value::text::split_line;

/// How a piece of text looks, and where it leads.
#[derive(Debug, Clone, Default)]
struct Look {
    url: Option<Rc<str>>,
    emphasis: bool,
    strong: bool,
    code: bool,
}

impl Look {
    /// The look of text in an element with this look around it; `None` where it is the same.
    fn inside(&self, element: ElementRef<'_>, base: &Base) -> Option<Self> {
        let look = || self.clone();
        match element.tag() {
            Tag::A => {
                let url = base.resolve(element.attr("href")?)?;
                Some(Self { url: Some(url.into()), ..look() })
            }
            Tag::Em | Tag::I | Tag::Cite | Tag::Dfn | Tag::Var => {
                Some(Self { emphasis: true, ..look() })
            }
            Tag::Strong | Tag::B => Some(Self { strong: true, ..look() }),
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Some(Self { code: true, ..look() }),
            _ => None,
        }
    }

    /// The same inside an element that gives its content a look.
    fn within(self, around: Self) -> Self {
        Self {
            url: self.url.or(around.url),
            emphasis: self.emphasis || around.emphasis,
            strong: self.strong || around.strong,
            code: self.code || around.code,
        }
    }

    /// Text that looks so; without its address where there are too many links.
    fn run(&self, text: String, at: NodeId, room: &Room) -> Inline {
        let mut run = Inline::plain(text);
        let url = self.url.as_deref().filter(|_| !run.text.is_empty() && room.take_links(1, at));
        run.url = url.map(str::to_owned);
        (run.emphasis, run.strong, run.code) = (self.emphasis, self.strong, self.code);
        run
    }
}

/// How far the look of an element reaches.
struct Reach {
    end: NodeId,
    look: Look,
    /// Whether its text stands in lines of its own.
    is_block: bool,
}

/// The text of the nodes from `first` up to `end`, without what is not shown. Blocks in it are set
/// apart by line breaks.
pub(super) fn rich_text(ground: Ground<'_>, (first, end): (NodeId, NodeId)) -> RichText {
    let Ground { document, base, room, .. } = ground;
    if first >= end {
        return RichText::default();
    }
    let mut looks = vec![Reach {
        end: document.root().end(),
        look: look_around(document.get(first), base),
        is_block: false,
    }];
    let mut writer = Writer::default();
    let mut id = behind_text_for_ears(document.get(first));
    while id < end {
        let node = document.get(id);
        while looks.len() > 1
            && let Some(left) = looks.pop_if(|reach| id >= reach.end)
        {
            if left.is_block {
                writer.line_break();
            }
        }
        let Some(Reach { look, .. }) = looks.last() else { break };
        id = id.next();
        if let Some(text) = node.as_text() {
            writer.push(text, look, node.id(), room);
        } else if let Some(element) = node.as_element() {
            match element.tag() {
                Tag::Br => writer.line_break(),
                tag if tag.is_unshown() || is_hidden(element) || is_for_ears(element) => {
                    id = node.end();
                }
                tag => {
                    let (inside, is_block) = (look.inside(element, base), tag.is_block());
                    if is_block {
                        writer.line_break();
                    }
                    if is_block || inside.is_some() {
                        let look = inside.unwrap_or_else(|| look.clone());
                        looks.push(Reach { end: node.end(), look, is_block });
                    }
                }
            }
        }
    }
    writer.finish()
}

/// Adds text that follows, set apart by `between`.
pub(super) fn append(content: &mut RichText, text: &RichText, between: &str) {
    if !content.is_empty() && !text.is_empty() {
        content.push(Inline::plain(between));
    }
    content.extend(text.runs().iter().cloned());
}

/// Classes of text that is read aloud and not shown, such as 'opens in a new window', or what
/// stands behind the site's own prefix in them: `site-sr-only`, `css-1x2-VisuallyHidden`.
const FOR_EARS: &[&str] = &[
    "a11y-hidden",
    "element-invisible",
    "screen-reader",
    "screen-reader-only",
    "screen-reader-text",
    "show-for-sr",
    "sr-only",
    "sr-text",
    "vh",
    "visually-hidden",
    "visuallyhidden",
];

/// Whether text in a line is there for screen readers alone.
pub(super) fn is_for_ears(element: ElementRef<'_>) -> bool {
    element.tag() == Tag::Span && element.classes().any(is_class_for_ears)
}

fn is_class_for_ears(class: &str) -> bool {
    FOR_EARS.iter().any(|name| {
        let cut = class.len().checked_sub(name.len()).and_then(|at| class.split_at_checked(at));
        cut.is_some_and(|(prefix, end)| {
            end.eq_ignore_ascii_case(name) && (prefix.is_empty() || prefix.ends_with(['-', '_']))
        })
    })
}

/// Where the shown text of a run starts, whose first node may be in text for screen readers.
fn behind_text_for_ears(first: NodeRef<'_>) -> NodeId {
    let mut spans = first.ancestors().filter(|element| element.tag() == Tag::Span);
    let unshown = spans.find(|element| is_for_ears(*element));
    unshown.map_or(first.id(), |element| element.node().end())
}

/// The look that the elements around a node give it.
fn look_around(node: NodeRef<'_>, base: &Base) -> Look {
    // Most texts stand in blocks, which give no look.
    let around = node.ancestors().filter(|element| !element.tag().is_block());
    around.fold(Look::default(), |look, element| {
        // The innermost link counts.
        let skipped = look.url.is_some() && element.tag() == Tag::A;
        let around = if skipped { None } else { Look::default().inside(element, base) };
        match around {
            Some(around) => look.within(around),
            None => look,
        }
    })
}

/// Collapses white space across runs of different looks.
#[derive(Debug, Default)]
struct Writer {
    text: RichText,
    /// White space that is written once more text comes.
    pending: Option<char>,
}

impl Writer {
    fn push(&mut self, text: &str, look: &Look, at: NodeId, room: &Room) {
        let mut piece = String::with_capacity(text.len());
        let mut rest = text;
        loop {
            let (line, behind) = split_line(rest);
            self.push_line(line, &mut piece, look);
            if behind.is_empty() {
                break;
            }
            self.pending.get_or_insert(' ');
            rest = behind.trim_start();
        }
        let kept = room.fit(&piece, at).len();
        piece.truncate(kept);
        self.text.push(look.run(piece, at, room));
    }

    fn push_line(&mut self, line: &str, piece: &mut String, look: &Look) {
        if line.is_empty() {
            return;
        }
        match self.pending.take() {
            Some(_) if self.text.is_empty() && piece.is_empty() => {}
            // White space before a link is not part of it.
            Some(separator) if piece.is_empty() && (look.url.is_some() || look.code) => {
                self.text.push(Inline::plain(separator));
            }
            Some(separator) => piece.push(separator),
            None => {}
        }
        piece.push_str(line);
    }

    fn line_break(&mut self) {
        self.pending = Some('\n');
    }

    fn finish(self) -> RichText {
        self.text
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
        for class in ["vh", "go-vh", "css-1x2-VisuallyHidden", "site_sr-only"] {
            assert_eq!(read(&format!("a<span class={class}>x</span>b")).text(), "ab", "{class}");
        }
        for class in ["min-vh-100", "avh", "visually-hidden-not"] {
            assert_eq!(read(&format!("a<span class={class}>x</span>b")).text(), "axb", "{class}");
        }
    }
}
