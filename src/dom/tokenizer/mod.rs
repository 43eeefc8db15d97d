//! A tokenizer by the HTML standard, section 13.2.5, on slices of bytes.
//!
//! Where the standard steps from state to state with each character, this one finds the end of
//! what comes next (a run of text, a tag, a comment) and makes a token of it. The tokens are
//! html5ever's, and so is the tree builder that takes them.
//!
//! Liberties, none of which changes a tree: parse errors are not reported, attributes of end tags
//! are not kept, and it is not told whether a tag had an attribute twice. Where what takes the
//! tokens wants it, attributes are given [apart](TagSink) from their tag.

mod attributes;
mod bytes;
mod doctype;
mod input;
mod markup;
mod names;
#[cfg(test)]
mod record;
mod reference;
mod script;
mod tag;
mod text;

use std::borrow::Cow;

use html5ever::LocalName;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};

use attributes::Attributes;
use input::Input;
use names::Names;

pub(crate) use names::Name;

/// An attribute: its name and its value. What stands in the page as it is meant is not copied.
pub(super) type Pair<'a> = (Name, Cow<'a, str>);

/// Whether something was taken before it became a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    No,
    Yes,
    /// It was, and raw text follows.
    Raw(RawKind),
}

/// Takes the tokens of a page, some before they become such, and the attributes of some start tags
/// apart from them. Places are those behind what is given.
pub(super) trait TagSink<'a>: TokenSink {
    /// A number for a name, the same each time that it is asked for.
    fn number(&self, _name: &LocalName) -> u16 {
        0
    }

    fn take_start_tag(
        &self,
        _name: &Name,
        _attributes: &[Pair<'a>],
        _closes_itself: bool,
        _at: usize,
    ) -> Taken {
        Taken::No
    }

    fn take_end_tag(&self, _name: &Name) -> bool {
        false
    }

    fn take_text(&self, _text: &str, _at: usize) -> bool {
        false
    }

    /// Takes the attributes of the start tag that comes next, and leaves an empty list. The tag has
    /// none then, and `had_duplicate_attributes` for a mark: a tree builder hands that on to the
    /// element which is made of the tag, and to no other.
    ///
    /// `false` where the tag is to have its attributes.
    fn take_attributes(&self, _tag: &LocalName, _attributes: &mut Vec<Pair<'a>>) -> bool {
        false
    }
}

/// Feeds the tokens of `html` to `sink` and gives the sink back. Of the attributes of a tag, one
/// more than `max_attributes` is kept, so that the sink can tell.
pub(super) fn tokenize<'a, S: TagSink<'a>>(html: &'a str, max_attributes: usize, sink: S) -> S {
    Tokenizer::new(html, max_attributes, sink).run()
}

struct Tokenizer<'a, S> {
    input: Input<'a>,
    /// What lies before is done.
    at: usize,
    content: Content,
    /// The name that an end tag must have to end raw text.
    last_start_tag: LocalName,
    names: Names,
    attributes: Attributes<'a>,
    max_attributes: usize,
    sink: S,
}

/// How what comes next is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Data,
    /// Text up to an end tag: of `<title>`, `<style>`, `<script>` and the like.
    Raw(RawKind),
    /// Text up to the end of the page.
    Plaintext,
    /// Text up to `]]>`, in `<svg>` and `<math>`.
    Cdata,
}

impl<'a, S: TagSink<'a>> Tokenizer<'a, S> {
    fn new(html: &'a str, max_attributes: usize, sink: S) -> Self {
        Self {
            input: Input::new(html),
            at: 0,
            content: Content::Data,
            last_start_tag: LocalName::default(),
            names: Names::new(),
            attributes: Attributes::default(),
            max_attributes,
            sink,
        }
    }

    fn run(mut self) -> S {
        while self.at < self.input.len() {
            match self.content {
                Content::Data => self.data(),
                Content::Raw(kind) => self.raw(kind),
                Content::Plaintext => self.plaintext(),
                Content::Cdata => self.cdata(),
            }
        }
        self.emit(Token::EOFToken);
        self.sink.end();
        self.sink
    }

    /// Hands a token on, and goes on as the tree builder says. Lines serve for messages about parse
    /// errors alone and are not counted: the sink is told the byte instead.
    fn emit(&mut self, token: Token) {
        match self.sink.process_token(token, self.at as u64) {
            TokenSinkResult::RawData(kind) => self.content = Content::Raw(kind),
            TokenSinkResult::Plaintext => self.content = Content::Plaintext,
            TokenSinkResult::Continue
            | TokenSinkResult::Script(_)
            | TokenSinkResult::EncodingIndicator(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
