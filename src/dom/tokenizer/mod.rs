//! A tokenizer by the HTML standard, section 13.2.5, on slices of bytes.
//!
//! Where the standard steps from state to state with each character, this one finds the end of
//! what comes next (a run of text, a tag, a comment) and makes a token of it. The tokens are
//! html5ever's, and so is the tree builder that takes them.
//!
//! Two liberties, neither of which a tree builder can see: parse errors are not reported, and
//! attributes of end tags are not kept.

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

use html5ever::LocalName;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};

use input::Input;
use names::Names;

/// Feeds the tokens of `html` to `sink` and gives the sink back. Of the attributes of a tag, one
/// more than `max_attributes` is kept, so that the sink can tell.
pub(super) fn tokenize<S: TokenSink>(html: &str, max_attributes: usize, sink: S) -> S {
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

impl<'a, S: TokenSink> Tokenizer<'a, S> {
    fn new(html: &'a str, max_attributes: usize, sink: S) -> Self {
        Self {
            input: Input::new(html),
            at: 0,
            content: Content::Data,
            last_start_tag: LocalName::default(),
            names: Names::new(),
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
