//! Tags and their attributes (HTML standard, section 13.2.5.6 to 13.2.5.40).

use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token};
use html5ever::{Attribute, LocalName, QualName, ns};

use super::bytes::{
    CHANGES_IN_NAME, ENDS_ATTRIBUTE_NAME, ENDS_TAG_NAME, ENDS_UNQUOTED, is_space, run,
};
use super::{Content, Name, Pair, TagSink, Taken, Tokenizer};

/// An attribute as a tag has it.
fn whole((name, value): Pair<'_>) -> Attribute {
    Attribute {
        name: QualName::new(None, ns!(), name.local),
        value: StrTendril::from_slice(&value),
    }
}

/// What stands between attributes, and behind the last.
enum Next {
    /// An attribute begins there.
    Attribute(usize),
    /// The tag ends before that place.
    End { at: usize, self_closing: bool },
}

/// An attribute as it stands in the page.
struct Found {
    name: Range<usize>,
    changes: bool,
    value: Range<usize>,
    /// Whether it is known that the value is text as it stands.
    is_plain: bool,
    /// What comes behind it.
    behind: usize,
}

impl<'a, S: TagSink<'a>> Tokenizer<'a, S> {
    /// The start tag whose `<` is next. What the page ends in is dropped.
    pub(super) fn start_tag(&mut self) {
        let (name, behind) = self.tag_name(self.at + "<".len());
        self.at = self.input.len();
        let Some((at, self_closing)) = self.attributes(behind) else { return };
        self.at = at;
        self.last_start_tag.clone_from(&name.local);
        match self.sink.take_start_tag(&name, self.attributes.list(), self_closing, at) {
            Taken::Yes => {}
            Taken::Raw(kind) => self.content = Content::Raw(kind),
            Taken::No => self.emit_start_tag(name.local, self_closing),
        }
    }

    /// The token of the start tag whose attributes were read last.
    fn emit_start_tag(&mut self, name: LocalName, self_closing: bool) {
        let list = self.attributes.list();
        let are_apart = !list.is_empty() && self.sink.take_attributes(&name, list);
        let attrs = if list.is_empty() { Vec::new() } else { list.drain(..).map(whole).collect() };
        self.emit(Token::TagToken(Tag {
            kind: TagKind::StartTag,
            name,
            self_closing,
            attrs,
            had_duplicate_attributes: are_apart,
        }));
    }

    /// The end tag whose `</` is next.
    pub(super) fn end_tag(&mut self) {
        let (name, behind) = self.tag_name(self.at + "</".len());
        self.at = self.input.len();
        let Some((at, self_closing)) = self.tag_end(behind) else { return };
        self.at = at;
        if self.sink.take_end_tag(&name) {
            return;
        }
        self.emit(Token::TagToken(Tag {
            kind: TagKind::EndTag,
            name: name.local,
            self_closing,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        }));
    }

    fn tag_name(&mut self, start: usize) -> (Name, usize) {
        let (length, seen) = run(self.input.rest(start), ENDS_TAG_NAME);
        let end = start + length;
        (self.name(start..end, seen & CHANGES_IN_NAME != 0), end)
    }

    fn name(&mut self, range: Range<usize>, changes: bool) -> Name {
        let number = |name: &LocalName| self.sink.number(name);
        if changes {
            return self.names.get(self.input.changed_name(range).as_bytes(), number);
        }
        self.names.get(self.input.bytes(range), number)
    }

    /// Reads the attributes from `at` on, and gives the place behind the tag, and whether the tag
    /// closes itself.
    fn attributes(&mut self, mut at: usize) -> Option<(usize, bool)> {
        self.attributes.clear();
        loop {
            match self.next_in_tag(at)? {
                Next::End { at, self_closing } => return Some((at, self_closing)),
                Next::Attribute(start) => {
                    let found = self.attribute(start)?;
                    at = found.behind;
                    self.add(found);
                }
            }
        }
    }

    fn add(&mut self, found: Found) {
        if self.attributes.len() > self.max_attributes {
            return;
        }
        let name = self.name(found.name, found.changes);
        if self.attributes.is_new(&name) {
            self.attributes.push(name, self.input.value(found.value, found.is_plain));
        }
    }

    /// The place behind a tag whose attributes don't count, and whether it closes itself.
    fn tag_end(&self, mut at: usize) -> Option<(usize, bool)> {
        loop {
            match self.next_in_tag(at)? {
                Next::End { at, self_closing } => return Some((at, self_closing)),
                Next::Attribute(start) => at = self.attribute(start)?.behind,
            }
        }
    }

    /// `None` where the page ends.
    fn next_in_tag(&self, at: usize) -> Option<Next> {
        let mut at = at;
        loop {
            match self.input.rest(at) {
                [] => return None,
                [b'>', ..] => return Some(Next::End { at: at + 1, self_closing: false }),
                [b'/', b'>', ..] => return Some(Next::End { at: at + 2, self_closing: true }),
                [byte, ..] if *byte == b'/' || is_space(*byte) => at += 1,
                _ => return Some(Next::Attribute(at)),
            }
        }
    }

    fn attribute(&self, start: usize) -> Option<Found> {
        // The first byte belongs to the name whatever it is: `=` can be there.
        let first = self.input.rest(start);
        let (_, first_seen) = run(first.get(..1)?, 0);
        let (length, seen) = run(first.get(1..)?, ENDS_ATTRIBUTE_NAME);
        let name = start..start + 1 + length;
        let changes = (first_seen | seen) & CHANGES_IN_NAME != 0;
        let behind = self.input.skip_space(name.end);
        if self.input.byte(behind) != Some(b'=') {
            return Some(Found { name, changes, value: behind..behind, is_plain: true, behind });
        }
        let start = self.input.skip_space(behind + 1);
        if let Some(quote @ (b'"' | b'\'')) = self.input.byte(start) {
            let start = start + 1;
            let (end, is_plain) = self.input.find_behind_plain(quote, start)?;
            return Some(Found { name, changes, value: start..end, is_plain, behind: end + 1 });
        }
        let (length, _) = run(self.input.rest(start), ENDS_UNQUOTED);
        let end = start + length;
        Some(Found { name, changes, value: start..end, is_plain: false, behind: end })
    }
}
