//! The text that a browser shows.

use super::{Edge, ElementRef, NodeRef, Tag};
use crate::value::text::split_line;

/// The visible text of a subtree in one line: white space collapsed, blocks and line breaks set
/// apart by a space.
pub(crate) fn flat(node: NodeRef<'_>) -> String {
    collect(node, ' ')
}

/// The visible text of a subtree, a line for each block and line break.
#[cfg(test)]
pub(crate) fn lines(node: NodeRef<'_>) -> String {
    collect(node, '\n')
}

fn collect(node: NodeRef<'_>, block_break: char) -> String {
    let mut text = Collapsed::default();
    let mut walk = node.traverse();
    while let Some(edge) = walk.next() {
        match edge {
            Edge::Open(node) => {
                if let Some(content) = node.as_text() {
                    text.push_str(content);
                } else if let Some(element) = node.as_element() {
                    if element.tag().is_unshown() || is_hidden(element) {
                        walk.leave_out(element);
                    } else if element.tag() == Tag::Br || element.tag().is_block() {
                        text.push_break(block_break);
                    }
                }
            }
            Edge::Close(element) if element.tag().is_block() => text.push_break(block_break),
            Edge::Close(_) => {}
        }
    }
    text.finish()
}

/// Whether the page says that the element is not shown, in its own attributes.
pub(crate) fn is_hidden(element: ElementRef<'_>) -> bool {
    element.arena_node().hidden
}

/// Whether a `style` attribute hides its element.
pub(super) fn hides(style: &str) -> bool {
    // Of most styles a letter tells that neither property is there.
    if memchr::memchr2(b'y', b'Y', style.as_bytes()).is_none() {
        return false;
    }
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let value = value.trim();
        match property.trim() {
            property if property.eq_ignore_ascii_case("display") => {
                value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("none"))
            }
            property if property.eq_ignore_ascii_case("visibility") => {
                value.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("hidden"))
            }
            _ => false,
        }
    })
}

/// Text under construction, with white space collapsed.
#[derive(Debug, Default)]
struct Collapsed {
    text: String,
    pending: Option<char>,
}

impl Collapsed {
    fn push_str(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let (line, behind) = split_line(rest);
            self.push_line(line);
            if behind.is_empty() {
                return;
            }
            self.pending.get_or_insert(' ');
            rest = behind.trim_start();
        }
    }

    fn push_line(&mut self, line: &str) {
        if line.is_empty() {
            return;
        }
        if let Some(separator) = self.pending.take()
            && !self.text.is_empty()
        {
            self.text.push(separator);
        }
        self.text.push_str(line);
    }

    fn push_break(&mut self, separator: char) {
        self.pending = Some(separator);
    }

    fn finish(self) -> String {
        self.text
    }
}
